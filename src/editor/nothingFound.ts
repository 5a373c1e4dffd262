// Says at the cursor that no finding matches: ghost text, which takes no key and which no file holds.
import vscode = require('vscode');

/**
 * For how many milliseconds that is said, and after how many without a key: an account, say, is not typed to its end
 * yet.
 */
const shownFor = 6_000;
const pause = 500;

/** Says once for each search that no finding matches, as soon as the drafter pauses; the next key takes it away. */
export class NothingFound {
  readonly #type = vscode.window.createTextEditorDecorationType({});
  #said = false;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #shown: vscode.Disposable | undefined;

  /** Nothing matches what stands before the cursor now. */
  soon(document: vscode.TextDocument): void {
    this.#hide();
    if (this.#said) return;
    const { version } = document;
    this.#wait = setTimeout(() => {
      if (document.version === version) this.#say(document);
    }, pause);
  }

  /** Something matches again, or nobody asks any more: the next time is said anew. */
  over(): void {
    this.#hide();
    this.#said = false;
  }

  #say(document: vscode.TextDocument): void {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document) return;
    this.#said = true;
    const contentText = vscode.l10n.t('No finding matches');
    const after = { contentText, margin: '0 0 0 1ch', color: new vscode.ThemeColor('input.placeholderForeground') };
    const cursor = editor.selection.active;
    editor.setDecorations(this.#type, [
      { range: new vscode.Range(cursor, cursor), renderOptions: { after: { ...after, fontStyle: 'italic' } } },
    ]);
    const end = setTimeout(() => this.#hide(), shownFor);
    this.#shown = vscode.Disposable.from(
      { dispose: () => clearTimeout(end) },
      { dispose: () => editor.setDecorations(this.#type, []) },
      vscode.workspace.onDidChangeTextDocument(change => {
        if (change.document === document) this.#hide();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === editor) this.#hide();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#hide()),
    );
  }

  #hide(): void {
    clearTimeout(this.#wait);
    this.#shown?.dispose();
    this.#shown = undefined;
  }
}
