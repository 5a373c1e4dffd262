import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { library } from '../../../src/domain/corpus/bundled';
import type { Finding, Passage } from '../../../src/domain/corpus/types';
import { excerpt, SearchIndex, type Hit } from '../../../src/domain/search/index';
import { fold, tokenize } from '../../../src/domain/text/folded';
import { everyday } from '../../../src/domain/search/everyday';
import { compileEveryday } from '../../../src/domain/search/everydayList';
import { singular, stem } from '../../../src/domain/text/stem';
import { compileThesaurus, readThesaurus } from '../../../src/domain/search/thesaurus';

const index = SearchIndex.build(library.findings, library);
const short = (id: string): string => id.replace('idm2022-1-', '');
const ids = (hits: readonly Hit[]): string[] => hits.map(({ finding }) => short(finding.id));
const shown = (hit: Hit | undefined): string[] =>
  hit?.ranges.map(({ start, end }) => hit.finding.text.slice(start, end)) ?? [];

describe('why a finding matched', () => {
  it('shows the words as typed, their forms, misspelt ones and what means the same', () => {
    assert.deepEqual(shown(index.search('xenofobia')[0]), ['racism', 'xenophobia']);
    assert.deepEqual(shown(index.search('"loss of life"')[0]), ['loss of life']);
    assert.ok(shown(index.search('mayors')[0]).includes('local authorities'));
    assert.deepEqual(shown(index.search('COP 27')[0]).includes('COP27'), true);
    assert.ok(shown(index.search('traffickers')[0]).some(word => word.includes('traffick')));
  });

  it('takes no words of two sentences for one term: “… migrant youth. Migrant youth …” has no “youth migrant”', () => {
    assert.deepEqual(shown(index.search('youth')[0]), [
      'young people',
      'migrant youth',
      'Migrant youth',
      'migrant youth',
    ]);
  });

  it('points at the sentence through which alone it matched', () => {
    const sentenceOf = (query: string): string | undefined => index.search(query)[0]?.sentence?.id;
    assert.equal(sentenceOf('high-level panel'), 'idm2022-1-d1c1s2');
    assert.equal(sentenceOf('evacuation'), 'idm2022-1-d2c1s4');
    assert.equal(sentenceOf('"right to privacy"'), 'idm2022-1-d2c2s2');
    assert.equal(sentenceOf('COP27'), undefined, 'a finding of one sentence is named whole');
  });

  it('takes no English word for a misspelling of one of the findings', () => {
    for (const word of ['communist', 'businessmen', 'divergent', 'transgressed', 'crippled', 'fiends'])
      assert.deepEqual(index.search(word, { limit: 1 }), [], word);
    for (const word of ['comunity', 'goverments', 'trafiking']) assert.notDeepEqual(index.search(word), [], word);
  });

  it('leads instruments and mechanisms to what the findings say of their subject, and bodies nowhere', () => {
    const first = (query: string): string | undefined => ids(index.search(query))[0];
    for (const query of ['referral mechanism', 'referral mechanisms', 'national referral mechanism'])
      assert.equal(first(query), 'd1c5', query);
    for (const query of ['eIDAS', 'EUDI Wallet']) assert.equal(first(query), 'd2c1', query);
    for (const query of ['EU Pact', 'EU Migration Pact']) assert.equal(first(query), 'd2c6', query);
    assert.equal(first('STEM talent'), 'd3c6');
    // No finding speaks of these bodies and reports: one with a word of the name in it is not about them.
    for (const query of ['IOM', 'International Organization for Migration', 'GRFC', 'STEM'])
      assert.equal(first(query), undefined, query);
  });

  it('shows the words that were searched in an excerpt, rather than those that mean the same', () => {
    for (const query of ['skills', 'trafficking', 'youth', 'data protection']) {
      const own = query.split(' ');
      for (const hit of index.search(query, { limit: 8 })) {
        if (!own.some(word => new RegExp(`\\b${word}\\b`, 'iu').test(hit.finding.text))) continue;
        const { text } = excerpt(hit, 90, query);
        assert.ok(
          own.some(word => text.toLowerCase().includes(word)),
          `${query}: ${text}`,
        );
      }
    }
  });

  it('cuts an excerpt at words around what matched', () => {
    const [hit] = index.search('"evacuation assistance"');
    const part = excerpt(hit!, 80);
    assert.ok(part.text.startsWith('… ') && part.text.length <= 80);
    assert.deepEqual(
      part.ranges.map(({ start, end }) => part.text.slice(start, end)),
      shown(hit),
    );
  });
});

