// Whether a word is English and rightly spelt.
import compiled from '../../../data/made/dictionary.txt';
import { certain } from '../certain';
import { lazy } from '../lazy';

/** Read only when a word is first met that nothing else knows. */
const list = lazy(() => compiled.split('\n'));
const words = lazy(() => new Set(list()));

/**
 * The plain endings of verbs and nouns, with what the base form has in their place. Longer ones are not cut off: with
 * them, misspellings would be words ("goverment", of "gover").
 */
const endings: readonly (readonly [ending: string, base: string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
];

/**
 * Whether a folded word is one of the dictionary, or a plain form of one.
 * @param strictly "-es" is an ending behind a sibilant and "o" only: "hospitales" is no form of "hospital"
 */
export function isEnglish(word: string, strictly = false): boolean {
  const known = words();
  return (
    known.has(word) ||
    endings.some(([ending, base]) => {
      if (strictly && ending === 'es' && !/(?:[sxzo]|[cs]h)es$/u.test(word)) return false;
      if (!word.endsWith(ending)) return false;
      const stem = word.slice(0, -ending.length);
      return known.has(stem + base) || (isDoubled(stem) && known.has(stem.slice(0, -1)));
    })
  );
}

/** Whether a word of the dictionary begins so. */
export function beginsEnglish(letters: string): boolean {
  const sorted = list();
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (certain(sorted[middle]) < letters) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(letters) ?? false;
}

/** "Shipp", of "shipped". */
const isDoubled = (stem: string): boolean => stem.length > 2 && stem.at(-1) === stem.at(-2);
