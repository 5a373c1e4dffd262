import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Language } from '../../../src/domain/corpus/types';
import { formatPlaces, parseLocator, type Place, type Wording } from '../../../src/domain/citation/locator';
import { ordinalNumber, ordinalWord } from '../../../src/domain/citation/ordinals';
import { property } from '../../property';

const conclusion = (day: number, number: number): Place => ({ kind: 'conclusion', day, number });
const paragraph = (part: 'introduction' | 'closing', number: number): Place => ({ kind: 'paragraph', part, number });

describe('the words of a place', () => {
  const cases: [Place[], Language, Wording, string][] = [
    [[conclusion(2, 4)], 'en', 'words', 'day 2, fourth conclusion'],
    [[conclusion(2, 4)], 'en', 'numbers', 'day 2, conclusion 4'],
    [[conclusion(2, 4)], 'en', 'capitalNumbers', 'Day 2, conclusion 4'],
    [[conclusion(2, 4), conclusion(2, 6)], 'en', 'words', 'day 2, fourth and sixth conclusions'],
    [[conclusion(2, 1), conclusion(2, 4), conclusion(2, 6)], 'en', 'numbers', 'day 2, conclusions 1, 4 and 6'],
    [
      [conclusion(1, 2), conclusion(2, 4), conclusion(2, 6)],
      'en',
      'words',
      'day 1, second conclusion, and day 2, fourth and sixth conclusions',
    ],
    [
      [conclusion(1, 2), conclusion(2, 4), conclusion(3, 6)],
      'en',
      'numbers',
      'day 1, conclusion 2, day 2, conclusion 4, and day 3, conclusion 6',
    ],
    [[conclusion(2, 1), conclusion(2, 4), conclusion(2, 6)], 'en', 'serialNumbers', 'day 2, conclusions 1, 4, and 6'],
    [[conclusion(2, 4), conclusion(2, 6)], 'en', 'serialNumbers', 'day 2, conclusions 4 and 6'],
    [[conclusion(2, 1), conclusion(2, 4), conclusion(2, 6)], 'en', 'apaNumbers', 'Day 2, Conclusions 1, 4, and 6'],
    [[paragraph('introduction', 2)], 'en', 'apaNumbers', 'Introduction, para. 2'],
    [
      [paragraph('introduction', 1), paragraph('introduction', 2), paragraph('introduction', 4)],
      'en',
      'apaNumbers',
      'Introduction, paras. 1, 2, and 4',
    ],
    [[paragraph('introduction', 2)], 'fr', 'apaNumbers', 'introduction, paragraphe 2'],
    [[conclusion(2, 1), conclusion(2, 4), conclusion(2, 6)], 'fr', 'serialNumbers', 'jour 2, conclusions 1, 4 et 6'],
    [[conclusion(2, 4)], 'es', 'apaNumbers', 'día 2, conclusión 4'],
    [[paragraph('introduction', 2)], 'en', 'words', 'introduction, second paragraph'],
    [[paragraph('introduction', 2)], 'en', 'numbers', 'introduction, paragraph 2'],
    [[paragraph('closing', 1)], 'en', 'words', 'closing paragraphs, first paragraph'],
    [[conclusion(2, 31)], 'en', 'words', 'day 2, 31st conclusion'],
    [[conclusion(2, 1)], 'fr', 'words', 'jour 2, première conclusion'],
    [[conclusion(2, 4), conclusion(2, 21)], 'fr', 'words', 'jour 2, quatrième et vingt et unième conclusions'],
    [[paragraph('introduction', 1)], 'fr', 'words', 'introduction, premier paragraphe'],
    [[conclusion(2, 4)], 'fr', 'numbers', 'jour 2, conclusion 4'],
    [[conclusion(2, 4), conclusion(2, 6)], 'es', 'words', 'día 2, cuarta y sexta conclusiones'],
    [[conclusion(2, 4)], 'es', 'capitalNumbers', 'Día 2, conclusión 4'],
    [[paragraph('closing', 1)], 'es', 'words', 'párrafos finales, primer párrafo'],
  ];
  for (const [places, language, wording, words] of cases) {
    it(words, () => assert.equal(formatPlaces(places, language, wording), words));
  }

  it('leaves out the day when asked to', () => {
    assert.equal(formatPlaces([conclusion(2, 5)], 'en', 'words', true), 'fifth conclusion');
  });
});

