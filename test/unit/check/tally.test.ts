import assert from 'node:assert/strict';
import { prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { isOwnReport, reportMark } from '../../../src/domain/check/ownReport';
import { reportOf } from '../../../src/domain/check/report';
import {
  nothingTold,
  problemsIn,
  sumOf,
  tallyOf,
  tellsAnything,
  worseFirst,
  type Tally,
} from '../../../src/domain/check/tally';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';

const options = { style: 'un', form: 'footnote', language: 'en' } as const;
const tools = prepare(library);
const bad =
  'They said “local authorities could never work alone” [@idm2022-1, day 3, conclusion 3], and so it is [@idm2022-1, day 9, conclusion 1].\n';

function told(text: string): Tally {
  const checker = new Checker(Draft.of(text, library), tools);
  const problems = checker.check(options);
  return tallyOf(reportOf(library, checker.analysed('en')), problems, checker.ignored.length);
}

describe('the figures of a report', () => {
  it('count what a draft has, and add up', () => {
    const one = told(bad);
    assert.deepEqual(one, {
      problems: { error: 1, warning: 1, information: 0, hint: 0 },
      ignored: 0,
      citations: 2,
      quotations: 1,
      exact: 0,
      notJudged: 0,
    });
    assert.deepEqual(sumOf([one, nothingTold, one]), {
      problems: { error: 2, warning: 2, information: 0, hint: 0 },
      ignored: 0,
      citations: 4,
      quotations: 2,
      exact: 0,
      notJudged: 0,
    });
    assert.equal(problemsIn(one), 2);
    assert.deepEqual([told('Nothing of ours.\n'), nothingTold, one].map(tellsAnything), [false, false, true]);
  });

  it('count what comments ignore apart from the problems, and add it up', () => {
    const one = told(`<!-- idm-findings-disable-next-line -->\n${bad}`);
    assert.deepEqual(one, {
      problems: { error: 0, warning: 0, information: 0, hint: 0 },
      ignored: 2,
      citations: 2,
      quotations: 1,
      exact: 0,
      notJudged: 0,
    });
    assert.equal(sumOf([one, told(bad), one]).ignored, 4);
    assert.ok(tellsAnything({ ...nothingTold, ignored: 1 }));
  });

  it('put the worst draft first', () => {
    const of = (error: number, warning: number, hint: number): Tally => ({
      ...nothingTold,
      problems: { error, warning, information: 0, hint },
    });
    const order = [of(0, 0, 9), of(0, 5, 0), of(1, 0, 0), of(0, 5, 1), nothingTold].toSorted(worseFirst);
    assert.deepEqual(
      order.map(({ problems }) => [problems.error, problems.warning, problems.hint]),
      [
        [1, 0, 0],
        [0, 5, 1],
        [0, 5, 0],
        [0, 0, 9],
        [0, 0, 0],
      ],
    );
  });
});

describe('a report that was saved', () => {
  it('is known by its end, and nothing in it is checked', () => {
    for (const end of ['', '\n', '\r\n\r\n', '  \n']) {
      const saved = `# Check\n\n${bad}\n${reportMark}${end}`;
      assert.ok(isOwnReport(saved));
      assert.deepEqual(told(saved), nothingTold);
    }
  });

  it('is a draft again when something is written below', () => {
    const text = `${reportMark}\n\n${bad}`;
    assert.ok(!isOwnReport(text));
    assert.equal(problemsIn(told(text)), 2);
  });
});
