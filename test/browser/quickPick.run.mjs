// The quick pick: our ranking kept, several picked, other forms by button.
import assert from 'node:assert/strict';
import { domain } from './domain.mjs';

export const title = 'The quick pick';

const draft = '# Declaration\n\nWe note the risks.\n';

export const options = { files: { 'pick.md': draft } };

const { cite, search, library } = domain();
const list = page => page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
const input = page => page.locator('.quick-input-widget input.input');

/** Milliseconds until a person has seen a new list: a check made while one is under way is gone with the old one. */
const seen = 400;

const sortedOtherwise = ['pandemic', 'rights', 'skills'];

/** How the list itself sorts: rows whose label matches first, of these the ones that begin with the words, then by the alphabet. */
function byLabel(query, all) {
  const matches = all.filter(label => label.toLowerCase().includes(query));
  const begins = label => label.toLowerCase().startsWith(query);
  return [...matches.sort((a, b) => begins(b) - begins(a) || a.localeCompare(b)), ...all.filter(label => !matches.includes(label))];
}

async function open(workbench, query) {
  await workbench.setCursor(3, 18);
  await workbench.press('ControlOrMeta+k', 'q');
  await input(workbench.page).waitFor();
  if (query) await workbench.type(query, 5);
}

/** The labels of the conclusions in the list, from the top, as far as they are on screen. */
async function labels(page) {
  const rows = await list(page).evaluateAll(all => all
    .map(one => ({ top: one.getBoundingClientRect().top, label: one.querySelector('.label-name')?.textContent ?? '' }))
    .sort((a, b) => a.top - b.top));
  return rows.map(({ label }) => label);
}

/** Waits until the list begins with these labels. */
async function shows(page, expected, query) {
  let shown = [];
  for (let tries = 0; tries < 50; tries++) {
    shown = (await labels(page)).slice(0, expected.length);
    if (shown.join('|') === expected.join('|')) return;
    await page.waitForTimeout(100);
  }
  assert.deepEqual(shown, expected, `the order for “${query}”`);
}

/** Asks other words in the open list. With checks in it, the list waits for the editor's word on them. */
async function ask(workbench, words) {
  await input(workbench.page).click();
  await workbench.press('ControlOrMeta+A');
  await workbench.type(words, 10);
  const [best] = search(words);
  await list(workbench.page).filter({ hasText: best.label }).first().waitFor();
  await workbench.page.waitForTimeout(seen * 2);
}

async function restored(workbench) {
  await workbench.undo();
  assert.equal(await workbench.savedText('pick.md'), draft, 'one undo takes it back');
}

export const runs = {
  'keeps our ranking, also for words that stand in a worse row\'s label': async workbench => {
    const { page } = workbench;
    await workbench.openFile('pick.md');
    // Queries whose words are in the labels of rows that are not the best: the list would sort those first.
    for (const query of ['migrnts', 'climat negotations', 'undocumented migrants access to services', ...sortedOtherwise]) {
      const expected = search(query).map(({ label }) => label);
      assert.ok(expected.length > 0, query);
      await open(workbench, query);
      await shows(page, expected.slice(0, 7), query);
      await workbench.press('Escape');
      await input(page).waitFor({ state: 'hidden' });
    }
  },

  'is in an order that the list would not have given': () => {
    for (const query of sortedOtherwise) {
      const ours = search(query).map(({ label }) => label);
      assert.notDeepEqual(ours.slice(0, 7), byLabel(query, ours).slice(0, 7), `“${query}” proves nothing any more: choose another`);
    }
  },

  'shows who, the day and the words that matched': async workbench => {
    const { page } = workbench;
    const [best] = search('climat negotations');
    await open(workbench, 'climat negotations');
    const row = list(page).filter({ hasText: best.label }).first();
    await row.waitFor();
    assert.equal(await row.locator('.label-description').innerText(), 'no speaker named · Day 2');
    assert.match(await row.innerText(), /negotiations/);
    await workbench.press('Escape');
  },

  'says what a finding was found without': async workbench => {
    const { page } = workbench;
    const [best] = search('drowning lampedusa');
    await open(workbench, 'drowning lampedusa');
    const row = list(page).filter({ hasText: best.label }).first();
    await row.waitFor();
    await page.waitForTimeout(seen);
    assert.match(await row.locator('.label-description').innerText(), / · without “lampedusa”$/);
    await workbench.press('Escape');
  },

  'takes the focused row on Enter when nothing is checked, for a misspelt query': async workbench => {
    const [best] = search('climat negotations');
    await open(workbench, 'climat negotations');
    await list(workbench.page).filter({ hasText: best.label }).first().waitFor();
    await workbench.press('Enter');
    await input(workbench.page).waitFor({ state: 'hidden' });
    await workbench.page.locator('.tab.active.dirty').waitFor();
    assert.match(await workbench.savedText('pick.md'), new RegExp(`We note the risks\\.\\[\\^${best.id}\\]\n\n\\[\\^${best.id}\\]: .*\n$`));
    await restored(workbench);
  },

  'keeps what is checked while the query changes, and inserts all of it': async workbench => {
    const { page } = workbench;
    await open(workbench, 'climate');
    const second = search('climate')[1];
    await shows(page, search('climate').slice(0, 2).map(({ label }) => label), 'climate');
    await page.waitForTimeout(seen);
    await workbench.press('ArrowDown', 'Space');
    await page.locator('.quick-input-widget', { hasText: '1 Selected' }).waitFor();
    await ask(workbench, 'youth');
    const [youth] = search('youth');
    await list(page).filter({ hasText: youth.label }).first().click();
    await page.locator('.quick-input-widget', { hasText: '2 Selected' }).waitFor();
    await workbench.press('Enter');
    await page.locator('.tab.active.dirty').waitFor();
    assert.ok((await workbench.savedText('pick.md')).includes(`We note the risks.${cite([second.id, youth.id]).text}\n`));
    await restored(workbench);
  },

  'quotes by a row\'s button': async workbench => {
    const { page } = workbench;
    const [best] = search('missing migrants panel');
    await open(workbench, 'missing migrants panel');
    const row = list(page).filter({ hasText: best.label }).first();
    await row.hover();
    await row.locator('[aria-label^="Insert as a block quotation"]').click();
    await page.locator('.tab.active.dirty').waitFor();
    assert.ok((await workbench.savedText('pick.md')).includes(`\n> ${library.resolve(best.id).entry.text}[^${best.id}]\n`));
    await restored(workbench);
  },

  'opens the source by a row\'s button': async workbench => {
    const { page } = workbench;
    await open(workbench, 'missing migrants panel');
    const row = list(page).first();
    await row.hover();
    await row.locator('[aria-label^="Open in the source"]').click();
    await workbench.frameWith('#idm2022-1-d1c1s1, .entry.chosen');
  },
};
