// The tree of findings: browsed, filtered, and inserted from, by mouse and by keyboard.
import assert from 'node:assert/strict';
import { becomes, calms } from '../host/becomes.mjs';
import { patience } from '../host/slow.mjs';

export const title = 'The sidebar';

const draft = '# Declaration\n\nWe note the risks.\n\nWe recall the negotiations\n';

export const hosts = ['node', 'web'];
export const options = { files: { 'sidebar.md': draft }, width: 1400 };

const label = id => `[^idm2022-1-${id}]`;
const rows = page => page.locator('.sidebar .pane-body .monaco-list-row');
const row = (page, text) => rows(page).filter({ hasText: text }).first();
const sidebar = page => page.locator('.sidebar');

/** The draft's text without its footnote definitions. */
const prose = text =>
  text
    .split('\n')
    .filter(line => !line.startsWith('[^idm'))
    .join('\n')
    .trimEnd();

/** Waits until the draft's text, without definitions, is as expected, and gives all of it. */
async function reads(workbench, expected) {
  await workbench.goToTab('sidebar.md');
  return workbench.saves('sidebar.md', text => assert.equal(prose(text), prose(expected)));
}

async function openFilter(workbench) {
  await workbench.runCommand('IDM Findings: Filter Findings…');
  await workbench.page
    .locator('.quick-input-widget:visible .quick-input-title', { hasText: 'Filter Findings' })
    .waitFor();
  await workbench.page.locator('.quick-input-widget:visible input.input:focus').waitFor();
}

/** Undoes in the draft until it is as it was. */
async function restore(workbench) {
  await workbench.goToTab('sidebar.md');
  await workbench.undo();
  await workbench.saves('sidebar.md', draft, 'one undo takes the insertion back');
  // Its rows are drawn anew once the sidebar has heard of it, with another one under the mouse for a moment.
  await rows(workbench.page).filter({ hasText: '(1×)' }).first().waitFor({ state: 'hidden' });
}

/** The groupings, and what only each of them shows at its top. */
const signs = {
  'Who Said It': 'Consensus',
  'Global Compact Objective (Our Suggestion)': 'Our suggestion, not the source’s',
  'Day and Theme': 'Saving lives, reducing risks',
};

/** Groups the findings, and waits until the rows are those. */
async function group(workbench, grouping) {
  const { page } = workbench;
  await workbench.goToTab('sidebar.md');
  await workbench.runCommand(`IDM Findings: Group by ${grouping}`);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await sidebar(page).getByText(signs[grouping]).first().waitFor();
  await workbench.calm();
}

/** Opens every group in view, and those in them. */
async function openGroups(workbench) {
  const { page } = workbench;
  const closed = rows(page).and(page.locator('[aria-expanded="false"]'));
  for (
    let names;
    (names = await closed.evaluateAll(all => all.map(each => each.getAttribute('aria-label')))).length > 0;
  ) {
    const last = rows(page).and(page.locator(`[aria-label=${JSON.stringify(names.at(-1))}]`));
    // What the one before holds comes a moment after it was opened.
    await workbench.calm();
    await last.locator('.monaco-tl-twistie').click();
    await last.and(page.locator('[aria-expanded="true"]')).waitFor();
  }
}

/** Goes on to the next rows of the tree, unless its last is in view; says whether it did. */
async function pageDown(page) {
  if ((await rows(page).and(page.locator('[data-last-element="true"]')).count()) > 0) return false;
  const inFocus = () => rows(page).and(page.locator('.focused')).getAttribute('data-index');
  const before = await inFocus();
  await page.keyboard.press('PageDown');
  await becomes(inFocus, now => assert.notEqual(now, before, 'the focus moves'));
  await calms(inFocus);
  return true;
}

/** Waits until the clipboard holds what is expected. */
const copied = (page, pattern) =>
  page.waitForFunction(
    async source => new RegExp(source, 'u').test(await navigator.clipboard.readText()),
    pattern.source,
  );