describe('words as they are typed', () => {
  const first = (query: string): string | undefined => ids(index.search(query))[0];

  it('a joined compound is the hyphenated word before it is its parts', () => {
    assert.equal(first('antismuggling'), first('anti-smuggling'));
    assert.equal(first('countertrafficking'), first('counter-trafficking'));
    assert.deepEqual(ids(index.search('antismuggling')).slice(0, 2), ['d1c6', 'd1c4'], 'then where its part is');
  });

  it('a prefix and its word are one, joined, hyphenated or apart', () => {
    for (const [joined, apart] of [
      ['socioeconomic inclusion', 'socio-economic inclusion'],
      ['antitrafficking', 'anti trafficking'],
      ['crosssectoral', 'cross-sectoral'],
    ]) {
      assert.deepEqual(ids(index.search(joined!)).slice(0, 2), ids(index.search(apart!)).slice(0, 2), joined);
    }
  });

  it('the beginning of a word is not the stem of another', () => {
    assert.equal(first('regul'), 'd1c4', 'regular, not regulation');
  });

  it('a term of several words is one with the common words in it', () => {
    assert.equal(first('loss and damage'), 'd2c12');
    assert.equal(first('changing world of work'), 'd3c5');
  });

  it('words that only look akin are strangers, and an abbreviation may be a common word', () => {
    assert.equal(first('schooling'), 'd3c7', 'universities are not universal');
    assert.ok(!ids(index.search('violence')).includes('d2c5'), 'nor is violence a violation');
    assert.deepEqual(ids(index.search('theme')), [], 'nor theme a form of them');
    assert.equal(first('WHO'), 'd2c8', 'it works for health, and is no treaty');
    assert.ok(['d2c6', 'd3c5'].includes(first('UNHCR')!));
  });

  it('the finding whose label has a word comes before one whose day only has it', () => {
    const found = ids(index.search('inclusion'));
    assert.ok(found.indexOf('d3c1') < found.indexOf('d2c2') && !found.slice(0, 3).includes('d3c7'), found.join(' '));
  });

  it('words side by side in a text or label come before what means the same', () => {
    assert.equal(first('social services'), 'd2c8');
    assert.equal(first('administrativ recrods'), 'd1c5', 'misspelt words too, though together they are a term');
  });

  it('a common word beside an unfinished one makes a phrase', () => {
    for (const query of ['just tran', 'just trans', 'just transi', 'just transition'])
      assert.equal(first(query), 'd2c12', query);
  });

  it('a slip in a short word, or in the first letter of a long one, is forgiven', () => {
    for (const [typed, meant] of [
      ['yoth', 'youth'],
      ['lokal', 'local'],
      ['civol', 'civil'],
      ['baccination', 'vaccination'],
      ['enclusive', 'inclusive'],
      ['vaxines', 'vaccines'],
      ['degredation', 'degradation'],
    ]) {
      assert.deepEqual(ids(index.search(typed!)).slice(0, 1), [first(meant!)], typed);
    }
  });

  it('a common word of another subject is no misspelling', () => {
    for (const word of [
      'music',
      'coast',
      'palace',
      'flight',
      'teams',
      'books',
      'rivers',
      'battery',
      'actresses',
      'cooking',
      'Carla',
      'Oregon',
      'distribution',
    ]) {
      assert.deepEqual(ids(index.search(word)), [], word);
    }
    assert.equal(first('cut the profits of smugglers'), 'd1c4', 'a word of every subject is no sign of another');
  });

  it('one that nobody knows narrows nothing, and says so', () => {
    const plain = index.search('drowning');
    const partial = index.search('Drowning off Lampedusa');
    assert.deepEqual(ids(partial), ids(plain));
    assert.ok(
      partial.every(({ score }, at) => score < plain[at]!.score),
      'what is found in part ranks lower',
    );
    assert.deepEqual(
      partial.map(({ without }) => without),
      plain.map(() => ['Lampedusa']),
    );
    assert.ok(plain.every(({ without }) => without === undefined));
    assert.deepEqual(ids(index.search('drowning near Zorblat')), ids(plain), 'also one that is no name');
    assert.deepEqual(index.search('migrants in Lampedusa')[0]?.without, ['Lampedusa']);
    assert.deepEqual(
      index.search('drowned children music')[0]?.without,
      ['music'],
      'also one of another subject, where ours has more words',
    );
    assert.deepEqual(
      index.search('cut the profits of smugglers')[0]?.without,
      undefined,
      'a word of every subject is not missed',
    );
    assert.deepEqual(
      index.search('"Zorblat-Organisation’s drowning')[0]?.without,
      ['Zorblat'],
      'as typed, also in a quotation that is not closed',
    );
  });

  it('more words that nobody knows than known ones find nothing, nor do those of another subject', () => {
    for (const query of [
      'Lampedusa',
      'Zorblat',
      'training for a marathon',
      'mayors tennis',
      'bird migration',
      'passport photo booth',
      'drowning Zorblat Quuxia',
      'turn left at Zorblat',
      'tennis club racism',
      'best pizza restaurants in the city',
    ]) {
      assert.deepEqual(ids(index.search(query)), [], query);
    }
    assert.deepEqual(
      index.search('missing migrants Zorblat Quuxia')[0]?.without,
      ['Zorblat', 'Quuxia'],
      'as many known as not',
    );
  });

  it('a phrase means what it says, not what its words do', () => {
    for (const [query, wanted] of [
      ['health certificate', 'd2c6'],
      ['birth certificates', 'd2c2'],
      ['gender identity', 'd3c1'],
      ['truck drivers', 'd2c4'],
      ['civil war', 'd2c9'],
      ['natural resources', 'd2c10'],
      ['green card', 'd1c4'],
      ['solar panels', 'd3c8'],
      ['social security number', 'd2c3'],
      ['contact tracing', 'd2c7'],
    ] as const) {
      assert.equal(first(query), wanted, `${query}: ${ids(index.search(query)).join(' ')}`);
    }
    assert.deepEqual(
      shown(index.search('citizenship').find(({ finding }) => short(finding.id) === 'd3c1')).includes('identity'),
      false,
      'nor in a text: "gender identity" is no legal one',
    );
    for (const query of [
      'tax return',
      'return ticket',
      'search engine',
      'printer drivers',
      'mobile phone contract',
      'train timetable',
      'panel beater',
    ]) {
      assert.deepEqual(ids(index.search(query)), [], query);
    }
  });

  it('words whose beginnings coincide are not one word', () => {
    const pairs = [
      ['documentation', 'document'],
      ['organization', 'organ'],
      ['university', 'universal'],
      ['nationality', 'national'],
      ['communication', 'community'],
      ['authority', 'author'],
      ['transition', 'trans'],
      ['generation', 'general'],
      ['engineer', 'engine'],
      ['competition', 'competence'],
      ['sector', 'sect'],
      ['international', 'intern'],
      ['mother', 'moth'],
      ['former', 'formation'],
      ['driver', 'driving'],
      ['position', 'positive'],
      ['statement', 'state'],
      ['character', 'characteristics'],
      ['scholarship', 'scholar'],
    ];
    assert.deepEqual(
      pairs.filter(([one, other]) => stem(one!) === stem(other!)),
      [],
    );
    for (const word of ['documentation', 'organization', 'university', 'communication', 'sector', 'engineer', 'driver'])
      assert.equal(stem(`${word}s`), stem(word));
    assert.equal(first('documentation'), 'd2c1', 'where it stands, before documents');
  });

  it('misspelt or unfinished words side by side mean what they do when written out', () => {
    for (const query of ['missing migrants', 'missng migrnts', 'missing migrnts', 'missing migran'])
      assert.equal(first(query), 'd1c1', query);
  });
});

