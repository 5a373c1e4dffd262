/**
 * Notes that a draft numbers by superscript digits, as a text does that was pasted from a word processor: "… routes.⁴", and
 * below "⁴ IOM, International Dialogue on Migration 2022, day 1, fourth conclusion". They are read, and never edited.
 */
import type { Block, Draft } from '../draft/draft';
import type { Citation } from '../draft/citation';
import { placesAfter, readIbid, type Said } from '../draft/ibid';
import { isBareNote } from '../draft/recognizer';
import { WithBlocks } from '../draft/withBlocks';
import type { Range } from '../text/ranges';
import { certain } from '../certain';
import type { Cited, OwnNotes } from './cited';

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A line that begins with a note's number. */
const line = new RegExp(String.raw`^[ \t]*([${digits}]{1,3})[ \t]*(\S.*)$`, 'gmu');
/** A mark, right behind what it belongs to. */
const mark = new RegExp(String.raw`(?<=[\p{L}\p{N}\p{Pe}\p{Pf}"'.,;:!?])[${digits}]{1,3}`, 'gu');
const hasDigits = new RegExp(`[${digits}]`, 'u');
/** "10⁶", "m²", "R²": a power, and no note. */
const power = /(?:\d|(?<!\p{L})(?:[kcmd]?m|ft|ha|CO|R|χ))$/u;

/** A note's line: its number, and what it cites; nothing where it cites no conclusion of ours alone. */
interface Note {
  readonly number: string;
  readonly ids: readonly string[];
}

const notesIn = new WithBlocks<readonly Note[]>();

/** So many lines are read in one step. */
const atOnce = 256;

/** The notes in the lines of a paragraph that begins with one; read once, in steps. */
export function* notesOf(draft: Draft, block: Block): Generator<void, readonly Note[]> {
  const known = notesIn.get(block);
  if (known) return known;
  yield* draft.recognizer.steps(block);
  const { citations } = draft.recognizer.in(block);
  const found: Note[] = [];
  let next = 0;
  let before: Said | undefined;
  for (const { index, 0: whole, 1: number = '', 2: words = '' } of block.text.matchAll(line)) {
    const end = block.start + index + whole.length;
    const own: Citation[] = [];
    while ((citations[next]?.end ?? Infinity) <= end) own.push(certain(citations[next++]));
    before = said(draft, words, end, own, before);
    found.push({ number, ids: before?.ids ?? [] });
    if (found.length % atOnce === 0) yield;
  }
  notesIn.set(block, found);
  return found;
}

/**
 * What a note cites, where it cites one source of ours and says nothing else, or "ibid" after such a note.
 * @param own the citations in its line, which ends at `end`
 */
function said(
  draft: Draft,
  words: string,
  end: number,
  own: readonly Citation[],
  before: Said | undefined,
): Said | undefined {
  const [only, ...more] = own;
  if (!only) return before && afterIbid(draft, words, before);
  const start = end - words.length;
  const isBare = isBareNote(words.slice(0, only.start - start), words.slice(only.end - start));
  return isBare && more.length === 0 && only.unknown.length === 0 ? only : undefined;
}

/** What "Ibid., fifth conclusion" cites after another note. */
function afterIbid(draft: Draft, words: string, before: Said): Said | undefined {
  const ibid = readIbid(words);
  if (!ibid?.place) return ibid && before;
  const there = placesAfter(ibid.place, before, draft.recognizer.names);
  return there?.unknown.length === 0 ? there : undefined;
}

/** Whether a paragraph begins with a note's number: most are passed by their first character. */
export function beginsNotes({ kind, quoted, text }: Block): boolean {
  return kind === 'paragraph' && !quoted && text !== '' && digits.includes(text.charAt(0));
}

interface Mark extends Range {
  readonly number: string;
}

const marksIn = new WithBlocks<readonly Mark[]>();
const none: readonly Mark[] = [];

function marksOf(block: Block): readonly Mark[] {
  const known = marksIn.get(block);
  if (known) return known;
  const { prose } = block;
  const found =
    !hasDigits.test(prose) || beginsNotes(block)
      ? none
      : [...prose.matchAll(mark)].flatMap(({ 0: number, index }) =>
          power.test(prose.slice(Math.max(0, index - 3), index))
            ? []
            : [{ start: index, end: index + number.length, number }],
        );
  marksIn.set(block, found);
  return found;
}

/**
 * The superscript marks in a block that have a note, ours or another work's, as citations; offsets count from its
 * beginning.
 * @param notes what the notes cite, by their numbers
 */
export function superscriptsIn(block: Block, notes: OwnNotes['raised']): Cited[] {
  if (notes.size === 0) return [];
  return marksOf(block).flatMap(({ number, start, end }): Cited[] => {
    const ids = notes.get(number);
    return ids
      ? [{ start, end, form: 'footnote', ids, ours: ids.length > 0, shared: false, annotated: true, named: true }]
      : [];
  });
}
