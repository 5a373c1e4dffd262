// The places in a stretch where a citation may go, from the nearest on.
import { markAfterPunctuation } from '../citation/options';
import type { Language } from '../corpus/types';
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import { seamAt, type Written } from './seams';
import { insideOf, lineIndex, room, type Stretch } from './stretch';
import { lastCellEnd } from './surplus';
import { unchanged } from './unchanged';

/** Where something goes in a stretch, in its offsets, and what must be replaced for it. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** What has to stand before and after it. */
  readonly before: string;
  readonly after: string;
  /** Punctuation that stands behind the citation then: the cursor's place is behind both. */
  readonly punctuation?: string;
  /** The trigger, where it stands apart from the place and goes. */
  readonly taken?: Range;
}

/** Closing punctuation and marks that a footnote's mark follows in English. */
const closing = /^(?:[.,;:!?…]+[”’"'»]*|[”’»]+[.,;:!?…]*|["'](?![\p{L}\p{N}])[.,;:!?…]*)/u;
/** Punctuation that a mark goes before in French and Spanish, with the blank that French sets before it. */
const punctuationBefore = /[ \u00a0\u202f]?[.,;:!?…]{1,20}$/u;
/**
 * Punctuation that follows words closely in each language: blanks before it were left for what is inserted. Before the
 * others French sets one, and so does whoever writes an ellipsis.
 */
const close: Readonly<Record<Language, RegExp>> = {
  en: /^(?:[,;:]|\.(?![ \t]?\.)|[!?]{1,3})(?=[\s”’»"')\]*_]|$)/u,
  es: /^(?:[,;:]|\.(?![ \t]?\.)|[!?]{1,3})(?=[\s”’»"')\]*_]|$)/u,
  fr: /^(?:,|\.(?![ \t]?\.))(?=[\s”’»"')\]*_]|$)/u,
};
/** Scripts that set no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** So many words after the cursor's are tried before its line's end. */
const wordsTried = 4;

/**
 * The place for a footnote's mark: right after the words before the cursor. In English after the
 * punctuation that follows, in French and Spanish before that which stands there already (UN
 * Editorial Manual, footnotes, chap. 9: the indicator goes after punctuation in English, before it in French and
 * Spanish).
 */
export function markPlace(stretch: Stretch, sample: string, language: Language): Place | undefined {
  const afterPunctuation = markAfterPunctuation(language);
  return once(stretch, `mark ${language} ${sample}`, () =>
    first(stretch, sample, 'mark', language, [
      home => [beside(stretch, home, afterPunctuation, true), beside(stretch, home, afterPunctuation, false)],
      home => onward(stretch, home),
    ]),
  );
}

/** The place of a citation that reads as part of the text: one blank before it, none doubled after it. */
export function textPlace(stretch: Stretch, sample: string, written: Written, language: Language): Place | undefined {
  return once(stretch, `${written} ${language} ${sample}`, () =>
    first(stretch, sample, written, language, [
      home => [home],
      home => outside(stretch, home),
      home => onward(stretch, home),
    ]),
  );
}

const known = new WeakMap<Stretch, Map<string, Place | undefined>>();

/** The rows of a list would each be written at the same place: it is looked for once. */
function once(stretch: Stretch, key: string, find: () => Place | undefined): Place | undefined {
  const places = known.get(stretch) ?? new Map<string, Place | undefined>();
  known.set(stretch, places);
  if (!places.has(key)) places.set(key, find());
  return places.get(key);
}

/** A stretch of text to write at: replaced where it is no single place. */
interface Gap {
  readonly start: number;
  readonly end: number;
  /** What of the replaced text stands before and after what is written. */
  readonly before?: string;
  readonly after?: string;
  readonly punctuation?: string;
}

type Candidates = (home: Gap) => readonly (Gap | undefined)[];

/** The first place whose surroundings stay as they are. */
function first(
  stretch: Stretch,
  sample: string,
  written: Written,
  language: Language,
  candidates: readonly Candidates[],
): Place | undefined {
  const own = homeOf(stretch);
  if (own === undefined) return undefined;
  const home = withoutBlanks(stretch, own, language);
  for (const some of candidates) {
    for (const gap of some(home)) {
      const place = gap && placeIn(stretch, gap, written);
      if (place !== undefined && unchanged(stretch, editsAt(place, sample))) return place;
    }
  }
  return undefined;
}

/**
 * A gap with the blanks that what is written there needs around it; undefined where none would help, or where it is in
 * an inline note and the cursor is not, or the other way round: what is written was chosen for where the cursor is.
 */
function placeIn(stretch: Stretch, gap: Gap, written: Written): Place | undefined {
  const { start, end, before = '', after = '', punctuation = '' } = withTrigger(stretch, gap);
  const note = insideOf(stretch.notes, stretch.start);
  if (insideOf(stretch.notes, start) !== note || insideOf(stretch.notes, end) !== note) return undefined;
  const seam = seamAt(stretch, start, end, written, before);
  if (seam === undefined) return undefined;
  const trail = after === '' ? seam.trail : '';
  const place = { start, end, before: before + seam.lead, after: after + trail, punctuation };
  const isTaken = stretch.end > stretch.start;
  if (!isTaken || (start <= stretch.start && end >= stretch.end)) return place;
  // The blanks before a trigger behind a table's row go with it.
  const blanks = /\|[ \t]+$/u.exec(stretch.text.slice(Math.max(0, stretch.start - 40), stretch.start));
  const taken = { start: stretch.start - (blanks ? blanks[0].length - 1 : 0), end: stretch.end };
  return { ...place, taken };
}

/** A gap that touches the trigger replaces all of it. */
function withTrigger({ start, end }: Stretch, gap: Gap): Gap {
  const touches = end > start && gap.start <= end && gap.end >= start;
  return touches ? { ...gap, start: Math.min(gap.start, start), end: Math.max(gap.end, end) } : gap;
}

function editsAt({ start, end, before, after, punctuation = '', taken }: Place, sample: string): Edit[] {
  const edit = { start, end, text: before + sample + punctuation + after };
  return taken === undefined ? [edit] : [edit, { ...taken, text: '' }].toSorted((a, b) => a.start - b.start);
}

/** Where a cursor or trigger stands, out of what nothing may be put into, and behind the word it is in. */
function homeOf(stretch: Stretch): Gap | undefined {
  const { start, end } = stretch;
  if (end > start) {
    const within = room(stretch, start);
    if (within !== undefined && start < within.from) return point(settled(stretch, start));
    const cell = lastCellEnd(stretch);
    if (cell !== undefined) return point(cell);
    const around = stretch.atoms.find(atom => atom.start < start && end < atom.end);
    return around && insideOf(stretch.notes, start) === undefined
      ? point(settled(stretch, around.end))
      : { start, end };
  }
  return point(settled(stretch, start));
}

/**
 * A place with the blanks that were left for it between words and the punctuation that follows them closely, to be
 * replaced; the place itself where there are none.
 */
export function withoutBlanks(
  stretch: Stretch,
  gap: { readonly start: number; readonly end: number },
  language: Language,
): { readonly start: number; readonly end: number } {
  const { text } = stretch;
  const within = room(stretch, gap.end);
  if (within === undefined || gap.start < within.from) return gap;
  const line = text.slice(within.from, gap.start);
  const words = line.trimEnd();
  const isCursor = gap.start === gap.end;
  const start = isCursor ? within.from + words.length : gap.start;
  const rest = text.slice(gap.end, Math.min(within.to, gap.end + 40));
  const end = gap.end + rest.length - rest.trimStart().length;
  if (
    (isCursor && start === end) ||
    !endsInText(words) ||
    !close[language].test(text.slice(end, within.to).slice(0, 40))
  )
    return gap;
  // What holds no words, or ends emphasis, keeps what stands beside it.
  const isFree = insideOf(stretch.atoms, end) === undefined && insideOf(stretch.atoms, start) === undefined;
  return isFree ? { start, end } : gap;
}

function point(at: number | undefined): Gap | undefined {
  return at === undefined ? undefined : { start: at, end: at };
}

/** The nearest place to one that may hold words. */
export function settled(stretch: Stretch, at: number): number | undefined {
  const index = lineIndex(stretch, at);
  const within = room(stretch, at) ?? nearestRoom(stretch, index);
  if (within === undefined) return undefined;
  let place = Math.min(Math.max(at, within.from), within.to);
  for (let atom = insideOf(stretch.atoms, place); atom !== undefined; atom = insideOf(stretch.atoms, place))
    place = atom.end;
  if (place > within.to && room(stretch, place) === undefined) return undefined;
  const end = wordEnd(stretch.text, place, Math.max(within.to, place));
  return insideOf(stretch.atoms, end) === undefined ? end : place;
}

/** The room on the line before a closed one, else on the next. */
function nearestRoom(stretch: Stretch, index: number): { readonly from: number; readonly to: number } | undefined {
  const open = (line: Stretch['lines'][number] | undefined): boolean => line !== undefined && !line.closed;
  const before = stretch.lines.slice(0, index).findLast(open);
  if (before) {
    const { from, to } = room(stretch, before.to) ?? before;
    return { from: Math.max(from, to), to };
  }
  const after = stretch.lines.slice(index + 1).find(open);
  if (!after) return undefined;
  const { to } = room(stretch, after.from) ?? after;
  return { from: to, to };
}

/** The end of the word that a place is in the middle of; the place itself where it is in none. */
function wordEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (
    end < limit &&
    /^(?:[\udc00-\udfff]|[\p{M}\u200c\u200d\p{EMod}]|\ud83c[\udffb-\udfff])/u.test(text.slice(end, end + 2))
  )
    end += 1;
  while (end < limit && text[end - 1] === '\u200d') end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  const before = text.slice(Math.max(0, end - 2), end);
  if (!/[\p{L}\p{N}\p{M}]$/u.test(before) || unspaced.test(before)) return end;
  const rest =
    /^(?:[\p{L}\p{N}\p{M}\u00ad]|['’_-](?=[\p{L}\p{N}])|[.,:/](?=\p{N}))+/u.exec(
      text.slice(end, Math.min(limit, end + 100)),
    )?.[0] ?? '';
  // Punctuation holds numbers together, not a word and a number.
  const number = /\p{N}$/u.test(before) || !/^[.,:/]/u.test(rest);
  return number && !unspaced.test(rest) ? end + rest.length : end;
}

/** Whether a mark may follow this closely: not the beginning of a line, an opening bracket or a dash. */
function endsInText(before: string): boolean {
  return before.trim() !== '' && !/[([{“‘«„–—|-]$|(?<!\S)[*_~^+]$/u.test(before);
}

/** Beside the words before a place, and after or before their punctuation. */
function beside(stretch: Stretch, home: Gap, afterPunctuation: boolean, jumping: boolean): Gap | undefined {
  const isCursor = home.start === home.end;
  const start = isCursor ? beforeOpeners(stretch, home.start) : home.start;
  const from = room(stretch, home.start)?.from ?? 0;
  const line = stretch.text.slice(from, start);
  const word = line.trimEnd();
  if (word === '' && start >= from && isCursor) {
    // At the beginning of a later line, the mark belongs to the line before.
    const before = lineBefore(stretch, home.start);
    if (before && before.to < start)
      return beside(stretch, { start: before.to, end: before.to }, afterPunctuation, jumping);
  }
  const follows = endsInText(word);
  const words: Words = {
    word,
    blanks: follows ? line.slice(word.length) : '',
    punctuation: afterPunctuation || !follows ? '' : punctuationBehind(word),
    mayJump: jumping && afterPunctuation && follows,
    to: lineEnd(stretch, home.end),
  };
  return isCursor ? besideCursor(stretch, start, words) : besideTrigger(stretch, home, words);
}

function lineEnd(stretch: Stretch, at: number): number {
  return Math.max(room(stretch, at)?.to ?? at, at);
}

/** The words before a place, on its line. */
interface Words {
  readonly word: string;
  /** The blanks between them and the place. */
  readonly blanks: string;
  /** The punctuation that they end with, where a mark goes before it. */
  readonly punctuation: string;
  /** Whether a mark goes behind the punctuation that follows. */
  readonly mayJump: boolean;
  /** Where their line, or their cell, ends. */
  readonly to: number;
}

function besideCursor(stretch: Stretch, at: number, { blanks, punctuation, mayJump, to }: Words): Gap {
  const start = at - blanks.length;
  if (punctuation !== '') return { start: start - punctuation.length, end: start, punctuation };
  // Between two blanks, one goes.
  if (blanks !== '' && /^[ \t]/u.test(stretch.text.slice(at, at + 1))) return { start, end: at };
  const place = mayJump ? jump(stretch, start, to) : start;
  return { start: place, end: place };
}

function besideTrigger(stretch: Stretch, home: Gap, { word, blanks, punctuation, mayJump, to }: Words): Gap {
  const { end } = home;
  const start = home.start - blanks.length;
  const rest = stretch.text.slice(end, to);
  const after = blanks !== '' && followsWord(rest) ? { after: blanks } : undefined;
  if (punctuation !== '') return { start: start - punctuation.length, end, punctuation, ...after };
  if (after) return { start, end, ...after };
  const colon = word === '' && rest.startsWith(':') ? end + 1 : end;
  const jumped = mayJump ? jump(stretch, end, to) : colon;
  return { start, end: jumped, before: stretch.text.slice(end, jumped) };
}

/** Before the marks of emphasis that open right before a place. */
function beforeOpeners({ openers }: Stretch, at: number): number {
  let start = at;
  for (let mark = openers.find(({ end }) => end === start); mark; mark = openers.find(({ end }) => end === start))
    start = mark.start;
  return start;
}

function lineBefore(stretch: Stretch, at: number): { readonly to: number } | undefined {
  const index = lineIndex(stretch, at);
  return index > 0 && stretch.block.kind !== 'table' ? nearestRoom(stretch, index) : undefined;
}

function followsWord(rest: string): boolean {
  return /^[\p{L}\p{N}“‘«(]/u.test(rest);
}

/** The punctuation that words before a cursor end with; none where nothing but punctuation stands there. */
function punctuationBehind(words: string): string {
  const punctuation = punctuationBefore.exec(words.slice(-30))?.[0] ?? '';
  return punctuation !== '' && endsInText(words.slice(0, -punctuation.length)) ? punctuation : '';
}

/** The end of closing punctuation and of emphasis that end at or after a place. */
export function jump(stretch: Stretch, from: number, to: number): number {
  let at = from;
  for (;;) {
    const closer = stretch.closers.find(({ start }) => start === at);
    const next = closer
      ? closer.end
      : at + (closing.exec(stretch.text.slice(at, Math.min(to, at + 40)))?.[0].length ?? 0);
    if (next === at || next > to || insideOf(stretch.atoms, next) !== undefined) return at;
    at = next;
  }
}

/** Out of the emphasis that a place stands at the end or beginning of, and behind the punctuation there. */
function outside(stretch: Stretch, { start, end }: Gap): Gap[] {
  const found: Gap[] = [];
  for (
    let mark = stretch.openers.find(each => each.end === start);
    mark;
    mark = stretch.openers.find(each => each.end === (found.at(-1)?.start ?? -1))
  )
    found.push({ start: mark.start, end: mark.start });
  for (
    let mark = stretch.closers.find(each => each.start === end);
    mark;
    mark = stretch.closers.find(each => each.start === (found.at(-1)?.end ?? -1))
  )
    found.push({ start: mark.end, end: mark.end });
  const colon = /^:+/u.exec(stretch.text.slice(end, end + 20))?.[0].length ?? 0;
  if (colon > 0) found.push({ start: end + colon, end: end + colon });
  return found;
}

/** The ends of the next words, of the line and of the block. */
function* ends(stretch: Stretch, { start, end }: Gap): Generator<number> {
  const to = room(stretch, end)?.to ?? end;
  let at = end;
  for (let count = 0; count < wordsTried && at < to; count += 1) {
    const blanks = /^\s*\S+/u.exec(stretch.text.slice(at, Math.min(to, at + 200)))?.[0].length ?? to - at;
    at += blanks;
    for (let atom = insideOf(stretch.atoms, at); atom; atom = insideOf(stretch.atoms, at)) at = atom.end;
    if (at <= to) yield at;
  }
  yield to;
  const line = stretch.lines[lineIndex(stretch, start)];
  const last = stretch.lines.findLast(({ closed }) => !closed);
  if (line) yield line.from;
  if (last && stretch.block.kind !== 'table') yield last.to;
}

function onward(stretch: Stretch, home: Gap): Gap[] {
  return [...ends(stretch, home)]
    .filter(at => insideOf(stretch.atoms, at) === undefined)
    .map(at => ({ start: at, end: at }));
}