describe('narrowing', () => {
  it('by day, theme, speaker and objective', () => {
    const all = library.findings;
    const which = (test: (finding: Finding) => boolean): string[] => all.filter(test).map(({ id }) => short(id));
    assert.deepEqual(
      ids(index.search('day:1')),
      which(({ day }) => day === 1),
    );
    assert.deepEqual(
      ids(index.search('gcm:8')),
      which(({ objectives }) => objectives.includes(8)),
    );
    assert.deepEqual(ids(index.search('theme:climate')), ['d2c10', 'd2c11', 'd2c12']);
    assert.deepEqual(ids(index.search('by:"some speakers"')), ['d1c1']);
    assert.deepEqual(ids(index.search('by:consensus')), ['d1c4']);
    assert.deepEqual(
      ids(index.search('by:speakers')),
      which(({ sentences }) => sentences.some(({ attribution }) => attribution.who === 'speakers')),
    );
    assert.deepEqual(ids(index.search('day:2 by:panelists')), ['d2c7']);
    assert.deepEqual(ids(index.search('day 2 conclusion 4')), ['d2c4']);
    assert.deepEqual(ids(index.search('day 3 youth'))[0], 'd3c4');
    assert.ok(index.search('day 3 youth').every(({ finding }) => finding.day === 3));
    for (const none of ['day:9', 'day 12', 'gcm:99', 'theme:', 'theme:opera', 'by:ministers'])
      assert.deepEqual(index.search(none), [], none);
    for (const third of ['day 3', 'day3', 'day three', 'third day', 'day:three'])
      assert.deepEqual(ids(index.search(third)), ids(index.search('day:3')), third);
    assert.deepEqual(ids(index.search('gcm8')), ids(index.search('gcm:8')));
    assert.deepEqual(ids(index.search('second conclusion day 2')), ['d2c2']);
  });

  it('by the number that a row shows, and on the way to it', () => {
    assert.deepEqual(ids(index.search('2.4')), ['d2c4']);
    assert.deepEqual(ids(index.search('@2.12')), ['d2c12']);
    assert.deepEqual(ids(index.search('2.')), ids(index.search('day:2')));
    assert.deepEqual(index.search('3.9'), []);
    assert.notDeepEqual(ids(index.search('1.5 degrees')), ['d1c5']);
  });

  it("by id, a sentence's too", () => {
    assert.deepEqual(ids(index.search('idm2022-1-d2c4')), ['d2c4']);
    assert.equal(index.search('d1c1s2')[0]?.sentence?.id, 'idm2022-1-d1c1s2');
  });
});

