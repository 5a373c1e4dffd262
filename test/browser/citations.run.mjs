// Citations in a draft, seen and followed by hand: colours, hover, the way to the source, and what
// the sidebar says of them.
import assert from 'node:assert/strict';
import { becomes, calms, stays } from '../host/becomes.mjs';
import { domain } from './domain.mjs';

export const title = 'Citations in a draft';

const draft = [
  '# Declaration',
  '',
  'We recall the call for a panel.[^idm2022-1-d1c1]',
  '',
  'Access boosts predictability [@idm2022-1, day 2, conclusion 4], and so on (IOM, 2022, day 2, fourth conclusion).',
  '',
  'There is no such day [@idm2022-1, day 9, conclusion 1].',
  '',
].join('\n');

const [{ text: noteWords }] = domain().cite(['idm2022-1-d1c1']).definitions;
const strengthened = [
  'Member States called for the establishment of a high-level panel.[^idm2022-1-d1c1] We recall it.[^idm2022-1-d1c1]',
  '',
  `[^idm2022-1-d1c1]: ${noteWords}`,
  '',
].join('\n');

const edited = 'We note.[^idm2022-1-d1c1]\n\n[^idm2022-1-d1c1]: See IOM.\n';

const chosen = [
  'We recall it.[^idm2022-1-d1c1]',
  '',
  'There is no such day [@idm2022-1, day 9, conclusion 1].',
  '',
  `[^idm2022-1-d1c1]: ${noteWords}`,
  '',
].join('\n');

export const options = {
  files: { 'chosen.md': chosen, 'cited.md': draft, 'problem.md': strengthened, 'edited.md': edited },
  width: 1500,
  height: 900,
};
export const hosts = ['node', 'web'];

const rows = page => page.locator('.sidebar .pane-body .monaco-list-row');
const row = (page, text) => rows(page).filter({ hasText: text }).first();
const place = (page, which) => page.locator(`.sidebar .monaco-list-row[aria-label^="citation ${which}"]`).first();
const line = (page, text) => page.locator('.editor-group-container.active .view-line', { hasText: text }).first();

/** What an element says, on one line. */
const wordsOf = async element => (await element.innerText()).replaceAll(/\s+/g, ' ');

/** Which of some links of a hover one would have to scroll to. */
async function scrolledTo(hover, links) {
  const seen = await hover.boundingBox();
  const boxes = await Promise.all(
    links.map(async name => {
      const box = await hover.locator('a', { hasText: name }).first().boundingBox();
      return { name, box };
    }),
  );
  return boxes
    .filter(({ box }) => !box || box.y < seen.y || box.y + box.height > seen.y + seen.height)
    .map(({ name }) => name);
}

/** The colour in which some words of the draft are shown. */
const colourOf = (page, words) =>
  page
    .locator('.editor-group-container.active .view-line span span', { hasText: words })
    .last()
    .evaluate(span => getComputedStyle(span).color);

