// Punctuation typed right after a new footnote mark goes before it; undo takes it back first, then the citation.
import assert from 'node:assert/strict';
import { becomes, calms, settles, stays } from '../host/becomes.mjs';

export const title = 'Typing after a new mark';
export const hosts = ['node', 'web'];

const mark = '[^idm2022-1-d2c11]';

// Not wrapped, so that a line that is drawn is one of the draft.
export const options = {
  settings: { '[markdown]': { 'editor.wordWrap': 'off' } },
  files: {
    'stop.md': 'We call for more regular migration\n\nMore.\n',
    'fast.md': 'We call for\n\nMore.\n',
    'quoted.md': 'They said “it helps\n\nMore.\n',
    'cursors.md': 'One\n\nTwo\n\nMore.\n',
    'french.md': '---\nlang: fr\n---\n\nNous demandons\n\nFin.\n',
    'own.md': 'They said:\n\nMore.\n',
    'within.md': 'They said that\n\nMore.\n',
    'ownFrench.md': '---\nlang: fr\n---\n\nIls ont dit\n\nFin.\n',
    'off.md': 'We call for\n\nMore.\n',
    'cell.ipynb': JSON.stringify({
      cells: [{ cell_type: 'markdown', metadata: {}, source: ['We call for'] }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    }),
  },
};

/** The draft without the definition that an insertion added. */
const words = text => text.replace(/\n*^\[\^idm[^\]]*\]: .*$/gmu, '');

/** Types a trigger at the end of a line and accepts the first finding. */
async function cite(workbench, file, line, { trigger = '@', shown = 'COP27' } = {}) {
  await workbench.openFile(file);
  await workbench.setCursor(line, 1);
  await workbench.press('End');
  await workbench.type(` ${trigger}climate negot`);
  await workbench.waitForSuggest(shown);
  await workbench.press('Enter');
  await workbench.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
}

/**
 * Holds the draft's text to what is expected once the editor shows some of it: what is saved before a move comes is
 * saved without it.
 */
async function showsAndSaves(workbench, file, part, expected) {
  await workbench.page.locator('.editor-group-container.active .view-line').filter({ hasText: part }).first().waitFor();
  await becomes(async () => words(await workbench.savedText(file)), expected);
}

/** Undoes one step, and gives the line that stands there then. */
async function undone(workbench, line) {
  const before = await workbench.drawnLine(line);
  await workbench.undo();
  await becomes(
    () => workbench.drawnLine(line),
    now => assert.notEqual(now, before, 'undo changes something'),
  );
  // While lines are drawn anew, one may be empty for a moment.
  return calms(() => workbench.drawnLine(line));
}

