/**
 * A unit as it is read: visible words, citations, quotations, sentences, and which citation each
 * quotation belongs to. The rule is written down in docs/rules/README.md.
 */
import type { Library } from '../corpus/library';
import type { Draft } from '../draft/draft';
import { brackets, citationsOf, type Cited, type OwnNotes } from './cited';
import { visible, type Range, type Visible } from './quote/visible';
import { proseKinds, type Unit } from './units';

export type Marks = 'curly' | 'straight' | 'french' | 'block';

/** Citations that stand together, with nothing but blanks and punctuation between them. */
export interface CitedGroup {
  readonly citations: readonly Cited[];
  /** Indexes of visible characters: where the first of the group stands, in order of the text. */
  readonly at: number;
  readonly ids: readonly string[];
  /** Whether somebody else's citation is among them. */
  readonly mixed: boolean;
  readonly ours: boolean;
}

/** A quotation; indexes of visible characters, `from` to `to` without its marks. */
export interface Quote {
  readonly from: number;
  readonly to: number;
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly marks: Marks;
  readonly group?: CitedGroup;
}

export interface Prose {
  readonly unit: Unit;
  /** The unit's text; all offsets count in it. */
  readonly text: string;
  readonly view: Visible;
  readonly citations: readonly Cited[];
  readonly groups: readonly CitedGroup[];
  readonly quotes: readonly Quote[];
  /** A block quotation that seems to be prose with quotations of its own, taken as one quotation. */
  readonly whole?: Quote;
  /** Visible-character indexes at which a sentence ends; the last is the end. */
  readonly sentenceEnds: readonly number[];
}

/** Reads a unit. @param introduced the citation of the paragraph that introduces a block quotation */
export function read(draft: Draft, unit: Unit, library: Library, notes: OwnNotes, introduced?: CitedGroup): Prose {
  const base = unit.blocks[0]?.start ?? 0;
  const text = unit.blocks.map(block => block.text).join('');
  const citations: Cited[] = [];
  const hidden: Range[] = [];
  for (const block of unit.blocks) {
    const shift = block.start - base;
    for (const found of citationsOf(draft, block, library, notes)) citations.push({ ...found, start: found.start + shift, end: found.end + shift });
    for (const { start, end } of brackets(draft, block)) hidden.push({ start: start + shift, end: end + shift });
    for (const zone of block.zones) {
      if (zone.kind === 'code' || zone.kind === 'math') hidden.push({ start: zone.start + shift, end: zone.end + shift });
    }
    if (!proseKinds.has(block.kind)) hidden.push({ start: shift, end: shift + block.text.trimEnd().length });
    for (const prefix of block.prefixes) hidden.push({ start: prefix.start + shift, end: prefix.end + shift });
    if (block.label !== undefined) hidden.push({ start: shift, end: shift + block.text.indexOf(':') + 1 });
  }
  const skip = [...hidden, ...citations].sort((a, b) => a.start - b.start || b.end - a.end);
  const view = visible(text, 0, text.length, skip, 'words');
  const groups = groupsOf(view, text, citations);
  const pairs = marked(view.chars);
  const sentenceEnds = sentences(view.chars, pairs);
  const quotes = unit.quoted ? blockQuote(view, groups, pairs, introduced) : undefined;
  const whole = unit.quoted && !quotes ? blockQuote(view, groups, [], introduced)?.[0] : undefined;
  return {
    unit, text, view, citations, groups, sentenceEnds, ...(whole && { whole }),
    quotes: quotes ?? pairs.map(pair => withGroup(pair, groups, sentenceEnds, view.chars)),
  };
}

/** The visible characters from one index to another. */
export function part({ chars, at, end }: Visible, from: number, to: number): Visible {
  return { chars: chars.slice(from, to), at: at.slice(from, to), end: at[to] ?? end };
}

/** The offset in the unit of the visible character at an index. */
export function offsetOf(view: Visible, index: number): number {
  return view.at[index] ?? view.end;
}

/** The offset right after the visible character before an index. */
export function offsetAfter(view: Visible, index: number): number {
  return index > 0 ? (view.at[index - 1] ?? view.end - 1) + 1 : offsetOf(view, 0);
}

