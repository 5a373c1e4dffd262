// The words of a claim, for finding who is said to have spoken.
import { certain } from '../../certain';
import type { Range } from '../../text/ranges';
import { endOfJoinedWord, nextJoinedWord } from '../../text/words';

/** The words of a claim, in lower case, with their places and what stands before each. */
export interface ClaimWords {
  readonly lower: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** What stands between the word before and this one. */
  readonly before: readonly string[];
  /** `participants’`, `IOM's`: the word without its ending is in `lower`. */
  readonly possessive: readonly boolean[];
}

const apostrophe = /['’]/;

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

/** Whether a word has nothing but small letters of ASCII, digits and hyphens: most have, and are taken as they are. */
function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x61 || code > 0x7a) && (code < 0x30 || code > 0x39) && code !== 0x2d) return false;
  }
  return true;
}

/** A word in lower case, without the ending of a possessive. */
function bare(written: string): { readonly word: string; readonly possessive: boolean } {
  const lower = written.toLowerCase();
  if (!apostrophe.test(lower)) return { word: lower, possessive: false };
  const quoted = lower.replaceAll('’', "'");
  const possessive = /(?:'s|s')$/.test(quoted);
  return { word: quoted.replace(possessive ? /'s$|'$/ : /'$/, ''), possessive };
}

/** The words of `text` from `start` to `end`; offsets are `text`'s. */
export function claimWords(text: string, start: number, end: number): ClaimWords {
  const words = {
    lower: [] as string[],
    start: [] as number[],
    end: [] as number[],
    before: [] as string[],
    possessive: [] as boolean[],
  };
  let last = start;
  for (let from = nextJoinedWord(text, start, end); from < end; from = nextJoinedWord(text, last, end)) {
    const ends = endOfJoinedWord(text, from, end);
    const to = ends < end && isApostrophe(text.charCodeAt(ends)) ? ends + 1 : ends;
    const written = text.slice(from, to);
    const { word, possessive } = isPlain(text, from, to) ? { word: written, possessive: false } : bare(written);
    words.lower.push(word);
    words.start.push(from);
    words.end.push(to);
    words.before.push(from === last + 1 && text.charCodeAt(last) === 32 ? ' ' : text.slice(last, from));
    words.possessive.push(possessive);
    last = to;
  }
  return words;
}

/** The word at an index; none before the first and behind the last. */
export const wordAt = (lower: readonly string[], at: number): string => lower[at] ?? '';

/** Where the words stand from one on, up to another that is none of them. */
export const placeOf = ({ start, end }: ClaimWords, from: number, to: number): Range => ({
  start: certain(start[from]),
  end: certain(end[to - 1]),
});

/** Whether more than blanks stands between two words: `between` is what does. */
export function apart(between = ''): boolean {
  return /[,;:.!?()–—|]|\s--?\s/.test(between);
}
