/** HTML on the clipboard, to be pasted as formatted text. */
import vscode = require('vscode');
import type { FromClipboard, ToClipboard } from '../webview/clipboardMessages';
import { panels } from './commands';
import { Panel } from './webview/panel';

/** A page that has said nothing by then will not. */
const patience = 10_000;

/**
 * Puts HTML on the clipboard, with text for what takes none. VS Code writes only text itself, so a page does it that is shown for a moment.
 * @param extension the extension's folder
 * @returns whether it is there: not where the browser refuses, or somebody closed the page
 */
export async function writeFormatted(extension: vscode.Uri, html: string, text: string): Promise<boolean> {
  const written = await throughPage(extension, html, text);
  // A page that is gone leaves the keyboard nowhere.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return written;
}

function throughPage(extension: vscode.Uri, html: string, text: string): Promise<boolean> {
  return new Promise(resolve => {
    const done = (written: boolean): void => {
      clearTimeout(timer);
      // First, since a page that closes says that it was not.
      resolve(written);
      panel.dispose();
    };
    const panel = new Panel<ToClipboard, FromClipboard>({
      type: panels.clipboard, name: 'clipboard', extension,
      ready: () => panel.say({ kind: 'copy', html, text, words: words() }),
      hear: ({ kind }) => (kind === 'asks' ? clearTimeout(timer) : done(kind === 'copied')),
      closed: () => done(false),
    });
    const timer = setTimeout(() => done(false), patience);
    panel.show(vscode.l10n.t('Copy'), true, vscode.ViewColumn.Active);
  });
}

function words(): ToClipboard['words'] {
  return {
    copying: vscode.l10n.t('The formatted text is being copied…'),
    asks: vscode.l10n.t('The browser copies formatted text only after a click.'),
    copy: vscode.l10n.t('Copy'),
  };
}
