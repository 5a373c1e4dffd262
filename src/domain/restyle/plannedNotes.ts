// The footnotes of a draft as restyling leaves them.
import { definitionText } from '../citation/cite';
import { labelOf, readLabel } from '../citation/labels';
import { accessIn, recognizeNote, withAccess } from '../citation/recognize';
import { laterNotesDiffer, wishesIn, type NotePlace, type Style, type Wishes } from '../citation/options';
import { noteContent, positions, type NoteContent } from '../citation/positions';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import { noteOrder } from '../draft/noteOrder';
import { isUnedited } from './notes';
import { noteAs, saysMore } from './said';
import type { Said, Unit } from './unit';

/** A note of the draft as it will be, and the unit it is written for. */
interface Note extends NoteContent {
  readonly unit: Unit;
  /** What of the unit it cites. */
  readonly ids: readonly string[];
  readonly said?: Said;
  /**
   * The label of the drafter's own that it keeps. Insertions and checks take such a note for anyone's, so that none with
   * a label of ours refers back to it; it refers back to all.
   */
  readonly own?: string;
}

/** The marks each unit gets, and the definitions they need, by label. */
export interface PlannedNotes {
  readonly marks: ReadonlyMap<Unit, readonly string[]>;
  readonly definitions: ReadonlyMap<string, string>;
}

/** How notes are worded. */
interface Wording extends Wishes {
  readonly style: Style;
  readonly language: Language;
}

/** The notes of the units in full: their labels are final, their words as if nothing else were cited. */
interface FullNotes extends PlannedNotes {
  readonly units: readonly Unit[];
  /** The notes, by label. */
  readonly notes: ReadonlyMap<string, Note>;
}

/**
 * Labels the notes of the units, and words them in full.
 * @param kept the labels of notes that stay as they are: theirs are not taken
 */
export function fullNotes(
  draft: Draft,
  library: Library,
  units: readonly Unit[],
  kept: ReadonlySet<string>,
  wording: Wording,
): FullNotes {
  const worded = wordsOf(draft, library, wording);
  const marks = new Map<Unit, string[]>();
  const definitions = new Map<string, string>();
  const notes = new Map<string, Note>();
  const mentions = new Map<string, number>();
  for (const note of [...units].sort((a, b) => a.start - b.start).flatMap(unit => notesOf(unit, library, kept))) {
    const { unit, ids, said, own } = note;
    const label = own ?? nextLabel(ids, mentions, kept, laterNotesDiffer(wording.style), said !== undefined);
    marks.set(unit, [...(marks.get(unit) ?? []), `[^${label}]`]);
    if (notes.has(label)) continue;
    notes.set(label, note);
    definitions.set(label, worded(label, note, { position: 'first' }));
  }
  return { units, notes, marks, definitions };
}

/**
 * The same notes as later notes are worded, given all notes of the draft as it will be: there they are counted. Where
 * it is not known how, they are worded in full.
 * @param after the draft with the notes in full
 */
export function laterNotes(
  draft: Draft,
  library: Library,
  { units, marks, definitions: full, notes: planned }: FullNotes,
  after: Draft,
  wording: Wording,
): PlannedNotes {
  const notes = notesThere(draft, library, planned, after);
  const byOwn = positions(notes.map(note => (note.own === undefined ? note : { corpora: [] })));
  const byAll = notes.some(({ own }) => own !== undefined) ? positions(notes) : byOwn;
  const marked = timesMarked(draft, units);
  const worded = wordsOf(draft, library, wording);
  const definitions = new Map(full);
  const told = new Set<string>();
  notes.forEach(({ label, own }, at) => {
    const note = label === undefined ? undefined : planned.get(label);
    const place = (own === undefined ? byOwn : byAll)[at];
    if (label === undefined || note === undefined || place === undefined || told.has(label)) return;
    told.add(label);
    // One note that has several marks is several notes, which stand after different ones.
    if ((marked.get(own ?? '') ?? 0) <= 1) definitions.set(label, worded(label, note, place));
  });
  return { marks, definitions };
}

/** Words a note under its label, at a place among the notes. */
function wordsOf(
  draft: Draft,
  library: Library,
  { style, language, ...wishes }: Wording,
): (label: string, note: Note, place: NotePlace) => string {
  const visits = new Map(draft.footnoteDefinitions.map(({ label, text }) => [label, accessIn(text)]));
  return (label, { ids, said }, place) => {
    // The date of access is the drafter's own.
    const visited = visits.get(label);
    const given = wishesIn({ ...wishes, accessed: visited === undefined ? wishes.accessed : undefined });
    const text = withAccess(definitionText(library, ids, { style, language, ...place, ...given }), visited, style);
    return said === undefined ? text : noteAs(text, said);
  };
}

/**
 * The definitions of notes that have marks in notes, in full, by label: those marks stay and nothing counts them. Notes
 * that have no others and are not in full now are left, since none knows what they follow; so are those that a mark
 * keeps for another reason.
 * @param inner where those marks begin
 * @param named what the notes of ours cite that have labels of the drafter's own
 */
