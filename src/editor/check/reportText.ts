// The report on a check, as Markdown.
import vscode = require('vscode');
import type { NotJudged } from '../../domain/check/facts';
import type { Code, Problem } from '../../domain/check/problem';
import type { Verdict } from '../../domain/check/quote/judge';
import type { Permitted } from '../../domain/check/quote/align';
import { reportMark } from '../../domain/check/ownReport';
import { codesOf, type ReportModel } from '../../domain/check/reportModel';
import {
  bar,
  type Coverage,
  type Report,
  type ReportedCitation,
  type ReportedQuotation,
} from '../../domain/check/report';
import { tellsAnything, type Tally } from '../../domain/check/tally';
import type { Library } from '../../domain/corpus/library';
import type { Language } from '../../domain/corpus/types';
import type { Range } from '../../domain/text/ranges';
import type { Unread } from '../draftText';
import { problemCounts } from './problemCounts';
import { withCommas, withSemicolons } from '../lists';
import { dayName } from '../inWords';
import { heading, tableCell as cell } from '../markdown';
import { messageOf, place, places, short } from './messages';
import { ruleName } from './ruleNames';
import { append } from '../../domain/longLists';

/** One checked draft of a report. */
export interface ReportedDraft {
  readonly name: string;
  readonly report: Report;
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** What its view tells: without it, a citation has the problems of its own words only. */
  readonly told?: ReportModel;
  /** The rules that are off for it. */
  readonly off: readonly Code[];
  /** The line of an offset, from 1. */
  lineOf(offset: number): number;
}

/** What a report on a workspace is of; of its drafts it shows the worst. */
interface Scope {
  readonly checked: number;
  /** How many drafts have something to tell: the others are counted, but not shown. */
  readonly telling: number;
  /** Files that could not be read, and why. */
  readonly unread: readonly { readonly name: string; readonly why: Unread }[];
  /** Drafts that are not as they were when the workspace was checked. */
  readonly gone: readonly string[];
}

/** What a report sums up. */
export interface Sum {
  readonly tally: Tally;
  readonly coverage: readonly Coverage[];
}

/**
 * So many rows has a table: of the only draft of a report, and of one among many. An editor must not be stopped by a
 * report.
 */
const mostRows = { one: 1000, many: 30 } as const;
/** So many files that could not be read are named. */
const mostNamed = 50;

/** Makes a table of at most so many rows, each made only when it is shown, and says how many more there are. */
type Table = (head: readonly string[], rows: readonly (() => readonly string[])[]) => string[];

const tableOf =
  (most: number): Table =>
  (head, rows) => [
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.slice(0, most).map(row => `| ${row().join(' | ')} |`),
    ...(rows.length > most
      ? ['', vscode.l10n.t('And {0} more: check this draft alone to see them.', rows.length - most)]
      : []),
  ];

const gravity = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Problem['severity'][];

/** The gravest first, where not all can be shown; those of one kind in the draft's order. */
function gravestFirst(problems: readonly Problem[], most: number): readonly Problem[] {
  return problems.length <= most
    ? problems
    : problems.toSorted((one, other) => gravity.indexOf(one.severity) - gravity.indexOf(other.severity));
}

/**
 * The report as Markdown: on one draft, or with a scope on the worst of those of a workspace. In it `## ` begins each
 * draft's part in the order given, and the rows about a place in a draft begin with its line.
 */
export function reportText(library: Library, drafts: readonly ReportedDraft[], sum: Sum, scope?: Scope): string {
  const title = scope
    ? vscode.l10n.t('Check of the workspace')
    : vscode.l10n.t('Check of {0}', cell(drafts[0]?.name ?? ''));
  const lines = [heading(1, title), '', ...summary(sum.tally, drafts.length, scope)];
  const most = scope ? mostRows.many : mostRows.one;
  for (const draft of drafts) lines.push('', heading(2, cell(draft.name)), ...draftPart(library, draft, most));
  lines.push('', heading(2, vscode.l10n.t('Coverage')), ...coveragePart(sum.coverage), '', reportMark, '');
  return lines.join('\n');
}

function summary(tally: Tally, shown: number, scope: Scope | undefined): string[] {
  const told: string[] = [];
  if (scope)
    told.push(
      vscode.l10n.t('Drafts checked: {0}; with citations, quotations or problems: {1}.', scope.checked, scope.telling),
    );
  append(told, tallyWords(tally));
  return [
    told.join(' '),
    '',
    ...(scope ? unreadWords(scope, cell).flatMap(words => [words, '']) : []),
    ...(scope && scope.telling > shown
      ? [vscode.l10n.t('This report shows the {0} with the most serious problems.', shown), '']
      : []),
    vscode.l10n.t(
      'The check compares the words of quotations with the source’s. In English drafts it also compares who is said to have spoken. It does not check what it does not recognize.',
    ),
  ];
}

