/**
 * What the report's view tells of one draft, as codes and data: the problems from the worst on, each with its sentence; every citation
 * and quotation with all problems of its sentence, and with what was not judged of it; and how the draft uses each finding.
 */
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Analysed, Checker } from './checker';
import { ownNotes } from './cited';
import type { Problem } from './problem';
import { reportOf, type Report, type ReportedCitation, type ReportedQuotation } from './report';
import { sentencesIn, type Spoken } from './reportSentences';
import type { Range } from './quote/visible';

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
}

export interface ToldCitation extends Told, ReportedCitation {
  readonly kind: 'citation';
  /** How far the speaker was judged in its sentence. */
  readonly spoken: Spoken;
}

export interface ToldQuotation extends Told, ReportedQuotation {
  readonly kind: 'quotation';
}

/** How a draft, or several, use a finding. */
export interface Use {
  readonly cited: number;
  readonly quoted: number;
  /** How often a sentence that cites it, or words that come from it, have a problem. */
  readonly flagged: number;
  /** Where in the draft, in order. */
  readonly places: readonly number[];
}

export interface ReportModel {
  readonly report: Report;
  /** The worst first, those of one kind in the draft's order. */
  readonly problems: readonly ToldProblem[];
  /** In the draft's order. */
  readonly items: readonly (ToldCitation | ToldQuotation)[];
  /** By the id of a finding or passage; none of what is not used. */
  readonly uses: ReadonlyMap<string, Use>;
}

/** From the worst on. */
export const gravity = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Problem['severity'][];

/** How it is used, in one word: the worst that can be said of it, else the most. */
export function useOf(use: Use | undefined): 'flagged' | 'quoted' | 'cited' | 'unused' {
  if (!use) return 'unused';
  return use.flagged > 0 ? 'flagged' : use.quoted > 0 ? 'quoted' : use.cited > 0 ? 'cited' : 'unused';
}

/**
 * Makes the model, in steps. The draft must not change meanwhile.
 * @param problems what the last check of this version found, in order
 */
export function* reportModel(checker: Checker, problems: readonly Problem[], language: Language): Generator<void, ReportModel> {
  const { draft, tools } = checker;
  const { library } = tools.index;
  const units: Analysed[] = [];
  for (const analysed of checker.analysed(language)) {
    yield;
    if (analysed) units.push(analysed);
  }
  const report = reportOf(library, units);
  yield;
  const sentences: Range[] = [];
  const spokenAt = new Map<number, { readonly spoken: Spoken; readonly sentence: Range }>();
  const labelAt = new Map<number, string>();
  const notes = yield* ownNotes(draft);
  for (const analysed of units) {
    const { base, facts } = analysed;
    const read = yield* sentencesIn(analysed, draft, tools, notes, language);
    const own = read.sentences.map(({ start, end }) => ({ start: base + start, end: base + end }));
    for (const sentence of own) sentences.push(sentence);
    for (const [start, at] of read.sentenceOf) {
      const sentence = own[at];
      if (sentence) spokenAt.set(base + start, { sentence, spoken: read.sentences[at]?.spoken ?? 'noConclusion' });
    }
    for (const { label, start } of facts.citations) if (label !== undefined) labelAt.set(base + start, label);
  }
  const keys = new Keys();
  const within = overlapping(sentences);
  const told: ToldProblem[] = [];
  for (const problem of problems) {
    const { start, end } = problem;
    told.push({ problem, start, end, key: keys.of(problem.code, draft.slice(start, Math.min(end, start + 80))), sentence: spanned({ start, end }, within) });
    if (told.length % 64 === 0) yield;
  }
  const problemsIn = overlapping(told);
  const ofNotes = new Map<string, readonly ToldProblem[]>();
  for (const definition of draft.footnoteDefinitions) {
    const own = problemsIn(definition);
    if (own.length > 0 && !ofNotes.has(definition.label)) ofNotes.set(definition.label, own);
  }
  yield;
  const items: (ToldCitation | ToldQuotation)[] = [];
  for (const citation of report.citations) {
    const { start, end } = citation;
    const { spoken, sentence = { start, end } }: { spoken: Spoken; sentence?: Range } = spokenAt.get(start) ?? { spoken: 'noConclusion' };
    const own = [...problemsIn(sentence), ...problemsIn(citation), ...ofNotes.get(labelAt.get(start) ?? '') ?? []];
    items.push({ ...citation, kind: 'citation', key: keys.of('citation', draft.slice(start, Math.min(end, start + 80))), sentence, spoken, problems: once(own) });
    if (items.length % 64 === 0) yield;
  }
  for (const quotation of report.quotations) {
    const { start, end, text } = quotation;
    const sentence = spanned(quotation, within);
    items.push({ ...quotation, kind: 'quotation', key: keys.of('quotation', text.slice(0, 80)), sentence, problems: once([...problemsIn(sentence), ...problemsIn({ start, end })]) });
    if (items.length % 64 === 0) yield;
  }
  items.sort((one, other) => one.start - other.start || other.end - one.end);
  const worst = told.toSorted((one, other) => gravity.indexOf(one.problem.severity) - gravity.indexOf(other.problem.severity) || one.start - other.start);
  return { report, problems: worst, items, uses: usesIn(library, items, told) };
}

