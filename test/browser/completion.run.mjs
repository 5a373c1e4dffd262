// Typing `@` and a few words searches the findings; accepting replaces the whole trigger; one
// undo brings it back, byte for byte.
import assert from 'node:assert/strict';
import { becomes, settles } from '../host/becomes.mjs';

export const title = 'Completion while typing';
export const hosts = ['node', 'web'];

const before = '# Declaration\n\nWe call for more regular migration.\n\nWe thank all who took part.\n';
const typed = before.replace('migration.', 'migration @climate negot.');
const marker = '[^idm2022-1-d2c11]';
const definition = `${marker}: International Organization for Migration, “International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches – Summary of conclusions”, online, 28 February–2 March 2022, day 2, eleventh conclusion.`;
const cited = `${before.replace('migration.', `migration.${marker}`)}\n${definition}\n`;

export const options = {
  files: {
    'middle.md': before,
    'windows.md': before.replaceAll('\n', '\r\n'),
    'end.md': 'We call for more regular migration',
    'words.md': 'We call for',
    'again.md': 'We call for',
    'rows.md': 'We call for ',
    'nothing.md': 'We call for',
    'accounts.md': 'Thanks to ',
    'filters.md': 'We call for ',
    'promised.md': '',
    'dismissed.md': '',
    'quoted.md': 'We recall ',
    'recent.md': 'We thank ',
  },
};

/**
 * What of the rows that are shown is cut off, or bold. Where a list was opened again by command, VS Code's snippets may
 * be in it, too.
 */
const flaws = page =>
  page.locator('.suggest-widget.visible .monaco-list-row').evaluateAll(rows =>
    rows.length === 0
      ? ['no rows']
      : rows
          .filter(row => !row.getAttribute('aria-label')?.endsWith(', Snippet'))
          .flatMap(row => {
            const cut = [
              ...row.querySelectorAll(
                '.left, .right, .label-name, .signature-label, .qualifier-label, .details-label, .monaco-icon-label',
              ),
            ]
              .filter(part => part.clientWidth > 0 && part.scrollWidth > part.clientWidth)
              .map(part => `${part.className} is cut: ${part.scrollWidth} > ${part.clientWidth}`);
            const bold = [...row.querySelectorAll('.highlight')].map(part => `“${part.textContent}” is bold`);
            return [...cut, ...bold].map(flaw => `${row.getAttribute('aria-label')}: ${flaw}`);
          }),
  );

/** Types what asks for a list, and takes it away again once the list was looked at. */
async function typedAway(workbench, words, look) {
  await workbench.type(words);
  await workbench.waitForSuggest();
  await look();
  await workbench.press('Escape');
  await workbench.press(...Array.from(words, () => 'Shift+ArrowLeft'));
  await workbench.press('Delete');
}

/** Whether it says at the cursor that nothing matches. VS Code draws that by CSS: it is in no text of the page. */
const saysNothing = page =>
  page
    .locator('.monaco-editor.focused .view-line span')
    .evaluateAll(all => all.some(each => getComputedStyle(each, '::after').content.includes('No finding matches')));

/** The row in focus as a screen reader says it, and of how many. */
const inFocus = page =>
  page
    .locator('.suggest-widget.visible .monaco-list-row.focused')
    .evaluate(row => ({ label: row.getAttribute('aria-label') ?? '', of: Number(row.getAttribute('aria-setsize')) }));

