// Says something at the cursor, where the eyes are: ghost text, which takes no key, which screen readers do not read and
// which no file holds.
import vscode = require('vscode');

/** For how many milliseconds it is said at most. */
const shownFor = 6_000;

/** Words that are shown at a cursor. */
export interface Said extends vscode.Disposable {
  /** A change of the document has brought the cursor here, and they hold here, too. */
  goOn(cursor: vscode.Position): void;
}

/**
 * Shows words behind the cursor of an editor, for a while, or until it goes somewhere without `goOn`.
 * @returns what takes them away
 */
export function sayAtCursor(editor: vscode.TextEditor, words: string): Said {
  const type = vscode.window.createTextEditorDecorationType({});
  const color = new vscode.ThemeColor('input.placeholderForeground');
  const after = { contentText: words, margin: '0 1ch', color, fontStyle: 'italic' };
  let cursor = editor.selection.active;
  // What is typed at a decoration's end becomes a part of it: so it stays behind the cursor.
  editor.setDecorations(type, [{ range: new vscode.Range(cursor, cursor), renderOptions: { after } }]);
  const end = setTimeout(() => shown.dispose(), shownFor);
  const shown = vscode.Disposable.from(
    { dispose: () => clearTimeout(end) },
    type,
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      // What moved the cursor here may still be on its way.
      if (textEditor === editor && !selection?.active.isEqual(cursor)) shown.dispose();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => shown.dispose()),
  );
  return {
    dispose: () => void shown.dispose(),
    goOn: place => {
      cursor = place;
    },
  };
}
