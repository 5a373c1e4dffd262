// Where a view opens so that the draft stays in view.
import vscode = require('vscode');
import { isDraft } from './drafts';

/**
 * Where a view is opened so that it stands beside the draft: the group after the draft's, whatever is active. With no
 * draft in view nothing has to be kept in view.
 */
export function besideColumn(draft: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const { visibleTextEditors } = vscode.window;
  const shown = draft ?? visibleTextEditors.find(({ document }) => isDraft(document))?.viewColumn;
  return shown === undefined ? vscode.ViewColumn.Active : shown + 1;
}
