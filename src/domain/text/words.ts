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

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Which of the first 128 characters are letters or digits. */
const plain = Uint8Array.from({ length: 128 }, (_, code) => (letterOrDigit.test(String.fromCharCode(code)) ? 1 : 0));

/** How many code units the letter or digit at a place takes; 0 where none stands there, or not within `end`. */
function lengthOfLetter(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const code = text.charCodeAt(at);
  const isPlain = plain[code];
  if (isPlain !== undefined) return isPlain;
  const char = String.fromCodePoint((at + 1 < end ? text.codePointAt(at) : undefined) ?? code);
  return letterOrDigit.test(char) ? char.length : 0;
}

/** Whether a character may hold a word together: an apostrophe or a hyphen. */
const joins = (code: number): boolean =>
  code === 0x2d || code === 0x27 || code === 0x2019 || code === 0x2010 || code === 0x2011;

/** Where the first word at or after `from` begins; `end` where none does within it. */
export function nextJoinedWord(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    while (at < end && plain[text.charCodeAt(at)] === 0) at++;
    if (at >= end || lengthOfLetter(text, at, end) > 0) return at;
    at++;
  }
}

/**
 * Where the word ends that begins at `from`, read as `joinedWord` reads it: a claim's words are read sign by sign, which
 * takes half of the time that matching them takes.
 */
export function endOfJoinedWord(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    while (at < end && plain[text.charCodeAt(at)] === 1) at++;
    // Most words end at a blank.
    if (text.charCodeAt(at) === 0x20) return at;
    const other = lengthOfLetter(text, at, end);
    const isJoined = other === 0 && at > from && at < end && joins(text.charCodeAt(at));
    if (other === 0 && !(isJoined && lengthOfLetter(text, at + 1, end) > 0)) return at;
    at += other || 1;
  }
}
