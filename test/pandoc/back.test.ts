// A draft that went to Word and came back to Markdown, with the options that docs/word.md names, is read and checked as
// before.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { check, prepare } from '../../src/domain/check/check';
import { cite } from '../../src/domain/citation/cite';
import { forms, languages, styles } from '../../src/domain/citation/options';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { inWord } from '../../src/domain/handover/writtenOut';
import { restyle } from '../../src/domain/restyle/restyle';
import { nodeFiles } from '../../src/editor/word/files';
import { exportToWord } from '../../src/editor/word/pandoc';
import { nodeProcesses } from '../../src/editor/word/processes';
import type { Style } from '../../src/domain/citation/options';
import type { Language } from '../../src/domain/corpus/types';

const processes = nodeProcesses();
const files = nodeFiles();
assert.ok(processes && files);

/** What the page tells users to run, so that it is true. */
const [, options = ''] =
  /pandoc NAME\.docx (.*) --output=NAME\.md/u.exec(readFileSync(join('docs', 'word.md'), 'utf8')) ?? [];

describe('a Word document read back as Markdown', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'idm-back-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  async function back(text: string, rules: { readonly style: Style; readonly language: Language }): Promise<string> {
    const output = join(folder, 'draft.docx');
    const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
    const refusal = await exportToWord(processes!, files!, {
      pandoc: 'pandoc',
      folder,
      roots: [],
      output,
      token,
      ...inWord(Draft.of(text, library), library, rules),
    });
    assert.equal(refusal, undefined);
    const { stdout, status, stderr } = spawnSync('pandoc', [output, ...options.split(' ')], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  }

  /** What a draft's citations name, each note once, in order. */
  const cited = (text: string): string[] =>
    Draft.of(text, library)
      .citations()
      .filter(({ form }) => form !== 'footnoteDefinition')
      .map(({ ids, unknown }) => [...ids, unknown.length].join());

  const inOrder = forms.toSorted((a, b) => Number(b === 'pandoc') - Number(a === 'pandoc'));

  for (const language of languages) {
    for (const style of styles) {
      it(`cites what it cited, in every form (${style}, ${language})`, async function () {
        this.timeout(240_000);
        const [four, several, day3, paragraph] = [
          ['idm2022-1-d2c4'],
          ['idm2022-1-d2c5', 'idm2022-1-d2c6'],
          ['idm2022-1-d3c1'],
          ['idm2022-1-b2'],
        ].map(ids => cite(library, ids, { form: 'pandoc', language }).text);
        // Each form is a draft of its own, restyled by itself, and all stand in one that goes to Word once: starting
        // pandoc takes most of the time. What pandoc is to write stands first, so that its first note is a first note.
        // The same place again and another one are "ibid", where a style has it; after somebody else's note they are
        // not.
        const parts = inOrder.map((form, part) => {
          const mark = `[^${part}]`;
          const draft = `A ${four}. Again ${four}. B ${several}. Again ${several}. C ${day3}. Theirs.${mark} C ${day3}.\n\n> D ${paragraph}.\n\nAgain ${paragraph}.\n\n${mark}: Theirs.\n`;
          const { text } = restyle(library, draft, { form, style, language });
          assert.equal(cited(text).length, 8, form);
          return text;
        });
        const text = parts.join('\n');
        const expected = parts.flatMap(cited);
        assert.deepEqual(cited(text), expected);
        assert.deepEqual(cited(await back(text, { style, language })), expected);
      });
    }
  }

  it('is checked as before: a quotation that was altered, a speaker who did not speak', async () => {
    const words = (library.resolve('idm2022-1-d2c4')?.entry.text ?? '').split(/\s+/u);
    const quoted = words.slice(0, 12).join(' ');
    const altered = [...words.slice(0, 6), 'entirely', ...words.slice(6, 12)].join(' ');
    const tools = prepare(library);
    const draft = `It says “${quoted}” [@idm2022-1, day 2, conclusion 4]. It says “${altered}” [@idm2022-1, day 2, conclusion 4].\n\nParticipants called for the establishment of a high-level panel [@idm2022-1, day 1, conclusion 1].\n`;
    const codes = (text: string): string[] =>
      check(text, tools)
        .filter(({ code }) => /^(?:quote|attribution)/u.test(code))
        .map(({ code }) => code);
    for (const form of forms) {
      const { text } = restyle(library, draft, { form, style: 'un', language: 'en' });
      assert.deepEqual(codes(text).includes('quote-altered') && codes(text).includes('attribution-who'), true);
      assert.deepEqual(codes(await back(text, { style: 'un', language: 'en' })), codes(text), form);
    }
  });
});
