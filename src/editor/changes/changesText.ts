import vscode = require('vscode');
import { reportMark } from '../../domain/check/ownReport';
import type { AttributionChange, AttributionSide } from '../../domain/changes/attributions';
import { isEmpty, type Changes } from '../../domain/changes/changes';
import type { CitationChange } from '../../domain/changes/citations';
import type { QuotationSide } from '../../domain/changes/quotations';
import type { CitedForm } from '../../domain/check/cited';
import type { Library } from '../../domain/corpus/library';
import type { Who } from '../../domain/corpus/types';
import { place, short } from '../check/messages';
import { citedAs, reportTable as table, verdictText } from '../check/reportText';
import { tableCell as cell } from '../markdown';
import { whoName } from '../words';

/** What a report on changes is of. */
export interface Compared {
  readonly name: string;
  /** The earlier version: "the last commit". */
  readonly earlier: string;
  readonly changes: Changes;
  /** Whether who is said to have spoken was compared: of drafts in English only. */
  readonly english: boolean;
  /** The line of an offset in the draft as it is, and in its earlier version, from 1. */
  lineOf(offset: number): number;
  lineBefore(offset: number): number;
}

/** A row of a table, with how often it stands for the same. */
type Row = () => readonly string[];

/** The report as Markdown. The rows about a place of the draft as it is begin with its line (see reportLinks.ts). */
export function changesText(library: Library, compared: Compared): string {
  const { name, earlier, changes, english } = compared;
  const lines = [`# ${vscode.l10n.t('Changes in the citations of {0}', cell(name))}`, '', vscode.l10n.t('Compared with {0}.', cell(earlier))];
  if (!english) lines.push('', vscode.l10n.t('The draft is not in English, so attributions were not compared.'));
  lines.push('', `## ${cell(name)}`);
  if (isEmpty(changes)) lines.push('', vscode.l10n.t('Nothing changed in the citations.'));
  const part = (title: string, head: readonly string[], rows: readonly Row[]): void => {
    if (rows.length > 0) lines.push('', `### ${title}`, ...table([vscode.l10n.t('Line'), vscode.l10n.t('Line before'), ...head], rows));
  };
  part(vscode.l10n.t('Attributions'), [vscode.l10n.t('Change'), vscode.l10n.t('Before'), vscode.l10n.t('Now'), vscode.l10n.t('The source')],
    changes.attributions.map(each => () => [...placed(compared, each), attributionKind(each), sideText(each.before), sideText(each.after), sourceText(library, each)]));
  part(vscode.l10n.t('Quotations'), [vscode.l10n.t('Change'), vscode.l10n.t('Before'), vscode.l10n.t('Now')], changes.quotations.map(each => () => [
    ...placed(compared, each), quotationKind(each.kind), each.kind === 'added' ? '' : quoted(library, each.before), each.kind === 'removed' ? '' : quoted(library, each.after),
  ]));
  const restyled = changes.citations.filter(each => each.kind === 'restyled');
  part(vscode.l10n.t('Citations'), [vscode.l10n.t('Change'), vscode.l10n.t('Cites'), vscode.l10n.t('Sentence')],
    changes.citations.filter(each => each.kind !== 'restyled').map(each => () => [
      ...placed(compared, each), citationKind(library, each), cites(library, each.ids), cell(short(each.kind === 'removed' ? each.before.text : each.after.text, 160)),
    ]));
  if (restyled.length > 0) lines.push('', `### ${vscode.l10n.t('The same citations in another form or wording')}`, ...restyledPart(restyled, compared));
  lines.push('', reportMark, '');
  return lines.join('\n');
}

function placed({ lineOf, lineBefore }: Compared, change: { readonly before?: { readonly start: number }; readonly after?: { readonly start: number } }): string[] {
  return [change.after ? String(lineOf(change.after.start)) : '–', change.before ? String(lineBefore(change.before.start)) : '–'];
}

