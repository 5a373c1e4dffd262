import { strict as assert } from 'node:assert';
import { AttributionJudge, type Misattribution } from '../../../src/domain/check/attribution/judge';
import { library } from '../../../src/domain/corpus/bundled';
import { asQuotation, differing, goldenLines, marked, noFix, unmarked, type GoldenLine } from './goldenLines';

const judge = new AttributionJudge(library);
const file = 'test/unit/check/attributions.txt';
const lines = goldenLines(file);

const judged = (id: string, text: string): Misattribution[] =>
  judge.judge(text, text, { start: 0, end: text.length, cited: [`idm2022-1-${id}`] });

function verdictOf([first]: readonly Misattribution[]): string {
  if (!first) return 'ok';
  if (first.continued) return 'info';
  return first.code === 'attribution-who' ? 'who' : 'verb';
}

/** What the judge says of a line's sentence. */
function found({ finding, sentence }: GoldenLine): GoldenLine {
  const text = unmarked(sentence);
  const wrong = judged(finding, text);
  const fix = wrong.map(each => each.reworded()).find(Boolean);
  const quoted = wrong.some(each => each.quoted()) ? asQuotation : noFix;
  return {
    finding,
    verdict: verdictOf(wrong),
    sentence: marked(
      text,
      wrong.map(({ mention }) => mention),
    ),
    fix: fix ? text.slice(0, fix.start) + fix.text + text.slice(fix.end) : quoted,
  };
}

describe('attributions, labelled set', () => {
  const faithful = lines.filter(({ verdict }) => verdict === 'ok');
  const overstated = lines.filter(({ verdict }) => verdict !== 'ok');

  it('has at least 60 sentences, about half of them faithful', () => {
    assert.ok(
      lines.length >= 120 && faithful.length >= 50 && overstated.length >= 60,
      `${faithful.length} and ${overstated.length}`,
    );
  });

  it('says of each what its line has: nothing of the faithful, and of the overstated what it is and how to put it', () => {
    assert.equal(differing(file, found).join('\n'), '');
  });

  it('shows whose speech a sentence goes on with where the draft names them', () => {
    const [told] = judged('d1c5', 'Participants demanded additional efforts to improve data granularity.');
    assert.deepEqual(
      [told?.continued, told?.sentence.attribution.who, told?.attribution.who, told?.attribution.verbs],
      [true, 'unnamed', 'participants', ['emphasized']],
    );
    assert.ok(told && told.raised > 0);
  });

  it('offers no fix that leaves anything to say of the claim', () => {
    const left: string[] = [];
    let offered = 0;
    for (const { finding: id, sentence } of overstated) {
      const text = unmarked(sentence);
      const wrong = judged(id, text);
      for (const fix of wrong.flatMap(each => [each.reworded(), each.quoted()])) {
        if (!fix) continue;
        offered++;
        const now = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
        const masked = now.replace(/“[^”]*”/g, words => words.replace(/[^“”\s]/g, ' '));
        const still = judge.judge(now, masked, { start: 0, end: now.length, cited: [`idm2022-1-${id}`] });
        if (still.length >= wrong.length) left.push(`${id} ${text}\n    → ${now}`);
      }
    }
    assert.equal(left.join('\n'), '');
    assert.ok(offered > overstated.length / 2, `${offered}`);
  });
});
