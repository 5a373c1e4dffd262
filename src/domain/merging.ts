/** Two lists that are in order made one, in steps. */
import { certain } from './certain';

/** So many items are put in place in one step. */
const atOnce = 8_000;

/** @param order below zero where its first is to stand before its second; where neither is, the first list's does */
export function* merging<T>(
  one: readonly T[],
  other: readonly T[],
  order: (first: T, second: T) => number,
): Generator<void, T[]> {
  const merged: T[] = [];
  let next = 0;
  for (const item of one) {
    while (next < other.length && order(certain(other[next]), item) < 0) {
      merged.push(certain(other[next++]));
      if (merged.length % atOnce === 0) yield;
    }
    merged.push(item);
    if (merged.length % atOnce === 0) yield;
  }
  for (; next < other.length; next++) {
    merged.push(certain(other[next]));
    if (merged.length % atOnce === 0) yield;
  }
  return merged;
}
