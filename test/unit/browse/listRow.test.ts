import assert from 'node:assert/strict';
import { oneSpeaker } from '../../../src/domain/browse/attribution';
import { listRow, rowRoom, whoSize, type Listed } from '../../../src/domain/browse/listRow';
import { matchedWords } from '../../../src/domain/browse/matchedWords';
import { offered, unasked, untyped } from '../../../src/domain/browse/offered';
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
  const { who, partly } = row.sentence ? oneSpeaker(row.sentence) : oneSpeaker(row.finding, row.told);
  const named = who !== 'unnamed' && who !== 'passive';
  return listRow(row, partly && named ? `partly ${words(who)}` : words(who));
};
const shown = (row: Listed) => {
  const { number, words: told, who } = parts(row);
  return `${number} ${told} | ${who}`;
};
const wanted = (query: string) => offered(index.search(query), 'quotation', 20, query);

describe('the one speaker who stands for a finding', () => {
  it('is of several the one on whom a draft may lean least, and comes with the others', () => {
    assert.deepEqual(
      ['d1c1', 'd1c4', 'd2c7', 'd3c2', 'd3c3', 'd2c6'].map(id => oneSpeaker(finding(id))),
      [
        { who: 'some speakers', partly: true, others: ['participants'] },
        { who: 'speakers', partly: true, others: ['consensus among speakers'] },
        { who: 'discussions', partly: true, others: ['panelists'] },
        { who: 'speakers', partly: true, others: [] },
        { who: 'passive', partly: false, others: [] },
        { who: 'speakers', partly: false, others: [] },
      ],
    );
  });

  it('is the speaker of the sentence by which the finding was found', () => {
    const told = (id: string, at: number) => oneSpeaker(finding(id), finding(id).sentences[at]);
    assert.deepEqual(
      [told('d1c1', 0), told('d1c4', 0), told('d3c2', 1), told('d2c6', 1)],
      [
        { who: 'participants', partly: true, others: ['some speakers'] },
        { who: 'consensus among speakers', partly: true, others: ['speakers'] },
        { who: 'unnamed', partly: true, others: ['speakers'] },
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
        '1.1 Missing migrants: panel | partly some speakers',
        '1.2 The dead and families | no speaker named',
        '1.3 Data on the missing | partly participants',
        '1.4 Pathways, not smuggling | partly speakers',
        '2.6 COVAX, vaccination proof | speakers',
        '2.9 Racism, social contract | participants',
        '3.2 Diaspora empowerment | partly speakers',
        '3.3 Cities as partners | no speaker named',
      ],
    );
  });

  it('names the speaker of the sentence by which it was found, where all of it would be cited', () => {
    const first = (query: string) => shown(offered(index.search(query), 'citation', 20, query)[0]!);
    assert.deepEqual(
      ['panel deaths', 'transnational missing', 'consensus pathways', 'multi-stakeholder partnerships'].map(first),
      [
        '1.1 Missing migrants: panel | partly some speakers',
        '1.1 Missing migrants: panel | partly participants',
        '1.4 Pathways, not smuggling | partly consensus',
        '1.4 Pathways, not smuggling | partly speakers',
      ],
    );
  });

  it('names a speaker for the whole only where every sentence names that speaker', () => {
    for (const one of library.findings) {
      const { who, partly } = oneSpeaker(one);
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
    const whole = library.findings.flatMap(one =>
      [undefined, ...one.sentences].map((told): Listed => ({ finding: one, told })),
    );
    for (const row of [...whole, ...sentences, ...found]) {
      const { number, words: told, who } = parts(row);
      assert.ok(number.length + 1 + told.length + whoSize * who.length <= rowRoom, shown(row));
    }
    for (const row of whole) assert.ok(shown(row).includes(row.finding.label), shown(row));
  });

  it('of the background says its label and where it stands, uncut', () => {
    const background = SearchIndex.build(library.passages, library);
    for (const passage of library.passages) {
      const place = `${passage.part} ${passage.paragraph}`;
      const { number, words: label } = listRow({ finding: passage }, place);
      assert.deepEqual([number, label], ['', passage.label]);
      for (const sentence of passage.sentences) {
        const { words: told } = listRow({ finding: passage, sentence, quoted: true }, place);
        assert.match(told, /^“.*”$/u);
        assert.ok(1 + told.length + whoSize * place.length <= rowRoom, told);
      }
    }
    const rows = (query: string, kind: 'citation' | 'quotation') =>
      offered(background.search(query, { limit: 2 }), kind, 4, query);
    assert.deepEqual(idsOf(rows('vitorino', 'citation')), ['b4']);
    assert.equal(idsOf(rows('vitorino', 'quotation'))[0], 'b4s1');
    assert.deepEqual(idsOf(rows('closing remarks', 'citation')).slice(0, 1), ['b8']);
    assert.deepEqual(idsOf(rows('xyzzy', 'citation')), []);
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
      const text = row.sentence?.text ?? row.finding.text;
      const part = told.slice(1, -1).replace(/…$/u, '').replace(/^… /u, '');
      assert.ok(told.startsWith('“… ') ? text.includes(part) : text.startsWith(part), told);
    }
  });

  it('shows what was typed, however late the sentence says it', () => {
    assert.equal(parts(wanted('deterrence')[0]!).words, '“… deterrence-based…”');
  });

  it('shows the words that were typed, before words that mean the same, and of them as many as it can', () => {
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
        '“… climate change…”',
        '“… data on trafficking…”',
        '“… exclusive use of data…”',
        '“… skills and qualifications”',
        '“… racism and xenophobia…”',
        '“… access to health services…”',
        '“… green economy…”',
      ],
    );
  });

  it('ends with a word that says something, and does not break off before a gap', () => {
    const empty = /\b(?:the|of|for|to|in|and|a|an|on|that|by)(?: … |…”$)/iu;
    const sentences = library.findings.flatMap(one =>
      one.sentences.map((sentence): Listed => ({ finding: one, sentence, quoted: true })),
    );
    for (const row of [...sentences, ...['data', 'skills', 'climate', 'services'].flatMap(wanted)])
      if (row.quoted) assert.doesNotMatch(parts(row).words, empty);
    assert.equal(
      shown({ finding: finding('d1c3'), sentence: finding('d1c3').sentences[0]!, quoted: true }),
      '1.3 “… identification of dead…” | participants',
    );
  });

  it('says who spoke beside the words, which do not begin with it', () => {
    for (const one of library.findings)
      for (const sentence of one.sentences) {
        const { words: told, who } = parts({ finding: one, sentence, quoted: true });
        assert.equal(who, words(sentence.attribution.who), told);
        assert.ok(!told.toLowerCase().startsWith(`“${who}`), told);
      }
    const shownFor = (id: string, at: number) =>
      shown({ finding: finding(id), sentence: finding(id).sentences[at]!, quoted: true });
    assert.deepEqual(
      [shownFor('d1c1', 1), shownFor('d1c4', 0), shownFor('d2c6', 1), shownFor('d2c12', 0)],
      [
        '1.1 “… high-level panel…” | some speakers',
        '1.4 “… expand regular migration…” | consensus',
        '2.6 “… inequitable access…” | speakers',
        '2.12 “Climate change…” | no speaker named',
      ],
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

  it('begin with the sentence that has what was typed word for word, the last word begun or whole', () => {
    const firstOf = (query: string) => wanted(query)[0]!.sentence?.id.split('-').at(-1);
    assert.deepEqual(
      ['deaths in transit', 'deaths in trans', 'migrant youth should be', 'the front line'].map(firstOf),
      ['d1c1s2', 'd1c1s2', 'd3c4s2', 'd3c3s1'],
    );
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

describe('the words by which a row was found', () => {
  const found = (query: string, kind: 'citation' | 'quotation' = 'citation') =>
    matchedWords(offered(index.search(query), kind, 20, query)[0]!, 4);

  it('are the source’s own, those that were typed first, and one where they stand side by side', () => {
    assert.deepEqual(
      ['missing migrants dna', 'regular pathways', 'climate negotiations'].map(query => found(query)),
      [
        ['missing migrants', 'identification'],
        ['regular migration pathways', 'legal alternatives', 'routes'],
        ['Climate Change Conference', 'climate change', 'negotiations', 'COP27'],
      ],
    );
  });

  it('are those of the sentence, where a sentence is listed', () => {
    for (const query of ['vaccine', 'data', 'climate change', 'skills'])
      for (const row of offered(index.search(query), 'quotation', 20, query)) {
        const text = row.sentence?.text ?? row.finding.text;
        for (const word of matchedWords(row, 4)) assert.ok(text.includes(word), `${word}: ${text}`);
      }
  });

  it('are none where nothing was typed', () => {
    assert.deepEqual(matchedWords({ finding: finding('d1c1') }, 4), []);
    assert.deepEqual(found('d2c11'), []);
  });
});

describe('rows before anything is typed', () => {
  const ids = ['d3c8', 'd3c7', 'd3c6', 'd3c5', 'd3c4', 'd3c3'];

  it('are the few findings used last, marked as such, then the others in the order of the source, each once', () => {
    const rows = untyped(ids.map(finding), library.findings, 'citation', 20);
    assert.deepEqual(idsOf(rows).slice(0, 7), ['d3c8', 'd3c7', 'd3c6', 'd3c5', 'd3c4', 'd1c1', 'd1c2']);
    assert.deepEqual(
      rows.map(({ recent }) => recent === true),
      rows.map((_row, at) => at < 5),
    );
    assert.equal(new Set(idsOf(rows)).size, 20);
  });

  it('to be quoted are their sentences, marked, too', () => {
    const rows = untyped([finding('d3c2')], library.findings, 'quotation', 20);
    assert.deepEqual(idsOf(rows).slice(0, 5), ['d3c2s1', 'd3c2s2', 'd3c2s3', 'd3c2', 'd1c1s1']);
    assert.deepEqual(
      rows.map(({ recent }) => recent === true),
      rows.map((_row, at) => at < 4),
    );
  });
});
