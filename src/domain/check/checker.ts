/**
 * Checks a draft, and checks it again after edits at the cost of what they touched: what was found
 * in a unit is kept with its blocks, which an edit replaces only where it touches.
 */
import { wishesIn, type Form, type Style, type Wishes } from '../citation/options';
import type { Language } from '../corpus/types';
import type { Block, Draft } from '../draft/draft';
import { findingLinkLabels, findingShortcutLinks } from '../draft/linkLabels';
import { following } from '../draft/placed';
import { WithBlocks } from '../draft/withBlocks';
import { planInsertion } from '../insert/plan';
import { cite, sourcesOf } from '../citation/cite';
import { readLabel } from '../citation/labels';
import { analyse, type Surroundings, type Tools } from './analyse';
import { mayPointBack, pointsBack } from './pointsBack';
import { citationsOf, ownNotes, type CitedForm, type OwnNotes } from './cited';
import { silence, silences, type Silenced } from './disable';
import type { FixContext, LocalProblem, UnitFacts } from './facts';
import { draftersOf } from './drafters';
import { htmlProse } from './html';
import { formOf, formsMixed } from './forms';
import { NoteChecker, problem, type NoteUse } from './noteChecker';
import { inUsedForm } from './inUsedForm';
import { placeLike, recite } from './recite';
import type { Code, Fix, Problem, ProblemData, Severity } from './problem';
import { SpeakersAbove } from './speakersAbove';
import type { Stem } from './told';
import { unknownRules } from './unknownRules';
import { superscriptsIn } from './superscripts';
import { unitsOf, type Unit } from './units';
import type { UnitsSeen } from './unitsSeen';
import { merging } from '../merging';
import { sharing } from '../shared';
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import { certain } from '../certain';

export interface CheckOptions extends Wishes {
  readonly style: Style;
  /** The form in which citations are added. */
  readonly form: Form;
  readonly language: Language;
  /** What is set for single codes. */
  readonly severities?: Readonly<Partial<Record<Code, Severity>>>;
}

const nothing: readonly string[] = [];
const hasAny = ({ labels, raised }: OwnNotes): boolean => labels.size + raised.size > 0;
/** A paragraph below a block quotation that is longer is more than a citation. */
const longestReference = 400;
/** One that begins with where the words above are from may go on. */
const longestPointing = 2_000;
/** What may stand beside a citation that is a paragraph's: "— Source:". */
const isNoWords = /^[\s\p{P}]{0,20}(?:source\b[\s\p{P}]{0,20})?$/iu;
/** So many lists of labels are remembered. */
const mostLabels = 5_000;
/** A unit seldom has more labels: longer lists are its own. */
const mostShared = 32;
/** So many units are passed in one step. */
const atOnce = 512;
/** A block quotation is as much work as so many others: what stands above and below it is looked at. */
const workOfQuoted = 3;

/** How much of what is passed in one step a unit is; nothing to pass ends the step. */
function workOf(unit: Unit | undefined): number {
  if (!unit) return atOnce;
  return unit.quoted ? workOfQuoted : 1;
}
/** So many problems or marks of a unit are kept in one step. */
const keptAtOnce = 256;
/** So many of all are put together in one step. */
const putAtOnce = 8_000;

const inOrder = (one: Problem, other: Problem): number => one.start - other.start || one.end - other.end;

/** A unit of the draft and what was found in it; it moves with the draft, and nothing is computed anew for that. */
export interface Analysed {
  /** Where the unit stands in the draft now. */
  readonly base: number;
  readonly unit: Unit;
  readonly facts: UnitFacts;
  /** The form of all its citations outside of notes. */
  readonly form: CitedForm | 'several' | undefined;
}

/**
 * What is kept of a unit. Each keystroke passes those of the whole draft, so that what it asks of each stands here
 * itself: every step from one object to the next takes longer than all else.
 */
class Kept implements Analysed {
  /** Whether its first block is all of it. */
  readonly isOneBlock: boolean;
  /** Whether a problem of it stands above it. */
  readonly isAbove: boolean;
  readonly form: CitedForm | 'several' | undefined;

