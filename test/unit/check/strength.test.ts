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
