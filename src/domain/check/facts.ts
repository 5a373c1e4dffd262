/** What was found in one unit, in offsets from its beginning; kept as long as its blocks are. */
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import type { Cited, CitedForm } from './cited';
import type { Code, Fix, ProblemData, Severity } from './problem';
import type { Verdict } from './quote/judge';
import type { Marks } from './prose';
import type { Stem } from './told';

/** What a fix needs of the draft as it is when the fix is asked for. */
export interface FixContext {
  /** Where the unit stands in the draft. */
  readonly base: number;
  /** Edits that cite `id` at a place of the draft, with the definition a footnote needs. */
  cite(id: string, at: number): readonly Edit[];
  /** Edits that make the citation at a place, in draft offsets, cite another finding in its own form. */
  recite(citation: Range, id: string): readonly Edit[] | undefined;
  /** A citation of ids in a form that needs no definition. */
  reference(ids: readonly string[], form: CitedForm): string;
  /** The places of ids, worded as a locator is. */
  locate(ids: readonly string[], like: string): string;
  /** Edits that give the footnote mark at a place, in draft offsets, another label of ours, with its definition. */
  relabel(mark: Range, label: string, to: string): readonly Edit[];
  /** Edits that make the citation at a place of the draft name `id`, changed so that it has the form the draft cites it in. */
  inUsedForm(edits: readonly Edit[], start: number, id: string): readonly Edit[];
}

/** A problem of one unit. */
export interface LocalProblem extends Range {
  readonly code: Code;
  readonly severity: Exclude<Severity, 'off'>;
  readonly data: ProblemData;
  readonly fixes: (context: FixContext) => readonly Fix[];
}

/** A quotation with its verdict. */
export interface JudgedQuote extends Range {
  readonly marks: Marks;
  readonly text: string;
  readonly cited: readonly string[];
  readonly verdict: Verdict | NotJudged;
  /** Whether a citation answers for it; without one it is judged only for whether it is a finding's. */
  readonly claimed: boolean;
}

/** A quotation that is not held against the source, and why. */
export interface NotJudged {
  readonly kind: 'notJudged';
  /**
   * Somebody else is cited; the citation names what does not exist; nobody is, and it is not recognized; it is
   * introduced as somebody else's words or as a title; it is unlike the source and stands apart from its citation; it is
   * in the draft's language, and the source is not.
   */
  readonly why: 'otherSource' | 'unknownSource' | 'uncited' | 'introduced' | 'apart' | 'otherLanguage';
}

export interface UnitFacts {
  readonly citations: readonly Cited[];
  /** The citations of ours by what they cite (sentences by their finding); a narrative one counts as pandoc's. */
  readonly cites: readonly (Range & { readonly form: CitedForm; readonly entries: readonly string[] })[];
  /** Whether it is a footnote's words. */
  readonly inNote: boolean;
  /** The footnote marks, other people's included. */
  readonly marks: readonly (Range & { readonly label: string })[];
  readonly quotes: readonly JudgedQuote[];
  readonly problems: readonly LocalProblem[];
  /** The ids the unit ends with, where it introduces what follows with a colon. */
  readonly introduces: readonly string[];
  /** The speaker it ends with, where a list may go on with what they did. */
  readonly stem?: Stem;
}

export const noFixes = (): readonly Fix[] => [];
