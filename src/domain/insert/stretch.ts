// The block around a cursor, read once for an insertion.
import { certain } from '../certain';
import { scanInline, type Zone } from '../draft/zones';
import type { Block, Draft } from '../draft/draft';
import { inlineNodes, partAround, type Node } from './inline';
import { linkLabel, linkLabels } from '../draft/linkLabels';
import type { Range } from '../text/ranges';
import { cellAround, linesOf, markOfList, type Line } from './lines';

/**
 * A block of a draft with words in it and a place in them: a cursor (`start` = `end`), or a trigger that
 * is replaced, which counts as a word. All offsets are the block's.
 */
export interface Stretch {
  readonly block: Block;
  /** The block's words, prefixes blanked and the trigger made a word. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
  /** What nothing may be put into: keys, code, links, mathematics, tags. In order, apart. */
  readonly atoms: readonly Range[];
  /** Inline notes `^[…]`, their brackets included. */
  readonly notes: readonly Range[];
  readonly nodes: readonly Node[];
  /** Where emphasis begins and ends: its marks. */
  readonly openers: readonly Range[];
  readonly closers: readonly Range[];
  /** Bare addresses, which would swallow what follows closely. */
  readonly addresses: readonly Range[];
  readonly labels: ReadonlySet<string>;
}

const made = new WeakMap<Block, Stretch>();

/** @param start,end offsets of the draft, within the block */
export function stretchOf(draft: Draft, block: Block, start: number, end: number): Stretch {
  const from = start - block.start;
  const to = end - block.start;
  const known = made.get(block);
  const labels = linkLabels(draft);
  if (known?.start === from && known.end === to && known.labels === labels) return known;
  const { words } = block;
  const text = from === to ? words : words.slice(0, from) + 'x'.repeat(to - from) + words.slice(to);
  const zones = from === to ? block.zones : zonesAround(text, to);
  const part = partAround(text, from, to);
  const nodes = inlineNodes(text.slice(part.from, part.to), labels).map(({ name, from: a, to: b }) => ({
    name,
    from: a + part.from,
    to: b + part.from,
  }));
  const brackets = bracketsOf(text, zones, nodes, labels);
  // A trigger right behind an address is none of it.
  const addresses = zones
    .filter(({ kind, start: a }) => kind === 'autolink' && text[a] !== '<')
    .map(({ start: a, end: b }) => ({ start: a, end: a < from && from < b && b <= to ? from : b }));
  const emphasis = nodes.filter(({ name }) => /^(?:Emphasis|StrongEmphasis|Strikethrough)$/u.test(name));
  const edges = { from: new Set(emphasis.map(each => each.from)), to: new Set(emphasis.map(each => each.to)) };
  const marks = (which: 'from' | 'to'): Range[] =>
    nodes.flatMap(({ name, ...mark }) =>
      name.endsWith('Mark') && edges[which].has(mark[which]) ? [{ start: mark.from, end: mark.to }] : [],
    );
  const stretch: Stretch = {
    block,
    text,
    start: from,
    end: to,
    labels,
    nodes,
    lines: from === to ? linesOf(block) : linesWithout(block, from, to),
    atoms: joinedRanges([
      ...zones
        .filter(({ open, kind }) => open !== true || kind !== 'citationKey')
        .map(({ start: a, end: b }) => ({ start: a, end: b })),
      ...nodes.filter(({ name }) => atomic.has(name)).map(({ from: a, to: b }) => ({ start: a, end: b })),
      ...brackets.atoms,
      ...addresses.map(({ start: a, end: b }) => ({ start: a, end: carriedOn(text, a, b) })),
      ...patterned(text),
    ]),
    notes: brackets.notes,
    openers: marks('from'),
    closers: marks('to'),
    addresses,
  };
  made.set(block, stretch);
  return stretch;
}

/** An address is looked for in so many characters. */
const longestAddress = 2400;

