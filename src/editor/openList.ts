// Opens the list of findings again, where VS Code has closed it.
import vscode = require('vscode');

/**
 * A blank, hyphen, apostrophe, colon or mark would close the list, so each must ask again: VS Code
 * keeps it open across letters only.
 */
export const askingAgain: readonly string[] = ['"', '>', ' ', '-', '–', "'", '’', ':', ...'0123456789'];

/**
 * Opens the list at the cursor of the active editor, as the sign before it would if it were typed now. VS Code's command
 * for lists asks everybody, and where no word is begun, all snippets come with our rows. At the end of a word typed
 * with an input method VS Code looks whether the sign before the cursor asks for a list, and asks only whom that sign
 * is of; where no such word was begun, that is all it does.
 */
export async function openList(document: vscode.TextDocument, position: vscode.Position): Promise<void> {
  const before = document.lineAt(position.line).text[position.character - 1] ?? '';
  const asks =
    askingAgain.includes(before) &&
    vscode.workspace.getConfiguration('editor', document).get<boolean>('suggestOnTriggerCharacters') !== false;
  await vscode.commands.executeCommand(asks ? 'default:compositionEnd' : 'editor.action.triggerSuggest');
}
