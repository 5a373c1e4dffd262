import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { AttributionJudge } from '../../../src/domain/check/attribution/judge';
import { library } from '../../../src/domain/corpus/bundled';

const judge = new AttributionJudge(library);
const sentences = readFileSync('test/unit/check/attributions.txt', 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => line.split(' | ') as [string, string, string]);

function told(id: string, text: string): string {
  const wrong = judge.judge(text, text, { start: 0, end: text.length, cited: [`idm2022-1-${id}`] });
  const kinds = wrong.map(({ continued, code }) => {
    if (continued) return 'info';
    return code === 'attribution-who' ? 'who' : 'verb';
  });
  return kinds[0] ?? 'ok';
}

const detail = (id: string, text: string): string =>
  judge
    .judge(text, text, { start: 0, end: text.length, cited: [`idm2022-1-${id}`] })
    .map(
      each =>
        `${each.code} ‹${text.slice(each.mention.start, each.mention.end)}› ${each.mention.voice}/${each.mention.shape} ${each.sentence.id}`,
    )
    .join('; ');

describe('attributions, labelled set', () => {
  const faithful = sentences.filter(([, label]) => label === 'ok');
  const overstated = sentences.filter(([, label]) => label !== 'ok');

  it('has at least 60 sentences, about half of them faithful', () => {
    assert.ok(
      sentences.length >= 120 && faithful.length >= 50 && overstated.length >= 60,
      `${faithful.length} and ${overstated.length}`,
    );
  });

  it('raises no alarm on the faithful', () => {
    const wrong = faithful
      .filter(([id, , text]) => told(id, text) !== 'ok')
      .map(([id, , text]) => `${id} ${text}\n    → ${detail(id, text)}`);
    assert.equal(wrong.join('\n'), '');
  });

  it('catches the overstated, each for what it is', () => {
    const missed = overstated
      .filter(([id, label, text]) => told(id, text) !== label)
      .map(([id, label, text]) => `${id} ${label}: ${text}\n    → ${told(id, text)} ${detail(id, text)}`);
    assert.equal(missed.join('\n'), '');
  });

  it('offers no fix that leaves anything to say of the claim', () => {
    const left: string[] = [];
    let offered = 0;
    for (const [id, , text] of overstated) {
      const wrong = judge.judge(text, text, { start: 0, end: text.length, cited: [`idm2022-1-${id}`] });
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
