// The drafter's own style file: found by the draft's front matter or the setting, read, and never kept.
import vscode = require('vscode');
import { readCsl, type CslFault, type CslStyle } from '../domain/citation/csl';
import type { Draft } from '../domain/draft/draft';
import { ownStylePath } from './settings';

/** A style file that a draft is to be cited by. */
interface OwnStyle extends CslStyle {
  readonly uri: vscode.Uri;
  /** Whether the setting names it: a draft's own front matter is read by pandoc itself. */
  readonly isSet: boolean;
}

/** A style file that cannot be used, in words. */
export class OwnStyleError extends Error {
  override readonly name = 'OwnStyleError';
}

/** What a draft is cited by. */
export interface OwnStyleFound {
  /** None where neither the draft nor the setting names one. */
  readonly style?: OwnStyle;
  /**
   * In words, where and why the file that the draft's front matter names cannot be used: `style` is then the setting's.
   */
  readonly unusable?: string;
}

/**
 * The style file that a draft's front matter names (`csl`), else the setting: read from the draft's folder, or the
 * workspace's for the setting. None in a workspace that is not trusted, and none where the front matter names no file
 * of ours to read (one of pandoc's own, an address). One that the front matter names and that is no style is passed
 * over: who sends a draft may not be who exports it.
 *
 * @throws {OwnStyleError} where the file that the setting names cannot be read or is no style; says which, and where in
 *   it
 */
export async function ownStyleOf(document: vscode.TextDocument, draft: Draft): Promise<OwnStyleFound> {
  if (!vscode.workspace.isTrusted) return {};
  const named = draft.frontMatter?.textOf('csl');
  const draftFolder = vscode.Uri.joinPath(document.uri, '..');
  if (named !== undefined && named !== '') {
    const style = isAddress(named) ? undefined : await readStyleFile(uriOf(named, draftFolder));
    if (style === undefined) return {};
    if (!('fault' in style)) return { style: { ...style, uri: uriOf(named, draftFolder), isSet: false } };
    const line = document.positionAt(draft.frontMatter?.field('csl')?.key.start ?? 0).line + 1;
    const unusable = vscode.l10n.t(
      'the style file “{0}”, which line {1} of the draft names: {2} (line {3} of the file)',
      named,
      line,
      faultWords(style.fault),
      style.line,
    );
    return { ...(await styleSet(document)), unusable };
  }
  return named === undefined && draft.frontMatter?.field('citation-style') === undefined ? styleSet(document) : {};
}

/** The style file that the setting names. */
async function styleSet(document: vscode.TextDocument): Promise<OwnStyleFound> {
  const path = ownStylePath(document);
  if (path === undefined || path === '' || (document.isUntitled && !isAbsolute(path))) return {};
  if (isAddress(path))
    throw new OwnStyleError(
      vscode.l10n.t('The style “{0}” is an address. Save the style file on this computer and name that file.', path),
    );
  const uri = uriOf(
    path,
    vscode.workspace.getWorkspaceFolder(document.uri)?.uri ?? vscode.Uri.joinPath(document.uri, '..'),
  );
  const style = await readStyleFile(uri);
  if (style === undefined)
    throw new OwnStyleError(
      vscode.l10n.t(
        'There is no style file “{0}”, which the setting {1} names.',
        path,
        'idmFindings.citation.styleFile',
      ),
    );
  if ('fault' in style)
    throw new OwnStyleError(
      vscode.l10n.t('The style file “{0}” cannot be used: {1} (line {2}).', path, faultWords(style.fault), style.line),
    );
  return { style: { ...style, uri, isSet: true } };
}

function uriOf(path: string, folder: vscode.Uri): vscode.Uri {
  return isAbsolute(path)
    ? folder.with({ path: path.replaceAll('\\', '/').replace(/^(?=[A-Za-z]:)/u, '/') })
    : vscode.Uri.joinPath(folder, path);
}

function isAddress(path: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:\/\/|[\\/]{2})/iu.test(path);
}

/** So large is no style file: the largest there are have a quarter of a megabyte. */
const largest = 4_000_000;

/** The style file read last: completion asks for it at every keystroke. */
let last: { readonly file: string; readonly style: CslStyle | CslFault } | undefined;

/**
 * What a file holds; undefined where it cannot be read, is no file (a device, a pipe, a folder), or is larger than any
 * style.
 */
async function readStyleFile(uri: vscode.Uri): Promise<CslStyle | CslFault | undefined> {
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    // A symbolic link to a file is one.
    if ((type & vscode.FileType.File) === 0 || size > largest) return undefined;
    const file = `${uri.toString()} ${size} ${mtime}`;
    if (last?.file !== file)
      last = { file, style: readCsl(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) };
    return last.style;
  } catch {
    return undefined;
  }
}

/**
 * Whether the places of pandoc citations go into braces: where the drafter's own style cites in notes. A file that
 * cannot be used is none here.
 */
export function placesInBraces(document: vscode.TextDocument, draft: Draft): Promise<boolean> {
  return ownStyleOf(document, draft).then(
    ({ style }) => style?.kind === 'note',
    () => false,
  );
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/u.test(path);
}

function faultWords(fault: CslFault['fault']): string {
  switch (fault) {
    case 'tooLarge':
      return vscode.l10n.t('it is too large');
    case 'noXml':
      return vscode.l10n.t('it is not XML');
    case 'doctype':
      return vscode.l10n.t('it has a document type, which no style needs');
    case 'noStyle':
      return vscode.l10n.t('its root element is not “style”');
    case 'noClass':
      return vscode.l10n.t('its class is neither “note” nor “in-text”');
    case 'dependent':
      return vscode.l10n.t('it only refers to another style: use that one');
    case 'noCitation':
      return vscode.l10n.t('it has no element “citation”');
    case 'cutShort':
      return vscode.l10n.t('it does not end with “</style>”');
  }
}
