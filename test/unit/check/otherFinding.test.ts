/** Claims that cite another conclusion than the one that says what they do: what is told, and what the fix writes. */
import { strict as assert } from 'node:assert';
import { check, prepare } from '../../../src/domain/check/check';
import type { Problem } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';
import type { Finding } from '../../../src/domain/corpus/types';
import { applied, inOrder } from '../../../src/domain/text/edits';

const tools = prepare(library);
const found = (text: string): Problem[] => check(text, tools).filter(({ code }) => code === 'paraphrase-other-finding');
const shown = (text: string): string[] =>
  found(text).map(
    ({ severity, start, end, data }) => `${severity} ‹${text.slice(start, end)}› ${data.suggestion ?? ''}`,
  );
const place = ({ day, ordinal }: Finding): string => `day ${day}, conclusion ${ordinal}`;

const green = 'Speakers reported on progress on upskilling young men and women, including for the green economy';
const noteOf = (ordinal: string, day: number): string =>
  `IOM, International Dialogue on Migration 2022, First session, Conclusions and recommendations, day ${day}, ${ordinal} conclusion.`;

describe('a claim that another conclusion says', () => {
  it('is told with that conclusion, by what its words weigh', () => {
    assert.deepEqual(shown(`${green} [@idm2022-1, day 1, conclusion 2].`), [
      'warning ‹[@idm2022-1, day 1, conclusion 2]› idm2022-1-d3c8',
    ]);
    assert.deepEqual(
      shown(`We reported on progress on upskilling young women (IOM, 2022, day 1, second conclusion).`),
      ['information ‹(IOM, 2022, day 1, second conclusion)› idm2022-1-d3c8'],
    );
  });

  it('is not held against the conclusion that it cites by mistake', () => {
    const text = `States agreed on progress on upskilling young men and women, including for the green economy [@idm2022-1, day 1, conclusion 2].`;
    assert.deepEqual(
      check(text, tools).map(({ code }) => code),
      ['paraphrase-other-finding'],
    );
  });

  it('gets the right place in the form, wording and note that stand there, and raises nothing then', () => {
    const cases = [
      [`${green} [@idm2022-1, day 1, conclusion 2].`, `${green} [@idm2022-1, day 3, conclusion 8].`],
      [`${green} (IOM, 2022, day 1, second conclusion).`, `${green} (IOM, 2022, day 3, eighth conclusion).`],
      [`${green}.[^1]\n\n[^1]: ${noteOf('second', 1)}\n`, `${green}.[^1]\n\n[^1]: ${noteOf('eighth', 3)}\n`],
    ] as const;
    for (const [text, fixed] of cases) {
      const [fix, ...more] = found(text)[0]?.fixes ?? [];
      assert.ok(fix && more.length === 0, text);
      assert.equal(fix.safe, false);
      assert.equal(applied(text, inOrder(fix.edits)), fixed);
      assert.deepEqual(check(fixed, tools), []);
    }
  });

  it('has no fix where several places are cited', () => {
    const [problem] = found(`${green} [@idm2022-1, day 1, conclusions 2 and 4].`);
    assert.equal(problem?.code, 'paraphrase-other-finding');
    assert.deepEqual(problem?.fixes, []);
  });

  it('has no fix where a note by hand says “ibid.”, which would follow it unseen', () => {
    const text = `${green}.[^1] Families.[^2]\n\n[^1]: ${noteOf('second', 1)}\n[^2]: Ibid.\n`;
    assert.deepEqual(
      found(text).map(({ fixes }) => fixes),
      [[]],
    );
  });

  it('is not told of what only a part of the sentence says, what is set apart, and what is said to be missing', () => {
    for (const [words, day, ordinal] of [
      [
        'Poverty, unemployment and war drive people from home; so do disasters and degradation of the environment',
        2,
        9,
      ],
      [
        'Mutual recognition of skills is lacking; investment in training, new job opportunities and career prospects is the answer',
        3,
        6,
      ],
      ['There is no mention of trafficking data, administrative records or prevalence estimates here', 1, 3],
      ['It would be wrong to read the conclusion as a call for a high-level panel on deaths in transit', 1, 2],
      ['Nobody asked for digitalization of passports or identity cards', 2, 5],
      ['This conclusion, unlike the one on trafficking data, does not deplore limited administrative records', 1, 3],
    ] as const)
      assert.deepEqual(shown(`${words} [@idm2022-1, day ${day}, conclusion ${ordinal}].`), [], words);
  });

  it('is not told of beside a citation of that conclusion, of a whole day or document, behind “cf.”, and of names alone', () => {
    for (const text of [
      `${green} [@idm2022-1, day 1, conclusion 2]. Jobs change [@idm2022-1, day 3, conclusion 8].`,
      `${green} [@idm2022-1, day 1].`,
      `${green} [@idm2022-1].`,
      `${green} (cf. IOM, 2022, day 1, second conclusion).`,
      'We remain committed to the Global Compact for Safe, Orderly and Regular Migration [@idm2022-1, day 3, conclusion 2].',
      'The title was “upskilling young men and women, including in the green economy” [@smith2020] [@idm2022-1, day 1, conclusion 2].',
    ])
      assert.deepEqual(shown(text), [], text);
  });

  it('is each sentence of the source, at any other conclusion but those that say nearly the same, and at its own never', () => {
    let [tried, told, elsewhere] = [0, 0, 0];
    for (const finding of library.findings) {
      for (const { text } of finding.sentences) {
        const claim = `Here it is recalled that ${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`;
        assert.deepEqual(shown(`${claim} [@idm2022-1, ${place(finding)}].`), []);
        for (const other of library.findings) {
          if (other === finding) continue;
          tried++;
          const [problem] = found(`${claim} [@idm2022-1, ${place(other)}].`);
          if (problem) told++;
          if (problem && problem.data.suggestion !== finding.id) elsewhere++;
        }
      }
    }
    assert.deepEqual({ tried, told, elsewhere }, { tried: 1375, told: 1371, elsewhere: 0 });
  }).timeout(60_000);
});