/** What was found, in figures: a sentence or two. */
export function tallyWords(tally: Tally): string[] {
  const { problems, ignored, citations, quotations, exact, notJudged } = tally;
  // Nothing found where there was nothing to check is no good news.
  if (!tellsAnything(tally))
    return [vscode.l10n.t('There was nothing to check: no citation of the conclusions, and no quotation.')];
  return [
    `${problemCounts({ problems: problems.error + problems.warning, remarks: problems.information + problems.hint })}.`,
    ...(ignored > 0 ? [vscode.l10n.t('Problems that comments in the draft ignore: {0}.', ignored)] : []),
    vscode.l10n.t(
      'Citations: {0}. Quotations: {1} (exact: {2}, not checked: {3}).',
      citations,
      quotations,
      exact,
      notJudged,
    ),
  ];
}

/** The files that were not read and the drafts that have changed since, as Markdown or, without `escaped`, as text. */
export function unreadWords(
  { unread, gone }: Pick<Scope, 'unread' | 'gone'>,
  escaped: (name: string) => string,
): string[] {
  const named = (names: readonly string[]): string => {
    const shown = withCommas(names.slice(0, mostNamed).map(escaped));
    return names.length > mostNamed ? vscode.l10n.t('{0}, and {1} more', shown, names.length - mostNamed) : shown;
  };
  const whys = [...new Set(unread.map(({ why }) => why))];
  return [
    ...whys.map(why => unreadSentence(why, named(unread.filter(each => each.why === why).map(({ name }) => name)))),
    ...(gone.length > 0 ? [vscode.l10n.t('Not shown, because they changed after the check: {0}.', named(gone))] : []),
  ];
}

function unreadSentence(why: Unread, names: string): string {
  switch (why) {
    case 'gone':
      return vscode.l10n.t('Not checked, because they could not be opened: {0}.', names);
    case 'noFile':
      return vscode.l10n.t('Not checked, because they are not regular files: {0}.', names);
    case 'tooLarge':
      return vscode.l10n.t('Not checked, because they are too large: {0}.', names);
    case 'noText':
      return vscode.l10n.t('Not checked, because they are not text: {0}.', names);
  }
}

function draftPart(library: Library, draft: ReportedDraft, most: number): string[] {
  const table = tableOf(most);
  const { report, problems, lineOf } = draft;
  const line = (offset: number): string => String(lineOf(offset));
  const told = new Map(draft.told?.items.map(item => [`${item.kind} ${item.start}`, item]));
  const problemsOf = ({ start, end }: Range): string => {
    const item = told.get(`citation ${start}`);
    const own =
      item?.problems.map(({ problem }) => problem) ?? problems.filter(other => other.start < end && other.end > start);
    const ignored = item?.ignored ?? [];
    return (
      withCommas([...codesOf(own).map(ruleName), ...(ignored.length > 0 ? [ignoredHere(ignored)] : [])]) ||
      vscode.l10n.t('none found')
    );
  };
  const verdictOf = ({ start, verdict, claimed }: ReportedQuotation): string => {
    const ignored = told.get(`quotation ${start}`)?.ignored ?? [];
    return withSemicolons([
      verdictText(library, verdict, claimed),
      ...(ignored.length > 0 ? [ignoredHere(ignored)] : []),
    ]);
  };
  const lines: string[] = [];
  if (draft.language !== 'en')
    lines.push('', vscode.l10n.t('The draft is not in English, so who is said to have spoken was not checked.'));
  if (draft.off.length > 0)
    lines.push('', vscode.l10n.t('The settings turn these rules off: {0}.', withCommas(draft.off)));
  lines.push('', heading(3, vscode.l10n.t('Problems')));
  append(
    lines,
    problems.length === 0
      ? ['', noneFound(draft.told?.ignored ?? 0)]
      : table(
          [vscode.l10n.t('Line'), vscode.l10n.t('Severity'), vscode.l10n.t('Problem')],
          gravestFirst(problems, most).map(each => () => [
            line(each.start),
            severityName(each.severity),
            `${cell(messageOf(library, each))} (${ruleName(each.code)})`,
          ]),
        ),
  );
  lines.push('', heading(3, vscode.l10n.t('Quotations')));
  append(
    lines,
    report.quotations.length === 0
      ? ['', vscode.l10n.t('None.')]
      : table(
          [vscode.l10n.t('Line'), vscode.l10n.t('Quotation'), vscode.l10n.t('Verdict')],
          report.quotations.map(each => () => [line(each.start), cell(short(each.text, 120)), cell(verdictOf(each))]),
        ),
  );
  lines.push('', heading(3, vscode.l10n.t('Citations')));
  append(
    lines,
    report.citations.length === 0
      ? ['', vscode.l10n.t('None.')]
      : table(
          [vscode.l10n.t('Line'), vscode.l10n.t('Cites'), vscode.l10n.t('Form'), vscode.l10n.t('Problems')],
          report.citations.map(each => () => [
            line(each.start),
            cell(
              each.unknown
                ? vscode.l10n.t('something that does not exist')
                : places(library, each.ids) || vscode.l10n.t('the document'),
            ),
            citedAs(each.form),
            problemsOf(each),
          ]),
        ),
  );
  return lines;
}

