/**
 * Whom a claim may go on with, as the draft is laid out: the speaker that the line above a list ends with, the head of
 * a column, the sentences before.
 */
import { stemIn, type Carried } from './attribution/carried';
import type { AttributionJudge, Claim } from './attribution/judge';
import { runBefore } from '../backwards';
import type { Range } from '../text/ranges';
import { offsetAfter, offsetOf, type Prose } from './prose';

/**
 * A speaker at the end of a unit, "Member States:", whose verbs stand in the items below, or with what they did, "What
 * Member States called for:"; its place counts from the unit's beginning.
 */
export type Stem = Carried;

/** What heads a table, or a list, of what is to be done, by whom. */
const toBeDone =
  /\b(?:actions?|tasks?|recommend\w*|responsib\w*|next|steps?|should|to[ -]?do|follow-?up|measures?|deadlines?|by when|asks?|roles?|proposals?|activit\w*|targets?)\b/i;

/** What heads a list of what somebody is to do. */
export const isToBeDone = (heading: string): boolean => toBeDone.test(heading);

/** Whether a table tells what somebody says, and not what they are to do: then its verbs may stand in the present. */
export function tellsOfWho({ text }: Prose): boolean {
  return !toBeDone.test(headRow(text));
}

/** So much of the line above a list is read. */
const longestLine = 200;

/** The speaker a unit ends with: "Participants:", "At the Dialogue, States", "What States called for:". */
export function stemOf(attributions: AttributionJudge, prose: Prose, drafters: readonly string[]): Stem | undefined {
  const {
    view: { chars },
    unit,
    sentenceEnds,
  } = prose;
  const kind = unit.blocks[0]?.kind;
  if (unit.quoted || kind === 'table') return undefined;
  const end = runBefore(chars, chars.length, /[\s:–—]/);
  if (kind === 'listItem' && !chars.slice(end).includes(':')) return undefined;
  const stop = chars.charAt(end - 1);
  const from = Math.max(sentenceEnds.at(-2) ?? 0, end - longestLine);
  if (stop === '?') return placed(prose, attributions.leadIn(mask(prose), from, end - 1, drafters));
  if (/[.!;,”"»)]/.test(stop)) return undefined;
  return placed(prose, stemIn(chars, from, end) ?? attributions.leadIn(mask(prose), from, end, drafters));
}

/** A speaker with its place in the text of the unit. */
const placed = ({ view }: Prose, stem: Carried | undefined): Stem | undefined =>
  stem && { ...stem, start: offsetOf(view, stem.start), end: offsetAfter(view, stem.end) };

/** Quoted words are the source's own: blanked out, character for character. */
export function mask(prose: Prose): string {
  const { chars } = prose.view;
  let end = 0;
  const masked = prose.quotes.map(({ from, to }) => {
    const words = chars.slice(end, from) + chars.slice(from, to).replace(/[^\s]/g, ' ');
    end = to;
    return words;
  });
  return masked.join('') + chars.slice(end);
}

function headRow(text: string): string {
  return text.slice(0, Math.min(300, text.indexOf('\n') + 1));
}

/** So much of a table's head, and of a row up to a cell, is read. */
const longestRow = 2_000;

/**
 * Who is said at the head of a claim's column, or in the cell before it, to have said what it tells: "| Member States
 * called for |", or "| Member States |" above a cell that begins with what they did.
 */
export function columnHead(attributions: AttributionJudge, { view, text }: Prose, claim: Claim): Carried | undefined {
  const first = lastCell(view.chars, claim);
  const place = offsetOf(view, first);
  const near = Math.max(0, place - longestRow);
  const rowAt = near + text.slice(near, place).lastIndexOf('\n') + 1;
  if (first < 0 || rowAt === near) return undefined;
  const row = cellsIn(text, rowAt, place);
  const head = cellsIn(text, 0, text.slice(0, longestRow).indexOf('\n'))[row.length - 1];
  const { drafters = [] } = claim;
  return (
    (head && headIn(text, head, words => attributions.leadIn(words, 0, words.length, drafters))) ??
    (row.length > 1
      ? headIn(text, row.at(-2)!, words => attributions.leadIn(words, 0, words.length, drafters))
      : undefined) ??
    (head && headIn(text, head, words => attributions.goingOn(stemIn(words, 0, words.length), view.chars, first)))
  );
}

/** Where the words of the last cell begin that a claim has words in. */
function lastCell(chars: string, { start, end }: Claim): number {
  const lowest = Math.max(start, end - longestRow);
  for (let to = end; to > lowest;) {
    const bar = chars.lastIndexOf('|', to - 1);
    const from = Math.max(bar + 1, lowest);
    const first = chars.slice(from, to).search(/[\p{L}\p{N}]/u);
    if (first >= 0) return from + first;
    to = bar;
  }
  return -1;
}

/** What is found in a cell, with its place in the text; its emphasis is no words. */
function headIn(
  text: string,
  { start, end }: Range,
  find: (words: string) => Carried | undefined,
): Carried | undefined {
  const words = text.slice(start, end).replace(/[*_]/g, ' ').trimEnd();
  const found = words.trim() === '' || words.includes('[') ? undefined : find(words);
  return found && { ...found, outside: { start: start + found.start, end: start + found.end } };
}

/** Where the cells of a row stand, in a stretch that begins with the row. */
function cellsIn(text: string, from: number, to: number): Range[] {
  const cells: Range[] = [];
  const base = from + /^\s*\|?/.exec(text.slice(from, to))![0].length;
  let start = base;
  for (const { index } of text.slice(base, to).matchAll(/(?<!\\)\|/g)) {
    cells.push({ start, end: base + index });
    start = base + index + 1;
  }
  cells.push({ start, end: to });
  return cells;
}

/** So much before a sentence is read for whom its "they" means, and so many sentences of it. */
const farthestBack = 600;
const mostBack = 3;

/** The sentences before a place, the last first. */
export function sentencesBefore(chars: string, at: number): string[] {
  const found: string[] = [];
  const near = chars.slice(Math.max(0, at - farthestBack), at);
  // Another cell of a table names nobody for this one.
  let earlier = near.slice(near.lastIndexOf('|') + 1).trimEnd();
  while (earlier !== '' && found.length < mostBack) {
    const stop = Math.max(...['.', '!', '?'].map(sign => earlier.lastIndexOf(sign, earlier.length - 2)));
    found.push(earlier.slice(stop + 1));
    earlier = earlier.slice(0, stop + 1).trimEnd();
  }
  return found;
}