/** What a text holds that is no prose; a trigger right before an address, which ends at `end`, is no word with it. */
function zonesAround(text: string, end: number): readonly Zone[] {
  const zones = scanInline(text);
  const address = scanInline(text.slice(end, end + longestAddress)).find(
    ({ kind, start }) => kind === 'autolink' && start === 0,
  );
  if (address === undefined || zones.some(zone => zone.start <= end && end < zone.end)) return zones;
  return [...zones, { ...address, start: end, end: end + address.end }].toSorted(
    (one, other) => one.start - other.start,
  );
}

/** The lines of a block, in which a trigger in or right behind pandoc's mark of an item leaves that a mark. */
function linesWithout(block: Block, start: number, end: number): readonly Line[] {
  return linesOf(block).map(line => {
    if (start < line.from || end > line.end) return line;
    const mark = markOfList(block.text.slice(line.from, start) + block.text.slice(end, line.end));
    return line.from + mark.length <= start ? line : { ...line, from: line.from + mark.length + end - start };
  });
}

const atomic = new Set([
  'Link',
  'Image',
  'InlineCode',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Autolink',
  'Escape',
  'Entity',
  'Key',
  'EmphasisMark',
  'StrikethroughMark',
]);

/** Template tags, shortcodes, emoji, super- and subscripts, commands of TeX. */
const patterns = [
  /\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}/gu,
  /:[a-z0-9_+-]{1,40}:/gu,
  /\^[^\s^[\]]{1,40}\^/gu,
  /(?<!~)~[^\s~]{1,40}~(?!~)/gu,
  // What begins a line as lists and headings do.
  /^[ \t]*(?:#|\d{1,9}[.)]|[-+*:~])(?:(?!\^\[)[^ \t\r\n*_])+/gmu,
  // Initials, pages and abbreviations, which a blank more would make a list of pandoc's.
  /^[ \t]{0,20}\(?[A-Za-z]{1,9}[.)](?:(?:(?!\^\[)[^\s*_]){1,40}| (?:(?!\^\[)\S){1,40})/gmu,
  /\^\[/gu,
  /\\[A-Za-z]{1,40}(?:\{[^{}\n]{0,200}\})*|\\[^\r\n]/gu,
];

function patterned(text: string): Range[] {
  return patterns.flatMap(pattern =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: index + found.length - found.trimStart().length,
      end: index + found.length,
    })),
  );
}

/**
 * An address with a path, which a preview carries on over brackets and marks up to a blank, and what it leaves out
 * before that.
 */
