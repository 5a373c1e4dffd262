/**
 * What the report's view tells of one draft, as codes and data: the problems from the worst on, each with its sentence;
 * every citation and quotation with all problems of its sentence, and with what was not judged of it; and how the draft
 * uses each finding.
 */
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import type { Analysed, Checker } from './checker';
import { ownNotes } from './cited';
import { isRemark, type Code, type Problem } from './problem';
import { reportSteps, type Report, type ReportedCitation, type ReportedQuotation } from './report';
import { merging } from '../merging';
import type { Range } from '../text/ranges';
import { firstFrom } from '../text/sorted';
import { sentencesIn, type SpokenOf } from './reportSentences';
import { certain } from '../certain';

/** A problem; the numbers are the draft's as it was when the model was made. */
export interface ToldProblem extends Range {
  readonly problem: Problem;
  /** The same from one model to the next as long as the words it is about are the same. */
  readonly key: string;
  /** The sentence it is in, or the sentences. */
  readonly sentence: Range;
}

interface Told {
  readonly key: string;
  readonly sentence: Range;
  /** All problems of its sentence, of its words and of its note, in the draft's order. */
  readonly problems: readonly ToldProblem[];
  /** The problems there that comments of the draft ignore. */
  readonly ignored: readonly Problem[];
}

export interface ToldCitation extends Told, ReportedCitation, SpokenOf {
  readonly kind: 'citation';
}

export interface ToldQuotation extends Told, ReportedQuotation {
  readonly kind: 'quotation';
}

/** How a draft, or several, use a finding. */
export interface Use {
  readonly cited: number;
  readonly quoted: number;
  /** How often a sentence that cites it, or words that come from it, have a problem: an error or a warning. */
  readonly flagged: number;
  /** How often such a sentence, or such words, have a problem that a comment of the draft ignores. */
  readonly ignored: number;
  /** How often there is something to remark on there: information, or a hint. */
  readonly remarked: number;
  /** Where in the draft, in order. */
  readonly places: readonly UsePlace[];
}

/** Where a draft uses a finding, with the worst that can be said of it there. */
export interface UsePlace {
  readonly at: number;
  readonly worst?: Worst;
}

/** From the worst on. What is ignored is not certified, and may be worse than what is remarked on. */
const worstUses = ['flagged', 'ignored', 'remarked'] as const;
export type Worst = (typeof worstUses)[number];

export interface ReportModel {
  readonly report: Report;
  /** The worst first, those of one kind in the draft's order. */
  readonly problems: readonly ToldProblem[];
  /** How many problems comments of the draft ignore. */
  readonly ignored: number;
  /** In the draft's order. */
  readonly items: readonly (ToldCitation | ToldQuotation)[];
  /** By the id of a finding or passage; none of what is not used. */
  readonly uses: ReadonlyMap<string, Use>;
}

/** From the worst on. */
export const gravity = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Problem['severity'][];

/** So many things are looked at in one step. */
const atOnce = 64;

/** How it is used, in one word: the worst that can be said of it, else the most. */
export function useOf(use: Use | undefined): Worst | 'quoted' | 'cited' | 'unused' {
  if (!use) return 'unused';
  return ([...worstUses, 'quoted', 'cited'] as const).find(each => use[each] > 0) ?? 'unused';
}

/** Of two things said of a place, the worse one. */
export function worseOf(one: Worst | undefined, other: Worst | undefined): Worst | undefined {
  return worstUses.find(each => each === one || each === other);
}

/**
 * Makes the model, in steps. The draft must not change meanwhile.
 * @param problems what the last check of this version found, in order
 */
