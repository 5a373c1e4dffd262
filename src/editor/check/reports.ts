import * as vscode from 'vscode';
import { Checker } from '../../domain/check/checker';
import type { Problem } from '../../domain/check/problem';
import { coverageOf, reportOf, type Report } from '../../domain/check/report';
import { Draft } from '../../domain/draft/draft';
import { draftFiles } from '../citations/draftFiles';
import { commands } from '../commands';
import { isDraft } from '../drafts';
import { scheme } from '../scheme';
import { checkSettings } from '../settings';
import { diagnosticOf } from './diagnostics';
import type { DraftChecks } from './draftChecks';
import { reportText, type ReportedDraft } from './reportText';

/** What `checkDraft` gives to a caller: offsets in the draft. */
type Found = Pick<Problem, 'code' | 'start' | 'end' | 'severity'>;

const reportScheme = `${scheme}-report`;
/** Files read and checked side by side. */
const together = 16;

/** Where the offsets of a text that is not open as a document are. */
class Lines {
  readonly #starts: readonly number[];

  constructor(readonly uri: vscode.Uri, text: string) {
    this.#starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: mark, index }) => index + mark.length)];
  }

  positionAt(offset: number): vscode.Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return new vscode.Position(low, offset - (this.#starts[low] ?? 0));
  }
}

/** A draft's name as a person knows it. */
const nameOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri);

/** The commands that check a draft or all drafts of the workspace, and show the report beside. */
export class Reports implements vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #texts = new Map<string, string>();
  readonly onDidChange = this.#changed.event;

  constructor(readonly checks: DraftChecks, readonly collection: vscode.DiagnosticCollection, readonly extension: vscode.Uri) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? '';
  }

  /** Checks the draft last active, or the one named; its problems. Undefined if there is none. */
  async checkDraft(argument?: unknown): Promise<readonly Found[] | undefined> {
    const document = await this.#draft(argument);
    if (!document) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown draft to check it.'));
      return undefined;
    }
    const { problems } = this.checks.now(document);
    const { library } = this.checks;
    const report = reportOf(library, this.checks.checkerOf(document).analysed(this.checks.options(document).language));
    const draft = { name: nameOf(document.uri), report, problems, lineOf: (offset: number) => document.positionAt(offset).line + 1 };
    await this.#show(vscode.l10n.t('Check of {0}', draft.name.split('/').at(-1) ?? draft.name), reportText(library, [draft], report.coverage));
    return problems.map(({ code, start, end, severity }) => ({ code, start, end, severity }));
  }

  /** Checks every draft of the workspace; how many drafts, and how many problems. Undefined if it was cancelled. */
  async checkWorkspace(): Promise<{ readonly drafts: number; readonly problems: number } | undefined> {
    const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking the drafts of the workspace'), cancellable: true };
    const done = await vscode.window.withProgress(options, async (progress, token) => {
      const files = await draftFiles(token);
      const drafts: ReportedDraft[] = [];
      for (let at = 0; at < files.length && !token.isCancellationRequested; at += together) {
        const batch = await Promise.all(files.slice(at, at + together).map(async uri => ({ uri, text: await read(uri) })));
        for (const { uri, text } of batch) {
          if (text !== undefined) drafts.push(this.#file(uri, text));
          // One draft a turn: the host has others to serve.
          await new Promise<void>(resolve => { setTimeout(resolve, 0); });
        }
        progress.report({ increment: (100 * batch.length) / files.length, message: `${Math.min(at + together, files.length)} / ${files.length}` });
      }
      return token.isCancellationRequested ? undefined : drafts;
    });
    if (!done) return undefined;
    const { library } = this.checks;
    const uses = new Map<string, number>();
    for (const { report } of done) {
      for (const { findings } of report.coverage) for (const { finding, uses: count } of findings) uses.set(finding.id, (uses.get(finding.id) ?? 0) + count);
    }
    const told = done.filter(({ report, problems }) => report.citations.length + report.quotations.length + problems.length > 0);
    await this.#show(vscode.l10n.t('Check of the workspace'), reportText(library, told, coverageOf(library, uses)));
    return { drafts: done.length, problems: done.reduce((sum, { problems }) => sum + problems.length, 0) };
  }

  /** A draft of the workspace: as it is in the editor where it is open, else as it is on disk. */
  #file(uri: vscode.Uri, text: string): ReportedDraft {
    const { library, tools } = this.checks;
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString() && isDraft(document));
    const checker = open ? this.checks.checkerOf(open) : new Checker(Draft.of(text, library), tools);
    const options = open ? this.checks.options(open) : checkSettings({ uri, languageId: 'markdown' }, checker.draft.language);
    const problems = open ? this.checks.now(open).problems : checker.check(options);
    const lines = open ?? new Lines(uri, text);
    if (!open) this.collection.set(uri, problems.map(problem => diagnosticOf(library, this.extension, lines, problem)));
    const report: Report = reportOf(library, checker.analysed(options.language));
    return { name: nameOf(uri), report, problems, lineOf: offset => lines.positionAt(offset).line + 1 };
  }

  async #draft(argument: unknown): Promise<vscode.TextDocument | undefined> {
    if (argument instanceof vscode.Uri) {
      const document = await vscode.workspace.openTextDocument(argument);
      return isDraft(document) ? document : undefined;
    }
    return this.checks.drafts.lastTarget()?.document;
  }

  async #show(title: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: reportScheme, path: `/${title.replaceAll('/', '∕')}.md` });
    this.#texts.set(uri.path, text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

export function registerReports(checks: DraftChecks, collection: vscode.DiagnosticCollection, extension: vscode.Uri): vscode.Disposable {
  const reports = new Reports(checks, collection, extension);
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(reportScheme, reports),
    vscode.commands.registerCommand(commands.checkDraft, (argument?: unknown) => reports.checkDraft(argument)),
    vscode.commands.registerCommand(commands.checkWorkspace, () => reports.checkWorkspace()),
  );
}
