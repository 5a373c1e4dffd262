import vscode = require('vscode');
import type { CitedForm } from '../../domain/check/cited';
import type { NotJudged } from '../../domain/check/facts';
import type { Code, Problem } from '../../domain/check/problem';
import type { Verdict } from '../../domain/check/quote/judge';
import type { Permitted } from '../../domain/check/quote/align';
import { bar, type Coverage, type Report } from '../../domain/check/report';
import type { Library } from '../../domain/corpus/library';
import type { Language } from '../../domain/corpus/types';
import { dayName } from '../words';
import { tableCell as cell } from '../markdown';
import { messageOf, place, places, short } from './messages';

/** One checked draft of a report. */
export interface ReportedDraft {
  readonly name: string;
  readonly report: Report;
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** The rules that are off for it. */
  readonly off: readonly Code[];
  /** The line of an offset, from 1. */
  lineOf(offset: number): number;
}

/** What a report on a workspace is of: drafts without anything to tell are counted, but not shown. */
export interface Scope {
  readonly checked: number;
  /** Files that could not be read, by name. */
  readonly unread: readonly string[];
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  ['', `| ${head.join(' | ')} |`, `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(row => `| ${row.join(' | ')} |`)];

/**
 * The report as Markdown: on one draft, or with a scope on those of a workspace. In it `## ` begins each
 * draft's part in the order given, and the rows about a place in a draft begin with its line.
 */
export function reportText(library: Library, drafts: readonly ReportedDraft[], coverage: readonly Coverage[], scope?: Scope): string {
  const title = scope ? vscode.l10n.t('Check of the workspace') : vscode.l10n.t('Check of {0}', cell(drafts[0]?.name ?? ''));
  const lines = [`# ${title}`, '', ...summary(drafts, scope)];
  for (const draft of drafts) lines.push('', `## ${cell(draft.name)}`, ...draftPart(library, draft));
  lines.push('', `## ${vscode.l10n.t('Coverage')}`, ...coveragePart(coverage), '');
  return lines.join('\n');
}

function summary(drafts: readonly ReportedDraft[], scope: Scope | undefined): string[] {
  const problems = drafts.flatMap(draft => draft.problems);
  const count = (severity: Problem['severity']): number => problems.filter(each => each.severity === severity).length;
  const quotations = drafts.flatMap(draft => draft.report.quotations);
  const ofKind = (kind: Verdict['kind'] | 'notJudged'): number => quotations.filter(each => each.verdict.kind === kind).length;
  const cited = drafts.reduce((sum, draft) => sum + draft.report.citations.length, 0);
  const told = [
    ...(scope ? [vscode.l10n.t('Drafts checked: {0}; with citations, quotations or problems: {1}.', scope.checked, drafts.length)] : []),
    ...(scope && scope.unread.length > 0 ? [vscode.l10n.t('Could not be read, and are not checked: {0}.', cell(scope.unread.join(', ')))] : []),
  ];
  // Nothing found where there was nothing to check is no good news.
  if (cited + quotations.length + problems.length === 0) told.push(vscode.l10n.t('There was nothing to check: no citation of the conclusions, and no quotation.'));
  else {
    told.push(
      vscode.l10n.t('Errors: {0}, warnings: {1}, information: {2}, hints: {3}.', count('error'), count('warning'), count('information'), count('hint')),
      vscode.l10n.t('Citations: {0}. Quotations: {1}, of them exact: {2}, not judged: {3}.', cited, quotations.length, ofKind('exact'), ofKind('notJudged')),
    );
  }
  return [
    told.join(' '), '',
    vscode.l10n.t('Compared are the words of quotations with the source’s, and, in English drafts only and by patterns, who is said to have spoken. What is not recognized is not judged.'),
  ];
}

function draftPart(library: Library, draft: ReportedDraft): string[] {
  const { report, problems, lineOf } = draft;
  const line = (offset: number): string => String(lineOf(offset));
  const lines: string[] = [];
  if (draft.language !== 'en') lines.push('', vscode.l10n.t('The draft is not in English: who is said to have spoken was not checked.'));
  if (draft.off.length > 0) lines.push('', vscode.l10n.t('Off by the settings, and not reported: {0}.', draft.off.join(', ')));
  lines.push('', `### ${vscode.l10n.t('Quotations')}`);
  lines.push(...report.quotations.length === 0 ? ['', vscode.l10n.t('None.')] : table([vscode.l10n.t('Line'), vscode.l10n.t('Quotation'), vscode.l10n.t('Verdict')],
    report.quotations.map(each => [line(each.start), cell(short(each.text, 120)), cell(verdictText(library, each.verdict, each.claimed))])));
  lines.push('', `### ${vscode.l10n.t('Citations')}`);
  lines.push(...report.citations.length === 0 ? ['', vscode.l10n.t('None.')] : table([vscode.l10n.t('Line'), vscode.l10n.t('Cites'), vscode.l10n.t('Form'), vscode.l10n.t('Problems')],
    report.citations.map(each => [
      line(each.start), cell(each.unknown ? vscode.l10n.t('what does not exist') : places(library, each.ids) || vscode.l10n.t('the document')), citedAs(each.form),
      [...new Set(problems.filter(other => other.start < each.end && other.end > each.start).map(other => other.code))].join(', ') || vscode.l10n.t('none found'),
    ])));
  lines.push('', `### ${vscode.l10n.t('Problems')}`);
  lines.push(...problems.length === 0 ? ['', vscode.l10n.t('None found.')] : table([vscode.l10n.t('Line'), vscode.l10n.t('Severity'), vscode.l10n.t('Problem')],
    problems.map(each => [line(each.start), severityName(each.severity), `${cell(messageOf(library, each))} (${each.code})`])));
  return lines;
}

function citedAs(form: CitedForm): string {
  switch (form) {
    case 'footnote': return vscode.l10n.t('footnote');
    case 'pandoc': return vscode.l10n.t('pandoc');
    case 'narrative': return vscode.l10n.t('pandoc, in the sentence');
    case 'inText': return vscode.l10n.t('in the text');
  }
}

function coveragePart(coverage: readonly Coverage[]): string[] {
  const rows: string[][] = [];
  let day: number | undefined;
  for (const theme of coverage) {
    if (theme.day !== day) {
      const all = coverage.filter(each => each.day === theme.day && each.corpus === theme.corpus).flatMap(each => each.findings);
      rows.push([`**${dayName(theme.day)}**`, ...used(all), '']);
      ({ day } = theme);
    }
    const missing = theme.findings.filter(each => each.uses === 0).map(each => each.finding.label);
    rows.push([cell(short(theme.theme, 90)), ...used(theme.findings), cell(missing.join('; '))]);
  }
  return table([vscode.l10n.t('Day and theme'), vscode.l10n.t('Used'), '', vscode.l10n.t('Not used (labels of ours)')], rows);
}

function used(findings: Coverage['findings']): string[] {
  const count = findings.filter(each => each.uses > 0).length;
  return [bar(count, findings.length), vscode.l10n.t('{0} of {1}', count, findings.length)];
}

function severityName(severity: Problem['severity']): string {
  switch (severity) {
    case 'error': return vscode.l10n.t('error');
    case 'warning': return vscode.l10n.t('warning');
    case 'information': return vscode.l10n.t('information');
    case 'hint': return vscode.l10n.t('hint');
  }
}

/** The verdict on a quotation, in words. */
function verdictText(library: Library, verdict: Verdict | NotJudged, claimed: boolean): string {
  switch (verdict.kind) {
    case 'exact': {
      const changes = verdict.permitted.map(permittedName);
      const omitted = verdict.omissions.length + verdict.brackets.length > 0;
      const words = changes.length > 0 ? vscode.l10n.t('exact, with a permitted change: {0}', changes.join(', ')) : vscode.l10n.t('exact');
      return omitted ? vscode.l10n.t('{0}; with omissions or bracketed words, marked as such', words) : words;
    }
    case 'otherFinding':
      return claimed ? vscode.l10n.t('not in what is cited; exact in {0}', place(library, verdict.where.id)) : vscode.l10n.t('no citation; exact in {0}', place(library, verdict.where.id));
    case 'notJudged':
      switch (verdict.why) {
        case 'otherSource': return vscode.l10n.t('not judged: somebody else is cited');
        case 'unknownSource': return vscode.l10n.t('not judged: what is cited does not exist');
        case 'uncited': return vscode.l10n.t('not judged: no citation, and not recognized as the source’s');
      }
    case 'tooShort':
      return vscode.l10n.t('too short to judge, and not in what is cited');
    case 'altered':
      return vscode.l10n.t('altered, compared with {0}', place(library, verdict.where.id));
    case 'spans':
      return vscode.l10n.t('runs across {0}', places(library, verdict.where.map(each => each.id ?? '')));
    case 'unknown':
      return vscode.l10n.t('in no conclusion');
  }
}

function permittedName(change: Permitted): string {
  switch (change) {
    case 'initialCase': return vscode.l10n.t('initial letter');
    case 'finalPunctuation': return vscode.l10n.t('final punctuation');
    case 'correction': return vscode.l10n.t('listed typographical error corrected');
  }
}