export function* reportModel(
  checker: Checker,
  problems: readonly Problem[],
  language: Language,
): Generator<void, ReportModel> {
  const { draft, tools, ignored } = checker;
  const { library } = tools.index;
  const units: Analysed[] = [];
  for (const analysed of checker.analysed(language)) {
    yield;
    if (analysed) units.push(analysed);
  }
  const report = yield* reportSteps(library, units);
  yield;
  const read = yield* readUnits(units, checker, language);
  const keys = new Keys();
  yield;
  const sentencesAt = yield* overlapping(read.sentences);
  const told = yield* toldProblems(draft, problems, keys, sentencesAt);
  const found = yield* ProblemsByPlace.of(draft, told, ignored);
  yield;
  const citations = yield* toldCitations(draft, report.citations, read, keys, found);
  const quotations = yield* toldQuotations(report.quotations, sentencesAt, keys, found);
  yield;
  const items = yield* merging<ToldCitation | ToldQuotation>(
    citations.sort(inOrder),
    quotations.sort(inOrder),
    inOrder,
  );
  return {
    report,
    problems: yield* worstFirst(told),
    ignored: ignored.length,
    items,
    uses: yield* usesIn(library, items, told, ignored),
  };
}

const inOrder = (one: Range, other: Range): number => one.start - other.start || other.end - one.end;

/** What is read in the units of a draft, by its offsets. */
interface ReadUnits {
  readonly sentences: readonly Range[];
  /** The sentence of each citation and how far the speaker was judged there, by where the citation begins. */
  readonly spokenAt: ReadonlyMap<number, SpokenOf & { readonly sentence: Range }>;
  /** The labels of notes, by where their marks begin. */
  readonly labelAt: ReadonlyMap<number, string>;
}

/** Reads the sentences of all units, in steps. */
function* readUnits(
  units: readonly Analysed[],
  { draft, tools }: Checker,
  language: Language,
): Generator<void, ReadUnits> {
  const sentences: Range[] = [];
  const spokenAt = new Map<number, SpokenOf & { readonly sentence: Range }>();
  const labelAt = new Map<number, string>();
  const notes = yield* ownNotes(draft);
  let gathered = 0;
  let put = 0;
  for (const analysed of units) {
    if (++gathered % atOnce === 0) yield;
    const { base, facts } = analysed;
    const read = yield* sentencesIn(analysed, draft, tools, notes, language);
    const first = sentences.length;
    for (const { start, end } of read.sentences) {
      sentences.push({ start: base + start, end: base + end });
      if (++put % rangesAtOnce === 0) yield;
    }
    for (const [start, at] of read.sentenceOf) {
      if (++put % rangesAtOnce === 0) yield;
      const sentence = sentences[first + at];
      const spoken = read.sentences[at]?.spoken ?? 'noConclusion';
      if (sentence) spokenAt.set(base + start, { sentence, spoken, strange: read.strange.has(start) });
    }
    for (const { label, start } of facts.citations) {
      if (label !== undefined) labelAt.set(base + start, label);
      if (++put % rangesAtOnce === 0) yield;
    }
  }
  return { sentences, spokenAt, labelAt };
}

/** The problems with their keys and sentences, in order. */
function* toldProblems(
  draft: Draft,
  problems: readonly Problem[],
  keys: Keys,
  sentencesAt: Overlapping<Range>,
): Generator<void, ToldProblem[]> {
  const told: ToldProblem[] = [];
  for (const problem of problems) {
    const { start, end } = problem;
    told.push({
      problem,
      start,
      end,
      key: keyOf(keys, draft, problem),
      sentence: spanned({ start, end }, sentencesAt),
    });
    if (told.length % atOnce === 0) yield;
  }
  return told;
}

/** Finds the problems of a place: those told of, and those that comments of the draft ignore. */
class ProblemsByPlace {
  static *of(
    draft: Draft,
    told: readonly ToldProblem[],
    ignored: readonly Problem[],
  ): Generator<void, ProblemsByPlace> {
    const toldAt = yield* overlapping(told);
    const toldInNotes = yield* inDefinitions(draft, toldAt);
    const ignoredAt = yield* overlapping(ignored);
    const ignoredInNotes = ignored.length > 0 ? yield* inDefinitions(draft, ignoredAt) : undefined;
    return new ProblemsByPlace(toldAt, toldInNotes, ignoredAt, ignoredInNotes);
  }

