// When a drafter cites or quotes, by whatever way: what is inserted says so itself.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import { draftModel } from '../draftModel';
import { isDraft } from '../drafts';

/** What is typed by hand is shorter. */
const shortest = 12;
/** A citation and a quotation stand at the beginning of what is inserted; a large text is pasted. */
const longest = 20_000;

/**
 * Calls `found` when a citation is written into a draft, with whether a quotation came with it, until both have come.
 */
export function firstUse(library: Library, found: (use: { readonly quoted: boolean }) => void): vscode.Disposable {
  const following = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    if (reason !== undefined || !contentChanges.some(({ text }) => text.length >= shortest) || !isDraft(document))
      return;
    const cited = contentChanges.some(
      ({ text }) => text.length >= shortest && text.length <= longest && cites(text, library),
    );
    if (!cited) return;
    const quoted = contentChanges.some(({ text }) => /[“«]|^> /mu.test(text) && !text.trimStart().startsWith('[^'));
    found({ quoted });
    if (quoted) following.dispose();
  });
  return following;
}

function cites(text: string, library: Library): boolean {
  return draftModel()
    .Draft.of(text, library)
    .citations()
    .some(({ form }) => form !== 'narrative');
}
