// The source to read: opened from the sidebar, searched, quoted from, and left for the draft and come back to.
import assert from 'node:assert/strict';
import { becomes, calms } from '../host/becomes.mjs';

export const title = 'The source to read';

const draft =
  '# Declaration\n\nWe note the risks.[^idm2022-1-d1c1]\n\nWe recall the negotiations [@idm2022-1, day 2, conclusion 4].\n\nThe session heard:\n';

export const hosts = ['node', 'web'];
export const options = { files: { 'reading.md': draft }, width: 1280 };

const readingFrame = workbench => workbench.frameWith('article', 60_000);
const draftIsShown = page => page.locator('.tab.active', { hasText: 'reading.md' }).isVisible();
/** The words of an element, once they are as expected. */
const says = (element, expected) => becomes(() => element.innerText(), expected);

/** Selects words of a sentence as dragging the mouse does. */
async function selectWords(frame, id, words) {
  await frame.locator(`#${id}`).evaluate((sentence, wanted) => {
    const [node] = sentence.childNodes;
    const at = node.data.indexOf(wanted);
    getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
  }, words);
}

export const runs = {
  'opens beside the draft from a row of the sidebar, at the passage': async workbench => {
    const { page } = workbench;
    await workbench.openFile('reading.md');
    await workbench.setCursor(7, 19);
    await workbench.showSidebar();
    await workbench.treeRow('1.1').click();
    const frame = await readingFrame(workbench);
    await frame.locator('[data-id="idm2022-1-d1c1"].entry.chosen').waitFor();
    await becomes(() => draftIsShown(page), true, 'the draft stays in view');
    await workbench.calm();
    await workbench.treeRow('1.5').click();
    await frame.locator('[data-id="idm2022-1-d1c5"].entry.chosen').waitFor();
    await becomes(async () => (await frame.locator('.sentence').count()) > 50, true);
    assert.doesNotMatch(await frame.locator('#idm2022-1-d1c1s1').evaluate(sentence => sentence.textContent), /\n/);
  },

  'marks what the draft cites': async workbench => {
    const frame = await readingFrame(workbench);
    await frame.getByText('Cited in reading.md: 2 of 26 conclusions').waitFor();
    await becomes(() => frame.locator('.cited:visible').count(), 2);
  },

  'finds a passage by its search, and goes there by Enter': async workbench => {
    const { page } = workbench;
    const frame = await readingFrame(workbench);
    await frame.locator('#query').click();
    await page.keyboard.type('COVAX', { delay: 30 });
    await frame.locator('#found li.active').waitFor();
    await says(frame.locator('#found li.active mark').first(), /^COVAX/);
    await page.keyboard.press('Enter');
    await frame.locator('.sentence.chosen, .entry.chosen').filter({ hasText: 'COVAX' }).first().waitFor();
    await becomes(
      () => frame.evaluate(() => document.activeElement.closest('.entry')?.getAttribute('data-id')),
      'idm2022-1-d2c6',
    );
    await says(frame.locator('.bar .who'), /^Speakers\b/);
    // All of the conclusion selected: one frame, and no second one around a sentence in it.
    await page.keyboard.press('ArrowLeft');
    const entry = frame.locator('[data-id="idm2022-1-d2c6"].entry.chosen');
    await entry.waitFor();
    const framed = await entry.evaluate(chosen =>
      [...chosen.querySelectorAll('p, .sentence')]
        .filter(each => getComputedStyle(each).outlineStyle !== 'none')
        .map(each => each.tagName),
    );
    assert.deepEqual(framed, ['P']);
  },

  'quotes the sentence in focus by keyboard alone, as one undo step': async workbench => {
    const { page } = workbench;
    const frame = await readingFrame(workbench);
    await frame.locator('#idm2022-1-d1c1s2').click();
    await frame.locator('.bar', { hasText: 'Some speakers' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await frame.locator('#said', { hasText: 'Quoted in reading.md.' }).waitFor({ state: 'attached' });
    await workbench.takesKeys('reading.md');
    await workbench.saves(
      'reading.md',
      /The session heard: “Some speakers called for the establishment of a high-level panel on deaths in transit to bring continued attention to the issue\.”\[\^idm2022-1-d1c1\]/,
    );
    await workbench.undo();
    await workbench.saves('reading.md', draft);
  },

  'quotes selected words exactly': async workbench => {
    const { page } = workbench;
    const frame = await readingFrame(workbench);
    await selectWords(frame, 'idm2022-1-d1c1s1', 'deaths and disappearances of migrants');
    await frame.locator('.bar [data-what="quote"]').click();
    // What is said may be what was said before.
    await page.locator('.view-line', { hasText: 'The session heard: “deaths' }).waitFor();
    await workbench.takesKeys('reading.md');
    await workbench.type(' and');
    await workbench.saves(
      'reading.md',
      /The session heard: “deaths and disappearances of migrants”\[\^idm2022-1-d1c1\] and\n/,
      'one types on behind it',
    );
    await workbench.undo();
    await workbench.undo();
    await workbench.saves('reading.md', draft);
  },

  'closes the list of what it found after a choice, by Escape, and by a click elsewhere': async workbench => {
    const { page } = workbench;
    const frame = await readingFrame(workbench);
    const list = frame.locator('#found');
    const search = async () => {
      await frame.locator('#query').fill('');
      await frame.locator('#query').fill('skills');
      await list.locator('li.active').waitFor();
    };
    await search();
    await frame.locator('footer.bar').click();
    await list.waitFor({ state: 'hidden' });
    await search();
    await page.locator('.editor-group-container .view-line', { hasText: 'Declaration' }).first().click();
    await list.waitFor({ state: 'hidden' });
    await frame.locator('#query').click();
    await list.locator('li.active').waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await search();
    // One more letter is searched for while the choice is made: its answer comes to a closed list.
    await frame.locator('#query').press('End');
    await page.keyboard.type(' ');
    await list.locator('li').first().click();
    await page.waitForTimeout(500);
    await becomes(() => list.isVisible(), false);
    await frame.locator('#query').fill('');
    await workbench.goToTab('reading.md');
  },

  'speaks in its bar of what is selected, wherever the pointer is': async workbench => {
    const { page } = workbench;
    const frame = await readingFrame(workbench);
    const who = frame.locator('.bar .who');
    const what = frame.locator('.bar .does');
    await frame.locator('#idm2022-1-d1c1s2').click();
    await says(who, /^Some speakers Day 1, first conclusion, second sentence$/);
    const other = frame.locator('#idm2022-1-d1c2s1');
    await other.hover();
    await says(who, /^Some speakers\b/);
    await becomes(() => other.getAttribute('title'), /^No speaker named\nDay 1, second conclusion/);
    // A click beside the text ends the selection, and the bar speaks of the pointer's sentence again.
    await frame.locator('aside.ours').click();
    await frame.locator('.bar .does').waitFor({ state: 'detached' });
    await other.hover();
    await says(who, /^No speaker named Day 1, second conclusion/);
    // Words of two conclusions: both are told, and named at the buttons.
    await frame.evaluate(() => {
      const [first, last] = ['idm2022-1-d1c4', 'idm2022-1-d1c5'].map(id =>
        document.querySelector(`.entry[data-id="${id}"]`).querySelectorAll('.sentence'),
      );
      const [from, to] = [[...first].at(-1).firstChild, last[0].firstChild];
      getSelection().setBaseAndExtent(from, 3, to, 20);
    });
    await says(what, /^Selected words \(1\.4–1\.5\)/);
    await says(who, /Day 1, fourth conclusion.*\n.*Day 1, fifth conclusion/);
    // Words of headings alone can be copied.
    await frame.evaluate(() => getSelection().selectAllChildren(document.querySelector('h3')));
    await says(who, 'Headings can be copied, but not cited.');
    await becomes(() => frame.locator('.bar button').count(), 1);
    await page.keyboard.press('Escape');
    await frame.evaluate(() => getSelection().removeAllRanges());
  },

  'selects words by keyboard, and says who spoke in their sentence': async workbench => {
    const { page } = workbench;
    const frame = await readingFrame(workbench);
    await frame.locator('#idm2022-1-d1c1s2').click();
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+Shift+ArrowRight'])
      await page.keyboard.press(key);
    await frame.locator('.bar', { hasText: 'Selected words' }).waitFor();
    await becomes(async () => (await frame.evaluate(() => getSelection().toString())).trim(), 'speakers called');
    await says(frame.locator('.bar .who'), /^Some speakers\b/);
    await page.keyboard.press('Escape');
  },

  'has its search and its selected words again after another tab stood in front of it': async workbench => {
    const { page } = workbench;
    let frame = await readingFrame(workbench);
    const tab = page.locator('.tab', { hasText: 'Source' });
    // Another tab beside it: a key opens files where the focus is, so that has to have come to the page first.
    await frame.locator('aside.ours').click();
    await page.locator('.editor-group-container.active .tab.active', { hasText: 'Source' }).waitFor();
    await workbench.openFile('notes.md');
    await tab.click();
    frame = await readingFrame(workbench);
    await frame.locator('#query').fill('skills');
    await frame.locator('#found li.active').waitFor();
    await selectWords(frame, 'idm2022-1-d1c1s1', 'deaths and disappearances of migrants');
    await frame.locator('.bar', { hasText: 'Selected words' }).waitFor();
    await page.locator('.tab[data-resource-name="notes.md"]').click();
    await becomes(() => frame.isDetached(), true, 'the page is gone while it is hidden');
    await tab.click();
    frame = await readingFrame(workbench);
    await frame.locator('.bar', { hasText: 'Selected words' }).waitFor();
    await becomes(() => frame.evaluate(() => getSelection().toString()), 'deaths and disappearances of migrants');
    await becomes(() => frame.locator('#query').inputValue(), 'skills');
    await says(frame.locator('#found li.active mark').first(), /^skills/);
    // Nothing is left for the next run.
    await frame.locator('#query').fill('');
    await frame.locator('#found li').first().waitFor({ state: 'detached' });
    await frame.evaluate(() => getSelection().removeAllRanges());
    await frame.locator('.bar .does').waitFor({ state: 'detached' });
    await workbench.goToTab('reading.md');
  },

  'leads to the citation in the draft, and a citation leads back': async workbench => {
    const { page } = workbench;
    const frame = await readingFrame(workbench);
    await frame.locator('[data-id="idm2022-1-d2c4"] .cited').click();
    await page.locator('.editor-group-container.active .tab.active', { hasText: 'reading.md' }).waitFor();
    await page.locator('.editor-group-container.active .selected-text').first().waitFor();
    await workbench.runCommand('IDM Findings: Read the Source');
    await frame.locator('[data-id="idm2022-1-d2c4"].entry.chosen').waitFor();
  },

  'comes back where it was, with what the draft cites, when the window is loaded again': async workbench => {
    const there = frame =>
      frame.locator('[data-id="idm2022-1-d2c4"].entry').evaluate(entry => entry.getBoundingClientRect().top);
    const page = await readingFrame(workbench);
    await becomes(
      () => page.evaluate(() => window.scrollY),
      scrolled => assert.ok(scrolled > 0),
    );
    // It may still be on its way to where it was asked to be.
    const before = await calms(() => there(page));
    const first = await page.evaluate(() =>
      [...document.querySelectorAll('.sentence')]
        .find(each => each.getBoundingClientRect().bottom > 0)
        .getAttribute('data-id'),
    );
    await workbench.stored(`"scrolled":{"name":"${first}"`);
    await workbench.set({});
    const frame = await readingFrame(workbench);
    await frame.getByText('Cited in reading.md: 2 of 26 conclusions').waitFor();
    // What is cited is told above the text, and moves nothing.
    await becomes(
      () => there(frame),
      after => assert.ok(Math.abs(after - before) < 2, `${after} is not ${before}`),
    );
  },
};
