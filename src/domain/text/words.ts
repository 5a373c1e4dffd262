// The words of a text, where they are compared as they are written. Two modules read words by rules of their own:
// folded.ts, for comparing what they mean, and the check of quotations, to which each mark counts
// (src/domain/check/quote/tokens.ts).
import { lazy } from '../lazy';

const runs = lazy(() => /[\p{L}\p{N}]+/gu);

/** The words of a text: runs of letters and digits, so that "long-term" is two. */
export function wordsIn(text: string): readonly string[] {
  return text.match(runs()) ?? [];
}

const stretches = lazy(() => /\S+/gu);

/** The words of a text with the signs beside them: what stands between blanks. "(long-term)," is one. */
export function betweenBlanks(text: string): readonly string[] {
  return text.match(stretches()) ?? [];
}

/**
 * The source of a pattern for a word that hyphens and apostrophes may hold together: "long-term" is one, "States’"
 * without its apostrophe.
 */
export const joinedWord = String.raw`[\p{L}\p{N}]+(?:['’‐‑-][\p{L}\p{N}]+)*`;

const joined = lazy(() => new RegExp(joinedWord, 'gu'));

/** The words of a text, with what hyphens and apostrophes hold together taken as one. */
export function joinedWordsIn(text: string): readonly string[] {
  return text.match(joined()) ?? [];
}
