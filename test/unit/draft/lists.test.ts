// Lists as pandoc and texts of the United Nations have them: what stands in them is the draft's own words, as pandoc
// reads them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { letteredMarker } from '../../../src/domain/draft/syntax';
import { restyle } from '../../../src/domain/restyle/restyle';

const kinds = (text: string): string[] =>
  Draft.of(text, library)
    .blocks.filter(({ kind }) => kind !== 'blank')
    .map(block => `${block.kind}: ${block.text.trim()}`);
const cited = (text: string): string[] =>
  Draft.of(text, library)
    .citations()
    .map(({ start, end }) => text.slice(start, end));

describe('lists as pandoc has them', () => {
  it('hold items, items in items and second paragraphs', () => {
    assert.deepEqual(
      kinds('1. A\n\n    (a) B\n\n        (i) C\n\n            D\n\n        E\n\n    (b) F\n\n        (i) G\n\nH\n'),
      [
        'listItem: 1. A',
        'listItem: (a) B',
        'listItem: (i) C',
        'listItem: D',
        'listItem: E',
        'listItem: (b) F',
        'listItem: (i) G',
        'paragraph: H',
      ],
    );
    assert.deepEqual(kinds('a. A\n\n    i. B\n\n        C\n\n#. D\n\n    E\n'), [
      'listItem: a. A',
      'listItem: i. B',
      'listItem: C',
      'listItem: #. D',
      'listItem: E',
    ]);
    assert.deepEqual(kinds('[^1]: A\n\n    (a) B\n\n        (i) C\n'), [
      'footnoteDefinition: [^1]: A',
      'footnoteDefinition: (a) B',
      'footnoteDefinition: (i) C',
    ]);
  });

  it('begin right below words in an item only', () => {
    assert.deepEqual(kinds('A\n(a) B\n(b) C\n\n    code\n'), ['paragraph: A\n(a) B\n(b) C', 'code: code']);
    assert.deepEqual(kinds('1. A\n    (a) B\n        (i) C\n\n            D\n'), [
      'listItem: 1. A',
      'listItem: (a) B',
      'listItem: (i) C',
      'listItem: D',
    ]);
  });

  it('hold code where they do for pandoc', () => {
    assert.deepEqual(kinds('(a) A\n\n        code\n\n(b) B\n\n  C\n'), [
      'listItem: (a) A',
      'code: code',
      'listItem: (b) B',
      'paragraph: C',
    ]);
    assert.deepEqual(kinds('(a)\n\n    A\n'), ['listItem: (a)', 'listItem: A']);
  });

  it('are told from initials, pages and words', () => {
    for (const marker of [
      '(a)',
      'a)',
      'a.',
      '(A)',
      'A)',
      'A. ',
      '(i)',
      'iv.',
      'xiv)',
      '(XII)',
      'II.',
      '#.',
      '(#)',
      '(12)',
      '(@)',
      '(@good)',
      '(@a_b-2)',
    ])
      assert.equal(letteredMarker(`${marker} x`), marker.trim().length, marker);
    for (const words of [
      'A. Smith',
      'I. x',
      'p. 12',
      '(see) x',
      'e.g. x',
      '(iz) x',
      '(a)x',
      'etc. x',
      'X.',
      'ab. x',
      '- x',
      '1. x',
      '@smith. x',
      '(@x.y) x',
      '(@good)x',
    ])
      assert.equal(letteredMarker(words), undefined, words);
  });

  it('hold citations that are seen, and notes whose marks are', () => {
    const draft = (name: string): string => readFileSync(join('test', 'fixtures', 'drafts', name), 'utf8');
    assert.deepEqual(
      cited(draft('resolution-three-levels.md')).map(each => each.slice(0, 38)),
      ['[^idm2022-1-d1c4]', '[@idm2022-1, day 1, conclusion 4]', '[^idm2022-1-d1c4]: International Organ'],
    );
    assert.equal(cited(draft('convention-in-notes.md'))[0], '[see @idm2022-1, day 2, conclusion 4]');
    assert.equal(cited(draft('lists-letters-in-letters.md'))[0], '[@idm2022-1, day 3, conclusion 2]');
    assert.deepEqual(cited(draft('lists-near-misses.md')), ['[@idm2022-1, day 1, conclusion 2]']);
    assert.deepEqual(
      Draft.of(draft('convention-in-notes.md'), library).footnoteDefinitions.map(({ label, text }) => [
        label,
        text.split('\n').length,
      ]),
      [
        ['art', 11],
        ['2', 3],
        ['idm2022-1-d2c4', 1],
      ],
    );
  });

  it('have examples with labels, whose citations are seen and whose notes are counted', () => {
    const key = '[@idm2022-1, day 2, conclusion 4]';
    const text = `A ${key}.\n\n(@good) B.\n\n    C ${key}.[^1]\n\n(@) D\n\n    E ${key}.\n\nAs (@good) shows ${key}.\n\n[^1]: Convention, article 7.\n`;
    assert.deepEqual(cited(text), [key, key, key, key]);
    const { text: restyled } = restyle(library, text, { form: 'footnote', style: 'oscola' });
    const notes = [...restyled.matchAll(/^\[\^idm[^\]]+\]: (.*)$/gmu)].map(
      ([, words = '']) => /\(n \d\)|ibid/iu.exec(words)?.[0] ?? 'full',
    );
    assert.deepEqual(notes, ['full', 'ibid', '(n 1)', 'ibid']);
    assert.match(restyled, /^\(@good\) B\.$[^]*^As \(@good\) shows/mu);
  });

  it('hold notes of others that are counted: none of ours says “ibid.” right after one', () => {
    const draft = (item: string): string =>
      `1. A [@idm2022-1, day 2, conclusion 4].\n\n    (a) B:\n\n        ${item} C.[^1]\n\n2. D [@idm2022-1, day 2, conclusion 4].\n\n[^1]: Convention, article 7.\n`;
    for (const item of ['(i)', 'i.', '#.', '-']) {
      const { text } = restyle(library, draft(item), { form: 'footnote', style: 'oscola' });
      assert.match(text, /^\[\^[^\]]+\]: .*\(n 1\)/mu, item);
      assert.doesNotMatch(text, /ibid/iu, item);
    }
  });
});
