// The drafter's own style file: found by the draft's front matter or the setting, read, and never kept.
import vscode = require('vscode');
import { readCsl, type CslFault, type CslStyle } from '../domain/citation/csl';
import type { Draft } from '../domain/draft/draft';
import { ownStylePath } from './settings';

/** A style file that a draft is to be cited by. */
export interface OwnStyle extends CslStyle {
  readonly uri: vscode.Uri;
  /** Whether the setting names it: a draft's own front matter is read by pandoc itself. */
  readonly isSet: boolean;
}

/** A style file that cannot be used, in words. */
export class OwnStyleError extends Error {
  override readonly name = 'OwnStyleError';
}

/**
 * The style file that a draft's front matter names (`csl`), else the setting: read from the draft's folder, or the workspace's for the
 * setting. None in a workspace that is not trusted.
 *
 * @returns undefined where none is named, or where the front matter names none of a file of ours to read (one of pandoc's own, an address)
 * @throws {OwnStyleError} where the file that the setting names cannot be read, or either is no style; says which, and where in it
 */
export async function ownStyleOf(document: vscode.TextDocument, draft: Draft): Promise<OwnStyle | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const named = draft.frontMatter?.textOf('csl');
  const isSet = named === undefined && draft.frontMatter?.field('citation-style') === undefined;
  const path = isSet ? ownStylePath(document) : named;
  if (path === undefined || path === '' || (isSet && document.isUntitled && !isAbsolute(path))) return undefined;
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(path)) {
    if (isSet) throw new OwnStyleError(vscode.l10n.t('The style “{0}” is an address. Save it on this computer and name the file.', path));
    return undefined;
  }
  const folder = isSet ? vscode.workspace.getWorkspaceFolder(document.uri)?.uri ?? vscode.Uri.joinPath(document.uri, '..') : vscode.Uri.joinPath(document.uri, '..');
  if (/^[\\/]{2}/u.test(path)) {
    if (isSet) throw new OwnStyleError(vscode.l10n.t('The style “{0}” is an address. Save it on this computer and name the file.', path));
    return undefined;
  }
  const uri = isAbsolute(path) ? document.uri.with({ path: path.replaceAll('\\', '/').replace(/^(?=[A-Za-z]:)/u, '/') }) : vscode.Uri.joinPath(folder, path);
  const style = await readStyleFile(uri);
  if (style === undefined) {
    if (isSet) throw new OwnStyleError(vscode.l10n.t('There is no style file “{0}”, which the setting {1} names.', path, 'idmFindings.citation.csl'));
    return undefined;
  }
  if ('fault' in style) throw new OwnStyleError(vscode.l10n.t('The style file “{0}” cannot be used: {1} (line {2}).', path, faultWords(style.fault), style.line));
  return { ...style, uri, isSet };
}

/** So large is no style file: the largest there are have a quarter of a megabyte. */
const largest = 4_000_000;

/** The style file read last: completion asks for it at every keystroke. */
let last: { readonly file: string; readonly style: CslStyle | CslFault } | undefined;

/** What a file holds; undefined where it cannot be read, is no file (a device, a pipe, a folder), or is larger than any style. */
async function readStyleFile(uri: vscode.Uri): Promise<CslStyle | CslFault | undefined> {
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    // A symbolic link to a file is one.
    if ((type & vscode.FileType.File) === 0 || size > largest) return undefined;
    const file = `${uri.toString()} ${size} ${mtime}`;
    if (last?.file !== file) last = { file, style: readCsl(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) };
    return last.style;
  } catch {
    return undefined;
  }
}

/** Whether the places of pandoc citations go into braces: where the drafter's own style cites in notes. A file that cannot be used is none here. */
export function placesInBraces(document: vscode.TextDocument, draft: Draft): Promise<boolean> {
  return ownStyleOf(document, draft).then(style => style?.kind === 'note', () => false);
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/u.test(path);
}

function faultWords(fault: CslFault['fault']): string {
  switch (fault) {
    case 'tooLarge': return vscode.l10n.t('it is too large');
    case 'noXml': return vscode.l10n.t('it is not XML');
    case 'doctype': return vscode.l10n.t('it has a document type, which no style needs');
    case 'noStyle': return vscode.l10n.t('its root element is not “style”');
    case 'noClass': return vscode.l10n.t('its class is neither “note” nor “in-text”');
    case 'dependent': return vscode.l10n.t('it only names another style: take that one');
    case 'noCitation': return vscode.l10n.t('it has no element “citation”');
    case 'cutShort': return vscode.l10n.t('it does not end with “</style>”');
  }
}
