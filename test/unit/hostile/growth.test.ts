import { strict as assert } from 'node:assert';
import { entries } from '../../hostile/growth/entries';
import { cost } from '../../hostile/growth/measure';
import { shapes } from '../../hostile/growth/shapes';

/**
 * A part of `npm run hostile` that judges the same on any machine: work in proportion to the text takes four times as long for
 * four times the text, work that grows with its square sixteen times. Only what lies beyond thirteen times fails, and only the least
 * of several runs counts: a machine that is busy has made eleven of four.
 */
const small = 2 * 1024;
const large = 4 * small;
const most = 13;
/** What takes less for the large text is no matter, in milliseconds. */
const floor = 300;

/** The other insertions go the same way as the first. */
const skipped = (way: string): boolean => way.startsWith('insert') && way !== 'insert, footnote';

describe('work grows no faster than the text', function () {
  this.timeout(60_000);
  for (const [name, shape] of Object.entries(shapes)) {
    it(`of ${name}, by every way in`, () => {
      const texts = [shape(small), shape(large)] as const;
      for (const [way, entry] of Object.entries(entries)) {
        if (skipped(way)) continue;
        const first = cost(entry, texts[1], 1);
        if (first < floor) continue;
        const [less, more] = [cost(entry, texts[0], 5), Math.min(first, cost(entry, texts[1], 5))];
        assert.ok(more < floor || more <= most * less, `${way}: ${less.toFixed(0)} ms for ${small} characters, ${more.toFixed(0)} ms for ${large}`);
      }
    });
  }
});
