// What works on whole drafts: checking them, finding what supports them, handing them over.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import type { SearchIndex } from '../domain/search';
import { checkText, type CheckedProblem, type CheckTextOptions } from './check/apiCheck';
import { registerChooseFinding } from './check/chooseFinding';
import { registerCheck } from './check/register';
import type { Drafts } from './drafts';
import type { Finder } from './finder';
import { registerHandover } from './handover';
import type { ReportState } from '../webview/reportMessages';
import type { Inserter } from './insert';
import { registerSupport } from './support';

/** What is there once it is registered: to dispose of, and the check that other extensions are offered. */
interface DraftWork extends vscode.Disposable {
  /** Shows a report that was open before the window was loaded again. */
  restoreReport(panel: vscode.WebviewPanel, state: unknown): void;
  check(text: string, options?: CheckTextOptions): CheckedProblem[];
}

/**
 * Registers the check, the search for support and the handover. It is the largest part of the extension, and not needed
 * at activation.
 */
export function registerDraftWork(
  library: Library,
  drafts: Drafts,
  inserter: Inserter,
  finder: Finder,
  index: () => SearchIndex,
  extension: vscode.Uri,
): DraftWork {
  const checking = registerCheck(library, drafts, extension);
  const disposable = vscode.Disposable.from(
    checking,
    registerChooseFinding(checking.checks, finder),
    registerSupport(inserter, finder, index),
    registerHandover(library, drafts, checking.checks, extension),
  );
  return {
    restoreReport: (panel, state) => {
      const { report } = (state ?? {}) as Partial<ReportState>;
      checking.reports.view.restore(panel, report, () => checking.reports.onWorkspace());
    },
    check: (text, options) => checkText(library, checking.checks, text, options),
    dispose: () => disposable.dispose(),
  };
}
