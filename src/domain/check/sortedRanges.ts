/**
 * Ranges in the order in which they begin, some in others: those that touch a stretch are found without looking at all.
 */
import { firstFrom } from '../text/sorted';
import type { Range } from '../text/ranges';
import { certain } from '../certain';

export class Ranges<T extends Range> {
  /** How far the ranges up to each reach, which only goes up, be they in one another; of as many as were asked for. */
  readonly #reach: number[] = [];

  constructor(readonly all: readonly T[]) {}

  /** Those that have a character in common with `[from, to)`. */
  touching(from: number, to: number): readonly T[] {
    const { all } = this;
    const reach = this.#reachBefore(to);
    const found: T[] = [];
    for (
      let index = firstFrom(reach, from + 1, end => end);
      index < all.length && certain(all[index]).start < to;
      index++
    ) {
      if (certain(all[index]).end > from) found.push(certain(all[index]));
    }
    return found;
  }

  /** A text is gone through from its beginning, so each stretch adds but its own ranges. */
  #reachBefore(to: number): readonly number[] {
    for (let next = this.all[this.#reach.length]; next && next.start < to; next = this.all[this.#reach.length]) {
      this.#reach.push(Math.max(this.#reach.at(-1) ?? 0, next.end));
    }
    return this.#reach;
  }
}
