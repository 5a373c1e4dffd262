import vscode = require('vscode');
import { Checker, type CheckOptions } from '../../domain/check/checker';
import { codes, type Problem } from '../../domain/check/problem';
import { coverageOf, reportOf, type Report } from '../../domain/check/report';
import { Draft } from '../../domain/draft/draft';
import { draftFiles } from '../citations/draftFiles';
import { commands } from '../commands';
import { isDraft } from '../drafts';
import { registerCommand, showInformation, showProgress } from '../notify';
import { scheme } from '../scheme';
import { checkSettings } from '../settings';
import { diagnosticOf } from './diagnostics';
import type { DraftChecks } from './draftChecks';
import { lineLinks } from './reportLinks';
import { reportText, type ReportedDraft } from './reportText';

/** What `checkDraft` gives to a caller: offsets in the draft. */
type Found = Pick<Problem, 'code' | 'start' | 'end' | 'severity'>;

const reportScheme = `${scheme}-report`;
/** Files read and checked side by side. */
const together = 16;
/** What a check may take of one turn of the host, in milliseconds. */
const slice = 6;

/** A report as it is shown, and the drafts of its parts. */
interface Shown {
  readonly text: string;
  readonly drafts: readonly vscode.Uri[];
}

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
export class Reports implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #shown = new Map<string, Shown>();
  /** The drafts that are not open whose problems are shown. */
  readonly #told: vscode.Uri[] = [];
  readonly onDidChange = this.#changed.event;

  constructor(readonly checks: DraftChecks, readonly collection: vscode.DiagnosticCollection, readonly extension: vscode.Uri) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#shown.get(uri.path)?.text ?? '';
  }

  /** Each line number leads to its line. */
  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const shown = this.#shown.get(uri.path);
    return lineLinks(shown?.text ?? '').flatMap(({ line, start, end, draft, target }) => {
      const to = shown?.drafts[draft]?.with({ fragment: `L${target}` });
      return to ? [new vscode.DocumentLink(new vscode.Range(line, start, line, end), to)] : [];
    });
  }

  /** Checks the draft last active, or the one named; its problems. Undefined if there is none. */
  async checkDraft(argument?: unknown): Promise<readonly Found[] | undefined> {
    const document = await this.#draft(argument);
    if (!document) {
      void showInformation(vscode.l10n.t('Open a Markdown draft to check it.'));
      return undefined;
    }
    const { problems } = this.checks.now(document);
    const { library } = this.checks;
    const options = this.checks.options(document);
    const report = reportOf(library, this.checks.checkerOf(document).analysed(options.language));
    const draft = { ...reported(document.uri, options), report, problems, lineOf: (offset: number) => document.positionAt(offset).line + 1 };
    await this.#show(vscode.l10n.t('Check of {0}', draft.name.split('/').at(-1) ?? draft.name), { text: reportText(library, [draft], report.coverage), drafts: [document.uri] });
    return problems.map(({ code, start, end, severity }) => ({ code, start, end, severity }));
  }

  /** Checks every draft of the workspace; how many drafts, and how many problems. Undefined if it was cancelled. */
  async checkWorkspace(): Promise<{ readonly drafts: number; readonly problems: number } | undefined> {
    const done = await showProgress(vscode.l10n.t('Checking the drafts of the workspace'), async (tell, token) => {
      const files = await draftFiles(token);
      // What was found in files that have changed or gone since is no longer true.
      const open = new Set(vscode.workspace.textDocuments.filter(isDraft).map(({ uri }) => uri.toString()));
      for (const uri of this.#told.splice(0)) if (!open.has(uri.toString())) this.collection.delete(uri);
      const drafts: (ReportedDraft & { readonly uri: vscode.Uri })[] = [];
      const unread: string[] = [];
      for (let at = 0; at < files.length && !token.isCancellationRequested; at += together) {
        const batch = await Promise.all(files.slice(at, at + together).map(async uri => ({ uri, text: await read(uri) })));
        for (const { uri, text } of batch) {
          if (text === undefined) unread.push(nameOf(uri));
          else drafts.push({ uri, ...await this.#file(uri, text) });
        }
        tell((100 * batch.length) / files.length, `${Math.min(at + together, files.length)} / ${files.length}`);
      }
      return token.isCancellationRequested ? undefined : { drafts, unread };
    });
    if (!done) return undefined;
    const { library } = this.checks;
    const uses = new Map<string, number>();
    for (const { report } of done.drafts) {
      for (const { findings } of report.coverage) for (const { finding, uses: count } of findings) uses.set(finding.id, (uses.get(finding.id) ?? 0) + count);
    }
    const told = done.drafts.filter(({ report, problems }) => report.citations.length + report.quotations.length + problems.length > 0);
    await this.#show(vscode.l10n.t('Check of the workspace'), {
      text: reportText(library, told, coverageOf(library, uses), { checked: done.drafts.length, unread: done.unread }),
      drafts: told.map(({ uri }) => uri),
    });
    return { drafts: done.drafts.length, problems: done.drafts.reduce((sum, { problems }) => sum + problems.length, 0) };
  }

  /** A draft of the workspace: as it is in the editor where it is open, else as it is on disk. */
  async #file(uri: vscode.Uri, text: string): Promise<ReportedDraft> {
    const { library, tools } = this.checks;
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString() && isDraft(document));
    const checker = open ? this.checks.checkerOf(open) : new Checker(Draft.of(text, library), tools);
    const options = open ? this.checks.options(open) : checkSettings({ uri, languageId: 'markdown' }, checker.draft.language);
    const problems = open ? this.checks.now(open).problems : await inTurns(checker.steps(options));
    const lines = open ?? new Lines(uri, text);
    if (!open) {
      this.#told.push(uri);
      this.collection.set(uri, problems.map(problem => diagnosticOf(library, this.extension, lines, problem)));
    }
    const report: Report = reportOf(library, checker.analysed(options.language));
    return { ...reported(uri, options), report, problems, lineOf: offset => lines.positionAt(offset).line + 1 };
  }

  async #draft(argument: unknown): Promise<vscode.TextDocument | undefined> {
    if (argument instanceof vscode.Uri) {
      const document = await vscode.workspace.openTextDocument(argument);
      return isDraft(document) ? document : undefined;
    }
    return this.checks.drafts.lastTarget()?.document;
  }

  async #show(title: string, shown: Shown): Promise<void> {
    const uri = vscode.Uri.from({ scheme: reportScheme, path: `/${title.replaceAll('/', '∕').replace(/\.md$/iu, '')}.md` });
    this.#shown.set(uri.path, shown);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }
}

/** What of a report does not depend on what was found. */
function reported(uri: vscode.Uri, { language, severities = {} }: CheckOptions): Pick<ReportedDraft, 'name' | 'language' | 'off'> {
  return { name: nameOf(uri), language, off: codes.filter(code => severities[code] === 'off') };
}

/** Runs a check to its end, in turns: the host has others to serve. */
async function inTurns(steps: Generator<void, Problem[]>): Promise<readonly Problem[]> {
  for (;;) {
    await new Promise<void>(resolve => { setTimeout(resolve, 0); });
    for (const end = Date.now() + slice; Date.now() < end; ) {
      const { done, value } = steps.next();
      if (done) return value;
    }
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
    vscode.languages.registerDocumentLinkProvider({ scheme: reportScheme }, reports),
    registerCommand(commands.checkDraft, (argument?: unknown) => reports.checkDraft(argument)),
    registerCommand(commands.checkWorkspace, () => reports.checkWorkspace()),
  );
}
