import type { Draft, FootnoteDefinition } from '../draft/draft';
import type { Edit } from './unit';

/**
 * Adds definitions after the draft's last one, else at its end with a blank line between. A draft
 * that ends with a line break goes on ending with one.
 */
export function added(draft: Draft, kept: readonly FootnoteDefinition[], lines: readonly string[], eol: string): Edit[] {
  if (lines.length === 0) return [];
  const last = kept.reduce((end, definition) => Math.max(end, definition.end), -1);
  if (last >= 0) return [{ start: last, end: last, text: eol + lines.join(eol) }];
  const { text } = draft;
  const ends = text.endsWith('\n');
  const lead = text === '' ? '' : ends ? eol : eol + eol;
  return [{ start: text.length, end: text.length, text: lead + lines.join(eol) + (ends ? eol : '') }];
}

/** Takes definitions out, with the blank line that adding them put before them: the way back from `added`. */
export function removed(text: string, definitions: readonly FootnoteDefinition[]): Edit[] {
  const edits: Edit[] = [];
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of definitions.toSorted((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (last !== undefined && breakLength(text, last.end) === start - last.end) last.end = end;
    else runs.push({ start, end });
  }
  for (const { start, end } of runs) edits.push({ ...cut(text, start, end), text: '' });
  return edits;
}

function cut(text: string, start: number, end: number): { start: number; end: number } {
  const before = breakBefore(text, start);
  const blankBefore = before > 0 ? breakBefore(text, start - before) : 0;
  const after = breakLength(text, end);
  const toEnd = end + after === text.length;
  // After another definition: the line break before goes with them.
  if (before > 0 && blankBefore === 0) return { start: start - before, end };
  if (toEnd && after > 0) return { start: start - before, end: end + after };
  if (toEnd) return { start: start - before - blankBefore, end };
  // In the middle of the draft: with the blank line after, where there is one.
  return { start, end: end + after + breakLength(text, end + after) };
}

function breakLength(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : text[at] === '\n' ? 1 : 0;
}

function breakBefore(text: string, at: number): number {
  if (text[at - 1] !== '\n') return 0;
  return text[at - 2] === '\r' ? 2 : 1;
}
