import { isFinding, type Library } from '../corpus/library';
import type { NotePlace } from './options';

/** What one note of a draft cites, as far as later notes depend on it. */
export interface NoteContent {
  /** The documents it cites; empty for a note that is not ours, or that we cannot read. */
  readonly corpora: readonly string[];
  /** The day it cites, when it cites conclusions of one day only. */
  readonly day?: number | undefined;
}

/** What a note cites that names these ids; nothing where it names none of the library's. */
export function noteContent(library: Library, ids: readonly string[]): NoteContent {
  const entries = ids.flatMap(id => library.resolve(id)?.entry ?? []);
  const whole = ids.filter(id => library.corpus(id) !== undefined);
  const corpora = [...new Set([...entries.map(({ corpus }) => corpus), ...whole])];
  const days = new Set(entries.map(entry => (isFinding(entry) ? entry.day : undefined)));
  return { corpora, ...(days.size === 1 && whole.length === 0 ? { day: [...days][0] } : {}) };
}

/** One note's number and place in the draft. */
export interface NumberedNote extends NotePlace {
  /** From 1, all notes of the draft counted, each mention of a label anew. */
  readonly number: number;
}

/**
 * Where each note stands, given **all** notes of a draft in order of appearance, other people's
 * included: "n 1" is the number of the first note that cites the document, and ibid. needs the note
 * immediately before to cite this document and nothing else.
 */
export function positions(notes: readonly NoteContent[]): NumberedNote[] {
  const first = new Map<string, number>();
  return notes.map(({ corpora }, at) => {
    const number = at + 1;
    const before = notes[at - 1];
    const [corpus] = corpora;
    if (corpus === undefined || corpora.length > 1) {
      for (const each of corpora) if (!first.has(each)) first.set(each, number);
      return { number, position: 'first' };
    }
    const firstNote = first.get(corpus);
    if (firstNote === undefined) {
      first.set(corpus, number);
      return { number, position: 'first' };
    }
    const same = before?.corpora.length === 1 && before.corpora[0] === corpus;
    return {
      number,
      position: same ? 'ibid' : 'subsequent',
      firstNote,
      ...(same && before.day !== undefined ? { previousDay: before.day } : {}),
    };
  });
}
