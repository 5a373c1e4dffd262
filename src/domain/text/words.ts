// The words of a text, where they are compared as they are written. The search reads words in
// src/domain/search/normal.ts, and the check of quotations in src/domain/check/quote/tokens.ts, each with rules of its
// own.
import { lazy } from '../lazy';

const runs = lazy(() => /[\p{L}\p{N}]+/gu);

/** The words of a text: runs of letters and digits, so that "long-term" is two. */
export function wordsIn(text: string): readonly string[] {
  return text.match(runs()) ?? [];
}

/**
 * The source of a pattern for a word that hyphens and apostrophes may hold together: "long-term" is one, "States’"
 * without its apostrophe.
 */
export const joinedWord = String.raw`[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*`;

/**
 * A word in American spelling, by its ending: "organise" and "labour" as "organize" and "labor". For comparing only:
 * "rise" becomes "rize".
 */
export function americanized(word: string): string {
  return word.replace(/is(?=(?:e|ed|es|ing|ation)$)/, 'iz').replace(/our(?=s?$)/, 'or');
}
