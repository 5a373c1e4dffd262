// How far one word is from another.
import { certain } from '../certain';

/**
 * How many errors (a letter missing, added or wrong, or two swapped) make a word of each beginning of another: at index
 * n of its first n letters, so that the last is the distance from the whole.
 */
export function distances(word: string, full: string): number[] {
  let before: number[] = [];
  let last = Array.from({ length: full.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row++) {
    const line = [row];
    for (let column = 1; column <= full.length; column++) {
      const same = word[row - 1] === full[column - 1];
      let cost = Math.min(
        certain(last[column]) + 1,
        certain(line[column - 1]) + 1,
        certain(last[column - 1]) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && word[row - 1] === full[column - 2] && word[row - 2] === full[column - 1]) {
        cost = Math.min(cost, certain(before[column - 2]) + 1);
      }
      line.push(cost);
    }
    before = last;
    last = line;
  }
  return last;
}

/** How many errors make one word of another. */
export function distance(word: string, other: string): number {
  return certain(distances(word, other).at(-1));
}
