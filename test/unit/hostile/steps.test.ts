import { strict as assert } from 'node:assert';
import { shapes, type Shape } from '../../hostile/growth/shapes';
import { longestWork, mostWork } from '../../hostile/growth/work';

/**
 * A part of `npm run hostile` that judges the same at every run and on any machine: it counts what each step does with
 * a draft that is open. There the drafts are longer.
 */
const size = 48 * 1024;

describe('no step with a draft does much', function () {
  this.timeout(60_000);
  let longest: ReturnType<typeof longestWork>;
  before(() => {
    longest = longestWork(length => [0, length >> 1]);
  });

  for (const [name, shape] of Object.entries(shapes)) {
    it(`of ${name}`, () => {
      assert.deepEqual(
        longest(shape(size)).filter(step => step.most > mostWork),
        [],
      );
    });
  }

  for (const name of ['HTML never closed', 'open fences', 'short paragraphs']) {
    it(`when a long one of ${name} follows a keystroke`, () => {
      const blocks = (shapes[name] as Shape)(256 * 1024);
      const following = longest(blocks).find(({ of }) => of === 'following a keystroke');
      assert.ok(following !== undefined && following.most < 32_000, `${following?.most}`);
    });
  }
});
