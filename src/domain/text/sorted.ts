// Where values stand in sorted lists, found by halving.
import { certain } from '../certain';

/** The index of the first of an ascending list whose value is not below `value`; its length if there is none. */
export function firstFrom<T>(list: readonly T[], value: number, valueOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueOf(certain(list[middle])) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first of an ascending list whose value is greater than `value`; its length if there is none. */
export function firstAbove<T>(list: readonly T[], value: number, valueOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueOf(certain(list[middle])) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