export const runs = {
  'are coloured, and those of nothing differently': async workbench => {
    const { page } = workbench;
    await workbench.openFile('cited.md');
    await workbench.activated();
    await page.locator('.activitybar .action-item a[aria-label^="IDM Findings"]').first().click();
    await row(page, 'Missing migrants').waitFor();
    await page.waitForFunction(() => {
      const span = [...document.querySelectorAll('.view-line span span')].find(each =>
        each.textContent.includes('IOM,'),
      );
      return (
        span &&
        getComputedStyle(span).color !== getComputedStyle(span.closest('.view-line').querySelector('span span')).color
      );
    });
    await becomes(
      () => Promise.all(['There', '2022,', '9,'].map(words => colourOf(page, words))),
      colours => assert.equal(new Set(colours).size, 3, colours.join(' ')),
    );
  },

  'say on hover what they cite, and what one can do without scrolling': async workbench => {
    const { page } = workbench;
    await page.setViewportSize({ width: 1280, height: 800 });
    const hover = await workbench.hoverOver(
      line(page, 'Access').getByText('IOM', { exact: false }).last(),
      'The COVID-19 pandemic has illustrated',
    );
    await becomes(
      () => wordsOf(hover),
      /Day 2, fourth conclusion *Open in the Source · Insert Quotation *No speaker named: The COVID-19 .* Speakers: Speakers insisted /,
    );
    await workbench.screenshot('citation-hover');
    await calms(() => wordsOf(hover));
    assert.deepEqual(await scrolledTo(hover, ['Open in the Source', 'Insert Quotation']), []);
    await hover.locator('a[data-href^="command:idmFindings.openSource"]').click();
    await page.setViewportSize(options);
    const frame = await workbench.frameWith('.entry.chosen');
    await becomes(() => frame.locator('.entry.chosen').getAttribute('data-id'), 'idm2022-1-d2c4');
    await becomes(
      () => page.locator('.tab.active', { hasText: 'cited.md' }).isVisible(),
      true,
      'the draft stays in view',
    );
    await workbench.goToTab('cited.md');
  },

  'are followed by a click with Ctrl to the source beside the draft, and to nothing else': async workbench => {
    const { page } = workbench;
    await workbench.openFile('cited.md');
    await workbench.activated();
    // With the key held down VS Code draws the words anew, so that the mouse goes to their place.
    const follow = async words => {
      const { x, y } = await becomes(
        () => page.locator('.view-line .detected-link', { hasText: words }).last().boundingBox(),
        box => assert.ok(box, 'VS Code knows the link'),
      );
      await page.mouse.move(x + 30, y + 8);
      await page.keyboard.down('ControlOrMeta');
      await page.mouse.move(x + 31, y + 8);
      await page.mouse.down();
      await page.mouse.up();
      await page.keyboard.up('ControlOrMeta');
    };
    await follow('idm2022-1-d1c1');
    const frame = await workbench.frameWith('.entry.chosen');
    const opened = () =>
      Promise.all([
        frame.locator('.entry.chosen').getAttribute('data-id'),
        page.locator('.tab.active[data-resource-name="cited.md"]').count(),
        page.locator('.tab', { hasText: 'conclusions.txt' }).count(),
      ]);
    await stays(opened, ['idm2022-1-d1c1', 1, 0], 'the draft stays in view, with no text over it');
    // Once more in the same place, where the cursor is already.
    await frame.locator('.entry[data-id="idm2022-1-d1c3"] .count').click();
    await becomes(opened, ['idm2022-1-d1c3', 1, 0]);
    await follow('idm2022-1-d1c1');
    await stays(opened, ['idm2022-1-d1c1', 1, 0]);
    await page.locator('.tab', { hasText: 'cited.md' }).click();
  },

  'are counted on the rows of what they cite': async workbench => {
    const { page } = workbench;
    const cited = () =>
      rows(page).evaluateAll(all =>
        all.map(each => each.getAttribute('aria-label')).filter(label => label.includes('cited')),
      );
    await becomes(cited, labels => {
      assert.equal(labels.length, 2, labels.join('\n'));
      assert.match(labels[0], /Missing migrants.*, cited once in the draft/);
      assert.match(labels[1], /Day 2, fourth conclusion, cited 2 times in the draft/);
    });
    await becomes(
      () => row(page, 'Services in a pandemic').locator('.label-name').innerText(),
      '2.4 (2×) Services in a pandemic',
      'the count cannot be read as one with the number',
    );
    // In words where the mouse rests, since “2×” may be a riddle.
    await workbench.hoverOver(row(page, 'Services in a pandemic'), 'Cited 2 times in the draft');
    await page.mouse.move(700, 400);
  },

  'are listed under their findings, and a click goes there': async workbench => {
    const { page } = workbench;
    await workbench.runCommand('IDM Findings: Show Findings Cited in This Draft');
    await place(page, '2 of 2').waitFor();
    await becomes(() => rows(page).count(), 5);
    await becomes(() => place(page, '1 of 2').innerText(), /boosts predictability/, 'by the words before it');
    await workbench.screenshot('cited-in-draft');
    await workbench.calm();
    await place(page, '2 of 2').click();
    await page.locator('.editor-group-container.active .selected-text').first().waitFor();
    await page.locator('.statusbar', { hasText: /Ln 5, Col \d+ \(37 selected\)/ }).waitFor();
  },

  'that come and go change the list': async workbench => {
    const { page } = workbench;
    await workbench.setCursor(7, 1);
    await workbench.type('(IOM, 2022, day 3, first conclusion) ', 10);
    await page.waitForFunction(() => document.querySelectorAll('.sidebar .pane-body .monaco-list-row').length === 7);
    await workbench.runCommand('IDM Findings: Group by Day and Theme');
  },

  'of a problem say the source’s sentence once, and lead to the page of the rule beside the draft': async workbench => {
    const { page } = workbench;
    await workbench.openFile('problem.md');
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    const hover = await workbench.hoverOver(
      line(page, 'Member States').getByText('Member', { exact: false }).first(),
      'About the Rule',
    );
    await becomes(
      () => wordsOf(hover),
      words => {
        assert.equal(words.split('high-level panel').length, 2, words);
        assert.match(words, /Day 1, first conclusion, second sentence/);
        assert.match(words, /Open in the Source · About the Rule attribution-who/);
      },
    );
    await workbench.screenshot('problem-hover');
    await calms(() => wordsOf(hover));
    assert.deepEqual(await scrolledTo(hover, ['About the Rule', 'Quick Fix']), []);
    await hover.locator('a', { hasText: 'About the Rule' }).click();
    await page.locator('.tab', { hasText: 'attribution-who.md' }).waitFor();
    await becomes(() => page.locator('.editor-group-container').count(), 2, 'beside');
    await becomes(
      () => page.locator('.tab.active', { hasText: 'problem.md' }).isVisible(),
      true,
      'the draft stays in view',
    );
    await workbench.frameWith('h1:has-text("attribution-who")');
    await workbench.screenshot('rule-beside');
    await page.locator('.editor-group-container.active .tab.active', { hasText: 'attribution-who.md' }).waitFor();
    await workbench.runCommand('View: Close Editor');
    await page.locator('.tab', { hasText: 'attribution-who.md' }).waitFor({ state: 'detached' });
    await workbench.goToTab('problem.md');
  },

  'have labels that are renamed with F2 wherever they stand': async workbench => {
    const { page } = workbench;
    await workbench.setCursor(1, 75);
    await page.keyboard.press('F2');
    const input = page.locator('.rename-input');
    await input.waitFor();
    await becomes(() => input.inputValue(), 'idm2022-1-d1c1');
    await input.fill('panel');
    await page.keyboard.press('Enter');
    await page
      .locator('.notification-toast', {
        hasText: '“panel” does not name a conclusion; “idm2022-1-d2c4”, for example, does. Nothing was renamed.',
      })
      .waitFor();
    await workbench.screenshot('rename-refused');
    await input.waitFor({ state: 'hidden' });
    await workbench.takesKeys('problem.md');
    await page.keyboard.press('F2');
    await input.waitFor();
    await input.fill('idm2022-1-d1c2');
    await page.keyboard.press('Enter');
    await page.getByText('We recall it.[^idm2022-1-d1c2]').first().waitFor();
    await workbench.saves(
      'problem.md',
      strengthened.replaceAll('d1c1', 'd1c2').replace('first conclusion', 'second conclusion'),
    );
    await workbench.undo();
    await workbench.saves('problem.md', strengthened);
  },

  'say at once where their label cannot be another': async workbench => {
    const { page } = workbench;
    await workbench.openFile('edited.md');
    await workbench.activated();
    await workbench.setCursor(1, 15);
    await page.keyboard.press('F2');
    await page
      .locator('.notification-toast', {
        hasText: 'This note was edited by hand. Nothing was renamed.',
      })
      .waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 1, Col 11' }).waitFor();
    assert.equal(await page.locator('.rename-input').isVisible(), false, 'and no name is asked for');
    assert.equal(await workbench.savedText('edited.md'), edited);
  },

  'of what does not exist get one finding, in the form in which the draft cites it': async workbench => {
    const { page } = workbench;
    await workbench.openFile('chosen.md');
    await page.locator('.squiggly-error').first().waitFor();
    await workbench.setCursor(3, 20);
    await workbench.runCommand('Quick Fix...');
    await page.locator('.action-widget .action', { hasText: 'Choose the Finding…' }).first().click();
    await page.locator('.quick-input-widget:visible .quick-input-title', { hasText: 'Choose the Finding' }).waitFor();
    await workbench.type('high-level panel');
    await workbench.waitForQuickPick('Missing migrants');
    const boxes = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row input[type="checkbox"]');
    assert.equal(await boxes.count(), 0, 'one is chosen');
    await workbench.screenshot('choose-finding');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Missing migrants' }).first().click();
    await workbench.saves('chosen.md', chosen.replace(' [@idm2022-1, day 9, conclusion 1].', '.[^idm2022-1-d1c1]'));
  },
};
