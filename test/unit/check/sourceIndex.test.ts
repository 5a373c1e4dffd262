import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { plainTokens, SourceIndex } from '../../../src/domain/check/quote/source';

describe('the index of the source', () => {
  const index = new SourceIndex(library);
  const run = (words: string, limit = 1_000): string[] =>
    index
      .places(plainTokens(words), [0, 1, 2], limit)
      .map(({ source, token }) => `${index.texts.indexOf(source)}:${token}`);

  it('has all places of three words in a row, in order, whatever their case and the marks between them', () => {
    const words = index.texts.map(text =>
      text.tokens.flatMap((token, at) => (token.kind === 'word' ? [{ norm: token.norm.toLowerCase(), at }] : [])),
    );
    const expected = new Map<string, string[]>();
    words.forEach((list, text) =>
      list.forEach(({ norm, at }, number) => {
        const [second, third] = [list[number + 1], list[number + 2]];
        if (!second || !third) return;
        const key = `${norm} ${second.norm} ${third.norm}`;
        expected.set(key, [...(expected.get(key) ?? []), `${text}:${at}`]);
      }),
    );
    assert.ok(expected.size > 2_000);
    const wrong = [...expected].filter(([key, places]) => run(key).join() !== places.join());
    assert.deepEqual(
      wrong.map(([key]) => key),
      [],
    );
    assert.ok(run('CLIMATE Change ADAPTATION').length > 0);
  });

  it('gives no more places than asked for, and none for words that do not stand so', () => {
    assert.ok(run('of the United').length > 2);
    assert.deepEqual(run('of the United', 2), run('of the United').slice(0, 2));
    for (const none of ['adaptation change climate', 'the zorblat of', 'climate change', ''])
      assert.deepEqual(run(none), [], none);
  });
});
