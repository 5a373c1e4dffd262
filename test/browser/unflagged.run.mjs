// Whatever is inserted, and typed on after it, has no problem of ours that the drafter's own words did not cause.
import { becomes, settles } from '../host/becomes.mjs';

export const title = 'Nothing complained of after an insertion';
export const hosts = ['node', 'web'];

const draft = '# Declaration\n\nWe thank all who took part\n\nThe end.\n';
const names = ['cited', 'quoted', 'block', 'whole', 'picked', 'row', 'dropped'];
export const options = { files: Object.fromEntries(names.map(name => [`${name}.md`, draft])), width: 1400 };

const status = page => page.locator('.statusbar-item[id="idm-findings.idm-findings.idmFindings.check"]');
const row = (page, text) => page.locator('.sidebar .pane-body .monaco-list-row').filter({ hasText: text }).first();
const list = page => page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');

/** Shows our sidebar, if another run has not: a click on its icon would hide it then. */
async function showOurs(workbench) {
  const { page } = workbench;
  if (!(await row(page, 'Missing migrants').isVisible()))
    await page.locator('.activitybar .action-item a[aria-label^="IDM Findings"]').first().click();
  await row(page, 'Missing migrants').waitFor();
  await workbench.calm();
}

/** Opens a draft with the cursor behind the words of its paragraph. */
async function open(workbench, name) {
  await workbench.openFile(`${name}.md`);
  await workbench.setCursor(3, 1);
  await workbench.press('End');
}

/** Waits until the draft's paragraph is as expected, and the check has found nothing in the draft. */
async function unflagged(workbench, name, expected) {
  const { page } = workbench;
  await page.locator('.tab.active', { hasText: `${name}.md` }).waitFor();
  await becomes(async () => (await workbench.savedText(`${name}.md`)).split('\n')[2], expected);
  // A check begins a moment after the last key, and may find what is gone after the next one.
  await settles(
    async () => (await status(page).locator('a').first().getAttribute('aria-label')) ?? '',
    /IDM Findings found no problem/,
    undefined,
    2000,
  );
}

async function complete(workbench, words, shown) {
  await workbench.type(words);
  await workbench.waitForSuggest(shown);
  await workbench.press('Enter');
  await workbench.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
}

export const runs = {
  'a citation, and a sentence typed on': async workbench => {
    await open(workbench, 'cited');
    await workbench.activated();
    await complete(workbench, ' @climate negot', 'COP27');
    await workbench.type('. We go on, and on.', 40);
    await unflagged(workbench, 'cited', 'We thank all who took part.[^idm2022-1-d2c11] We go on, and on.');
  },
  'a quotation, and a sentence typed on': async workbench => {
    await open(workbench, 'quoted');
    await complete(workbench, ': @"climate negot', '2.11');
    await workbench.type(' We go on.', 40);
    await unflagged(workbench, 'quoted', /^We thank all who took part: “[^”]*”\[\^idm2022-1-d2c11\] We go on\.$/);
  },
  'a block quotation, and the next paragraph': async workbench => {
    await open(workbench, 'block');
    await complete(workbench, ': @>climate negot', '2.11');
    await workbench.setCursor(7, 1);
    await workbench.press('End');
    await workbench.type(' We go on.', 40);
    await unflagged(workbench, 'block', 'We thank all who took part:');
  },
  'the document as a whole, and a sentence typed on': async workbench => {
    await open(workbench, 'whole');
    await complete(workbench, ' @international dialogue', 'The document as a whole');
    await workbench.type(', and more.', 40);
    await unflagged(workbench, 'whole', 'We thank all who took part,[^idm2022-1] and more.');
  },
  'two findings picked at once, and a stop': async workbench => {
    const { page } = workbench;
    await open(workbench, 'picked');
    // Without words, so that no later list takes the place of this one under the mouse.
    await workbench.pickCitation();
    for (const name of ['Missing migrants', 'The dead and families']) {
      const found = list(page).filter({ hasText: name }).first();
      await found.click();
      await found.locator('.monaco-checkbox.checked, input:checked').waitFor();
    }
    await page.keyboard.press('Enter');
    await page.locator('.tab.active.dirty', { hasText: 'picked.md' }).waitFor();
    await workbench.takesKeys('picked.md');
    await workbench.type('; so.', 60);
    await unflagged(workbench, 'picked', /^We thank all who took part;\[\^idm2022-1-d1c1c\d\] so\.$/);
  },
  'from a row of the sidebar, and a stop': async workbench => {
    const { page } = workbench;
    await open(workbench, 'row');
    await showOurs(workbench);
    await row(page, 'Missing migrants').hover();
    await row(page, 'Missing migrants').locator('a[aria-label^="Insert Citation"]').click();
    await page.locator('.tab.active.dirty', { hasText: 'row.md' }).waitFor();
    await page.locator('.editor-group-container.active .view-line').filter({ hasText: 'who' }).first().click();
    await workbench.takesKeys('row.md');
    await workbench.press('End');
    await workbench.type('.', 60);
    await unflagged(workbench, 'row', 'We thank all who took part.[^idm2022-1-d1c1]');
  },
  'dropped, and a stop': async workbench => {
    const { page } = workbench;
    await workbench.openFile('dropped.md');
    await showOurs(workbench);
    const words = page
      .locator('.editor-group-container.active .view-line')
      .filter({ hasText: 'who' })
      .first()
      .locator('span span')
      .last();
    const to = await words.boundingBox();
    // The draft before cited this row, and the list is drawn anew once the sidebar follows this one: a drag would end
    // then.
    await row(page, '1.1 (1×) Missing migrants').waitFor({ state: 'hidden' });
    await workbench.calm();
    await workbench.drop(row(page, 'Missing migrants'), { x: to.x + to.width - 4, y: to.y + 8 });
    await page.locator('.tab.active.dirty', { hasText: 'dropped.md' }).waitFor();
    // The cursor is behind the citation, and not behind the note's definition.
    await workbench.takesKeys('dropped.md');
    await workbench.type('.', 60);
    await unflagged(workbench, 'dropped', 'We thank all who took part.[^idm2022-1-d1c1]');
  },
};
