// Two documents of one author that one note cites first: a reference back to it names the short title, too.
import assert from 'node:assert/strict';
import { check, prepare } from '../../../src/domain/check/check';
import { definitionText } from '../../../src/domain/citation/cite';
import { languages, type Style } from '../../../src/domain/citation/options';
import { noteContent, positions } from '../../../src/domain/citation/positions';
import { recognizeNote } from '../../../src/domain/citation/recognize';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion } from '../../../src/domain/insert/plan';
import { applied } from '../../../src/domain/text/edits';
import { restyle } from '../../../src/domain/restyle/restyle';
import { twoOfOneYear as library } from './fixture';

const one = 'idm2022-1-d2c4';
const other = 'idm2022-2-d1c3';
const author = 'International Organization for Migration';
const brief = 'Global Compact for Migration Implementation in Practice';
const styles = ['oscola', 'bluebook', 'aglc4'] as const;

/** What the last note of a draft says; a note without ids is somebody else's. */
function last(style: Style, ...notes: readonly (readonly string[])[]): string {
  const at = positions(notes.map(ids => noteContent(library, ids))).at(-1);
  return definitionText(library, notes.at(-1) ?? [], { style, ...at });
}

const label = (...ids: readonly string[]): string => ids.join('+');
const draftOf = (style: Style): string =>
  `A.[^${label(one, other)}] B.[^1] C.[^${one}]\n\n[^1]: Theirs.\n` +
  `[^${label(one, other)}]: ${definitionText(library, [one, other], { style })}\n[^${one}]: ${last(style, [one, other], [], [one])}\n`;

describe('two documents of one author that one note cites first', () => {
  it('are told apart by their short titles where a later note refers back to it', () => {
    assert.equal(last('oscola', [one, other], [], [one]), `${author}, ‘${brief}’ (n 1) day 2, conclusion 4.`);
    assert.equal(
      last('bluebook', [one, other], [], [one]),
      `${author}, *${brief}*, *supra* note 1, at day 2, conclusion 4.`,
    );
    assert.equal(last('aglc4', [one, other], [], [one]), `${author}, *${brief}* (n 1) day 2, conclusion 4.`);
    assert.equal(
      last('oscola', [], [one, other], [], [one, other]),
      `${author}, ‘${brief}’ (n 2) day 2, conclusion 4; ${author}, ‘Second Session’ (n 2) day 1, conclusion 3.`,
    );
    assert.equal(last('oscola', [one, other], ['idm2022-1']), `${author}, ‘${brief}’ (n 1).`);
  });

  it('need no titles where each has a note of its own, nor right after', () => {
    assert.equal(last('oscola', [one], [other], [one]), `${author} (n 1) day 2, conclusion 4.`);
    assert.equal(last('oscola', [one], [one, other], [], [one]), `${author} (n 1) day 2, conclusion 4.`);
    assert.equal(
      last('oscola', [one], [one, other], [], [other]),
      `${author}, ‘Second Session’ (n 2) day 1, conclusion 3.`,
    );
    assert.equal(last('oscola', [one, other], [one], [one]), 'ibid.');
  });

  it('are recognized so, read so, and right so', () => {
    const tools = prepare(library);
    const told = (text: string, style: Style): string[] =>
      check(Draft.of(text, library), tools, { style }).map(({ code }) => code);
    for (const style of styles) {
      const text = draftOf(style);
      assert.deepEqual(
        recognizeNote(library, [one], last(style, [one, other], [], [one])).map(
          ({ style: found, position }) => `${found} ${position}`,
        ),
        [`${style} subsequent`],
      );
      assert.deepEqual(told(text, style), [], text);
      assert.deepEqual(
        Draft.of(text, library)
          .citations()
          .filter(({ form }) => form === 'footnote')
          .map(({ ids }) => ids.join(' ')),
        [`${one} ${other}`, one],
      );
      // In full it is right as well: earlier versions wrote it so.
      assert.deepEqual(
        told(
          `A.[^${label(one, other)}] C.[^${one}]\n\n[^${label(one, other)}]: ${definitionText(library, [one, other], { style })}\n[^${one}]: ${definitionText(library, one, { style })}\n`,
          style,
        ),
        [],
      );
      const moved = text.replace(/ note 1| \(n 1\)/u, found => found.replace('1', '3'));
      assert.deepEqual(told(moved, style), ['note-stale']);
    }
  });

  it('are restyled so, and back', () => {
    for (const style of styles) {
      const text = draftOf(style);
      for (const to of styles)
        assert.equal(restyle(library, text, { form: 'footnote', style: to }).text, draftOf(to), `${style} to ${to}`);
    }
  });

  it('are inserted so', () => {
    for (const style of styles) {
      for (const language of languages) {
        const text = `A.[^${label(one, other)}] C.\n\n[^${label(one, other)}]: ${definitionText(library, [one, other], { style, language })}\n`;
        const at = text.indexOf(' C.') + 3;
        const { edits } = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], {
          ids: [one],
          kind: 'citation',
          form: 'footnote',
          style,
          language,
        });
        const written = definitionText(library, one, {
          style,
          language,
          position: 'subsequent',
          byTitle: ['idm2022-1'],
        });
        assert.ok(applied(text, edits).includes(`[^${one}]: ${written}`), applied(text, edits));
      }
    }
  });
});
