/** The view that shows a report, follows what it is of, and does what its buttons say. */
import vscode = require('vscode');
import type { FromReport, KeptReport, ToReport } from '../../webview/reportMessages';
import type { Range } from '../../domain/text/ranges';
import { isDraft } from '../drafts';
import { showInformation, showProgress, showWarning } from '../notify';
import { openSource } from '../source';
import { besideDraft } from '../besideDraft';
import { checksDrafts } from './checkSettings';
import { Panel, type PanelOptions } from '../webview/panel';
import { commands, panels } from '../commands';
import type { DraftChecks } from './draftChecks';
import { nameOf } from './examine';
import { fixProblem, goTo } from './reportFix';
import { ReportOnDraft } from './reportOnDraft';
import { registerSavedAs } from './savedAs';
import type { Subject } from './reportSubject';

/** So long after a check the report follows: what is typed on is shown when the typing rests. */
const pause = 200;

/** What of a panel the view needs: tests give one of their own. */
export type ReportPanel = Pick<
  Panel<ToReport, FromReport>,
  'open' | 'visible' | 'show' | 'adopt' | 'say' | 'noticed' | 'rename' | 'dispose'
>;

/** What leads into a draft. */
const leading: ReadonlySet<FromReport['kind']> = new Set(['go', 'place', 'openDraft']);

/** Goes to a place of a draft; nowhere where the report's draft, or the place, is gone. */
const goIfThere = async (uri: vscode.Uri | undefined, place: Range | undefined): Promise<void> =>
  uri && place ? goTo(uri, place) : undefined;

export class ReportView implements vscode.Disposable {
  readonly #panel: ReportPanel;
  readonly #disposables: vscode.Disposable;
  #subject: Subject | undefined;
  /** Goes up with each report that is asked for: those before are given up. */
  #turn = 0;
  #timer: unknown;
  /** Whether there is something to tell that was not told, since the view was hidden. */
  #stale = false;

  /**
   * @param again checks the workspace, and shows the report on it
   * @param panel makes the panel
   */
  constructor(
    readonly checks: DraftChecks,
    extension: vscode.Uri,
    readonly again: () => unknown,
    panel = (options: PanelOptions<FromReport>): ReportPanel => new Panel<ToReport, FromReport>(options),
  ) {
    this.#panel = panel({
      type: panels.report,
      name: 'report',
      extension,
      ready: () => {
        void this.#make();
      },
      hear: message => this.hear(message),
      turned: visible => {
        if (visible && this.#stale) this.#soon(0);
      },
      closed: () => this.#forget(),
    });
    const { workspace } = vscode;
    this.#disposables = vscode.Disposable.from(
      checks.onDidCheck(({ document }) => this.#changed(document)),
      checks.onDidClose(document => this.#changed(document)),
      // Where checks are off, nobody checks what is typed but this.
      checks.drafts.onDidChange(({ document }) => {
        if (!checksDrafts(document)) this.#changed(document);
      }),
      workspace.onDidOpenTextDocument(document => this.#changed(document)),
      workspace.onDidCloseTextDocument(document => this.#changed(document)),
      workspace.onDidRenameFiles(({ files }) => this.#renamed(files)),
      registerSavedAs(
        () => (this.#panel.open ? this.#subject?.uri : undefined),
        file => this.#follow(file),
      ),
    );
  }

  /**
   * Shows a report beside the draft, which keeps the focus; where that report is in view already, it gets the focus.
   */
  show(subject: Subject): void {
    const same =
      this.#panel.visible &&
      this.#subject?.title === subject.title &&
      this.#subject.uri?.toString() === subject.uri?.toString();
    this.#turn++;
    this.#subject = subject;
    // Beside the draft, also where another view has the focus: a third column would have no room.
    this.#panel.show(subject.title, same, besideDraft(this.checks.drafts.lastTarget()?.viewColumn));
  }

  /** Shows again what a page showed before the window was loaded; or the report that was made since. */
  restore(panel: vscode.WebviewPanel, kept: KeptReport | undefined, workspace: () => Subject): void {
    this.#subject ??=
      kept && 'draft' in kept && typeof kept.draft === 'string'
        ? new ReportOnDraft(this.checks, vscode.Uri.parse(kept.draft))
        : workspace();
    this.#panel.adopt(panel, this.#subject.title);
  }

  /** Does what the page asks for. */
  async hear(message: FromReport): Promise<void> {
    const subject = this.#subject;
    if (!subject) return;
    try {
      await this.#does(subject, message);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      void showWarning(error instanceof Error ? error.message : String(error));
    }
  }

  dispose(): void {
    this.#forget();
    this.#disposables.dispose();
    this.#panel.dispose();
  }

  async #does(subject: Subject, message: FromReport): Promise<unknown> {
    if (leading.has(message.kind)) await this.#panel.noticed();
    switch (message.kind) {
      case 'go':
        return goIfThere(subject.uriOf(message.draft), subject.placeOf(message.draft, message.key));
      case 'place':
        return goIfThere(subject.uriOf(message.draft), { start: message.at, end: message.at });
      case 'fix':
        return this.#fix(subject, message);
      case 'more':
        subject.more(message.draft, message.what);
        return this.#make();
      case 'row':
        subject.tell?.(message.draft);
        return this.#make();
      case 'finding':
        return this.#finding(message.id, message.does);
      case 'again':
        return this.again();
      case 'copy':
        return this.copy();
      case 'save':
        return this.save();
      case 'openDraft':
        return goIfThere(subject.uri, { start: 0, end: 0 });
    }
  }

  async #fix(
    subject: Subject,
    { draft, key, fix, name }: Extract<FromReport, { readonly kind: 'fix' }>,
  ): Promise<void> {
    const uri = subject.uriOf(draft);
    if (!uri) return;
    const why = await fixProblem(this.checks, uri, key, fix, name);
    this.#panel.say({
      kind: 'say',
      words: why === undefined ? vscode.l10n.t('Done: {0}', name) : vscode.l10n.t('Not done. {0}', why),
    });
    if (why === undefined) return;
    void showWarning(vscode.l10n.t('Not done. {0}', why));
    await this.#make();
  }

