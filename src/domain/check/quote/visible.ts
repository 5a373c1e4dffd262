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
  mode: 'markdown' | 'words' | 'plain' = 'markdown',
): Visible {
  // What is longer than its piece is not read on to its end, once more for each piece.
  const text = end + farthest < whole.length ? whole.slice(0, end + farthest) : whole;
  const markdown = mode !== 'plain';
  const out: string[] = [];
  const at: number[] = [];
  const links: number[] = [];
  let numbered = false;
  let next = 0;
  let ends: ReadonlyMap<number, number> | undefined;
  const closing = (open: number): number | undefined => (ends ??= closings(text, start, end)).get(open);
  const emit = (chars: string, from: number): void => {
    for (let unit = 0; unit < chars.length; unit++) at.push(from);
    out.push(chars);
  };
  const lineStart = (from: number): number => {
    let to = from + (sticky(lineMarkers, text, from)?.[0].length ?? 0);
    const list = sticky(bullet, text, to);
    if (list) to += list[0].length;
    else {
      const item = sticky(number, text, to);
      if (item && (numbered || item[1] === '1' || item[1] === 'a' || item[1] === 'i')) {
        numbered = true;
        to += item[0].length;
      }
    }
    return Math.min(to, end);
  };
  let index = start;
  while (index < end) {
    while (next < skip.length && (skip[next]?.end ?? 0) <= index) next++;
    const hole = skip[next];
    if (hole && hole.start <= index) {
      index = hole.end;
      continue;
    }
    ordinary.lastIndex = index;
    if (ordinary.test(text)) {
      const stop = Math.min(ordinary.lastIndex, end, hole?.start ?? end);
      out.push(text.slice(index, stop));
      while (index < stop) at.push(index++);
      continue;
    }
    const char = text.charAt(index);
    if (invisible.test(char)) {
      index++;
      continue;
    }
    if (space.test(char)) {
      emit(' ', index++);
      if (mode === 'markdown' && char === '\n') index = lineStart(index);
      continue;
    }
    const ligature = ligatures[char];
    if (ligature !== undefined) {
      emit(ligature, index++);
      continue;
    }
    if (markdown) {
      const step = markup(index, char);
      if (step !== undefined) {
        index = step;
        continue;
      }
    }
    emit(char, index++);
  }
  return { chars: out.join(''), at, end };

  /** Passes over the Markdown at `index`; undefined when the character is the text's own. */
  function markup(from: number, char: string): number | undefined {
    switch (char) {
      case '\\': {
        const following = text.charAt(from + 1);
        if (following === '\n' || following === '\r') return from + 1;
        if (from + 1 < end && /[!-/:-@[-`{-~]/.test(following)) {
          emit(following, from + 1);
          return from + 2;
        }
        return undefined;
      }
      case '<': {
        const found = sticky(comment, text, from) ?? sticky(tag, text, from);
        if (!found) return undefined;
        if (/^<br/i.test(found[0])) emit(' ', from);
        return from + found[0].length;
      }
      case '&': {
        const found = sticky(entity, text, from);
        const value = found && decode(found);
        if (!found || value === undefined) return undefined;
        if (value !== '') emit(value, from);
        return from + found[0].length;
      }
      case '^': {
        const found = sticky(inlineNote, text, from);
        return found ? from + found[0].length : undefined;
      }
      case '!': {
        // An image; before a note mark or a citation it is the draft's own exclamation.
        const close =
          text.charAt(from + 1) === '[' && !(text.charAt(from + 2) === '^' && sticky(noteMark, text, from + 1))
            ? closing(from + 1)
            : undefined;
        return close !== undefined && sticky(linkTarget, text, close) ? from + 1 : undefined;
      }
      case '[': {
        // No note's mark and no citation begins with two brackets, and only a wiki's link does; many brackets in a row
        // are passed over fast.
        const doubled = text.charAt(from + 1) === '[';
        const found = doubled ? undefined : (sticky(noteMark, text, from) ?? sticky(pandocCitation, text, from));
        if (found) return from + found[0].length;
        const wiki = doubled ? sticky(wikiLink, text, from) : undefined;
        if (wiki) {
          const shown = wiki[2] ?? certain(wiki[1]);
          const begins = from + wiki[0].length - 2 - shown.length;
          for (let unit = 0; unit < shown.length; unit++) emit(shown.charAt(unit), begins + unit);
          return from + wiki[0].length;
        }
        const close = closing(from);
        if (close === undefined || !sticky(linkTarget, text, close)) return undefined;
        links.push(close);
        return from + 1;
      }
      case ']': {
        if (links.at(-1) !== from) return undefined;
        links.pop();
        return from + (sticky(linkTarget, text, from)?.[0].length ?? 1);
      }
      case '*':
      case '`':
        return from + 1;
      case '=':
        return text.charAt(from + 1) === '=' ? from + 2 : undefined;
      case '_':
        return wordChar.test(text.charAt(from - 1)) && wordChar.test(text.charAt(from + 1)) ? undefined : from + 1;
      default:
        return undefined;
    }
  }
}

function decode(found: RegExpExecArray): string | undefined {
  const [, decimal, hexadecimal, name = ''] = found;
  if (!decimal && !hexadecimal) return entities[name];
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}
