/**
 * Words and marks, folded so that the typographic variants of one character are one: every kind
 * of quotation mark, of hyphen and dash, of space. Letter case is kept.
 */
import type { Visible } from './visible';
import { lazy } from '../../lazy';

type TokenKind = 'word' | 'mark' | 'quote' | 'ellipsis' | 'open' | 'close';

/** One word or mark, and where it stands in the document (or in the entry's text). */
export interface Token {
  readonly norm: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** It goes on with the token before it in one written word: `-` and `border` in `cross-border`. */
  readonly glued: boolean;
  /** A letter of it stands in square brackets to show a changed case: `[S]ome`. */
  readonly bracketed?: boolean;
  /** Letters of it in square brackets are the drafter's: `call[ed]`, `[un]safe`. */
  readonly edited?: { readonly before: string; readonly inside: string; readonly after: string };
}

const oneWord = String.raw`[\p{L}\p{M}\p{N}]+(?:['’‘ʼ′＇][\p{L}\p{M}\p{N}]+|(?<=\p{N})[.,](?=\p{N})[\p{N}]+)*`;
const pattern = lazy(
  () =>
    new RegExp(
      [
        // `[S]ome`: a letter whose case the drafter shows to have been changed.
        String.raw`(?<cased>\[(?<letter>\p{L})\](?<rest>\p{L}[\p{L}\p{M}]*(?:['’‘ʼ′＇]\p{L}+)*))`,
        // A letter stands before the bracket or after it.
        String.raw`(?<edited>(?=[\p{L}\p{M}]|\[[\p{L}\p{M}'’]{1,20}\]\p{L})(?<before>(?:(?<![\p{L}\p{M}])[\p{L}\p{M}]*\p{L})?)\[(?<inside>[\p{L}\p{M}'’]{1,20})\](?<after>(?:\p{L}[\p{L}\p{M}]*)?))`,
        String.raw`(?<ellipsis>\[ ?(?:…|\.{3}|\. \. \.) ?\]|\( ?(?:…|\.{3}|\. \. \.) ?\)|…|\.{3}(?!\.)|\. \. \.(?! \.))`,
        `(?<word>${oneWord})`,
        String.raw`(?<quote>["“”„‟«»‹›'‘’‚‛ʼ′″＂＇]+)`,
        String.raw`(?<dash>[-‐‑‒–—―−﹣－]+)`,
        String.raw`(?<mark>[^\s])`,
      ].join('|'),
      'gu',
    ),
);
/** A word, as most of a text is: told at once, but before a bracket, where it may be a part of one. */
const plainWord = lazy(() => new RegExp(oneWord, 'uy'));
const wordAtEnd = /[\p{L}\p{M}\p{N}]$/u;
const wordAtStart = /^[\p{L}\p{M}\p{N}]/u;

/**
 * A plain token. Of a class, since an engine puts literals like the source's tokens, which live long, where only great
 * collections of garbage reach.
 */
class Plain implements Token {
  constructor(
    readonly norm: string,
    readonly kind: TokenKind,
    readonly start: number,
    readonly end: number,
    readonly glued: boolean,
  ) {}
}

const bracket = '['.charCodeAt(0);
const blank = ' '.charCodeAt(0);

/** The tokens of visible text. */
export function tokens(view: Visible): Token[] {
  const { chars, at, end } = view;
  const found: Token[] = [];
  let previousEnd = -1;
  let dashGlued = false;
  const [any, plain] = [pattern(), plainWord()];
  for (let next = 0; ;) {
    while (chars.charCodeAt(next) === blank) next++;
    plain.lastIndex = next;
    const whole = plain.exec(chars)?.[0];
    if (whole !== undefined && chars.charCodeAt(plain.lastIndex) !== bracket) {
      next = plain.lastIndex;
      const first = next - whole.length;
      found.push(
        new Plain(
          fold(whole),
          'word',
          at[first] ?? end,
          (at[next - 1] ?? end - 1) + 1,
          dashGlued && first === previousEnd,
        ),
      );
      dashGlued = false;
      previousEnd = next;
      continue;
    }
    any.lastIndex = next;
    const match = any.exec(chars);
    if (match === null) return found;
    next = any.lastIndex;
    const groups = match.groups ?? {};
    const from = match.index;
    const to = from + match[0].length;
    const touching = from === previousEnd;
    const [start, stop] = [at[from] ?? end, (at[to - 1] ?? end - 1) + 1];
    const add = (norm: string, kind: TokenKind, glued: boolean): void =>
      void found.push(new Plain(norm, kind, start, stop, glued));
    if (groups['cased'] !== undefined) {
      found.push({
        norm: fold(`${groups['letter']}${groups['rest']}`),
        kind: 'word',
        start,
        end: stop,
        glued: false,
        bracketed: true,
      });
    } else if (groups['edited'] !== undefined) {
      const [before, inside, after] = [
        fold(groups['before'] ?? ''),
        fold(groups['inside'] ?? ''),
        fold(groups['after'] ?? ''),
      ];
      found.push({
        norm: before + inside + after,
        kind: 'word',
        start,
        end: stop,
        glued: touching && dashGlued,
        edited: { before, inside, after },
      });
    } else if (groups['ellipsis'] !== undefined) {
      add('…', 'ellipsis', false);
    } else if (groups['word'] !== undefined) {
      add(fold(match[0]), 'word', touching && dashGlued);
    } else if (groups['quote'] !== undefined) {
      // Two single marks in a row are a double one, and so is a single one: UN style nests single marks in double ones.
      add('"', 'quote', false);
    } else if (groups['dash'] !== undefined) {
      const inWord =
        touching && wordAtEnd.test(chars.slice(0, from).slice(-2)) && wordAtStart.test(chars.slice(to, to + 2));
      // A line may break after a hyphen; with blanks on both sides it is a dash between words.
      const apart = !touching && /\s/.test(chars.charAt(to));
      add(apart ? '–' : '-', 'mark', inWord);
      dashGlued = inWord;
      previousEnd = to;
      continue;
    } else {
      const char = match[0];
      const inWord = char === '/' && touching && wordAtStart.test(chars.slice(to, to + 2));
      add(char, kindOfSign(char), inWord);
      dashGlued = inWord;
      previousEnd = to;
      continue;
    }
    dashGlued = false;
    previousEnd = to;
  }
}

/** Of these no character has a variant. */
const ascii = /^[\w']*$/;

/** One word with the variants of its characters folded; case kept. */
function fold(word: string): string {
  if (ascii.test(word)) return word;
  return word.normalize('NFC').replace(/[’‘ʼ′＇]/g, "'");
}

/** Whether two words differ at most in the case of their first letter. */
export function sameButInitial(one: string, other: string): boolean {
  if (one === other) return true;
  // Most words differ in their length or at their end: no parts are cut out of them to see that.
  const last = one.length - 1;
  if (last !== other.length - 1 || (last > 1 && one.charCodeAt(last) !== other.charCodeAt(last))) return false;
  const first = one.codePointAt(0) ?? 0;
  const width = first > 0xffff ? 2 : 1;
  return (
    one.slice(width) === other.slice(width) && one.slice(0, width).toLowerCase() === other.slice(0, width).toLowerCase()
  );
}

function kindOfSign(char: string): Token['kind'] {
  if (char === '[') return 'open';
  return char === ']' ? 'close' : 'mark';
}

/** How many written words: `cross-border` is one. */
export function countWords(list: readonly Token[]): number {
  let count = 0;
  for (const token of list) if (token.kind === 'word' && !token.glued) count++;
  return count;
}
