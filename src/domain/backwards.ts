/**
 * Texts read from a place backwards, each character once. A regular expression that ends in `$` is tried at every place
 * before the end, which costs the square of a long run.
 */

/**
 * Where the run of such characters that ends at a place begins: the place itself where there is none. `one` matches one
 * character.
 */
export function runBefore(text: string, end: number, one: RegExp): number {
  let start = end;
  while (start > 0 && one.test(text.charAt(start - 1))) start--;
  return start;
}
