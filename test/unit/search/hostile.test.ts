import assert from 'node:assert/strict';
import fc from 'fast-check';
import { library } from '../../../src/domain/corpus/bundled';
import { excerpt, SearchIndex } from '../../../src/domain/search/index';
import { property } from '../../property';

const index = SearchIndex.build(library.findings, library);

/** Whether hits are what every caller may rely on. */
function assertSound(query: string): void {
  for (const hits of [index.search(query), index.support(query)]) {
    let before = Infinity;
    const seen = new Set<string>();
    for (const hit of hits) {
      assert.ok(hit.score > 0 && hit.score <= before && Number.isFinite(hit.score), `score of ${hit.finding.id}`);
      before = hit.score;
      assert.ok(!seen.has(hit.finding.id), `${hit.finding.id} twice`);
      seen.add(hit.finding.id);
      let end = -1;
      for (const range of hit.ranges) {
        assert.ok(range.start > end && range.end > range.start && range.end <= hit.finding.text.length);
        end = range.end;
      }
      if (hit.sentence) assert.ok(hit.finding.sentences.includes(hit.sentence));
      const part = excerpt(hit, 90);
      assert.ok(part.text.length <= 90);
      for (const range of part.ranges) assert.ok(range.start >= 0 && range.end <= part.text.length);
    }
  }
}

describe('search on any text', () => {
  const words = library.findings.flatMap(({ text }) => text.split(' '));
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(...words),
    fc.constantFrom(
      '"',
      '“',
      '”',
      'day:',
      'day:2',
      'theme:',
      'theme:"',
      'by:speakers',
      'gcm:8',
      'day 2',
      'd2c4',
      '-',
      ':',
      '@',
      '*',
      '(?:',
      '\\',
      '$&',
      '__proto__',
      'constructor',
      '\u202e',
      'e\u0301\u0302',
      '👩‍👩‍👧',
    ),
  );
  property(
    'search answers soundly, whatever is typed',
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => assertSound(pieces.join(' '))),
    { runs: 400 },
  );

  it('finds nothing for punctuation, other scripts and names of object properties', () => {
    const nothing = [
      '',
      ' ',
      '!!!',
      '...',
      '?!;:',
      '.*',
      '[a-z]+',
      '(((',
      '\\\\\\',
      '*',
      '-',
      '"',
      '“',
      '""',
      '@',
      '^$',
      '🌍🌍',
      '👩‍👩‍👧',
      'مهاجرون',
      '移民',
      'עברית',
      '\u0301\u0302\u0303',
      '\u202e\u202d',
      'hasOwnProperty toString',
      '\0\0',
      'day:',
      'theme:',
      'by:',
      'gcm:',
    ];
    for (const query of nothing) assert.deepEqual(index.search(query), [], JSON.stringify(query));
  });

  it('answers queries of 10,000 characters', () => {
    const long = [
      'a'.repeat(10_000),
      '"'.repeat(10_000),
      'migrants '.repeat(1_200),
      'vaxination '.repeat(900),
      '('.repeat(10_000),
      'day:'.repeat(2_500),
      'é'.normalize('NFD').repeat(5_000),
      'a-'.repeat(5_000),
      '"a '.repeat(3_300),
      `${'x '.repeat(5_000)}`,
      "a'".repeat(5_000),
      '👩‍👩‍👧'.repeat(1_200),
      Array.from({ length: 1_400 }, (_, at) => `wrd${String.fromCharCode(97 + (at % 26))}tn`).join(' '),
    ];
    for (const query of long) {
      assertSound(query.slice(0, 10_000));
      index.support(query);
    }
  });

  it('takes an unclosed quotation as words when it is no phrase', () => {
    const [hit] = index.search('"vaccines equitable access countries');
    assert.ok(hit && ['idm2022-1-d2c6', 'idm2022-1-d2c8'].includes(hit.finding.id));
    assert.equal(index.search('“local authorities could n')[0]?.finding.id, 'idm2022-1-d3c3');
  });
});
