import { strict as assert } from 'node:assert';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { shapes } from '../../hostile/growth/shapes';

const steps = (work: Generator<unknown, unknown>): number => {
  for (let count = 0; ; count++) if (work.next().done) return count;
};

describe('what a long block holds', () => {
  for (const [name, least] of Object.entries({
    'citations in one paragraph': 16,
    keys: 60,
    'keys with open brackets': 60,
    'citations in parentheses': 16,
    'marks without definitions': 10,
    'opening brackets': 8,
    'names of the author': 60,
  })) {
    it(`is found in short steps: ${name}`, () => {
      const text = shapes[name]!(64 * 1024);
      const draft = Draft.of(text, library);
      const taken = steps(draft.preparing());
      assert.ok(taken >= least, `${taken} steps`);
      assert.deepEqual(
        draft.citations().map(({ start, end, ids }) => ({ start, end, ids })),
        Draft.of(text, library)
          .citations()
          .map(({ start, end, ids }) => ({ start, end, ids })),
      );
      assert.equal(steps(draft.preparing()), 0);
    });
  }
});

describe('a note of many paragraphs', () => {
  it('is put together in short steps', () => {
    const paragraphs = 20_000;
    const draft = Draft.of(`[^a]: One.${'\n\n    More.'.repeat(paragraphs)}\n`, library);
    for (const reading = draft.reading(); !reading.next().done;);
    const taken = steps(draft.findingDefinitions());
    assert.ok(taken >= 50, `${taken} steps`);
    assert.deepEqual(
      draft.footnoteDefinitions.map(({ label, text }) => [label, text.split('More.').length - 1]),
      [['a', paragraphs]],
    );
  });
});
