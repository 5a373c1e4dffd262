// The quick pick: our ranking kept, several picked, other forms by button.
import assert from 'node:assert/strict';
import { becomes } from '../host/becomes.mjs';
import { domain } from './domain.mjs';

export const title = 'The quick pick';

const draft = '# Declaration\n\nWe note the risks.\n';

export const options = { files: { 'pick.md': draft } };

const { cite, search, library } = domain();
const list = page => page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
const input = page => page.locator('.quick-input-widget input.input');
/** What the list calls what a query finds: each finding by its number and label. */
const called = query => search(query).map(({ day, ordinal, label }) => `${day}.${ordinal} ${label}`);
const best = query => called(query).slice(0, 7);

const sortedOtherwise = ['pandemic', 'rights', 'pathways'];

/**
 * How the list itself sorts: rows whose label matches first, of these the ones that begin with the words, then by the
 * alphabet.
 */
function byLabel(query, all) {
  const matches = all.filter(label => label.toLowerCase().includes(query));
  const begins = label => label.toLowerCase().startsWith(query);
  return [
    ...matches.sort((a, b) => begins(b) - begins(a) || a.localeCompare(b)),
    ...all.filter(label => !matches.includes(label)),
  ];
}

/** Opens the list and enters words at once, for which it makes one list: none is still to come once that is shown. */
async function open(workbench, query) {
  await workbench.setCursor(3, 18);
  await workbench.press('ControlOrMeta+k', 'q');
  await workbench.waitForQuickPick();
  await workbench.page.locator('.quick-input-widget input.input:focus').waitFor();
  if (query !== '') await workbench.page.keyboard.insertText(query);
}

async function close(workbench) {
  await workbench.press('Escape');
  await input(workbench.page).waitFor({ state: 'hidden' });
}

/** The labels of the conclusions in the list, from the top, as far as they are on screen. */
async function labels(page) {
  const rows = await list(page).evaluateAll(all =>
    all
      .map(one => ({
        top: one.getBoundingClientRect().top,
        label: one.querySelector('.label-name')?.textContent ?? '',
      }))
      .sort((a, b) => a.top - b.top),
  );
  return rows.map(({ label }) => label);
}

/** Waits until the list begins with the best for a query. */
async function shows(page, query) {
  const expected = best(query);
  assert.ok(expected.length > 0, query);
  await becomes(async () => (await labels(page)).slice(0, expected.length), expected, `the order for “${query}”`);
}

/** Replaces the words of the open list at once and waits for what they find; `before` is what was shown until then. */
async function ask(workbench, query, before) {
  const found = best(query);
  assert.notDeepEqual(found, before.slice(0, found.length), `“${query}” finds what is shown already: choose another`);
  await input(workbench.page).click();
  await workbench.press('ControlOrMeta+A');
  await workbench.page.keyboard.insertText(query);
  await shows(workbench.page, query);
}

async function restored(workbench) {
  await workbench.takesKeys('pick.md');
  await workbench.undo();
  await workbench.saves('pick.md', draft, 'one undo takes it back');
}

