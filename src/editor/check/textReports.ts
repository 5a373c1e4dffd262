/** Reports that are shown as text beside the draft, each line number a link into it. */
import vscode = require('vscode');
import { besideDraft } from '../besideDraft';
import { scheme } from '../scheme';
import { lineLinks } from './reportLinks';

const reportScheme = `${scheme}-report`;
/** So many reports are kept to be shown again. */
const mostShown = 20;

/** A report as it is shown, and the draft it is of. */
interface Shown {
  readonly text: string;
  readonly draft: vscode.Uri;
}

export class TextReports implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #shown = new Map<string, Shown>();
  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#shown.get(uri.toString())?.text ?? '';
  }

  /** Each line number leads to its line. */
  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const shown = this.#shown.get(uri.toString());
    if (!shown) return [];
    return lineLinks(shown.text).flatMap(({ line, start, end, draft, target }) =>
      draft === 0
        ? [
            new vscode.DocumentLink(
              new vscode.Range(line, start, line, end),
              shown.draft.with({ fragment: `L${target}` }),
            ),
          ]
        : [],
    );
  }

  /** Shows a report on one draft. Its part about the draft begins with `## `, and rows about a place with its line. */
  async show(title: string, draft: vscode.Uri, text: string): Promise<void> {
    // Its title, and nothing of the path of what it is of.
    const uri = vscode.Uri.from({
      scheme: reportScheme,
      path: `/${title.replaceAll('/', '∕').replace(/\.md$/iu, '')}.md`,
    });
    this.#shown.delete(uri.toString());
    this.#shown.set(uri.toString(), { text, draft });
    const [oldest] = this.#shown.keys();
    if (oldest !== undefined && this.#shown.size > mostShown) this.#shown.delete(oldest);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: besideDraft(vscode.window.activeTextEditor?.viewColumn).column,
      preserveFocus: true,
      preview: true,
    });
  }
}

export function registerTextReports(): vscode.Disposable & { readonly texts: TextReports } {
  const texts = new TextReports();
  const disposable = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(reportScheme, texts),
    vscode.languages.registerDocumentLinkProvider({ scheme: reportScheme }, texts),
  );
  return { texts, dispose: () => disposable.dispose() };
}
