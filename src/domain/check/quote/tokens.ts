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
  const tokenizer = new Tokenizer(view);
  const found: Token[] = [];
  for (let token = tokenizer.next(); token; token = tokenizer.next()) found.push(token);
  return found;
}

/** Reads one token of a text after the other. */
class Tokenizer {
  readonly #view: Visible;
  readonly #plain = plainWord();
  readonly #any = pattern();
  /** Where the last token ends. */
  #end = -1;
  /** Whether it is a hyphen or a stroke that a word right behind goes on with: `cross-border`, `and/or`. */
  #joins = false;

  constructor(view: Visible) {
    this.#view = view;
  }

  /** The next token; undefined at the end. */
  next(): Token | undefined {
    const { chars } = this.#view;
    let from = Math.max(0, this.#end);
    while (chars.charCodeAt(from) === blank) from++;
    this.#plain.lastIndex = from;
    if (this.#plain.test(chars) && chars.charCodeAt(this.#plain.lastIndex) !== bracket) {
      const to = this.#plain.lastIndex;
      return this.#passed(to, this.#token(fold(chars.slice(from, to)), 'word', from, to, this.#isJoined(from)));
    }
    this.#any.lastIndex = from;
    const match = this.#any.exec(chars);
    return match ? this.#passed(this.#any.lastIndex, this.#tokenOf(match)) : undefined;
  }

  #passed(to: number, token: Token): Token {
    this.#end = to;
    this.#joins = token.kind === 'mark' && token.glued;
    return token;
  }

  /** Whether a word at a place goes on with the token before it. */
  #isJoined(from: number): boolean {
    return this.#joins && from === this.#end;
  }

  #token(norm: string, kind: TokenKind, from: number, to: number, glued: boolean): Plain {
    return new Plain(norm, kind, this.#start(from), this.#stop(to), glued);
  }

  #start(from: number): number {
    return this.#view.at[from] ?? this.#view.end;
  }

  #stop(to: number): number {
    return (this.#view.at[to - 1] ?? this.#view.end - 1) + 1;
  }

  #tokenOf(match: RegExpExecArray): Token {
    const { index: from, 0: written, groups = {} } = match;
    const to = from + written.length;
    if (groups['cased'] !== undefined) {
      const norm = fold(`${groups['letter']}${groups['rest']}`);
      return { norm, kind: 'word', start: this.#start(from), end: this.#stop(to), glued: false, bracketed: true };
    }
    if (groups['edited'] !== undefined) return this.#edited(groups, from, to);
    if (groups['ellipsis'] !== undefined) return this.#token('…', 'ellipsis', from, to, false);
    if (groups['word'] !== undefined) return this.#token(fold(written), 'word', from, to, this.#isJoined(from));
    // Two single marks in a row are a double one, and so is a single one: UN style nests single marks in double ones.
    if (groups['quote'] !== undefined) return this.#token('"', 'quote', from, to, false);
    if (groups['dash'] !== undefined) return this.#dash(from, to);
    const isStroke = written === '/' && from === this.#end && this.#isBeforeWord(to);
    return this.#token(written, kindOfSign(written), from, to, isStroke);
  }

  #edited({ before = '', inside = '', after = '' }: Readonly<Record<string, string>>, from: number, to: number): Token {
    const edited = { before: fold(before), inside: fold(inside), after: fold(after) };
    return {
      norm: edited.before + edited.inside + edited.after,
      kind: 'word',
      start: this.#start(from),
      end: this.#stop(to),
      glued: this.#isJoined(from),
      edited,
    };
  }

  #dash(from: number, to: number): Token {
    const { chars } = this.#view;
    const isTouching = from === this.#end;
    const isInWord = isTouching && wordAtEnd.test(chars.slice(Math.max(0, from - 2), from)) && this.#isBeforeWord(to);
    // A line may break after a hyphen; with blanks on both sides it is a dash between words.
    const isApart = !isTouching && /\s/.test(chars.charAt(to));
    return this.#token(isApart ? '–' : '-', 'mark', from, to, isInWord);
  }

  #isBeforeWord(to: number): boolean {
    return wordAtStart.test(this.#view.chars.slice(to, to + 2));
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
