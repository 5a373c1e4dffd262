import assert from 'node:assert/strict';
import { firstSpeaker } from '../../../src/domain/browse/attribution';
import { listRow, rowRoom, whoSize, type Listed } from '../../../src/domain/browse/listRow';
import { offered, unasked } from '../../../src/domain/browse/offered';
import { library } from '../../../src/domain/corpus/bundled';
import type { Finding, Who } from '../../../src/domain/corpus/types';
import { SearchIndex } from '../../../src/domain/search';

const index = SearchIndex.build(library.findings, library);
const finding = (id: string) => library.resolve(`idm2022-1-${id}`)!.entry as Finding;
const short = (id: string) => id.replace('idm2022-1-', '');
const idsOf = (rows: readonly Listed[]) => rows.map(row => short((row.sentence ?? row.finding).id));

/** As the editor words it in English. */
const words = (who: Who): string => {
  if (who === 'consensus among speakers') return 'consensus';
  return who === 'unnamed' || who === 'passive' ? 'no speaker named' : who;
};
const parts = (row: Listed) => {
  const { who, partly } = firstSpeaker(row.sentence ?? row.finding);
  return listRow(row, partly ? `partly ${words(who)}` : words(who));
};
const shown = (row: Listed) => {
  const { number, words: told, who } = parts(row);
  return `${number} ${told} | ${who}`;
};
const wanted = (query: string) => offered(index.search(query), 'quotation', 20, query);

describe('who spoke first', () => {
  it('comes with the speakers of the other sentences, where it holds for a part', () => {
    assert.deepEqual(
      ['d1c1', 'd1c4', 'd2c7', 'd3c2', 'd3c3', 'd2c6'].map(id => firstSpeaker(finding(id))),
      [
        { who: 'participants', partly: true, others: ['some speakers'] },
        { who: 'consensus among speakers', partly: true, others: ['speakers'] },
        { who: 'discussions', partly: true, others: ['panelists'] },
        { who: 'speakers', partly: true, others: [] },
        { who: 'passive', partly: false, others: [] },
        { who: 'speakers', partly: false, others: [] },
      ],
    );
  });
});

describe('a row of the list', () => {
  it('says which finding it is and who spoke, and where that holds for a part only', () => {
    assert.deepEqual(
      ['d1c1', 'd1c2', 'd1c3', 'd1c4', 'd2c6', 'd2c9', 'd3c2', 'd3c3'].map(id => shown({ finding: finding(id) })),
      [
        '1.1 Missing migrants: panel | partly participants',
        '1.2 The dead and families | no speaker named',
        '1.3 Data on the missing | partly participants',
        '1.4 Pathways, not smuggling | partly consensus',
        '2.6 COVAX, vaccination proof | speakers',
        '2.9 Racism, social contract | participants',
        '3.2 Diaspora empowerment | partly speakers',
        '3.3 Cities as partners | no speaker named',
      ],
    );
  });

  it('names a speaker for the whole only where every sentence names that speaker', () => {
    for (const one of library.findings) {
      const { who, partly } = firstSpeaker(one);
      const each = new Set(one.sentences.map(({ attribution }) => words(attribution.who)));
      assert.equal(partly, each.size > 1, one.id);
      assert.ok(each.has(words(who)), one.id);
    }
  });

  it('is never longer than a row has room for, and never cuts our labels', () => {
    const sentences = library.findings.flatMap(one =>
      one.sentences.map((sentence): Listed => ({ finding: one, sentence, quoted: true })),
    );
    const found = ['climate', 'health', 'right to identity', '"social contract"', 'skills partnerships'].flatMap(
      wanted,
    );
    for (const row of [...library.findings.map((one): Listed => ({ finding: one })), ...sentences, ...found]) {
      const { number, words: told, who } = parts(row);
      assert.ok(number.length + 1 + told.length + whoSize * who.length <= rowRoom, shown(row));
    }
    for (const one of library.findings) assert.ok(shown({ finding: one }).includes(one.label), one.label);
  });

  it('cuts a long label at a word, and leaves some of it beside the longest name', () => {
    const long = {
      ...finding('d1c1'),
      label: 'The recognition of foreign qualifications and of what was learned at work',
    };
    assert.equal(listRow({ finding: long }, 'no speaker named').words, 'The recognition of…');
    assert.equal(listRow({ finding: long }, 'x'.repeat(60)).words, 'The rec…');
  });

  it('shows the words of the source, and nothing but them', () => {
    for (const row of ['climate', 'vaccine', 'families of the missing', 'xenophobia', 'diaspora']
      .flatMap(wanted)
      .filter(({ quoted }) => quoted)) {
      const { words: told } = listRow(row, 'speakers');
      assert.match(told, /^“.*”$/u);
      assert.ok((row.sentence?.text ?? row.finding.text).includes(told.slice(1, -1).replace(/…$/u, '')), told);
    }
  });

  it('shows the words that were typed before words that mean the same, and enough beside them to say what it is about', () => {
    const first = (query: string) => parts(wanted(query)[0]!).words;
    assert.deepEqual(
      [
        'climate negotiations',
        'data',
        'exclusive use of data',
        'skills',
        'xenophobia',
        'health services',
        'green economy',
      ].map(first),
      [
        '“climate change…”',
        '“data on trafficking…”',
        '“exclusive use of data…”',
        '“skills and qualifications”',
        '“racism and xenophobia…”',
        '“access to health services…”',
        '“green economy…”',
      ],
    );
  });

  it('begins and ends with words that say something, behind who spoke', () => {
    const empty =
      /^“(?:the|of|for|to|in|and|a|an|there|at|however|on|that|speakers|participants)\b|\b(?:the|of|for|to|in|and|a|an|on|that|by)…”$/iu;
    const sentences = library.findings.flatMap(one =>
      one.sentences.map((sentence): Listed => ({ finding: one, sentence, quoted: true })),
    );
    for (const row of [...sentences, ...['data', 'skills', 'climate', 'services'].flatMap(wanted)])
      if (row.quoted) assert.doesNotMatch(parts(row).words, empty);
    assert.equal(
      shown({ finding: finding('d1c3'), sentence: finding('d1c3').sentences[0]!, quoted: true }),
      '1.3 “identification of dead…” | participants',
    );
  });

  it('tells the sentences of a finding from one another', () => {
    for (const one of library.findings) {
      const told = one.sentences.map(sentence => parts({ finding: one, sentence, quoted: true }).words);
      assert.equal(new Set(told).size, told.length, told.join(', '));
    }
  });

  it('leaves no bracket open, and has words where a sentence has none that tell', () => {
    const sentence = (text: string, at: number) =>
      ({ id: `x${at}`, text, start: 0, end: text.length, attribution: { who: 'unnamed', verbs: [] } }) as const;
    const of = (text: string, at: number) => ({ ...finding('d1c1'), text, sentences: [sentence(text, at)] });
    assert.equal(
      listRow(
        { finding: of('Glasgow (with COP26, that is) was where they had been.', 1), quoted: true },
        'no speaker named',
      ).words,
      '“Glasgow…”',
    );
    assert.equal(
      listRow({ finding: of('It is what it is.', 2), quoted: true }, 'no speaker named').words,
      '“It is what it is.”',
    );
  });
});

