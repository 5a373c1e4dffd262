// Which draft the Markdown preview in front shows.
import vscode = require('vscode');

const previewType = /\bmarkdown\.preview\b/;

/**
 * Whether a document is the one that the Markdown preview in the active tab shows; undefined where none is there. A
 * preview that follows the editor tells only a file's name, at the end of its title.
 */
export function previewInFront(): ((document: vscode.TextDocument) => boolean) | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const input = tab?.input;
  if (input instanceof vscode.TabInputCustom && previewType.test(input.viewType))
    return ({ uri }) => uri.toString() === input.uri.toString();
  if (!tab || !(input instanceof vscode.TabInputWebview) || !previewType.test(input.viewType)) return undefined;
  return ({ uri }) => tab.label.endsWith(` ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`);
}