  constructor(
    readonly first: Block,
    readonly unit: Unit,
    readonly facts: UnitFacts,
    /** What of the draft around it counted. */
    readonly around: string,
    readonly problems: readonly Problem[],
    readonly marks: readonly NoteUse[],
    /** The labels of its marks: one list for all units that have the same. */
    readonly labels: readonly string[],
  ) {
    this.isOneBlock = unit.blocks.length === 1;
    this.isAbove = (facts.problems[0]?.start ?? 0) < 0;
    this.form = formOf(facts);
  }

  get base(): number {
    return this.first.start;
  }
}

const noProblems: readonly Problem[] = [];
const noMarks: readonly NoteUse[] = [];

/** What of a problem follows the first block of its unit. */
const moving = sharing<
  { readonly first: Block; readonly local: LocalProblem; fixes(): readonly Fix[] },
  Pick<Problem, 'start' | 'end' | 'data' | 'fixes'>
>({
  start: ({ first, local }) => first.start + local.start,
  end: ({ first, local }) => first.start + local.end,
  data: ({ first, local }) => moved(local.data, first.start),
  fixes: ({ fixes }) => fixes(),
});

export class Checker {
  readonly #kept = new WithBlocks<Kept>();
  readonly #notes: NoteChecker;
  readonly #labels = new Map<string, readonly string[]>();
  /** Whether the notes have been looked at once. */
  #warm = false;
  #options: CheckOptions = { style: 'un', form: 'footnote', language: 'en' };

  #ignored: readonly Problem[] = [];

  constructor(
    readonly draft: Draft,
    readonly tools: Tools,
    /** What was found in other drafts. With it, the problems of units have no fixes. */
    readonly seen?: UnitsSeen,
  ) {
    this.#notes = new NoteChecker(tools.index.library);
  }

  /**
   * All problems of the draft as it is now, in order. A problem's offsets and fixes are read off the
   * draft when they are asked for: ask before the next edit.
   */
  check(options: CheckOptions): Problem[] {
    const steps = this.steps(options);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  /**
   * The same in steps: it yields after each unit that had to be looked at anew. The draft must not change meanwhile.
   */
  *steps(options: CheckOptions): Generator<void, Problem[]> {
    const analysed: Kept[] = [];
    yield* this.#gather(options.language, analysed);
    if (!this.#warm) {
      for (const definition of yield* this.draft.findingDefinitions()) {
        this.#notes.prepare(definition);
        yield;
      }
      this.#warm = true;
    }
    return yield* this.#collect(analysed, options);
  }

  /** The problems that comments of the draft took out of the last check, in order. */
  get ignored(): readonly Problem[] {
    return this.#ignored;
  }

  /** The units with what was found in them; an empty turn after each that was looked at anew. */
  *analysed(language: Language): Generator<Analysed | undefined, void> {
    const analysed: Kept[] = [];
    for (const _ of this.#gather(language, analysed)) yield undefined;
    yield* analysed;
  }

  /** Gathers the units; it yields after each that was looked at anew, and after some hundred that were not. */
  *#gather(language: Language, into: Kept[]): Generator<void, void> {
    yield* this.draft.reading();
    yield* this.tools.index.reading();
    yield* this.tools.attributions.reading();
    let before: Kept | undefined;
    const notes = yield* ownNotes(this.draft);
    const linked = (yield* findingLinkLabels(this.draft)).size > 0;
    let passed = 0;
    let inNote = nothing;
    const speakers = new SpeakersAbove();
    const drafters = draftersOf(this.draft);
    const everywhere = drafters.length === 0 ? language : `${language}|${drafters.join()}`;
    for (const unit of unitsOf(this.draft)) {
      passed += workOf(unit);
      if (passed >= atOnce) {
        passed = 0;
        yield;
      }
      if (!unit) continue;
      const first = certain(unit.blocks[0]);
      if (!first.continues || !first.inNote) inNote = this.#citedByNote(first, notes);
      const cited = first.label === undefined ? inNote : nothing;
      const introduced = unit.quoted ? yield* this.#introducing(unit, before, notes) : nothing;
      // Only what counts for this unit: a note elsewhere must not make every unit look changed.
      const own = linked || hasAny(notes) ? yield* this.#named(unit, notes, linked) : '';
      const stem = speakers.above(first, unit, before);
      const around = aroundOf(everywhere, introduced, own, cited, stem);
      let kept = this.#kept.get(first);
      if (!kept || kept.around !== around || !isOf(kept, unit)) {
        const surroundings = { draft: this.draft, language, introduced, notes, inNote: cited, drafters, stem };
        kept = yield* this.#keep(unit, around, yield* this.#found(unit, around, surroundings));
        this.#kept.set(first, kept);
        yield;
      }
      speakers.pass(first, kept, stem);
      before = kept;
      into.push(kept);
    }
  }

  /** What is in a unit: as it was found in another draft, or found now. */
  *#found(unit: Unit, around: string, surroundings: Surroundings): Generator<void, UnitFacts> {
    const known = this.seen?.of(unit, around);
    if (known) return known;
    const facts = yield* analyse(this.tools, unit, surroundings);
    return this.seen?.keep(this.draft, unit, around, facts) ?? facts;
  }

