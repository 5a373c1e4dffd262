import type { Draft } from '../draft/draft';
import { containerOf, markerPlace, type Place } from './surroundings';

/**
 * The place of block quotations: paragraphs of their own, in the list item or quote they stand in,
 * with a blank line before and after (pandoc wants both). What was on the line after the cursor
 * follows them; closing punctuation stays with the words it closes.
 *
 * @param quotations what each quotation says, its citation included
 */
export function blockPlace(draft: Draft, eol: string, start: number, end: number, quotations: readonly string[]): Place {
  const line = draft.lineAt(start);
  const before = line.text.slice(0, start - line.start);
  const container = containerOf(before);
  const blank = eol + container.trimEnd() + eol + container;
  const block = quotations.map(text => `> ${text}`).join(blank);

  const own = before.slice(container.length).trim() === '';
  const closing = own ? '' : markerPlace(draft, end, end, true).before;
  const rest = line.text.slice(end - line.start + closing.length);
  const follows = rest.trim() !== '';
  const after = follows ? blank : nextLineIsText(draft, eol, line, container) ? eol + container.trimEnd() : '';
  const to = end + closing.length + (rest.length - rest.trimStart().length);
  if (own) {
    const lead = previousLineIsText(draft, line, container) ? container.trimEnd() + eol + container : '';
    return { start: lead === '' ? start : line.start, end: to, before: lead + block, after };
  }
  const blanks = before.length - before.trimEnd().length;
  return { start: start - blanks, end: to, before: closing + blank + block, after };
}

function nextLineIsText(draft: Draft, eol: string, line: { start: number; text: string }, container: string): boolean {
  const next = line.start + line.text.length + eol.length;
  return next < draft.length && isText(draft.lineAt(next).text, container);
}

function previousLineIsText(draft: Draft, line: { start: number; text: string }, container: string): boolean {
  // A line that opens its list item has no text before it.
  if (line.start === 0 || line.text.startsWith(container) === false) return false;
  return isText(draft.lineAt(line.start - 1).text, container);
}

function isText(text: string, container: string): boolean {
  const quote = container.trimEnd();
  return text.trim() !== '' && text.trim() !== quote.trim();
}