function indexOf(view: Visible, offset: number): number {
  let low = 0;
  let high = view.at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((view.at[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function groupsOf(view: Visible, text: string, citations: readonly Cited[]): CitedGroup[] {
  const lists: Cited[][] = [];
  for (const cited of citations) {
    const last = lists.at(-1);
    const before = last?.at(-1);
    if (last && before && before.end <= cited.start && /^[\s.,;:^\])(]*$/.test(text.slice(before.end, cited.start)) && cited.form !== 'narrative') last.push(cited);
    else lists.push([cited]);
  }
  return lists.map(list => ({
    citations: list, at: indexOf(view, list[0]!.start), ids: [...new Set(list.flatMap(cited => cited.ids))],
    mixed: list.some(cited => !cited.ours), ours: list.some(cited => cited.ours),
  }));
}

const closers: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«' };

/** The outermost quotations in marks. A mark that is never closed opens nothing. */
function marked(chars: string): Quote[] {
  const pairs: Quote[] = [];
  const open: { mark: string; at: number }[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at]!;
    if (char === '"') {
      const last = open.findLastIndex(each => each.mark === '"');
      if (last >= 0) {
        pairs.push({ from: open[last]!.at + 1, to: at, outerFrom: open[last]!.at, outerTo: at + 1, marks: 'straight' });
        open.length = last;
      } else if (/\S/.test(chars[at + 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(chars[at - 1] ?? ' ')) open.push({ mark: char, at });
      continue;
    }
    const top = open.at(-1);
    if (top && closers[top.mark]?.includes(char)) {
      open.pop();
      pairs.push({ from: top.at + 1, to: at, outerFrom: top.at, outerTo: at + 1, marks: top.mark === '«' ? 'french' : 'curly' });
    } else if (char === '“' || char === '„' || char === '«') open.push({ mark: char, at });
  }
  pairs.sort((a, b) => a.outerFrom - b.outerFrom || b.outerTo - a.outerTo);
  let end = -1;
  return pairs.filter(pair => {
    if (pair.outerFrom < end) return false;
    end = pair.outerTo;
    return true;
  });
}

const abbreviation = /(?:\b(?:No|Nos|para|paras|art|arts|cf|vol|chap|pp?|Mr|Ms|Mrs|Dr|St|ed|eds|al|etc|e\.g|i\.e|U\.N|ff)|\b\p{Lu})\.$/iu;

/** Where sentences end, quotations taken as one. */
function sentences(chars: string, pairs: readonly Quote[]): number[] {
  const ends: number[] = [];
  for (const match of chars.matchAll(/[.!?…][”"»’')\]]*(?=\s+[\p{Lu}\p{N}“"«([*])|[;|](?=\s)/gu)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && abbreviation.test(chars.slice(Math.max(0, end - 8), match.index + 1))) continue;
    if (pairs.some(pair => end > pair.outerFrom && end < pair.outerTo)) continue;
    ends.push(end);
  }
  ends.push(chars.length);
  return ends;
}

/** The sentence a place is in; a citation after the sentence's stop belongs to it, as notes do in English. */
export function sentenceOf(ends: readonly number[], at: number, chars: string, trailing: boolean): number {
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index]!;
    if (at < end || (trailing && chars.slice(end, at).trim() === '')) return index;
  }
  return ends.length - 1;
}

/** The citation a quotation belongs to: the first after it in its sentence, else the last before it there. */
function withGroup(quote: Quote, groups: readonly CitedGroup[], ends: readonly number[], chars: string): Quote {
  const sentence = sentenceOf(ends, Math.max(quote.outerTo - 1, 0), chars, false);
  const here = groups.filter(group => sentenceOf(ends, group.at, chars, group.citations[0]?.form !== 'narrative') === sentence);
  const group = here.find(each => each.at >= quote.outerTo) ?? here.findLast(each => each.at <= quote.outerFrom) ?? here.find(each => each.at > quote.outerFrom);
  return group ? { ...quote, group } : quote;
}

/** A block quotation as one quotation; undefined where it only holds prose with quotations of its own. */
function blockQuote(view: Visible, groups: readonly CitedGroup[], pairs: readonly Quote[], introduced: CitedGroup | undefined): Quote[] | undefined {
  const { chars } = view;
  if (/^\s*\[!/.test(chars)) return undefined;
  // A last line "— source" says where the words are from.
  const source = /\s(?:—|–|--)\s*[^—–]{0,120}$/.exec(chars);
  let from = chars.search(/\S/);
  let to = source && source.index > 0 && groups.some(group => group.at >= source.index) ? chars.slice(0, source.index).trimEnd().length : chars.trimEnd().length;
  if (from < 0) return [];
  const whole = pairs.find(pair => pair.outerFrom === from && chars.slice(pair.outerTo, to).replace(/[\s.,;]/g, '') === '');
  if (!whole && pairs.reduce((sum, pair) => sum + pair.to - pair.from, 0) > (to - from) / 4 && groups.length > 0 && pairs[0]!.outerFrom > from + 15) return undefined;
  const outer = { outerFrom: from, outerTo: to };
  if (whole) ({ from, to } = whole);
  const own = groups.filter(group => group.ours);
  const all = own.length > 0 ? own : groups;
  const group = all.length === 0 ? introduced : {
    citations: all.flatMap(each => each.citations), at: all[0]!.at, ids: [...new Set(all.flatMap(each => each.ids))],
    mixed: all.some(each => each.mixed), ours: all.some(each => each.ours),
  };
  return [{ from, to, ...outer, marks: 'block', ...(group && { group }) }];
}