describe('rows for a quotation', () => {
  it('are the sentence that answers best, of each finding, then whole conclusions, then other sentences', () => {
    const rows = offered(index.search('vaccination'), 'quotation', 20);
    const firstWhole = rows.findIndex(({ quoted }) => quoted === undefined);
    const lastWhole = rows.findLastIndex(({ quoted }) => quoted === undefined);
    assert.ok(firstWhole > 0);
    assert.ok(
      rows
        .slice(0, firstWhole)
        .every(
          ({ quoted, sentence, finding: { text }, ranges }) =>
            quoted && ranges!.some(range => (sentence?.text ?? text).includes(text.slice(range.start, range.end))),
        ),
    );
    assert.equal(new Set(rows.slice(0, firstWhole).map(row => row.finding.id)).size, firstWhole);
    assert.ok(rows.slice(firstWhole, lastWhole + 1).every(({ quoted }) => !quoted));
    assert.ok(rows.slice(lastWhole + 1).every(({ sentence }) => sentence));
    assert.equal(new Set(idsOf(rows)).size, rows.length, 'each once');
  });

  it('put the sentence first that says all of it, and one that says more of it before one that says less', () => {
    assert.equal(
      idsOf(offered(index.search('essential workers'), 'quotation', 20))[0],
      idsOf(offered(index.search('essential workers'), 'blockQuotation', 20))[0],
    );
    for (const [query, id] of [
      ['high-level panel on deaths', 'd1c1s2'],
      ['exclusive use of data', 'd1c3s3'],
      ['consensus regular pathways', 'd1c4s1'],
      ['d2c4s2', 'd2c4s2'],
    ]) {
      assert.equal(idsOf(offered(index.search(query!), 'quotation', 20))[0], id, query);
    }
  });

  it('offer a conclusion of one sentence once', () => {
    assert.deepEqual(idsOf(offered(index.search('COP27'), 'quotation', 20)), ['d2c11']);
  });

  it('are sentences, and after those of a conclusion all of it, where nothing says which sentence is wanted', () => {
    const expected = ['d3c1', 'd3c2s1', 'd3c2s2', 'd3c2s3', 'd3c2', 'd3c3s1'];
    const rows = unasked([finding('d3c1'), finding('d3c2'), finding('d3c3')], 'quotation', 6);
    assert.deepEqual(idsOf(rows), expected);
    assert.deepEqual(
      rows.map(({ quoted }) => quoted === true),
      [true, true, true, true, false, true],
    );
    assert.deepEqual(idsOf(offered(index.search('day:3'), 'quotation', 6)), expected);
  });

  it('are no sentences where a citation is wanted', () => {
    assert.ok(
      offered(index.search('vaccination'), 'citation', 20).every(({ sentence, quoted }) => !sentence && !quoted),
    );
  });
});
