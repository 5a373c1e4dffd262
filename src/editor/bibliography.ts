// The command that writes the list of sources.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import { planSourceList, type ListPlan } from '../domain/handover/sourceList';
import { commands } from './commands';
import { applied, eolOf, hindrance, workspaceEdit } from './draftEdit';
import type { Drafts } from './drafts';
import { registerCommand, showInformation, showWarning } from './notify';
import { offersMarkdown } from './plainText';
import { rangeIn } from './ranges';
import { rulesOf } from './settings';

/** Writes the list of the sources the draft cites before its notes, or brings the one written before up to date. */
export function registerInsertBibliography(library: Library, drafts: Drafts): vscode.Disposable {
  return registerCommand(commands.insertBibliography, async () => {
    if (offersMarkdown(drafts, () => vscode.commands.executeCommand(commands.insertBibliography))) return false;
    const target = drafts.lastTarget();
    if (!target) {
      void showInformation(vscode.l10n.t('No Markdown draft is open.'));
      return false;
    }
    const { document, version } = target;
    const draft = drafts.of(document);
    const { edit, sources, updated, refused } = planSourceList(draft, library, {
      ...rulesOf(document, draft),
      eol: eolOf(document),
    });
    if (sources === 0) {
      void showInformation(vscode.l10n.t('No list was written: the draft cites none of our documents.'));
      return false;
    }
    if (refused) {
      void sayWhere(document, refused);
      return false;
    }
    if (!edit) {
      if (updated) void showInformation(vscode.l10n.t('The list of sources is up to date.'));
      return false;
    }
    const why = await hindrance(document, version);
    if (why !== undefined || !(await applied(document, workspaceEdit(document, [edit])))) {
      void showWarning(
        vscode.l10n.t('{0} No list of sources was written.', why ?? vscode.l10n.t('The draft cannot be edited.')),
      );
      return false;
    }
    return true;
  });
}

/** Says why no list is written, and shows the place when asked. */
async function sayWhere(
  document: vscode.TextDocument,
  { why, ...place }: NonNullable<ListPlan['refused']>,
): Promise<void> {
  const range = rangeIn(document, place);
  const show = vscode.l10n.t('Show');
  const chosen = await showWarning(refusal(why, range.start.line + 1), show);
  if (chosen === show) await vscode.window.showTextDocument(document, { selection: range });
}

function refusal(why: NonNullable<ListPlan['refused']>['why'], line: number): string {
  switch (why) {
    case 'unpaired':
      return vscode.l10n.t(
        'No list of sources was written: the comment on line {0} marks one end of such a list, and the comment at the other end is missing. Delete this comment, or restore the other.',
        line,
      );
    case 'foreign':
      return vscode.l10n.t(
        'The list of sources was not updated: words of yours on line {0} would be lost. Move them out of the list.',
        line,
      );
    case 'open':
      return vscode.l10n.t('No list of sources was written: the block that begins on line {0} is never closed.', line);
  }
}
