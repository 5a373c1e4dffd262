// What a note may leave out for the notes before it: later notes, “ibid”.
import { certain } from '../certain';
import { isFinding, type Library } from '../corpus/library';
import type { NotePlace } from './options';
import { namesOf } from './titles';

/** What one note of a draft cites, as far as later notes depend on it. */
export interface NoteContent {
  /** The documents it cites; empty for a note that is not ours, or that we cannot read. */
  readonly corpora: readonly string[];
  /** The day it cites, when it cites conclusions of one day only. */
  readonly day?: number | undefined;
  /** What it cites, in its order; a note cites the same place as another where this is the same. */
  readonly cited?: string;
  /** Its words are the drafter's: it may cite more than its label says. */
  readonly uncertain?: boolean;
  /** How it is counted is not known: nothing refers back to it, and it refers to no note as the one right before. */
  readonly unnumbered?: boolean;
  /**
   * Those of its documents that are one author's: "Author (n 1)" does not say which of them is meant, and their short
   * titles must.
   */
  readonly alike?: readonly string[];
  /** Those of the alike whose short titles are the same, too. */
  readonly nameless?: readonly string[];
}

/**
 * What a note cites that names these ids; nothing where it names none of the library's.
 * @param alone whether it says nothing else: its words are ours
 */
export function noteContent(library: Library, ids: readonly string[], alone = true): NoteContent {
  const entries = ids.flatMap(id => library.resolve(id)?.entry ?? []);
  const whole = ids.filter(id => library.corpus(id) !== undefined);
  const corpora = [...new Set([...entries.map(({ corpus }) => corpus), ...whole])];
  if (corpora.length === 0) return { corpora };
  const days = new Set(entries.map(entry => (isFinding(entry) ? entry.day : undefined)));
  const alike = sharing(corpora, corpus => library.corpus(corpus)?.document.organization);
  const nameless = sharing(alike, corpus => briefOf(library, corpus));
  return {
    corpora,
    ...(alike.length === 0 ? {} : { alike }),
    ...(nameless.length === 0 ? {} : { nameless }),
    cited: [...new Set(ids.flatMap(id => library.resolve(id)?.entry.id ?? library.corpus(id)?.id ?? []))].join('+'),
    ...(days.size === 1 && whole.length === 0 ? { day: [...days][0] } : {}),
    ...(alone ? {} : { uncertain: true }),
  };
}

/** Those of some corpora that have a name in common with another of them. */
function sharing(corpora: readonly string[], nameOf: (corpus: string) => string | undefined): string[] {
  const names = corpora.map(nameOf);
  return corpora.filter((_, at) => names.indexOf(names[at]) !== names.lastIndexOf(names[at]));
}

/** Author and short title of a document. */
function briefOf(library: Library, id: string): string | undefined {
  const document = library.corpus(id)?.document;
  return document && `${document.organization} ${namesOf(document, 'en').brief}`;
}

/**
 * How later notes refer back to a note for a document that it cites: its number, 0 where that says nothing; and whether
 * by title.
 */
export function referenceTo(
  { alike, nameless }: NoteContent,
  corpus: string,
  number: number,
): { readonly firstNote: number; readonly byTitle: boolean } {
  const isNameless = nameless?.includes(corpus) === true;
  return { firstNote: isNameless ? 0 : number, byTitle: !isNameless && alike?.includes(corpus) === true };
}

/** One note's number and place in the draft. */
interface NumberedNote extends NotePlace {
  /** From 1, all notes of the draft counted, each mention of a label anew. */
  readonly number: number;
}

/**
 * Where each note stands, given **all** notes of a draft in order of appearance, other people's
 * included: "n 1" is the number of the first note that cites the document, and ibid. needs the note
 * immediately before to cite this document and nothing else, for certain. A note of several documents refers back for
 * each that an earlier note cites, and is "ibid." only where the note before cites just the same. A note whose number
 * is not known refers back only to notes before it whose number is.
 */
export function positions(notes: readonly NoteContent[]): NumberedNote[] {
  const first = new Map<string, FirstNote>();
  return notes.map((note, at) => {
    const { corpora, unnumbered = false } = note;
    const number = at + 1;
    const known = new Map(
      corpora.flatMap(corpus => {
        const earlier = first.get(corpus);
        return earlier === undefined ? [] : [[corpus, earlier] as const];
      }),
    );
    if (!unnumbered)
      for (const corpus of corpora) if (!first.has(corpus)) first.set(corpus, referenceTo(note, corpus, number));
    return { number, ...placeAfter(unnumbered ? undefined : notes[at - 1], note, known) };
  });
}

type FirstNote = ReturnType<typeof referenceTo>;

/**
 * Where a note stands.
 * @param before the note right before it
 * @param known the first notes for those of its documents that earlier notes cite
 */
function placeAfter(
  before: NoteContent | undefined,
  { corpora, cited }: NoteContent,
  known: ReadonlyMap<string, FirstNote>,
): NotePlace {
  if (known.size === 0) return { position: 'first' };
  // "Ibid." may mean more than we know after a note whose words are the drafter's.
  const ours = before?.uncertain === true ? undefined : before;
  const samePlace = ours !== undefined && cited !== undefined && ours.cited === cited;
  const same = corpora.length === 1 ? isOnly(corpora[0], ours) : samePlace;
  return {
    position: same ? 'ibid' : 'subsequent',
    ...(corpora.length === 1 ? { firstNote: certain(known.values().next().value).firstNote } : firstNotes(known)),
    ...titles(known),
    ...(same && corpora.length === 1 && ours?.day !== undefined ? { previousDay: ours.day } : {}),
    ...(same && samePlace ? { samePlace } : {}),
  };
}

function isOnly(corpus: string | undefined, note: NoteContent | undefined): boolean {
  return note !== undefined && note.corpora.length === 1 && note.corpora[0] === corpus;
}

function firstNotes(known: ReadonlyMap<string, FirstNote>): Pick<NotePlace, 'firstNotes'> {
  return { firstNotes: Object.fromEntries([...known].map(([corpus, { firstNote }]) => [corpus, firstNote])) };
}

function titles(known: ReadonlyMap<string, FirstNote>): Pick<NotePlace, 'byTitle'> {
  const byTitle = [...known].flatMap(([corpus, first]) => (first.byTitle ? [corpus] : []));
  return byTitle.length === 0 ? {} : { byTitle };
}
