// What most suites need: a draft in an editor, the extension, and waiting.
import * as vscode from 'vscode';

export const extensionId = 'idm-findings.idm-findings';

/** The extension, active. */
export async function extension<Api = unknown>(): Promise<Api> {
  const found = vscode.extensions.getExtension<Api>(extensionId);
  if (!found) throw new Error(`${extensionId} is not installed in this host`);
  return found.activate();
}

let count = 0;
const written: vscode.Uri[] = [];

/**
 * Shows a draft: a file with a name of its own, since a later untitled document would get the name,
 * and now and then the text, of one just closed. A `|` in the text is where the cursor goes
 * (several: several cursors).
 */
export async function openDraft(text: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const parts = text.split('|');
  count += 1;
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, `test-draft-${count}.md`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(parts.join('')));
  written.push(uri);
  const opened = await vscode.workspace.openTextDocument(uri);
  const document =
    language === opened.languageId ? opened : await vscode.languages.setTextDocumentLanguage(opened, language);
  const editor = await vscode.window.showTextDocument(document);
  const offsets = parts.slice(0, -1).map((_part, index) => parts.slice(0, index + 1).join('').length);
  if (offsets.length > 0) {
    editor.selections = offsets.map(offset => {
      const at = document.positionAt(offset);
      return new vscode.Selection(at, at);
    });
  }
  return editor;
}

/** Closes every editor without asking; untitled drafts are thrown away. */
export async function closeAll(): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const tab of group.tabs) {
      if (tab.isDirty) {
        await vscode.window.tabGroups.close(tab, true).then(undefined, () => undefined);
      }
    }
  }
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
}

export const sleep = (ms: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

/** Waits until `probe` gives something true, and gives it; fails, saying what was awaited. */
export async function eventually<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  timeout = 60_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for ${what}`);
    await sleep(25);
  }
}
