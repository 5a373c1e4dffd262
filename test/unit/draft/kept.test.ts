import { strict as assert } from 'node:assert';
import { Draft } from '../../../src/domain/draft/draft';

const paragraphs = Array.from({ length: 120 }, (_, at) => `Paragraph ${at} of a draft with some words in it.\n\n`).join('');

describe('what an edit leaves alone', () => {
  for (const [what, lead] of [['nothing', ''], ['front matter', '---\ntitle: A draft\nlang: en\n---\n\n'], ['a rule that opens no front matter', '---\n\n']] as const) {
    it(`stays the same block, in a draft that begins with ${what}`, () => {
      const draft = Draft.of(lead + paragraphs);
      const before = draft.blocks;
      const at = draft.text.indexOf('Paragraph 90') + 20;
      const [{ from, removed, added }] = draft.apply([{ start: at, end: at, text: 'x' }]) as [{ from: number; removed: unknown[]; added: unknown[] }];
      assert.deepEqual([removed.length, added.length], [1, 1]);
      assert.deepEqual(draft.blocks.flatMap((block, index) => (block === before[index] ? [] : [index])), [from]);
      assert.equal(draft.blocks[from]!.text.slice(0, 12), 'Paragraph 90');
    });
  }
});
