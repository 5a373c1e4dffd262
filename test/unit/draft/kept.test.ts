import { strict as assert } from 'node:assert';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Paragraph ${at} of a draft with some words in it.\n\n`).join('');

describe('what an edit leaves alone', () => {
  for (const [what, lead] of [
    ['nothing', ''],
    ['front matter', '---\ntitle: A draft\nlang: en\n---\n\n'],
    ['a rule that opens no front matter', '---\n\n'],
    ['front matter that nothing closes', '---\ntitle: A draft\n\n'],
  ] as const) {
    it(`does so in a long draft, which stays read, and begins with ${what}`, () => {
      const draft = Draft.of(lead + paragraphs(2000), library);
      const { blocks } = draft;
      for (const place of [500, 20_000, 30_000, 45_000, 80_000]) {
        const at = draft.text.indexOf('words', place) + 2;
        const done = draft
          .apply([{ start: at, end: at, text: 'x' }])
          .map(({ removed, added }) => [removed.length, added.length]);
        assert.deepEqual([done, draft.isRead], [[[1, 1]], true], `${place}`);
      }
      assert.equal(draft.blocks.filter(block => !blocks.includes(block)).length, 5);
    });

    it(`stays the same block, in a draft that begins with ${what}`, () => {
      const draft = Draft.of(lead + paragraphs(120), library);
      const before = draft.blocks;
      const at = draft.text.indexOf('Paragraph 90') + 20;
      const [{ from, removed, added }] = draft.apply([{ start: at, end: at, text: 'x' }]) as [
        { from: number; removed: unknown[]; added: unknown[] },
      ];
      assert.deepEqual([removed.length, added.length], [1, 1]);
      assert.deepEqual(
        draft.blocks.flatMap((block, index) => (block === before[index] ? [] : [index])),
        [from],
      );
      assert.equal(draft.blocks[from]!.text.slice(0, 12), 'Paragraph 90');
    });
  }
});
