// Where in a block's lines words may be written.
import type { Block, Draft } from '../draft/draft';

/** Where in a line of a block words may be written: `[from, to]`, in the block's offsets. */
export interface Line {
  /** Where the line begins, its prefix included, and where it ends, without its line break. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** A line that holds no words: an underline, a row of dashes, a fence of a div, the head of a callout. */
  readonly closed: boolean;
}

/** Rows of dashes under a table's head, as pandoc draws its tables. */
const ruled = (line: string): boolean => line.includes('--') && /^[-+|:= \t]*$/u.test(line);
const div = /^:{3,}/u;
const callout = /^\[![A-Za-z]+\][+-]?/u;
const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/u;
const abbreviation = /^\*\[[^\]]*\]:/u;
/** What may stand before a line's words, beside the marks of containers. */
const marker = /^(?:#{1,20}(?=[ \t]|$)|\\?\[[ xX]\\?\](?=[ \t])|[:~](?=[ \t])|\|(?= ))[ \t]*/u;
/** Pandoc's marks of lists: "(a)", "ii.", "(@example)". */
const listed = /^\(?(?:[A-Za-z]|[ivxlcdm]{2,9}|[IVXLCDM]{2,9}|\d{1,9}|#|@[\w-]{0,40})[.)][ \t]+/u;
/** The mark of an item, as pandoc marks it, that words begin with, and the blanks behind it; nothing where there is none. */
export const markOfList = (words: string): string => listed.exec(words)?.[0] ?? '';
/** Whether words begin an item of a list as pandoc marks it. */
export const isListed = (words: string): boolean => listed.test(words);
/** A heading's or image's attributes, and the marks that close a heading. */
const attributes = /\{[^{}]*\}[ \t]*$/u;

/** The lines of a block with words in it. */
export function linesOf(block: Block): readonly Line[] {
  const known = lines.get(block) ?? readLines(block);
  lines.set(block, known);
  return known;
}

const lines = new WeakMap<Block, readonly Line[]>();

function readLines(block: Block): Line[] {
  const { text, kind, prefixes } = block;
  const found: Line[] = [];
  const lineBreak = /\r\n|\r|\n/gu;
  for (let start = 0, number = 0; start < text.length || number === 0; number += 1) {
    lineBreak.lastIndex = start;
    const next = lineBreak.exec(text);
    const end = next ? next.index : text.length;
    const content = Math.min(
      prefixes[number]?.end ?? start + (/^[ \t>]*/u.exec(text.slice(start, end))?.[0].length ?? 0),
      end,
    );
    found.push(lineOf(text, kind, { start, end, content, number, last: !next || lineBreak.lastIndex === text.length }));
    if (!next) break;
    start = lineBreak.lastIndex;
  }
  return found;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly content: number;
  readonly number: number;
  readonly last: boolean;
}

function lineOf(text: string, kind: Block['kind'], { start, end, content, number, last }: Span): Line {
  const first = number === 0;
  const words = text.slice(content, end);
  const closed = isClosed(words, kind, number, last);
  const heading = kind === 'heading';
  const lead = (first && !heading) || /^[|:~#]/u.test(words) || heading ? (marker.exec(words)?.[0].length ?? 0) : 0;
  const item = heading || kind === 'table' ? 0 : markOfList(words).length;
  const from = content + (kind === 'table' ? 0 : Math.max(lead, item));
  let to = from + text.slice(from, end).trimEnd().length;
  if (heading) to = from + withoutClosing(text.slice(from, to)).length;
  // A backslash at the end breaks the line.
  else if (!last) to -= trailingBackslash(text.slice(from, to));
  to = from + text.slice(from, to).trimEnd().length;
  return { start, end, from, to: Math.max(from, to), closed };
}

function isClosed(words: string, kind: Block['kind'], number: number, last: boolean): boolean {
  const first = number === 0;
  if (kind === 'table' && number === 1) return true;
  const line = words.trimEnd();
  if (kind === 'heading') return !first && last && /^(?:=+|-+)$/u.test(line);
  if (line === '') return !first;
  return (
    (first && callout.test(line)) || div.test(line) || conflict.test(line) || abbreviation.test(line) || ruled(line)
  );
}

/** A heading without its attributes and closing marks. */
function withoutClosing(words: string): string {
  let left = words.trimEnd();
  if (left.endsWith('}')) left = left.replace(attributes, '').trimEnd();
  let at = left.length;
  while (left[at - 1] === '#') at -= 1;
  return at === 0 || /[ \t]/u.test(left[at - 1] ?? '') ? left.slice(0, at).trimEnd() : left;
}

function trailingBackslash(words: string): number {
  let at = words.length;
  while (words[at - 1] === '\\') at -= 1;
  return (words.length - at) % 2;
}

/** Whether a block is a table as pandoc draws it, by columns: whatever is put into it moves them. */
export function isDrawn(draft: Draft, block: Block): boolean {
  const index = draft.indexAt(block.start);
  const beside = [draft.blocks[index - 1], draft.blocks[index + 1]];
  // Rows stand in columns, between rows of dashes.
  if (
    /\S {3}\s*\S/u.test(block.text) &&
    draft.blocks.slice(Math.max(0, index - 2), index + 3).some(each => /(?:^|\n)-{10}/u.test(each.text))
  )
    return true;
  if (beside.some(each => each?.kind === 'thematicBreak' && /-{2}[ \t]+-{2}/u.test(each.text))) return true;
  return (
    block.kind !== 'table' &&
    block.kind !== 'heading' &&
    linesOf(block).some(
      line => line.closed && /^[+ \t]*-{2,}(?:[+ \t]+[-=]|\+)/u.test(block.text.slice(line.from, line.end)),
    )
  );
}

/** Whether a line breaks where it ends: two blanks or a backslash stand there. */
export function breaks(text: string, { to, end }: Line): boolean {
  const tail = text.slice(to, end);
  return tail.trim() === '\\' || (tail.trim() === '' && tail.endsWith('  '));
}

/** Whether the line of a place is a row between pipes, be it of a table that is still being written. */
export function isRow(block: Block, at: number): boolean {
  const line = linesOf(block).find(({ end }) => at <= end);
  const words = line ? block.text.slice(line.start, line.end).trim() : '';
  return words.length > 1 && words.startsWith('|') && words.endsWith('|');
}

/** The part of a table's row around a place that its cell holds: between pipes, without the blanks at its edges. */
export function cellAround(
  text: string,
  { from, to }: Line,
  at: number,
): { readonly from: number; readonly to: number } {
  const row = text.slice(from, to);
  const pipes: number[] = [];
  for (let index = 0; index < row.length; index += 1) {
    if (row[index] === '\\') index += 1;
    else if (row[index] === '|') pipes.push(from + index);
  }
  const edges = [
    ...(row.trimStart().startsWith('|') ? [] : [from - 1]),
    ...pipes,
    ...(row.trimEnd().endsWith('|') && pipes.at(-1) === to - 1 ? [] : [to]),
  ];
  let cell = { from, to };
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const left = (edges[index] ?? 0) + 1;
    const right = edges[index + 1] ?? to;
    const inner = text.slice(left, right);
    const start = inner.trim() === '' ? Math.min(left + 1, right) : left + inner.length - inner.trimStart().length;
    cell = { from: start, to: inner.trim() === '' ? start : left + inner.trimEnd().length };
    if (at <= right) break;
  }
  return cell;
}
