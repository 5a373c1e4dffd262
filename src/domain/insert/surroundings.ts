import type { Draft } from '../draft/draft';

/** Closing punctuation and marks that a footnote's marker follows in English. */
const closing = /^(?:[.,;:!?…]+[”’"'»]*|[”’»]+[.,;:!?…]*|["'](?![\p{L}\p{N}])[.,;:!?…]*)/u;
/** The end of emphasis: `**` before a blank, punctuation or the end. */
const emphasisEnd = /^[*_]{1,3}(?![\p{L}\p{N}*_])/u;

/** Punctuation that a marker goes before in French and Spanish, with the blank that French sets before it. */
const punctuationBefore = /(?:[ \u00a0\u202f]|(?<![.,;:!?…]))[.,;:!?…]+$/u;

/** Where a citation goes, and what must be replaced for it. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** What has to stand before and after the citation. */
  readonly before: string;
  readonly after: string;
  /** Punctuation before the cursor that the citation goes before: it stands between the two then. */
  readonly punctuation?: string;
}

/**
 * The place of a footnote's marker for a cursor, by its own surroundings.
 *
 * The blank before it goes, unless a word follows: then the marker goes before the blank. In
 * English closing punctuation right after the cursor is jumped, in French and Spanish that right before it goes behind the
 * marker (UN Editorial Manual, footnotes, chap. 9: the indicator goes after punctuation in English, before it in French and Spanish).
 *
 * @param start where the trigger starts; the cursor itself where nothing was typed
 * @param end where what is replaced ends
 */
export function markerPlace(draft: Draft, start: number, end: number, afterPunctuation: boolean): Place {
  const line = draft.lineAt(start);
  const before = line.text.slice(0, start - line.start);
  const rest = line.text.slice(end - line.start);
  const word = before.trimEnd();
  const blanks = endsInText(word) ? before.length - word.length : 0;
  const follows = /^[\p{L}\p{N}“‘«(]/u.test(rest);
  const punctuation = afterPunctuation ? '' : punctuationBehind(word);
  const from = start - blanks - punctuation.length;
  if (blanks > 0 && follows) return { start: from, end, before: '', after: before.slice(word.length), punctuation };
  // A mark that begins a line before a colon would be a note's definition.
  const jumped = beginsLine(word) ? (/^:/u.exec(rest)?.[0] ?? '') : afterPunctuation && endsInText(word) ? jump(rest) : '';
  return { start: from, end: end + jumped.length, before: jumped, after: '', punctuation };
}

/** The punctuation that words before a cursor end with; none where nothing but punctuation stands there. */
function punctuationBehind(words: string): string {
  const punctuation = punctuationBefore.exec(words)?.[0] ?? '';
  return endsInText(words) && endsInText(words.slice(0, -punctuation.length || undefined)) ? punctuation : '';
}

/** Whether nothing but marks of lists, quotes and headings stands there. */
function beginsLine(before: string): boolean {
  return /^\s*(?:(?:[-*+>#]|\d+[.)])\s*)*(?:\[[ xX]\])?$/u.test(before);
}

/** Text that a marker may follow closely: not the beginning of a line, not an opening bracket, a cell's edge or a dash. */
function endsInText(before: string): boolean {
  return !beginsLine(before) && !/[([{“‘«„–—|-]$/u.test(before);
}

function jump(rest: string): string {
  let jumped = '';
  for (;;) {
    const next = closing.exec(rest.slice(jumped.length)) ?? emphasisEnd.exec(rest.slice(jumped.length));
    if (!next) return jumped;
    jumped += next[0];
  }
}

/** The place of a citation that reads as part of the text: one blank before it, none doubled after it. */
export function textPlace(draft: Draft, start: number, end: number): Place {
  const line = draft.lineAt(start);
  const before = line.text.slice(0, start - line.start);
  const rest = line.text.slice(end - line.start);
  const blankBefore = before === '' || /[\s([{“‘«„–—/-]$/u.test(before);
  const blankAfter = rest === '' || /^[\s.,;:!?…)\]}”’"'»*_]/u.test(rest);
  return { start, end, before: blankBefore ? '' : ' ', after: blankAfter ? '' : ' ' };
}

/** The place of a citation in parentheses of its own: those right round it, as an editor closes them, become its own. */
export function parenthesisPlace(draft: Draft, start: number, end: number): Place {
  const line = draft.lineAt(start);
  const enclosed = line.text[start - line.start - 1] === '(' && line.text[end - line.start] === ')';
  return enclosed ? { start: start - 1, end: end + 1, before: '', after: '' } : textPlace(draft, start, end);
}

/** The place of a quotation: curly marks right round it, typed or closed by an editor, become its own. */
export function quotationPlace(draft: Draft, start: number, end: number): Place {
  const line = draft.lineAt(start);
  if (line.text[start - line.start - 1] !== '“') return textPlace(draft, start, end);
  // A trigger has taken the closing mark already.
  const closed = end > start && line.text[end - line.start - 1] === '”' ? end : line.text[end - line.start] === '”' ? end + 1 : undefined;
  return closed === undefined ? textPlace(draft, start, end) : textPlace(draft, start - 1, closed);
}

/** Whether a line is a row of a table, whose cells hold no blocks. */
export function isTableRow(line: string): boolean {
  return /^\s*\|/u.test(line);
}

/** What lines of a block must start with to stay in the list item, quote or footnote a line belongs to. */
export function containerOf(line: string): string {
  const note = /^\[\^[^\]\s]+\]:\s*/u.exec(line)?.[0];
  if (note !== undefined) return `    ${containerOf(line.slice(note.length))}`;
  const lead = /^(?:\s*>)*\s*(?:(?:[-*+]|\d+[.)])\s+)*/u.exec(line)?.[0] ?? '';
  return lead.replace(/[^>\s]/gu, ' ');
}