  /** What the note cites that a block begins: by what it says, or by its label. */
  #citedByNote({ label }: Block, notes: OwnNotes): readonly string[] {
    if (label === undefined) return nothing;
    return notes.labels.get(label) ?? readLabel(label, this.tools.index.library)?.ids ?? nothing;
  }

  /** What answers for a block quotation without a citation: what the paragraph right above cites, or that right below. */
  *#introducing(unit: Unit, before: Kept | undefined, notes: OwnNotes): Generator<void, readonly string[]> {
    const above = before && this.#adjoins(before, certain(unit.blocks[0])) ? before.facts.introduces : nothing;
    return above.length > 0 ? above : yield* this.#citedBelow(unit, notes);
  }

  /** What the drafter's own notes in a unit cite, and which of its brackets are links. */
  *#named(unit: Unit, notes: OwnNotes, linked: boolean): Generator<void, string> {
    if (hasAny(notes)) for (const block of unit.blocks) yield* this.draft.recognizer.steps(block);
    const own = this.#own(unit, notes);
    return linked ? own + (yield* this.#links(unit)) : own;
  }

  *#keep(unit: Unit, around: string, facts: UnitFacts): Generator<void, Kept> {
    const first = certain(unit.blocks[0]);
    const problems: Problem[] = [];
    for (const local of facts.problems) {
      problems.push(this.#placed(first, local));
      if (problems.length % keptAtOnce === 0) yield;
    }
    const marks: NoteUse[] = [];
    const labels = new Set<string>();
    for (const { label, start, end } of facts.marks) {
      labels.add(label);
      marks.push(following({ label }, { block: first, start, end }));
      if (marks.length % keptAtOnce === 0) yield;
    }
    return new Kept(
      first,
      unit,
      facts,
      around,
      problems.length === 0 ? noProblems : problems,
      marks.length === 0 ? noMarks : marks,
      this.#shared(labels),
    );
  }

  /** Some labels, as one list wherever they are the same. */
  #shared(labels: ReadonlySet<string>): readonly string[] {
    if (labels.size === 0) return nothing;
    const list = [...labels];
    if (list.length > mostShared) return list;
    const key = list.join(' ');
    const known = this.#labels.get(key);
    if (known) return known;
    if (this.#labels.size >= mostLabels) this.#labels.clear();
    this.#labels.set(key, list);
    return list;
  }

  /** A unit's problem in the draft's offsets, which follow the unit's first block. */
  #placed(first: Block, local: LocalProblem): Problem {
    const { code, severity } = local;
    return moving(
      { code, severity },
      { first, local, fixes: () => local.fixes(this.#context(first.start, this.#options)) },
    );
  }

  /** Which brackets of a unit are links by a definition elsewhere. */
  *#links(unit: Unit): Generator<void, string> {
    const named: string[] = [];
    for (const block of unit.blocks) named.push((yield* findingShortcutLinks(this.draft, block))?.named ?? '');
    return named.every(each => each === '') ? '' : named.join(' ');
  }

  /** What the drafter's own notes in a unit cite. */
  #own(unit: Unit, notes: OwnNotes): string {
    if (!hasAny(notes)) return '';
    return unit.blocks
      .flatMap(block =>
        this.draft.recognizer
          .in(htmlProse(this.draft, block) ?? block)
          .labels.flatMap(label => {
            const cited = notes.labels.get(label);
            return cited ? [`${label}=${cited.join('+')}`] : [];
          })
          .concat(superscriptsIn(block, notes.raised).map(({ ids }) => `^${ids.join('+')}`)),
      )
      .join();
  }

  /** What the paragraph right below a block quotation cites, if it has nothing else: "(IOM, 2022, day 1, …)". */
  *#citedBelow({ blocks }: Unit, notes: OwnNotes): Generator<void, readonly string[]> {
    const { end } = certain(blocks.at(-1));
    const below = this.draft.blocksIn(end, end + longestReference).find(({ kind }) => kind !== 'blank');
    if (below?.kind !== 'paragraph' || below.quoted || below.text.length > longestPointing) return nothing;
    const points = mayPointBack(below.text);
    if (!points && below.text.length > longestReference) return nothing;
    yield* this.draft.recognizer.steps(below);
    const citations = yield* citationsOf(this.draft, below, this.tools.index.library, notes);
    const [first] = citations;
    if (points && first?.ours && pointsBack(below.text.slice(0, first.start))) return first.ids;
    if (below.text.length > longestReference) return nothing;
    let rest = below.text;
    for (const cited of citations.toReversed()) rest = rest.slice(0, cited.start) + rest.slice(cited.end);
    return isNoWords.test(rest) && citations.every(({ ours }) => ours)
      ? [...new Set(citations.flatMap(({ ids }) => ids))]
      : nothing;
  }

  /** Nothing but blank lines between. */
  #adjoins(before: Analysed, block: Block): boolean {
    const end = certain(before.unit.blocks.at(-1)).end;
    return end === block.start || this.draft.blocksIn(end, block.start - 1).every(each => each.kind === 'blank');
  }

  /** Puts the problems of the units and of the draft as a whole together. */
  *#collect(analysed: readonly Kept[], options: CheckOptions): Generator<void, Problem[]> {
    this.#options = options;
    const { severities = {} } = options;
    const { problems, labels } = yield* putTogether(analysed);
    const notes = yield* this.#notes.check(this.draft, { labels, all: () => allMarks(analysed) }, options);
    const others = notes.concat(yield* formsMixed(analysed), unknownRules(this.draft)).sort(inOrder);
    yield;
    const silencing = yield* silences(this.draft);
    const all = others.length === 0 ? problems : yield* merging(problems, others, inOrder);
    const wanted = Object.keys(severities).length > 0 ? all.flatMap(each => graded(each, severities)) : all;
    if (!silencing) {
      this.#ignored = [];
      return wanted;
    }
    const { left, ignored }: Silenced = yield* silence(
      this.draft,
      wanted,
      code => severities[code] !== 'off' && isChecked(code, options.language),
    );
    this.#ignored = ignored;
    return left.flatMap(each => (each.code === 'disable-unused' ? graded(each, severities) : [each])).sort(inOrder);
  }

  #context(base: number, options: CheckOptions): FixContext {
    return {
      base,
      reference: (ids, form) => {
        const { style, language } = options;
        const text = cite(this.tools.index.library, ids, {
          form: form === 'inText' ? form : 'pandoc',
          style,
          language,
          ...wishesIn(options),
        }).text;
        return form === 'narrative' ? text.replace(/^\[(@[^,]+), (.*)\]$/u, '$1 [$2]') : text;
      },
      cite: (id, at) => this.#cite(id, at, options),
      recite: (citation, id) => recite(this.draft, this.tools.index.library, citation, id, options),
      locate: (ids, like) =>
        placeLike(
          this.tools.index.library,
          sourcesOf(this.tools.index.library, ids).flatMap(({ entries }) => entries.map(each => each.id)),
          like,
          options.language,
        ),
      relabel: (mark, label, to) => this.#relabel(mark, label, to, options),
      inUsedForm: (edits, start, id) => inUsedForm(this.draft, edits, start, id, options),
    };
  }

  /**
   * A definition goes with its marks, all of them. Where the new label has a definition of its own the
   * mark is made one of it, and where there is none at all it is added.
   */
  #relabel(mark: Range, label: string, to: string, options: CheckOptions): readonly Edit[] {
    const { footnoteDefinitions: definitions } = this.draft;
    const named = (at: number): Edit => ({ start: at + 2, end: at + 2 + label.length, text: to });
    if (definitions.some(each => each.label === to)) return [named(mark.start)];
    const own = definitions.filter(each => each.label === label);
    if (own.length === 0)
      return [
        named(mark.start),
        this.#notes.define(this.draft, readLabel(to, this.tools.index.library)?.ids ?? [], to, options),
      ];
    const marks = this.draft.citations().filter(each => each.form === 'footnote' && each.label === label);
    return [...marks, ...own].map(({ start }) => named(start)).toSorted((one, other) => one.start - other.start);
  }

  #cite(id: string, at: number, { form, style, language, ...wishes }: CheckOptions): readonly Edit[] {
    return planInsertion(this.draft, this.tools.index.library, [{ start: at, end: at }], {
      ids: [id],
      kind: 'citation',
      form,
      style,
      language,
      ...wishesIn(wishes),
    }).edits;
  }
}

