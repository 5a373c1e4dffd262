import { strict as assert } from 'node:assert';
import { parted } from '../../../src/domain/check/attribution/apart';
import { AttributionJudge } from '../../../src/domain/check/attribution/judge';
import { library } from '../../../src/domain/corpus/bundled';

describe('what stands between two mentions', () => {
  const apart = [', ', '; ', ' – ', ' (', '. ', ', and ', ', whereas the ', ', in which ', '; at which the ', ', and that\nthe ', ',', ' and ', ' but the ', ' while a ', ' and noting that some ', ', And That '];
  for (const between of apart) it(`parts them: ${JSON.stringify(between)}`, () => assert.equal(parted(between), true));
  const joined = ['', ' ', ' the ', ' of ', ', of ', ', which ', ', on which ', ' in which ', ', andy ', ' sand ', ', 3 the ', ' we seek. Some ', 'whereas ', ' noting; all '];
  for (const between of joined) it(`does not part them: ${JSON.stringify(between)}`, () => assert.equal(parted(between), false));

  it('is read once, however many words lead on', () => {
    const judge = new AttributionJudge(library);
    const problems = (times: number) => {
      const text = `States agreed that x, ${'whereas '.repeat(times)}Q States agreed that climate action matters.`;
      return judge.judge(text, text, { start: 0, end: text.length, cited: ['idm2022-1-d2c4'] }).length;
    };
    assert.equal(problems(40), problems(1));
    assert.equal(parted(`, ${'whereas '.repeat(100_000)}Q `), false);
    assert.equal(parted(`, ${'whereas '.repeat(100_000)}`), true);
  });
});
