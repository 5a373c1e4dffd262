/**
 * What is typed right after a citation that was just inserted. In English, punctuation and closing quotation marks
 * belong before a footnote's mark (UN Editorial Manual, footnotes, chap. 9), so they are moved there. In every form, a
 * full stop is left out where the sentence has one already, such as a quotation's own; the stop behind a quotation
 * gives way to a comma, a semicolon or a colon.
 */
import type { Draft } from '../draft/draft';
import type { Edit } from '../text/edits';
import { isAbbreviated } from '../text/sentences';
import { append } from '../longLists';

/**
 * A mark just inserted, or a citation in brackets or parentheses, in the draft's offsets; it ends behind the stop that a
 * quotation may have after its citation.
 */
export interface FreshMark {
  readonly end: number;
  /** How many characters that were typed right after it wait to be moved before it. */
  readonly typed: number;
  /** How many blanks were typed before them, as French typography asks before a semicolon and a colon: one at most. */
  readonly blank?: number;
  /** Where among them the editor closed a quotation mark that was typed: two characters for one. */
  readonly pair?: number;
  /** Something was moved before it already: what is typed next goes on with that. */
  readonly chained: boolean;
  /** More words were typed since: what waits is moved, and nothing after it. */
  readonly over: boolean;
  /** How long a citation in brackets or parentheses is: nothing goes before one. */
  readonly cited?: number;
}

/** How long the citation of ours in brackets or parentheses is that ends at an offset; undefined where none does. */
export type Cited = (end: number) => number | undefined;

export function citedIn(draft: Draft): Cited {
  return end => {
    const block = draft.blockAt(end - 1);
    const inNote = block ? draft.recognizer.inOwnNote(block) : [];
    const group = [...draft.citationsIn(end - 1, end - 1), ...inNote].find(each => each.group?.end === end)?.group;
    return group && end - group.start;
  };
}