/** What of the draft around a unit counts for it, as one text. */
function aroundOf(
  everywhere: string,
  introduced: readonly string[],
  own: string,
  cited: readonly string[],
  stem: Stem | undefined,
): string {
  const near =
    introduced.length === 0 && own === '' && cited.length === 0
      ? everywhere
      : `${everywhere}|${introduced.join()}|${own}|${cited.join()}`;
  return stem ? `${near}|${stem.start} ${stem.end} ${stem.said} ${stem.present} ${stem.shown}` : near;
}

/** A problem with the severity that is set for it; none where it is set to be off. */
function graded(each: Problem, severities: NonNullable<CheckOptions['severities']>): readonly Problem[] {
  const set = severities[each.code];
  if (set === 'off') return [];
  return set === undefined || set === each.severity
    ? [each]
    : [problem(each.code, each, set, each.data, () => each.fixes)];
}

/** The problems of all units in order, and the labels of their marks; in steps. */
function* putTogether(
  analysed: readonly Kept[],
): Generator<void, { readonly problems: Problem[]; readonly labels: ReadonlySet<string> }> {
  const problems: Problem[] = [];
  const labels = new Set<string>();
  let last = nothing;
  let put = 0;
  let isAbove = false;
  for (const kept of analysed) {
    if (++put % putAtOnce === 0) yield;
    isAbove ||= kept.isAbove;
    if (kept.labels !== last) {
      last = kept.labels;
      for (const label of last) {
        labels.add(label);
        if (++put % putAtOnce === 0) yield;
      }
    }
    for (const each of kept.problems) {
      problems.push(each);
      if (++put % putAtOnce === 0) yield;
    }
  }
  // The units' problems are in order as they are, but for those of a speaker above a list.
  if (isAbove) problems.sort(inOrder);
  return { problems, labels };
}

