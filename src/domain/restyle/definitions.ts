import type { Draft, FootnoteDefinition } from '../draft/draft';
import type { Edit } from './unit';

/**
 * Adds the definitions that are wanted and not kept, each after the one that is wanted before it:
 * so the notes that a style with fewer labels took out come back where they stood. The first ones
 * go after the draft's last definition, else to its end with a blank line between. A draft that ends
 * with a line break goes on ending with one.
 *
 * @param wanted the definitions' words by label, in order of appearance
 */
export function added(draft: Draft, kept: readonly FootnoteDefinition[], wanted: ReadonlyMap<string, string>, eol: string): Edit[] {
  const places = new Map(kept.map(definition => [definition.label, definition]));
  let at: FootnoteDefinition | undefined;
  for (const definition of kept) if (definition.end > (at?.end ?? -1)) at = definition;
  const lines = new Map<FootnoteDefinition | undefined, string[]>();
  for (const [label, text] of wanted) {
    const place = places.get(label);
    if (place === undefined) lines.set(at, [...(lines.get(at) ?? []), `[^${label}]: ${text}`]);
    else at = place;
  }
  return [...lines].map(([after, group]) => (after === undefined ? atEnd(draft, group, eol) : below(draft, after, group, eol)));
}

/** In the quotation or list item that the definition before stands in. */
function below({ text }: Draft, { start, end }: FootnoteDefinition, lines: readonly string[], eol: string): Edit {
  const lead = leadOf(text, start).replace(/[^>\s]/gu, ' ');
  return { start: end, end, text: lines.map(line => eol + lead + line).join('') };
}

function atEnd({ text }: Draft, lines: readonly string[], eol: string): Edit {
  const ends = text.endsWith('\n');
  const lead = text === '' ? '' : ends ? eol : eol + eol;
  return { start: text.length, end: text.length, text: lead + lines.join(eol) + (ends ? eol : '') };
}

/** Takes definitions out, with the blank line that adding them put before them: the way back from `added`. */
export function removed(text: string, definitions: readonly FootnoteDefinition[]): Edit[] {
  const runs: { start: number; end: number; readonly lead: string }[] = [];
  for (const { start, end } of definitions.toSorted((a, b) => a.start - b.start)) {
    const lead = leadOf(text, start);
    const last = runs.at(-1);
    if (last !== undefined && last.lead === lead && last.end + breakLength(text, last.end) + lead.length === start) last.end = end;
    else runs.push({ start, end, lead });
  }
  return runs.map(({ start, end, lead }) => ({ ...cut(text, start, end, lead), text: '' }));
}

function cut(text: string, from: number, end: number, lead: string): { start: number; end: number } {
  // The mark of a list item stays, since its item may go on.
  if (/[^>\s]/u.test(lead)) return { start: from, end };
  const start = from - lead.length;
  const blank = (line: string): boolean => (lead.trim() === '' ? line === '' : line.trimEnd() === lead.trimEnd());
  const before = breakBefore(text, start);
  const previous = before === 0 ? start : text.lastIndexOf('\n', start - before - 1) + 1;
  const blankBefore = previous > 0 && blank(text.slice(previous, start - before));
  const next = end + breakLength(text, end);
  // After another definition: the line break before goes with them.
  if (before > 0 && !blankBefore) return { start: start - before, end };
  if (next === text.length) return { start: next > end ? previous : previous - breakBefore(text, previous), end: next };
  // In the middle of the draft: with the blank line after, where there is one.
  const following = /^[^\r\n]*/u.exec(text.slice(next, next + 200))?.[0] ?? '';
  return { start, end: blank(following) ? next + following.length + breakLength(text, next + following.length) : next };
}

/** What stands before a definition on its line: quotation marks, indentation. */
function leadOf(text: string, start: number): string {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

function breakLength(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : text[at] === '\n' ? 1 : 0;
}

function breakBefore(text: string, at: number): number {
  if (text[at - 1] !== '\n') return 0;
  return text[at - 2] === '\r' ? 2 : 1;
}
