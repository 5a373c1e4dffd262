// Findings dragged from the sidebar into a draft.
import vscode = require('vscode');
import { isCitable } from '../../domain/corpus/library';
import type { Row } from '../../domain/browse/rows';
import { workspaceEdit } from '../draftEdit';
import { draftSelector } from '../drafts';
import type { Inserter } from '../insert';
import { showWarning } from '../notify';
import { insertions } from '../planInsertion';
import { refusalText } from '../inWords';
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
        drop.additionalEdit = workspaceEdit(document, plan.edits);
        return drop;
      },
    },
    { dropMimeTypes: [mimeType], providedDropEditKinds: [kind] },
  );
}

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
