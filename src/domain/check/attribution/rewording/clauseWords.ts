// The words of a clause, for telling whether draft and source say the same in other forms.
import { joinedWord } from '../../../text/words';
import { americanized } from '../../../text/spelling';

/** The words of a draft's clause, and when they say the same as the source's in another form. */

export interface Word {
  /** As it is compared. */
  readonly normal: string;
  readonly start: number;
  readonly end: number;
}

/** A word without case, hyphens, apostrophes and British or American spelling. */
export function normal(word: string): string {
  return americanized(
    word
      .toLowerCase()
      .normalize('NFKC')
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
}

const word = new RegExp(joinedWord, 'gu');

/**
 * The words of `text` from `start` to `end`, "cannot" being two; undefined if more than blanks, commas and quotation
 * marks stands among them.
 */
export function wordsOf(text: string, start: number, end: number): Word[] | undefined {
  const words: Word[] = [];
  let last = start;
  for (const match of text.slice(start, end).matchAll(word)) {
    const from = start + match.index;
    const to = from + match[0].length;
    if (!/^[\s,"“”‘’']*$/.test(text.slice(last, from))) return undefined;
    const plain = normal(match[0]);
    const not = words.at(-1);
    if (plain === 'cannot')
      words.push({ normal: 'can', start: from, end: from }, { normal: 'not', start: from, end: to });
    else if (plain === 'to' && not?.normal === 'not') {
      // "not to request" is "to not request".
      words.pop();
      words.push({ normal: 'to', start: not.start, end: not.start }, { normal: 'not', start: not.start, end: to });
    } else words.push({ normal: plain, start: from, end: to });
    last = to;
  }
  return words;
}

const sets = (...lists: readonly string[]): readonly ReadonlySet<string>[] =>
  lists.map(list => new Set(list.split(' ')));
/** Forms of one verb that differ in number only; and other ways to write a word. */
const numbers = sets('is are', 'was were', 'has have', 'need needs', '1 one');
const tenses = sets('is are was were', 'has have had', 'can could', 'need needs needed', 'took take takes');

export const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/**
 * Whether a draft's word is the source's, in the number of the draft.
 *
 * @param tense whether it may also be in the tense of the draft: after "participants noted that" both are good English,
 *   after "the summary of conclusions states that" only the source's is what it states
 */
export function same(source: string, draft: string, tense: boolean): boolean {
  const either = (each: ReadonlySet<string>): boolean => each.has(source) && each.has(draft);
  if (source === draft || numbers.some(either)) return true;
  if (!tense) return false;
  // "required" is "requires" and "require".
  return (
    tenses.some(either) ||
    (/^\p{L}{3,}ed$/u.test(source) &&
      [source.slice(0, -2), source.slice(0, -1)].some(base => draft === base || draft === `${base}s`))
  );
}
