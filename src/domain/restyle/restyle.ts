// Rewrites a draft's citations in another form, style or language.
import { between, inTextCitation, pandocCitation, sourcesInOrder } from '../citation/cite';
import { toMarkdown, type Run } from '../citation/inline';
import { labelOf, readLabel } from '../citation/labels';
import {
  checkOptions,
  laterNotesDiffer,
  markAfterPunctuation,
  wishesIn,
  type Form,
  type Style,
  type Wishes,
} from '../citation/options';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { Draft, type FootnoteDefinition } from '../draft/draft';
import { firstChange } from '../draft/firstChange';
import { applied, inOrder, joined, type Edit } from '../text/edits';
import { addedDefinitions } from '../markdown/footnotes';
import { removed } from '../markdown/removeDefinitions';
import { draftRules } from '../rules/draftRules';
import { Around } from './around';
import { collect, isAmbiguousInText, type Scope } from './collect';
import { breaking } from './emphasis';
import { heldPlaces, missing, placeHolder } from './held';
import { fullNotes, innerNotes, laterNotes, type PlannedNotes } from './plannedNotes';
import { inTextAs } from './said';
import { apart, asMarks, asText, clusters, wouldBeginLine, type Cluster } from './placement';
import type { Skipped, SkipReason, Unit } from './unit';
import { WayBack } from './wayBack';

/** A note that has a date of access keeps it. */
export interface RestyleOptions extends Wishes {
  readonly form: Form;
  readonly style: Style;
  /** The draft's language; when not given its own rules say it, else it is English. */
  readonly language?: Language;
  /** How the draft's lines end; when not given, as its first one does. */
  readonly eol?: '\n' | '\r\n';
  /** Only the citations within; the whole draft when not given. */
  readonly range?: Scope;
  /** The result is only for reading: it need not be restyled back. */
  readonly oneWay?: boolean;
  /**
   * Whether words around pandoc citations ("see") are taken along, which nothing could give again: only for reading.
   */
  readonly withWords?: boolean;
  /**
   * Whether citations and notes in the drafter's own words are rewritten, too, that say nothing besides what they cite:
   * restyling back does not give those words again.
   */
  readonly byHand?: boolean;
  /** Only the citations that stand in this form; all when not given. */
  readonly from?: Form;
  /** Whether the place of a pandoc citation goes into braces. */
  readonly placeInBraces?: boolean;
}

/** What a restyling does: edits in order that do not overlap, and what it leaves alone. */
export interface RestylePlan {
  readonly edits: readonly Edit[];
  readonly skipped: readonly Skipped[];
}

/**
 * Rewrites the citations of a draft in another form or style, and changes nothing else. What would lose something is
 * left as it is and listed. A draft in one form and style comes back as it was, byte for byte, when it is restyled to
 * another and back; where a footnote's definition would come back in another place, a comment holds its own. A note under
 * a label of the drafter's own comes back under one of ours, and what is rewritten with `byHand` in the words of a style.
 *
 * @throws {RangeError} for a form, style or language there is not.
 */
export function restyle(
  library: Library,
  text: string,
  options: RestyleOptions,
): { text: string; skipped: readonly Skipped[] } {
  checkOptions(options);
  const { edits, skipped } = planRestyle(Draft.of(text, library), library, options);
  return { text: applied(text, edits), skipped };
}

/** Where so many citations in turn would change what stands around them, nothing is rewritten. */
const mostTries = 50;

/**
 * Where some places are held, other notes may come back elsewhere: so often those are held, too, before all are. Notes
 * that come back below another without a comment get none.
 */
const mostHeld = 3;

/**
 * The edits of a restyling. What it makes of the draft is restyled back: the places of notes that would come back
 * elsewhere are held.
 */
export function planRestyle(draft: Draft, library: Library, options: RestyleOptions): RestylePlan {
  const { form, style } = options;
  const language = options.language ?? draftRules(draft, { form, style, language: 'auto' }).language;
  const to = { ...options, language };
  const planned = planOnce(draft, library, to);
  if (options.oneWay === true || options.form === 'footnote' || planned.edits.length === 0) return planned;
  const { range: _range, ...everywhere } = to;
  const heldNow = new Set(heldPlaces(draft).keys());
  const back = new WayBack(
    draft,
    library,
    to,
    (from, wanted) => planOnce(from, library, { ...everywhere, ...wanted }, heldNow).edits,
  );
  const { moved, gone } = back.lost(planned.edits);
  if (moved.length === 0) return planned;
  const places = new Set(moved);
  for (let tries = 0; tries < mostHeld; tries++) {
    const held = planOnce(draft, library, to, places);
    const still = back.lost(held.edits).moved;
    const more = still.filter(label => !places.has(label));
    if (still.length === 0) return held;
    if (more.length === 0) break;
    for (const label of more) places.add(label);
  }
  return planOnce(draft, library, to, new Set(gone));
}

