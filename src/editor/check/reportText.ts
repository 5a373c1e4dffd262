import { l10n } from 'vscode';
import type { Problem } from '../../domain/check/problem';
import type { Verdict } from '../../domain/check/quote/judge';
import type { Permitted } from '../../domain/check/quote/align';
import { bar, type Coverage, type Report } from '../../domain/check/report';
import type { Library } from '../../domain/corpus/library';
import { escapeMarkdown } from '../markdown';
import { dayName } from '../words';
import { messageOf, place, places, short } from './messages';

/** One checked draft of a report. */
export interface ReportedDraft {
  readonly name: string;
  readonly report: Report;
  readonly problems: readonly Problem[];
  /** The line of an offset, from 1. */
  lineOf(offset: number): number;
}

const cell = (text: string): string => escapeMarkdown(text).replaceAll('|', '\\|');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  ['', `| ${head.join(' | ')} |`, `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(row => `| ${row.join(' | ')} |`)];

/** The report on one draft or several, as Markdown. */
export function reportText(library: Library, drafts: readonly ReportedDraft[], coverage: readonly Coverage[]): string {
  const one = drafts.length === 1 ? drafts[0] : undefined;
  const lines = [`# ${one ? l10n.t('Check of {0}', escapeMarkdown(one.name)) : l10n.t('Check of {0} drafts', drafts.length)}`, ''];
  lines.push(summary(drafts), '', l10n.t('Compared: the words of each quotation with the source’s; who is said to have spoken, by patterns, in English drafts only. What is not recognized is not judged.'));
  for (const draft of drafts) lines.push(...draftPart(library, draft, one === undefined));
  lines.push('', `## ${l10n.t('Coverage')}`, ...coveragePart(coverage), '');
  return lines.join('\n');
}

function summary(drafts: readonly ReportedDraft[]): string {
  const problems = drafts.flatMap(draft => draft.problems);
  const count = (severity: Problem['severity']): number => problems.filter(each => each.severity === severity).length;
  const quotations = drafts.flatMap(draft => draft.report.quotations);
  const exact = quotations.filter(each => each.verdict.kind === 'exact').length;
  const cited = drafts.reduce((sum, draft) => sum + draft.report.citations.length, 0);
  return [
    l10n.t('{0} errors, {1} warnings, {2} informations, {3} hints.', count('error'), count('warning'), count('information'), count('hint')),
    l10n.t('{0} citations; {1} quotations, {2} of them exact.', cited, quotations.length, exact),
  ].join(' ');
}

function draftPart(library: Library, draft: ReportedDraft, named: boolean): string[] {
  const { report, problems, lineOf } = draft;
  const level = named ? '###' : '##';
  const lines = named ? ['', `## ${escapeMarkdown(draft.name)}`] : [];
  const line = (offset: number): string => String(lineOf(offset));
  lines.push('', `${level} ${l10n.t('Quotations')}`);
  lines.push(...report.quotations.length === 0 ? ['', l10n.t('None.')] : table([l10n.t('Line'), l10n.t('Quotation'), l10n.t('Verdict')],
    report.quotations.map(each => [line(each.start), cell(short(each.text, 120)), cell(verdictText(library, each.verdict, each.claimed))])));
  lines.push('', `${level} ${l10n.t('Citations')}`);
  lines.push(...report.citations.length === 0 ? ['', l10n.t('None.')] : table([l10n.t('Line'), l10n.t('Cites'), l10n.t('Form')],
    report.citations.map(each => [line(each.start), cell(each.unknown ? l10n.t('something that does not exist') : places(library, each.ids) || l10n.t('the document')), cell(each.form)])));
  lines.push('', `${level} ${l10n.t('Problems')}`);
  lines.push(...problems.length === 0 ? ['', l10n.t('None.')] : table([l10n.t('Line'), l10n.t('Severity'), l10n.t('Problem')],
    problems.map(each => [line(each.start), severityName(each.severity), `${cell(messageOf(library, each))} (${each.code})`])));
  return lines;
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
  return table([l10n.t('Day and theme'), l10n.t('Used'), '', l10n.t('Not used')], rows);
}

function used(findings: Coverage['findings']): string[] {
  const count = findings.filter(each => each.uses > 0).length;
  return [bar(count, findings.length), l10n.t('{0} of {1}', count, findings.length)];
}

function severityName(severity: Problem['severity']): string {
  switch (severity) {
    case 'error': return l10n.t('error');
    case 'warning': return l10n.t('warning');
    case 'information': return l10n.t('information');
    case 'hint': return l10n.t('hint');
  }
}

/** The verdict on a quotation, in words. */
export function verdictText(library: Library, verdict: Verdict, claimed: boolean): string {
  switch (verdict.kind) {
    case 'exact': {
      const changes = verdict.permitted.map(permittedName);
      const omitted = verdict.omissions.length + verdict.brackets.length > 0;
      const words = changes.length > 0 ? l10n.t('exact, with a permitted change: {0}', changes.join(', ')) : l10n.t('exact');
      return omitted ? l10n.t('{0}; with omissions or bracketed words, marked as such', words) : words;
    }
    case 'otherFinding':
      return claimed ? l10n.t('not in what is cited; exact in {0}', place(library, verdict.where.id)) : l10n.t('no citation; exact in {0}', place(library, verdict.where.id));
    case 'tooShort':
      return l10n.t('too short to judge, and not in what is cited');
    case 'altered':
      return l10n.t('altered, compared with {0}', place(library, verdict.where.id));
    case 'spans':
      return l10n.t('runs across {0}', places(library, verdict.where.map(each => each.id ?? '')));
    case 'unknown':
      return l10n.t('in no conclusion');
  }
}

function permittedName(change: Permitted): string {
  switch (change) {
    case 'initialCase': return l10n.t('initial letter');
    case 'finalPunctuation': return l10n.t('final punctuation');
    case 'correction': return l10n.t('listed typographical error corrected');
  }
}