export const runs = {
  'lists days, themes and findings in the order of the source, and says who spoke': async workbench => {
    const { page } = workbench;
    await workbench.openFile('sidebar.md');
    await workbench.setCursor(3, 18);
    await page.locator('.activitybar .action-item a[aria-label^="IDM Findings"]').first().click();
    await row(page, 'Missing migrants').waitFor();
    await becomes(
      async () => (await workbench.treeRows()).slice(0, 4),
      [
        'Day 1: Risks and vulnerabilities, 6 conclusions, Reducing risks and vulnerabilities for migrants (the source’s own title; the short one is ours)',
        'Saving lives, reducing risks, 6 conclusions, The need to strengthen and improve cooperation on saving lives, protecting the rights of migrants and reducing risks and vulnerabilities for migrants. (the source’s own title; the short one is ours)',
        '1.1 Missing migrants: panel, partly some speakers, partly participants, Day 1, first conclusion',
        '1.2 The dead and families, no speaker named, Day 1, second conclusion',
      ],
    );
  },

  'shows each row whole in a sidebar of 300 pixels, whatever the grouping': async workbench => {
    const { page } = workbench;
    await workbench.openFile('sidebar.md');
    if (!(await row(page, 'Missing migrants').isVisible()))
      await page.locator('.activitybar .action-item a[aria-label^="IDM Findings"]').first().click();
    await row(page, 'Missing migrants').waitFor();
    const width = async () => (await page.locator('.part.sidebar').boundingBox()).width;
    const bar = await page.locator('.part.sidebar').boundingBox();
    await page.mouse.move(bar.x + bar.width, 400);
    await page.mouse.down();
    await page.mouse.move(bar.x + 300, 400, { steps: 5 });
    await page.mouse.up();
    await becomes(width, wide => assert.ok(wide <= 300, String(wide)));
    // The row in focus has its buttons over its end.
    const resting = rows(page).and(page.locator(':not(.focused)')).locator('.monaco-icon-label-container');
    for (const grouping of Object.keys(signs)) {
      await group(workbench, grouping);
      await page.locator('.sidebar .pane-body .monaco-list').first().focus();
      await page.keyboard.press('Home');
      const cut = new Map();
      do {
        await openGroups(workbench);
        await page.mouse.move(700, 400);
        const shown = await resting.evaluateAll(all =>
          all.map(each => {
            const words = document.createRange();
            words.selectNodeContents(each);
            return [each.textContent, words.getBoundingClientRect().right - each.getBoundingClientRect().right];
          }),
        );
        for (const [text, over] of shown) cut.set(text, over);
      } while (await pageDown(page));
      assert.ok(cut.size > 20, `${grouping}: ${cut.size} rows`);
      assert.deepEqual(
        [...cut].filter(([, over]) => over > 0.5),
        [],
        grouping,
      );
      await page.keyboard.press('Home');
    }
  },

  'tells rows apart in a sidebar as narrow as can be, whatever the grouping': async workbench => {
    const { page } = workbench;
    const bar = await page.locator('.part.sidebar').boundingBox();
    await page.mouse.move(bar.x + bar.width, 400);
    await page.mouse.down();
    await page.mouse.move(bar.x + 150, 400, { steps: 5 });
    await page.mouse.up();
    const width = async () => (await page.locator('.part.sidebar').boundingBox()).width;
    const narrow = await becomes(width, wide => assert.ok(wide < 200, String(wide)));
    for (const grouping of Object.keys(signs)) {
      await group(workbench, grouping);
      await page.mouse.move(700, 400);
      // What can be read of a row at the same depth: as many letters as are whole before the cut.
      const read = await rows(page).evaluateAll(all =>
        all.map(each => {
          const text = /** @type {Text} */ (
            document.createTreeWalker(each.querySelector('.label-name'), NodeFilter.SHOW_TEXT).nextNode()
          );
          const limit = each.querySelector('.monaco-icon-label-container').getBoundingClientRect().right - 12;
          const range = document.createRange();
          let end = 0;
          for (; end < text.length; end++) {
            range.setStart(text, end);
            range.setEnd(text, end + 1);
            if (range.getBoundingClientRect().right > limit) break;
          }
          return `${each.getAttribute('aria-level')} ${text.data.slice(0, end)}`;
        }),
      );
      assert.ok(read.length > 8, `${grouping}: ${read.length} rows`);
      assert.deepEqual(
        read.filter((each, at) => read.indexOf(each) !== at),
        [],
        grouping,
      );
      assert.deepEqual(
        read.filter(each => each.length < 8),
        [],
        grouping,
      );
    }
    await page.mouse.move(bar.x + narrow, 400);
    await page.mouse.down();
    await page.mouse.move(bar.x + 300, 400, { steps: 5 });
    await page.mouse.up();
    await becomes(width, wide => assert.ok(wide > 250, String(wide)));
  },

  'ticks the grouping in use in its menu, and explains the icons': async workbench => {
    const { page } = workbench;
    await page.locator('.part.sidebar .composite.title').hover();
    await page.locator('.part.sidebar .composite.title a[aria-label^="Group By"]').click();
    const entries = page.locator('.monaco-menu .action-item .action-label');
    await entries.first().waitFor();
    await becomes(
      async () => (await entries.allInnerTexts()).filter(text => text !== ''),
      [
        '✓ Group by Day and Theme',
        'Group by Who Said It',
        'Group by Global Compact Objective (Our Suggestion)',
        'Show Findings Cited in This Draft',
      ],
    );
    await page.keyboard.press('Escape');
    await page.locator('.monaco-menu').waitFor({ state: 'hidden' });
    await workbench.runCommand('IDM Findings: What the Icons Mean');
    await workbench.waitForQuickPick('Some speakers');
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  },

  'shows the verbatim text, its place and its citation over a row': async workbench => {
    const { page } = workbench;
    const hover = await workbench.hoverOver(
      row(page, 'Missing migrants'),
      'Participants mentioned the unique challenges',
    );
    await becomes(
      async () => (await hover.innerText()).replaceAll(/\s+/g, ' '),
      text => {
        assert.match(
          text,
          /^1\.1 Missing migrants: panel · label and count are ours Day 1, first conclusion · Theme: “The need .* Participants: Participants mentioned .* Some speakers: Some speakers called .* to bring continued attention to the issue\./,
        );
        assert.equal(text.split('International Organization for Migration, “').length, 2, 'the citation once');
        assert.match(
          text,
          /International Organization for Migration, “International Dialogue on Migration 2022: .*day 1, first conclusion\.$/,
        );
      },
    );
    await page.mouse.move(700, 400);
  },

  'opens the source beside the draft on a click': async workbench => {
    const { page } = workbench;
    await workbench.calm();
    await row(page, 'Missing migrants').click();
    await workbench.frameWith('[data-id="idm2022-1-d1c1"].entry.chosen');
    await becomes(
      () => page.locator('.tab.active', { hasText: 'sidebar.md' }).isVisible(),
      true,
      'the draft stays in view',
    );
    await workbench.press('ArrowDown');
    await becomes(
      () => rows(page).and(page.locator('.focused')).getAttribute('aria-label'),
      /^1\.2 The dead/,
      'the focus stays in the tree',
    );
  },

  'inserts from a row at the last cursor of the draft last active': async workbench => {
    const { page } = workbench;
    await workbench.calm();
    await row(page, 'Missing migrants').hover();
    await row(page, 'Missing migrants').locator('a[aria-label^="Insert Citation"]').click();
    await page.locator('.tab', { hasText: 'sidebar.md' }).and(page.locator('.dirty')).waitFor();
    await workbench.takesKeys('sidebar.md');
    await reads(workbench, draft.replace('risks.', `risks.${label('d1c1')}`));
    await restore(workbench);
  },

  'inserts the focused row by keyboard': async workbench => {
    const { page } = workbench;
    await workbench.setCursor(3, 18);
    await workbench.calm();
    await row(page, 'Missing migrants').click();
    await rows(page).and(page.locator('.focused')).filter({ hasText: 'Missing migrants' }).waitFor();
    await workbench.press('ArrowDown', 'ArrowDown', 'ControlOrMeta+Enter');
    await page.locator('.tab', { hasText: 'sidebar.md' }).and(page.locator('.dirty')).waitFor();
    await workbench.takesKeys('sidebar.md');
    await reads(workbench, draft.replace('risks.', `risks.${label('d1c3')}`));
    await restore(workbench);
  },

  'inserts several selected rows at once, in the order of the source': async workbench => {
    const { page } = workbench;
    await workbench.setCursor(3, 18);
    await workbench.calm();
    await row(page, 'Trafficking data').click();
    await row(page, 'The dead and families').click({ modifiers: ['ControlOrMeta'] });
    await workbench.chooseFromMenu(row(page, 'The dead and families'), 'Insert Citation');
    await page.locator('.tab', { hasText: 'sidebar.md' }).and(page.locator('.dirty')).waitFor();
    await reads(workbench, draft.replace('risks.', `risks.${label('d1c2c5')}`));
    await restore(workbench);
  },

  'lets a row be dropped on a draft, its definition included': async workbench => {
    const { page } = workbench;
    await workbench.calm();
    const to = await page.locator('.view-line', { hasText: 'We recall' }).first().boundingBox();
    await workbench.drop(row(page, 'Missing migrants'), { x: to.x + 190, y: to.y + 8 });
    await page.locator('.tab', { hasText: 'sidebar.md' }).and(page.locator('.dirty')).waitFor();
    const text = await reads(workbench, draft.replace('negotiations', `negotiations${label('d1c1')}`));
    assert.match(
      text,
      /\n\[\^idm2022-1-d1c1\]: International Organization for Migration, .*day 1, first conclusion\.\n$/,
    );
    await restore(workbench);
  },

  'narrows to what a filter finds, and says how many of how many': async workbench => {
    const { page } = workbench;
    await openFilter(workbench);
    await workbench.type('clmate');
    await sidebar(page)
      .getByText(/^\d+ of 26 conclusions match “clmate”$/)
      .waitFor();
    await workbench.press('Enter');
    const said = sidebar(page).getByText(/^\d+ of 26 conclusions/);
    await becomes(
      async () => [
        await said.innerText(),
        (await workbench.treeRows()).filter(name => /Day \d, \w+ conclusion$/.test(name)),
      ],
      ([counted, shown]) => {
        assert.equal(`${shown.length}`, counted.split(' ')[0]);
        assert.ok(shown.some(name => name.includes('Mobility at COP27')));
        assert.ok(shown.length < 26);
      },
    );
  },

  'says that nothing matches, and is whole again when the filter is cleared': async workbench => {
    const { page } = workbench;
    await openFilter(workbench);
    await workbench.press('ControlOrMeta+A');
    await workbench.type('qqqqxzzz');
    await workbench.press('Enter');
    await sidebar(page).getByText('No conclusion matches the filter.').waitFor();
    await sidebar(page).getByText('Clear the Filter', { exact: true }).click();
    await row(page, 'Missing migrants').waitFor();
    await becomes(() => sidebar(page).getByText(/of 26/).count(), 0);
  },

  'groups by who said it, and by objectives as our suggestion, and remembers': async workbench => {
    const { page } = workbench;
    await workbench.runCommand('IDM Findings: Group by Global Compact Objective (Our Suggestion)');
    await sidebar(page).getByText('Objectives of the Global Compact. Our suggestion, not the source’s').waitFor();
    await workbench.runCommand('IDM Findings: Group by Who Said It');
    await row(page, 'Some speakers').waitFor();
    await workbench.stored('"tree.grouping":"who"');
    await workbench.reload();
    await row(page, 'Some speakers').waitFor({ timeout: 2 * patience });
    await becomes(
      async () => (await workbench.treeRows()).map(name => name.split(',')[0]),
      [
        'Consensus',
        'Participants',
        'Speakers',
        'Some speakers',
        'Panelists',
        'Discussions',
        '“It was noted”',
        'No speaker named',
        'Background',
        'The document as a whole',
      ],
    );
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    // Asked for from the palette, the view shows itself.
    await workbench.runCommand('IDM Findings: Group by Day and Theme');
    await row(page, 'Mobility at COP27').waitFor();
  },

  'copies the words of a row, and its citation': async workbench => {
    const { page } = workbench;
    await workbench.calm();
    await row(page, 'Mobility at COP27').click();
    await workbench.press('ControlOrMeta+c');
    await copied(
      page,
      /^Ahead of the United Nations Climate Change Conference 2022 \(COP27\), .* in global negotiations\.$/,
    );
    await workbench.chooseFromMenu(row(page, 'Mobility at COP27'), 'Copy Citation');
    await copied(page, /^International Organization for Migration, .*day 2, eleventh conclusion\.$/);
  },

  'says so when no draft is open to insert into, and copies instead': async workbench => {
    const { page } = workbench;
    await workbench.runCommand('View: Close All Editors');
    await page.locator('.tab').first().waitFor({ state: 'detached' });
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    // Nor does the palette offer what needs a draft.
    await page.keyboard.press('F1');
    await (await workbench.quickInput('>')).fill('>IDM Findings: ');
    await becomes(
      async () =>
        (await workbench.waitForQuickPick('Filter Findings')).filter(name =>
          /(?<!New |Sample |Every )Draft(?!s)|Sources\b(?!…)|Supports/.test(name),
        ),
      [],
    );
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await row(page, 'Pandemic treaty talks').hover();
    await row(page, 'Pandemic treaty talks').locator('a[aria-label^="Insert Citation"]').click();
    const message = page.locator('.notification-toast', { hasText: 'No Markdown draft is open' });
    await message.waitFor();
    await message.getByText('Copy Instead').click();
    await copied(page, /^\[\^idm2022-1-d2c7\]\s+\[\^idm2022-1-d2c7\]: International/);
    await message.waitFor({ state: 'hidden' });
    await row(page, 'Pandemic treaty talks').hover();
    await row(page, 'Pandemic treaty talks').locator('a[aria-label^="Insert Citation"]').click();
    await message.waitFor();
    await message.getByText('New Draft').click();
    await page
      .locator('.editor-group-container.active .view-line', { hasText: '[^idm2022-1-d2c7]: International' })
      .waitFor();
  },
};