const carrying = /^[a-z]{2,10}:\/\/[^\s/?#<>|]{1,300}[/?#](?:[^\s<>|\p{P}]|[!-/:;=?@[-`{}~]){0,2000}/iu;
const trailing = /(?<![?!.,:;*_~'")])[?!.,:;*_~'")]+$/u;

/** Where the link ends that a preview makes of a bare address. */
function carriedOn(text: string, start: number, end: number): number {
  const link = carrying.exec(text.slice(start, start + longestAddress))?.[0] ?? '';
  const words = link.replace(trailing, '');
  // Punctuation belongs to it where no blank follows.
  const rest =
    words === link ? '' : (/^\S{1,400}/u.exec(text.slice(start + link.length, start + link.length + 400))?.[0] ?? '');
  return Math.max(end, start + (rest === '' ? words : link + rest).length);
}

/** Brackets nested deeper are words. */
const deepest = 100;

/** What brackets make: citations, links within a wiki, attributes behind them; and inline notes. */
function bracketsOf(
  text: string,
  zones: readonly Zone[],
  nodes: readonly Node[],
  labels: ReadonlySet<string>,
): { readonly atoms: Range[]; readonly notes: Range[] } {
  const atoms: Range[] = [];
  const notes: Range[] = [];
  const keys: readonly Range[] = zones.filter(({ kind, start }) => kind === 'citationKey' && text[start] === '@');
  const marks = zones.filter(({ kind, start }) => kind === 'citationKey' && text[start] === '[');
  const targets = new Map(
    zones.flatMap(({ kind, start, end }) => (kind === 'linkTarget' ? [[start, end] as const] : [])),
  );
  const escapes = nodes.filter(({ name }) => name === 'Escape').map(({ from, to }) => ({ start: from, end: to }));
  const pairs = bracketPairs(text, joinedRanges([...zones, ...escapes]));
  // Where each bracket opens, by its end; a note's mark opens and ends in one stretch.
  const opened = new Map([...marks, ...pairs].map(({ start, end }) => [end, start]));
  const keysAndEnd = [...keys, { start: Infinity, end: Infinity }];
  let key = 0;
  for (const { start, end } of pairs) {
    // `[…][label]` is a link to some readers, whatever its text.
    const linked = opened.get(start);
    if (linked !== undefined && labels.has(linkLabel(text.slice(start + 1, end - 1))))
      atoms.push({ start: linked, end });
    while (certain(keysAndEnd[key]).end <= start) key += 1;
    const cites = certain(keysAndEnd[key]).start < end - 1 && (notes.at(-1)?.start ?? 0) <= start;
    const link = targets.get(end);
    if (link !== undefined) atoms.push({ start, end: link });
    else if (text[start - 1] === '^') notes.push({ start: start - 1, end });
    else if (cites || (text[start + 1] === '[' && text[end - 2] === ']')) atoms.push({ start, end });
  }
  return { atoms: [...atoms, ...unbracketedKeys(text, keys, pairs), ...attributesBehind(text)], notes };
}

/** The brackets of a text, in the order they close. */
function bracketPairs(text: string, skipped: readonly Range[]): Range[] {
  const pairs: Range[] = [];
  const open: number[] = [];
  let skip = 0;
  for (let at = 0; at < text.length; at += 1) {
    while ((skipped[skip]?.end ?? Infinity) <= at) skip += 1;
    const zone = skipped[skip];
    if (zone && zone.start <= at) {
      at = zone.end - 1;
      continue;
    }
    const char = text[at];
    if (char === '[' && open.length < deepest) open.push(at);
    const start = char === ']' ? open.pop() : undefined;
    if (start !== undefined) pairs.push({ start, end: at + 1 });
  }
  return pairs;
}

/** Keys in the text with the bracket behind them, which says where in the source: `@idm2022-1 [day 2]`. */
function unbracketedKeys(text: string, keys: readonly Range[], pairs: readonly Range[]): Range[] {
  const closed = new Map(pairs.map(({ start, end }) => [start, end]));
  return keys.flatMap(({ start, end }) => {
    const gap = /^[ \t]{0,8}/u.exec(text.slice(end, end + 8))?.[0].length ?? 0;
    const close = closed.get(end + gap);
    return close === undefined ? [] : [{ start, end: close }];
  });
}

/** `{.class}` right behind a bracket, parentheses or code belongs to it. */
function attributesBehind(text: string): Range[] {
  return Array.from(text.matchAll(/(?<=[\])`])\{[^{}\n]{0,200}\}/gu), ({ 0: found, index }) => ({
    start: index - 1,
    end: index + found.length,
  }));
}

/** Ranges in order; those that overlap or share more than an edge are made one. */
function joinedRanges(ranges: readonly Range[]): Range[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start) result.push({ start, end });
  }
  return result;
}

/** The range that holds a place in its inside. */
export function insideOf(ranges: readonly Range[], at: number): Range | undefined {
  return ranges.find(({ start, end }) => start < at && at < end);
}

/** The line a place is on. */
export function lineIndex(stretch: Stretch, at: number): number {
  const index = stretch.lines.findIndex(({ end }) => at <= end);
  return index < 0 ? stretch.lines.length - 1 : index;
}

/** Where on the line, or in the cell of a table, around a place words may be written. */
export function room(stretch: Stretch, at: number): { readonly from: number; readonly to: number } | undefined {
  const line = stretch.lines[lineIndex(stretch, at)];
  if (!line || line.closed) return undefined;
  return stretch.block.kind === 'table' ? cellAround(stretch.text, line, at) : line;
}
