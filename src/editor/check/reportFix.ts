/** Doing in a draft what a button of the report says: the edit that the light bulb makes, as one undo step. */
import vscode = require('vscode');
import { problemsByKey } from '../../domain/check/reportModel';
import type { Range } from '../../domain/text/ranges';
import { applied, hindrance } from '../draftEdit';
import { commands } from '../commands';
import { plain } from '../plain';
import { rangeIn } from '../ranges';
import { editOf, fixesOf, type DraftFix } from './actions';
import type { DraftChecks } from './draftChecks';
import { openDraft } from './examine';

/** The group of tabs that has a draft. */
function groupOf(uri: vscode.Uri): vscode.TabGroup | undefined {
  const shown = uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === shown),
  );
}

/** Where a draft is shown, so that the report stays in view. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const group = groupOf(uri);
  if (group) return group.viewColumn;
  // Not over the report, which is in the active group when it is clicked in.
  const { viewColumn } = vscode.window.tabGroups.activeTabGroup;
  const other = vscode.window.tabGroups.all.find(each => each.viewColumn !== viewColumn);
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** Shows a place of a draft, and puts the cursor there. */
export async function goTo(uri: vscode.Uri, place: Range): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = rangeIn(document, place);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(uri),
    selection,
    preserveFocus: false,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A draft as it is open, opened beside the report where no tab has it: what is fixed is seen, and can be undone. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const open = openDraft(uri);
  if (open && (groupOf(uri) || vscode.window.visibleTextEditors.some(({ document }) => document === open))) return open;
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: columnOf(uri), preserveFocus: true, preview: false });
  return document;
}

/** Shows what a fix has changed, with the cursor there; the report keeps the focus. */
async function showChanged(document: vscode.TextDocument, edits: DraftFix['edits']): Promise<void> {
  const [first] = edits.toSorted((one, other) => one.start - other.start);
  if (!first) return;
  const at = document.positionAt(first.start);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(document.uri),
    selection: new vscode.Range(at, at),
    preserveFocus: true,
    preview: false,
  });
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * Fixes a problem, or ignores it.
 * @param key the problem's; `at` which of its fixes; `name` what its button said: where the draft has changed since,
 *   nothing is done
 * @returns why it was not done, in words; undefined where it was
 */
export async function fixProblem(
  checks: DraftChecks,
  uri: vscode.Uri,
  key: string,
  at: number,
  name: string,
): Promise<string | undefined> {
  const document = await opened(uri);
  const { version } = document;
  const checked = await checks.whenChecked(document);
  const problem = checked && problemsByKey(checks.drafts.of(document), checked.problems).get(key);
  const fix = problem && fixesOf(checks.library, checks, document, problem)[at];
  if (!fix || plain(fix.title) !== name) return vscode.l10n.t('The draft changed in the meantime.');
  if (fix.chooses) {
    await vscode.commands.executeCommand(commands.chooseFinding, String(document.uri), fix.chooses);
    return undefined;
  }
  const edit = editOf(document, fix.edits);
  const why = await hindrance(document, version);
  if (why !== undefined) return why;
  if (!(await applied(document, edit))) return vscode.l10n.t('VS Code did not make the change.');
  await showChanged(document, fix.edits);
  if (!fix.ignores) await vscode.commands.executeCommand(commands.fixed);
  return undefined;
}
