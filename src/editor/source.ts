// The source as a document of VS Code.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import { lazy } from '../domain/lazy';
import { blocksOf, joinedLines } from '../domain/reading/sourceBlocks';
import { LineIndex } from '../domain/text/lineIndex';
import type { Range } from '../domain/text/ranges';
import { commands } from './commands';
import { isDraft } from './drafts';
import { rangeIn } from './ranges';
import { scheme } from './scheme';

/** The source documents, read when the first is opened or a place in one is asked for. */
const texts = lazy(() => require('./sourceTexts').sourceTexts);

const fileName = (library: Library, corpusId: string): string =>
  `${library.corpus(corpusId)?.document.titles.en.document ?? corpusId}.txt`;

/** Beside the documents to be read, those that they were made of. */
const published = 'as published';

/** The read-only document a corpus was read from, with a line for each paragraph: its offsets are the source's. */
export function sourceUri(library: Library, corpusId: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${corpusId}/${fileName(library, corpusId)}` });
}

/** The corpus whose source document this is, or undefined for any other document. */
export function corpusOf(library: Library, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== scheme) return undefined;
  const id = uri.path.split('/')[1];
  return id !== undefined && library.corpus(id) ? id : undefined;
}

const joined = new Map<string, string>();

/** The source with a line for each paragraph; empty where there is none. */
function joinedText(library: Library, corpusId: string): string {
  const known = joined.get(corpusId);
  if (known !== undefined) return known;
  const text = sourceText(corpusId);
  const corpus = library.corpus(corpusId);
  const lines = corpus === undefined ? text : joinedLines(text, blocksOf(corpus, text));
  joined.set(corpusId, lines);
  return lines;
}

const linesOfSources = new Map<string, LineIndex>();

/**
 * A span of a corpus's source as a range of its document, without opening the document: what a
 * hover or a jump needs at once.
 */
export function sourceRange(library: Library, corpusId: string, span: Range): vscode.Range {
  const lines = linesOfSources.get(corpusId) ?? new LineIndex(joinedText(library, corpusId));
  linesOfSources.set(corpusId, lines);
  const position = (offset: number): vscode.Position => {
    const { line, character } = lines.placeOf(offset);
    return new vscode.Position(line, character);
  };
  return new vscode.Range(position(span.start), position(span.end));
}

/** The source as the file holds it, byte for byte; empty where there is none. */
export function sourceText(corpusId: string): string {
  return texts().get(corpusId) ?? '';
}

/**
 * Shows the source to be read beside the draft, with the passage of `id` (a finding's, passage's or sentence's) in
 * view; of a whole document its beginning.
 * @throws an error naming the id, if nothing has it
 */
export async function openSource(
  _library: Library,
  id: string,
  options: { preserveFocus?: boolean } = {},
): Promise<void> {
  await vscode.commands.executeCommand(commands.openSource, { id, ...options });
}

/**
 * Opens the source as a text document with the passage of `id` selected, in a preview tab: for definitions and
 * references, and where the words are to be found by VS Code's own means.
 * @throws an error naming the id, if nothing has it
 */
export async function openSourceText(library: Library, id: string): Promise<void> {
  const found = library.resolve(id);
  const corpus = found?.corpus ?? library.corpus(id);
  if (!corpus) throw new Error(vscode.l10n.t('There is no finding “{0}”.', id));
  await keepDraftOpen();
  const document = await vscode.workspace.openTextDocument(sourceUri(library, corpus.id));
  const selection = rangeIn(document, found?.sentence ?? found?.entry ?? { start: 0, end: 0 });
  const editor = await vscode.window.showTextDocument(document, { preview: true, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A draft in a preview tab would give way to the source; what is read there is to be inserted into it. */
async function keepDraftOpen(): Promise<void> {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  const document = vscode.window.activeTextEditor?.document;
  if (activeTab?.isPreview && document && isDraft(document))
    await vscode.commands.executeCommand('workbench.action.keepEditor');
}

/**
 * Serves the source documents under the scheme: to be read, and byte for byte as they were published. A file system and
 * not a mere content provider: a tab left open is then served again after a restart, and other extensions can read
 * the bytes.
 */
export function registerSource(library: Library): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(scheme, new SourceFiles(library), {
    isCaseSensitive: true,
    isReadonly: true,
  });
}

class SourceFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  #made: ReadonlyMap<string, Uint8Array> | undefined;

  constructor(private readonly library: Library) {}

  /** The files by path; made when first asked for, so that activation stays light. */
  get #files(): ReadonlyMap<string, Uint8Array> {
    return (this.#made ??= new Map(
      [...texts()].flatMap(([id, text]) => [
        [sourceUri(this.library, id).path, new TextEncoder().encode(joinedText(this.library, id))],
        [`/${id}/${published}/${fileName(this.library, id)}`, new TextEncoder().encode(text)],
      ]),
    ));
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const bytes = this.#files.get(uri.path);
    if (bytes)
      return {
        type: vscode.FileType.File,
        ctime: 0,
        mtime: 0,
        size: bytes.length,
        permissions: vscode.FilePermission.Readonly,
      };
    if (this.#below(uri.path).size > 0) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return [...this.#below(uri.path)];
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** The names directly below a folder, and whether each is a folder itself. */
  #below(path: string): Map<string, vscode.FileType> {
    const folder = path.endsWith('/') ? path : `${path}/`;
    const names = new Map<string, vscode.FileType>();
    for (const file of this.#files.keys()) {
      if (!file.startsWith(folder)) continue;
      const [name, ...rest] = file.slice(folder.length).split('/');
      if (name) names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return names;
  }
}