const stops = new Set(['.', ',', ';', ':', '!', '?', '…']);
/** The closing quotation marks, and what opens a quotation that each closes. */
const quotes: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '»': '«', '"': '"', "'": "'" };
/** An editor may close a quotation mark that it takes for an opening one. */
const doubled = /^(["'])\1$/u;

/**
 * A mark that ends its line, or what was inserted, with a stop or without: a blank may keep it apart from the words
 * behind.
 */
const markAtEnd = /\[\^([^\s[\]]{1,200})\]\.?(?= ?(?:$|\r|\n))/u;
/** So may a citation in brackets or parentheses. */
const bracketAtEnd = /[\])]\.?(?= ?(?:$|\r|\n))/u;
/** What text holds that may end with one; a pair of parentheses that the editor closed is no citation. */
const mayCite = /\[[^[\]]*@|\((?!\))/u;
/** A sentence that has its stop before the mark; an ellipsis is none. */
const stopped = /(?<!\.)\.[”’»"']{0,3}$/u;
/** So far back are the words before a mark read. */
const farthest = 4000;

/**
 * The marks and citations that changes of a draft inserted: one for each, where the first line that ends with one ends.
 * @param changes in the offsets of the draft before
 * @param cited in those of the draft after
 */
export function freshMarks(
  changes: readonly Edit[],
  isOurs: (label: string) => boolean,
  cited: Cited = () => undefined,
): FreshMark[] {
  const marks: FreshMark[] = [];
  let shift = 0;
  for (const { start, end, text } of inOrder(changes)) {
    const mark = text.includes('[^') ? markAtEnd.exec(text) : null;
    const bracket = mark === null && mayCite.test(text) ? bracketAtEnd.exec(text) : null;
    const found = mark ?? bracket;
    const last = start + shift + (found ? found.index + found[0].length : 0);
    if (mark && isOurs(mark[1] ?? '')) marks.push(freshAt(last));
    if (bracket) append(marks, inBrackets(last, bracket[0], cited));
    shift += text.length - (end - start);
  }
  return marks;
}

/** The marks and citations that cursors stand right after. */
export function marksAt(
  ends: readonly number[],
  lineBefore: (end: number) => string,
  isOurs: (label: string) => boolean,
  cited: Cited = () => undefined,
): FreshMark[] {
  return ends.flatMap(end => {
    const line = lineBefore(end).slice(-205);
    const label = /\[\^([^\s[\]]{1,200})\]\.?$/u.exec(line)?.[1];
    if (label !== undefined) return isOurs(label) ? [freshAt(end)] : [];
    return inBrackets(end, line, cited);
  });
}

const freshAt = (end: number): FreshMark => ({ end, typed: 0, chained: false, over: false });

/** A citation in brackets or parentheses that ends at an offset, behind its stop if it has one. */
function inBrackets(end: number, before: string, cited: Cited): FreshMark[] {
  const length = cited(before.endsWith('.') ? end - 1 : end);
  return length === undefined ? [] : [{ ...freshAt(end), cited: length }];
}

/** The marks after changes of the draft: those that something else was done to or typed after are left out. */
export function followed(marks: readonly FreshMark[], changes: readonly Edit[]): FreshMark[] {
  const ordered = inOrder(changes);
  return marks.flatMap(mark => {
    let now: FreshMark = mark;
    let shift = 0;
    const last = mark.end + (mark.blank ?? 0) + mark.typed;
    const before = mark.end - (mark.cited === undefined ? 0 : mark.cited + 1);
    for (const { start, end, text } of ordered) {
      if (end < before) shift += text.length - (end - start);
      else if (start === last) {
        const next = typedBehind(now, text, end === last);
        if (!next) return [];
        now = next;
      } else if (start < last) return [];
    }
    return [{ ...now, end: mark.end + shift }];
  });
}

/** A mark after something was written behind it and what waits there; undefined where that is not to be followed. */
function typedBehind(mark: FreshMark, text: string, adds: boolean): FreshMark | undefined {
  const { typed, over } = mark;
  if (adds && isApart(mark, text)) return { ...mark, blank: 1, typed: text.length > 1 ? 1 : 0, over: text.length > 2 };
  if (adds && !over && isPunctuation(text.charAt(0))) {
    // Keys that come fast come as one change.
    const isPair = doubled.test(text);
    const own = isPair ? 2 : lengthOfPunctuation(text);
    return { ...mark, typed: typed + own, over: own < text.length, ...(isPair ? { pair: typed } : {}) };
  }
  // Words typed after punctuation that still waits: that is moved all the same.
  return typed > 0 ? { ...mark, over: true } : undefined;
}

/** Whether a blank is typed right after a mark, and nothing after it or what a stop gives way to. */
function isApart({ typed, over, chained, blank = 0 }: FreshMark, text: string): boolean {
  return typed === 0 && blank === 0 && !over && !chained && /^[ \u00A0\u202F](?:$|[,;:])/u.test(text);
}

function isPunctuation(sign: string): boolean {
  return stops.has(sign) || sign in quotes;
}

function lengthOfPunctuation(text: string): number {
  let length = 0;
  while (length < text.length && isPunctuation(text.charAt(length))) length += 1;
  return length;
}

/** What moves the punctuation that waits: edits that do not overlap, and the marks once they are made. */
export interface Moves {
  readonly edits: readonly Edit[];
  readonly marks: readonly FreshMark[];
  /** A stop is left out or taken back, and not put elsewhere. */
  readonly leavesOut: boolean;
}

/**
 * Puts what was typed after marks before them, and before the other marks that stand there. It stays where nothing but
 * structure or an opening bracket stands before the mark, where punctuation does already, or where a quotation mark
 * closes nothing; such a mark is followed no further. Nor is one after which a second stop was left out, since a third
 * is meant, or whose own stop gave way to another sign.
 *
 * @param read the text from the beginning of the block that holds an offset up to it, and so many characters after it
 * @param markAfter whether the mark stands after punctuation; where it stands before it, nothing is moved
 */
export function movesOf(
  marks: readonly FreshMark[],
  read: (offset: number, after: number) => readonly [before: string, after: string],
  markAfter: boolean,
): Moves {
  const edits: Edit[] = [];
  let leavesOut = false;
  const kept: FreshMark[] = [];
  let shift = 0;
  for (const mark of marks.toSorted((a, b) => a.end - b.end)) {
    const { end, typed, over, blank = 0 } = mark;
    if (typed === 0) {
      kept.push({ ...mark, end: end + shift });
      continue;
    }
    const [before, after] = read(end, blank + typed);
    if (isSecondStop(before, after, mark, markAfter)) {
      edits.push({ start: end, end: end + 1, text: '' });
      leavesOut = true;
      shift -= 1;
      continue;
    }
    const gives = stopGivesWay(before, after, mark, markAfter);
    if (gives) {
      append(edits, gives);
      shift -= 1;
      continue;
    }
    const move = markAfter ? movable(before, after, mark) : undefined;
    if (!move) continue;
    const { back, text, length } = move;
    edits.push({ start: end - back, end: end - back, text }, { start: end, end: end + length, text: '' });
    if (!over && length === typed) kept.push({ end: end + shift + text.length, typed: 0, chained: true, over });
    shift += text.length - length;
  }
  return { edits, marks: kept, leavesOut };
}

/**
 * Whether a stop was typed where the sentence has one on either side of the citation: behind it, or before it, as a
 * block quotation has.
 */
function isSecondStop(before: string, typed: string, { chained, cited }: FreshMark, markAfter: boolean): boolean {
  if (chained || !typed.startsWith('.')) return false;
  const near = before.slice(-farthest);
  const marked = markAfter && cited === undefined ? near : near.replace(/\.$/u, '');
  const words = wordsBefore(marked, cited);
  if (words.length === marked.length) return false;
  if (marked.length < near.length) return true;
  if (!stopped.test(words.slice(-20))) return false;
  // Where the citation goes before the stop, a sentence that ends with "etc." has none yet.
  return (markAfter && cited === undefined) || !isAbbreviated(words);
}

/** The edits by which the stop gives way. */
function stopGivesWay(before: string, typed: string, mark: FreshMark, markAfter: boolean): readonly Edit[] | undefined {
  const stop = givesWay(before, typed, mark, markAfter);
  if (stop === undefined) return undefined;
  const { end, blank = 0 } = mark;
  const at = end - stop.back;
  const without = { start: at, end: at + 1, text: '' };
  const sign = stop.sign === undefined || blank > 0 ? undefined : end - stop.sign;
  // Behind the citation the sign stands already; behind a blank it is to stand there.
  if (sign === undefined) return [without];
  const moved = typed.charAt(0);
  const placed = sign === at ? [{ ...without, text: moved }] : [without, { start: sign, end: sign, text: moved }];
  return [...placed, { start: end, end: end + 1, text: '' }];
}

/** A stop that gives way, and where the sign goes that takes its place: how far back from the end of the citation. */
interface GivesWay {
  readonly back: number;
  /** Undefined where the sign stays behind the citation. */
  readonly sign?: number;
}

/**
 * The stop of a quotation, outside of its marks or within, before the citation or behind it, where the drafter goes on
 * with a comma, a semicolon or a colon: that takes its place. Undefined where nothing gives way.
 */
function givesWay(
  before: string,
  typed: string,
  { chained, cited }: FreshMark,
  markAfter: boolean,
): GivesWay | undefined {
  if (chained || !/^[ \u00A0\u202F]?[,;:]/u.test(typed)) return undefined;
  const isBefore = markAfter && cited === undefined;
  const near = before.slice(-farthest);
  const marked = isBefore ? near : near.replace(/\.$/u, '');
  const words = wordsBefore(marked, cited);
  if (words.length === marked.length) return undefined;
  const behind = near.length - words.length;
  // A whole sentence was quoted with its stop, and the draft's goes on.
  const within = /(?<!\.)\.[\s\u00A0\u202F]?[”»"]$/u.exec(words.slice(-20));
  if (within && marked.length === near.length && !isAbbreviated(words.slice(0, -within[0].length + 1)))
    return { back: behind + within[0].length, ...(isBefore ? { sign: behind } : {}) };
  if (isBefore) return /[”»]\.$/u.test(words) ? { back: behind + 1, sign: behind + 1 } : undefined;
  return marked.length < near.length && /[”»]$/u.test(words) ? { back: 1 } : undefined;
}

/** The words before the citation that a text ends with. */
function wordsBefore(text: string, cited: number | undefined): string {
  return cited === undefined ? withoutMarks(text) : text.slice(0, -cited).trimEnd();
}

/** What of the typed text goes so far back, and how much of it that takes; undefined for nothing. */
function movable(
  before: string,
  typed: string,
  { chained, pair, cited, blank }: FreshMark,
): { readonly back: number; readonly text: string; readonly length: number } | undefined {
  if (cited !== undefined || blank !== undefined) return undefined;
  const near = before.slice(-farthest);
  const words = withoutMarks(near);
  const line = words.slice(words.lastIndexOf('\n') + 1);
  if (words.length === near.length || !/[\p{L}\p{N}]/u.test(line) || /[\s([{“‘«„–—|]$/u.test(line)) return undefined;
  let text = '';
  let length = 0;
  while (length < typed.length) {
    const sign = typed.charAt(length);
    const written = words + text;
    const stays = stops.has(sign)
      ? !chained && text === '' && /[.,;:!?…][”’»"')]*$/u.test(written.slice(-20))
      : !closes(written, sign);
    if (stays) break;
    text += sign;
    length += length === pair ? 2 : 1;
  }
  if (length === 0) return undefined;
  return { back: near.length - words.length, text, length };
}

/** Words without the footnote marks they end with. */
function withoutMarks(text: string): string {
  let end = text.length;
  for (;;) {
    const open = text[end - 1] === ']' ? text.lastIndexOf('[^', end - 1) : -1;
    if (open < 0 || !/^\[\^[^\s[\]]{1,200}\]$/u.test(text.slice(open, end))) return text.slice(0, end);
    end = open;
  }
}

/** Whether a quotation is open in words that a mark would close. */
function closes(words: string, mark: string): boolean {
  const opening = quotes[mark] ?? '';
  if (opening !== mark)
    return (
      words.lastIndexOf(opening) > words.lastIndexOf(mark) ||
      (mark === '”' && count(words, opening) > count(words, mark))
    );
  if (mark === '"') return count(words, mark) % 2 === 1;
  // Between letters it is an apostrophe.
  return /(?:^|[\s([{–—“"])'(?=\S)/u.test(words) && !/[^\s([{–—“"]'(?![\p{L}\p{N}])/u.test(words);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function inOrder(changes: readonly Edit[]): Edit[] {
  return changes.toSorted((a, b) => a.start - b.start);
}