function citationKind(library: Library, change: Exclude<CitationChange, { kind: 'restyled' }>): string {
  switch (change.kind) {
    case 'added': return vscode.l10n.t('added');
    case 'removed': return vscode.l10n.t('removed');
    case 'replaced': return vscode.l10n.t('in place of {0}', cites(library, change.from));
    case 'moved':
      switch (change.how) {
        case 'sentence': return vscode.l10n.t('moved with its sentence');
        case 'within': return vscode.l10n.t('moved within its sentence');
        case 'other': return vscode.l10n.t('moved to another sentence');
      }
  }
}

function cites(library: Library, ids: readonly string[]): string {
  return cell(ids.map(id => (id.startsWith('?') ? vscode.l10n.t('an unknown place ({0})', short(id.slice(1), 60)) : library.resolve(id) ? place(library, id) : vscode.l10n.t('the document'))).join('; '));
}

/** So many lines are named of citations that were restyled. */
const mostLines = 12;

/** Restyling a draft changes every citation of it: each way is one row. */
function restyledPart(changes: readonly Extract<CitationChange, { kind: 'restyled' }>[], { lineOf }: Compared): string[] {
  const ways = new Map<string, number[]>();
  for (const { how, forms, after } of changes) {
    const way = how === 'form' ? vscode.l10n.t('{0} instead of {1}', citedAs(forms[1]), citedAs(forms[0])) : wording(forms[1]);
    ways.set(way, [...ways.get(way) ?? [], lineOf(after.start)]);
  }
  return table([vscode.l10n.t('Line'), vscode.l10n.t('Citations'), vscode.l10n.t('Change'), vscode.l10n.t('All lines')], [...ways].map(([way, lines]) => () => {
    const [first = 0] = lines;
    const named = [...new Set(lines)];
    return [String(first), String(lines.length), way, named.length > mostLines ? vscode.l10n.t('{0} and others', named.slice(0, mostLines).join(', ')) : named.join(', ')];
  }));
}

function wording(form: CitedForm): string {
  return form === 'footnote' ? vscode.l10n.t('a note with other words') : vscode.l10n.t('with other words');
}

function quotationKind(kind: 'altered' | 'added' | 'removed'): string {
  switch (kind) {
    case 'altered': return vscode.l10n.t('altered');
    case 'added': return vscode.l10n.t('quoted now');
    case 'removed': return vscode.l10n.t('no longer quoted');
  }
}

function quoted(library: Library, { text, verdict, claimed }: QuotationSide): string {
  return `“${cell(short(text, 200))}” (${cell(verdictText(library, verdict, claimed))})`;
}

function attributionKind({ kind, in: ways }: AttributionChange): string {
  const names = ways.map(way => (way === 'speaker' ? vscode.l10n.t('speaker') : way === 'verb' ? vscode.l10n.t('verb') : vscode.l10n.t('qualification'))).join(', ');
  switch (kind) {
    case 'strengthened': return vscode.l10n.t('**strengthened** ({0})', names);
    case 'weakened': return vscode.l10n.t('weakened ({0})', names);
    case 'otherwise': return vscode.l10n.t('changed ({0})', names);
  }
}

function sideText({ said, verdict }: AttributionSide): string {
  if (said === undefined) return vscode.l10n.t('no speaker recognized');
  const words = `“${cell(short(said, 120))}”`;
  switch (verdict) {
    case undefined: return words;
    case 'faithful': return vscode.l10n.t('{0} (no more than the source)', words);
    case 'continued': return vscode.l10n.t('{0} (the speaker of the sentence before)', words);
    case 'who': return vscode.l10n.t('{0} (not who the source says)', words);
    case 'verb': return vscode.l10n.t('{0} (a stronger verb than the source’s)', words);
  }
}

function sourceText(library: Library, { source }: AttributionChange): string {
  if (!source) return vscode.l10n.t('it is not certain which sentence is meant');
  const verbs = source.verbs.length > 0 ? `: ${source.verbs.join(', ')}` : '';
  return cell(`${place(library, source.id)}, ${whoName(source.who as Who)}${verbs}: “${short(source.text, 220)}”`);
}
