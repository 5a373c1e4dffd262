/** Ranges in the order in which they begin, some in others: those that touch a stretch are found without looking at all. */
import { firstFrom } from '../sorted';
import type { Range } from './quote/visible';

export class Ranges<T extends Range> {
  /** How far the ranges up to each reach: that only goes up, be they in one another. */
  #reach: readonly number[] | undefined;

  constructor(readonly all: readonly T[]) {}

  /** Those that have a character in common with `[from, to)`. */
  touching(from: number, to: number): readonly T[] {
    const { all } = this;
    const reach = (this.#reach ??= reachOf(all));
    const found: T[] = [];
    for (let index = firstFrom(reach, from + 1, end => end); index < all.length && all[index]!.start < to; index++) {
      if (all[index]!.end > from) found.push(all[index]!);
    }
    return found;
  }
}

function reachOf(ranges: readonly Range[]): readonly number[] {
  let most = 0;
  return ranges.map(({ end }) => (most = Math.max(most, end)));
}
