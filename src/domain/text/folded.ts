/**
 * Words folded, for comparing what they mean: letter case, diacritics, apostrophes and British or American spelling
 * make no difference. What is compared is never shown; offsets always lead back to the text.
 */
import { americanized } from './spelling';

/** A word where it stands: offsets are UTF-16 units of the text it was read from. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether a hyphen, and nothing else, stands between this word and the one before it. */
  readonly hyphenated: boolean;
}

/** Text without letters beyond these needs no tables of the world's letters, which are slow to begin with. */
const simpleText = /^[\t-~\u2010-\u2026]*$/u;
const simpleWord = /[a-z0-9]+(?:['’][a-z]+)*/gi;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const hyphens = '-\u00ad\u2010\u2011\u2012\u2013';

/** The words of a text, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(simpleText.test(text) ? simpleWord : word)) {
    const start = match.index;
    const end = start + match[0].length;
    const hyphenated = start > 0 && start - previousEnd === 1 && hyphens.includes(text.charAt(previousEnd));
    tokens.push({ word: fold(match[0]), start, end, hyphenated });
    previousEnd = end;
  }
  return tokens;
}

/** Only a to z and digits: nothing to fold. */
function isSimple(lower: string): boolean {
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if ((code < 97 || code > 122) && (code < 48 || code > 57)) return false;
  }
  return true;
}

const folded = new Map<string, string>();

/** One word as it is compared: "Labour’s" and "labor" are the same. */
export function fold(raw: string): string {
  const known = folded.get(raw);
  if (known !== undefined) return known;
  const result = foldOnce(raw);
  if (folded.size >= 20_000) folded.clear();
  if (raw.length < 40) folded.set(raw, result);
  return result;
}

/** The same, remembered nowhere: for words of drafts. */
export function foldOnce(raw: string): string {
  let lower = raw.toLowerCase();
  if (!isSimple(lower)) {
    lower = lower
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/['’ʼ]s$|['’ʼ]/gu, '');
  }
  return lower.length < 40 ? americanized(lower) : lower;
}