export const runs = {
  "keeps our ranking, also for words that stand in a worse row's label": async workbench => {
    const { page } = workbench;
    await workbench.openFile('pick.md');
    // Queries whose words are in the labels of rows that are not the best: the list would sort those first.
    for (const query of [
      'migrnts',
      'climat negotations',
      'undocumented migrants access to services',
      ...sortedOtherwise,
    ]) {
      await open(workbench, query);
      await shows(page, query);
      await close(workbench);
    }
  },

  'is in an order that the list would not have given': () => {
    for (const query of sortedOtherwise) {
      assert.notDeepEqual(
        best(query),
        byLabel(query, called(query)).slice(0, 7),
        `“${query}” proves nothing any more: choose another`,
      );
    }
  },

  'shows the number, who, and the words that matched': async workbench => {
    const { page } = workbench;
    await open(workbench, 'climat negotations');
    const row = list(page)
      .filter({ hasText: best('climat negotations')[0] })
      .first();
    await becomes(() => row.locator('.label-description').innerText(), 'no speaker named');
    await becomes(() => row.innerText(), /negotiations/);
    await close(workbench);
  },

  'says what a finding was found without': async workbench => {
    const { page } = workbench;
    await open(workbench, 'drowning Lampedusa');
    const row = list(page)
      .filter({ hasText: best('drowning Lampedusa')[0] })
      .first();
    await becomes(() => row.locator('.label-description').innerText(), / · without “Lampedusa”$/);
    await close(workbench);
    await open(workbench, 'drowning lamp');
    await becomes(
      async () => (await labels(page)).slice(0, 2),
      called('drowning').slice(0, 2),
      'a word on its way empties no list',
    );
    await becomes(() => row.locator('.label-description').innerText(), / · without “lamp”$/);
    await close(workbench);
  },

  'says who spoke as the list after @ does': async workbench => {
    const { page } = workbench;
    await open(workbench, 'legal identity');
    const row = list(page).filter({ hasText: '2.1 Right to legal identity' }).first();
    await becomes(() => row.locator('.label-description').innerText(), 'partly speakers');
    await close(workbench);
  },

  'says above its rows that there are none': async workbench => {
    const { page } = workbench;
    const heading = page.locator('.quick-input-widget:visible .quick-input-title');
    await open(workbench, 'qqqqx');
    await becomes(() => heading.innerText(), 'Insert Citation: no finding matches');
    await becomes(() => list(page).count(), 0);
    await workbench.press(...Array.from('qqqqx', () => 'Backspace'));
    await becomes(() => heading.innerText(), 'Insert Citation');
    await close(workbench);
  },

  'offers the values of a filter, and what the chosen one leaves': async workbench => {
    const { page } = workbench;
    await open(workbench, 'by:');
    await becomes(
      async () => (await labels(page)).slice(0, 4),
      ['by:consensus', 'by:participants', 'by:speakers', 'by:some'],
    );
    const some = list(page).filter({ hasText: 'by:some' }).first();
    await becomes(() => some.locator('.label-description').innerText(), 'some speakers · 1 finding');
    await becomes(
      () => list(page).first().locator('.label-description').innerText(),
      '1 finding',
      'a value’s name is not said twice',
    );
    await becomes(() => some.innerText(), /a draft that names all speakers, or States, says too much/);
    await workbench.screenshot('quick-pick-filter');
    await workbench.calm(list(page));
    await some.click();
    await becomes(() => input(page).inputValue(), 'by:some ');
    await becomes(() => labels(page), ['1.1 Missing migrants: panel']);
    await page.locator('.quick-input-widget', { hasText: '0 Selected' }).waitFor();
    await input(page).click();
    await workbench.press('ControlOrMeta+A');
    await workbench.type('theme:');
    await becomes(async () => (await labels(page))[0], 'Day 1');
    await list(page).and(page.locator('.focused')).filter({ hasText: 'Day 1' }).waitFor();
    await workbench.press('Enter');
    await becomes(() => input(page).inputValue(), 'day:1 theme:1 ');
    await becomes(async () => (await labels(page))[0], '1.1 Missing migrants: panel');
    await close(workbench);
  },

  'takes the focused row on Enter when nothing is checked, for a misspelt query': async workbench => {
    const { page } = workbench;
    const [{ id, label }] = search('climat negotations');
    await open(workbench, '');
    await workbench.type('climat negotations', 5);
    await shows(page, 'climat negotations');
    await list(page).and(page.locator('.focused')).filter({ hasText: label }).waitFor();
    await workbench.press('Enter');
    await input(page).waitFor({ state: 'hidden' });
    await workbench.saves('pick.md', new RegExp(`We note the risks\\.\\[\\^${id}\\]\n\n\\[\\^${id}\\]: .*\n$`));
    await restored(workbench);
  },

  'keeps what is checked while the query changes, and inserts all of it': async workbench => {
    const { page } = workbench;
    await open(workbench, '');
    await ask(workbench, 'legal identity', await labels(page));
    const second = search('legal identity')[1];
    const focused = list(page).and(page.locator('.focused'));
    await focused.filter({ hasText: best('legal identity')[0] }).waitFor();
    await workbench.press('ArrowDown');
    await focused.filter({ hasText: second.label }).waitFor();
    await workbench.press('Space');
    await page.locator('.quick-input-widget', { hasText: '1 Selected' }).waitFor();
    await ask(workbench, 'vaccine equity', await labels(page));
    const [other] = search('vaccine equity');
    await list(page).filter({ hasText: other.label }).first().click();
    await page.locator('.quick-input-widget', { hasText: '2 Selected' }).waitFor();
    await workbench.press('Enter');
    const inserted = `We note the risks.${cite([second.id, other.id]).text}\n`;
    await workbench.saves('pick.md', text => assert.ok(text.includes(inserted), text));
    await restored(workbench);
  },

  'keeps a check made while a new list is on its way': async workbench => {
    const { page } = workbench;
    await open(workbench, '');
    await ask(workbench, 'legal identity', await labels(page));
    const [, second] = search('legal identity');
    // Typed and checked in one go: the editor has not heard of the new words when it tells of the check.
    await page.evaluate(label => {
      /** @type {HTMLInputElement} */
      const words = document.querySelector('.quick-input-widget input.input');
      const rows = [...document.querySelectorAll('.quick-input-widget .quick-input-list .monaco-list-row')];
      const row = rows.find(each => each.textContent.includes(label));
      words.value = 'vaccine equity';
      words.dispatchEvent(new Event('input', { bubbles: true }));
      /** @type {HTMLElement} */
      const box = row.querySelector('[role="checkbox"], input[type="checkbox"]');
      box.click();
    }, second.label);
    await shows(page, 'vaccine equity');
    await page.locator('.quick-input-widget', { hasText: '1 Selected' }).waitFor();
    await list(page).filter({ hasText: second.label }).first().waitFor();
    await workbench.press('Enter');
    const inserted = `We note the risks.${cite([second.id]).text}\n`;
    await workbench.saves('pick.md', text => assert.ok(text.includes(inserted), text));
    await restored(workbench);
  },

  "quotes by a row's button": async workbench => {
    const { page } = workbench;
    const [{ id, label }] = search('missing migrants panel');
    await open(workbench, 'missing migrants panel');
    await shows(page, 'missing migrants panel');
    const row = list(page).filter({ hasText: label }).first();
    await workbench.calm(list(page));
    await row.hover();
    await row.locator('[aria-label^="Insert as a block quotation"]').click();
    const inserted = `\n> ${library.resolve(id).entry.text}[^${id}]\n`;
    await workbench.saves('pick.md', text => assert.ok(text.includes(inserted), text));
    await restored(workbench);
  },

  "opens the source by a row's button": async workbench => {
    const { page } = workbench;
    await open(workbench, 'missing migrants panel');
    await shows(page, 'missing migrants panel');
    const row = list(page).first();
    await workbench.calm(list(page));
    await row.hover();
    await row.locator('[aria-label^="Open in the source"]').click();
    await workbench.frameWith('#idm2022-1-d1c1s1, .entry.chosen');
  },
};
