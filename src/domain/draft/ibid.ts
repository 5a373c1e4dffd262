/**
 * Notes that say only "ibid" or "Id.", with or without a place: what they cite is told by the note before them, in the
 * order of the marks.
 */
import { recognizeNote } from '../citation/recognize';
import { firstFrom } from '../text/sorted';
import type { Block } from './block';
import type { Citation } from './citation';
import type { Labels } from './labels';
import type { Names } from './corpusNames';
import { readLocator, type Locator, type PlaceReference } from './locator';
import { placed } from './placed';
import type { Recognizer } from './recognizer';
import { WithBlocks } from './withBlocks';

/** What a note says that names no source of its own. */
interface Ibid {
  /** "See", before it. */
  readonly prefix?: string;
  /** Its place; none where it is the place of the note before. */
  readonly place?: Locator & { readonly text: string };
}

/** Notes of ours of this kind have no more characters. */
const longest = 400;
const saysIbid =
  /^(?:(see(?: also)?|cf\.?|voir(?: aussi)?|véase(?: también)?)\s{1,4})?[*_]{0,3}(?:ibid(?:em)?|id)(?:\.[*_]{0,3}|[*_]{0,3}\.?)(?=[\s,]|$),?\s{0,4}/iu;

/**
 * Reads a note's words: "ibid", "Ibid., day 2, conclusion 5", "*Id.* at day 2"; undefined where they say anything else.
 */
export function readIbid(words: string): Ibid | undefined {
  const text = words.trim();
  if (text.length > longest) return undefined;
  const found = saysIbid.exec(text);
  if (found === null) return undefined;
  const prefix = found[1] === undefined ? {} : { prefix: found[1] };
  const rest = text.slice(found[0].length).replace(/\.$/u, '').trimEnd();
  if (rest === '') return prefix;
  const locator = readLocator(rest);
  return locator !== undefined && locator.end === rest.length
    ? { ...prefix, place: { ...locator, text: rest.replace(/\s+/gu, ' ') } }
    : undefined;
}

/** The words of a definition in its first block. */
function wordsOfNote(block: Block): string {
  return block.words.slice(Math.max(block.text.indexOf('[^'), 0) + (block.label?.length ?? 0) + 4);
}

/** What a definition says that begins in a block, where it says "ibid" alone. */
export function ibidIn(block: Block): Ibid | undefined {
  return block.label === undefined || block.text.length > longest * 2 ? undefined : readIbid(wordsOfNote(block));
}

/** What a note cites, as far as the next one may mean the same. */
export type Said = Pick<Citation, 'ids' | 'corpus' | 'mentions'>;

/** What is known of such a note: what it says, and what that was found to cite after another note. */
export interface IbidNote {
  readonly says: Ibid;
  found?: { readonly before: Said; readonly citation: Citation | undefined };
}

/** A note of the draft in the order of the marks; without a label where it is not one that we can read. */
interface Mark {
  readonly label?: string;
}

/** So many blocks are passed in one step. */
const passedAtOnce = 4_000;

/** So many notes are read in one step. */
const notesAtOnce = 64;

const marksIn = new WithBlocks<readonly Mark[]>();

/**
 * What the notes that say "ibid" cite, by label, as definitions: the source of the note before, where that one cites
 * nothing but one source of ours, in our words or as an "ibid" in its turn. After anybody else's note, and where it
 * cannot be known which note is before it, such a note is not ours. In steps.
 */
export function* resolvingIbids(
  blocks: readonly Block[],
  recognizer: Recognizer,
  labels: Labels,
): Generator<void, ReadonlyMap<string, Citation>> {
  const found = new Map<string, Citation>();
  if (!labels.saysIbid) return found;
  const marks = yield* marksOf(blocks, recognizer, labels);
  const repeated = repeatedIn(marks);
  const reader = new Reader(blocks, recognizer, labels);
  let before: Before = {};
  let read = 0;
  for (const { label } of marks) {
    const block = label === undefined ? undefined : reader.ibid(label);
    if (label === undefined || block === undefined) {
      before = label === undefined ? {} : { label };
      continue;
    }
    const said = saidIn(before, reader);
    // With several marks it is several notes, each after another one.
    const citation = said === undefined || repeated.has(label) ? undefined : reader.cited(block, label, said);
    if (citation !== undefined) found.set(label, citation);
    before = citation === undefined || citation.unknown.length > 0 ? {} : { said: citation };
    if (++read % notesAtOnce === 0) yield;
  }
  return found;
}

/** The labels that several marks have. */
function repeatedIn(marks: readonly Mark[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { label } of marks) {
    if (label === undefined) continue;
    if (seen.has(label)) repeated.add(label);
    seen.add(label);
  }
  return repeated;
}

/** The note before: what it says, where it says "ibid"; its label, where it does not and has one. */
interface Before {
  readonly label?: string;
  readonly said?: Said;
}

function saidIn({ said, label }: Before, reader: Reader): Said | undefined {
  return said ?? (label === undefined ? undefined : reader.alone(label));
}

/** The marks of a draft's notes. A mark that nothing defines makes no note. */
function* marksOf(blocks: readonly Block[], recognizer: Recognizer, labels: Labels): Generator<void, readonly Mark[]> {
  const marks: Mark[] = [];
  let passed = 0;
  for (const block of blocks) {
    if (++passed % passedAtOnce === 0) yield;
    yield* recognizer.steps(block);
    for (const mark of notesIn(block, recognizer))
      if (mark.label === undefined || labels.has(mark.label)) marks.push(mark);
  }
  return marks;
}

/**
 * The notes that a block has marks of, in order. What may be a note in another program, or becomes one, is one that we
 * cannot read.
 */
