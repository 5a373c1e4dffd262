// Typing `@` and a few words searches the findings; accepting replaces the whole trigger; one
// undo brings it back, byte for byte.
import assert from 'node:assert/strict';

export const title = 'Completion while typing';
export const hosts = ['node', 'web'];

const before = '# Declaration\n\nWe call for more regular migration.\n\nWe thank all who took part.\n';
const typed = before.replace('migration.', 'migration @climate negot.');
const marker = '[^idm2022-1-d2c11]';
const definition = `${marker}: International Organization for Migration, “International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches – Summary of conclusions”, online, 28 February–2 March 2022, day 2, eleventh conclusion.`;
const cited = `${before.replace('migration.', `migration.${marker}`)}\n${definition}\n`;

export const options = { files: {
  'middle.md': before,
  'windows.md': before.replaceAll('\n', '\r\n'),
  'end.md': 'We call for more regular migration',
  'words.md': 'We call for',
  'again.md': 'We call for',
} };

export const runs = {
  'the trigger is replaced, and one undo restores it byte for byte': async workbench => {
    await workbench.openFile('middle.md');
    await workbench.activated();
    await workbench.setCursor(3, 35);
    await workbench.type(' @climate negot');
    const rows = await workbench.waitForSuggest('COP27');
    assert.match(rows[0], /^Mobility at COP27/);
    await workbench.press('Enter');
    assert.equal(await workbench.savedText('middle.md'), cited);
    await workbench.undo();
    assert.equal(await workbench.savedText('middle.md'), typed);
  },
  'so it is in a draft with CRLF': async workbench => {
    await workbench.openFile('windows.md');
    await workbench.setCursor(3, 35);
    await workbench.type(' @climate negot');
    await workbench.waitForSuggest('COP27');
    await workbench.press('Tab');
    assert.equal(await workbench.savedText('windows.md'), cited.replaceAll('\n', '\r\n'));
    await workbench.undo();
    assert.equal(await workbench.savedText('windows.md'), typed.replaceAll('\n', '\r\n'));
  },
  'and at the very end of a draft without a final line break': async workbench => {
    await workbench.openFile('end.md');
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' @climate negot');
    await workbench.waitForSuggest('COP27');
    await workbench.press('Enter');
    assert.equal(await workbench.savedText('end.md'), `We call for more regular migration${marker}\n\n${definition}`);
    await workbench.undo();
    assert.equal(await workbench.savedText('end.md'), 'We call for more regular migration @climate negot');
  },
  'the list stays open across blanks, misspellings and Backspace, and ends with the sentence': async workbench => {
    await workbench.openFile('words.md');
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' @recogniton of skils');
    await workbench.waitForSuggest('Recognition of skills');
    await workbench.press('Backspace', 'Backspace');
    // A person reads on before the next sentence; the list of before the Backspace may still be shown.
    await workbench.page.waitForTimeout(500);
    await workbench.waitForSuggest('Recognition of skills');
    await workbench.type('. Next');
    await workbench.page.locator('.suggest-widget.visible').waitFor({ state: 'detached', timeout: 5000 });
    await workbench.press('Enter');
    assert.equal(await workbench.savedText('words.md'), 'We call for @recogniton of ski. Next\n');
  },
  'a list that came back leaves Enter to the text once nothing matches': async workbench => {
    const { page } = workbench;
    await workbench.openFile('again.md');
    await workbench.activated();
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' @qqqq');
    await page.waitForTimeout(500);
    assert.equal(await workbench.suggestIsOpen(), false);
    await workbench.press('Backspace', 'Backspace', 'Backspace', 'Backspace');
    await workbench.waitForSuggest('Missing migrants');
    await workbench.type('qqqqxzzz');
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor({ state: 'hidden' });
    await page.waitForTimeout(500);
    await workbench.press('Enter');
    assert.equal(await workbench.savedText('again.md'), 'We call for @qqqqxzzz\n');

    await workbench.type('@', 0);
    await workbench.waitForSuggest();
    await workbench.press('Escape', 'Control+Space');
    await workbench.waitForSuggest();
    await workbench.type('qqqqxzzz');
    await page.waitForTimeout(500);
    await workbench.press('Enter');
    assert.equal(await workbench.savedText('again.md'), 'We call for @qqqqxzzz\n@qqqqxzzz\n', 'nor one asked for by hand');
  },
};
