// The words of a claim, for finding who is said to have spoken.
import { joinedWord } from '../../text/words';

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

const pattern = new RegExp(`${joinedWord}['’]?`, 'gu');

const apostrophe = /['’]/;

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
  const stretch = text.slice(start, end);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(stretch); match !== null; match = pattern.exec(stretch)) {
    const from = start + match.index;
    const written = match[0].toLowerCase();
    const quoted = apostrophe.test(written) ? written.replaceAll('’', "'") : undefined;
    const possessive = quoted !== undefined && /(?:'s|s')$/.test(quoted);
    const word = quoted?.replace(possessive ? /'s$|'$/ : /'$/, '') ?? written;
    words.lower.push(word);
    words.start.push(from);
    words.end.push(from + match[0].length);
    words.before.push(text.slice(last, from));
    words.possessive.push(possessive);
    last = from + match[0].length;
  }
  return words;
}

/** Whether more than blanks stands between two words: `between` is what does. */
export function apart(between = ''): boolean {
  return /[,;:.!?()–—|]|\s--?\s/.test(between);
}
