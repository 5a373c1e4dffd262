import vscode = require('vscode');
import type { Problem } from '../../domain/check/problem';
import { tallyOf } from '../../domain/check/tally';
import { commands } from '../commands';
import { isDraft } from '../drafts';
import { registerCommand, showInformation, showProgress } from '../notify';
import { scheme } from '../scheme';
import type { DraftChecks } from './draftChecks';
import { examine, examineOpen, nameOf, type Examined } from './examine';
import { lineLinks } from './reportLinks';
import { nextPage, reportText } from './reportText';
import { Turns } from './turns';
import { checkAll, problemsOf, type WorkspaceResult } from './workspaceCheck';

/** What `checkDraft` gives to a caller: offsets in the draft. */
type Found = Pick<Problem, 'code' | 'start' | 'end' | 'severity'>;

const reportScheme = `${scheme}-report`;
/** So many drafts has a page of a report on the workspace: as many as can be read, and as an editor shows at once. */
const onPage = 40;
/** So many reports are kept to be shown again. */
const mostShown = 20;

/** A report as it is shown, the drafts of its parts, and where its line about the next page leads. */
interface Shown {
  readonly text: string;
  readonly drafts: readonly vscode.Uri[];
  readonly next?: { readonly words: string; readonly uri: vscode.Uri };
}

/** The commands that check a draft or all drafts of the workspace, and show the report beside. */
export class Reports implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #shown = new Map<string, Shown>();
  /** The drafts that are not open whose problems are shown. */
  readonly #told: vscode.Uri[] = [];
  #workspace: WorkspaceResult | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(readonly checks: DraftChecks, readonly collection: vscode.DiagnosticCollection, readonly extension: vscode.Uri) {}

  /** A page of the workspace's report is made when it is opened. */
  async provideTextDocumentContent(uri: vscode.Uri, token?: vscode.CancellationToken): Promise<string> {
    const shown = this.#shown.get(uri.toString());
    if (shown) return shown.text;
    const page = pageOf(uri);
    const made = this.#workspace && page !== undefined ? await this.#page(this.#workspace, page, new Turns(token)) : undefined;
    if (made) this.#shown.set(uri.toString(), made);
    return made?.text ?? '';
  }

  /** Each line number leads to its line, and the line about the next page to it. */
  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const shown = this.#shown.get(document.uri.toString());
    if (!shown) return [];
    const { next } = shown;
    const at = next ? shown.text.split('\n').indexOf(next.words) : -1;
    // The document may still show what was reported before.
    const on = next && at >= 0 && at < document.lineCount ? [new vscode.DocumentLink(document.lineAt(at).range, next.uri)] : [];
    return [...on, ...lineLinks(shown.text).flatMap(({ line, start, end, draft, target }) => {
      const to = shown.drafts[draft]?.with({ fragment: `L${target}` });
      return to ? [new vscode.DocumentLink(new vscode.Range(line, start, line, end), to)] : [];
    })];
  }

  /** A page that nobody looks at is not kept: it can be made again. */
  forget({ uri }: vscode.TextDocument): void {
    if (uri.scheme === reportScheme && pageOf(uri) !== undefined) this.#shown.delete(uri.toString());
  }

  /** Checks the draft last active, or the one named; its problems. Undefined if there is none. */
  async checkDraft(argument?: unknown): Promise<readonly Found[] | undefined> {
    const document = await this.#draft(argument);
    if (!document) {
      void showInformation(vscode.l10n.t('Open a Markdown draft to check it.'));
      return undefined;
    }
    const draft = examineOpen(this.checks, document);
    const { name, problems, report } = draft;
    const text = reportText(this.checks.library, [draft], { tally: tallyOf(report, problems), coverage: report.coverage });
    await this.#show(uriOf(vscode.l10n.t('Check of {0}', name.split('/').at(-1) ?? name)), { text, drafts: [document.uri] });
    return problems.map(({ code, start, end, severity }) => ({ code, start, end, severity }));
  }

  /** Checks every draft of the workspace; how many drafts, and how many problems. Undefined if it was cancelled: then nothing has changed. */
  async checkWorkspace(): Promise<{ readonly drafts: number; readonly problems: number } | undefined> {
    try {
      const done = await showProgress(vscode.l10n.t('Checking the drafts of the workspace'), async (tell, token) => {
        const result = await checkAll(this.checks, this.extension, tell, token);
        return { result, first: await this.#page(result, 1, new Turns(token)) };
      });
      this.#workspace = done.result;
      this.#tell(done.result);
      for (const key of this.#shown.keys()) if (pageOf(vscode.Uri.parse(key)) !== undefined) this.#shown.delete(key);
      await this.#show(pageUri(1), done.first);
      return { drafts: done.result.checked, problems: problemsOf(done.result) };
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      throw error;
    }
  }

  /** Gives the Problems panel what was found; what was found before in files that have changed or gone since is no longer true. */
  #tell({ problems }: WorkspaceResult): void {
    const open = new Set(vscode.workspace.textDocuments.filter(isDraft).map(({ uri }) => uri.toString()));
    for (const uri of this.#told.splice(0)) if (!open.has(uri.toString())) this.collection.delete(uri);
    for (const [uri, diagnostics] of problems) {
      if (open.has(uri.toString())) continue;
      this.#told.push(uri);
      this.collection.set(uri, diagnostics);
    }
  }

  /** One page: its drafts are checked again, since of each only figures were kept. */
  async #page({ told, checked, unread, sum }: WorkspaceResult, page: number, turns: Turns): Promise<Shown> {
    const drafts: Examined[] = [];
    const gone: string[] = [];
    for (const { uri } of told.slice((page - 1) * onPage, page * onPage)) {
      const examined = await examine(this.checks, uri, turns);
      if (typeof examined === 'object') drafts.push(examined);
      else gone.push(nameOf(uri));
    }
    const pages = Math.max(1, Math.ceil(told.length / onPage));
    const text = reportText(this.checks.library, drafts, sum, { checked, telling: told.length, unread, page, pages, gone });
    return { text, drafts: drafts.map(({ uri }) => uri), ...(page < pages ? { next: { words: nextPage({ page, pages }), uri: pageUri(page + 1) } } : {}) };
  }

  async #draft(argument: unknown): Promise<vscode.TextDocument | undefined> {
    if (argument instanceof vscode.Uri) {
      const document = await vscode.workspace.openTextDocument(argument);
      return isDraft(document) ? document : undefined;
    }
    return this.checks.drafts.lastTarget()?.document;
  }

  /** Shows a report on one draft that another feature made, beside. Its part about the draft begins with `## `, and rows about a place with its line. */
  async show(title: string, draft: vscode.Uri, text: string): Promise<void> {
    await this.#show(uriOf(title), { text, drafts: [draft] });
  }

  async #show(uri: vscode.Uri, shown: Shown): Promise<void> {
    this.#shown.delete(uri.toString());
    this.#shown.set(uri.toString(), shown);
    const [oldest] = this.#shown.keys();
    if (oldest !== undefined && this.#shown.size > mostShown) this.#shown.delete(oldest);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }
}

