// Where citations stand in a draft, and what they cite in the source.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import type { Citation, Draft } from '../../domain/draft/draft';
import type { Range } from '../../domain/text/ranges';
import { followed } from '../draftModel';
import { sourceRange, sourceUri } from '../source';

/** Of a definition the label alone, so that a whole note is not painted over; of others all. */
export function labelSpan(citation: Citation): Range {
  const { form, start, end, label } = citation;
  return form === 'footnoteDefinition' && label !== undefined
    ? { start, end: start + label.length + 3 }
    : { start, end };
}

/** The citation whose own characters a position points at; the innermost, where one stands in another. */
export function citationAt(
  draft: Draft,
  document: vscode.TextDocument,
  position: vscode.Position,
): Citation | undefined {
  const offset = document.offsetAt(position);
  return followed()
    .referencesIn(draft, offset, offset)
    .findLast(({ start, end }) => start <= offset && offset < end);
}

/**
 * The same for a cursor, which may also stand right behind the citation: where it stands between
 * two, the one after it is meant.
 */
export function citationAtCursor(
  draft: Draft,
  document: vscode.TextDocument,
  position: vscode.Position,
): Citation | undefined {
  const offset = document.offsetAt(position);
  return (
    citationAt(draft, document, position) ??
    followed()
      .referencesIn(draft, offset, offset)
      .findLast(({ start, end }) => start <= offset && offset <= end)
  );
}

/** Where in the source what a citation cites stands: one place for each id. */
export function sourcePlaces(
  library: Library,
  citation: Citation,
): { readonly uri: vscode.Uri; readonly range: vscode.Range; readonly whole: vscode.Range }[] {
  return citation.ids.flatMap(id => {
    const found = library.resolve(id);
    if (!found) return [];
    const { corpus, entry, sentence } = found;
    return [
      {
        uri: sourceUri(library, corpus.id),
        range: sourceRange(library, corpus.id, sentence ?? entry),
        whole: sourceRange(library, corpus.id, entry),
      },
    ];
  });
}