/**
 * The edits of a restyling one way. What it makes of the draft is read again: a citation that would change more than
 * itself is left alone.
 */
function planOnce(
  draft: Draft,
  library: Library,
  options: RestyleOptions & { readonly language: Language },
  held?: ReadonlySet<string>,
): RestylePlan {
  const { language } = options;
  const { units: found, skipped, notes } = collect(draft, library, options);
  const { named } = notes;
  const definitions = [...notes.definitions.values()];
  const around = new Around(draft, library, found);
  const late: Skipped[] = [];
  const leave = (unit: Unit, reason: SkipReason): void => {
    late.push({ start: unit.start, end: unit.end, text: draft.text.slice(unit.start, unit.end), reason });
  };
  const obstacle = (unit: Unit): SkipReason | undefined => {
    const form = formOf(unit, options.form);
    if (form === 'footnote' && unit.form !== 'footnote' && wouldBeginLine(draft, unit)) return 'lineStart';
    if (form === 'inText' && unit.cites.some(ids => isAmbiguousInText(library, ids, options.style, language)))
      return 'ambiguous';
    return around.obstacle(unit, form);
  };
  let units = found
    .map(unit => (unit.form !== 'footnote' && around.isNoted(unit) ? { ...unit, noted: true } : unit))
    .filter(unit => {
      const reason = obstacle(unit);
      if (reason !== undefined) leave(unit, reason);
      return reason === undefined;
    });
  const places = new Set(held);
  let isReworded = true;
  for (let tries = 0; ; tries++) {
    const left = [...skipped, ...late];
    const inner = new Set(isReworded ? left.filter(({ reason }) => reason === 'inNote').map(({ start }) => start) : []);
    const plan = new Planner(draft, library, units, { ...options, language }, definitions, places, inner, named);
    const { citations, edits } = plan.edits();
    const flanked = breaking(draft, citations);
    if (flanked.length > 0) {
      const culprits = new Set(
        units.filter(unit => flanked.some(edit => edit.start <= unit.start && unit.end <= edit.end)),
      );
      for (const unit of culprits) leave(unit, 'beside');
      units = units.filter(unit => !culprits.has(unit));
      continue;
    }
    const change =
      edits.length === 0
        ? undefined
        : firstChange(draft, Draft.of(applied(draft.text, edits), library), library, named);
    if (change === undefined)
      return { edits, skipped: left.filter(each => !plan.rewords(each)).sort((a, b) => a.start - b.start) };
    // What stood before a note may be read with what stands after it: a comment keeps them apart as the note did.
    const gone = plan.gone();
    const parted = gone.findLast(({ start, label }) => start <= change && !places.has(label));
    if (
      parted !== undefined &&
      draft
        .blocksIn(parted.end, change - 1)
        .slice(1)
        .every(({ kind }) => kind === 'blank')
    ) {
      // Where several do, all are held: planning anew for each of many would take long.
      for (const { label } of tries < 4 ? [parted] : gone) places.add(label);
      continue;
    }
    // Where no citation is to blame, a note that is marked in notes is.
    if (units.length === 0 || tries >= mostTries) isReworded = false;
    const culprits = new Set(tries < mostTries ? unitsAt(draft, units, change) : units);
    for (const unit of culprits) leave(unit, 'beside');
    units = units.filter(unit => !culprits.has(unit));
  }
}

/** Of two citations side by side, each with a blank towards the other, the second goes without. */
function oneBlank(citations: readonly Edit[]): Edit[] {
  let before: Edit | undefined;
  return inOrder(citations).map(edit => {
    const twice = before?.end === edit.start && before.text.endsWith(' ') && edit.text.startsWith(' ');
    return (before = twice ? { ...edit, text: edit.text.slice(1) } : edit);
  });
}

/** The units in the block of a place; where there is none, the last before it, else the first. */
function unitsAt(draft: Draft, units: readonly Unit[], at: number): readonly Unit[] {
  const block = draft.blockAt(at);
  const within = units.filter(unit => block !== undefined && unit.start < block.end && unit.end > block.start);
  if (within.length > 0) return within;
  return [units.findLast(({ end }) => end <= at) ?? units[0]].filter(unit => unit !== undefined);
}

/** Before a citation so many characters of a block quotation are compared with the source's: no entry is as long. */
const longestQuoted = 5000;

/** The form a citation gets. */
function formOf({ noted, form }: Unit, wanted: Form): Form {
  return noted === true && wanted === 'footnote' && form !== 'footnote' ? 'inText' : wanted;
}

