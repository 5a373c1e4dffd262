// What in a block is no prose: code, addresses, keys, mathematics.
import type { Range } from '../text/ranges';
import { certain } from '../certain';

/** What a stretch inside a block is, where it is not words of the draft. */
export type ZoneKind =
  | 'code'
  | 'frontMatter'
  | 'html'
  | 'comment'
  | 'linkTarget'
  | 'autolink'
  | 'citationKey'
  | 'math'
  | 'attributes';

/** A stretch that is no prose. `open`: a cursor at its end is still in it, since nothing closes it yet. */
export interface Zone extends Range {
  readonly kind: ZoneKind;
  readonly open?: true;
}

const htmlTag =
  /<(?:[A-Za-z][A-Za-z0-9-]{0,60}(?:\s{1,20}[A-Za-z_:][\w.:-]{0,60}(?:\s{0,20}=\s{0,20}(?:[^\s"'=<>`]{1,1000}|'[^']{0,1000}'|"[^"]{0,1000}"))?){0,30}\s{0,20}\/?|\/[A-Za-z][A-Za-z0-9-]{0,60}\s{0,20})>/y;
const autolink = /<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]{0,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,200})>/y;
/** A footnote's mark or a citation right after an address is no part of it. */
const bareUrl = /(?:https?:\/\/|ftp:\/\/|mailto:|www\.)(?:[^\s<>"“”‘’«»\uFFFC[]|\[(?![@^])){0,2000}/iy;
const footnoteKey = /\[\^[^\s[\]]{0,200}\]?/y;
const citationKey = /@(?:\{[^\s{}]{1,200}\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])){0,200})/uy;
const wordBefore = /[\p{L}\p{N}]$/u;
/** Of an e-mail address: what is before the sign, and the sign with what is after it. */
const localPart = /(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]+$/u;
const domainPart = /@[\p{L}\p{N}.-]{0,200}/uy;
const target = /\((?:<[^<>\n]{0,2000}>|(?:\\.|[^\s()<\\]|\([^\s()]{0,500}\)){0,2000})/y;
const title = /[ \t]{0,20}\n?[ \t]{1,20}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\))(?=\s{0,20}\))/y;

