import vscode = require('vscode');
import { corporaCited } from '../domain/citation/bibliography';
import { exportEndings, exportFormats, exportSources, type ExportFormat } from '../domain/citation/exports';
import type { Library } from '../domain/corpus/library';
import type { Corpus } from '../domain/corpus/types';
import { addToField } from '../domain/markdown/frontMatterEdit';
import { commands } from './commands';
import type { Drafts } from './drafts';
import { pickOne, registerCommand, showInformation, showWarning } from './notify';

interface ExportArguments {
  readonly format?: unknown;
  readonly scope?: unknown;
}

/**
 * The bibliographic data of the sources: in a new editor, or as a file beside the draft that its
 * front matter names and that is written anew on request.
 */
export function registerExportSources(library: Library, drafts: Drafts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.exportSources, async (given: ExportArguments = {}) => {
      const format = await chooseFormat(given.format);
      if (!format) return undefined;
      const content = exportSources(corpora(library, drafts, given.scope), format);
      const language = { 'csl-json': 'json', bibtex: 'bibtex', ris: 'plaintext' }[format];
      const known = await vscode.languages.getLanguages();
      const document = await vscode.workspace.openTextDocument({ content, language: known.includes(language) ? language : 'plaintext' });
      await vscode.window.showTextDocument(document, { preview: false });
      return content;
    }),
    registerCommand(commands.writeSourcesFile, async (given: ExportArguments = {}) => {
      const format = given.format === undefined ? 'csl-json' : await chooseFormat(given.format);
      return format && writeFile(library, drafts, format, given.scope);
    }),
  );
}

/** What the draft last active cites, or everything; a draft that cites nothing has an empty list. */
function corpora(library: Library, drafts: Drafts, scope: unknown): readonly Corpus[] {
  if (scope !== undefined && scope !== 'draft' && scope !== 'all') {
    throw new Error(vscode.l10n.t('“{0}” is no scope: use draft or all.', String(scope)));
  }
  const target = drafts.lastTarget();
  if (scope === 'all' || (scope === undefined && !target)) return library.corpora;
  return target ? corporaCited(library, drafts.of(target.document).citations()) : [];
}

async function chooseFormat(given: unknown): Promise<ExportFormat | undefined> {
  if (given !== undefined) {
    const found = exportFormats.find(format => format === given);
    if (found === undefined) throw new Error(vscode.l10n.t('“{0}” is no format: use csl-json, bibtex or ris.', String(given)));
    return found;
  }
  const items = [
    { label: 'CSL-JSON', description: vscode.l10n.t('for pandoc and reference managers'), format: 'csl-json' as const },
    { label: 'BibTeX', description: vscode.l10n.t('for biblatex and reference managers'), format: 'bibtex' as const },
    { label: 'RIS', description: vscode.l10n.t('for reference managers'), format: 'ris' as const },
  ];
  return (await pickOne(items, vscode.l10n.t('Export the sources as')))?.format;
}

/** Writes the file beside the draft and sees to it that the front matter names it. */
async function writeFile(library: Library, drafts: Drafts, format: ExportFormat, scope: unknown): Promise<vscode.Uri | undefined> {
  const document = drafts.lastTarget()?.document;
  if (!document || document.isUntitled) {
    void showInformation(vscode.l10n.t('Save the draft first: the file is written beside it.'));
    return undefined;
  }
  const name = `idm-findings.${exportEndings[format]}`;
  const uri = vscode.Uri.joinPath(document.uri, '..', name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(exportSources(corpora(library, drafts, scope), format)));
  // RIS is for reference managers: pandoc 2 does not read it.
  if (format === 'ris') return uri;
  const named = addToField(document.getText(), 'bibliography', name, document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
  if ('refused' in named) {
    void showWarning(vscode.l10n.t('The draft’s front matter was left as it is. Name the file {0} there yourself.', name));
    return uri;
  }
  const { edit } = named;
  if (edit) {
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.text);
    await vscode.workspace.applyEdit(change);
  }
  return uri;
}