/** The edits of a plan, and those of them that write citations. Both in order. */
interface Written {
  readonly edits: Edit[];
  readonly citations: Edit[];
}

class Planner {
  readonly #eol: string;
  readonly #afterPunctuation: boolean;
  /** Labels whose marks are not all rewritten: their definitions stay. */
  readonly #kept: ReadonlySet<string>;
  /** In full first, then as later notes are worded in the draft as it will be. */
  #planned: PlannedNotes = { marks: new Map(), definitions: new Map() };

  constructor(
    readonly draft: Draft,
    readonly library: Library,
    readonly units: readonly Unit[],
    readonly options: RestyleOptions & { readonly language: Language },
    /** The first definition of each label. */
    readonly defined: readonly FootnoteDefinition[],
    readonly held: ReadonlySet<string>,
    /** Where the marks begin that stand in notes: they stay, and their notes are reworded. */
    readonly inner: ReadonlySet<number>,
    /** What the notes of ours cite that have labels of the drafter's own. */
    readonly named: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#eol = options.eol ?? draft.eol;
    this.#afterPunctuation = markAfterPunctuation(options.language);
    this.#kept = keptLabels(draft, library, units, inner);
    this.#plan();
  }

  #plan(): void {
    const { draft, library, units, inner, named, options } = this;
    const ofInner = innerNotes(draft, library, inner, units, named, options, options.language);
    this.#planned = { marks: new Map(), definitions: ofInner };
    if (options.form !== 'footnote') return;
    const toNotes = units.filter(unit => formOf(unit, 'footnote') === 'footnote');
    const full = fullNotes(draft, library, toNotes, this.#kept, options);
    this.#planned = { marks: full.marks, definitions: new Map([...ofInner, ...full.definitions]) };
    if (!laterNotesDiffer(options.style) || full.notes.size === 0) return;
    const after = Draft.of(applied(draft.text, this.edits().edits), library);
    const { marks, definitions } = laterNotes(draft, library, full, after, options);
    this.#planned = { marks, definitions: new Map([...ofInner, ...definitions]) };
  }

