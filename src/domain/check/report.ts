/** What the report on a draft tells: every citation and quotation, and which findings the draft uses. */
import type { Library } from '../corpus/library';
import type { Finding } from '../corpus/types';
import type { Range } from '../text/ranges';
import type { Analysed } from './checker';
import type { CitedForm } from './cited';
import type { NotJudged } from './facts';
import type { Verdict } from './quote/judge';

export interface ReportedCitation extends Range {
  readonly ids: readonly string[];
  readonly form: CitedForm | 'named';
  /** It names something that does not exist. */
  readonly unknown: boolean;
}

export interface ReportedQuotation extends Range {
  readonly text: string;
  readonly cited: readonly string[];
  /** Whether a citation answers for it. */
  readonly claimed: boolean;
  readonly verdict: Verdict | NotJudged;
}

/** A theme and how often the draft cites each of its findings. */
export interface Coverage {
  readonly corpus: string;
  readonly day: number;
  readonly theme: string;
  readonly findings: readonly { readonly finding: Finding; readonly uses: number }[];
}

export interface Report {
  readonly citations: readonly ReportedCitation[];
  readonly quotations: readonly ReportedQuotation[];
  readonly coverage: readonly Coverage[];
}

/** So many units are gathered in one step. */
const atOnce = 256;
/** So many citations and quotations of a unit are put down in one step. */
const putAtOnce = 4_000;

/** Gathers the report of a draft, or of several; offsets are in the draft each unit is of. */
export function reportOf(library: Library, analysed: Iterable<Analysed | undefined>): Report {
  const steps = reportSteps(library, analysed);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps. */
export function* reportSteps(library: Library, analysed: Iterable<Analysed | undefined>): Generator<void, Report> {
  const citations: ReportedCitation[] = [];
  const quotations: ReportedQuotation[] = [];
  const uses = new Map<string, number>();
  let gathered = 0;
  let put = 0;
  for (const each of analysed) {
    if (++gathered % atOnce === 0) yield;
    if (!each) continue;
    const { base, facts } = each;
    for (const { start, end, ids, form, ours, named, unknown } of facts.citations) {
      if (++put % putAtOnce === 0) yield;
      if (ours)
        citations.push({
          start: base + start,
          end: base + end,
          ids,
          form: named ? 'named' : form,
          unknown: unknown !== undefined,
        });
    }
    for (const { entries } of facts.cites) {
      if (++put % putAtOnce === 0) yield;
      for (const entry of entries) uses.set(entry, (uses.get(entry) ?? 0) + 1);
    }
    for (const { start, end, text, cited, claimed, verdict } of facts.quotes) {
      if (++put % putAtOnce === 0) yield;
      quotations.push({ start: base + start, end: base + end, text, cited, claimed, verdict });
    }
  }
  return { citations, quotations, coverage: coverageOf(library, uses) };
}

/** Coverage by day and theme, in the source's order. @param uses how often each finding is cited, by id */
export function coverageOf(library: Library, uses: ReadonlyMap<string, number>): Coverage[] {
  return library.corpora.flatMap(corpus =>
    corpus.themes.map(theme => ({
      corpus: corpus.id,
      day: theme.day,
      theme: theme.heading,
      findings: corpus.findings
        .filter(finding => finding.day === theme.day && finding.theme.ordinal === theme.ordinal)
        .map(finding => ({ finding, uses: uses.get(finding.id) ?? 0 })),
    })),
  );
}

/**
 * A bar of block characters, as many of `width` filled as `part` is of `whole`: something is never nothing, nor nearly
 * all all.
 */
export function bar(part: number, whole: number, width = 12): string {
  const filled = filledOf(part, whole, width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}

function filledOf(part: number, whole: number, width: number): number {
  if (part === 0) return 0;
  if (part >= whole) return width;
  return Math.min(width - 1, Math.max(1, Math.round((part / whole) * width)));
}