  private constructor(
    readonly toldAt: Overlapping<ToldProblem>,
    readonly toldInNotes: ReadonlyMap<string, readonly ToldProblem[]>,
    readonly ignoredAt: Overlapping<Problem>,
    readonly ignoredInNotes: ReadonlyMap<string, readonly Problem[]> | undefined,
  ) {}

  /** Those of a citation: of the words of its sentence, its own, and those of its note. */
  ofCitation(sentence: Range, citation: Range, label: string): Pick<Told, 'problems' | 'ignored'> {
    return {
      problems: once([
        ...this.toldAt(sentence).filter(({ problem }) => isOfWords(problem)),
        ...this.toldAt(citation),
        ...(this.toldInNotes.get(label) ?? []),
      ]),
      ignored: [
        ...new Set([
          ...this.ignoredAt(sentence).filter(isOfWords),
          ...this.ignoredAt(citation),
          ...(this.ignoredInNotes?.get(label) ?? []),
        ]),
      ],
    };
  }

  /** Those of a quotation: all of its sentence, and its own. */
  ofQuotation(sentence: Range, quotation: Range): Pick<Told, 'problems' | 'ignored'> {
    return {
      problems: once([...this.toldAt(sentence), ...this.toldAt(quotation)]),
      ignored: [...new Set([...this.ignoredAt(sentence), ...this.ignoredAt(quotation)])],
    };
  }
}

/** What is known of a citation in no sentence that was read. */
const notRead: SpokenOf = { spoken: 'noConclusion', strange: false };

function* toldCitations(
  draft: Draft,
  citations: readonly ReportedCitation[],
  { spokenAt, labelAt }: ReadUnits,
  keys: Keys,
  found: ProblemsByPlace,
): Generator<void, ToldCitation[]> {
  const told: ToldCitation[] = [];
  for (const citation of citations) {
    const { start, end } = citation;
    const { spoken, strange, sentence } = spokenAt.get(start) ?? { ...notRead, sentence: { start, end } };
    told.push({
      ...citation,
      kind: 'citation',
      key: keys.of('citation', draft.slice(start, Math.min(end, start + 80))),
      sentence,
      spoken,
      strange,
      ...found.ofCitation(sentence, citation, labelAt.get(start) ?? ''),
    });
    if (told.length % atOnce === 0) yield;
  }
  return told;
}

function* toldQuotations(
  quotations: readonly ReportedQuotation[],
  sentencesAt: Overlapping<Range>,
  keys: Keys,
  found: ProblemsByPlace,
): Generator<void, ToldQuotation[]> {
  const told: ToldQuotation[] = [];
  for (const quotation of quotations) {
    const sentence = spanned(quotation, sentencesAt);
    told.push({
      ...quotation,
      kind: 'quotation',
      key: keys.of('quotation', quotation.text.slice(0, 80)),
      sentence,
      ...found.ofQuotation(sentence, quotation),
    });
    if (told.length % atOnce === 0) yield;
  }
  return told;
}

/** The worst first, those of one kind in the draft's order. */
function* worstFirst(told: readonly ToldProblem[]): Generator<void, readonly ToldProblem[]> {
  const worst: ToldProblem[] = [];
  for (const severity of gravity) {
    for (const each of told) if (each.problem.severity === severity) worst.push(each);
    yield;
  }
  return worst;
}

/** What of some problems is in the drafter's notes that cite findings, by their labels. */
function* inDefinitions<T>(draft: Draft, within: Overlapping<T>): Generator<void, ReadonlyMap<string, readonly T[]>> {
  const found = new Map<string, readonly T[]>();
  let defined = 0;
  for (const definition of yield* draft.findingDefinitions()) {
    if (++defined % atOnce === 0) yield;
    const own = within(definition);
    if (own.length > 0 && !found.has(definition.label)) found.set(definition.label, own);
  }
  return found;
}

