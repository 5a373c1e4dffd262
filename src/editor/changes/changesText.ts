// The report on what changed between two versions, as Markdown.
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
import { citedAs, verdictText } from '../check/reportText';
import { withCommas, withSemicolons } from '../lists';
import { heading, tableCell as cell } from '../markdown';
import { plural } from '../plural';
import { whoName } from '../inWords';

/** What a report on changes is of. */
interface Compared {
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

/** So many changes of a kind are shown: an editor must not be stopped by a report. */
const mostShown = 1000;

/** A change, made words of only where it is shown. */
type Entry = () => readonly string[];

/**
 * The report as Markdown: a list, since tables of long cells cannot be read beside a draft. Its lines are links (see
 * reportLinks.ts).
 */
export function changesText(library: Library, compared: Compared): string {
  const { name, earlier, changes, english } = compared;
  const lines = [
    heading(1, vscode.l10n.t('What changed in the citations')),
    '',
    heading(2, cell(name)),
    '',
    vscode.l10n.t('Compared with {0}.', cell(earlier)),
  ];
  if (!english) lines.push('', vscode.l10n.t('The draft is not in English, so attributions were not compared.'));
  if (isEmpty(changes)) lines.push('', vscode.l10n.t('Nothing changed in the citations.'));
  const part = (title: string, entries: readonly Entry[]): void => {
    if (entries.length === 0) return;
    lines.push(
      '',
      heading(3, title),
      '',
      ...entries
        .slice(0, mostShown)
        .flatMap(entry => entry().map((line, at) => (at === 0 ? `- ${line}` : `  - ${line}`))),
    );
    if (entries.length > mostShown) lines.push('', vscode.l10n.t('And {0} more.', entries.length - mostShown));
  };
  part(
    vscode.l10n.t('Attributions'),
    changes.attributions.map(each => () => [
      placed(compared, each, attributionKind(each)),
      before(sideText(each.before)),
      now(sideText(each.after)),
      vscode.l10n.t('The source: {0}', sourceText(library, each)),
    ]),
  );
  part(
    vscode.l10n.t('Quotations'),
    changes.quotations.map(each => () => [
      placed(compared, each, quotationKind(each.kind)),
      ...(each.kind === 'added' ? [] : [before(quoted(library, each.before))]),
      ...(each.kind === 'removed' ? [] : [now(quoted(library, each.after))]),
    ]),
  );
  const restyled = changes.citations.filter(each => each.kind === 'restyled');
  part(
    vscode.l10n.t('Citations'),
    changes.citations
      .filter(each => each.kind !== 'restyled')
      .map(each => () => [
        placed(compared, each, citationKind(library, each)),
        `“${cell(short(each.kind === 'removed' ? each.before.text : each.after.text, 160))}”`,
      ]),
  );
  part(vscode.l10n.t('The same citations in another form or wording'), restyledEntries(restyled, compared));
  lines.push('', reportMark, '');
  return lines.join('\n');
}

const before = (words: string): string => vscode.l10n.t('Before: {0}', words);
const now = (words: string): string => vscode.l10n.t('Now: {0}', words);

/** What changed, with its line in the draft as it is, and the earlier version's where that is another. */
function placed(
  { lineOf, lineBefore }: Compared,
  change: { readonly before?: { readonly start: number }; readonly after?: { readonly start: number } },
  what: string,
): string {
  const was = change.before && lineBefore(change.before.start);
  if (!change.after) return vscode.l10n.t('{0} (it was on line {1})', what, was ?? 0);
  const line = lineOf(change.after.start);
  return was === undefined || was === line
    ? vscode.l10n.t('Line {0}: {1}', line, what)
    : vscode.l10n.t('Line {0}: {1} (it was on line {2})', line, what, was);
}

function citationKind(library: Library, change: Exclude<CitationChange, { kind: 'restyled' }>): string {
  const what = cites(library, change.ids);
  switch (change.kind) {
    case 'added':
      return vscode.l10n.t('{0} is cited now', what);
    case 'removed':
      return vscode.l10n.t('{0} is no longer cited', what);
    case 'replaced':
      return vscode.l10n.t('{0} is cited in place of {1}', what, cites(library, change.from));
    case 'moved':
      switch (change.how) {
        case 'sentence':
          return vscode.l10n.t('{0} moved with its sentence', what);
        case 'within':
          return vscode.l10n.t('{0} moved within its sentence', what);
        case 'other':
          return vscode.l10n.t('{0} moved to another sentence', what);
      }
  }
}

function cites(library: Library, ids: readonly string[]): string {
  return cell(
    withSemicolons(
      ids.map(id => {
        if (id.startsWith('?')) return vscode.l10n.t('a place that does not exist ({0})', short(id.slice(1), 60));
        return library.resolve(id) ? place(library, id) : vscode.l10n.t('the document');
      }),
    ),
  );
}

/** So many lines are named of citations that were restyled. */
const mostLines = 12;

/** Restyling a draft changes every citation of it: each way is one entry. */
function restyledEntries(
  changes: readonly Extract<CitationChange, { kind: 'restyled' }>[],
  { lineOf }: Compared,
): Entry[] {
  const ways = new Map<string, number[]>();
  for (const { how, forms, after } of changes) {
    const way =
      how === 'form' ? vscode.l10n.t('{0} instead of {1}', citedAs(forms[1]), citedAs(forms[0])) : wording(forms[1]);
    ways.set(way, [...(ways.get(way) ?? []), lineOf(after.start)]);
  }
  return [...ways].map(([way, lines]) => () => {
    const named = [...new Set(lines)];
    const [first = 0, ...others] = named.slice(0, mostLines);
    return [
      vscode.l10n.t('Line {0}: {1}', first, way),
      ...(others.length === 0
        ? []
        : [
            plural(
              lines.length,
              { one: '{0} citation, also on lines {1}', other: '{0} citations, also on lines {1}' },
              withCommas([...others.map(String), ...(named.length > mostLines ? ['…'] : [])]),
            ),
          ]),
    ];
  });
}

function wording(form: CitedForm): string {
  return form === 'footnote' ? vscode.l10n.t('a note worded differently') : vscode.l10n.t('worded differently');
}

function quotationKind(kind: 'altered' | 'added' | 'removed'): string {
  switch (kind) {
    case 'altered':
      return vscode.l10n.t('the words of the quotation changed');
    case 'added':
      return vscode.l10n.t('a quotation was added');
    case 'removed':
      return vscode.l10n.t('a quotation was removed');
  }
}

function quoted(library: Library, { text, verdict, claimed }: QuotationSide): string {
  return `“${cell(short(text, 200))}” (${cell(verdictText(library, verdict, claimed))})`;
}

function wayName(way: AttributionChange['in'][number]): string {
  switch (way) {
    case 'speaker':
      return vscode.l10n.t('speaker');
    case 'verb':
      return vscode.l10n.t('verb');
    case 'hedge':
      return vscode.l10n.t('qualification');
  }
}

function attributionKind({ kind, in: ways }: AttributionChange): string {
  const names = withCommas(ways.map(wayName));
  switch (kind) {
    case 'strengthened':
      return vscode.l10n.t('the attribution is **stronger** ({0})', names);
    case 'weakened':
      return vscode.l10n.t('the attribution is weaker ({0})', names);
    case 'otherwise':
      return vscode.l10n.t('the attribution changed ({0})', names);
  }
}

function sideText({ said, verdict }: AttributionSide): string {
  if (said === undefined) return vscode.l10n.t('no speaker recognized');
  const words = `“${cell(short(said, 120))}”`;
  switch (verdict) {
    case undefined:
      return words;
    case 'faithful':
      return vscode.l10n.t('{0} (says no more than the source)', words);
    case 'continued':
      return vscode.l10n.t('{0} (the speaker of the sentence before)', words);
    case 'who':
      return vscode.l10n.t('{0} (not the speaker in the source)', words);
    case 'verb':
      return vscode.l10n.t('{0} (a stronger verb than the source’s)', words);
  }
}

function sourceText(library: Library, { source }: AttributionChange): string {
  if (!source) return vscode.l10n.t('it is not certain which sentence is meant');
  const where = place(library, source.id);
  const who = whoName(source.who as Who);
  const text = short(source.text, 220);
  return cell(
    source.verbs.length > 0
      ? vscode.l10n.t('{0}, {1} ({2}): “{3}”', where, who, withCommas(source.verbs), text)
      : vscode.l10n.t('{0}, {1}: “{2}”', where, who, text),
  );
}