describe('phrases', () => {
  it('match only where the words stand side by side', () => {
    const holds = (phrase: string): string[] =>
      library.findings
        .filter(({ text }) => text.toLowerCase().replace(/-/gu, ' ').includes(phrase))
        .map(({ id }) => short(id))
        .sort();
    for (const phrase of [
      'climate change',
      'human mobility',
      'regular pathways',
      'whole of government',
      'access to services',
    ]) {
      assert.deepEqual(ids(index.search(`"${phrase}"`)).sort(), holds(phrase), phrase);
    }
    assert.deepEqual(index.search('"change climate"'), []);
  });
});

describe('what supports a draft', () => {
  const wanted: readonly (readonly [string, readonly string[]])[] = [
    [
      'We commit to stepping up the search for missing migrants and to helping their families.[^1]',
      ['d1c1', 'd1c2', 'd1c3'],
    ],
    ['1. *Urges* Member States to include migrant youth in the design of policies;', ['d3c4']],
    ['Cities are at the front line. They cannot work alone, and national governments must support them.', ['d3c3']],
    [
      '- Vaccines must reach migrants and refugees in fragile States, and no country should demand proof of vaccination as the only way in.',
      ['d2c6'],
    ],
    [
      'The private sector faces labour shortages. Skills of refugees should be put to work [@idm2022-1, day 3, conclusion 5].',
      ['d3c5'],
    ],
  ];

  it('finds the findings that bear on a sentence or paragraph', () => {
    for (const [text, accept] of wanted)
      assert.ok(accept.includes(ids(index.support(text))[0] ?? ''), `${text}: ${ids(index.support(text)).join(' ')}`);
  });

  it('finds nothing for what is not about migration', () => {
    assert.deepEqual(
      index.support(
        'The committee elected its chair and adopted the budget of the orchestra. Rehearsals begin at noon.',
      ),
      [],
    );
    assert.deepEqual(
      index.support(
        'Minutes of the meeting: the treasurer presented the accounts of the tennis club.\nThe roof will be repaired.',
      ),
      [],
    );
    assert.deepEqual(index.support('[^idm2022-1-d2c4] <b></b> https://example.org/migrants'), []);
  });

  it('says where a finding has only one word of those of a draft', () => {
    const only = (text: string): string[] =>
      index.support(text).map(hit => `${hit.finding.id.replace('idm2022-1-', '')} ${hit.only ?? '-'}`);
    assert.deepEqual(only('We live abroad.'), ['d2c2 abroad', 'd3c8 abroad', 'd2c1 abroad']);
    assert.deepEqual(only('Sending money home from abroad is expensive.'), ['d2c12 -', 'd3c8 -']);
    assert.deepEqual([...new Set(only('abroad').map(each => each.split(' ')[1]))], ['-'], 'no more was asked for');
  });
});

describe('a growing index', () => {
  it('answers from what it holds, and in the end as if built at once', async () => {
    const growing = new SearchIndex<Finding | Passage>(library);
    const steps: number[] = [];
    for (const size of growing.add([...library.findings, ...library.passages], 3_000)) {
      steps.push(size);
      if (size >= 10) assert.equal(growing.search('missing persons')[0]?.finding.id, 'idm2022-1-d1c1');
    }
    assert.ok(steps.length > 4 && steps.at(-1) === library.findings.length + library.passages.length);
    let pauses = 0;
    const sliced = new SearchIndex(library);
    await sliced.addInSlices(library.findings, async () => void pauses++);
    assert.ok(pauses > 0);
    for (const query of ['climate', 'labor shortges', 'IMRF'])
      assert.deepEqual(sliced.search(query), index.search(query));
  });
});