/** Who spoke is checked in English drafts only, and so is the place of note marks. */
function isChecked(code: Code, language: Language): boolean {
  return language === 'en' || !(/^(?:attribution|paraphrase)-/.test(code) || code === 'note-before-punctuation');
}

/** The marks of all units in order, gathered in steps. */
function* allMarks(analysed: readonly Kept[]): Generator<void, readonly NoteUse[]> {
  const marks: NoteUse[] = [];
  let put = 0;
  for (const kept of analysed) {
    if (++put % putAtOnce === 0) yield;
    for (const mark of kept.marks) {
      marks.push(mark);
      if (++put % putAtOnce === 0) yield;
    }
  }
  return marks;
}

/** Whether what is kept with a unit's first block is of just that unit. */
function isOf(kept: Kept, { blocks }: Unit): boolean {
  if (kept.isOneBlock) return blocks.length === 1;
  const own = kept.unit.blocks;
  return own.length === blocks.length && own.every((block, at) => block === blocks[at]);
}

/** The data with its ranges in the draft's offsets. */
function moved(data: ProblemData, base: number): ProblemData {
  const { differences, omission, bracket } = data;
  if (!differences && !omission && !bracket) return data;
  const move = <T extends Range>(each: T): T => ({ ...each, start: each.start + base, end: each.end + base });
  return {
    ...data,
    ...(differences && {
      differences: differences.map(each => ({
        ...move(each),
        ...(each.gap === undefined ? {} : { gap: each.gap + base }),
      })),
    }),
    ...(omission && { omission: move(omission) }),
    ...(bracket && { bracket: move(bracket) }),
  };
}
