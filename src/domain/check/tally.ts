/** What a report sums up: counts of one draft or of many. */
import type { Problem, Severity } from './problem';
import type { Report } from './report';

type Shown = Exclude<Severity, 'off'>;

export interface Tally {
  /** Problems by how grave they are. */
  readonly problems: Readonly<Record<Shown, number>>;
  /** Problems that comments of the draft ignore; they are not counted above. */
  readonly ignored: number;
  readonly citations: number;
  readonly quotations: number;
  readonly exact: number;
  readonly notJudged: number;
}

export const nothingTold: Tally = {
  problems: { error: 0, warning: 0, information: 0, hint: 0 },
  ignored: 0,
  citations: 0,
  quotations: 0,
  exact: 0,
  notJudged: 0,
};

export function tallyOf({ citations, quotations }: Report, problems: readonly Problem[], ignored: number): Tally {
  const count = (severity: Shown): number => problems.filter(each => each.severity === severity).length;
  const ofKind = (kind: string): number => quotations.filter(each => each.verdict.kind === kind).length;
  return {
    problems: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
    },
    ignored,
    citations: citations.length,
    quotations: quotations.length,
    exact: ofKind('exact'),
    notJudged: ofKind('notJudged'),
  };
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = { ...nothingTold, problems: { ...nothingTold.problems } };
  for (const { problems, ignored, citations, quotations, exact, notJudged } of tallies) {
    for (const severity of Object.keys(problems) as Shown[]) sum.problems[severity] += problems[severity];
    sum.ignored += ignored;
    sum.citations += citations;
    sum.quotations += quotations;
    sum.exact += exact;
    sum.notJudged += notJudged;
  }
  return sum;
}

/** How many problems there are, however grave. */
export function problemsIn({ problems }: Tally): number {
  return problems.error + problems.warning + problems.information + problems.hint;
}

/** Whether there is anything to tell: a draft without citations, quotations and problems is counted only. */
export function tellsAnything(tally: Tally): boolean {
  return tally.citations + tally.quotations + tally.ignored + problemsIn(tally) > 0;
}

/** The order of drafts from the worst on: by errors, then warnings, then the rest. */
export function worseFirst({ problems: one }: Tally, { problems: other }: Tally): number {
  return (
    other.error - one.error ||
    other.warning - one.warning ||
    other.information - one.information ||
    other.hint - one.hint
  );
}
