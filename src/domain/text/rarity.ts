// How much a word tells that a few texts of many have: its inverse document frequency, in the two forms that are in use.
// What each of them would do in the other's place is in docs/decisions/one-of-each.md.

/**
 * The logarithm of how rare something is among texts.
 * @param texts how many there are
 * @param having how many of them have it, at least 1: add 1 where it may be none
 */
export function rarity(texts: number, having: number): number {
  return Math.log((1 + texts) / having);
}

/**
 * The same for ranking the answers to a query, as BM25 has it: what few texts have tells a little less, so that one word
 * does not outweigh all others of the query.
 * @param having how many of them have it; 0.5 for what none has
 */
export function rankingRarity(texts: number, having: number): number {
  return Math.log(1 + (texts - having + 0.5) / (having + 0.5));
}
