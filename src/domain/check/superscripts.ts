/**
 * Notes that a draft numbers by superscript digits, as a text does that was pasted from a word processor: "… routes.⁴", and
 * below "⁴ IOM, International Dialogue on Migration 2022, day 1, fourth conclusion". They are read, and never edited.
 */
import type { Block, Draft } from '../draft/draft';
import { readIbid } from '../draft/ibid';
import type { PlaceReference } from '../draft/locator';
import { isBareNote } from '../draft/recognizer';
import { WithBlocks } from '../draft/withBlocks';
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

/** What a note cites, as far as an "ibid" after it may mean the same. */
interface Said {
  readonly corpus?: string;
  readonly mentions: readonly PlaceReference[];
  readonly ids: readonly string[];
}

/** The notes in the lines of a paragraph. */
function read(draft: Draft, block: Block): readonly Note[] {
  const { citations } = draft.recognizer.in(block);
  const found: Note[] = [];
  let before: Said | undefined;
  for (const { index, 0: whole, 1: number = '', 2: words = '' } of block.text.matchAll(line)) {
    const from = index + whole.length - words.length;
    const to = index + whole.length;
    const own = citations.filter(({ start, end }) => start - block.start >= from && end - block.start <= to);
    const [only, ...more] = own;
    if (only && more.length === 0) {
      const isBare = isBareNote(
        block.text.slice(from, only.start - block.start),
        block.text.slice(only.end - block.start, to),
      );
      before = isBare && only.unknown.length === 0 ? only : undefined;
    } else before = own.length === 0 && before ? afterIbid(draft, words, before) : undefined;
    found.push({ number, ids: before?.ids ?? [] });
  }
  return found;
}

/** What "Ibid., fifth conclusion" cites after another note. */
function afterIbid(draft: Draft, words: string, before: Said): Said | undefined {
  const ibid = readIbid(words);
  if (!ibid) return undefined;
  if (!ibid.place) return before;
  const { corpus } = before;
  if (corpus === undefined) return undefined;
  const days = new Set(before.mentions.map(({ day }) => day));
  const [day] = days;
  const mentions = ibid.place.mentions.map(each =>
    each.day === undefined && days.size === 1 && day !== undefined ? { ...each, day } : each,
  );
  const { ids, unknown } = draft.recognizer.names.resolve(corpus, mentions);
  return unknown.length > 0 ? undefined : { corpus, mentions, ids };
}

/** Whether a paragraph begins with a note's number: most are passed by their first character. */
export function beginsNotes({ kind, quoted, text }: Block): boolean {
  return kind === 'paragraph' && !quoted && digits.includes(text.charAt(0)) && text !== '';
}

/** The notes in the lines of such a paragraph, read once. */
export function* notesOf(draft: Draft, block: Block): Generator<void, readonly Note[]> {
  const known = notesIn.get(block);
  if (known) return known;
  yield* draft.recognizer.steps(block);
  const found = read(draft, block);
  notesIn.set(block, found);
  return found;
}

/** The superscript marks in a block that have a note, ours or not, as citations; offsets count from its beginning. */
export function superscriptsIn({ prose, text, kind }: Block, notes: OwnNotes): Cited[] {
  if (notes.size === 0 || !hasDigits.test(prose) || (kind === 'paragraph' && digits.includes(text.charAt(0))))
    return [];
  return [...prose.matchAll(mark)].flatMap(({ 0: number, index }): Cited[] => {
    const ids = notes.get(number);
    if (!ids || power.test(prose.slice(Math.max(0, index - 3), index))) return [];
    const range = { start: index, end: index + number.length };
    return [{ ...range, form: 'footnote', ids, ours: ids.length > 0, shared: false, annotated: true, named: true }];
  });
}
