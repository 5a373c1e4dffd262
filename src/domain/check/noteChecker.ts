/**
 * The footnotes of a draft as a whole: marks without definition, definitions without mark, twice
 * defined, and whether the definitions of ours still say what style and data say.
 */
import { definitionText } from '../citation/cite';
import { readLabel } from '../citation/labels';
import { laterNotesDiffer, wishesIn, type NotePlace, type Style, type Wishes } from '../citation/options';
import { noteContent, positions } from '../citation/positions';
import {
  accessIn,
  longestNote,
  nearestNote,
  plainNote,
  recognizeBeginning,
  recognizeNote,
  stopless,
  withAccess,
  type RecognizedNote,
} from '../citation/recognize';
import { isCitable, type Library } from '../corpus/library';
import { WithBlocks } from '../draft/withBlocks';
import { addedDefinitions } from '../markdown/footnotes';
import type { Citation } from '../draft/citation';
import type { Language } from '../corpus/types';
import type { Block, Draft, FootnoteDefinition } from '../draft/draft';
import { notesAmong } from '../draft/noteOrder';
import { labelsInOthers } from './inOthers';
import { removed } from '../markdown/removeDefinitions';
import type { Fix, Problem } from './problem';
import { limitOf } from './suggest';
import { sharing } from '../shared';
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import { certain } from '../certain';
import { append } from '../longLists';

const firsts = new WeakMap<readonly FootnoteDefinition[], readonly FootnoteDefinition[]>();

/** The first definition of each label: none is added behind one that is to be removed. */
function firstOfEach(definitions: readonly FootnoteDefinition[]): readonly FootnoteDefinition[] {
  const known = firsts.get(definitions);
  if (known) return known;
  const seen = new Set<string>();
  const kept = definitions.filter(({ label }) => !seen.has(label) && seen.add(label));
  firsts.set(definitions, kept);
  return kept;
}

/** A footnote mark in the draft. */
export interface NoteUse {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** All footnote marks of a draft. */
interface NoteUses {
  readonly labels: ReadonlySet<string>;
  /** Gathers the marks, in order of appearance: only asked for where a label lacks its definition. */
  readonly all: () => Generator<void, readonly NoteUse[]>;
}

interface NoteOptions extends Wishes {
  readonly style: Style;
  readonly language: Language;
}

/** Where a note stands, and whether it is known how it is counted. */
interface Placed {
  readonly place: NotePlace;
  readonly isCounted: boolean;
}

type Places = ReadonlyMap<string, Placed>;

/** Where a note stands among all notes of a draft: only asked for where its wording depends on it. */
type PlaceOf = (label: string) => Placed | undefined;

interface Recognized {
  readonly plain: string;
  /** The styles, languages and positions that would word it just so. */
  readonly notes: readonly RecognizedNote[];
  /** Those that would word its beginning, where something was added. */
  readonly begun: ReturnType<typeof recognizeBeginning>;
}

/** So many notes or marks are looked at in one step. */
const atOnce = 256;
/** So many labels are put together in one step. */
const manyAtOnce = 8_000;

/** The notes that say "ibid" with a place that the document of the note before has not. */
function unknownAfterIbid(library: Library, draft: Draft, ibids: ReadonlyMap<string, Citation>): Problem[] {
  return [...ibids].flatMap(([label, { unknown, corpus, start: defined, end }]) => {
    if (unknown.length === 0) return [];
    const start = defined + label.length + mostBeforeWords;
    const reference = draft.text.slice(start, end).trim().replace(/\.$/u, '');
    const limit = limitOf(library, { key: '', corpus, places: unknown });
    return [problem('ref-unknown', { start, end }, 'error', { reference, ...(limit && { limit }) }, () => [])];
  });
}
/** "[^", "]:" and a blank stand before a note's words. */
const mostBeforeWords = 5;

/** Remembers the wording of notes, since a draft has thousands and few differ. */
export class NoteChecker {
  readonly #texts = new Map<string, string>();
  readonly #recognized = new Map<string, Recognized>();
  readonly #plains = new Map<string, string>();
  readonly #ids = new Map<string, readonly string[] | undefined>();

  constructor(readonly library: Library) {}

