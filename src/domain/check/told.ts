/**
 * Whom a claim may go on with, as the draft is laid out: the speaker that the line above a list ends with, the head of
 * a column, the sentences before.
 */
import { stemIn, type Carried } from './attribution/carried';
import type { AttributionJudge, Claim } from './attribution/judge';
import { runBefore } from '../backwards';
import type { Range } from '../text/ranges';
import type { Visible } from './quote/visible';
import { indexOf, offsetAfter, offsetOf, type Prose } from './prose';
import { certain } from '../certain';
import { greatest } from '../longLists';

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
  return placed(prose, saidBefore(stemIn(chars, from, end), attributions.leadIn(mask(prose), from, end, drafters)));
}

/** "The speakers at the Dialogue called for:" ends with what they did, "At the Dialogue, States:" with who did it. */
function saidBefore(speaker: Carried | undefined, told: Carried | undefined): Carried | undefined {
  if (!speaker || !told?.told?.verb) return speaker ?? told;
  return told.start <= speaker.start && told.end > speaker.end ? told : speaker;
}

/** A speaker with its place in the text of the unit. */
const placed = ({ view }: Prose, stem: Carried | undefined): Stem | undefined =>
  stem && { ...stem, start: offsetOf(view, stem.start), end: offsetAfter(view, stem.end) };

/** Quoted words are the source's own: blanked out, character for character. */
export function mask(prose: Prose): string {
  const { chars } = prose.view;
  let end = 0;
  const masked = prose.quotes.map(({ from, to }) => {
    const words = chars.slice(end, from) + ' '.repeat(to - from);
    end = to;
    return words;
  });
  return withoutNames(prose, masked.join('') + chars.slice(end));
}

/** "[[Notes/States agreed?]]" is the name of a page, and `states_agreed` is code; what is shorter says nothing of anybody. */
const noProse = /\[\[[^[\]|\n]{1,200}\]\]|`[^`\n]{8,200}`/g;

function withoutNames({ view, text }: Prose, words: string): string {
  const from = view.at[0] ?? 0;
  const piece = text.slice(from, view.end);
  if (!piece.includes('[[') && !piece.includes('`')) return words;
  let end = 0;
  const parts = [...piece.matchAll(noProse)].map(({ 0: { length }, index }) => {
    const [first, last] = [indexOf(view, from + index), indexOf(view, from + index + length)];
    const part = words.slice(end, first) + ' '.repeat(last - first);
    end = last;
    return part;
  });
  return parts.join('') + words.slice(end);
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
  const rowAt = rowBefore(text, place);
  if (first < 0 || rowAt === 0) return undefined;
  const row = cellsIn(text, rowAt, place);
  const head = cellsIn(text, 0, text.slice(0, longestRow).indexOf('\n'))[row.length - 1];
  const { drafters = [] } = claim;
  return (
    (head && headIn(text, head, words => attributions.leadIn(words, 0, words.length, drafters))) ??
    (row.length > 1
      ? headIn(text, certain(row.at(-2)), words => attributions.leadIn(words, 0, words.length, drafters))
      : undefined) ??
    (head && headIn(text, head, words => attributions.goingOn(stemIn(words, 0, words.length), view.chars, first))) ??
    speakerOfRow(text, rowAt)
  );
}

/** Heads of columns that say who spoke. */
const speaking =
  /^\W*(?:speakers?|who (?:said|spoke|called|asked|raised|noted|stressed|wanted|made)\b.{0,20}|(?:first )?(?:said|spoken|stated|raised|called for|called|voiced|noted|made|asked|asked for|proposed|suggested|recommended|requested|supported|backed|endorsed|advocated|demanded|attributed|mentioned|pointed out|emphasi[sz]ed|stressed|highlighted|underlined|insisted on|urged|put forward|brought up|expressed) (?:by|to)(?: whom)?|attribution|whose words)\W*$/i;