/** Whether a problem is of the words that a citation stands beside: what is wrong with another citation is not. */
function isOfWords({ code }: Problem): boolean {
  return /^(?:quote|attribution|paraphrase)-/.test(code);
}

/** The rules of some problems, each once. */
export const codesOf = (problems: readonly Problem[]): readonly Code[] => [
  ...new Set(problems.map(({ code }) => code)),
];

/** What is told more than once, once, in the draft's order. */
function once(problems: readonly ToldProblem[]): readonly ToldProblem[] {
  return [...new Set(problems)].toSorted((one, other) => one.start - other.start);
}

/** The sentences that a range touches, as one range; itself where it touches none. */
function spanned(range: Range, within: Overlapping<Range>): Range {
  const touched = within(range);
  return {
    start: Math.min(range.start, touched[0]?.start ?? range.start),
    end: Math.max(range.end, touched.at(-1)?.end ?? range.end),
  };
}

/** Those of some ranges that overlap another. */
type Overlapping<T> = (range: Range) => readonly T[];

/** So many ranges are put down in one step. */
const rangesAtOnce = 8_000;

/**
 * Finds those of some ranges that overlap another, an empty one by where it stands; theirs are in order of their
 * beginnings. Made ready in steps.
 */
function* overlapping<T extends Range>(ranges: readonly T[]): Generator<void, Overlapping<T>> {
  const list = ranges.toSorted((one, other) => one.start - other.start);
  yield;
  const furthest: number[] = [];
  let last = 0;
  for (const { end } of list) {
    last = Math.max(end, last);
    furthest.push(last);
    if (furthest.length % rangesAtOnce === 0) yield;
  }
  return ({ start, end }) => {
    const next = firstFrom(list, Math.max(end, start + 1), each => each.start);
    const found: T[] = [];
    for (let at = next - 1; at >= 0 && certain(furthest[at]) > start; at--)
      if (Math.max(certain(list[at]).end, certain(list[at]).start + 1) > start) found.push(certain(list[at]));
    return found.toReversed();
  };
}

/** Problems by their keys, as a model of the same draft has them. */
export function problemsByKey(draft: Draft, problems: readonly Problem[]): Map<string, Problem> {
  const keys = new Keys();
  return new Map(problems.map(problem => [keyOf(keys, draft, problem), problem]));
}

function keyOf(keys: Keys, draft: Draft, { code, start, end }: Problem): string {
  return keys.of(code, draft.slice(start, Math.min(end, start + 80)));
}

/** Keys that stay with the words they are about, whatever is written before them. */
class Keys {
  readonly #seen = new Map<string, number>();

  of(kind: string, words: string): string {
    const key = `${kind} ${words}`;
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    return before === 0 ? key : `${key} ${before + 1}`;
  }
}

/**
 * The findings that a problem names: those cited, and those whose words it is about. What is only near is not what the
 * draft uses.
 */
function namedBy({ code, data }: Problem): readonly (string | undefined)[] {
  return [...(data.cited ?? []), code === 'quote-unknown' ? undefined : data.where?.id, data.sentence?.id];
}

function* usesIn(
  library: Library,
  items: ReportModel['items'],
  problems: readonly ToldProblem[],
  ignored: readonly Problem[],
): Generator<void, Map<string, Use>> {
  const uses = new Uses(library);
  let done = 0;
  for (const item of items) {
    if (++done % atOnce === 0) yield;
    if (item.kind === 'quotation') uses.quoted(item, item.start);
    else uses.cited(item.ids, item.start, item);
  }
  for (const told of problems) {
    if (++done % atOnce === 0) yield;
    for (const id of namedBy(told.problem)) uses.found(id, told.problem);
  }
  for (const problem of ignored) {
    if (++done % atOnce === 0) yield;
    for (const id of namedBy(problem)) uses.ignored(id, problem);
  }
  return uses.all();
}

/**
 * How one of many drafts uses the findings: without its sentences, so a finding is flagged where a problem names it.
 */
