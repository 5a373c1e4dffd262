import { strict as assert } from 'node:assert';
import { Counter, growing } from '../../hostile/growth/counted';
import { entries } from '../../hostile/growth/entries';
import { shapes } from '../../hostile/growth/shapes';

/**
 * A part of `npm run hostile` that judges the same at every run and on any machine: it counts how often each part of
 * the sources runs. Work in proportion to the text runs four times as often for four times the text, work that grows
 * with its square sixteen times.
 */
const small = 768;
const large = 4 * small;
/**
 * More often than so many times for the large text fails, if it is also more than so often for each of its characters.
 */
const most = 8;
const each = 40;

/** These go the same way as another. */
const skipped: ReadonlySet<string> = new Set(
  Object.keys(entries).filter(
    way =>
      (way.startsWith('insert') && way !== 'insert, footnote') ||
      way === 'restyle, inText' ||
      way === 'preview beside footnotes' ||
      way === 'definitions',
  ),
);

const square = (size: number): number => {
  let sum = 0;
  for (let one = 0; one < size; one++) for (let other = 0; other < size; other++) sum += one ^ other;
  return sum;
};
const line = (size: number): number => {
  let sum = 0;
  for (let one = 0; one < 40 * size; one++) sum += one ^ size;
  return sum;
};

describe('work grows no faster than the text', function () {
  this.timeout(60_000);
  let counter: Counter;
  before(() => {
    counter = new Counter(__filename, 'src/');
  });
  after(() => counter.stop());

  it('is judged by what grows with the square, and not by what is in proportion', () => {
    const own = new Counter(__filename, 'test/');
    const parts = (work: (size: number) => number): number =>
      growing(
        own.of(() => work(small)),
        own.of(() => work(large)),
        large,
        most,
        each,
      ).length;
    assert.ok(parts(square) > 0);
    assert.equal(parts(line), 0);
  });

  for (const [name, shape] of Object.entries(shapes)) {
    it(`of ${name}, by every way in`, () => {
      const counted = (size: number) =>
        counter.of(() => {
          for (const [way, entry] of Object.entries(entries)) if (!skipped.has(way)) entry(shape(size))();
        });
      assert.deepEqual(growing(counted(small), counted(large), large, most, each), []);
    });
  }

  it('of brackets in brackets, where a long paragraph is copied in pieces', () => {
    const copied = entries['copy as text'];
    const nested = shapes['brackets in brackets'];
    assert.ok(copied && nested);
    const counted = (size: number) => counter.of(copied(nested(size)));
    assert.deepEqual(growing(counted(16 * 1024), counted(64 * 1024), 64 * 1024, most, 4), []);
  });
});
