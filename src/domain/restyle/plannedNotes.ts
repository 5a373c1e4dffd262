// The footnotes of a draft as restyling leaves them.
import { definitionText } from '../citation/cite';
import { labelOf, readLabel } from '../citation/labels';
import { accessIn, recognizeNote, withAccess } from '../citation/recognize';
import { laterNotesDiffer, wishesIn, type Style, type Wishes } from '../citation/options';
import { noteContent, positions, type NoteContent } from '../citation/positions';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import { notesAmong, type NoteMark } from '../draft/noteOrder';
import { isUnedited } from './notes';
import { noteAs, saysMore } from './said';
import type { Said, Unit } from './unit';

/** A note of the draft as it will be, in order of appearance. */
interface Note extends NoteContent {
  readonly start: number;
  /** The unit it is written for, and what of it the note cites; none for a note left as it is. */
  readonly unit?: Unit;
  readonly ids?: readonly string[];
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

/**
 * Words the notes of the units, given all notes of the draft. Where it is not known how these are counted, they are
 * worded in full.
 * @param kept the labels of notes that stay as they are: theirs are not taken
 */
export function planNotes(
  draft: Draft,
  library: Library,
  units: readonly Unit[],
  kept: ReadonlySet<string>,
  { style, ...wishes }: { readonly style: Style } & Wishes,
  language: Language,
): PlannedNotes {
  const { marks: there, uncertainFrom } = notesAmong(
    draft,
    () => false,
    units.filter(({ form }) => form !== 'footnote'),
  );
  const notes = [...notesThatStay(draft, library, there, units), ...units.flatMap(unit => notesOf(unit, library, kept))]
    .sort((a, b) => a.start - b.start)
    .map(note => (note.start < uncertainFrom ? note : { ...note, unnumbered: true }));
  const byOwn = positions(notes.map(note => (note.own === undefined ? note : { corpora: [] })));
  const byAll = notes.some(({ own }) => own !== undefined) ? positions(notes) : byOwn;
  const marked = timesMarked(draft, notes);
  const visits = new Map(draft.footnoteDefinitions.map(({ label, text }) => [label, accessIn(text)]));
  const marks = new Map<Unit, string[]>();
  const definitions = new Map<string, string>();
  const mentions = new Map<string, number>();
  const mark = (unit: Unit, label: string): void => void marks.set(unit, [...(marks.get(unit) ?? []), `[^${label}]`]);
  notes.forEach(({ unit, ids, said, own }, at) => {
    const place = (own === undefined ? byOwn : byAll)[at];
    if (unit === undefined || ids === undefined || place === undefined) return;
    const label = own ?? nextLabel(ids, mentions, kept, laterNotesDiffer(style), said !== undefined);
    // In the UN style a repeated reference is a note with identical text: never "Ibid.". One note that has several marks
    // is several notes, which stand after different ones.
    const position = style === 'un' || (marked.get(own ?? '') ?? 0) > 1 ? 'first' : place.position;
    if (definitions.has(label)) return mark(unit, label);
    // The date of access is the drafter's own.
    const visited = visits.get(label);
    const given = wishesIn({ ...wishes, accessed: visited === undefined ? wishes.accessed : undefined });
    const text = withAccess(
      definitionText(library, ids, { style, language, ...place, position, ...given }),
      visited,
      style,
    );
    definitions.set(label, said === undefined ? text : noteAs(text, said));
    return mark(unit, label);
  });
  return { marks, definitions };
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
function timesMarked(draft: Draft, notes: readonly Note[]): ReadonlyMap<string, number> {
  const times = new Map(notes.flatMap(({ own }) => (own === undefined ? [] : [[own, 0] as [string, number]])));
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
    return { start: unit.start, unit, ids, ...noteContent(library, ids, !more), ...own, ...(more ? { said } : {}) };
  });
}

/** The notes that stay: other people's, those written in place, and ours that are not rewritten. */
function notesThatStay(draft: Draft, library: Library, marks: readonly NoteMark[], units: readonly Unit[]): Note[] {
  const rewritten = new Set(units.filter(({ form }) => form === 'footnote').map(({ start }) => start));
  const defined = new Map(draft.footnoteDefinitions.map(definition => [definition.label, definition]));
  return marks.flatMap(({ start, label }): Note[] => {
    if (rewritten.has(start)) return [];
    const definition = label === undefined ? undefined : defined.get(label);
    if (label === undefined || definition === undefined) return [{ start, corpora: [] }];
    const ids = readLabel(label, library)?.ids ?? [];
    return [{ start, ...noteContent(library, ids, ids.length > 0 && isUnedited(definition, library, ids)) }];
  });
}