export function usesOf(
  library: Library,
  { citations, quotations }: Report,
  problems: readonly Problem[],
  ignored: readonly Problem[],
): Map<string, Use> {
  const uses = new Uses(library);
  for (const { ids, start } of citations) uses.cited(ids, start);
  for (const quotation of quotations) uses.quoted(quotation, quotation.start);
  for (const problem of problems) for (const id of namedBy(problem)) uses.found(id, problem);
  for (const problem of ignored) for (const id of namedBy(problem)) uses.ignored(id, problem);
  return uses.all();
}

const unused: Use = { cited: 0, quoted: 0, flagged: 0, ignored: 0, remarked: 0, places: [] };

/** Adds up the uses of many drafts; places in them are not kept. */
export function addUses(sum: Map<string, Use>, uses: ReadonlyMap<string, Use>): void {
  for (const [id, { cited, quoted, flagged, ignored, remarked }] of uses) {
    const before = sum.get(id) ?? unused;
    sum.set(id, {
      cited: cited + before.cited,
      quoted: quoted + before.quoted,
      flagged: flagged + before.flagged,
      ignored: ignored + before.ignored,
      remarked: remarked + before.remarked,
      places: unused.places,
    });
  }
}

/** Counts uses as they are found. */
class Uses {
  readonly #uses = new Map<
    string,
    {
      cited: number;
      quoted: number;
      readonly flagged: Set<Problem>;
      readonly ignored: Set<Problem>;
      readonly remarked: Set<Problem>;
      readonly places: Map<number, Worst | undefined>;
    }
  >();

  constructor(readonly library: Library) {}

  cited(ids: readonly string[], at: number, told?: Pick<Told, 'problems' | 'ignored'>): void {
    for (const id of new Set(ids.map(each => this.library.resolve(each)?.entry.id))) {
      const use = this.#use(id, at);
      if (!use) continue;
      use.cited++;
      for (const { problem } of told?.problems ?? []) this.#put(id, problem, worstOf(problem), at);
      for (const problem of told?.ignored ?? []) this.#put(id, problem, 'ignored', at);
    }
  }

  quoted({ verdict }: ReportedQuotation, at: number): void {
    const use =
      verdict.kind === 'exact' || verdict.kind === 'otherFinding' ? this.#use(verdict.where.id, at) : undefined;
    if (use) use.quoted++;
  }

  found(id: string | undefined, problem: Problem): void {
    this.#put(id, problem, worstOf(problem), problem.start);
  }

  ignored(id: string | undefined, problem: Problem): void {
    this.#put(id, problem, 'ignored', problem.start);
  }

  all(): Map<string, Use> {
    return new Map(
      [...this.#uses].map(([id, { cited, quoted, flagged, ignored, remarked, places }]) => [
        id,
        {
          cited,
          quoted,
          flagged: flagged.size,
          ignored: ignored.size,
          remarked: remarked.size,
          places: [...places]
            .map(([at, worst]) => ({ at, ...(worst && { worst }) }))
            .toSorted((one, other) => one.at - other.at),
        },
      ]),
    );
  }

  #put(id: string | undefined, problem: Problem, worst: Worst, at: number): void {
    const use = this.#use(id, at);
    if (!use) return;
    use[worst].add(problem);
    use.places.set(at, worseOf(use.places.get(at), worst));
  }

  #use(id: string | undefined, at: number) {
    const entry = id === undefined ? undefined : this.library.resolve(id)?.entry.id;
    if (entry === undefined) return undefined;
    let use = this.#uses.get(entry);
    if (!use)
      this.#uses.set(
        entry,
        (use = {
          cited: 0,
          quoted: 0,
          flagged: new Set(),
          ignored: new Set(),
          remarked: new Set(),
          places: new Map(),
        }),
      );
    if (!use.places.has(at)) use.places.set(at, undefined);
    return use;
  }
}

const worstOf = (problem: Problem): Worst => (isRemark(problem) ? 'remarked' : 'flagged');
