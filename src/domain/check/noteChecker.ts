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
import type { Language } from '../corpus/types';
import type { Block, Draft, FootnoteDefinition } from '../draft/draft';
import { notesAmong } from '../draft/noteOrder';
import { labelsInOthers } from './inOthers';
import { removed } from '../markdown/removeDefinitions';
import type { Fix, Problem } from './problem';
import { sharing } from '../shared';
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import { certain } from '../certain';

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
  *check(draft: Draft, { labels: used, all }: NoteUses, options: NoteOptions): Generator<void, Problem[]> {
    const definitions = yield* draft.findingDefinitions();
    const problems: Problem[] = [];
    const defined = new Map<string, FootnoteDefinition>();
    let done = 0;
    /** In another case, or where it depends on the program that reads the draft whether it is a mark. */
    let possible: ReadonlySet<string> | undefined;
    let labels: ReadonlyMap<string, string> | undefined;
    /** GitHub takes labels in any case for the same, pandoc and the preview do not. */
    const definedAs = (label: string): string | undefined =>
      (labels ??= new Map(definitions.map(each => [each.label.toLowerCase(), each.label]))).get(label.toLowerCase());
    let places: Places | undefined;
    /** Where a note stands among all notes: only asked for where its wording depends on it. */
    const placeOf = (label: string): Placed | undefined => (places ??= this.#places(draft)).get(label);
    for (const definition of definitions) {
      if (++done % atOnce === 0) yield;
      const earlier = defined.get(definition.label);
      if (earlier) {
        problems.push(
          problem('note-duplicate', definition, 'warning', { reference: definition.label }, () => [
            {
              kind: 'removeDefinition',
              to: definition.label,
              safe: this.#isOurs(earlier) && this.#isOurs(definition) && !partsLists(draft, definition),
              edits: removed(draft.text, [definition]),
            },
          ]),
        );
        continue;
      }
      defined.set(definition.label, definition);
      if (
        !used.has(definition.label) &&
        !(possible ??= yield* allPossibleMarks(draft, used)).has(definition.label.toLowerCase())
      ) {
        problems.push(
          problem('note-unused', definition, 'information', { reference: definition.label }, () => [
            {
              kind: 'removeDefinition',
              to: definition.label,
              safe: false,
              edits: removed(
                draft.text,
                definitions.filter(({ label }) => label === definition.label),
              ),
            },
          ]),
        );
      }
      problems.push(...this.#wording(definition, options, placeOf));
    }
    const lacking = new Set<string>();
    for (const label of used) {
      if (++done % atOnce === 0) yield;
      if (
        !defined.has(label) &&
        (this.#idsOf(label) !== undefined || (definitions.length > 0 && mayBeNote(draft, label)))
      )
        lacking.add(label);
    }
    if (lacking.size === 0) return problems;
    const uses = yield* all();
    let inOthers: ReadonlySet<string> | undefined;
    const inOther = (label: string): boolean => (inOthers ??= labelsInOthers(draft, uses)).has(label);
    for (const use of uses) {
      if (++done % atOnce === 0) yield;
      if (!lacking.has(use.label)) continue;
      const ids = this.#idsOf(use.label);
      const suggestion = definedAs(use.label);
      const fix = (): readonly Fix[] => {
        if (suggestion !== undefined)
          return [
            {
              kind: 'replaceReference',
              to: suggestion,
              safe: false,
              edits: [{ start: use.start + 2, end: use.end - 1, text: suggestion }],
            },
          ];
        const place = laterNotesDiffer(options.style) ? placeOf(use.label)?.place : undefined;
        return ids === undefined
          ? []
          : [
              {
                kind: 'define',
                to: use.label,
                safe: !inOther(use.label),
                edits: [this.define(draft, ids, use.label, options, place)],
              },
            ];
      };
      problems.push(
        problem(
          'note-undefined',
          use,
          'error',
          {
            reference: use.label,
            ...(ids !== undefined && { cited: ids }),
            ...(suggestion !== undefined && { suggestion }),
          },
          fix,
        ),
      );
    }
    return problems;
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
    const { marks, uncertainFrom } = notesAmong(draft, label => this.#idsOf(label) !== undefined, []);
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
  #wording(
    definition: FootnoteDefinition,
    options: NoteOptions,
    placeOf: (label: string) => Placed | undefined,
  ): Problem[] {
    const ids = this.#idsOf(definition.label);
    if (ids === undefined) return [];
    const { plain, notes, begun } = this.#read(ids, definition.text);
    // Abbreviated or not, as the note is: the setting counts for what is written anew.
    const worded = nearestNote([...notes, ...(begun?.notes ?? [])], options);
    const bluebookAbbreviations =
      worded && worded.position !== 'ibid' ? worded.abbreviated === true : options.bluebookAbbreviations;
    const said = worded ?? options;
    const own: NoteOptions = {
      style: said.style,
      language: said.language,
      ...wishesIn({ accessed: options.accessed, spanishMarks: options.spanishMarks, bluebookAbbreviations }),
    };
    const placeIn = ({ style }: NoteOptions): NotePlace | undefined =>
      laterNotesDiffer(style) ? placeOf(definition.label)?.place : undefined;
    const expected = this.text(ids, own, placeIn(own));
    const refreshed = (to: string, safe: boolean) => (): readonly Fix[] => [
      {
        kind: 'refresh',
        to,
        safe,
        edits: [{ start: definition.start, end: definition.end, text: `[^${definition.label}]: ${to}` }],
      },
    ];
    const data = { reference: definition.label, expected };
    // What the drafter added stays; whether it still fits is the drafter's to see.
    const visited = accessIn(definition.text);
    const added = (words: string, style = own.style): string =>
      withAccess(begun ? stopless(words) + begun.rest : words, visited, style);
    // Where it is not known how notes are counted, the drafter may be right.
    const isOpen = (): boolean =>
      worded !== undefined && laterNotesDiffer(own.style) && placeOf(definition.label)?.isCounted === false;
    const isRight =
      isOpen() ||
      (begun
        ? plain === this.#plain(added(expected))
        : this.#isRight(ids, plain, notes, own, placeIn(own), () => placeOf(definition.label)?.place));
    const { style, language } = options;
    if (isRight && (own.style !== style || own.language !== language)) {
      const wanted = added(this.text(ids, options, placeIn(options)), options.style);
      return [
        problem(
          'note-other-style',
          definition,
          'hint',
          {
            reference: definition.label,
            expected: wanted,
            worded: { style: own.style, language: own.language },
            rules: { style, language },
          },
          refreshed(wanted, false),
        ),
      ];
    }
    if (isRight && !begun) return [];
    if (!isRight && (begun || notes.length > 0))
      return [problem('note-stale', definition, 'information', data, refreshed(added(expected), !begun))];
    return [problem('note-edited', definition, 'hint', data, refreshed(added(expected), false))];
  }

  /** @param plain the note's words as they are compared */
  #isRight(
    ids: readonly string[],
    plain: string,
    notes: readonly RecognizedNote[],
    own: NoteOptions,
    place: NotePlace | undefined,
    here: () => NotePlace | undefined,
  ): boolean {
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
