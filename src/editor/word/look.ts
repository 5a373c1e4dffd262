// How a draft looks in Word: in the manner of UN documents, as pandoc has it, or as a template of the drafter's own.
import vscode = require('vscode');
import type { Draft } from '../../domain/draft/draft';
import { wordTemplate } from '../settings';
import type { LocalFiles } from './files';
import type { WordExport } from './pandoc';
import { readTemplate, type TemplateFault } from './template';

/**
 * How a draft is to look: as the `reference-doc` of its front matter, else as the setting says. A file that the draft
 * names must lie below its folder or the workspace; the setting's may lie anywhere, relative to the workspace's folder.
 *
 * @returns why its template cannot be used, in words
 */
export async function lookOf(
  files: LocalFiles,
  document: vscode.TextDocument,
  draft: Draft,
): Promise<Pick<WordExport, 'un' | 'reference'> | string> {
  const own = draft.frontMatter?.textOf('reference-doc');
  const named = own ?? wordTemplate(document);
  if (own === undefined && (named === 'un' || named === 'none')) return { un: named === 'un' };
  const folder = vscode.Uri.joinPath(document.uri, '..').fsPath;
  const from = own === undefined ? (vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? folder) : folder;
  const roots = (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
  const read = await readTemplate(files, named, from, roots, own === undefined);
  return typeof read === 'string'
    ? vscode.l10n.t('The Word template {0} cannot be used: {1}.', named, templateWords(read))
    : { un: false, reference: read };
}

function templateWords(fault: TemplateFault): string {
  switch (fault) {
    case 'missing':
      return vscode.l10n.t('there is no such file');
    case 'tooLarge':
      return vscode.l10n.t('it is too large');
    case 'outside':
      return vscode.l10n.t(
        'it is outside the draft’s folder and the workspace; the setting idmFindings.word.template may name it',
      );
    case 'noDocx':
      return vscode.l10n.t('it is not a Word document (.docx)');
    case 'outward':
      return vscode.l10n.t('its header or footer has fields or links that could fetch or run something');
  }
}
