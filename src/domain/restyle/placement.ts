// Where a citation stands in another form: before or after punctuation, with which blanks.
import type { Draft } from '../draft/draft';
import type { Edit } from '../text/edits';
import type { Unit } from './unit';
import { isAbbreviated } from '../text/sentences';
import { endsInBrackets, keepsMarkApart, takesBrackets, takesMark } from '../markdown/spacing';
import { certain } from '../certain';

/** Units that only blanks divide, on one line: what follows the last of them belongs to all. */
export type Cluster = readonly [Unit, ...Unit[]];

export function clusters(units: readonly Unit[], text: string): Cluster[] {
  const found: [Unit, ...Unit[]][] = [];
  for (const unit of units) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && /^[ \t]*$/u.test(text.slice(before.end, unit.start)))
      last.push(unit);
    else found.push([unit]);
  }
  return found;
}

/** A line's text before and after a stretch. */
interface Line {
  readonly before: string;
  readonly after: string;
  /** Whether nothing but list, quote and heading marks stands before. */
  readonly begins: boolean;
}

const opening = String.raw`^\s*(?:(?:(?:[-*+]|(?:\d{1,9}|[A-Za-z#])[.)]|#{1,6}|\[\^[^\]\s]+\]:)\s+|>\s*))*(?:\[[ xX]\]\s+)?`;
const lineStart = new RegExp(`${opening}$`, 'u');
/** A mark alone at the beginning of a line: a colon would make a definition of it. */
const loneMark = new RegExp(String.raw`${opening}\[\^[^\]\s]+\]$`, 'u');

/** So much of a line is looked at on each side: its marks and the punctuation beside a citation are well within. */
const farthest = 1000;

function lineAround(text: string, start: number, end: number): Line {
  const near = text.slice(Math.max(0, start - farthest), start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const cut = before.length === near.length && start > farthest;
  return {
    before,
    after: certain(/^[^\n]*/u.exec(text.slice(end, end + farthest)))[0].replace(/\r$/u, ''),
    begins: !cut && lineStart.test(before),
  };
}

/** Whether a unit's mark would begin a line in the middle of its paragraph, or read as a definition. */
export function wouldBeginLine(draft: Draft, unit: Unit): boolean {
  const { before, after, begins } = lineAround(draft.text, unit.start, unit.end);
  if (!begins) return false;
  const block = draft.blockAt(unit.start);
  return (block !== undefined && block.start < unit.start - before.length) || after.startsWith(':');
}

/**
 * Footnote marks in place of brackets or parentheses: no blank before them, and in English after
 * the punctuation that follows.
 */
export function asMarks(text: string, cluster: Cluster, marks: readonly string[], afterPunctuation: boolean): Edit {
  const { start, end } = span(cluster);
  const { before, after, begins } = lineAround(text, start, end);
  const word = before.trimEnd();
  const follows = !begins && !keepsMarkApart(word) && !endsInBrackets(word);
  const blanks = follows ? before.length - word.length : 0;
  const run = afterPunctuation && follows ? punctuationBetween(word, after) : '';
  // A mark of somebody else's beside ours follows as closely.
  const gap = run === '' && /^ \[\^[^\s[\]]{1,200}\]/u.test(after) ? 1 : 0;
  const lead = run === '' && !/\s$/u.test(before) && (endsInBrackets(word) || word.endsWith('^')) ? ' ' : '';
  const trail = takesMark(after.slice(run.length)) ? ' ' : '';
  return {
    start: start - blanks,
    end: end + run.length + gap,
    text: run + lead + spaced(text, cluster, marks) + trail,
  };
}

/** Whether a semicolon behind a text ends the name of a character: "&copy". */
const isEntity = (text: string): boolean => /&#?\w{1,40}$/u.test(text);

/** The punctuation behind a citation that a mark in its place follows. */
function punctuationBetween(word: string, after: string): string {
  const punctuation = /^[.,;:!?…]+(?![\p{L}\p{N}])/u.exec(after)?.[0] ?? '';
  const jumped = jumpedBefore(after[punctuation.length], punctuation);
  // A colon would make a definition of a mark alone, a semicolon a character of its name.
  const makesOther = (jumped.startsWith(':') && loneMark.test(word)) || (jumped.startsWith(';') && isEntity(word));
  return makesOther ? '' : jumped;
}

/** How much of the punctuation a mark stands behind, by what comes next. */
function jumpedBefore(next: string | undefined, punctuation: string): string {
  // Braces behind a mark would be its attributes.
  if (next === '{') return '';
  // The mark of an image is no exclamation mark.
  return next === '[' ? punctuation.replace(/!$/u, '') : punctuation;
}

/**
 * Brackets or parentheses in place of footnote marks: a blank before them, and before the
 * punctuation that the marks followed in English.
 */
export function asText(
  text: string,
  cluster: Cluster,
  citations: readonly string[],
  afterPunctuation: boolean,
  quotation: boolean,
): Edit {
  const { start, end } = span(cluster);
  const { before, after, begins } = lineAround(text, start, end);
  const run = afterPunctuation && !quotation && !begins ? movable(before, after) : '';
  const word = before.slice(0, before.length - run.length);
  // A caret makes a note of brackets.
  const blank = begins || /\s$/u.test(word) || (keepsMarkApart(word) && !word.endsWith('^')) ? '' : ' ';
  const gap = run === '' && takesBrackets(after) ? ' ' : '';
  return { start: start - run.length, end, text: blank + spaced(text, cluster, citations) + run + gap };
}

/**
 * A citation in brackets or parentheses in place of another, a blank between it and brackets that would take it for
 * their link's.
 */
export function apart(text: string, { start, end }: Unit, citation: string): string {
  return (
    (/[\]^]/u.test(text.slice(Math.max(0, start - 1), start)) ? ' ' : '') +
    citation +
    (takesBrackets(text.slice(end, end + 1)) ? ' ' : '')
  );
}

/** "U.S", "e.g": with its last stop an abbreviation. */
const dotted = /(?<![\p{L}\p{N}])\p{L}{1,3}\.\p{L}{1,3}$/u;

/** Closing punctuation before a mark, without the stop that belongs to its word ("U.S.", "etc.,"). */
function movable(before: string, after: string): string {
  const run = /(?<![.,;:!?…])[.,;:!?…]+$/u.exec(before)?.[0] ?? '';
  const word = before.slice(0, before.length - run.length);
  if (run.startsWith(';') && isEntity(word)) return run.slice(1);
  // Behind a backslash it is escaped, and what came to stand there instead would be.
  if (run === '' || word.trim() === '' || word.endsWith('\\') || /^[.,;:!?…\p{L}\p{N}]/u.test(after)) return '';
  if (run === '.') {
    const goesOn = /^\s*[\p{Ll}\p{N}(]/u.test(after);
    return dotted.test(word) || (goesOn && isAbbreviated(`${word}.`)) ? '' : run;
  }
  return /^\.(?!\.\.)/u.test(run) ? run.slice(1) : run;
}

function span(cluster: Cluster): { start: number; end: number } {
  return { start: cluster[0].start, end: cluster.at(-1)?.end ?? cluster[0].end };
}

/** The new texts with the blanks that stood between the old ones. */
function spaced(text: string, cluster: Cluster, texts: readonly string[]): string {
  return cluster
    .map((unit, at) => {
      const next = cluster[at + 1];
      return (texts[at] ?? '') + (next === undefined ? '' : text.slice(unit.end, next.start));
    })
    .join('');
}
