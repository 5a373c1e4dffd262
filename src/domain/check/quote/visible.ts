/**
 * What a reader sees of a stretch of Markdown, with the way back to where each character stands.
 *
 * A quotation is compared by its words, not by the marks its Markdown needs around them: emphasis,
 * escapes, links, note marks, line wraps, list and quote markers at the start of a line.
 */
import type { Range } from '../../text/ranges';
import { certain } from '../../certain';

/** Visible characters; `at[i]` is the UTF-16 offset in the document of the i-th of them. */
export interface Visible {
  readonly chars: string;
  readonly at: readonly number[];
  /** The document offset after the last character. */
  readonly end: number;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  sbquo: '‚',
  lsaquo: '‹',
  rsaquo: '›',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  shy: '',
  hyphen: '‐',
};
const ligatures: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };
const invisible = /\u00ad|[\u200b-\u200f]|[\u202a-\u202c]|[\u2060-\u2064]|[\u2066-\u2069]|\ufe0e|\ufe0f|\ufeff/;
const space = /\s/;
/** Characters that stand for themselves wherever they stand. */
const itself = String.raw`[^\s\\<&^![\]*${'`'}=_\u00ad\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufb00-\ufb06\ufe0e-\ufe0f\ufeff]`;
/** Words of such, so many at once that what is cut off behind a part to be skipped is not read often. */
const ordinary = new RegExp(`${itself}+(?: ${itself}+){0,40}(?: (?=\\S))?`, 'y');
const wordChar = /[\p{L}\p{N}]/u;
const lineMarkers = /[ \t]*(?:>[ \t]?)*[ \t]*/y;
const bullet = /[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/y;
const number = /(\d{1,3}|[a-z]|[ivx]{1,4})[.)][ \t]+/y;
const comment = /<!--[\s\S]*?(?:-->|$)/y;
/** Words struck out are not taken out: neither by `~~` nor by these tags, which are shown to differ. */
const tag = /<\/?(?!(?:s|del|strike)\b)[a-zA-Z][^<>]{0,400}>/y;
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const noteMark = /\[\^[^\]\s]{1,200}\]/y;
const inlineNote = /\^\[[^[\]]{0,2000}\]/y;
const pandocCitation = /\[(?:[^[\]]{0,400}[\s;(-])?-?@[\p{L}\p{N}_][^[\]]{0,400}\]/uy;
/** A link within a wiki: its page, and the words that are shown for it. */
const wikiLink = /\[\[([^[\]|\n@^][^[\]|\n]{0,200})(?:\\?\|([^[\]\n]{1,200}))?\]\]/y;
const linkTarget =
  /\]\((?:<[^<>\n]{0,2000}>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s{1,100}(?:"[^"]{0,400}"|'[^']{0,400}'|\([^)]{0,400}\)))?\s{0,100}\)|\]\[[^\]]{0,200}\]|\]\{[^}]{0,200}\}/y;

/** Markup that begins before the end of what is read goes on no further than so many characters behind it. */
const farthest = 5000;

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** A bracket is looked for its end no further. */
const longestBracket = 2000;

/** The `]` of each `[` of a text from `start` to `end`, if it is not too far: found once for all of them. */
function closings(text: string, start: number, end: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = start; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === 92) at++;
    else if (char === 91) open.push(at);
    else if (char === 93) {
      const from = open.pop();
      if (from !== undefined && at - from < longestBracket) found.set(from, at);
    }
  }
  return found;
}

type Mode = 'markdown' | 'words' | 'plain';

/**
 * The visible characters of `whole` from `start` to `end`.
 *
 * @param skip stretches that are not the quotation's words, such as citations; in order
 * @param mode `plain` for the source; `words` where `skip` holds the markers at the start of lines
 */
export function visible(
  whole: string,
  start = 0,
  end = whole.length,
  skip: readonly Range[] = [],
  mode: Mode = 'markdown',
): Visible {
  // What is longer than its piece is not read on to its end, once more for each piece.
  const text = end + farthest < whole.length ? whole.slice(0, end + farthest) : whole;
  const reader = new Reader(text, start, end, mode);
  let next = 0;
  for (let index = start; index < end;) {
    while (next < skip.length && (skip[next]?.end ?? 0) <= index) next++;
    const hole = skip[next];
    index = hole && hole.start <= index ? hole.end : reader.read(index, hole?.start ?? end);
  }
  return { chars: reader.chars(), at: reader.at, end };
}

/** Reads the visible characters of a text, from one place to the next. */
class Reader {
  readonly at: number[] = [];
  readonly #out: string[] = [];
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #mode: Mode;
  #closings: ReadonlyMap<number, number> | undefined;
  /** Where the links end whose words are being read. */
  readonly #links: number[] = [];
  /** Whether a line began with a number that opens a list. */
  #isNumbered = false;

