/** What a paraphrase says more strongly than the source: where it is shown, and what its fix writes. */
import { strict as assert } from 'node:assert';
import { check, prepare } from '../../../src/domain/check/check';
import type { Problem } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';
import { applied } from '../../../src/domain/text/edits';

const tools = prepare(library);
const found = (text: string): Problem[] => check(text, tools).filter(({ code }) => code === 'paraphrase-altered');

/** The draft's words, the source's, and the sentence that the fix makes. */
const fixes: readonly (readonly [finding: string, draft: string, said: string, instead: string, fixed?: string])[] = [
  [
    'day 3, conclusion 4',
    'According to the summary, migrant youth must be *included* in all stages of policy design',
    'must be included',
    'should be included',
    'According to the summary, migrant youth should be *included* in all stages of policy design',
  ],
  [
    'day 2, conclusion 11',
    'The summary concludes that States and actors **are obliged to** work together',
    'are obliged to work',
    'should work',
    'The summary concludes that States and actors **should** work together',
  ],
  [
    'day 2, conclusion 5',
    'The summary warns that such steps will result in human rights violations',
    'will result',
    'could result',
    'The summary warns that such steps could result in human rights violations',
  ],
  [
    'day 2, conclusion 1',
    'According to the summary, migrants in crisis situations cannot access critical services',
    'cannot access',
    'may find it harder to access',
    'According to the summary, migrants in crisis situations may find it harder to access critical services',
  ],
  [
    'day 2, conclusion 1',
    'The summary says that lacking legal documents makes it impossible for migrants to reunite with family abroad',
    'impossible for migrants to reunite',
    'more difficult for migrants to reunite',
    'The summary says that lacking legal documents makes it more difficult for migrants to reunite with family abroad',
  ],
  [
    'day 2, conclusion 2',
    'All of the States still lack robust civil registration systems, participants underlined',
    'All of the States',
    'many States',
    'Many States still lack robust civil registration systems, participants underlined',
  ],
  [
    'day 2, conclusion 2',
    'Participants underlined that every State still lacked robust civil registration systems',
    'every State',
    'many States',
  ],
  [
    'day 2, conclusion 2',
    'Participants underlined that States still lacked robust civil registration systems',
    'States still lacked',
    'many States',
    'Participants underlined that many States still lacked robust civil registration systems',
  ],
  [
    'day 2, conclusion 10',
    'Hardly any progress has been made to advance political discussions, participants emphasized',
    'Hardly any progress',
    'significant progress',
    'Significant progress has been made to advance political discussions, participants emphasized',
  ],
  [
    'day 2, conclusion 6',
    'Speakers mentioned that COVAX had donated 2 billion doses of vaccines',
    '2 billion doses',
    '1 billion doses',
    'Speakers mentioned that COVAX had donated 1 billion doses of vaccines',
  ],
  [
    'day 2, conclusion 6',
    'Speakers mentioned that COVAX had donated 1 billion doses of vaccines to fewer than 144 countries',
    'fewer than 144 countries',
    'more than 144 countries',
    'Speakers mentioned that COVAX had donated 1 billion doses of vaccines to more than 144 countries',
  ],
  [
    'day 2, conclusion 3',
    'Speakers highlighted the need for access to legal identity for most people, regardless of status',
    'most people',
    'all',
    'Speakers highlighted the need for access to legal identity for all people, regardless of status',
  ],
];

