/**
 * Whether quoted words are in a draft's own language, French or Spanish, and not in the source's: then they may be those
 * of the official version in that language, or a translation, and cannot be compared with the source.
 */
import type { Language } from '../../corpus/types';
import { wordsIn } from '../../text/words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Words that nearly every sentence of a language has, and none of the others. */
const common: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: set('the of and to in for that with is are was were be been not by from their which could should must have has'),
  fr: set(
    'le la les l d des du de un une et à au aux en dans pour que qu qui ne n pas sur par est sont ont leur leurs ce ces cette se s avec',
  ),
  es: set('el la los las de del un una y e a al en para que no por con se su sus es son ha han lo como más sobre'),
};
/** English has none of these letters. */
const accented = /[\u00C0-\u024F]/u;
const leastWords = 3;
/** So many words for each that only the language has. */
const wordsForEach = 10;

/** Whether words are in the language of a draft that is not English, as far as that can be told. */
export function isInOwnLanguage(text: string, language: Language): boolean {
  if (language === 'en') return false;
  const words = wordsIn(text.toLowerCase().replace(/['’]/g, ' '));
  if (words.length < leastWords || words.some(word => common.en.has(word))) return false;
  const own = words.filter(word => common[language].has(word) || accented.test(word)).length;
  return own * wordsForEach >= words.length;
}
