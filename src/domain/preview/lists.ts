// Lists as pandoc and texts of the United Nations have them, `(a)`, `iv.`, `#.`: words or code to markdown-it, lists in
// our preview.
import { letteredMarker } from '../draft/syntax';
import type { BlockRule, BlockState, MarkdownIt } from './markdownIt';

/** How a list counts: as HTML's `type` says it. */
type Counting = '1' | 'a' | 'A' | 'i' | 'I';

interface Marker {
  readonly width: number;
  readonly counter: string;
  /** What stands around the counter: "()", ")" or ".". */
  readonly around: string;
}

const named: Readonly<Record<Counting, string>> = {
  1: 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};
/** The class of a list whose numbers stand in parentheses, or before one; preview.css draws them. */
const classed: Readonly<Record<string, string>> = { '()': 'both', ')': 'after' };

/**
 * Reads such lists where pandoc does (its manual, "Extension: fancy_lists"): apart from the words before, or in an item
 * of another list.
 * @param isOn whether a rendering reads them
 */
export function letteredLists(md: MarkdownIt, isOn: (env: Record<string, unknown>) => boolean = () => true): void {
  md.block.ruler.before('list', 'idm_findings_list', rule(isOn), { alt: ['paragraph', 'reference', 'blockquote'] });
}

function rule(isOn: (env: Record<string, unknown>) => boolean): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (!isOn(state.env)) return false;
    const first = markerAt(state, startLine);
    if (first === undefined) return false;
    // Within words they begin in an item only.
    if (silent) return state.listIndent >= 0;
    const style = countingOf(first.counter);
    const open = state.push('ordered_list_open', 'ol', 1);
    const opened = state.tokens.length;
    open.attrs = attributesOf(style, first);
    const lines: [number, number] = (open.map = [startLine, 0]);
    const parent = state.parentType;
    state.parentType = 'list';
    let tight = true;
    let line = startLine;
    let apart = false;
    for (let marker: Marker | undefined = first; marker !== undefined;) {
      const isTight = item(state, line, endLine, marker);
      if (!isTight || apart) tight = false;
      apart = state.line - line > 1 && state.isEmpty(state.line - 1);
      line = state.line;
      const next: Marker | undefined =
        line < endLine && (state.sCount[line] ?? 0) >= state.blkIndent ? markerAt(state, line) : undefined;
      marker = next?.around === first.around && counts(style, next.counter, first.counter) ? next : undefined;
    }
    state.push('ordered_list_close', 'ol', -1);
    lines[1] = line;
    state.line = line;
    state.parentType = parent;
    if (tight) tighten(state, opened, 2);
    return true;
  };
}

function markerAt(state: BlockState, line: number): Marker | undefined {
  const indent = state.sCount[line] ?? 0;
  if (indent - state.blkIndent >= 4) return undefined;
  // Indented for the list around, too little for its item: words that go on.
  if (state.listIndent >= 0 && indent - state.listIndent >= 4 && indent < state.blkIndent) return undefined;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const words = state.src.slice(start, Math.min(state.eMarks[line] ?? start, start + 100));
  const width = letteredMarker(words);
  if (width === undefined) return undefined;
  const marker = words.slice(0, width);
  return {
    width,
    counter: marker.replace(/[().]/gu, '').replace(/^@.*/u, '@'),
    around: marker.replace(/[^().]/gu, ''),
  };
}