describe('the everyday words', () => {
  const source = readFileSync('data/everyday.txt', 'utf8');
  const words = source
    .split('\n')
    .filter(line => !/^[#[]/u.test(line))
    .flatMap(line => line.split(' '))
    .filter(Boolean);

  it('are as they are compared, each once', () => {
    assert.deepEqual(
      words.filter(word => fold(word) !== word),
      [],
    );
    assert.equal(new Set(words).size, words.length);
  });

  it('are compiled as committed', () => {
    assert.equal(readFileSync('data/made/everyday.txt', 'utf8'), compileEveryday(source));
  });

  it('are known, and misspellings of the findings are not', () => {
    assert.deepEqual(
      words.filter(word => everyday(word) === undefined),
      [],
    );
    assert.equal(everyday('banana'), 'other subjects');
    assert.equal(everyday('bananas'), 'other subjects');
    assert.equal(everyday('yesterday'), 'every subject');
    for (const word of ['degredation', 'migrnts', 'orgin', 'coherrence', 'ahcievement'])
      assert.equal(everyday(word), undefined, word);
  });
});

describe('the thesaurus', () => {
  const folded = (term: string): string =>
    tokenize(term)
      .map(({ word }) => word)
      .join(' ');
  const source = readFileSync('data/thesaurus.txt', 'utf8');

  it('is compiled as committed', () => {
    assert.equal(readFileSync('data/made/thesaurus.txt', 'utf8'), compileThesaurus(source));
  });

  it('has the stem of every word of its terms', () => {
    const { words, groups, phrases } = readThesaurus(compileThesaurus(source));
    for (const [word, stemmed] of words) assert.equal(stemmed, stem(word));
    const every = [...groups.flatMap(({ terms, asked }) => [...terms, ...asked]), ...phrases];
    assert.deepEqual(
      words.map(([word]) => word),
      [...new Set(every.flatMap(term => term.split(' ')))],
    );
    const lines = source.split('\n').filter(text => text.includes('=') && !/^#|>/u.test(text));
    assert.deepEqual(
      groups.map(({ terms }) => terms),
      lines.map(line => [...new Set(line.split('=').map(folded))]),
    );
  });

  it('leads from what is only asked for to terms that some group has', () => {
    const { groups } = readThesaurus(compileThesaurus(source));
    const known = new Set(groups.flatMap(({ terms }) => terms));
    const lines = source.split('\n').filter(text => text.includes('>') && !text.startsWith('#'));
    const [asked, meant] = [0, 1].map(side => lines.flatMap(line => line.split('>')[side]!.split('=').map(folded)));
    assert.deepEqual(
      meant!.filter(term => !known.has(term)),
      [],
    );
    assert.deepEqual([...new Set(groups.flatMap(group => group.asked))].sort(), [...new Set(asked)].sort());
  });

  it('leads to what is broader, and from there on, and not the other way', () => {
    const { groups } = readThesaurus(compileThesaurus('shipwreck > sinking\nsinking > death\ndeath = fatality'));
    assert.deepEqual(groups, [{ terms: ['death', 'fatality'], asked: ['shipwreck', 'sinking'] }]);
  });

  it('keeps from texts what only leads to a group', () => {
    const told = new SearchIndex();
    const [model] = library.passages;
    for (const _ of told.add([
      { ...model!, label: '', text: 'The World Health Organization was there.' } as unknown as Finding,
    ])) {
      /* one slice */
    }
    assert.deepEqual(told.search('pandemic treaty'), [], 'the WHO is no treaty');
    assert.equal(told.search('world health organization').length, 1);
  });

  it('has groups of two terms or more, no term twice in a group', () => {
    for (const line of source.split('\n').filter(text => text.includes('=') && !text.startsWith('#'))) {
      const terms = line.split(/[=>]/u).map(term => term.trim());
      assert.ok(terms.length > 1 && terms.every(Boolean), line);
      const plain = terms.map(term =>
        term
          .split(/[\s-]+/u)
          .filter(Boolean)
          .map(word => singular(fold(word)))
          .join(' '),
      );
      assert.deepEqual(
        terms.filter((_, at) => plain.indexOf(plain[at]!) < at),
        [],
        'a plural is found by its singular',
      );
    }
  });
});
