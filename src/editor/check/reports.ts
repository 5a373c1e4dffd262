// The commands that check and show a report.
import vscode = require('vscode');
import type { Problem } from '../../domain/check/problem';
import { commands } from '../commands';
import { isDraft } from '../drafts';
import { registerCommand, showInformation, showProgress } from '../notify';
import { offersMarkdown } from '../plainText';
import type { DraftChecks } from './draftChecks';
import { ReportOnDraft } from './reportOnDraft';
import { ReportOnWorkspace } from './reportOnWorkspace';
import { ReportView } from './reportView';
import { registerTextReports, type TextReports } from './textReports';
import { checkAll, problemsOf, type WorkspaceResult } from './workspaceCheck';

/** What `checkDraft` gives to a caller: offsets in the draft. */
type Found = Pick<Problem, 'code' | 'start' | 'end' | 'severity'>;

/** The commands that check a draft or all drafts of the workspace, and show the report beside. */
export class Reports implements vscode.Disposable {
  readonly view: ReportView;
  /** The drafts that are not open whose problems are shown. */
  readonly #told: vscode.Uri[] = [];
  #workspace: WorkspaceResult | undefined;

  constructor(
    readonly checks: DraftChecks,
    readonly collection: vscode.DiagnosticCollection,
    readonly extension: vscode.Uri,
  ) {
    this.view = new ReportView(checks, extension, () => this.checkWorkspace());
  }

  /** Checks the draft last active, or the one named; its problems. Undefined if there is none. */
  async checkDraft(argument?: unknown): Promise<readonly Found[] | undefined> {
    if (!(argument instanceof vscode.Uri) && offersMarkdown(this.checks.drafts, () => this.checkDraft()))
      return undefined;
    const document = await this.#draft(argument);
    if (!document) {
      void showInformation(vscode.l10n.t('Open a Markdown draft to check it.'));
      return undefined;
    }
    const checked = await this.checks.whenChecked(document);
    if (!checked) return undefined;
    const found = checked.problems.map(({ code, start, end, severity }) => ({ code, start, end, severity }));
    this.view.show(new ReportOnDraft(this.checks, document.uri));
    return found;
  }

  /**
   * Checks every draft of the workspace; how many drafts, and how many problems. Undefined if it was cancelled: then
   * nothing has changed.
   */
  async checkWorkspace(): Promise<{ readonly drafts: number; readonly problems: number } | undefined> {
    try {
      const result = await showProgress(vscode.l10n.t('Checking the workspace’s drafts'), (tell, token) =>
        checkAll(this.checks, this.extension, tell, token),
      );
      this.#workspace = result;
      this.#tell(result);
      this.view.show(this.onWorkspace());
      return { drafts: result.checked, problems: problemsOf(result) };
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      throw error;
    }
  }

  /** The report on the last check of the workspace. */
  onWorkspace(): ReportOnWorkspace {
    return new ReportOnWorkspace(this.checks, this.#workspace);
  }

  dispose(): void {
    this.view.dispose();
  }

  /**
   * Gives the Problems panel what was found; what was found before in files that have changed or gone since is no
   * longer true.
   */
  #tell({ problems }: WorkspaceResult): void {
    const open = new Set(vscode.workspace.textDocuments.filter(isDraft).map(({ uri }) => uri.toString()));
    for (const uri of this.#told.splice(0)) if (!open.has(uri.toString())) this.collection.delete(uri);
    for (const [uri, diagnostics] of problems) {
      if (open.has(uri.toString())) continue;
      this.#told.push(uri);
      this.collection.set(uri, diagnostics);
    }
  }

  async #draft(argument: unknown): Promise<vscode.TextDocument | undefined> {
    if (argument instanceof vscode.Uri) {
      const document = await vscode.workspace.openTextDocument(argument);
      return isDraft(document) ? document : undefined;
    }
    return this.checks.drafts.lastTarget()?.document;
  }
}

export function registerReports(
  checks: DraftChecks,
  collection: vscode.DiagnosticCollection,
  extension: vscode.Uri,
): vscode.Disposable & { readonly reports: Reports; readonly texts: TextReports } {
  const reports = new Reports(checks, collection, extension);
  const provided = registerTextReports();
  const inPicture =
    (does: 'cite' | 'quote' | 'open') =>
    // A key or another extension may run it without the cell that the page's menu hands over.
    async (cell?: { readonly id?: unknown }): Promise<void> => {
      if (typeof cell?.id === 'string') await reports.view.hear({ kind: 'finding', id: cell.id, does });
    };
  const disposable = vscode.Disposable.from(
    reports,
    provided,
    registerCommand(commands.checkDraft, (argument?: unknown) => reports.checkDraft(argument)),
    registerCommand(commands.checkWorkspace, () => reports.checkWorkspace()),
    registerCommand(commands.copyReport, () => reports.view.copy()),
    registerCommand(commands.saveReport, () => reports.view.save()),
    registerCommand(commands.citeInReport, inPicture('cite')),
    registerCommand(commands.quoteInReport, inPicture('quote')),
    registerCommand(commands.openInReport, inPicture('open')),
  );
  return { reports, texts: provided.texts, dispose: () => disposable.dispose() };
}
