// The check, registered with VS Code.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import { registerChanges } from '../changes/register';
import type { Drafts } from '../drafts';
import { registerCheckActions } from './actions';
import { registerApplySafeFixes } from './applySafeFixes';
import { registerDiagnostics } from './diagnostics';
import { DraftChecks } from './draftChecks';
import { commands } from '../commands';
import { registerCommand } from '../notify';
import { FreshMarks } from './freshMarks';
import { writeNote } from './writeNote';
import { registerReports, type Reports } from './reports';
import { registerProblemHover } from './problemHover';
import { registerRulePages } from './rulePages';
import { registerStatus } from './status';

/** Checking drafts against the source: in the Problems panel, as quick fixes, as a report, in the status bar. */
export function registerCheck(
  library: Library,
  drafts: Drafts,
  extension: vscode.Uri,
): vscode.Disposable & { readonly checks: DraftChecks; readonly reports: Reports } {
  const checks = new DraftChecks(library, drafts);
  const fresh = new FreshMarks(checks);
  const diagnostics = registerDiagnostics(library, checks, fresh, extension);
  const reporting = registerReports(checks, diagnostics.collection, extension);
  const disposable = vscode.Disposable.from(
    checks,
    fresh,
    diagnostics,
    registerCheckActions(library, checks),
    registerCommand(commands.writeNote, (uri: string, label: string) => writeNote(checks, uri, label)),
    registerApplySafeFixes(checks),
    registerRulePages(drafts, extension),
    registerProblemHover(checks),
    reporting,
    registerChanges(checks, reporting.texts),
    registerStatus(checks, fresh),
  );
  return { checks, reports: reporting.reports, dispose: () => disposable.dispose() };
}
