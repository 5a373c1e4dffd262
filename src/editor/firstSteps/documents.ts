// A new draft, and the sample draft: untitled, so that both hosts and workspaces that are not trusted have them.
import vscode = require('vscode');

/** Opens an empty Markdown draft to write in. */
export async function newDraft(): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown' }), {
    preview: false,
  });
}

let sample: vscode.TextDocument | undefined;

/** Opens the sample draft; while it is open, goes back to it with what was changed in it. */
export async function openSample(): Promise<void> {
  if (sample === undefined || sample.isClosed) {
    const { sampleText } = require('./sampleText');
    sample = await vscode.workspace.openTextDocument({ language: 'markdown', content: sampleText });
  }
  await vscode.window.showTextDocument(sample, { preview: false });
}
