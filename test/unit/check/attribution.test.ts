import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { AttributionJudge } from '../../../src/domain/check/attribution/judge';
import { library } from '../../../src/domain/corpus/bundled';

const judge = new AttributionJudge(library);
const sentences = readFileSync('test/unit/check/attributions.txt', 'utf8').split('\n')
  .filter(line => line && !line.startsWith('#')).map(line => line.split(' | ') as [string, string, string]);

function told(id: string, text: string): string {
  const wrong = judge.judge(text, text, { start: 0, end: text.length, cited: [`idm2022-1-${id}`] });
  const kinds = wrong.map(each => (each.continued ? 'info' : each.code === 'attribution-who' ? 'who' : 'verb'));
  return kinds[0] ?? 'ok';
}

const detail = (id: string, text: string): string =>
  judge.judge(text, text, { start: 0, end: text.length, cited: [`idm2022-1-${id}`] })
    .map(each => `${each.code} ‹${text.slice(each.mention.start, each.mention.end)}› ${each.mention.voice}/${each.mention.shape} ${each.sentence.id}: ${text.slice(0, each.fix.start)}«${each.fix.text}»${text.slice(each.fix.end)}`).join('; ');

describe('attributions, labelled set', () => {
  const faithful = sentences.filter(([, label]) => label === 'ok');
  const overstated = sentences.filter(([, label]) => label !== 'ok');

  it('has at least 60 sentences, about half of them faithful', () => {
    assert.ok(sentences.length >= 120 && faithful.length >= 50 && overstated.length >= 60, `${faithful.length} and ${overstated.length}`);
  });

  it('raises no alarm on the faithful', () => {
    const wrong = faithful.filter(([id, , text]) => told(id, text) !== 'ok').map(([id, , text]) => `${id} ${text}\n    → ${detail(id, text)}`);
    assert.equal(wrong.join('\n'), '');
  });

  it('catches the overstated, each for what it is', () => {
    const missed = overstated.filter(([id, label, text]) => told(id, text) !== label)
      .map(([id, label, text]) => `${id} ${label}: ${text}\n    → ${told(id, text)} ${detail(id, text)}`);
    assert.equal(missed.join('\n'), '');
  });

  it('words each as the source does: the fix leaves nothing to say', () => {
    const left: string[] = [];
    for (const [id, , text] of overstated) {
      let now = text;
      for (let turn = 0; turn < 4; turn++) {
        const [wrong] = judge.judge(now, now, { start: 0, end: now.length, cited: [`idm2022-1-${id}`] });
        if (!wrong || wrong.continued) break;
        now = now.slice(0, wrong.fix.start) + wrong.fix.text + now.slice(wrong.fix.end);
      }
      if (!['ok', 'info'].includes(told(id, now))) left.push(`${id} ${text}\n    → ${now}\n    ${detail(id, now)}`);
    }
    assert.equal(left.join('\n'), '');
  });
});
