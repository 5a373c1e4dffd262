// How much a word tells that a few texts of many have.

/**
 * The logarithm of how rare something is among texts.
 * @param texts how many there are
 * @param having how many of them have it, at least 1: add 1 where it may be none
 */
export function rarity(texts: number, having: number): number {
  return Math.log((1 + texts) / having);
}