/** What has no fix: the draft's words and the source's. */
const turned: readonly (readonly [finding: string, draft: string, said: string, instead: string])[] = [
  [
    'day 2, conclusion 3',
    'Passports and identity cards have now been standardized across countries',
    'have now been standardized',
    'need for the standardization',
  ],
  [
    'day 1, conclusion 5',
    'Participants emphasized that data on trafficking in persons were by now comprehensive',
    'comprehensive',
    'limited',
  ],
  [
    'day 3, conclusion 3',
    'It was noted that local authorities could very well work alone',
    'could very well work',
    'could not work alone',
  ],
  [
    'day 1, conclusion 6',
    'Criminal justice should target smuggled and trafficked migrants rather than organized criminal networks',
    'rather than organized',
    'target organized',
  ],
  [
    'day 2, conclusion 11',
    'The summary says that, ahead of COP26, States and actors at national and regional levels should work together',
    'COP26',
    'COP27',
  ],
  [
    'day 2, conclusion 1',
    'Speakers called for people on the move, with the exception of irregular migrants, to be recognized as a person before the law',
    'with the exception of irregular migrants',
    'including irregular migrants',
  ],
  [
    'day 2, conclusion 1',
    'Speakers called for people on the move, irregular migrants excepted, to have the right to a legal identity',
    'irregular migrants excepted',
    'including irregular migrants',
  ],
  [
    'day 3, conclusion 6',
    'Joint skills development is needed for positive labour market outcomes in countries of destination, though not in those of origin',
    'though not in those of origin',
    'both countries of origin and destination',
  ],
  [
    'day 3, conclusion 3',
    'Cities should engage with local private partners rather than with national governments, the summary says',
    'rather than with national governments',
    'as well with national governments',
  ],
  [
    'day 3, conclusion 7',
    'A skills lens will unlock the potential of highly skilled migrants only',
    'skilled migrants only',
    'migrants of different categories',
  ],
  [
    'day 1, conclusion 3',
    'There is no need to improve data collection on missing migrants',
    'no need to',
    'need for better data collection',
  ],
  [
    'day 1, conclusion 3',
    'The exclusive use of data for humanitarian purposes need not be assured',
    'need not',
    'needs to be assured',
  ],
  [
    'day 1, conclusion 3',
    'The summary wants data on missing migrants to be used for humanitarian search and law enforcement purposes only',
    'law enforcement',
    'exclusive use of data',
  ],
  [
    'day 2, conclusion 5',
    'Digitization results in human rights violations, according to the summary',
    'results',
    'could result',
  ],
  [
    'day 2, conclusion 7',
    'The discussions touched upon including the needs of people on the move in the international legal instrument on pandemic preparedness that Member States had adopted',
    'had adopted',
    'negotiate a potential',
  ],
  [
    'day 1, conclusion 5',
    'Participants found that data on trafficking in persons were still limited because anti-trafficking responses had been ineffective',
    'because anti-trafficking responses',
    'reduced the effectiveness',
  ],
  ['day 3, conclusion 3', 'It was noted that cities could work alone', 'could work', 'could not work alone'],
  [
    'day 2, conclusion 2',
    'There is a need to strengthen these capacities in countries of destination, and through consular representations abroad',
    'destination',
    'origin',
  ],
];

/** Words that the source has nothing in place of. */
const added: readonly (readonly [finding: string, draft: string, said: string])[] = [
  [
    'day 1, conclusion 4',
    'Speakers called for partnerships, including with the finance, technology and agriculture sectors',
    'agriculture',
  ],
  [
    'day 3, conclusion 2',
    'The summary says that countries must act together by strengthening security and development plans',
    'security',
  ],
];

/** Honest drafts with the same words. */
const honest: readonly (readonly [finding: string, draft: string])[] = [
  [
    'day 2, conclusion 1',
    'Excluding irregular migrants from legal identity runs counter to the call of speakers for people on the move to be recognized as persons before the law',
  ],
  [
    'day 2, conclusion 1',
    'Speakers called for all people on the move, rather than irregular migrants alone, to be recognized as persons before the law',
  ],
  [
    'day 3, conclusion 6',
    'Labour market outcomes are positive in countries of destination only: there is a need for partnerships and investment in joint skills development',
  ],
  ['day 3, conclusion 7', 'Policies will unlock the potential of migrants only through a skills lens'],
  ['day 1, conclusion 3', 'There is no need for better data collection to come at the expense of data protection'],
  [
    'day 2, conclusion 3',
    'Needless to say, countries should improve national civil registration, as speakers highlighted',
  ],
  ['day 2, conclusion 3', 'National civil registration needs no migratory status to ensure access to legal identity'],
  ['day 3, conclusion 4', 'There is a need not to stop at the vulnerabilities of migrant youth'],
  [
    'day 1, conclusion 3',
    'Firewalls between humanitarian search and law enforcement would assure the exclusive use of data for humanitarian search purposes',
  ],
  ['day 1, conclusion 5', 'Limited data on trafficking matter because they make antitrafficking responses ineffective'],
  [
    'day 1, conclusion 5',
    'Participants emphasized the limited data on trafficking because ineffective antitrafficking responses follow from them',
  ],
  [
    'day 2, conclusion 7',
    'Now that the international instrument on pandemic preparedness has been adopted, we recall that discussions touched upon the importance of including the needs of people on the move',
  ],
  [
    'day 3, conclusion 8',
    'Speakers reported on progress, which was broadening career prospects and strengthening the ability of young people to contribute to labour markets',
  ],
  [
    'day 2, conclusion 3',
    'Speakers highlighted that countries should improve national civil registration to counteract a parallel shadow society that fed both exclusion and criminality',
  ],
];

