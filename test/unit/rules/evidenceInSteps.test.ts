import { strict as assert } from 'node:assert';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { countingEvidence, evidenceIn } from '../../../src/domain/rules/evidence';

const key = '[@idm2022-1, day 2, conclusion 4]';
const sentence = `Speakers called for it ${key}. `;

describe('what a draft’s citations use, counted in steps', () => {
  it('gives way often within one long paragraph', () => {
    let steps = 0;
    for (const counting = countingEvidence(Draft.of(sentence.repeat(2_000), library)); !counting.next().done;) steps++;
    assert.ok(steps > 60, `${steps} steps`);
  });

  it('is counted once where somebody asks for it between two steps', () => {
    const draft = Draft.of(`${sentence.repeat(200)}\n\n${sentence.repeat(200)}`, library);
    const counting = countingEvidence(draft);
    counting.next();
    assert.equal(evidenceIn(draft).forms.get('pandoc'), 400);
    while (!counting.next().done);
    assert.equal(evidenceIn(draft).forms.get('pandoc'), 400);
  });

  it('follows edits that come before it is counted', () => {
    const draft = Draft.of(`${sentence}\n\n${sentence}`, library);
    draft.apply([{ start: 0, end: sentence.length, text: '' }]);
    assert.equal(evidenceIn(draft).forms.get('pandoc'), 1);
    draft.apply([{ start: 0, end: 0, text: sentence }]);
    draft.apply([{ start: 0, end: sentence.length, text: '' }]);
    assert.equal(evidenceIn(draft).forms.get('pandoc'), 1);
    draft.apply([{ start: 0, end: 0, text: sentence }]);
    assert.equal(evidenceIn(draft).forms.get('pandoc'), 2);
  });

  it('follows edits that make others of thousands of blocks', () => {
    const draft = Draft.of(`${sentence}\n\n`.repeat(3_000), library);
    assert.equal(evidenceIn(draft).forms.get('pandoc'), 3_000);
    draft.apply([{ start: 0, end: 0, text: '```\n' }]);
    assert.equal(evidenceIn(draft).forms.get('pandoc'), undefined);
    draft.apply([{ start: 0, end: 4, text: '' }]);
    draft.apply([{ start: 0, end: sentence.length, text: '' }]);
    assert.equal(evidenceIn(draft).forms.get('pandoc'), 2_999);
  });
});
