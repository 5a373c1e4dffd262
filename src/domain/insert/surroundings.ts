import type { DraftView } from './view';

/** Closing punctuation and marks that a footnote's marker follows in English. */
const closing = /^(?:[.,;:!?…]+[”’"'»]*|[”’»]+[.,;:!?…]*|["'](?![\p{L}\p{N}])[.,;:!?…]*)/u;
/** The end of emphasis: `**` before a blank, punctuation or the end. */
const emphasisEnd = /^[*_]{1,3}(?![\p{L}\p{N}*_])/u;

/** Where a citation goes, and what must be replaced for it. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** What has to stand before and after the citation. */
  readonly before: string;
  readonly after: string;
}

/**
 * The place of a footnote's marker for a cursor, by its own surroundings.
 *
 * The blank before it goes, unless a word follows: then the marker goes before the blank. In
 * English closing punctuation right after the cursor is jumped (UN Editorial Manual, footnotes,
 * chap. 9: the indicator goes after punctuation in English, before it in French and Spanish).
 *
 * @param start where the trigger starts; the cursor itself where nothing was typed
 * @param end where what is replaced ends
 */
export function markerPlace(view: DraftView, start: number, end: number, afterPunctuation: boolean): Place {
  const line = view.lineAt(start);
  const before = line.text.slice(0, start - line.start);
  const rest = line.text.slice(end - line.start);
  const word = before.trimEnd();
  const blanks = endsInText(word) ? before.length - word.length : 0;
  const follows = /^[\p{L}\p{N}“‘«(]/u.test(rest);
  if (blanks > 0 && follows) return { start: start - blanks, end, before: '', after: before.slice(word.length) };
  const jumped = afterPunctuation && endsInText(word) ? jump(rest) : '';
  return { start: start - blanks, end: end + jumped.length, before: jumped, after: '' };
}

/** Text that a marker may follow closely: not a list's or a quote's mark, not an opening bracket or dash. */
function endsInText(before: string): boolean {
  return !/^\s*(?:(?:[-*+]|\d+[.)]|>|#{1,6})\s*)*(?:\[[ xX]\])?$/u.test(before) && !/[([{“‘«„–—-]$/u.test(before);
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
export function textPlace(view: DraftView, start: number, end: number): Place {
  const line = view.lineAt(start);
  const before = line.text.slice(0, start - line.start);
  const rest = line.text.slice(end - line.start);
  const blankBefore = before === '' || /[\s([{“‘«„–—/-]$/u.test(before);
  const blankAfter = rest === '' || /^[\s.,;:!?…)\]}”’"'»*_]/u.test(rest);
  return { start, end, before: blankBefore ? '' : ' ', after: blankAfter ? '' : ' ' };
}

/** What lines of a block must start with to stay in the list item or quote a line belongs to. */
export function containerOf(line: string): string {
  const lead = /^(?:\s*>)*\s*(?:(?:[-*+]|\d+[.)])\s+)*/u.exec(line)?.[0] ?? '';
  return lead.replace(/[^>\s]/gu, ' ');
}
