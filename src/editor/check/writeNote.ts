// The cursor, put where a note that a fix has added is to be written.
import vscode = require('vscode');
import { commands } from '../commands';
import type { DraftChecks } from './draftChecks';

/** Puts the cursor behind the mark of a note of the active editor's draft. */
export async function writeNote({ drafts }: DraftChecks, uri: string, label: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() === uri) {
    const note = drafts.of(editor.document).footnoteDefinitions.find(each => each.label === label);
    if (note) {
      const line = editor.document.lineAt(editor.document.positionAt(note.start).line);
      editor.selection = new vscode.Selection(line.range.end, line.range.end);
      editor.revealRange(line.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }
  await vscode.commands.executeCommand(commands.fixed);
}