/** That nothing is shown in a draft's part, which is no praise where its comments ignore something. */
const noneFound = (ignored: number): string =>
  ignored > 0 ? vscode.l10n.t('None, but for those that comments in the draft ignore.') : vscode.l10n.t('None found.');

/** That comments ignore a problem of an item, by the rules' names. */
const ignoredHere = (ignored: readonly Problem[]): string =>
  vscode.l10n.t('ignored here: {0}', withCommas(codesOf(ignored).map(ruleName)));

/** How a citation is written, in a word or two. */
export function citedAs(form: ReportedCitation['form']): string {
  switch (form) {
    case 'named':
      return vscode.l10n.t('named in the sentence, no citation');
    case 'footnote':
      return vscode.l10n.t('footnote');
    case 'pandoc':
      return vscode.l10n.t('pandoc');
    case 'narrative':
      return vscode.l10n.t('pandoc, as part of the sentence');
    case 'inText':
      return vscode.l10n.t('in the text');
  }
}

function coveragePart(coverage: readonly Coverage[]): string[] {
  const rows: string[][] = [];
  let day: number | undefined;
  for (const theme of coverage) {
    if (theme.day !== day) {
      const all = coverage
        .filter(each => each.day === theme.day && each.corpus === theme.corpus)
        .flatMap(each => each.findings);
      rows.push([`**${dayName(theme.day)}**`, ...used(all), '']);
      ({ day } = theme);
    }
    const missing = theme.findings.filter(each => each.uses === 0).map(each => each.finding.label);
    rows.push([cell(short(theme.theme, 90)), ...used(theme.findings), cell(withSemicolons(missing))]);
  }
  return tableOf(rows.length)(
    [vscode.l10n.t('Day and theme'), vscode.l10n.t('Used'), '', vscode.l10n.t('Not used (our labels)')],
    rows.map(row => () => row),
  );
}

function used(findings: Coverage['findings']): string[] {
  const count = findings.filter(each => each.uses > 0).length;
  return [bar(count, findings.length), vscode.l10n.t('{0} of {1}', count, findings.length)];
}

export function severityName(severity: Problem['severity']): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('error');
    case 'warning':
      return vscode.l10n.t('warning');
    case 'information':
      return vscode.l10n.t('information');
    case 'hint':
      return vscode.l10n.t('hint');
  }
}

/** The verdict on a quotation, in words. */
export function verdictText(library: Library, verdict: Verdict | NotJudged, claimed: boolean): string {
  switch (verdict.kind) {
    case 'exact':
      return exactText(verdict);
    case 'otherFinding':
      return claimed
        ? vscode.l10n.t('exact, but from {0}, which is not what is cited', place(library, verdict.where.id))
        : vscode.l10n.t('exact, from {0}; no citation', place(library, verdict.where.id));
    case 'notJudged':
      return notJudgedText(verdict.why);
    case 'tooShort':
      return vscode.l10n.t('too short to check, and not in what is cited');
    case 'altered':
      return vscode.l10n.t('differs from {0}', place(library, verdict.where.id));
    case 'spans':
      return vscode.l10n.t(
        'joins {0}',
        places(
          library,
          verdict.where.map(each => each.id ?? ''),
        ),
      );
    case 'unknown':
      return vscode.l10n.t('in no conclusion');
  }
}

/** Of a quotation with the source's words, and what was rightly changed in it. */
function exactText({ permitted, omissions, brackets }: Extract<Verdict, { readonly kind: 'exact' }>): string {
  const changes = permitted.map(permittedName);
  const words =
    changes.length > 0
      ? vscode.l10n.t('exact, with a permitted change: {0}', withCommas(changes))
      : vscode.l10n.t('exact');
  return omissions.length + brackets.length > 0
    ? vscode.l10n.t('{0}; omissions and added words are marked', words)
    : words;
}

/** Why a quotation was not compared. */
function notJudgedText(why: NotJudged['why']): string {
  switch (why) {
    case 'otherSource':
      return vscode.l10n.t('not checked: another source is cited');
    case 'unknownSource':
      return vscode.l10n.t('not checked: what is cited does not exist');
    case 'introduced':
      return vscode.l10n.t('not checked: introduced as somebody else’s words, or as a title');
    case 'apart':
      return vscode.l10n.t('not checked: unlike the source’s words, and not next to the citation');
    case 'otherLanguage':
      return vscode.l10n.t('not checked: in the draft’s language; only the English version can be compared');
    case 'uncited':
      return vscode.l10n.t('not checked: no citation, and not recognized as the source’s');
  }
}

function permittedName(change: Permitted): string {
  switch (change) {
    case 'initialCase':
      return vscode.l10n.t('initial letter');
    case 'finalPunctuation':
      return vscode.l10n.t('final punctuation');
    case 'correction':
      return vscode.l10n.t('known misprint corrected');
  }
}