  async #finding(id: string, does: 'open' | 'cite' | 'quote'): Promise<unknown> {
    if (does === 'open') return openSource(this.checks.library, id);
    // The draft gets the focus.
    await this.#panel.noticed();
    const done = await vscode.commands.executeCommand(
      does === 'cite' ? commands.insertCitation : commands.insertQuotation,
      { ids: [id] },
    );
    const draft = this.checks.drafts.lastTarget()?.document.uri;
    if (done === true && draft) {
      // A report on several drafts, or on one that is closed, may stand beside another.
      const name = nameOf(draft);
      this.#panel.say({
        kind: 'say',
        words: does === 'cite' ? vscode.l10n.t('Cited in {0}.', name) : vscode.l10n.t('Quoted in {0}.', name),
      });
    }
    return done;
  }

  /** Copies the report that is shown, as Markdown. @returns it; undefined where there is none */
  async copy(): Promise<string | undefined> {
    const subject = this.#subject;
    const text = subject && (await this.#markdown(subject));
    if (text === undefined) {
      void showInformation(vscode.l10n.t('There is no report to copy. Check a draft first.'));
      return undefined;
    }
    await vscode.env.clipboard.writeText(text);
    this.#panel.say({ kind: 'say', words: vscode.l10n.t('The report was copied.') });
    void showInformation(vscode.l10n.t('The report was copied as Markdown.'));
    return text;
  }

  /** Saves the report that is shown, as Markdown, where the reader says. */
  async save(): Promise<void> {
    const subject = this.#subject;
    const text = subject && (await this.#markdown(subject));
    if (!subject || text === undefined) return;
    const uri = await vscode.window.showSaveDialog({ filters: { Markdown: ['md'] }, ...proposed(subject) });
    if (!uri) return;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const open = vscode.l10n.t('Open');
    if ((await showInformation(vscode.l10n.t('The report was saved as {0}.', nameOf(uri)), open)) === open)
      await vscode.window.showTextDocument(uri);
  }

  /** A report on many drafts takes a while: their drafts are checked again. */
  #markdown(subject: Subject): Thenable<string | undefined> {
    return subject.uri
      ? subject.markdown()
      : showProgress(vscode.l10n.t('Writing the report'), (_tell, token) => subject.markdown(token));
  }

  #changed(document: vscode.TextDocument): void {
    if (this.#panel.open && isDraft(document) && this.#subject?.changed(document.uri)) this.#soon(pause);
  }

  #renamed(files: vscode.FileRenameEvent['files']): void {
    const own = this.#subject?.uri?.toString();
    if (own === undefined || !this.#panel.open) return;
    for (const { oldUri, newUri } of files) {
      const old = oldUri.toString();
      // A folder that is renamed takes its drafts with it.
      if (own !== old && !own.startsWith(`${old}/`)) continue;
      this.#follow(vscode.Uri.parse(newUri.toString() + own.slice(old.length)));
      return;
    }
  }

  /** Goes on with a draft under its new name. */
  #follow(uri: vscode.Uri): void {
    const subject = new ReportOnDraft(this.checks, uri);
    this.#subject = subject;
    this.#panel.rename(subject.title);
    this.#soon(pause);
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#make();
    }, wait);
  }

  async #make(): Promise<void> {
    const subject = this.#subject;
    // Nobody sees it: it is made when it comes into view.
    this.#stale = !this.#panel.visible;
    if (!subject || this.#stale) return;
    const turn = ++this.#turn;
    const report = await subject.make(() => turn !== this.#turn);
    if (report && turn === this.#turn) this.#panel.say({ kind: 'report', report });
  }

  #forget(): void {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#subject = undefined;
  }
}

/** Beside the draft, under its name. */
function proposed({ uri }: Subject): vscode.SaveDialogOptions {
  if (uri && uri.scheme !== 'untitled')
    return {
      defaultUri: uri.with({ path: uri.path.replace(/(?:\.[^./]{1,10})?$/u, `-${vscode.l10n.t('check')}.md`) }),
    };
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? { defaultUri: vscode.Uri.joinPath(folder, `${vscode.l10n.t('check')}.md`) } : {};
}
