// Which file an untitled draft was saved to: VS Code only says that one document was opened and the other closed.
import vscode = require('vscode');
import { isDraft } from '../drafts';

/**
 * Tells when an untitled draft has become a file: one with its text, opened shortly before or after it was closed.
 * @param own the draft that is followed, if any
 */
export function registerSavedAs(
  own: () => vscode.Uri | undefined,
  became: (file: vscode.Uri) => void,
): vscode.Disposable {
  /** The untitled draft last closed, with its text. */
  let closed: { readonly uri: string; readonly text: string } | undefined;
  /** A file opened with the text of the draft, which is still open. */
  let heir: vscode.Uri | undefined;
  const untitled = (): string | undefined => {
    const uri = own();
    return uri?.scheme === 'untitled' ? uri.toString() : undefined;
  };
  const { workspace } = vscode;
  return vscode.Disposable.from(
    workspace.onDidOpenTextDocument(document => {
      const uri = untitled();
      if (uri === undefined || document.isUntitled || !isDraft(document)) return;
      const text = document.getText();
      const there = workspace.textDocuments.find(each => !each.isClosed && each.uri.toString() === uri);
      if (there?.getText() === text) heir = document.uri;
      else if (closed?.uri === uri && closed.text === text) became(document.uri);
    }),
    workspace.onDidCloseTextDocument(document => {
      const uri = untitled();
      if (uri === undefined || document.uri.toString() !== uri) return;
      const file = heir;
      heir = undefined;
      closed = { uri, text: document.getText() };
      if (file) became(file);
    }),
  );
}
