// Where a view opens so that the draft stays in view.
import vscode = require('vscode');
import { isDraft } from './drafts';

/** Where a view goes, and beside what. */
export interface Beside {
  readonly column: vscode.ViewColumn;
  /** The draft's own column, where one is in view. */
  readonly draft?: vscode.ViewColumn;
}

/**
 * Where a view is opened so that it stands beside the draft: the group after the draft's, whatever is active, or else
 * the one before it: a third column would have no room. With no draft in view nothing has to be kept in view.
 */
export function besideDraft(draft: vscode.ViewColumn | undefined): Beside {
  const { visibleTextEditors, tabGroups } = vscode.window;
  const shown = draft ?? visibleTextEditors.find(({ document }) => isDraft(document))?.viewColumn;
  if (shown === undefined) return { column: vscode.ViewColumn.Active };
  const last = tabGroups.all.length;
  return { column: last > 1 && shown >= last ? shown - 1 : shown + 1, draft: shown };
}