export const runs = {
  'a full stop goes before the mark, and undo takes it back before the citation': async workbench => {
    await workbench.openFile('stop.md');
    await workbench.activated();
    await cite(workbench, 'stop.md', 1);
    await workbench.type('.', 60);
    await showsAndSaves(
      workbench,
      'stop.md',
      `migration.${mark}`,
      `We call for more regular migration.${mark}\n\nMore.\n`,
    );
    await workbench.type(' Next');
    await showsAndSaves(workbench, 'stop.md', ' Next', `We call for more regular migration.${mark} Next\n\nMore.\n`);
    const seen = [];
    do seen.push(await undone(workbench, 1));
    while (seen.at(-1).includes(mark));
    assert.ok(seen.includes(`We call for more regular migration${mark}`), seen.join(' | '));
    const stop = seen.indexOf(`We call for more regular migration${mark}`);
    assert.equal(seen[stop + 1], 'We call for more regular migration @climate negot', seen.join(' | '));
    assert.ok(
      seen.slice(0, stop).every(line => line.includes(`.${mark}`)),
      seen.join(' | '),
    );
  },
  'nothing is garbled however fast it is typed': async workbench => {
    await cite(workbench, 'fast.md', 1);
    await workbench.type('. Migrants need it; States said so.', 0);
    await showsAndSaves(
      workbench,
      'fast.md',
      `for.${mark}`,
      `We call for.${mark} Migrants need it; States said so.\n\nMore.\n`,
    );
  },
  'a closing quotation mark and the stop after it': async workbench => {
    await cite(workbench, 'quoted.md', 1);
    await workbench.type('”.', 60);
    await showsAndSaves(workbench, 'quoted.md', `”.${mark}`, `They said “it helps”.${mark}\n\nMore.\n`);
  },
  'at several cursors': async workbench => {
    await workbench.openFile('cursors.md');
    await workbench.setCursor(1, 4);
    await workbench.page.keyboard.down('Alt');
    await workbench.page
      .locator('.editor-group-container.active .view-line')
      .filter({ hasText: 'Two' })
      .click({ position: { x: 60, y: 8 } });
    await workbench.page.keyboard.up('Alt');
    await workbench.type(' @climate negot');
    await workbench.waitForSuggest('COP27');
    await workbench.press('Enter');
    for (const line of ['One', 'Two'])
      await workbench.page
        .locator('.editor-group-container.active .view-line')
        .filter({ hasText: line + mark })
        .waitFor();
    await workbench.type(', so', 60);
    await showsAndSaves(workbench, 'cursors.md', `Two,${mark}`, `One,${mark} so\n\nTwo,${mark} so\n\nMore.\n`);
  },
  'it stays after the mark in French': async workbench => {
    await cite(workbench, 'french.md', 5);
    await workbench.type('.', 60);
    await stays(
      async () => words(await workbench.savedText('french.md')),
      `---\nlang: fr\n---\n\nNous demandons${mark}.\n\nFin.\n`,
    );
  },
  'a second stop after a quotation is left out, and undo brings it back before the quotation goes': async workbench => {
    /** @type {[string, number, string][]} */
    const quotations = [
      ['own.md', 1, `.”${mark}`],
      ['within.md', 1, `”.${mark}`],
      ['ownFrench.md', 5, `\u00a0»${mark}.`],
    ];
    for (const [file, line, end] of quotations) {
      await cite(workbench, file, line, { trigger: '@"', shown: '2.11' });
      const shown = () => workbench.drawnLine(line);
      const quoted = await becomes(shown, text => assert.ok(text.endsWith(end.replace('\u00a0', ' ')), text));
      await workbench.type('.', 60);
      await settles(shown, quoted, 'the stop is left out', 1500);
      await becomes(
        async () => words(await workbench.savedText(file)).split('\n')[line - 1],
        text => {
          assert.equal(text.replaceAll('\u00a0', ' '), quoted);
          assert.ok(text.endsWith(end), text);
        },
      );
      const seen = [];
      for (let steps = 0; steps < 3; steps++) seen.push(await undone(workbench, line));
      assert.deepEqual(seen.slice(0, 2), [`${quoted}.`, quoted]);
      assert.ok(!seen[2].includes(mark), seen.join(' | '));
    }
  },
  'in a cell of a notebook': async workbench => {
    const { page } = workbench;
    await workbench.press('ControlOrMeta+P');
    await (await workbench.quickInput('')).fill('cell.ipynb');
    await page
      .locator('.quick-input-list .monaco-list-row.focused')
      .filter({ hasText: 'cell.ipynb' })
      .first()
      .waitFor();
    await workbench.press('Enter');
    const line = page.locator('.notebookOverlay .view-line').first();
    // The cell's words are drawn in a frame; Enter edits the cell once they are.
    for (let tries = 1; ; tries++) {
      await workbench.press('Enter');
      if (
        await line.waitFor({ timeout: 5000 }).then(
          () => true,
          error => {
            if (tries === 10) throw error;
          },
        )
      )
        break;
    }
    await line.filter({ hasText: 'We call for' }).waitFor();
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' @climate negot');
    await workbench.waitForSuggest('COP27');
    await workbench.press('Enter');
    await line.filter({ hasText: mark }).waitFor();
    await workbench.type('. Next', 60);
    await line.filter({ hasText: `for.${mark} Next` }).waitFor();
  },
  'and where it is turned off': async workbench => {
    await workbench.set({ 'idmFindings.citation.movePunctuationBeforeMark': false });
    await workbench.openFile('off.md');
    await workbench.activated();
    await cite(workbench, 'off.md', 1);
    await workbench.type('.', 60);
    await stays(async () => words(await workbench.savedText('off.md')), `We call for${mark}.\n\nMore.\n`);
  },
};
