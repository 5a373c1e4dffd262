// Which notes a draft is known to have, in which order, and what is written where it is not known.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, prepare } from '../../../src/domain/check/check';
import { definitionText } from '../../../src/domain/citation/cite';
import { labelOf } from '../../../src/domain/citation/labels';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { noteOrder } from '../../../src/domain/draft/noteOrder';
import { applied } from '../../../src/domain/text/edits';
import { inWord } from '../../../src/domain/handover/writtenOut';
import { planInsertion } from '../../../src/domain/insert/plan';
import { restyle } from '../../../src/domain/restyle/restyle';
import { property } from '../../property';

const styles = ['oscola', 'bluebook', 'aglc4', 'chicago-notes', 'un'] as const;
const tools = prepare(library);
const ours = 'idm2022-1-d2c4';
const defined = `\n\n[^a]: A.\n[^b]: B.\n[^${ours}]: O.\n`;

/** The labels of what is known to make notes, `^` for one written in place; and whether that is all. */
function known(text: string): string {
  const { marks, uncertainFrom } = noteOrder(Draft.of(text + defined, library));
  return (
    marks
      .filter(({ start }) => start < uncertainFrom)
      .map(({ label = '^' }) => label)
      .join(' ') + (uncertainFrom === Infinity ? '' : ' …')
  );
}

describe('the notes of a draft in order', () => {
  for (const [text, order] of [
    ['W.[^a] X[^b], ^[in place]\n\n> Q[^a]\n\n- i[^b]', 'a b ^ a b'],
    ['`[^a]` \\[^a] <!-- [^a] --> [^none] W[^b]: x', 'b'],
    ['| a[^a] | b[^b] |\n|---|---|\n| c | d[^a] |', 'a b a'],
    ['W[^b] [words [^a]] X[^a]', 'b a a'],
    ['W[^b] [link [^a]](https://a.example) X[^a]', 'b …'],
    ['W[^b] ^[see [^a]] X[^a]', 'b …'],
    ['W[^b]\n\n<div>X[^a]</div>\n\nY[^a]', 'b …'],
    ['| a[^a] | b |\n|---|---|\n| c | d | e[^b] |', ' …'],
    ['W[^b]\n\n+---+---+\n| a[^a] | b[^b] |\n| c[^a] | d |\n+---+---+', 'b …'],
    // The definitions stand behind the fence, for us in it.
    ['W[^b]\n\n~~~\nopen [^a]', ' …'],
    ['W[^b] X[^d]\n\n<div>\n[^d]: in HTML\n</div>', 'b …'],
    ['W[^b]\n\n[^c]: one\n\n[^c]: two\n\nX[^c]', 'b …'],
    [`W[^b] [@idm2022-1, day 2, conclusion 4] X[^a]`, 'b …'],
    ['---\ntitle: T[^a]\n---\n\nW[^b]', ' …'],
    ['---\ncsl: notes.csl\n---\n\nW[^b] and [@smith, p. 3] X[^a]', 'b …'],
    ['W[^b] and [@smith, p. 3] X[^a]', 'b a'],
  ] as const)
    it(`of ${JSON.stringify(text)} are ${order}`, () => assert.equal(known(text), order));
});

