// The words of a paragraph as plain text: no marks of emphasis, links as words and address, citations of others in
// parentheses.
import type { MarkdownConfig } from '@lezer/markdown';
import { scanInline } from '../../draft/zones';
import { linkLabel } from '../../draft/linkLabels';
import { blanks, keys, oneParagraph } from '../../insert/inline';
import { lazy } from '../../lazy';
import { decoded } from './entities';
import { certain } from '../../certain';

/** What the words of a draft need of the whole of it. */
export interface Surroundings {
  /** The address that a label of a link stands for, by the label in lower case. */
  readonly addresses: ReadonlyMap<string, string>;
  /** What a citation key of ours says; undefined for other people's. */
  source(key: string): string | undefined;
  /** What stands for a note's mark; undefined where no note has the label. */
  mark(label: string): string | undefined;
  /** What stands for a note written where it is mentioned. */
  inlineNote(words: string): string;
}

/**
 * So many characters of a paragraph are read at once: reading brackets takes longer than in proportion to their number.
 */
const atOnce = 4000;
/** Words without any of these are as they stand. */
const special = /[\\`*_~^[\]<&@]/u;

/** `^[a note]`, whose words were masked. */
const inlineNotes: MarkdownConfig = {
  defineNodes: ['InlineNote'],
  parseInline: [
    {
      name: 'InlineNote',
      before: 'Link',
      parse(context, next, at) {
        if (next !== 94 || context.char(at + 1) !== 91) return -1;
        const end = context.slice(at, context.end).indexOf(']');
        return end < 0 ? -1 : context.addElement(context.elt('InlineNote', at, at + end + 1));
      },
    },
  ],
};

/** Where each bracket that is closed is closed, others in it counted, by where it is opened. */
function bracketsIn(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const from = open.pop();
      if (from !== undefined) pairs.set(from, at);
    }
  }
  return pairs;
}

const parser = lazy(() => {
  const { parser: commonMark, Strikethrough, Subscript, Superscript } = require('@lezer/markdown');
  return commonMark.configure([Strikethrough, Subscript, Superscript, keys, blanks, inlineNotes, oneParagraph]);
});

type Tree = ReturnType<ReturnType<typeof parser>['parse']>['topNode'];

const silent = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'SuperscriptMark',
  'SubscriptMark',
  'CodeMark',
  'LinkMark',
  'LinkLabel',
  'LinkTitle',
  'Comment',
  'ProcessingInstruction',
]);

/** `{.class}` right behind what it qualifies. */
const attributes = /\{[^{}\n]{0,500}\}/uy;

/**
 * Words as plain text, in lines: where the draft breaks a line for good, and nowhere else.
 * @param written a paragraph's words, as `unwrapped` gives them
 */
export function plainWords(written: string, around: Surroundings): string {
  if (!special.test(written)) return tidied(written);
  if (written.length <= atOnce) return tidied(new Words(written, around).text);
  return tidied([...piecesOf(written)].map(piece => new Words(piece, around).text).join(''));
}

const blank = /\s/u;
const stop = /[.!?:;]/u;

/** The last place up to `most` where a text may be parted: behind a sentence, else behind a blank, else there. */
function parting(written: string, most: number, isFree: (at: number) => boolean): number {
  let behindBlank: number | undefined;
  for (let at = most; at > most - atOnce / 2; at--) {
    if (!isFree(at) || !blank.test(written.charAt(at - 1))) continue;
    if (stop.test(written.charAt(at - 2))) return at;
    behindBlank ??= at;
  }
  return behindBlank ?? most;
}

/**
 * A long paragraph in pieces, cut behind sentences where it can be, else behind words, and in no brackets, code,
 * address, tag or mathematics.
 */
function* piecesOf(written: string): Generator<string> {
  const all = [...bracketsIn(written), ...scanInline(written).map(({ start, end }) => [start, end - 1] as const)].sort(
    ([one], [other]) => one - other,
  );
  let last = -1;
  // What lies in another is kept whole with it.
  const wholes = all.filter(([, close]) => close > last && (last = close) > 0);
  let passed = 0;
  let from = 0;
  while (written.length - from > atOnce) {
    const most = from + atOnce;
    /** Places that lie in something that is read as a whole. */
    const within = new Uint8Array(atOnce + 1);
    while (passed < wholes.length && certain(wholes[passed])[1] < from) passed += 1;
    for (let at = passed; at < wholes.length && certain(wholes[at])[0] < most; at += 1) {
      const [start, close] = certain(wholes[at]);
      within.fill(1, Math.max(start + 1 - from, 0), Math.min(close, most) + 1 - from);
    }
    const to = parting(written, most, at => within[at - from] === 0);
    yield written.slice(from, to);
    from = to;
  }
  yield written.slice(from);
}

/** One blank where there are several, and none at the ends of lines. */
function tidied(text: string): string {
  return text.replace(moreThanBlank, ' ').replace(blankAtBreak, '\n').trim();
}
const moreThanBlank = /[ \t]{2,}|\t/gu;
const blankAtBreak = / ?\n ?/gu;

/** Lines of a paragraph as one, but for breaks that are meant: two blanks or a backslash before them. */
export function unwrapped(lines: readonly string[]): string {
  return lines
    .map((line, at) => {
      const words = line.trimStart();
      if (at === lines.length - 1) return words.trimEnd();
      return words + (words.endsWith('  ') || words.endsWith('\\') ? '\n' : ' ');
    })
    .join('');
}

class Words {
  text = '';
  /** Signs of citation keys, which are left out. */
  readonly #left = new Set<number>();
  /** What citation keys of ours say, by where they begin. */
  readonly #sources = new Map<number, string>();
  readonly #keyEnds = new Set<number>();
  readonly #keyStarts: number[] = [];
  #at = 0;

  constructor(
    readonly written: string,
    readonly around: Surroundings,
  ) {
    const letters = written.split('');
    for (const { kind, start, end } of scanInline(written)) {
      if (kind === 'citationKey' && written[start] === '@') this.#key(start, end);
      if (kind === 'math' || (kind === 'autolink' && written[start] !== '<')) letters.fill('x', start, end);
      if (kind === 'code') for (let at = start; at < end; at += 1) if (letters[at] !== '`') letters[at] = 'x';
    }
    this.#maskBrackets(letters);
    this.#children(parser().parse(letters.join('')).topNode, 0, written.length);
  }

  /**
   * Masks the words of notes written where they are mentioned, and brackets in brackets that can be no link: the
   * library takes any brackets for one that might be, and no link stands in another.
   */
  #maskBrackets(letters: string[]): void {
    const text = letters.join('');
    const pairs = bracketsIn(text);
    for (let at = text.indexOf('^['); at >= 0; at = text.indexOf('^[', at + 1)) {
      if (letters[at] !== '^' || text[at - 1] === '\\') continue;
      const close = pairs.get(at + 1);
      if (close === undefined) letters[at + 1] = '.';
      else letters.fill('x', at + 2, close);
    }
    let outer = -1;
    for (const [from, to] of [...pairs].sort(([a], [b]) => a - b)) {
      const isInner = from < outer;
      outer = Math.max(outer, to);
      if (
        !isInner ||
        letters[from] !== '[' ||
        '([{'.includes(text.charAt(to + 1) || ' ') ||
        ']^!'.includes(text.charAt(from - 1) || ' ')
      )
        continue;
      const inside = text.slice(from + 1, to);
      if (inside.startsWith('^') || inside.includes('@') || this.around.addresses.has(linkLabel(inside))) continue;
      letters[from] = '.';
      letters[to] = '.';
    }
  }

  #key(start: number, end: number): void {
    this.#left.add(start);
    if (this.written[start - 1] === '-' && /^$|[\s[;(]/u.test(this.written.charAt(start - 2)))
      this.#left.add(start - 1);
    const isBraced = this.written[start + 1] === '{';
    if (isBraced) this.#left.add(start + 1).add(end - 1);
    const source = this.around.source(this.written.slice(start + (isBraced ? 2 : 1), isBraced ? end - 1 : end));
    if (source !== undefined) {
      this.#sources.set(start, source);
      for (let at = start; at < end; at += 1) this.#left.add(at);
    }
    this.#keyStarts.push(start);
    this.#keyEnds.add(end);
  }

  /** Writes what stands as it is between two places. */
  #copy(from: number, to: number): void {
    for (let at = Math.max(from, this.#at); at < to; at += 1)
      this.text += this.#sources.get(at) ?? (this.#left.has(at) ? '' : this.written.charAt(at));
  }

  #children(node: Tree, from: number, to: number): void {
    let at = from;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.from < from || child.to > to) continue;
      this.#copy(at, child.from);
      this.#write(child);
      at = child.to;
    }
    this.#copy(at, to);
  }

  #write(node: Tree): void {
    const { name, from, to } = node;
    const text = this.written.slice(from, to);
    if (silent.has(name)) return;
    if (name === 'Escape') this.text += text.slice(1);
    else if (name === 'Entity') this.text += decoded(text);
    else if (name === 'HardBreak') this.text += '\n';
    else if (name === 'HTMLTag') this.text += /^<br\b/iu.test(text) ? '\n' : '';
    else if (name === 'Autolink') this.text += text.slice(1, -1);
    else if (name === 'InlineCode') this.#code(node);
    else if (name === 'Key') this.#noteOrCitation(text);
    else if (name === 'InlineNote') this.text += this.around.inlineNote(text.slice(2, -1));
    else if (name === 'Link' || name === 'Image') this.#link(node);
    else this.#children(node, from, to);
  }

  #code(node: Tree): void {
    const code = this.written
      .slice(node.firstChild?.to ?? node.from, node.lastChild?.from ?? node.to)
      .replace(/\n/gu, ' ');
    // What is meant for one format only is no text.
    if (this.#attributes(node.to)?.startsWith('{=') === true) return;
    this.text += code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
  }

  #noteOrCitation(text: string): void {
    if (text.startsWith('[^')) this.text += this.around.mark(text.slice(2, -1)) ?? text;
    else this.text += `(${plainWords(text.slice(1, -1).replace(/[{}]/gu, ''), this.around)})`;
  }

  #link(node: Tree): void {
    const { from, to } = node;
    const [open, close] = node.getChildren('LinkMark');
    const begin = open?.to ?? from;
    const end = close?.from ?? to;
    const isInline = this.written[end + 1] === '(' && to > end + 1;
    const address = isInline
      ? this.#inlined(node)
      : this.around.addresses.get(linkLabel(this.#named(node, begin, end)));
    if (address === undefined) {
      this.#brackets(node, begin, end);
      return;
    }
    const before = this.text.length;
    this.#children(node, begin, end);
    this.#attributes(to);
    const words = this.text.slice(before);
    if (node.name === 'Image' || address === '' || address.startsWith('#') || bare(words) === bare(address)) return;
    this.text += words === '' ? address : ` (${address})`;
  }

  #inlined(node: Tree): string {
    const url = node.getChild('URL');
    return url === null ? '' : destination(this.written.slice(url.from, url.to));
  }

  /** The name by which a link's address is defined: that behind its words, or the words. */
  #named(node: Tree, begin: number, end: number): string {
    const label = node.getChild('LinkLabel');
    return label === null || label.to - label.from <= 2
      ? this.written.slice(begin, end)
      : this.written.slice(label.from + 1, label.to - 1);
  }

  /** Brackets that link to nothing: a citation of somebody else's, words with attributes, or brackets. */
  #brackets(node: Tree, begin: number, end: number): void {
    const isCited = this.#keyStarts.some(at => at >= begin && at < end);
    attributes.lastIndex = end + 1;
    const isSpan = !isCited && attributes.test(this.written);
    const isCitation =
      isCited || this.#keyEnds.has(begin - 1) || (this.written[begin - 2] === ' ' && this.#keyEnds.has(begin - 2));
    const [opening, closing] = isCitation ? ['(', ')'] : [this.written.slice(node.from, begin), ']'];
    if (!isSpan) this.text += opening;
    this.#children(node, begin, end);
    if (!isSpan) this.text += closing;
    // A label behind it that names nothing.
    if (isSpan) this.#attributes(end + 1);
    else this.#copy(end + 1, node.to);
  }

  /** Passes over attributes that begin at a place. */
  #attributes(at: number): string | undefined {
    attributes.lastIndex = at;
    const found = attributes.exec(this.written)?.[0];
    if (found !== undefined) this.#at = at + found.length;
    return found;
  }
}

/** A link's address, out of pointed brackets, without backslashes. */
function destination(written: string): string {
  return decoded(written.replace(/^<|>$/gu, '').replace(/\\([!-/:-@[-`{-~])/gu, '$1'));
}

/** An address as people write it in words. */
function bare(address: string): string {
  return address.replace(/^(?:mailto:|https?:\/\/)/u, '').replace(/\/$/u, '');
}
