import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance, distances } from '../../../src/domain/text/distance';
import { LineIndex, linesIn } from '../../../src/domain/text/lineIndex';
import { rarity } from '../../../src/domain/text/rarity';
import { firstAbove, firstFrom } from '../../../src/domain/text/sorted';
import { betweenBlanks, endOfJoinedWord, joinedWordsIn, nextJoinedWord, wordsIn } from '../../../src/domain/text/words';
import { americanized } from '../../../src/domain/text/spelling';
import { property } from '../../property';

describe('sorted lists', () => {
  const list = [1, 3, 3, 5];
  const value = (each: number): number => each;
  it('are looked into for the first that is not below a value, and the first above it', () => {
    const wanted = [0, 1, 2, 3, 4, 5, 6];
    assert.deepEqual(
      wanted.map(each => firstFrom(list, each, value)),
      [0, 0, 1, 1, 3, 3, 4],
    );
    assert.deepEqual(
      wanted.map(each => firstAbove(list, each, value)),
      [0, 1, 1, 3, 3, 4, 4],
    );
    assert.deepEqual([firstFrom([], 1, value), firstAbove([], 1, value)], [0, 0]);
  });
});

describe('the lines of a text', () => {
  it('end with CR LF, CR or LF, and an ending is part of its line', () => {
    const lines = new LineIndex('ab\r\nc\rd\n');
    const places = Array.from({ length: 9 }, (_offset, at) => lines.placeOf(at)).map(
      ({ line, character }) => `${line}:${character}`,
    );
    assert.deepEqual(places, ['0:0', '0:1', '0:2', '0:3', '1:0', '1:1', '2:0', '2:1', '3:0']);
  });

  it('are read without their ends', () => {
    assert.deepEqual(['a\r\nb\rc\nd', 'a\n', 'a\n\n', '\n', ''].map(linesIn), [
      ['a', 'b', 'c', 'd'],
      ['a'],
      ['a', ''],
      [''],
      [],
    ]);
  });

  it('are one where the text is empty', () => {
    assert.deepEqual(new LineIndex('').placeOf(0), { line: 0, character: 0 });
  });
});

describe('the distance between words', () => {
  it('counts a letter missing, added or wrong, and two swapped, as one', () => {
    assert.deepEqual(
      ['climate', 'climat', 'climaate', 'clinate', 'cilmate', 'climatology'].map(word => distance(word, 'climate')),
      [0, 1, 1, 1, 1, 5],
    );
    assert.deepEqual([distance('', 'abc'), distance('abc', ''), distance('', '')], [3, 3, 0]);
  });

  it('is known for each beginning of the other word', () => {
    assert.deepEqual(distances('migr', 'migrant'), [4, 3, 2, 1, 0, 1, 2, 3]);
  });
});

describe('the words of a text', () => {
  it('are runs of letters and digits of any alphabet', () => {
    assert.deepEqual(wordsIn('Long-term “aid”, États’ 2022—Пакт'), ['Long', 'term', 'aid', 'États', '2022', 'Пакт']);
    assert.deepEqual(wordsIn('… —'), []);
  });

  it('hold together with hyphens and apostrophes where that is asked for', () => {
    assert.deepEqual(joinedWordsIn('Long-term aid’s States’ x--y non\u2011state'), [
      'Long-term',
      'aid’s',
      'States',
      'x',
      'y',
      'non\u2011state',
    ]);
  });

  const signs = ['a', 'É', '7', '-', '’', "'", '‐', '‑', ' ', '.', '😀', '𝒜', '\ud835', '\udc9c', '_', 'ß'];
  property(
    'words read sign by sign are those that the pattern finds',
    fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 30 }), text => {
      const read: string[] = [];
      for (let at = nextJoinedWord(text, 0, text.length); at < text.length;) {
        const end = endOfJoinedWord(text, at, text.length);
        read.push(text.slice(at, end));
        at = nextJoinedWord(text, end, text.length);
      }
      assert.deepEqual(read, [...joinedWordsIn(text)]);
    }),
    { runs: 1_000 },
  );

  it('are counted as they are written where their signs do not matter', () => {
    assert.deepEqual(betweenBlanks(' (Long-term), “aid” \n – now. '), ['(Long-term),', '“aid”', '–', 'now.']);
    assert.deepEqual(betweenBlanks(' \t'), []);
  });

  it('are alike in British and American spelling', () => {
    const pairs = [
      ['organise', 'organize'],
      ['organising', 'organizing'],
      ['organisation', 'organization'],
      ['labour', 'labor'],
      ['harbours', 'harbors'],
      ['criminalisation', 'criminalization'],
      ['programmes', 'programs'],
      ['centres', 'centers'],
      ['travelling', 'traveling'],
      ['enrolment', 'enrollment'],
      ['judgement', 'judgment'],
      ['licences', 'licenses'],
      ['paediatric', 'pediatric'],
    ] as const;
    for (const [british, american] of pairs) assert.equal(americanized(british), american);
    for (const word of [
      'this',
      'discussed',
      'course',
      'four-fold',
      'enterprise',
      'expertise',
      'killed',
      'skilled',
      'hatred',
      'hour',
      'four',
      'promise',
    ])
      assert.equal(americanized(word), word);
  });

  it('tell more the fewer texts have them', () => {
    assert.equal(rarity(9, 10), 0);
    assert.ok(rarity(9, 1) > rarity(9, 2));
  });
});