describe('reading a locator', () => {
  const place = fc.oneof(
    fc.record(
      {
        kind: fc.constant('conclusion' as const),
        day: fc.integer({ min: 1, max: 9 }),
        number: fc.integer({ min: 1, max: 120 }),
      },
      { noNullPrototype: true },
    ),
    fc.record(
      {
        kind: fc.constant('paragraph' as const),
        part: fc.constantFrom('introduction' as const, 'closing' as const),
        number: fc.integer({ min: 1, max: 120 }),
      },
      { noNullPrototype: true },
    ),
  );
  const language = fc.constantFrom<Language>('en', 'fr', 'es');
  const wording = fc.constantFrom<Wording>('words', 'numbers', 'serialNumbers', 'apaNumbers', 'capitalNumbers');

  property(
    'a locator gives back what was written, whatever the places, language and wording',
    fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), language, wording, (places, ...how) => {
      const text = formatPlaces(places, ...how);
      const read = parseLocator(text);
      assert.deepEqual({ places: read?.places, language: read?.language }, { places, language: how[0] }, text);
      assert.equal(read && formatPlaces(read.places, read.language, read.wording), text);
    }),
    { runs: 2_000 },
  );

  it('reads across a wrapped line', () => {
    assert.deepEqual(parseLocator('day 2,\n   conclusions 4\r\nand 6')?.places, [conclusion(2, 4), conclusion(2, 6)]);
  });

  it('reads a capital at a sentence start, and a semicolon between days', () => {
    assert.deepEqual(parseLocator('Day 1, second conclusion; day 2, fourth conclusion')?.places, [
      conclusion(1, 2),
      conclusion(2, 4),
    ]);
  });

  for (const text of [
    '',
    'p. 12',
    'day 2',
    'conclusion 4',
    'day two, conclusion 4',
    'day 2, conclusion 4 of it',
    'see day 2, conclusion 4',
    'day 2, conclusion',
    'day 2, fourth',
    'day 2, conclusion 4,',
    'introduction, conclusion 4',
  ]) {
    it(`leaves "${text}" alone`, () => assert.equal(parseLocator(text), undefined));
  }

  const piece = fc.constantFrom(
    'day ',
    'Jour ',
    '2',
    ', ',
    'conclusions',
    ' ',
    'İ',
    '\u0301',
    '\n',
    'first',
    ' and ',
    '😀',
    '\ud800',
    'introducción',
    '99999999',
  );
  property(
    'a locator is read from any text without an exception',
    fc.property(fc.array(piece), pieces => {
      parseLocator(pieces.join(''));
    }),
    { runs: 100 },
  );
});

describe('ordinals', () => {
  it('are read back, to the hundredth, in each language and gender', () => {
    for (const language of ['en', 'fr', 'es'] as const) {
      for (const gender of ['feminine', 'masculine'] as const) {
        for (let n = 1; n <= 100; n++) assert.equal(ordinalNumber(ordinalWord(n, language, gender), language), n);
      }
    }
  });

  it('are words to the thirtieth', () => {
    assert.deepEqual(
      [1, 12, 21, 30, 31, 111, 112, 122].map(n => ordinalWord(n, 'en')),
      ['first', 'twelfth', 'twenty-first', 'thirtieth', '31st', '111th', '112th', '122nd'],
    );
    assert.equal(ordinalWord(23, 'es', 'masculine'), 'vigesimotercer');
  });
});
