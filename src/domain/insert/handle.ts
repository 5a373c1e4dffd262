/**
 * The word a query begins with, where that may be an account of a social network: letters, digits and underscores
 * alone.
 */
const firstWord = /^[\p{L}\p{M}\p{N}_]+(?=\s|$)/u;
/** "UNmigration", "McKinsey"; not "SDGs". */
const capitalInside = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u;
const acronyms = /^\p{Lu}{2,}s$/u;
/** Places of the source as a query names them: "day2", "d2c4". */
const place = /^(?:(?:day|gcm|objective|conclusion)\d{1,2}|d\d{1,3}(?:c\d{0,3}(?:s\d{0,3})?)?)$/iu;

/**
 * Whether a query begins with an account of a social network, such as UNmigration, IOM_news or iom2022: then nobody
 * asks for findings.
 * @param knows whether a word is one of the library's own, such as COP27
 */
export function namesAccount(query: string, knows: (word: string) => boolean): boolean {
  const word = firstWord.exec(query)?.[0];
  if (word === undefined) return false;
  if (word.includes('_')) return true;
  if (capitalInside.test(word) && !acronyms.test(word)) return true;
  return /\p{N}/u.test(word) && /\p{L}/u.test(word) && !place.test(word) && !knows(word);
}