/** A template's tag is no longer. */
const longestTag = 2000;
/** A heading with attributes is no longer. */
const longestHeading = 500;
/** Pandoc's attributes, kramdown's, and raw formats: `{#id .class key="value"}`, `{: .class}`, `{=html}`. */
const attributes =
  /\{(?::[^{}\n]{0,1000}|[ \t]{0,9}(?:[.#][^\s{}"'=]{1,100}|[\w:-]{1,60}=|=[\w-]{1,40}|-(?=\}))(?:"[^"]{0,1000}"|[^{}"]){0,400})\}/uy;
const unclosedAttributes = /\{(?::|[ \t]{0,9}(?:[.#][^\s{}"'=]{1,100}[ \t]|[\w:-]{1,60}=["']))/uy;

/** The citation key that begins at a place, with its `@` and braces. */
export function citationKeyAt(text: string, at: number): string | undefined {
  return matchAt(citationKey, text, at);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** So many runs of backticks are put down in one step. */
const runsAtOnce = 4_000;

/** Where the runs of backticks of each length stand, in steps: a run opens code only if one like it follows. */
function* backtickRuns(text: string): Generator<void, ReadonlyMap<number, number[]>> {
  const runs = new Map<number, number[]>();
  let found = 0;
  for (const match of text.matchAll(/`+/g)) {
    if (++found % runsAtOnce === 0) yield;
    const same = runs.get(match[0].length);
    if (same) same.push(match.index);
    else runs.set(match[0].length, [match.index]);
  }
  for (const same of runs.values()) same.reverse();
  return runs;
}

/**
 * Where the mathematics that a `$` opens is closed, in 1,000 characters at most: no blank within its marks, no digit
 * after.
 */
function closingDollar(text: string, open: number): number | undefined {
  if (/[\s$]/.test(text.charAt(open + 1))) return undefined;
  const stop = Math.min(text.length, open + 1002);
  let at = open + 1;
  while (at < stop && text[at] !== '$') at += text[at] === '\\' ? 2 : 1;
  return at < stop && !/\s/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + 1)) ? at : undefined;
}

/**
 * Finds what is no prose in a block's words, from left to right, each stretch once and in order.
 * `text` is the block with the prefixes of its lines blanked. Linear in its length: every look
 * ahead is bounded, or is made from an index built once.
 */
export function scanInline(text: string, from = 0): readonly Zone[] {
  const steps = scanningInline(text, from);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** So many characters are scanned in one step. */
const charactersAtOnce = 16_000;

/** The same in steps of some thousand characters each. */
export function* scanningInline(text: string, from = 0): Generator<void, readonly Zone[]> {
  const scanner = new InlineScanner(text, from, yield* backtickRuns(text));
  while (!scanner.scan(charactersAtOnce)) yield;
  return scanner.zones;
}

class InlineScanner {
  readonly zones: Zone[] = [];
  #at: number;
  #noComment = false;
  /** Where signs that close something stand next; -1 where no more do. */
  readonly #found = new Map<string, number>();

  constructor(
    readonly text: string,
    from: number,
    readonly runs: ReadonlyMap<number, number[]>,
  ) {
    this.#at = from;
  }

  /** Goes on by about so many characters; true once all are scanned. */
  scan(characters: number): boolean {
    const interesting = /[\\`<@$\]{]|\[\^|https?:|ftp:|mailto:|www\./gi;
    const stop = this.#at + characters;
    while (this.#at < this.text.length) {
      if (this.#at >= stop) return false;
      interesting.lastIndex = this.#at;
      const found = interesting.exec(this.text);
      if (!found) break;
      this.#at = found.index;
      this.#step(found[0]);
    }
    return true;
  }

  #step(sign: string): void {
    const { text } = this;
    const at = this.#at;
    if (sign === '\\') this.#at += text.charAt(at + 1) === '\n' || text.charAt(at + 1) === '\r' ? 1 : 2;
    else if (sign === '`') this.#code();
    else if (sign === '<') this.#angle();
    else if (sign === '@') this.#atSign();
    else if (sign === '$') this.#math();
    else if (sign === ']') this.#target();
    else if (sign === '[^') this.#footnote();
    else if (sign === '{') this.#brace();
    else this.#url();
  }

  #zone(kind: ZoneKind, start: number, end: number, open = false): void {
    this.zones.push(open ? { kind, start, end, open } : { kind, start, end });
    this.#at = Math.max(end, this.#at + 1);
  }

  #code(): void {
    const start = this.#at;
    let end = start;
    while (this.text[end] === '`') end++;
    const same = this.runs.get(end - start) ?? [];
    while (same.length > 0 && (same.at(-1) ?? 0) <= start) same.pop();
    const close = same.at(-1);
    if (close === undefined) this.#at = end;
    else this.#zone('code', start, close + end - start);
  }

  #angle(): void {
    const { text } = this;
    const start = this.#at;
    // Complete as they are (CommonMark 0.31, section 6.6).
    for (const short of ['<!-->', '<!--->'])
      if (text.startsWith(short, start)) return this.#zone('comment', start, start + short.length);
    if (text.startsWith('<!--', start) && !this.#noComment) {
      const close = text.indexOf('-->', start + 4);
      if (close >= 0) return this.#zone('comment', start, close + 3);
      this.#noComment = true;
    }
    const link = matchAt(autolink, text, start);
    if (link) return this.#zone('autolink', start, start + link.length);
    const tag = matchAt(htmlTag, text, start);
    if (tag) return this.#zone('html', start, start + tag.length);
    this.#at = start + 1;
  }

  /** A key `@name`, or an e-mail address when a word comes right before the sign. */
  #atSign(): void {
    const { text } = this;
    const sign = this.#at;
    const earliest = Math.max(this.zones.at(-1)?.end ?? 0, sign - 100);
    if (wordBefore.test(text.slice(Math.max(earliest, sign - 2), sign))) {
      const local = localPart.exec(text.slice(earliest, sign))?.[0] ?? '';
      const domain = matchAt(domainPart, text, sign) ?? '@';
      return this.#zone('autolink', sign - local.length, sign + domain.length, true);
    }
    const key = citationKeyAt(text, sign);
    if (key) this.#zone('citationKey', sign, sign + key.length);
    else this.#at = sign + 1;
  }

  /** `$…$` as pandoc reads it: no blank inside the marks, no digit after, within one paragraph. */
  #math(): void {
    const { text } = this;
    const start = this.#at;
    if (text.startsWith('$$', start)) {
      const close = text.slice(start + 2, start + 2002).indexOf('$$');
      if (close > 0) return this.#zone('math', start, start + close + 4);
      this.#at = start + 2;
      return;
    }
    const close = closingDollar(text, start);
    if (close === undefined) this.#at = start + 1;
    else this.#zone('math', start, close + 1);
  }

  /**
   * A template's tag or shortcode, or the attributes of what stands before: `{% … %}`, `{{< … >}}`, `{.class
   * title="…"}`.
   */
  #brace(): void {
    const { text } = this;
    const start = this.#at;
    const opening = /^\{(?:%|\{[<%]?)/u.exec(text.slice(start, start + 3))?.[0];
    if (opening !== undefined) {
      const closing = certain({ '{%': '%}', '{{<': '>}}', '{{%': '%}}', '{{': '}}' }[opening]);
      const close = this.#next(closing, start + opening.length);
      if (close >= 0 && close - start < longestTag) return this.#zone('attributes', start, close + closing.length);
      // While it is typed it goes on to the end of its line.
      return opening === '{{'
        ? void (this.#at = start + 2)
        : this.#zone('attributes', start, this.#lineEnd(start), true);
    }
    const found = matchAt(attributes, text, start);
    if (found !== undefined && this.#takesAttributes(start, start + found.length))
      return this.#zone('attributes', start, start + found.length);
    const unclosed = found === undefined && matchAt(unclosedAttributes, text, start);
    if (unclosed && this.#takesAttributes(start, start))
      return this.#zone('attributes', start, this.#lineEnd(start), true);
    this.#at = start + 1;
  }

  /**
   * Whether braces from `start` to `end` belong to a link, an image, a span, code, a fenced division or a heading, or
   * are kramdown's own.
   */
  #takesAttributes(start: number, end: number): boolean {
    const { text } = this;
    if (/[)\]`]/.test(text.charAt(start - 1)) || text.charAt(start + 1) === ':') return true;
    const near = text.slice(Math.max(0, start - longestHeading), start);
    if (near.length === longestHeading && !near.includes('\n')) return false;
    const line = near.slice(near.lastIndexOf('\n') + 1);
    if (/^[ \t]{0,99}:{3,99}[ \t]{0,99}[\w.-]{0,60}[ \t]{0,99}$/u.test(line)) return true;
    return /^ {0,3}#{1,6}[ \t]/u.test(line) && /^[ \t]{0,99}(?:\r?\n|$)/u.test(text.slice(end, end + 102));
  }

  #lineEnd(from: number): number {
    const end = this.#next('\n', from);
    return end < 0 ? this.text.length : end - Number(this.text.charAt(end - 1) === '\r');
  }

  /** The next place of some characters, looked for once for all places before it. */
  #next(what: string, from: number): number {
    let known = this.#found.get(what);
    if (known === undefined || (known >= 0 && known < from))
      this.#found.set(what, (known = this.text.indexOf(what, from)));
    return known;
  }

  #target(): void {
    const { text } = this;
    const start = this.#at + 1;
    if (text[start] !== '(') {
      this.#at = start;
      return;
    }
    let end = start + (matchAt(target, text, start)?.length ?? 1);
    end += matchAt(title, text, end)?.length ?? 0;
    const close = /\s{0,20}\)/y;
    const closed = matchAt(close, text, end);
    this.#zone('linkTarget', start, end + (closed?.length ?? 0), closed === undefined);
  }

  #footnote(): void {
    const { text } = this;
    const start = this.#at;
    const key = matchAt(footnoteKey, text, start) ?? '[^';
    // `^[inline note]` and a bracket that merely begins with a caret are words.
    this.#zone('citationKey', start, start + key.length, !key.endsWith(']'));
  }

  #url(): void {
    const { text } = this;
    const start = this.#at;
    const url = matchAt(bareUrl, text, start);
    const within = start > 0 && wordBefore.test(text.charAt(start - 1));
    if (!url || within) {
      this.#at = start + 1;
      return;
    }
    let end = url.replace(/(?<![?!.,:;*_~'"])[?!.,:;*_~'"]+$/, '').length;
    // A closing bracket belongs to the address only if it was opened in it.
    const trimmed = url.slice(0, end);
    for (const [open, close] of ['()', '[]'] as const) {
      const surplus = trimmed.split(close ?? '').length - trimmed.split(open ?? '').length;
      if (surplus > 0 && trimmed.endsWith(close ?? '')) end -= 1;
    }
    this.#zone('autolink', start, start + Math.max(end, 1), true);
  }
}