  constructor(text: string, start: number, end: number, mode: Mode) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#mode = mode;
  }

  chars(): string {
    return this.#out.join('');
  }

  /**
   * Reads what stands at a place, and says where to read on.
   *
   * @param stop where what is skipped begins
   */
  read(from: number, stop: number): number {
    ordinary.lastIndex = from;
    if (ordinary.test(this.#text)) return this.#asItStands(from, Math.min(ordinary.lastIndex, this.#end, stop));
    const char = this.#text.charAt(from);
    if (invisible.test(char)) return from + 1;
    if (space.test(char)) {
      this.#emit(' ', from);
      return this.#mode === 'markdown' && char === '\n' ? this.#lineStart(from + 1) : from + 1;
    }
    const ligature = ligatures[char];
    const next = ligature === undefined && this.#mode !== 'plain' ? this.#markup(from, char) : undefined;
    if (next !== undefined) return next;
    this.#emit(ligature ?? char, from);
    return from + 1;
  }

  #asItStands(from: number, to: number): number {
    this.#out.push(this.#text.slice(from, to));
    for (let at = from; at < to; at++) this.at.push(at);
    return to;
  }

  /** Characters that are seen for what stands at a place. */
  #emit(chars: string, from: number): void {
    for (let unit = 0; unit < chars.length; unit++) this.at.push(from);
    this.#out.push(chars);
  }

  /** Passes over what a line begins with: the markers of block quotations and of an item. */
  #lineStart(from: number): number {
    let to = from + (sticky(lineMarkers, this.#text, from)?.[0].length ?? 0);
    const list = sticky(bullet, this.#text, to) ?? this.#number(to);
    if (list) to += list[0].length;
    return Math.min(to, this.#end);
  }

  /** The number of an item: the first in its list is 1, "a" or "i". */
  #number(at: number): RegExpExecArray | undefined {
    const item = sticky(number, this.#text, at);
    if (!item || !(this.#isNumbered || /^[1ai]$/.test(certain(item[1])))) return undefined;
    this.#isNumbered = true;
    return item;
  }

  /** Passes over the Markdown at a place; undefined when the character is the text's own. */
  #markup(from: number, char: string): number | undefined {
    switch (char) {
      case '\\':
        return this.#escape(from);
      case '<':
        return this.#tag(from);
      case '&':
        return this.#entity(from);
      case '^':
        return this.#past(sticky(inlineNote, this.#text, from), from);
      case '!':
        return this.#image(from);
      case '[':
        return this.#bracket(from);
      case ']':
        return this.#linkEnd(from);
      case '*':
      case '`':
        return from + 1;
      case '=':
        return this.#text.charAt(from + 1) === '=' ? from + 2 : undefined;
      case '_':
        return this.#isWithinWord(from) ? undefined : from + 1;
      default:
        return undefined;
    }
  }

  #past(found: RegExpExecArray | undefined, from: number): number | undefined {
    return found && from + found[0].length;
  }

  #escape(from: number): number | undefined {
    const escaped = this.#text.charAt(from + 1);
    if (escaped === '\n' || escaped === '\r') return from + 1;
    if (from + 1 >= this.#end || !/[!-/:-@[-`{-~]/.test(escaped)) return undefined;
    this.#emit(escaped, from + 1);
    return from + 2;
  }

  #tag(from: number): number | undefined {
    const found = sticky(comment, this.#text, from) ?? sticky(tag, this.#text, from);
    if (found && /^<br/i.test(found[0])) this.#emit(' ', from);
    return this.#past(found, from);
  }

  #entity(from: number): number | undefined {
    const found = sticky(entity, this.#text, from);
    const value = found && decode(found);
    if (value === undefined) return undefined;
    if (value !== '') this.#emit(value, from);
    return this.#past(found, from);
  }

  /** An image; before a note mark or a citation it is the draft's own exclamation. */
  #image(from: number): number | undefined {
    const isBeforeBracket = this.#text.charAt(from + 1) === '[';
    if (!isBeforeBracket || (this.#text.charAt(from + 2) === '^' && sticky(noteMark, this.#text, from + 1)))
      return undefined;
    const close = this.#closing(from + 1);
    return close !== undefined && sticky(linkTarget, this.#text, close) ? from + 1 : undefined;
  }

  /**
   * A note's mark, a citation, a link within a wiki, or the beginning of a link. No note's mark and no citation begins
   * with two brackets, and only a wiki's link does; many brackets in a row are passed over fast.
   */
  #bracket(from: number): number | undefined {
    const passed =
      this.#text.charAt(from + 1) === '['
        ? this.#wikiLink(from)
        : this.#past(sticky(noteMark, this.#text, from) ?? sticky(pandocCitation, this.#text, from), from);
    if (passed !== undefined) return passed;
    const close = this.#closing(from);
    if (close === undefined || !sticky(linkTarget, this.#text, close)) return undefined;
    this.#links.push(close);
    return from + 1;
  }

  #wikiLink(from: number): number | undefined {
    const link = sticky(wikiLink, this.#text, from);
    if (!link) return undefined;
    const shown = link[2] ?? certain(link[1]);
    const end = from + link[0].length;
    const begins = end - 2 - shown.length;
    for (let unit = 0; unit < shown.length; unit++) this.#emit(shown.charAt(unit), begins + unit);
    return end;
  }

  #linkEnd(from: number): number | undefined {
    if (this.#links.at(-1) !== from) return undefined;
    this.#links.pop();
    return from + (sticky(linkTarget, this.#text, from)?.[0].length ?? 1);
  }

  #isWithinWord(at: number): boolean {
    return wordChar.test(this.#text.charAt(at - 1)) && wordChar.test(this.#text.charAt(at + 1));
  }

  /** The `]` of a `[`. */
  #closing(open: number): number | undefined {
    return (this.#closings ??= closings(this.#text, this.#start, this.#end)).get(open);
  }
}

function decode(found: RegExpExecArray): string | undefined {
  const [, decimal, hexadecimal, name = ''] = found;
  if (!decimal && !hexadecimal) return entities[name];
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}
