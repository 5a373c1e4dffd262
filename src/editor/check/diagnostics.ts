// Problems as VS Code's diagnostics.
import vscode = require('vscode');
import type { Problem } from '../../domain/check/problem';
import type { Library } from '../../domain/corpus/library';
import { rangeIn } from '../ranges';
import { sourceRange, sourceUri } from '../source';
import type { Checked, DraftChecks } from './draftChecks';
import { placeOf } from '../inWords';
import type { FreshMarks } from './freshMarks';
import { messageLines, short } from './messages';
import { ruleUri } from './rulePages';

/** What the Problems panel shows as the source of our diagnostics. */
export const diagnosticSource = 'IDM Findings';

/** A text whose offsets have positions: an open document, or one that is not. */
export type Placing = Pick<vscode.TextDocument, 'uri' | 'positionAt'>;

const severityOf = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

/** A problem as VS Code shows it. */
export function diagnosticOf(
  library: Library,
  extension: vscode.Uri,
  document: Placing,
  problem: Problem,
): vscode.Diagnostic {
  const message = messageLines(library, problem);
  const diagnostic = new vscode.Diagnostic(rangeIn(document, problem), message, severityOf[problem.severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: problem.code, target: ruleUri(extension, problem.code) };
  const related = relatedTo(library, document, problem, message);
  if (related.length > 0) diagnostic.relatedInformation = related;
  if (problem.code === 'note-unused' || problem.code === 'disable-unused')
    diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

/**
 * Each difference at its place, and the source's words at theirs; words that the message has are not said again, but
 * where they stand.
 */
function relatedTo(
  library: Library,
  document: Placing,
  { data }: Problem,
  message: string,
): vscode.DiagnosticRelatedInformation[] {
  const differences =
    (data.differences ?? []).length > 1
      ? (data.differences ?? [])
          .slice(0, 10)
          .map(
            each =>
              new vscode.DiagnosticRelatedInformation(
                new vscode.Location(document.uri, rangeIn(document, each)),
                vscode.l10n.t('draft: “{0}”, source: “{1}”', each.text, each.source),
              ),
          )
      : [];
  const only = data.where ?? data.sentence;
  const places = data.pieces ?? (only ? [only] : []);
  const sources = places.flatMap(({ id, text }) => {
    const found = id === undefined ? undefined : library.resolve(id);
    if (!found) return [];
    const range = sourceRange(library, found.corpus.id, found.sentence ?? found.entry);
    const words = short(text);
    const told = message.includes(words) ? placeOf(found.entry, found.sentence) : vscode.l10n.t('source: “{0}”', words);
    return [
      new vscode.DiagnosticRelatedInformation(new vscode.Location(sourceUri(library, found.corpus.id), range), told),
    ];
  });
  return [...differences, ...sources];
}

/** Keeps the Problems panel at what the last check of each draft found. */
export function registerDiagnostics(
  library: Library,
  checks: DraftChecks,
  fresh: FreshMarks,
  extension: vscode.Uri,
): vscode.Disposable & { readonly collection: vscode.DiagnosticCollection } {
  const collection = vscode.languages.createDiagnosticCollection('idm-findings');
  const show = ({ document, problems }: Checked): void => {
    collection.set(
      document.uri,
      problems.map(problem => diagnosticOf(library, extension, document, problem)),
    );
  };
  const disposable = vscode.Disposable.from(
    collection,
    fresh.onDidTell(show),
    checks.onDidClose(({ uri }) => collection.delete(uri)),
  );
  return { collection, dispose: () => disposable.dispose() };
}