export function innerNotes(
  draft: Draft,
  library: Library,
  inner: ReadonlySet<number>,
  units: readonly Unit[],
  named: ReadonlyMap<string, readonly string[]>,
  { style, ...wishes }: { readonly style: Style } & Wishes,
  language: Language,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (inner.size === 0) return found;
  const rewritten = new Set(units.map(({ start }) => start));
  const marks = draft.citations().filter(({ form }) => form === 'footnote');
  const others = new Set(
    marks.flatMap(({ label, start }) =>
      label === undefined || inner.has(start) || rewritten.has(start) ? [] : [label],
    ),
  );
  const wanted = new Set(
    marks.flatMap(({ label, start }) => (label !== undefined && inner.has(start) && !others.has(label) ? [label] : [])),
  );
  const outside = new Set(
    marks.flatMap(({ label, start }) => (label !== undefined && rewritten.has(start) ? [label] : [])),
  );
  for (const { label, text } of draft.footnoteDefinitions) {
    const ids = wanted.delete(label) ? (named.get(label) ?? readLabel(label, library)?.ids) : undefined;
    if (
      ids === undefined ||
      !(outside.has(label) || recognizeNote(library, ids, text).some(({ position }) => position === 'first'))
    )
      continue;
    const accessed = accessIn(text);
    const given = wishesIn({ ...wishes, accessed: accessed === undefined ? wishes.accessed : undefined });
    found.set(label, withAccess(definitionText(library, ids, { style, language, ...given }), accessed, style));
  }
  return found;
}

/** Notes with words of the drafter's are numbered from here on, so that none of the others is taken for one of them. */
const firstWithWords = 1001;

function nextLabel(
  ids: readonly string[],
  mentions: Map<string, number>,
  kept: ReadonlySet<string>,
  anew: boolean,
  withWords: boolean,
): string {
  const own = `${labelOf(ids)}${withWords ? ' with words' : ''}`;
  const before = withWords ? firstWithWords - 1 : 0;
  let mention = mentions.get(own) ?? before;
  if (anew || mention === before || withWords)
    do mention += 1;
    while (kept.has(labelOf(ids, mention)));
  mentions.set(own, mention);
  return labelOf(ids, mention);
}

/** How many marks in the draft the notes have that keep labels of the drafter's own. */
function timesMarked(draft: Draft, units: readonly Unit[]): ReadonlyMap<string, number> {
  const times = new Map(units.flatMap(({ label }) => (label === undefined ? [] : [[label, 0] as [string, number]])));
  if (times.size > 0)
    for (const { form, label = '' } of draft.citations()) {
      const known = form === 'footnote' ? times.get(label) : undefined;
      if (known !== undefined) times.set(label, known + 1);
    }
  return times;
}

function notesOf(unit: Unit, library: Library, kept: ReadonlySet<string>): Note[] {
  const { label } = unit;
  const own = label === undefined || kept.has(label) ? {} : { own: label };
  return unit.cites.map((ids, at) => {
    const said = unit.said?.[at];
    const more = saysMore(said);
    return { unit, ids, ...noteContent(library, ids, !more), ...own, ...(more ? { said } : {}) };
  });
}

/** What is known of a note of the draft as it will be, as far as others refer back to it. */
interface Counted extends NoteContent {
  readonly start: number;
  readonly label?: string;
  readonly own?: string;
}

/**
 * All notes of the draft as it will be, in order of appearance: those that are planned; and other people's, those written
 * in place, and ours that are not rewritten.
 */
function notesThere(
  draft: Draft,
  library: Library,
  planned: ReadonlyMap<string, Note>,
  after: Draft,
): readonly Counted[] {
  const { marks, uncertainFrom } = noteOrder(after);
  const known = new Set(marks.map(({ start }) => start));
  // What may be a note to some, or none, is none of the order's.
  const others = after
    .citations()
    .filter(
      ({ form, label = '', start }) =>
        form === 'footnote' && planned.has(label) && !known.has(start) && after.blockAt(start)?.inNote !== true,
    );
  const defined = new Map(draft.footnoteDefinitions.map(definition => [definition.label, definition]));
  const contentOf = (label: string | undefined): NoteContent & { readonly own?: string } => {
    const note = label === undefined ? undefined : planned.get(label);
    if (note !== undefined) return note;
    const definition = label === undefined ? undefined : defined.get(label);
    if (label === undefined || definition === undefined) return { corpora: [] };
    const ids = readLabel(label, library)?.ids ?? [];
    return noteContent(library, ids, ids.length > 0 && isUnedited(definition, library, ids));
  };
  return [...marks, ...others]
    .sort((a, b) => a.start - b.start)
    .map(({ start, label }) => ({
      ...contentOf(label),
      start,
      ...(label === undefined ? {} : { label }),
      ...(start < uncertainFrom ? {} : { unnumbered: true }),
    }));
}
