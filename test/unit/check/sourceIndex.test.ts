import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { Draft } from '../../../src/domain/draft/draft';
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

  it('reads a text a step, for several who take turns, and all at once for whoever asks before', () => {
    const inSteps = new SourceIndex(library);
    const [one, other] = [inSteps.reading(), inSteps.reading()];
    let steps = 0;
    while (!one.next().done) {
      other.next();
      steps++;
    }
    assert.ok(Math.abs(2 * steps - inSteps.texts.length) <= 2, `${steps}`);
    const atOnce = new SourceIndex(library);
    atOnce.reading().next();
    const words = plainTokens('the risks caused by existing deterrence-based migration frameworks');
    for (const each of [inSteps, atOnce]) {
      assert.deepEqual(
        each.nearest(words, 3),
        index.nearest(words, 3).map(({ text }) => each.texts.find(its => its.text === text)),
      );
      assert.equal(each.weight('deterrence'), index.weight('deterrence'));
      assert.equal(each.places(words, [0, 1, 2], 9).length, 1);
    }
    assert.ok(inSteps.reading().next().done);
  });

  it('and a check reads it in its own steps', () => {
    const tools = prepare(library);
    const steps = new Checker(Draft.of('States met.\n', library), tools).steps({
      style: 'un',
      form: 'footnote',
      language: 'en',
    });
    let count = 0;
    while (!steps.next().done) count++;
    assert.ok(count >= tools.index.texts.length + library.findings.length, `${count}`);
  });
});