/** Which column says of all its cells who spoke; -1 where none does. */
function speakingColumn(text: string): number {
  const heads = cellsIn(text, 0, text.slice(0, longestRow).indexOf('\n'));
  return heads.findIndex(({ start, end }) => speaking.test(text.slice(start, Math.min(end, start + 60))));
}

/** Who a row says spoke, in a column that says so: "| Who said it | What |". */
function speakerOfRow(text: string, rowAt: number): Carried | undefined {
  const column = speakingColumn(text);
  const cell = column < 0 ? undefined : cellsIn(text, rowAt, rowAt + rowOf(text, rowAt).length)[column];
  return cell && headIn(text, beforeCitation(text, cell), sayerIn);
}

/** A cell without the citation it ends with. */
function beforeCitation(text: string, { start, end }: Range): Range {
  const cited = text.slice(start, end).search(/[[(]/);
  return { start, end: cited < 0 ? end : start + cited };
}

/** The rest of a row, as far as it is read. */
function rowOf(text: string, from: number): string {
  const near = text.slice(from, from + longestRow);
  const stop = near.indexOf('\n');
  return stop < 0 ? near : near.slice(0, stop);
}

/** A speaker alone in some words, as one who said what stands elsewhere. */
function sayerIn(words: string): Carried | undefined {
  const speaker = stemIn(words, 0, words.length);
  if (!speaker || words.slice(0, speaker.start).trim() !== '') return undefined;
  const { voice, quantity } = speaker;
  return { ...speaker, told: { voice, quantity, shape: 'clause', verb: { base: 'state', band: 1, tense: 'past' } } };
}

/**
 * The claim of a row whose cells beside the citation tell nothing: behind it, "| [@…] | Member States | called for … |",
 * or before the speaker, "| … | Member States | [@…] |"; none where they do not say who spoke.
 */
export function claimOfRow(
  attributions: AttributionJudge,
  { view, text }: Prose,
  claim: Range,
  at: number,
): Range | undefined {
  const { chars } = view;
  if (/[\p{L}\p{N}]/u.test(chars.slice(claim.start, claim.end))) return beforeSpeaker(text, view, claim);
  const place = offsetOf(view, at);
  const rest = chars.slice(at, indexOf(view, place + rowOf(text, place).length));
  const [cited = '', speaker = '', said = ''] = rest.split('|', 3);
  if (/[\p{L}\p{N}]/u.test(cited) || !sayerIn(speaker.trimEnd())) return undefined;
  const next = at + cited.length + speaker.length + 2;
  const start = attributions.verbAt(chars, next, true) > 0 ? at + cited.length + 1 : next;
  return { start, end: next + said.length };
}

/** What stands before the cell of who spoke, if that cell is all that a claim has. */
function beforeSpeaker(text: string, view: Visible, { start, end }: Range): Range | undefined {
  const first = start + view.chars.slice(start, end).search(/[\p{L}\p{N}]/u);
  const rowAt = rowBefore(text, offsetOf(view, first));
  const column = speakingColumn(text);
  if (rowAt <= 0 || column < 1 || cellsIn(text, rowAt, offsetOf(view, first)).length - 1 !== column) return undefined;
  const from = indexOf(view, rowAt);
  const bar = view.chars.lastIndexOf('|', first - 1);
  return bar > from ? { start: from, end: bar } : undefined;
}

/** Where the row of a place begins; 0 for the head, or where it is too long to be read. */
function rowBefore(text: string, place: number): number {
  const near = Math.max(0, place - longestRow);
  const found = text.slice(near, place).lastIndexOf('\n');
  return found < 0 ? 0 : near + found + 1;
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
  const base = from + certain(/^\s*\|?/.exec(text.slice(from, to)))[0].length;
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
    const stop = greatest(['.', '!', '?'].map(sign => earlier.lastIndexOf(sign, earlier.length - 2)));
    found.push(earlier.slice(stop + 1));
    earlier = earlier.slice(0, stop + 1).trimEnd();
  }
  return found;
}
