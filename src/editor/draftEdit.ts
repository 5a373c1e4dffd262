// Edits of drafts, never where one could not be saved.
import vscode = require('vscode');
import type { Edit } from '../domain/text/edits';
import { isDraft } from './drafts';
import { rangeIn } from './ranges';

/**
 * Why a draft takes no edit now, in words; undefined where it does. What cannot be saved is not edited: the edit would
 * seem done and be lost.
 *
 * @param version the document's as the edit was planned for
 */
export async function hindrance(document: vscode.TextDocument, version: number): Promise<string | undefined> {
  const readOnly = await isReadOnly(document.uri);
  if (document.isClosed) return vscode.l10n.t('The draft was closed.');
  if (document.version !== version) return vscode.l10n.t('The draft changed in the meantime.');
  // Its language may be another since a dialog was opened.
  if (!isDraft(document)) return vscode.l10n.t('The draft is no longer a Markdown document.');
  return readOnly ? vscode.l10n.t('The draft is read-only.') : undefined;
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  const { fs } = vscode.workspace;
  if (fs.isWritableFileSystem(uri.scheme) === false) return true;
  // A file that is not there yet can be written.
  const stat = await fs.stat(uri).then(
    found => found,
    () => undefined,
  );
  return ((stat?.permissions ?? 0) & vscode.FilePermission.Readonly) !== 0;
}

/** What ends the lines of a document. */
export function eolOf({ eol }: vscode.TextDocument): '\r\n' | '\n' {
  return eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}

/** Edits as VS Code applies them. */
export function workspaceEdit(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  result.set(
    document.uri,
    edits.map(edit => new vscode.TextEdit(rangeIn(document, edit), edit.text)),
  );
  return result;
}

/**
 * Applies an edit that changes a document, as one undo step. @returns whether it did: VS Code reports success also
 * where nothing changed
 */
export async function applied(
  document: vscode.TextDocument,
  edit: vscode.WorkspaceEdit,
  metadata: vscode.WorkspaceEditMetadata = {},
): Promise<boolean> {
  const { version } = document;
  return (await vscode.workspace.applyEdit(edit, metadata)) && document.version !== version;
}
