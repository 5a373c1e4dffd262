// Lists of terms and definitions: what a definition holds is the draft's own words, indented by four columns, as pandoc
// reads it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { library } from '../../../src/domain/corpus/bundled';
import { check, prepare } from '../../../src/domain/check/check';
import { Draft, type Block } from '../../../src/domain/draft/draft';
import { applied } from '../../../src/domain/text/edits';
import { planInsertion } from '../../../src/domain/insert/plan';
import { restyle } from '../../../src/domain/restyle/restyle';
import { property } from '../../property';
import { realDrafts } from '../realDrafts';

const kinds = (text: string): string[] =>
  Draft.of(text, library)
    .blocks.filter(({ kind }) => kind !== 'blank')
    .map(block => `${block.kind}: ${block.text.trim()}`);
const isDefinition = ({ text, exit }: Block): boolean =>
  /^[ >]*[:~][ \t]/u.test(text) && exit.containers.some(each => each.type === 'item' && each.defines);
const cited = (text: string): string[] =>
  Draft.of(text, library)
    .citations()
    .map(({ start, end }) => text.slice(start, end));

describe('lists of terms and definitions', () => {
  it('hold paragraphs, lists and code', () => {
    assert.deepEqual(
      kinds('T\n\n:   A\n\n    B\n\n    - C\n\n        D\n\n    (a) E\n\n        (i) F\n\n            code\n\nG\n'),
      [
        'paragraph: T',
        'listItem: :   A',
        'listItem: B',
        'listItem: - C',
        'listItem: D',
        'listItem: (a) E',
        'listItem: (i) F',
        'listItem: code',
        'paragraph: G',
      ],
    );
    assert.deepEqual(kinds('T\n: A\n    (a) B\n'), ['paragraph: T', 'listItem: : A\n    (a) B']);
    assert.deepEqual(kinds('T\n: A\n\n        code\n'), ['paragraph: T', 'listItem: : A', 'code: code']);
    assert.deepEqual(kinds('> T\n> ~ A\n>\n>     B\n'), ['blockQuote: > T', 'listItem: > ~ A', 'listItem: >     B']);
    assert.deepEqual(kinds('[^1]: T\n    : A\n\n        B\n'), [
      'footnoteDefinition: [^1]: T',
      'footnoteDefinition: : A',
      'footnoteDefinition: B',
    ]);
    assert.deepEqual(kinds('T\r\n:\tA\r\n\r\n\tB\r\n'), ['paragraph: T', 'listItem: :\tA', 'listItem: B']);
  });

  it('have several definitions of a term, lines that go on, and terms in turn', () => {
    assert.deepEqual(kinds('T\n: A\ngoes on\n: B\n\n    C\n\nU\n\n~ D\n'), [
      'paragraph: T',
      'listItem: : A\ngoes on',
      'listItem: : B',
      'listItem: C',
      'paragraph: U',
      'listItem: ~ D',
    ]);
  });

  it('are told from words', () => {
    for (const words of [
      'T\n\n\n: A\n\n    B\n',
      'T\nU\n: A\n\n    B\n',
      '# T\n: A\n\n    B\n',
      ': A\n\n    B\n',
      'T\n   : A\n\n    B\n',
      'T\n:A\n\n    B\n',
      'T\n\n:::\n\n    B\n',
    ]) {
      assert.equal(kinds(words).at(-1), 'code: B', JSON.stringify(words));
    }
  });

  it('hold citations that are seen and checked, and notes that are counted', () => {
    const text = readFileSync(join('test', 'fixtures', 'drafts', 'definition-list.md'), 'utf8');
    assert.deepEqual(
      cited(text).map(each => each.slice(0, 33)),
      ['[^idm2022-1-d2c1]', '[@idm2022-1, day 2, conclusion 1]', '[^idm2022-1-d2c1]: International '],
    );
    const draft = (space: string): string =>
      `A [@idm2022-1, day 2, conclusion 4].\n\nTerm\n\n:   B.\n\n${space}C.[^1]\n\nD [@idm2022-1, day 2, conclusion 4].\n\n[^1]: Convention, article 7.\n`;
    for (const space of ['    ', '\t', '    - x\n\n        ', '    1.  x\n\n        (a) ']) {
      const { text: restyled } = restyle(library, draft(space), { form: 'footnote', style: 'oscola' });
      assert.match(restyled, /^\[\^[^\]]+\]: .*\(n 1\)/mu, space);
      assert.doesNotMatch(restyled, /ibid/iu, space);
      assert.deepEqual(
        check(draft(space), prepare(library)).filter(({ code }) => code === 'note-unused'),
        [],
        space,
      );
    }
  });

  // In a note of ours, and at its edges, a citation is a part of what that note says.
  const glossaries = realDrafts
    .map(({ text, places }) => ({ text, places, draft: Draft.of(text, library) }))
    .filter(({ draft }) => draft.blocks.some(isDefinition))
    .map(({ text, places, draft }) => {
      const notes = draft.citations().filter(({ form }) => form === 'footnoteDefinition');
      return { text, places: places.filter(at => !notes.some(({ start, end }) => start <= at && at <= end)) };
    });
  property(
    'keep what they hold, wherever something is inserted',
    fc.property(
      fc.constantFrom(...glossaries),
      fc.nat(),
      fc.constantFrom('citation', 'quotation', 'blockQuotation'),
      fc.constantFrom('footnote', 'pandoc', 'inText'),
      ({ text, places }, place, kind, form) => {
        const at = places[place % places.length]!;
        const { edits, refused } = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], {
          ids: ['idm2022-1-d3c2'],
          kind,
          form,
          style: 'un',
          language: 'en',
        });
        const after = applied(text, edits);
        const code = (draft: string): number =>
          Draft.of(draft, library).blocks.filter(block => block.kind === 'code').length;
        const defined = (draft: string): number => Draft.of(draft, library).blocks.filter(isDefinition).length;
        assert.deepEqual([code(after), defined(after)], [code(text), defined(text)]);
        const seen = (draft: string): number =>
          Draft.of(draft, library)
            .citations()
            .filter(each => each.form !== 'footnoteDefinition').length;
        if (refused.length === 0) assert.equal(seen(after), seen(text) + 1);
      },
    ),
    { runs: 160 },
  );
});
