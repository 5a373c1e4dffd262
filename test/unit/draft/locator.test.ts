import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatPlaces, type Place, type Wording } from '../../../src/domain/citation/locator';
import { readLocator, type PlaceReference } from '../../../src/domain/draft/locator';
import { property } from '../../property';

const short = ({ day, conclusion, part, paragraph, sentence }: PlaceReference): string =>
  [
    day !== undefined && `d${day}`,
    conclusion !== undefined && `c${conclusion}`,
    part,
    paragraph !== undefined && `p${paragraph}`,
    sentence !== undefined && `s${sentence}`,
  ]
    .filter(Boolean)
    .join('');

describe('a locator as people write it', () => {
  const cases: readonly (readonly [string, string, string?])[] = [
    ['day 2, conclusion 4', 'd2c4'],
    ['Day 2, fourth and sixth conclusions', 'd2c4 d2c6'],
    ['day 2, conclusions 4–6 and 8', 'd2c4 d2c5 d2c6 d2c8'],
    ['day 2, conclusions 4 to 6', 'd2c4 d2c5 d2c6'],
    ['day 2, conclusions 4,5, and 6 and so on', 'd2c4 d2c5 d2c6', ' and so on'],
    ['conclusion 4 of day 2', 'd2c4'],
    ['the fourth conclusion of the second day', 'd2c4'],
    ['second day, conclusion no. 4', 'd2c4'],
    ['day two, conclusion four', 'd2c4'],
    ['D2.C4', 'd2c4'],
    ['d2c4s2', 'd2c4s2'],
    ['day 2, conclusion 4, second sentence', 'd2c4s2'],
    ['day 2, conclusion 4, sentences 1 and 2', 'd2c4s1 d2c4s2'],
    ['day 2, conclusion 4, 2 sentences', 'd2c4', ', 2 sentences'],
    ['day 1, conclusion 2; day 2, conclusion 4', 'd1c2 d2c4'],
    ['introduction, paragraph 2', 'introductionp2'],
    ['second paragraph of the introduction', 'introductionp2'],
    ['closing paragraphs, first paragraph', 'closingp1'],
    ['jour 2, quatrième et sixième conclusions', 'd2c4 d2c6'],
    ['día 2, primera conclusión', 'd2c1'],
    ['day 2', 'd2'],
    ['conclusion 4', 'c4'],
    ['day 2, conclusions 4–4000000', 'd2c4', '–4000000'],
    ['day 2, conclusion 4, emphasis added', 'd2c4', ', emphasis added'],
  ];
  for (const [text, expected, rest = ''] of cases) {
    it(text, () => {
      const found = readLocator(text);
      assert.equal(found?.mentions.map(short).join(' '), expected);
      assert.equal(text.slice(found.end), rest);
    });
  }

  it('is nothing in other words', () => {
    for (const text of ['', 'p. 3', ', day 2', 'chapter 4', 'dayton 2', '4.5', '– 4', 'and 4'])
      assert.equal(readLocator(text), undefined, text);
  });
});

const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constant('conclusion' as const),
    day: fc.integer({ min: 1, max: 12 }),
    number: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    kind: fc.constant('paragraph' as const),
    part: fc.constantFrom('introduction' as const, 'closing' as const),
    number: fc.integer({ min: 1, max: 40 }),
  }),
);

describe('a locator as we write it', () => {
  property(
    'is read back as what it says, in every language and wording',
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('en', 'fr', 'es'),
      fc.constantFrom<Wording>('words', 'numbers', 'serialNumbers', 'apaNumbers', 'capitalNumbers'),
      (places, language, wording) => {
        const text = formatPlaces(places, language, wording);
        const found = readLocator(text);
        const expected = places.map(one =>
          one.kind === 'conclusion'
            ? { day: one.day, conclusion: one.number }
            : { part: one.part, paragraph: one.number },
        );
        assert.deepEqual(found, { mentions: expected, end: text.length }, text);
      },
    ),
    { runs: 500 },
  );

  property(
    'is read from any text without error',
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc
          .array(
            fc.constantFrom(
              'day',
              ' ',
              '2',
              ',',
              'fourth',
              'conclusions',
              'and',
              '–',
              'of',
              'd2c4',
              'introduction',
              'sentence',
              'İ',
            ),
          )
          .map(words => words.join(' ')),
      ),
      text => {
        const found = readLocator(text);
        assert.ok(!found || (found.end > 0 && found.end <= text.length && found.mentions.length > 0));
      },
    ),
  );
});
