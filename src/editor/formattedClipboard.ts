/** HTML on the clipboard, to be pasted as formatted text. */
import vscode = require('vscode');
import type { FromClipboard, ToClipboard } from '../webview/clipboardMessages';
import { panels } from './commands';
import { Panel } from './webview/panel';

/** A page that has said nothing by then will not. */
const patience = 10_000;

/**
 * Puts HTML on the clipboard, with text for what takes none. VS Code writes only text itself, so a page does it that is
 * shown for a moment.
 * @param extension the extension's folder
 * @returns whether it is there: not where the browser refuses, or somebody closed the page
 */
export function writeFormatted(extension: vscode.Uri, html: string, text: string): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  return new Promise(resolve => {
    const done = async (written: boolean): Promise<void> => {
      clearTimeout(timer);
      // Before the page closes, which would leave the keyboard nowhere.
      if (editor) await vscode.window.showTextDocument(editor.document, editor.viewColumn);
      // First, since a page that closes says that nothing was copied.
      resolve(written);
      panel.dispose();
    };
    const panel = new Panel<ToClipboard, FromClipboard>({
      type: panels.clipboard,
      name: 'clipboard',
      extension,
      ready: () => panel.say({ kind: 'copy', html, text, words: words() }),
      hear: ({ kind }) => (kind === 'asks' ? clearTimeout(timer) : done(kind === 'copied')),
      closed: () => {
        clearTimeout(timer);
        resolve(false);
      },
    });
    const timer = setTimeout(() => void done(false), patience);
    panel.show(vscode.l10n.t('Copy'), true, { column: vscode.ViewColumn.Active });
  });
}

function words(): ToClipboard['words'] {
  return {
    copying: vscode.l10n.t('The formatted text is being copied…'),
    asks: vscode.l10n.t('The browser copies formatted text only after a click.'),
    copy: vscode.l10n.t('Copy'),
  };
}
