import assert from 'node:assert/strict';
import { firstSpeaker, listRow, rowRoom, type Listed } from '../../../src/domain/browse/listRow';
import { offered, unasked } from '../../../src/domain/browse/offered';
import { library } from '../../../src/domain/corpus/bundled';
import type { Finding, Who } from '../../../src/domain/corpus/types';
import { SearchIndex } from '../../../src/domain/search';

const index = SearchIndex.build(library.findings, library);
const finding = (id: string) => library.resolve(`idm2022-1-${id}`)!.entry as Finding;
const short = (id: string) => id.replace('idm2022-1-', '');
const idsOf = (rows: readonly Listed[]) => rows.map(row => short((row.sentence ?? row.finding).id));

/** As the editor words it in English. */
const words = (who: Who): string => (who === 'consensus among speakers' ? 'consensus' : who === 'unnamed' || who === 'passive' ? 'no speaker named' : who);
const shown = (row: Listed) => {
  const { who, others } = firstSpeaker(row.sentence ?? row.finding);
  const { number, words: told, who: said } = listRow(row, others === 0 ? words(who) : `${words(who)} +${others}`);
  return `${number} ${told} | ${said}`;
};

describe('a row of the list', () => {
  it('says which finding it is and who is named first', () => {
    assert.deepEqual(['d1c1', 'd1c2', 'd1c4', 'd2c9', 'd3c3'].map(id => shown({ finding: finding(id) })), [
      '1.1 Missing migrants: panel | participants +1',
      '1.2 The dead and families | no speaker named',
      '1.4 Pathways, not smuggling | consensus +1',
      '2.9 Racism, social contract | participants',
      '3.3 Cities as partners | no speaker named',
    ]);
  });

  it('is never longer than a row has room for, and never cuts our labels', () => {
    const sentences = library.findings.flatMap(one => one.sentences.map((sentence): Listed => ({ finding: one, sentence, quoted: true })));
    const found = ['climate', 'health', 'right to identity', '"social contract"', 'skills partnerships'].flatMap(query => offered(index.search(query), 'quotation', 40));
    for (const row of [...library.findings.map((one): Listed => ({ finding: one })), ...sentences, ...found]) assert.ok(shown(row).length - 2 <= rowRoom, shown(row));
    for (const one of library.findings) assert.ok(shown({ finding: one }).includes(one.label), one.label);
  });

  it('cuts a long label at a word, and leaves some of it beside the longest name', () => {
    const long = { ...finding('d1c1'), label: 'The recognition of foreign qualifications and of what was learned at work' };
    assert.equal(listRow({ finding: long }, 'participants +1').words, 'The recognition of…');
    assert.equal(listRow({ finding: long }, 'x'.repeat(60)).words, 'The rec…');
  });

  it('shows the words of the source that were found, and nothing but them', () => {
    assert.deepEqual(offered(index.search('climate negotiations'), 'quotation', 20).slice(0, 1).map(shown), ['2.11 “…by climate change is…” | no speaker named']);
    const searched = ['climate', 'vaccine', 'families of the missing', 'xenophobia', 'diaspora'];
    for (const row of searched.flatMap(query => offered(index.search(query), 'quotation', 20)).filter(({ quoted }) => quoted)) {
      const { words: told } = listRow(row, 'speakers');
      assert.ok((row.sentence?.text ?? row.finding.text).includes(told.replace(/^“…?|…?”$/gu, '')), told);
    }
  });

  it('begins behind the words that say only who spoke', () => {
    const [first] = finding('d1c3').sentences;
    assert.equal(shown({ finding: finding('d1c3'), sentence: first!, quoted: true }), '1.3 “the need for better data…” | participants');
  });
});

describe('rows for a quotation', () => {
  it('are the sentence that answers best, of each finding, then whole conclusions, then other sentences', () => {
    const rows = offered(index.search('vaccination'), 'quotation', 20);
    const firstWhole = rows.findIndex(({ quoted }) => quoted === undefined);
    const lastWhole = rows.findLastIndex(({ quoted }) => quoted === undefined);
    assert.ok(firstWhole > 0);
    assert.ok(rows.slice(0, firstWhole).every(({ quoted, sentence, finding: { text }, ranges }) => quoted && ranges!.some(range =>
      (sentence?.text ?? text).includes(text.slice(range.start, range.end)))));
    assert.equal(new Set(rows.slice(0, firstWhole).map(row => row.finding.id)).size, firstWhole);
    assert.ok(rows.slice(firstWhole, lastWhole + 1).every(({ quoted }) => !quoted));
    assert.ok(rows.slice(lastWhole + 1).every(({ sentence }) => sentence));
    assert.equal(new Set(idsOf(rows)).size, rows.length, 'each once');
  });

  it('put the sentence first that says all of it, and one that says more of it before one that says less', () => {
    assert.equal(idsOf(offered(index.search('essential workers'), 'quotation', 20))[0], idsOf(offered(index.search('essential workers'), 'blockQuotation', 20))[0]);
    for (const [query, id] of [['high-level panel on deaths', 'd1c1s2'], ['exclusive use of data', 'd1c3s3'], ['consensus regular pathways', 'd1c4s1'], ['d2c4s2', 'd2c4s2']]) {
      assert.equal(idsOf(offered(index.search(query!), 'quotation', 20))[0], id, query);
    }
  });

  it('offer a conclusion of one sentence once', () => {
    assert.deepEqual(idsOf(offered(index.search('COP27'), 'quotation', 20)), ['d2c11']);
  });

  it('are conclusions, each followed by its sentences, where nothing says which sentence is wanted', () => {
    const expected = ['d3c1', 'd3c2', 'd3c2s1', 'd3c2s2', 'd3c2s3', 'd3c3'];
    assert.deepEqual(idsOf(offered(index.search('day:3'), 'quotation', 6)), expected);
    assert.deepEqual(idsOf(unasked([finding('d3c1'), finding('d3c2'), finding('d3c3')], 'quotation', 6)), expected);
  });

  it('are no sentences where a citation is wanted', () => {
    assert.ok(offered(index.search('vaccination'), 'citation', 20).every(({ sentence, quoted }) => !sentence && !quoted));
  });
});
