// Findings dragged from the sidebar into a draft.
import vscode = require('vscode');
import { isCitable } from '../../domain/corpus/library';
import type { Row } from '../../domain/browse/rows';
import type { Edit } from '../../domain/text/edits';
import { draftSelector } from '../drafts';
import type { Inserter } from '../insert';
import { showWarning } from '../notify';
import { insertions } from '../planInsertion';
import { refusalText } from '../inWords';
import { rangeIn } from '../ranges';
import { idsOf } from './rowCommands';

/** The ids of dragged findings, as JSON: read only by our own drop. */
const mimeType = 'application/vnd.idm-findings.ids';

/** Rows dragged out of the tree: their citations for any text, their ids for a draft. */
export class DraggedRows implements vscode.TreeDragAndDropController<Row> {
  readonly dropMimeTypes: readonly string[] = [];
  readonly dragMimeTypes: readonly string[] = ['text/plain'];

  constructor(private readonly citation: (id: string) => string) {}

  handleDrag(rows: readonly Row[], data: vscode.DataTransfer): void {
    const ids = idsOf(rows);
    if (ids.length === 0) return;
    data.set('text/plain', new vscode.DataTransferItem(ids.map(this.citation).join('\n')));
    data.set(mimeType, new vscode.DataTransferItem(JSON.stringify(ids)));
  }
}

/** Findings dropped on a draft are cited there in the preferred form, their definitions included. */
export function registerDrop(inserter: Inserter): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('idmFindings', 'citation');
  return vscode.languages.registerDocumentDropEditProvider(
    [...draftSelector],
    {
      async provideDocumentDropEdits(document, position, data) {
        const ids = readIds(await data.get(mimeType)?.asString(), inserter);
        if (ids.length === 0) return undefined;
        // Dropped on a word, a citation goes behind it, not into it.
        const at = document.offsetAt(document.getWordRangeAtPosition(position)?.end ?? position);
        const request = inserter.requestFor(document, { ids, kind: 'citation' });
        const plan = insertions().planInsertion(
          inserter.drafts.of(document),
          inserter.library,
          [{ start: at, end: at }],
          request,
        );
        const [refusal] = plan.refused;
        if (refusal !== undefined) {
          void showWarning(vscode.l10n.t('{0} Nothing was inserted.', refusalText(refusal)));
          return undefined;
        }
        // The citation may belong a few characters beside where it was dropped, so all of it is an additional edit.
        const drop = new vscode.DocumentDropEdit('', vscode.l10n.t('Insert Citation'), kind);
        drop.additionalEdit = withCursor(document, plan.edits, plan.carets[0]);
        return drop;
      },
    },
    { dropMimeTypes: [mimeType], providedDropEditKinds: [kind] },
  );
}

/**
 * The same edits, with the cursor at a place of the text they make: VS Code would put it behind the last one, which is a
 * note's definition.
 */
function withCursor(
  document: vscode.TextDocument,
  edits: readonly Edit[],
  caret: number | undefined,
): vscode.WorkspaceEdit {
  let added = 0;
  const snippets = edits
    .toSorted((one, other) => one.start - other.start)
    .map(edit => {
      const at = caret === undefined ? -1 : caret - edit.start - added;
      added += edit.text.length - (edit.end - edit.start);
      const text =
        at > 0 && at <= edit.text.length
          ? `${asSnippet(edit.text.slice(0, at))}$0${asSnippet(edit.text.slice(at))}`
          : asSnippet(edit.text);
      const snippet = new vscode.SnippetTextEdit(rangeIn(document, edit), new vscode.SnippetString(text));
      snippet.keepWhitespace = true;
      return snippet;
    });
  const result = new vscode.WorkspaceEdit();
  result.set(document.uri, snippets);
  return result;
}

/** A text that stands for itself in a snippet. */
const asSnippet = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');

/** The ids in what was dropped, which any extension may have put there. */
function readIds(json: string | undefined, { library }: Inserter): string[] {
  if (json === undefined) return [];
  try {
    const ids: unknown = JSON.parse(json);
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string' && isCitable(library, id)) : [];
  } catch {
    return [];
  }
}
