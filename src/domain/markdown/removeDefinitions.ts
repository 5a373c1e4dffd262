// Takes footnote definitions out of a draft.
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';

/** A line that below words makes them a heading, and at the beginning of a draft front matter of what follows. */
const underline = /^[>\s]*-+[ \t]*$/u;
/** What begins front matter on a draft's first line: YAML, TOML, pandoc's title block. */
const beginsFrontMatter = /^(?:---|\+\+\+|%)/u;

/**
 * Takes footnote definitions out of a text, each with a blank line beside it: the way back from adding them. What stood
 * around them stays what it is, so words do not become a heading for want of the note between them and a rule.
 *
 * @returns edits in order that do not overlap
 */
export function removed(text: string, definitions: readonly Range[]): Edit[] {
  const runs: { start: number; end: number; readonly lead: string }[] = [];
  for (const { start, end } of definitions.toSorted((a, b) => a.start - b.start)) {
    const lead = leadOf(text, start);
    const last = runs.at(-1);
    if (last !== undefined && last.lead === lead && last.end + breakLength(text, last.end) + lead.length === start)
      last.end = end;
    else runs.push({ start, end, lead });
  }
  return runs.map(({ start, end, lead }) => cut(text, start, end, lead));
}

function cut(text: string, from: number, end: number, lead: string): Edit {
  // The mark of a list item stays, since its item may go on.
  if (/[^>\s]/u.test(lead)) return { start: from, end, text: '' };
  const start = from - lead.length;
  const blank = (line: string): boolean =>
    lead.trim() === '' ? line.trim() === '' : line.trimEnd() === lead.trimEnd();
  const before = breakBefore(text, start);
  const previous = before === 0 ? start : text.lastIndexOf('\n', start - before - 1) + 1;
  const blankBefore = previous > 0 && blank(text.slice(previous, start - before));
  const next = end + breakLength(text, end);
  const following = lineFrom(text, next);
  // Without a line between, what follows would be read with what stands before.
  if (!blankBefore && (before > 0 ? underline : beginsFrontMatter).test(following))
    return { start, end, text: lead.trimEnd() };
  // After another definition: the line break before goes with them.
  if (before > 0 && !blankBefore) return { start: start - before, end, text: '' };
  if (next === text.length)
    return { start: next > end ? previous : previous - breakBefore(text, previous), end: next, text: '' };
  if (!blank(following)) return { start, end: next, text: '' };
  // In the middle of the draft: with the blank line after.
  const after = next + following.length + breakLength(text, next + following.length);
  return before === 0 && beginsFrontMatter.test(lineFrom(text, after))
    ? { start, end, text: '' }
    : { start, end: after, text: '' };
}

/** The line that begins at a place, no more of it than tells whether it is blank or a rule. */
function lineFrom(text: string, at: number): string {
  return /^[^\r\n]*/u.exec(text.slice(at, at + 200))?.[0] ?? '';
}

/** What stands before a definition on its line: quotation marks, indentation. */
function leadOf(text: string, start: number): string {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

function breakLength(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return text[at] === '\n' ? 1 : 0;
}

function breakBefore(text: string, at: number): number {
  if (text[at - 1] !== '\n') return 0;
  return text[at - 2] === '\r' ? 2 : 1;
}
