/**
 * Words as the search compares them: letter case, diacritics, apostrophes and British or American
 * spelling make no difference. What is compared is never shown; offsets always lead back to the text.
 */

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
    const hyphenated = start - previousEnd === 1 && hyphens.includes(text[previousEnd]!);
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
  let lower = raw.toLowerCase();
  if (!isSimple(lower)) {
    lower = lower
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/['’ʼ]s$|['’ʼ]/gu, '');
  }
  const result = lower.length < 40 ? spell(lower) : lower;
  if (folded.size >= 20_000) folded.clear();
  if (raw.length < 40) folded.set(raw, result);
  return result;
}

/** British endings and the American ones they become; both spellings end in the same word. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/is(ation)/u, 'iz$1'],
  [/(.{3})is(e[drs]?|ers|ing|abl[ey])$/u, '$1iz$2'],
  [/ys(e[drs]?|ers|ing)$/u, 'yz$1'],
  [/([^aeiouhtpfy]|[aei])our(s|ed|ing|ers?|able|al|ly|hoods?|ites?|ful)?$/u, '$1or$2'],
  [/(?<=.{2})tre(s?)$/u, 'ter$1'],
  [/(?<=.{2})tred$/u, 'tered'],
  [/programme/u, 'program'],
  [/([ei])ll(ing|ed|ers?|ists?)$/u, '$1l$2'],
  [/(def|off|lic|pret)ence/u, '$1ense'],
  [/^(p|ana|gyn|leuk)?aed/u, '$1ed'],
  [/(judg|acknowledg)ement/u, '$1ment'],
  [/^ageing$/u, 'aging'],
  [/(enrol|fulfil|instal)l?(ment)/u, '$1$2'],
];

const mayDiffer = /our|[iy]s[aei]|tre|amme|ll|ence|aed|ement|ageing/u;

function spell(lower: string): string {
  if (lower.length < 5 || !mayDiffer.test(lower)) return lower;
  let result = lower;
  for (const [british, american] of spellings) result = result.replace(british, american);
  return result;
}
