// Offsets of a text as VS Code wants them.
import vscode = require('vscode');
import type { Edit } from '../domain/text/edits';
import type { Range } from '../domain/text/ranges';

/** A stretch of a text as a range of it: of an open document, or of one that knows its positions. */
export function rangeIn(document: Pick<vscode.TextDocument, 'positionAt'>, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** What VS Code says has changed in a document, as edits of its text before. */
export function editsOf(changes: readonly vscode.TextDocumentContentChangeEvent[]): Edit[] {
  return changes.map(({ rangeOffset, rangeLength, text }) => ({
    start: rangeOffset,
    end: rangeOffset + rangeLength,
    text,
  }));
}