  edits(): Written {
    const unspaced = this.#citations();
    const citations = oneBlank(unspaced);
    return { citations, edits: joined([...citations, ...this.#definitions(unspaced)]) };
  }

  /** Whether a mark that stays has its note reworded. */
  rewords({ start, end }: Skipped): boolean {
    return this.inner.has(start) && this.#planned.definitions.has(this.draft.text.slice(start + 2, end - 1));
  }

  #citations(): Edit[] {
    const { text } = this.draft;
    const { form } = this.options;
    const inPlace = this.units
      .filter(unit => unit.form !== 'footnote' && formOf(unit, form) !== 'footnote')
      .map(unit => ({ ...unit, text: apart(text, unit, this.#words(unit)) }))
      .filter(edit => text.slice(edit.start, edit.end).replace(/\s+/gu, ' ') !== edit.text);
    if (form === 'footnote') {
      const notes = this.units
        .filter(unit => unit.form === 'footnote')
        .map(unit => ({ ...unit, text: this.#marks(unit) }));
      const others = this.units.filter(unit => unit.form !== 'footnote' && formOf(unit, form) === 'footnote');
      return [
        ...inPlace,
        ...notes.filter(note => text.slice(note.start, note.end) !== note.text),
        ...clusters(others, text).map(cluster =>
          asMarks(
            text,
            cluster,
            cluster.map(unit => this.#marks(unit)),
            this.#afterPunctuation,
          ),
        ),
      ];
    }
    const notes = sideBySide(this.units.filter(unit => unit.form === 'footnote'));
    return [
      ...inPlace,
      ...clusters(notes, text).map(cluster =>
        asText(
          text,
          cluster,
          cluster.map(unit => this.#words(unit)),
          this.#afterPunctuation,
          this.#quotes(cluster),
        ),
      ),
    ];
  }

  /** The definitions that no mark has any more. */
  gone(): FootnoteDefinition[] {
    const rewritten = rewrittenLabels(this.draft, this.units);
    const used = new Set(
      this.draft
        .citations()
        .flatMap(({ label, start }) => (label !== undefined && this.inner.has(start) ? [label] : [])),
    );
    return this.defined.filter(
      ({ label }) =>
        rewritten.has(label) && !this.#kept.has(label) && !used.has(label) && !this.#planned.definitions.has(label),
    );
  }

  /** The definitions changed in place, added, and taken out where no mark of theirs is left. */
  #definitions(citations: readonly Edit[]): Edit[] {
    const wanted = this.#planned.definitions;
    const gone = new Set(this.gone());
    const kept = this.defined.filter(definition => !gone.has(definition));
    const changed = kept.flatMap(definition => {
      const text = wanted.get(definition.label);
      if (text === undefined || definition.text.replace(/\s+/gu, ' ') === text.replace(/\s+/gu, ' ')) return [];
      const start =
        definition.end -
        this.draft.text.slice(definition.start, definition.end).replace(/^\[\^[^\]]+\]:[ \t]*/u, '').length;
      return [{ start, end: definition.end, text }];
    });
    const taken = [
      ...removed(
        this.draft.text,
        [...gone].filter(({ label }) => !this.held.has(label)),
      ),
      ...[...gone]
        .filter(({ label }) => this.held.has(label))
        .map(({ label, start, end }) => ({ start, end, text: placeHolder(this.#cameBack(label)) })),
    ];
    const { held, added } = missing(this.draft, kept, wanted, this.#eol);
    const beside = [...citations, ...changed, ...taken, ...held];
    return [
      ...changed,
      ...taken,
      ...held,
      ...addedDefinitions(this.draft, added, { eol: this.#eol, kept, beside }).map(edit => this.#apart(edit)),
    ];
  }

  /**
   * Behind blank lines that end the draft definitions are put with one more, since that is what taking them out takes
   * with them.
   */
  #apart(edit: Edit): Edit {
    const { length } = this.draft;
    const blank = edit.start === length && /\n[ \t]*\r?\n$/u.test(this.draft.slice(Math.max(0, length - 100), length));
    return blank && edit.text.startsWith('[^') ? { ...edit, text: this.#eol + edit.text } : edit;
  }

  /** The label that a note has when the draft has footnotes again: ours. */
  #cameBack(label: string): string {
    const ids = this.named.get(label);
    return ids === undefined ? label : labelOf(ids);
  }

  #marks(unit: Unit): string {
    return (this.#planned.marks.get(unit) ?? []).join('');
  }

  /** Each citation for itself, so that what stood side by side does so again on the way back. */
  #words(unit: Unit): string {
    const { style, language } = this.options;
    const { cites, said } = unit;
    const form = formOf(unit, this.options.form);
    const sources = cites.flatMap(ids => sourcesInOrder(this.library, ids));
    if (form === 'pandoc') return pandocCitation(sources, language, this.options.placeInBraces);
    const cited = (which: typeof sources): Run[] =>
      inTextCitation(this.library, which, style, language, wishesIn(this.options));
    if (said === undefined) return toMarkdown(cited(sources));
    const inside = cites.map((ids, at) => inTextAs(cited(sourcesInOrder(this.library, ids)), said[at]));
    return `(${inside.join(between[language])})`;
  }

  /** Whether marks follow a block quotation of what they cite: its full stop is the source's and stays. */
  #quotes([first]: Cluster): boolean {
    const block = this.draft.blockAt(first.start);
    if (block?.quoted !== true) return false;
    const at = first.start - block.start;
    const said = block.words
      .slice(Math.max(0, at - longestQuoted), at)
      .replace(/\s+/gu, ' ')
      .trim();
    return first.cites.flat().some(id => {
      const entry = this.library.resolve(id)?.entry;
      return (
        entry !== undefined &&
        [entry, ...entry.sentences].some(({ text }) => said === text || said.endsWith(` ${text}`))
      );
    });
  }
}

/** Footnote marks with nothing between them become one citation. */
function sideBySide(units: readonly Unit[]): Unit[] {
  const result: Unit[] = [];
  for (const unit of units) {
    const last = result.at(-1);
    if (last?.end === unit.start)
      result[result.length - 1] = { ...last, end: unit.end, cites: [...last.cites, ...unit.cites] };
    else result.push(unit);
  }
  return result;
}

function rewrittenLabels(draft: Draft, units: readonly Unit[]): Set<string> {
  const notes = units.filter(({ form }) => form === 'footnote');
  return new Set(notes.map(({ start, end }) => draft.text.slice(start + 2, end - 1)));
}

/**
 * Labels that some mark keeps, and those of ours that no mark uses: neither reworded for a mark that is rewritten nor
 * taken.
 * @param inner where marks begin that keep none which is rewritten elsewhere
 */
function keptLabels(draft: Draft, library: Library, units: readonly Unit[], inner: ReadonlySet<number>): Set<string> {
  const marks = new Set(units.filter(({ form }) => form === 'footnote').map(({ start }) => start));
  const rewritten = rewrittenLabels(draft, units);
  const kept = new Set<string>();
  for (const { form, label, start } of draft.citations()) {
    if (form === 'footnote' && label !== undefined && !marks.has(start) && !(inner.has(start) && rewritten.has(label)))
      kept.add(label);
  }
  for (const { label } of draft.footnoteDefinitions) {
    if (readLabel(label, library) !== undefined && !rewritten.has(label)) kept.add(label);
  }
  return kept;
}