/** Where a report is shown: its title, and nothing of the path of what it is of. */
function uriOf(title: string): vscode.Uri {
  return vscode.Uri.from({ scheme: reportScheme, path: `/${title.replaceAll('/', '∕').replace(/\.md$/iu, '')}.md` });
}

function pageUri(page: number): vscode.Uri {
  const title = page === 1 ? vscode.l10n.t('Check of the workspace') : vscode.l10n.t('Check of the workspace, page {0}', page);
  return uriOf(title).with({ query: `page=${page}` });
}

/** Which page of the workspace's report it is; undefined for the report on one draft. */
function pageOf({ query }: vscode.Uri): number | undefined {
  const number = /^page=([1-9]\d*)$/u.exec(query)?.[1];
  return number === undefined ? undefined : Number(number);
}

export function registerReports(checks: DraftChecks, collection: vscode.DiagnosticCollection, extension: vscode.Uri): vscode.Disposable & { readonly reports: Reports } {
  const reports = new Reports(checks, collection, extension);
  const disposable = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(reportScheme, reports),
    vscode.languages.registerDocumentLinkProvider({ scheme: reportScheme }, reports),
    vscode.workspace.onDidCloseTextDocument(document => reports.forget(document)),
    registerCommand(commands.checkDraft, (argument?: unknown) => reports.checkDraft(argument)),
    registerCommand(commands.checkWorkspace, () => reports.checkWorkspace()),
  );
  return { reports, dispose: () => disposable.dispose() };
}
