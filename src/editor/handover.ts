// All commands that hand a draft over, registered together.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import { registerInsertBibliography } from './bibliography';
import type { DraftChecks } from './check/draftChecks';
import { registerCopyAs } from './copyAs';
import type { Drafts } from './drafts';
import { registerExportSources } from './exportSources';
import { registerRestyle } from './restyle';
import { registerExportChanges } from './word/exportChanges';
import { registerExportWord } from './word/exportWord';

/** Everything that makes of a finished draft what others need: another style, a list of sources, files for them. */
export function registerHandover(
  library: Library,
  drafts: Drafts,
  checks: DraftChecks,
  extension: vscode.Uri,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerRestyle(library, drafts),
    registerInsertBibliography(library, drafts),
    registerExportSources(library, drafts),
    registerExportWord(library, drafts, checks),
    registerExportChanges(library, drafts, checks),
    registerCopyAs(library, drafts, extension),
  );
}