describe('a paraphrase that says more than the source', () => {
  for (const [finding, draft, said, instead] of turned)
    it(`${said} for ${instead}, without a fix`, () => {
      const problems = found(`${draft} [@idm2022-1, ${finding}].\n`);
      assert.deepEqual(
        problems.map(({ data, severity, fixes: offered }) => [data.said, data.instead, severity, offered.length]),
        [[said, instead, 'warning', 0]],
      );
    });

  for (const [finding, draft, said] of added)
    it(`${said}, which the source has not`, () => {
      const problems = found(`${draft} [@idm2022-1, ${finding}].\n`);
      assert.deepEqual(
        problems.map(({ data, severity }) => [data.said, data.instead, severity]),
        [[said, undefined, 'warning']],
      );
    });

  for (const [finding, draft] of honest)
    it(`is not: ${draft}`, () =>
      assert.deepEqual(
        check(`${draft} [@idm2022-1, ${finding}].\n`, tools).map(({ code, data }) => [code, data.said]),
        [],
      ));

  for (const [finding, draft, said, instead, fixed] of fixes)
    it(`${said} for ${instead}`, () => {
      const citation = ` [@idm2022-1, ${finding}].\n`;
      const [problem, ...more] = found(draft + citation);
      assert.ok(problem, 'nothing is found');
      assert.equal(more.length, 0);
      assert.deepEqual([problem.data.said, problem.data.instead], [said, instead]);
      // Of most people is less than of all: that overstates nothing.
      assert.equal(problem.severity, said.startsWith('most') ? 'information' : 'warning');
      const [fix] = problem.fixes;
      assert.equal(fix && applied(draft + citation, fix.edits), fixed === undefined ? undefined : fixed + citation);
      if (fixed !== undefined) assert.deepEqual(found(fixed + citation), []);
    });

  it('is a figure in a table, too, held against the cell before it', () => {
    const table = `| What speakers mentioned | Value | Source |\n|---|---|---|\n| Countries reached through COVAX | more than 184 | [@idm2022-1-d2c6] |\n`;
    assert.deepEqual(
      found(table).map(({ data, fixes: [fix] }) => [data.said, data.instead, fix && applied(table, fix.edits)]),
      [['184', '144 countries', table.replace('184', '144')]],
    );
    assert.deepEqual(found(table.replace('184', '144')), []);
  });

  it('is how many took part in the meeting, in whatever words', () => {
    const said = (text: string): unknown[] =>
      found(`${text} [@idm2022-1].\n`).map(({ data }) => [data.said, data.instead]);
    for (const words of [
      'The dialogue was attended by 9000 participants from 150 countries',
      'The session involved 9,000 participants',
    ])
      assert.deepEqual(said(words), [
        [/9\S*/u.exec(words)?.[0].concat(' participants'), '900 registered participants'],
      ]);
    for (const words of [
      'The dialogue was attended by some 900 participants',
      'The sessions of 2022 drew 2,000 participants',
      'The first day of the session had 400 participants',
      'Our conference had 300 participants',
    ])
      assert.deepEqual(said(words), [], words);
  });

  it('makes the sentence that is turned only the nearest one for who spoke: its speakers do not say this', () => {
    const nearest = (text: string): unknown =>
      check(`${text} [@idm2022-1, day 3, conclusion 3].\n`, tools).find(({ code }) => code === 'attribution-who')?.data
        .nearest;
    assert.equal(nearest('All speakers mentioned that local authorities could work alone'), true);
    assert.equal(nearest('All speakers mentioned that local authorities could not work alone'), undefined);
  });

  it('is a denial of what somebody is reported to have said', () => {
    for (const [words, place] of [
      ['Speakers did not call for a high-level panel on deaths in transit', 'day 1, conclusion 1'],
      [
        'Participants rejected universal health coverage and equity in access to COVID-19 vaccines',
        'day 2, conclusion 8',
      ],
      ['Speakers reported no progress on upskilling young men and women', 'day 3, conclusion 8'],
    ])
      assert.equal(found(`${words} [@idm2022-1, ${place}].\n`).length, 1, words);
    const other = 'Participants did not call for a high-level panel on deaths in transit; some speakers did';
    assert.deepEqual(found(`${other} [@idm2022-1, day 1, conclusion 1].\n`), []);
  });

  it('is looked for in English drafts only', () => {
    const draft = `The summary says that migrant youth must be included in all stages of policy design [@idm2022-1, day 3, conclusion 4].\n`;
    assert.equal(found(draft).length, 1);
    assert.deepEqual(found(`---\nlang: fr\n---\n\n${draft}`), []);
  });

  it('is not found in what the source says itself, with any of its findings cited', () => {
    for (const finding of library.findings)
      for (const sentence of finding.sentences)
        assert.deepEqual(
          found(`${sentence.text.replace(/[.]$/u, '')} [@${finding.corpus}-${finding.id.split('-').at(-1)!}].\n`).map(
            ({ data }) => data.said,
          ),
          [],
          sentence.id,
        );
  });
});
