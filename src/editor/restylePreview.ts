// Shows what a restyling would change before it does.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import { Draft, type BlockKind } from '../domain/draft/draft';
import { applied, type Edit } from '../domain/text/edits';
import { missingDefinitions } from '../domain/restyle/partly';
import { applied as isApplied, eolOf, workspaceEdit } from './draftEdit';

const scheme = 'idm-findings-restyled';

/**
 * Where the first line with words of the draft's own begins that no edit begins at: none of its front matter, nor of a
 * comment.
 */
function firstWords(document: vscode.TextDocument, { blocks }: Draft, edits: readonly Edit[]): vscode.Position {
  const taken = new Set(edits.map(edit => edit.start));
  const unseen: ReadonlySet<BlockKind> = new Set(['blank', 'frontMatter', 'comment']);
  const first = blocks.find(({ kind, text }) => !unseen.has(kind) && /[\p{L}\p{N}]/u.test(text));
  const start = document.positionAt(first?.start ?? 0);
  for (let { line } = start; line < document.lineCount; line++) {
    const { range, text } = document.lineAt(line);
    if (/[\p{L}\p{N}]/u.test(text) && !taken.has(document.offsetAt(range.start))) return range.start;
  }
  return start;
}

/**
 * Applies a restyling once it is confirmed: the draft as it is and as it would be stand side by side, and in VS Code's
 * refactor preview below each change can be taken or left. A mark whose note a change left out would have defined keeps
 * or gets its definition.
 * @param from how they are written now, in words
 * @param way how they will be written
 * @returns whether any was made
 */
export async function confirmed(
  library: Library,
  document: vscode.TextDocument,
  edits: readonly Edit[],
  { from, way }: { readonly from: string; readonly way: string },
): Promise<boolean> {
  const restyled = document.uri.with({ scheme, fragment: '', query: String(document.version) });
  const before = document.getText();
  const draft = Draft.of(before, library);
  const text = applied(before, edits);
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => text,
  });
  try {
    const name = document.uri.path.split('/').at(-1) ?? '';
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      restyled,
      vscode.l10n.t('{0}: before and after restyling ({1})', name, way),
      { preview: false, preserveFocus: true },
    );
    const edit = workspaceEdit(document, edits);
    // The preview leaves unticked what needs confirmation, and is not shown where nothing does: an edit that changes
    // nothing has it shown with every citation ticked. Its row shows the line it stands in, and so has words.
    const confirm = {
      needsConfirmation: true,
      label: vscode.l10n.t('From “{0}” to “{1}”. Only the rows with a tick change; this one does not.', from, way),
      iconPath: new vscode.ThemeIcon('info'),
    };
    edit.insert(document.uri, firstWords(document, draft, edits), '', confirm);
    const isMade = await isApplied(document, edit, { isRefactoring: true });
    const now = document.getText();
    if (isMade && now !== text) {
      const eol = eolOf(document);
      const missing = missingDefinitions(Draft.of(now, library), Draft.of(text, library), draft, eol);
      if (missing.length > 0) await isApplied(document, workspaceEdit(document, missing));
    }
    return isMade;
  } finally {
    const tabs = vscode.window.tabGroups.all
      .flatMap(group => group.tabs)
      .filter(
        ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === restyled.toString(),
      );
    await vscode.window.tabGroups.close(tabs);
    provider.dispose();
  }
}
