import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import { planSourceList } from '../domain/handover/sourceList';
import { commands } from './commands';
import type { Drafts } from './drafts';
import { registerCommand, showInformation } from './notify';
import { citationSettings, draftLanguage } from './settings';

/** Writes the list of the sources the draft cites at its cursor, or brings the one written before up to date. */
export function registerInsertBibliography(library: Library, drafts: Drafts): vscode.Disposable {
  return registerCommand(commands.insertBibliography, async () => {
    const target = drafts.lastTarget();
    if (!target) {
      void showInformation(vscode.l10n.t('No Markdown draft is open.'));
      return false;
    }
    const { document, selections } = target;
    const draft = drafts.of(document);
    const { edit, sources, updated } = planSourceList(draft, library, {
      style: citationSettings(document).style,
      language: draftLanguage(document, draft.language),
      at: document.offsetAt(selections[0]?.active ?? new vscode.Position(0, 0)),
      eol: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
    });
    if (sources === 0) {
      void showInformation(vscode.l10n.t('The draft cites none of the documents.'));
      return false;
    }
    if (!edit) {
      if (updated) void showInformation(vscode.l10n.t('The list of sources is up to date.'));
      return false;
    }
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.text);
    return vscode.workspace.applyEdit(change);
  });
}
