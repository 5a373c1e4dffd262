import vscode = require('vscode');
import { corporaCited } from '../../domain/citation/bibliography';
import { exportSources } from '../../domain/citation/exports';
import type { Library } from '../../domain/corpus/library';
import { hasSourceList } from '../../domain/handover/sourceList';
import { commands, contextKeys } from '../commands';
import type { Drafts } from '../drafts';
import { registerCommand, showError, showInformation, showProgress, showWarning } from '../notify';
import { pandocPath } from '../settings';
import { exportToWord, type Refusal } from './pandoc';
import { hasProcesses, nodeProcesses, NotFoundError } from './processes';

const howToGet = 'https://pandoc.org/installing.html';

interface ExportArguments {
  /** Where to write; asked for when not given. */
  readonly output?: unknown;
}

/**
 * Exports a draft to Word through pandoc. Offered only where programs can be run and the workspace is
 * trusted: a context key of our own says so, since a browser may well have a Node host behind it.
 */
export function registerExportWord(library: Library, drafts: Drafts): vscode.Disposable {
  const offer = (): void => void vscode.commands.executeCommand('setContext', contextKeys.canExportWord, hasProcesses() && vscode.workspace.isTrusted);
  offer();
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(offer),
    registerCommand(commands.exportWord, async (given: ExportArguments = {}) => {
      const processes = nodeProcesses();
      if (!processes) return refuse(vscode.l10n.t('Word export needs VS Code on a computer: in a browser no program can be run.'));
      if (!vscode.workspace.isTrusted) return refuse(vscode.l10n.t('Word export runs pandoc, which a workspace must be trusted for.'));
      const document = drafts.lastTarget()?.document;
      if (!document) return refuse(vscode.l10n.t('No Markdown draft is open.'));
      if (document.uri.scheme !== 'file') return refuse(vscode.l10n.t('Save the draft on this computer first: pandoc reads what it refers to from its folder.'));
      const output = given.output instanceof vscode.Uri ? given.output : await askWhere(document.uri);
      if (!output) return false;

      const pandoc = pandocPath();
      let missed: readonly string[] = [];
      try {
        const refusal = await showProgress(
          vscode.l10n.t('Exporting to Word…'),
          (_tell, token) => exportToWord(processes, {
            pandoc,
            text: document.getText(),
            folder: vscode.Uri.joinPath(document.uri, '..').fsPath,
            output: output.fsPath,
            sources: exportSources(corporaCited(library, drafts.of(document).citations()), 'csl-json'),
            listed: hasSourceList(drafts.of(document)),
            token,
            warn: warnings => {
              missed = warnings;
            },
          }),
        );
        if (refusal) return refuse(refusalWords(refusal));
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
        void sayHowToGet(pandoc);
        return false;
      }
      void offerToOpen(output, missed);
      return true;
    }),
  );
}

function refuse(words: string): false {
  if (words !== '') void showError(words);
  return false;
}

function refusalWords(refusal: Refusal): string {
  switch (refusal.why) {
    case 'cancelled':
      return '';
    case 'remote':
      return vscode.l10n.t('The draft refers to addresses that pandoc would fetch: {0}. Save them beside the draft and refer to the files.', refusal.addresses.slice(0, 5).join(', '));
    case 'tooOld':
      return vscode.l10n.t('This pandoc is too old: version 2.15 or later is needed.');
    case 'failed':
      return vscode.l10n.t('pandoc could not export the draft: {0}', refusal.message);
  }
}

function askWhere(draft: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const name = draft.path.slice(draft.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/u, '');
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(draft, '..', `${name}.docx`),
    filters: { [vscode.l10n.t('Word document')]: ['docx'] },
  });
}

async function offerToOpen(output: vscode.Uri, missed: readonly string[]): Promise<void> {
  const open = vscode.l10n.t('Open');
  const chosen = missed.length === 0
    ? await showInformation(vscode.l10n.t('Exported to {0}.', output.fsPath), open)
    : await showWarning(vscode.l10n.t('Exported to {0}, but pandoc says: {1}', output.fsPath, missed.slice(0, 5).join(' · ')), open);
  if (chosen === open) await vscode.env.openExternal(output);
}

async function sayHowToGet(pandoc: string): Promise<void> {
  const how = vscode.l10n.t('How to Get It');
  const set = vscode.l10n.t('Set Its Path');
  const chosen = await showError(
    vscode.l10n.t('There is no program “{0}”. Word export needs pandoc 2.15 or later: on Debian and Ubuntu “apt install pandoc”, on macOS “brew install pandoc”, on Windows “winget install JohnMacFarlane.Pandoc”, or from {1}.', pandoc, howToGet),
    how,
    set,
  );
  if (chosen === how) await vscode.env.openExternal(vscode.Uri.parse(howToGet));
  if (chosen === set) await vscode.commands.executeCommand('workbench.action.openSettings', 'idmFindings.pandoc.path');
}
