// The commands that export the data of the sources.
import vscode = require('vscode');
import { corporaCited } from '../domain/citation/bibliography';
import {
  exportEndings,
  exportFormatNamed,
  exportSources,
  type ExportFormat,
  type ExportOptions,
} from '../domain/citation/exports';
import type { Library } from '../domain/corpus/library';
import type { Corpus } from '../domain/corpus/types';
import { addToField } from '../domain/markdown/frontMatterEdit';
import { askOverwrite } from './askOverwrite';
import { commands } from './commands';
import { applied, eolOf, hindrance, workspaceEdit } from './draftEdit';
import type { Drafts } from './drafts';
import { pickOne, registerCommand, showInformation, showWarning } from './notify';
import { rulesOf } from './settings';

interface ExportArguments {
  readonly format?: unknown;
  readonly scope?: unknown;
  /** Whether a file of that name may be replaced: asked for when not said. */
  readonly overwrite?: unknown;
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
      const content = exportSources(corpora(library, drafts, given.scope), format, exportOptions(drafts));
      const language = { 'csl-json': 'json', biblatex: 'bibtex', ris: 'plaintext' }[format];
      const known = await vscode.languages.getLanguages();
      const document = await vscode.workspace.openTextDocument({
        content,
        language: known.includes(language) ? language : 'plaintext',
      });
      await vscode.window.showTextDocument(document, { preview: false });
      if (given.format === undefined) void offerSaving();
      return content;
    }),
    registerCommand(commands.writeSourcesFile, async (given: ExportArguments = {}) => {
      const format = given.format === undefined ? 'csl-json' : await chooseFormat(given.format);
      return format && writeFile(library, drafts, format, given);
    }),
  );
}

/** Says that what was exported is in no file yet, and saves it when asked. */
async function offerSaving(): Promise<void> {
  const save = vscode.l10n.t('Save As…');
  const chosen = await showInformation(vscode.l10n.t('The sources are in a new tab, and not saved yet.'), save);
  if (chosen === save) await vscode.commands.executeCommand('workbench.action.files.saveAs');
}

/** What the draft last active cites, or everything; a draft that cites nothing has an empty list. */
function corpora(library: Library, drafts: Drafts, scope: unknown): readonly Corpus[] {
  if (scope !== undefined && scope !== 'draft' && scope !== 'all') {
    throw new Error(vscode.l10n.t('“{0}” is not a scope: use draft or all.', String(scope)));
  }
  const target = drafts.lastTarget();
  if (scope === 'all' || (scope === undefined && !target)) return library.corpora;
  return target ? corporaCited(library, drafts.of(target.document).citations()) : [];
}

/** In the language of the draft last active, with the date of access that it or the setting says. */
function exportOptions(drafts: Drafts): ExportOptions {
  const document = drafts.lastTarget()?.document;
  return rulesOf(document, document && drafts.of(document));
}

async function chooseFormat(given: unknown): Promise<ExportFormat | undefined> {
  if (given !== undefined) {
    const found = exportFormatNamed(given);
    if (found === undefined)
      throw new Error(vscode.l10n.t('“{0}” is not a format: use csl-json, biblatex or ris.', String(given)));
    return found;
  }
  const items = [
    { label: 'CSL-JSON', description: vscode.l10n.t('for pandoc and reference managers'), format: 'csl-json' as const },
    {
      label: 'BibLaTeX',
      description: vscode.l10n.t('for LaTeX with biblatex, pandoc and reference managers'),
      format: 'biblatex' as const,
    },
    { label: 'RIS', description: vscode.l10n.t('for reference managers'), format: 'ris' as const },
  ];
  return (await pickOne(items, vscode.l10n.t('Export the sources as')))?.format;
}

/**
 * Writes the file beside the draft, asks before it replaces another, and sees to it that the front matter names it.
 *
 * @returns where the file is; undefined where nothing was written
 */
async function writeFile(
  library: Library,
  drafts: Drafts,
  format: ExportFormat,
  { scope, overwrite }: ExportArguments,
): Promise<vscode.Uri | undefined> {
  const target = drafts.lastTarget();
  if (!target || target.document.isUntitled) {
    void showInformation(vscode.l10n.t('Save the draft first: the file is written beside it.'));
    return undefined;
  }
  const { document } = target;
  const name = `idm-findings.${exportEndings[format]}`;
  const uri = vscode.Uri.joinPath(document.uri, '..', name);
  const content = new TextEncoder().encode(
    exportSources(corpora(library, drafts, scope), format, exportOptions(drafts)),
  );
  if (!(await write(uri, content, overwrite))) return undefined;
  // RIS is for reference managers: pandoc 2 does not read it.
  if (format !== 'ris') await nameFile(document, name);
  return uri;
}

/**
 * Writes a file unless it stands there already; over another one only when told or allowed to. @throws where it cannot
 * be written
 */
async function write(uri: vscode.Uri, content: Uint8Array, overwrite: unknown): Promise<boolean> {
  const { fs } = vscode.workspace;
  const there = await fs.readFile(uri).then(
    bytes => bytes,
    () => undefined,
  );
  if (there && sameBytes(there, content)) return true;
  if (there && overwrite !== true && (overwrite === false || !(await askOverwrite(uri)))) return false;
  try {
    await fs.writeFile(uri, content);
  } catch (error) {
    throw new Error(
      vscode.l10n.t(
        'The file {0} could not be written: {1}',
        uri.path,
        error instanceof Error ? error.message : String(error),
      ),
      { cause: error },
    );
  }
  return true;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Names the file in the draft's front matter, and says so: a change above what is in view may go unseen. */
async function nameFile(document: vscode.TextDocument, name: string): Promise<void> {
  const named = addToField(document.getText(), 'bibliography', name, eolOf(document));
  if ('edit' in named && !named.edit) return;
  const edit = 'edit' in named ? named.edit : undefined;
  const done =
    edit !== undefined &&
    (await hindrance(document, document.version)) === undefined &&
    (await applied(document, workspaceEdit(document, [edit])));
  if (done) void showInformation(vscode.l10n.t('{0} was written, and the front matter names it.', name));
  else
    void showWarning(
      vscode.l10n.t(
        'The file {0} was written. The draft’s front matter was left as it is: name the file there yourself.',
        name,
      ),
    );
}