  /**
   * The problems of a draft's notes, in steps.
   *
   * @param uses all footnote marks
   */
  *check(draft: Draft, uses: NoteUses, options: NoteOptions): Generator<void, Problem[]> {
    const definitions = yield* draft.findingDefinitions();
    let places: Places | undefined;
    const placeOf = (label: string): Placed | undefined => (places ??= this.#places(draft)).get(label);
    /** The first of each label. */
    const defined = new Map<string, FootnoteDefinition>();
    const problems = yield* this.#ofDefinitions(draft, definitions, uses.labels, defined, options, placeOf);
    append(problems, unknownAfterIbid(this.library, draft, yield* draft.findingIbids()));
    const lacking = yield* this.#withoutDefinition(draft, uses.labels, defined);
    if (lacking.size === 0) return problems;
    // GitHub takes labels in any case for the same, pandoc and the preview do not.
    const labels = new Map(definitions.map(({ label }) => [label.toLowerCase(), label]));
    const marks = yield* uses.all();
    let inOthers: ReadonlySet<string> | undefined;
    const isInOthers = (label: string): boolean => (inOthers ??= labelsInOthers(draft, marks)).has(label);
    let done = 0;
    for (const mark of marks) {
      if (++done % atOnce === 0) yield;
      if (!lacking.has(mark.label)) continue;
      const ids = this.#idsOf(mark.label);
      const suggestion = labels.get(mark.label.toLowerCase());
      const data = {
        reference: mark.label,
        ...(ids !== undefined && { cited: ids }),
        ...(suggestion !== undefined && { suggestion }),
      };
      problems.push(
        problem('note-undefined', mark, 'error', data, () => {
          if (suggestion !== undefined) return [replacedBy(suggestion, mark)];
          if (ids === undefined)
            return [{ kind: 'writeNote', to: mark.label, safe: false, edits: [emptyNote(draft, mark.label)] }];
          const place = laterNotesDiffer(options.style) ? placeOf(mark.label)?.place : undefined;
          const edits = [this.define(draft, ids, mark.label, options, place)];
          return [{ kind: 'define', to: mark.label, safe: !isInOthers(mark.label), edits }];
        }),
      );
    }
    return problems;
  }

  /**
   * The problems of the definitions: those of a label that has one already, those that no mark asks for, and wordings.
   *
   * @param defined takes the first of each label
   */
  *#ofDefinitions(
    draft: Draft,
    definitions: readonly FootnoteDefinition[],
    used: ReadonlySet<string>,
    defined: Map<string, FootnoteDefinition>,
    options: NoteOptions,
    placeOf: PlaceOf,
  ): Generator<void, Problem[]> {
    const problems: Problem[] = [];
    /** In another case, or where it depends on the program that reads the draft whether it is a mark. */
    let possible: ReadonlySet<string> | undefined;
    let done = 0;
    for (const definition of definitions) {
      if (++done % atOnce === 0) yield;
      const { label } = definition;
      const earlier = defined.get(label);
      if (earlier) {
        problems.push(this.#duplicate(draft, definition, earlier));
        continue;
      }
      defined.set(label, definition);
      if (!used.has(label)) {
        possible ??= yield* allPossibleMarks(draft, used);
        if (!possible.has(label.toLowerCase())) problems.push(unused(draft, definition, definitions));
      }
      append(problems, this.#wording(definition, options, placeOf));
    }
    return problems;
  }

  #duplicate(draft: Draft, definition: FootnoteDefinition, earlier: FootnoteDefinition): Problem {
    return problem('note-duplicate', definition, 'warning', { reference: definition.label }, () => [
      {
        kind: 'removeDefinition',
        to: definition.label,
        safe: this.#isOurs(earlier) && this.#isOurs(definition) && !partsLists(draft, definition),
        edits: removed(draft.text, [definition]),
      },
    ]);
  }

  /** The labels of marks that lack their definition: ours, and others' where the draft defines notes. */
  *#withoutDefinition(
    draft: Draft,
    used: ReadonlySet<string>,
    defined: ReadonlyMap<string, FootnoteDefinition>,
  ): Generator<void, ReadonlySet<string>> {
    const lacking = new Set<string>();
    let done = 0;
    for (const label of used) {
      if (++done % atOnce === 0) yield;
      if (!defined.has(label) && (this.#idsOf(label) !== undefined || (defined.size > 0 && mayBeNote(draft, label))))
        lacking.add(label);
    }
    return lacking;
  }

  /** Adds the definition of a label. */
  define(draft: Draft, ids: readonly string[], label: string, options: NoteOptions, place?: NotePlace): Edit {
    const kept = firstOfEach(draft.footnoteDefinitions);
    return certain(
      addedDefinitions(draft, [{ label, text: this.text(ids, options, place) }], { eol: draft.eol, kept })[0],
    );
  }

  /** The ids a label of ours names; undefined for anyone else's, and where one of them does not exist. */
  #idsOf(label: string): readonly string[] | undefined {
    if (!this.#ids.has(label)) {
      if (this.#ids.size > 20_000) this.#ids.clear();
      const ids = readLabel(label, this.library)?.ids;
      this.#ids.set(label, ids?.every(id => isCitable(this.library, id)) === true ? ids : undefined);
    }
    return this.#ids.get(label);
  }

  /**
   * Where the first note of each label stands among all notes of the draft, with those that lack their definition only.
   */
  #places(draft: Draft): Places {
    const defined = new Map(draft.footnoteDefinitions.toReversed().map(definition => [definition.label, definition]));
    const { marks, uncertainFrom } = notesAmong(draft, label => this.#idsOf(label) !== undefined);
    const contents = marks.map(({ label, start }) => {
      const definition = label === undefined ? undefined : defined.get(label);
      const content = noteContent(
        this.library,
        (label === undefined ? undefined : this.#idsOf(label)) ?? [],
        definition === undefined || this.#isOurs(definition),
      );
      return start < uncertainFrom ? content : { unnumbered: true, ...content };
    });
    const found = new Map<string, Placed>();
    positions(contents).forEach((place, at) => {
      const { label } = certain(marks[at]);
      if (label !== undefined && !found.has(label))
        found.set(label, { place, isCounted: certain(contents[at]).unnumbered !== true });
    });
    return found;
  }

  /**
   * A note is held against the style and language it is worded in, so that one that differs from the draft's is told
   * and never turned into it unasked.
   */
  #wording(definition: FootnoteDefinition, options: NoteOptions, placeOf: PlaceOf): Problem[] {
    const ids = this.#idsOf(definition.label);
    if (ids === undefined) return [];
    const { plain, notes, begun } = this.#read(ids, definition.text);
    const worded = nearestNote([...notes, ...(begun?.notes ?? [])], options);
    const own = rulesOf(worded, options);
    const textIn = (rules: NoteOptions): string =>
      this.text(ids, rules, laterNotesDiffer(rules.style) ? placeOf(definition.label)?.place : undefined);
    const expected = textIn(own);
    // What the drafter added stays; whether it still fits is the drafter's to see.
    const visited = accessIn(definition.text);
    const added = (words: string, style: Style): string =>
      withAccess(begun ? stopless(words) + begun.rest : words, visited, style);
    // Where it is not known how notes are counted, the drafter may be right.
    const isOpen = (): boolean => laterNotesDiffer(own.style) && placeOf(definition.label)?.isCounted === false;
    const isRight =
      (worded !== undefined && isOpen()) ||
      (begun
        ? plain === this.#plain(added(expected, own.style))
        : this.#isRight(ids, plain, notes, own, () => placeOf(definition.label)?.place));
    if (isRight && (own.style !== options.style || own.language !== options.language))
      return [inOtherStyle(definition, own, options, added(textIn(options), options.style))];
    if (isRight && !begun) return [];
    const wanted = added(expected, own.style);
    const data = { reference: definition.label, expected };
    return !isRight && (begun || notes.length > 0)
      ? [problem('note-stale', definition, 'information', data, () => [refreshed(definition, wanted, !begun)])]
      : [problem('note-edited', definition, 'hint', data, () => [refreshed(definition, wanted, false)])];
  }

  /** @param plain the note's words as they are compared */
  #isRight(
    ids: readonly string[],
    plain: string,
    notes: readonly RecognizedNote[],
    own: NoteOptions,
    here: () => NotePlace | undefined,
  ): boolean {
    const place = laterNotesDiffer(own.style) ? here() : undefined;
    const says = (at: NotePlace | undefined): boolean => plain === this.#plain(this.text(ids, own, at));
    if (says(place)) return true;
    // A full reference is right anywhere, only longer: what is cited before it later must not be told of here.
    if (place !== undefined && place.position !== 'first' && says({ position: 'first' })) return true;
    // The short form is right where "ibid." would be, and stays so when another note comes between.
    if (place?.position === 'ibid')
      return says({ ...place, position: 'subsequent' }) || says({ ...place, samePlace: false });
    // Where later notes are worded as the first is, "ibid." is the drafter's choice, if it is right.
    if (!notes.some(({ style, position }) => style === own.style && position !== 'first')) return false;
    const at = here();
    if (at === undefined) return false;
    const { previousDay: _day, ...anyDay } = { ...at, samePlace: false };
    return says(at) || says({ ...at, samePlace: false }) || says(anyDay);
  }

  /** Whether a definition says nothing but what some style would. */
  #isOurs({ label, text }: FootnoteDefinition): boolean {
    const ids = this.#idsOf(label);
    return ids !== undefined && this.#read(ids, text).notes.length > 0;
  }

  /** The words of a style as they are compared; remembered with those of the notes. */
  #plain(words: string): string {
    let plain = this.#plains.get(words);
    if (plain === undefined) {
      if (this.#plains.size > 5_000) this.#plains.clear();
      this.#plains.set(words, (plain = plainNote(words)));
    }
    return plain;
  }

  /** What a note's words are, as far as they are those of a style; remembered. */
  #read(ids: readonly string[], words: string): Recognized {
    const key = `${ids.join('+')} ${words}`;
    let found = this.#recognized.get(key);
    if (!found) {
      if (this.#recognized.size > 5_000) this.#recognized.clear();
      const notes = recognizeNote(this.library, ids, words);
      found = {
        plain: words.length > longestNote ? words : plainNote(words),
        notes,
        begun: notes.length > 0 ? undefined : recognizeBeginning(this.library, ids, words),
      };
      this.#recognized.set(key, found);
    }
    return found;
  }

  /** Prepares the check of one definition, since the first look at a finding's notes is slow. */
  prepare({ label, text }: FootnoteDefinition): void {
    const ids = this.#idsOf(label);
    if (ids !== undefined) this.#read(ids, text);
  }

  /** What the note of some ids says at its place. */
  text(ids: readonly string[], { style, language, ...wishes }: NoteOptions, place: NotePlace | undefined): string {
    const { position, firstNote, previousDay, samePlace, firstNotes, byTitle } = place ?? {};
    const { accessed, bluebookAbbreviations } = wishes;
    const key = `${ids.join('+')} ${style} ${language} ${position ?? ''} ${firstNote ?? ''} ${previousDay ?? ''} ${samePlace ?? ''} ${firstNotes ? JSON.stringify(firstNotes) : ''} ${byTitle?.join('+') ?? ''} ${accessed ?? ''} ${bluebookAbbreviations ?? ''}`;
    let text = this.#texts.get(key);
    if (text === undefined) {
      if (this.#texts.size > 20_000) this.#texts.clear();
      text = definitionText(this.library, ids, { style, language, ...place, ...wishesIn(wishes) });
      this.#texts.set(key, text);
    }
    return text;
  }
}

/** A note of the drafter's own, to be written. */
const emptyNote = (draft: Draft, label: string): Edit =>
  certain(
    addedDefinitions(draft, [{ label, text: '' }], { eol: draft.eol, kept: firstOfEach(draft.footnoteDefinitions) })[0],
  );

/** A mark with another label. */
const replacedBy = (label: string, { start, end }: NoteUse): Fix => ({
  kind: 'replaceReference',
  to: label,
  safe: false,
  edits: [{ start: start + 2, end: end - 1, text: label }],
});

/** A note that no mark asks for; it goes with all definitions of its label. */
function unused(draft: Draft, definition: FootnoteDefinition, definitions: readonly FootnoteDefinition[]): Problem {
  return problem('note-unused', definition, 'information', { reference: definition.label }, () => [
    {
      kind: 'removeDefinition',
      to: definition.label,
      safe: false,
      edits: removed(
        draft.text,
        definitions.filter(({ label }) => label === definition.label),
      ),
    },
  ]);
}

/** The style and language that a note is worded in; the draft's where it is in none. */
function rulesOf(worded: RecognizedNote | undefined, options: NoteOptions): NoteOptions {
  const { style, language } = worded ?? options;
  // Abbreviated or not, as the note is: the setting counts for what is written anew.
  const bluebookAbbreviations =
    worded && worded.position !== 'ibid' ? worded.abbreviated === true : options.bluebookAbbreviations;
  const { accessed, spanishMarks } = options;
  return { style, language, ...wishesIn({ accessed, spanishMarks, bluebookAbbreviations }) };
}

/** A note with other words. */
const refreshed = ({ label, start, end }: FootnoteDefinition, to: string, safe: boolean): Fix => ({
  kind: 'refresh',
  to,
  safe,
  edits: [{ start, end, text: `[^${label}]: ${to}` }],
});

/** A note that is right in another style or language than the draft's. */
function inOtherStyle(definition: FootnoteDefinition, own: NoteOptions, rules: NoteOptions, expected: string): Problem {
  const data = {
    reference: definition.label,
    expected,
    worded: { style: own.style, language: own.language },
    rules: { style: rules.style, language: rules.language },
  };
  return problem('note-other-style', definition, 'hint', data, () => [refreshed(definition, expected, false)]);
}

/** Whether somebody else's mark may be one: where a draft defines notes. */
const mayBeNote = (draft: Draft, label: string): boolean =>
  !draft.recognizer.names.label(label) && /^[\w-]+$/.test(label) && !isCharacterClass(label);

/** `[^a-z]` and `[^0-9]` are no notes in a draft that speaks of patterns. */
function isCharacterClass(label: string): boolean {
  return /^(?:\w-\w)+_?$/.test(label);
}

/** The labels, in lower case, of the marks there are or may be. */
function* allPossibleMarks(draft: Draft, used: ReadonlySet<string>): Generator<void, ReadonlySet<string>> {
  const labels = new Set<string>();
  let read = 0;
  for (const label of used) {
    labels.add(label.toLowerCase());
    if (++read % manyAtOnce === 0) yield;
  }
  for (const block of draft.blocks) {
    yield* block.findingZones();
    for (const label of yield* possibleMarks(block)) labels.add(label);
    if (++read % atOnce === 0) yield;
  }
  return labels;
}

const marksIn = new WithBlocks<readonly string[]>();

/**
 * The labels, in lower case, that a block may use without being read as prose: in HTML, in a line that begins with a
 * comment, in front matter, behind mathematics or a link's address. In a fence nothing is a mark.
 */
function* possibleMarks(block: Block): Generator<void, readonly string[]> {
  const known = marksIn.get(block);
  if (known) return known;
  const labels: string[] = [];
  const code = block.zones.filter(({ kind }) => kind === 'code' && block.kind !== 'code');
  let read = 0;
  let next = 0;
  for (const { 0: mark, 1: label = '', index } of isFenced(block)
    ? []
    : block.text.matchAll(/\[\^([^\s[\]]{1,200})\]/g)) {
    if (++read % atOnce === 0) yield;
    const defines = label === block.label && block.text[index + mark.length] === ':';
    while ((code[next]?.end ?? Infinity) <= index) next++;
    if (!defines && (code[next]?.start ?? Infinity) >= index) labels.push(label.toLowerCase());
  }
  marksIn.set(block, labels);
  return labels;
}

function isFenced({ kind, entry, text }: Block): boolean {
  return kind === 'code' && (entry.opaque !== undefined || /^\s*(?:`{3}|~{3})/.test(text.slice(0, 100)));
}

/** Whether a definition keeps two lists apart that would be one without it. */
function partsLists(draft: Draft, { start, end }: FootnoteDefinition): boolean {
  const { blocks } = draft;
  const first = draft.indexAt(start);
  const depth = blocks[first]?.exit.containers.findIndex(({ type }) => type === 'footnote') ?? -1;
  const listed = (block: Block | undefined): boolean => block?.exit.containers[depth]?.type === 'item';
  let before = first - 1;
  while (blocks[before]?.kind === 'blank') before--;
  let after = draft.indexAt(end - 1) + 1;
  while (blocks[after]?.kind === 'blank') after++;
  return depth >= 0 && listed(blocks[before]) && listed(blocks[after]);
}

/** A problem whose fixes are made when they are first asked for. */
export function problem(
  code: Problem['code'],
  { start, end }: Range,
  severity: Problem['severity'],
  data: Problem['data'],
  fixes: () => readonly Fix[],
): Problem {
  let made: readonly Fix[] | undefined;
  return fixed({ code, start, end, severity, data }, () => (made ??= fixes()));
}

const fixed = sharing<() => readonly Fix[], Pick<Problem, 'fixes'>>({ fixes: made => made() });