function notesIn(block: Block, recognizer: Recognizer): readonly Mark[] {
  if (block.inNote) return [];
  const known = marksIn.get(block);
  if (known) return known;
  const marks: (Mark & { readonly start: number })[] = [];
  if (block.kind === 'html') {
    if (/\[\^|\^\[/u.test(block.text)) marks.push({ start: 0 });
  } else {
    const { citations, markers } = recognizer.in(block);
    for (const { label, start } of markers) marks.push({ label, start });
    for (const { form, label, start } of citations) {
      if (form === 'footnote' && label !== undefined) marks.push({ label, start: start - block.start });
    }
    if (block.text.includes('^[')) for (const { index } of block.prose.matchAll(/\^\[/gu)) marks.push({ start: index });
    // Keys of pandoc's are notes in some styles.
    if (block.text.includes('@'))
      for (const { kind, start } of block.zones)
        if (kind === 'citationKey' && block.text[start] === '@') marks.push({ start });
  }
  marks.sort((a, b) => a.start - b.start);
  const inOrder = marks.map(({ label }): Mark => (label === undefined ? {} : { label }));
  marksIn.set(block, inOrder);
  return inOrder;
}

/** Whether a note says nothing but what it cites. */
const ours = new WeakMap<Block, boolean>();
const beforeSource = /^\s*(?:see(?: also)?|cf\.?|voir(?: aussi)?|véase(?: también)?)\s+/iu;

/** What parts another source from one, or a remark. */
const namesMore = /;|\[@/u;

class Reader {
  constructor(
    readonly blocks: readonly Block[],
    readonly recognizer: Recognizer,
    readonly labels: Labels,
  ) {}

  /** Where a label is defined that says "ibid" alone, and is no label of ours. */
  ibid(label: string): Block | undefined {
    const block = this.labels.only(label);
    const reads =
      block !== undefined && this.labels.ibid(block) !== undefined && this.recognizer.names.label(label) === undefined;
    return reads && !this.#goesOn(block) ? block : undefined;
  }

  /** What a label's note cites, where it cites that and says nothing else. */
  alone(label: string): Said | undefined {
    const block = this.labels.only(label);
    if (block === undefined || this.#goesOn(block)) return undefined;
    const note = this.recognizer.in(block).citations.find(({ form }) => form === 'footnoteDefinition');
    if (note === undefined || note.unknown.length > 0) return undefined;
    let known = ours.get(block);
    if (known === undefined) {
      const whole = note.corpus === undefined ? [] : [note.corpus];
      const ids = note.ids.length > 0 ? note.ids : whole;
      const words = wordsOfNote(block);
      // The drafter's own wording of it counts, where nothing else is in the note.
      const isOwn = this.recognizer.names.label(label) === undefined && !namesMore.test(words);
      known = isOwn || recognizeNote(this.recognizer.names.library, ids, words.replace(beforeSource, '')).length > 0;
      ours.set(block, known);
    }
    return known ? note : undefined;
  }

  /** What the "ibid" that begins in a block cites after a note that cites something; kept as long as it does. */
  cited(block: Block, label: string, before: Said): Citation | undefined {
    const note = this.labels.ibid(block);
    if (note === undefined) return undefined;
    if (note.found?.before !== before)
      note.found = { before, citation: cited(note.says, before, block, label, this.recognizer) };
    return note.found.citation;
  }

  /** Whether a definition has more paragraphs. */
  #goesOn(block: Block): boolean {
    for (let at = firstFrom(this.blocks, block.start + 1, ({ start }) => start); ; at++) {
      const next = this.blocks[at];
      if (next?.kind !== 'blank') return next?.inNote === true && next.label === undefined && next.continues;
    }
  }
}

/** What an "ibid" after a note cites; undefined where its place is none that the note's document may have. */
function cited(
  { prefix, place }: Ibid,
  before: Said,
  block: Block,
  label: string,
  { names }: Recognizer,
): Citation | undefined {
  const { ids, corpus, mentions } = before;
  const range = { start: Math.max(block.text.indexOf('[^'), 0), end: block.text.trimEnd().length };
  const more = {
    form: 'footnoteDefinition' as const,
    label,
    ...(prefix === undefined ? {} : { prefix }),
    ...(corpus === undefined ? {} : { corpus }),
  };
  if (place === undefined) return placed({ ...range, ...more, ids, mentions, unknown: [] }, block);
  const there = placesAfter(place, before, names);
  return there && placed({ ...range, ...more, ...there, locator: place.text }, block);
}

/** What an "ibid" with a place names after a note; undefined where it is none that the note's document may have. */
export function placesAfter(
  place: Locator,
  { ids, corpus, mentions }: Said,
  names: Names,
): (Pick<Citation, 'ids' | 'unknown' | 'mentions'> & { readonly corpus: string }) | undefined {
  const days = new Set(mentions.map(({ day }) => day));
  const places = place.mentions.map(mention => ofDay(mention, days.size === 1 ? [...days][0] : undefined));
  // One document only has the place.
  if (
    corpus === undefined ||
    ids.some(id => names.library.resolve(id)?.entry.corpus !== corpus) ||
    !places.every(isExact)
  )
    return undefined;
  return { corpus, ...names.resolve(corpus, places), mentions: places };
}

/** "Ibid., fifth conclusion" is of the day of the note before. */
function ofDay(mention: PlaceReference, day: number | undefined): PlaceReference {
  return mention.conclusion === undefined || mention.day !== undefined || day === undefined
    ? mention
    : { ...mention, day };
}

function isExact({ day, conclusion, part, paragraph }: PlaceReference): boolean {
  return (day !== undefined && (conclusion !== undefined || paragraph === undefined)) || part !== undefined;
}
