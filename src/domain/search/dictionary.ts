// Whether a word is English and rightly spelt.
import compiled from '../../../data/made/dictionary.txt';
import { lazy } from '../lazy';

/** Read only when a word is first met that nothing else knows. */
const words = lazy(() => new Set(compiled.split('\n')));

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

/** Whether a folded word is one of the dictionary, or a plain form of one. */
export function isEnglish(word: string): boolean {
  const known = words();
  return (
    known.has(word) ||
    endings.some(([ending, base]) => {
      if (!word.endsWith(ending)) return false;
      const stem = word.slice(0, -ending.length);
      return known.has(stem + base) || (isDoubled(stem) && known.has(stem.slice(0, -1)));
    })
  );
}

/** "Shipp", of "shipped". */
const isDoubled = (stem: string): boolean => stem.length > 2 && stem.at(-1) === stem.at(-2);