/** What is told more than once, once, in the draft's order. */
function once(problems: readonly ToldProblem[]): readonly ToldProblem[] {
  return [...new Set(problems)].toSorted((one, other) => one.start - other.start);
}

/** The sentences that a range touches, as one range; itself where it touches none. */
function spanned(range: Range, within: (range: Range) => readonly Range[]): Range {
  const touched = within(range);
  return { start: Math.min(range.start, touched[0]?.start ?? range.start), end: Math.max(range.end, touched.at(-1)?.end ?? range.end) };
}

/** Finds those of some ranges that overlap another, an empty one by where it stands; theirs are in order of their beginnings. */
function overlapping<T extends Range>(ranges: readonly T[]): (range: Range) => readonly T[] {
  const list = ranges.toSorted((one, other) => one.start - other.start);
  const furthest: number[] = [];
  for (const { end } of list) furthest.push(Math.max(end, furthest.at(-1) ?? 0));
  return ({ start, end }) => {
    let low = 0;
    let high = list.length;
    const until = Math.max(end, start + 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.start < until) low = middle + 1;
      else high = middle;
    }
    const found: T[] = [];
    for (let at = low - 1; at >= 0 && furthest[at]! > start; at--) if (Math.max(list[at]!.end, list[at]!.start + 1) > start) found.push(list[at]!);
    return found.toReversed();
  };
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

function usesIn(library: Library, items: ReportModel['items'], problems: readonly ToldProblem[]): Map<string, Use> {
  const uses = new Map<string, { cited: number; quoted: number; flagged: Set<ToldProblem>; places: Set<number> }>();
  const entryOf = (id: string | undefined): string | undefined => (id === undefined ? undefined : library.resolve(id)?.entry.id);
  const used = (id: string | undefined, at: number) => {
    const entry = entryOf(id);
    if (entry === undefined) return undefined;
    let use = uses.get(entry);
    if (!use) uses.set(entry, use = { cited: 0, quoted: 0, flagged: new Set(), places: new Set() });
    use.places.add(at);
    return use;
  };
  for (const item of items) {
    if (item.kind === 'quotation') {
      const { verdict } = item;
      const use = verdict.kind === 'exact' || verdict.kind === 'otherFinding' ? used(verdict.where.id, item.start) : undefined;
      if (use) use.quoted++;
      continue;
    }
    for (const entry of new Set(item.ids.map(entryOf))) {
      const use = used(entry, item.start);
      if (!use) continue;
      use.cited++;
      for (const problem of item.problems) use.flagged.add(problem);
    }
  }
  for (const told of problems) {
    const { where, sentence } = told.problem.data;
    for (const id of [where?.id, sentence?.id]) {
      // What is only near is not what the draft uses.
      if (told.problem.code !== 'quote-unknown') used(id, told.start)?.flagged.add(told);
    }
  }
  return new Map([...uses].map(([id, { cited, quoted, flagged, places }]) => [id, { cited, quoted, flagged: flagged.size, places: [...places].toSorted((a, b) => a - b) }]));
}