/** Reads one item as markdown-it's own rule does those it knows; returns whether it is tight. */
function item(state: BlockState, line: number, endLine: number, { width, counter }: Marker): boolean {
  const before = (state.sCount[line] ?? 0) + width;
  const end = state.eMarks[line] ?? 0;
  const { at, column } = wordsBehind(state, line, width);
  const padding = at >= end || column - before > 4 ? 1 : column - before;
  const open = state.push('list_item_open', 'li', 1);
  const lines: [number, number] = (open.map = [line, 0]);
  const { tight, listIndent } = state;
  const [shift = 0, count = 0, begins = 0] = [state.tShift[line], state.sCount[line], state.bMarks[line]];
  // What an example holds, pandoc indents by four columns, however long its label is.
  const inner = counter === '@' ? state.blkIndent + 4 : before + padding;
  Object.assign(state, { listIndent: state.blkIndent, blkIndent: inner, tight: true });
  // markdown-it passes over as many characters as the item is indented: a longer marker's beginning is left out.
  state.bMarks[line] = Math.max(begins, at - inner);
  state.tShift[line] = at - state.bMarks[line];
  state.sCount[line] = counter === '@' ? inner : column;
  if (at >= end) tokenizeBelow(state, line, endLine);
  else state.md.block.tokenize(state, line, endLine, true);
  const isTight = state.tight;
  Object.assign(state, { blkIndent: state.listIndent, listIndent, tight });
  state.bMarks[line] = begins;
  state.tShift[line] = shift;
  state.sCount[line] = count;
  state.push('list_item_close', 'li', -1);
  lines[1] = state.line;
  return isTight;
}

/** Where the words of an item begin behind its marker, as a place and as a column. */
function wordsBehind(state: BlockState, line: number, width: number): { readonly at: number; readonly column: number } {
  const end = state.eMarks[line] ?? 0;
  let column = (state.sCount[line] ?? 0) + width;
  let at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) + width;
  for (; at < end; at += 1) {
    const char = state.src[at];
    if (char === '\t') column += 4 - ((column + (state.bsCount[line] ?? 0)) % 4);
    else if (char === ' ') column += 1;
    else break;
  }
  return { at, column };
}

/** Words may begin below the marker, after empty lines even. */
function tokenizeBelow(state: BlockState, line: number, endLine: number): void {
  let next = line + 1;
  while (next < endLine && state.isEmpty(next)) next += 1;
  state.line = next;
  if (next < endLine && (state.sCount[next] ?? 0) >= state.blkIndent)
    state.md.block.tokenize(state, next, endLine, true);
}

/**
 * Takes the paragraphs of a list's own items for words alone.
 * @param depth how many levels below what is open they stand
 */
export function tighten(state: BlockState, from: number, depth: number): void {
  const level = state.level + depth;
  for (const token of state.tokens.slice(from))
    if (token.level === level && token.type.startsWith('paragraph_')) token.hidden = true;
}

/** What the first item says about how the list counts: i is a number, v a letter, as pandoc has it. */
function countingOf(counter: string): Counting {
  if (/^[#@\d]/u.test(counter)) return '1';
  const upper = counter === counter.toUpperCase();
  if (counter.length > 1 || /^i$/iu.test(counter)) return upper ? 'I' : 'i';
  return upper ? 'A' : 'a';
}

/** Whether a counter goes on in a list that counts so. */
function counts(style: Counting, counter: string, first: string): boolean {
  switch (style) {
    case '1':
      return /^\d/u.test(first) ? /^\d/u.test(counter) : counter === first;
    case 'a':
      return /^[a-z]$/u.test(counter);
    case 'A':
      return /^[A-Z]$/u.test(counter);
    case 'i':
      return /^[ivxlcdm]+$/u.test(counter);
    case 'I':
      return /^[IVXLCDM]+$/u.test(counter);
  }
}

function attributesOf(style: Counting, { counter, around }: Marker): [string, string][] {
  const start = numberOf(style, counter);
  const side = classed[around];
  return [
    ['type', style],
    ...(start === 1 ? [] : [['start', String(start)] as [string, string]]),
    ...(side === undefined ? [] : [['class', `idm-findings-list-${named[style]}-${side}`] as [string, string]]),
  ];
}

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function numberOf(style: Counting, counter: string): number {
  if (style === '1') return /^\d/u.test(counter) ? Number(counter) : 1;
  const letters = [...counter.toLowerCase()];
  if (style === 'a' || style === 'A') return (letters[0]?.charCodeAt(0) ?? 97) - 96;
  return letters.reduce((sum, letter, at) => {
    const value = values[letter] ?? 0;
    return sum + (value < (values[letters[at + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
