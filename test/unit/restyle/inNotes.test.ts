// Notes that are marked in other notes: restyling and the check agree on them.
import assert from 'node:assert/strict';
import { check, prepare } from '../../../src/domain/check/check';
import { definitionText } from '../../../src/domain/citation/cite';
import { styles, type Style } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { applied } from '../../../src/domain/text/edits';
import { restyle } from '../../../src/domain/restyle/restyle';

const label = 'idm2022-1-d2c4';
const mark = `[^${label}]`;
const tools = prepare(library);
const note = (style: Style, ids = label): string => `[^${ids}]: ${definitionText(library, ids, { style })}`;
const styleProblems = (text: string, style: Style) =>
  check(text, tools, { style, form: 'footnote', language: 'en' }).filter(
    ({ code }) => code === 'note-other-style' || code === 'note-stale',
  );

const noteStyles = styles.filter(style => style !== 'un');
const drafts: readonly (readonly [what: string, made: (style: Style) => string])[] = [
  ['a note marked in a note', style => `A.[^x]\n\n[^x]: See theirs.${mark}\n\n${note(style)}\n`],
  ['a note marked in a note in place', style => `A.^[See theirs.${mark}]\n\n${note(style)}\n`],
  [
    'a note marked in a note and in the text',
    style => `A.${mark} B.[^x]\n\n${note(style)}\n\n[^x]: See theirs.${mark}\n`,
  ],
  [
    'notes beside others',
    style =>
      `A.[^idm2022-1-d2c6] B.[^x]\n\n${note(style, 'idm2022-1-d2c6')}\n\n[^x]: See theirs,${mark} and ours.\n\n${note(style)}\n`,
  ],
];

describe('restyling a draft with marks in notes', () => {
  for (const [what, made] of drafts) {
    it(`rewords ${what}, and back, and the check is content`, () => {
      for (const style of noteStyles) {
        const text = made('un');
        const there = restyle(library, text, { form: 'footnote', style });
        assert.equal(there.text, made(style), style);
        assert.deepEqual(there.skipped, []);
        assert.deepEqual(
          styleProblems(there.text, style).map(({ code }) => code),
          [],
          style,
        );
        assert.equal(restyle(library, there.text, { form: 'footnote', style: 'un' }).text, text, style);
      }
    });

    it(`has the check's own mends do the same for ${what}`, () => {
      const text = made('un');
      const edits = styleProblems(text, 'oscola').flatMap(({ fixes }) => fixes[0]?.edits ?? []);
      const mended = applied(
        text,
        edits.toSorted((a, b) => a.start - b.start),
      );
      assert.deepEqual(styleProblems(mended, 'oscola'), []);
      assert.equal(mended, made('oscola'));
    });
  }

  it('leaves a note that is not in full and has no other mark, and lists the mark', () => {
    const text = `A.[^x]\n\n[^x]: See.${mark}\n\n[^${label}]: ${definitionText(library, label, { style: 'oscola', position: 'subsequent', firstNote: 1 })}\n`;
    const { text: made, skipped } = restyle(library, text, { form: 'footnote', style: 'un' });
    assert.equal(made, text);
    assert.deepEqual(
      skipped.map(({ reason }) => reason),
      ['inNote'],
    );
  });

  it('keeps the note of a mark outside what is restyled', () => {
    const text = `A.[^x] B.${mark}\n\n[^x]: See.${mark}\n\n${note('un')}\n`;
    const start = text.indexOf('[^x]:');
    const { text: made } = restyle(library, text, {
      form: 'footnote',
      style: 'oscola',
      range: { start, end: text.length },
    });
    assert.equal(made, text);
  });

  it('keeps a second note that is marked in the text and in a note', () => {
    const second = `[^${label}-2]`;
    const text = `A.${mark} B.${second} C.[^x]\n\n${note('un')}\n\n${note('un').replace(mark, second)}\n\n[^x]: See.${second}\n`;
    assert.ok(restyle(library, text, { form: 'footnote', style: 'un' }).text.includes(`${second}: `));
    assert.ok(restyle(library, text, { form: 'footnote', style: 'oscola' }).text.includes(`${second}: `));
  });
});