export const runs = {
  'the trigger is replaced, and one undo restores it byte for byte': async workbench => {
    await workbench.openFile('middle.md');
    await workbench.activated();
    await workbench.setCursor(3, 35);
    await workbench.type(' @climate negot');
    await becomes(
      async () => (await workbench.waitForSuggest('COP27'))[0],
      /^2\.11 +Mobility at COP27, no speaker named/,
    );
    await workbench.press('Enter');
    await workbench.saves('middle.md', cited);
    await workbench.undo();
    await workbench.saves('middle.md', typed);
  },
  'so it is in a draft with CRLF': async workbench => {
    await workbench.openFile('windows.md');
    await workbench.setCursor(3, 35);
    await workbench.type(' @climate negot');
    await workbench.waitForSuggest('COP27');
    await workbench.press('Tab');
    await workbench.saves('windows.md', cited.replaceAll('\n', '\r\n'));
    await workbench.undo();
    await workbench.saves('windows.md', typed.replaceAll('\n', '\r\n'));
  },
  'and at the very end of a draft without a final line break': async workbench => {
    await workbench.openFile('end.md');
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' @climate negot');
    await workbench.waitForSuggest('COP27');
    await workbench.press('Enter');
    await workbench.saves('end.md', `We call for more regular migration${marker}\n\n${definition}`);
    await workbench.undo();
    await workbench.saves('end.md', 'We call for more regular migration @climate negot');
  },
  'the list stays open across blanks, misspellings and Backspace, and ends with the sentence': async workbench => {
    await workbench.openFile('words.md');
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' @recogniton of skils');
    await workbench.waitForSuggest('Recognition of skills');
    await workbench.press('Backspace', 'Backspace');
    // A person reads on before the next sentence; the list of before the Backspace may still be shown.
    await settles(async () => (await workbench.waitForSuggest('Recognition of skills')).length > 0, true);
    await workbench.type('. Next');
    await workbench.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
    await workbench.press('Enter');
    await workbench.saves('words.md', 'We call for @recogniton of ski. Next\n');
  },
  'a list that came back leaves Enter to the text once nothing matches': async workbench => {
    const { page } = workbench;
    await workbench.openFile('again.md');
    await workbench.activated();
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' @qqqq');
    await becomes(() => saysNothing(page), true);
    await settles(workbench.suggestIsOpen, false);
    await workbench.press('Backspace', 'Backspace', 'Backspace', 'Backspace');
    await workbench.waitForSuggest();
    await workbench.type('qqqqxzzz');
    await settles(workbench.suggestIsOpen, false);
    await workbench.press('Enter');
    await workbench.saves('again.md', 'We call for @qqqqxzzz\n');

    await workbench.type('@', 0);
    await workbench.waitForSuggest();
    await workbench.press('Escape', 'Control+Space');
    await workbench.waitForSuggest();
    await workbench.type('qqqqxzzz');
    await settles(workbench.suggestIsOpen, false);
    await workbench.press('Enter');
    await workbench.saves('again.md', 'We call for @qqqqxzzz\n@qqqqxzzz\n', 'nor one asked for by hand');
  },
  'no row is cut, and no letter is bold that did not match': async workbench => {
    const { page } = workbench;
    await workbench.openFile('rows.md');
    await workbench.activated();
    await workbench.press('ControlOrMeta+End');
    for (const words of [
      '@',
      '@climate negot',
      '@cop27',
      '@human',
      '@the right to legal identity',
      '@migrants',
      '@day:1 ',
      '@day:2 ',
      '@day:3 ',
      '@by:nobody ',
      '@2030 agenda 2030',
      '@d2c11',
      '@idm2022',
      '@international dialogue',
      '@"climate',
      '@"migrants',
      '@"participants noted',
      '@>health services',
      '@"',
      '@skills',
      '@introduction',
      '@"introduction',
      '@"closing',
      '@Vitorino',
    ]) {
      await typedAway(workbench, words, async () => {
        for (let turn = 0; turn < 2; turn++) {
          await settles(() => flaws(page), [], words);
          await workbench.press('PageDown');
        }
      });
    }
    // What is typed of a value is bold in it.
    const bold = {
      '@day:': /“day:” is bold/,
      '@theme:': /^$/,
      '@by:': /“by:” is bold/,
      '@by:s': /“by:s” is bold/,
      '@gcm:': /“gcm:” is bold/,
      '@gcm:a': /^$/,
    };
    for (const [words, expected] of Object.entries(bold)) {
      await typedAway(workbench, words, () =>
        settles(async () => (await flaws(page)).filter(flaw => !expected.test(flaw)), [], words),
      );
    }
    await workbench.saves('rows.md', 'We call for ');
  },
  'nothing matching is said once, quietly, and Enter is a line break': async workbench => {
    const { page } = workbench;
    await workbench.openFile('nothing.md');
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' @qqqqx');
    await becomes(() => saysNothing(page), true);
    await workbench.type('z');
    await settles(() => saysNothing(page), true, 'nothing matches still');
    await workbench.screenshot('nothing-found');
    await becomes(workbench.suggestIsOpen, false);
    await becomes(() => saysNothing(page), false, 'for a while only');
    await workbench.type('z');
    await settles(() => saysNothing(page), false, 'and once', 1500);
    await workbench.press('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
    await workbench.waitForSuggest();
    await workbench.type('qqqqx');
    await becomes(() => saysNothing(page), true, 'anew once something has matched');
    await workbench.press('Enter');
    await settles(() => saysNothing(page), false, 'and not where nothing is asked for');
    await workbench.saves('nothing.md', 'We call for @qqqqx\n');
  },
  'accounts of social networks are left alone until somebody asks': async workbench => {
    const { page } = workbench;
    await workbench.openFile('accounts.md');
    await workbench.press('ControlOrMeta+End');
    for (const account of ['@UNmigration', '@IOM_news', '@iom2022']) {
      await workbench.type(account);
      let told = false;
      await settles(
        async () => {
          told ||= await saysNothing(page);
          return { told, open: await workbench.suggestIsOpen() };
        },
        { told: false, open: false },
        account,
        1500,
      );
      await workbench.press('Enter');
    }
    await workbench.type('@UNmigration reports on health');
    await settles(workbench.suggestIsOpen, false);
    await workbench.press('Control+Space');
    await workbench.waitForSuggest();
    await workbench.press('Escape');
    await workbench.saves('accounts.md', 'Thanks to @UNmigration\n@IOM_news\n@iom2022\n@UNmigration reports on health');
  },
  'a filter offers its values, and what the chosen one leaves': async workbench => {
    await workbench.openFile('filters.md');
    await workbench.activated();
    await workbench.press('ControlOrMeta+End');
    await workbench.type('@by:');
    await becomes(
      async () => (await workbench.waitForSuggest('by:consensus')).join('\n'),
      /^by:some +some speakers, 1 finding/m,
    );
    await workbench.type('som');
    await workbench.waitForSuggest('Missing migrants');
    await workbench.press('Backspace', 'Backspace', 'Backspace');
    await workbench.waitForSuggest('by:consensus');
    // The list may be that of an earlier key: another one would have its first row in focus again.
    const focusedRow = workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused');
    await workbench.calm(workbench.page.locator('.suggest-widget.visible .monaco-list-row'));
    await workbench.press('ArrowDown');
    await focusedRow.filter({ hasNotText: 'by:consensus' }).waitFor();
    await workbench.press('Enter');
    await workbench.waitForSuggest(/^\D*1\.1/);
    await workbench.type('migrants');
    await settles(workbench.suggestIsOpen, true);
    await workbench.press('Enter');
    await workbench.saves('filters.md', /^We call for\[\^idm2022-1-d\dc\d+\]/);
  },
  'a value of a filter lists all findings that it promises, and nothing else': async workbench => {
    const { page } = workbench;
    await workbench.openFile('promised.md');
    await workbench.press('ControlOrMeta+End');
    for (const [field, name] of Object.entries({ 'day:': /^day:2\b/, 'by:': /^by:speakers\b/, 'gcm:': /^gcm:5\b/ })) {
      await workbench.type(`@${field}`);
      await workbench.waitForSuggest(field);
      for (let steps = 0; !name.test((await inFocus(page)).label); steps++) {
        assert.ok(steps < 30, `there is no ${name}`);
        const { label } = await inFocus(page);
        await workbench.press('ArrowDown');
        await becomes(
          async () => (await inFocus(page)).label,
          now => assert.notEqual(now, label),
        );
      }
      const promised = Number(/(\d+) findings/.exec((await inFocus(page)).label)?.[1]);
      assert.ok(promised > (field === 'day:' ? 7 : 1), `${promised}`);
      await workbench.press('Enter');
      await workbench.waitForSuggest(/^\D*\d\.\d/);
      await settles(async () => (await inFocus(page)).of, promised, field);
      if (field === 'day:') await workbench.screenshot('promised');
      await workbench.type('m');
      await settles(workbench.suggestIsOpen, true);
      await workbench.press('Backspace');
      await becomes(async () => (await inFocus(page)).of, promised, `${field} after Backspace`);
      await workbench.press('Escape', 'Shift+Home', 'Delete');
    }
    await workbench.saves('promised.md', '');
  },
  'stays away once it is dismissed, also where Backspace mends the word': async workbench => {
    await workbench.openFile('dismissed.md');
    await workbench.activated();
    await workbench.type('@climate');
    await workbench.waitForSuggest('Climate finance');
    await workbench.press('Escape');
    await becomes(workbench.suggestIsOpen, false);
    await workbench.press('Backspace', 'Backspace');
    await settles(workbench.suggestIsOpen, false, 'after Backspace', 1500);
    await workbench.saves('dismissed.md', '@clima');
  },
  'a quotation is of the sentence that matches best': async workbench => {
    await workbench.openFile('quoted.md');
    await workbench.press('ControlOrMeta+End');
    await workbench.type('@"high-level panel on deaths');
    // Rows of earlier keys may quote another sentence.
    await settles(async () => (await workbench.waitForSuggest('panel')).length > 0, true);
    await workbench.press('Enter');
    await workbench.saves('quoted.md', /^We recall “some speakers [^”]*”\.\[\^idm2022-1-d1c1\]/);
  },
  'findings used last come first, and are called so': async workbench => {
    await workbench.openFile('recent.md');
    await workbench.press('ControlOrMeta+End');
    await workbench.type('@');
    // The best row is in focus.
    const rows = await workbench.waitForSuggest('recently used');
    const used = rows.filter(row => row.includes(', recently used, '));
    assert.ok(used.length > 0 && used.length <= 5 && used.length < rows.length, rows.join('\n'));
    await workbench.screenshot('recently-used');
    await workbench.press('Escape');
    await workbench.saves('recent.md', 'We thank @');
  },
};