const backReference = /\bibid\b|\bId\.|\(n \d|\bsupra\b/iu;
/** What makes it uncertain how the notes behind it are counted. */
const shapes = [
  '[l [^a]](https://a.example)',
  '^[see [^a]]',
  '\n\n<div>X[^a]</div>\n\n',
  '\n\n+---+---+\n| a[^a] | b |\n+---+---+\n\n',
  'w[^twice]',
] as const;
const twice = '\n\n[^twice]: One.\n\n[^twice]: Two.\n';

describe('where it is not known how notes are counted', function () {
  this.timeout(60_000);
  const first = (style: (typeof styles)[number]): string =>
    `[^${ours}]: ${definitionText(library, ours, { style, language: 'en' })}`;

  property(
    'no inserted note refers back',
    fc.property(fc.constantFrom(...styles), fc.constantFrom(...shapes), (style, shape) => {
      const text = `Begin ${shape} mid[^${ours}] and so on. End${defined.replace(/\[\^idm.*\n/u, '')}${twice}${first(style)}\n`;
      const at = text.indexOf('End') + 3;
      const { edits } = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], {
        ids: ['idm2022-1-d2c5'],
        kind: 'citation',
        form: 'footnote',
        style,
        language: 'en',
      });
      assert.ok(edits.length > 0);
      for (const edit of edits) assert.doesNotMatch(edit.text, backReference);
      // The same without what is odd does refer back, in the styles that do.
      const plainText = text.replace(shape, 'x');
      const there = plainText.indexOf('End') + 3;
      const plain = planInsertion(Draft.of(plainText, library), library, [{ start: there, end: there }], {
        ids: ['idm2022-1-d2c5'],
        kind: 'citation',
        form: 'footnote',
        style,
        language: 'en',
      });
      assert.equal(
        plain.edits.some(edit => backReference.test(edit.text)),
        style === 'oscola' || style === 'bluebook' || style === 'aglc4',
      );
    }),
    { runs: 40 },
  );

  property(
    'no restyled, completed or exported note refers back',
    fc.property(
      fc.constantFrom(...styles),
      fc.constantFrom(...shapes),
      fc.integer({ min: 2, max: 4 }),
      (style, shape, times) => {
        const cited = Array.from({ length: times }, (_, at) => `Words [@idm2022-1, day 2, conclusion ${at + 4}].`).join(
          ' ',
        );
        const text = `Begin ${shape} mid. ${cited}${defined.replace(/\[\^idm.*\n/u, '')}${twice}`;
        assert.doesNotMatch(restyle(library, text, { form: 'footnote', style, language: 'en' }).text, backReference);
        assert.doesNotMatch(inWord(Draft.of(text, library), library, { style, language: 'en' }).text, backReference);
        const marks = Array.from({ length: times }, (_, at) => `Words.[^${labelOf(`idm2022-1-d2c${at + 4}`)}]`).join(
          ' ',
        );
        const bare = `Begin ${shape} mid. ${marks}${defined.replace(/\[\^idm.*\n/u, '')}${twice}`;
        for (const { fixes } of check(Draft.of(bare, library), tools, { style, language: 'en' })) {
          for (const { edits } of fixes) assert.doesNotMatch(applied(bare, edits), backReference);
        }
      },
    ),
    { runs: 40 },
  );

  it('says nothing against a note that refers back', () => {
    const text = `A ^[see [^a]] W[^${ours}] X[^idm2022-1-d2c5]\n\n[^a]: A.\n${first('oscola')}\n[^idm2022-1-d2c5]: ibid day 2, conclusion 5.\n`;
    assert.deepEqual(
      check(Draft.of(text, library), tools, { style: 'oscola', language: 'en' })
        .map(({ code }) => code)
        .filter(code => code.startsWith('note-')),
      [],
    );
    const counted = check(Draft.of(text.replace('^[see [^a]]', '[^a]').replace('X', 'X[^a]'), library), tools, {
      style: 'oscola',
      language: 'en',
    });
    assert.ok(counted.some(({ code }) => code === 'note-stale'));
  });

  it('counts every note between several cursors', () => {
    const text = 'One. Two.[^a] Three.\n\n[^a]: A.\n';
    const places = [4, text.indexOf('Three.') + 6].map(start => ({ start, end: start }));
    const { edits } = planInsertion(Draft.of(text, library), library, places, {
      ids: [ours],
      kind: 'citation',
      form: 'footnote',
      style: 'oscola',
      language: 'en',
    });
    assert.match(edits.map(edit => edit.text).join(''), /\(n 1\)/u);
  });
});
