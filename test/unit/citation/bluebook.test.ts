// The setting that abbreviates the author in the Bluebook's citations: both wordings are ours, and neither is wrong.
import assert from 'node:assert/strict';
import { check, prepare } from '../../../src/domain/check/check';
import { bibliography, entryText } from '../../../src/domain/citation/bibliography';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { styles, type CiteOptions } from '../../../src/domain/citation/options';
import { recognizeNote } from '../../../src/domain/citation/recognize';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { applied } from '../../../src/domain/text/edits';
import { planSourceList } from '../../../src/domain/handover/sourceList';
import { writtenOut } from '../../../src/domain/handover/writtenOut';
import { restyle } from '../../../src/domain/restyle/restyle';
import { draftRules } from '../../../src/domain/rules/draftRules';

const id = 'idm2022-1-d2c4';
const style = 'bluebook';
const full = 'International Organization for Migration';
const short = 'Int’l Org. for Migration';
const on: CiteOptions = { style, bluebookAbbreviations: true };
const tools = prepare(library);
const draftOf = (options: CiteOptions): string =>
  `A.[^${id}] B.[^1] C.[^${id}-2]\n\n[^1]: Theirs.\n[^${id}]: ${definitionText(library, id, options)}\n` +
  `[^${id}-2]: ${definitionText(library, id, { ...options, position: 'subsequent' })}\n`;

describe('the abbreviated author of the Bluebook', () => {
  it('stands in notes, in the text and in the list, in English, and in no other style', () => {
    assert.match(definitionText(library, id, on), /^Int’l Org\. for Migration, \*International Dialogue/u);
    assert.equal(
      definitionText(library, id, { ...on, position: 'subsequent' }),
      `${short}, *supra* note 1, at day 2, conclusion 4.`,
    );
    assert.match(
      cite(library, [id], { ...on, form: 'inText' }).text,
      /^\(Int’l Org\. for Migration, \*Global Compact/u,
    );
    assert.match(
      bibliography(library, [{ ids: [id] }], style, 'en', on)
        .map(entryText)
        .join(),
      /^Int’l Org\. for Migration, /u,
    );
    for (const language of ['fr', 'es'] as const)
      assert.equal(definitionText(library, id, { ...on, language }), definitionText(library, id, { style, language }));
    for (const other of styles.filter(each => each !== style)) {
      for (const form of ['footnote', 'inText', 'pandoc'] as const)
        assert.deepEqual(
          cite(library, [id], { ...on, style: other, form }),
          cite(library, [id], { style: other, form }),
        );
    }
  });

  it('is recognized, read and counted as the full name is', () => {
    assert.deepEqual(recognizeNote(library, [id], definitionText(library, id, on)), [
      { style, language: 'en', position: 'first', abbreviated: true },
    ]);
    assert.deepEqual(recognizeNote(library, [id], definitionText(library, id, { style })), [
      { style, language: 'en', position: 'first' },
    ]);
    for (const words of [short, "Int'l Org. for Migration"]) {
      const text = cite(library, [id], { ...on, form: 'inText' }).text.replace(short, words);
      assert.deepEqual(
        Draft.of(`So ${text}.\n`, library)
          .citations()
          .map(({ form, ids }) => [form, ...ids]),
        [['inText', id]],
        text,
      );
    }
    // A draft that says no style is taken for one in this style.
    assert.equal(
      draftRules(Draft.of(draftOf(on), library), { form: 'pandoc', style: 'un', language: 'auto' }).style,
      style,
    );
  });

  it('is right whatever is set, and so is the full name', () => {
    for (const written of [on, { style } as const]) {
      for (const set of [true, false])
        assert.deepEqual(check(draftOf(written), tools, { style, bluebookAbbreviations: set }), [], `${set}`);
    }
    const moved = check(draftOf(on).replace('note 1', 'note 2'), tools, { style });
    assert.deepEqual(
      moved.map(({ code, data }) => [code, data.expected]),
      [['note-stale', `${short}, *supra* note 1, at day 2, conclusion 4.`]],
    );
  });

  it('comes and goes with the setting when a draft is restyled, in notes and in the text', () => {
    const to = (text: string, options: CiteOptions, form: 'footnote' | 'inText' = 'footnote'): string =>
      restyle(library, text, {
        form,
        style,
        ...(options.bluebookAbbreviations === true ? { bluebookAbbreviations: true } : {}),
      }).text;
    assert.equal(to(draftOf({ style }), on), draftOf(on));
    assert.equal(to(draftOf(on), { style }), draftOf({ style }));
    const inText = to(draftOf(on), on, 'inText');
    assert.ok(inText.includes(`(${short}, *`), inText);
    assert.equal(to(inText, {}, 'inText'), inText.replaceAll(short, full));
  });

  it('is written into lists of sources, which are found again, and into Word', () => {
    const text = `So [@${id.slice(0, 9)}, day 2, conclusion 4].\n`;
    const listed = (from: string, set: boolean): string => {
      const { edit } = planSourceList(Draft.of(from, library), library, {
        style,
        language: 'en',
        bluebookAbbreviations: set,
        eol: '\n',
      });
      return edit === undefined ? from : applied(from, [edit]);
    };
    const short1 = listed(text, true);
    assert.ok(short1.includes(`- ${short}, *`), short1);
    assert.equal(listed(listed(short1, false), true), short1);
    assert.equal(
      writtenOut(Draft.of(text, library), library, { style, language: 'en', bluebookAbbreviations: true }).split(short)
        .length,
      3,
    );
  });
});
