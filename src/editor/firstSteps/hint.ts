// The hint in an empty draft of what to type to be offered findings (`@`): ghost text, which screen readers do not read
// and no file holds.
import vscode = require('vscode');
import { commands } from '../commands';
import { isDraft } from '../drafts';
import { registerCommand } from '../notify';
import { completionSign, offersFindings, section, showsHint } from '../settings';

const doneKey = 'hint.done';

/**
 * Shows the hint in the active draft while that is empty, until the first citation or until the drafter turns it off.
 * VS Code's own hint in an empty editor gives way where a line has such a text.
 */
export class EmptyDraftHint implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({});
  readonly #disposables: vscode.Disposable;
  #shown: vscode.TextEditor | undefined;

  /** @param state where is remembered that the drafter has cited */
  constructor(private readonly state: vscode.Memento) {
    this.#disposables = vscode.Disposable.from(
      this.#type,
      vscode.window.onDidChangeActiveTextEditor(editor => this.#update(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document === document && (this.#shown === editor || isEmpty(document))) this.#update(editor);
      }),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${section}.hint`) || event.affectsConfiguration(`${section}.completion`))
          this.#update(vscode.window.activeTextEditor);
      }),
      registerCommand(commands.hideHint, () =>
        vscode.workspace
          .getConfiguration('idmFindings')
          .update('hint.inEmptyDrafts', false, vscode.ConfigurationTarget.Global),
      ),
    );
    this.#update(vscode.window.activeTextEditor);
  }

  /** The drafter knows `@`: the hint never comes again. */
  done(): void {
    if (this.#isDone) return;
    void this.state.update(doneKey, true);
    this.#clear();
  }

  get #isDone(): boolean {
    return this.state.get<unknown>(doneKey) === true;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(editor: vscode.TextEditor | undefined): void {
    if (
      !editor ||
      !isDraft(editor.document) ||
      !isEmpty(editor.document) ||
      this.#isDone ||
      !showsHint(editor.document) ||
      !offersFindings(editor.document)
    ) {
      this.#clear();
      return;
    }
    if (this.#shown !== editor) this.#clear();
    this.#shown = editor;
    const hoverMessage = new vscode.MarkdownString();
    const enabledCommands = [commands.hideHint];
    hoverMessage.isTrusted = { enabledCommands };
    hoverMessage.appendMarkdown(`[${vscode.l10n.t('Don’t show this hint again')}](command:${commands.hideHint})`);
    const start = new vscode.Position(0, 0);
    editor.setDecorations(this.#type, [
      {
        range: new vscode.Range(start, start),
        hoverMessage,
        renderOptions: {
          after: {
            contentText: vscode.l10n.t(
              'Type {0} to find and cite a finding. Hover for a link that hides this hint.',
              completionSign(),
            ),
            color: new vscode.ThemeColor('input.placeholderForeground'),
            fontStyle: 'italic',
          },
        },
      },
    ]);
  }

  #clear(): void {
    this.#shown?.setDecorations(this.#type, []);
    this.#shown = undefined;
  }
}

/** Whether nothing is in a document: told without reading its text. */
function isEmpty(document: vscode.TextDocument): boolean {
  return document.lineCount === 1 && document.lineAt(0).text === '';
}
