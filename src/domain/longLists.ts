// Lists that grow with a draft. What is spread into a call's arguments goes through the stack, which holds some hundred
// thousand: a draft of as many short lines would end the call with a RangeError. test/unit/project/spread.test.ts holds
// the sources to these.

/** Adds things at the end of a list, however many they are. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}

/** So many things are surely not too many for the stack. */
const atOnce = 10_000;

/**
 * Puts things in the place of those from `from` up to `to`, however many they are.
 * @returns what was there
 */
export function replace<T>(list: T[], from: number, to: number, came: readonly T[]): T[] {
  if (came.length <= atOnce) return list.splice(from, to - from, ...came);
  const behind = list.splice(from);
  append(list, came);
  append(list, behind.slice(to - from));
  return behind.slice(0, to - from);
}

/** The least of some numbers; Infinity if there are none. */
export function least(numbers: Iterable<number>): number {
  let low = Infinity;
  for (const number of numbers) low = Math.min(low, number);
  return low;
}

/** The greatest of some numbers; -Infinity if there are none. */
export function greatest(numbers: Iterable<number>): number {
  let high = -Infinity;
  for (const number of numbers) high = Math.max(high, number);
  return high;
}
