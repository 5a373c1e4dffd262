// The citations in all drafts of the workspace.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import { Draft } from '../../domain/draft/draft';
import { listed } from '../../domain/draft/listed';
import { recognizerOf } from '../../domain/draft/recognizer';
import { isOwnReport } from '../../domain/check/ownReport';
import { LineIndex } from '../../domain/text/lineIndex';
import { decoded } from '../draftText';
import { isDraft, type Drafts } from '../drafts';
import { rangeIn } from '../ranges';
import { draftFiles } from './draftFiles';

/** Where one draft cites something, and what. */
interface Place {
  readonly range: vscode.Range;
  readonly entries: readonly string[];
}

/** The places found in a file as it was at one time. */
interface Read {
  /** Not known yet right after reading: asking for it would double the calls a first search makes. */
  readonly mtime: number | undefined;
  readonly size: number;
  readonly places: readonly Place[];
}

interface ScanOptions {
  readonly token?: vscode.CancellationToken;
  /** Told after every file how many of all are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** So many files are asked for at a time: enough to hide the way to the disk, or to a remote one. */
const parallel = 128;

/**
 * The citations in all drafts of the workspace. A file is read again only when its time or size
 * changed; a draft that is open is taken as it stands in the editor. Works wherever
 * `workspace.fs` does, virtual workspaces included.
 */
export class WorkspaceCitations {
  readonly #read = new Map<string, Read>();
  #dating: Promise<void> = Promise.resolve();

  constructor(
    private readonly library: Library,
    private readonly drafts: Drafts,
  ) {}

  /** The places that cite one of the entries, file by file. Cancelled, it gives what it has found. */
  async citing(entries: ReadonlySet<string>, options: ScanOptions = {}): Promise<vscode.Location[]> {
    const locations: vscode.Location[] = [];
    const collect = (uri: vscode.Uri, places: readonly Place[]): void => {
      for (const place of places) {
        if (place.entries.some(id => entries.has(id))) locations.push(new vscode.Location(uri, place.range));
      }
    };
    const open = new Set<string>();
    const shown = new Set(
      vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : [])),
      ),
    );
    for (const document of vscode.workspace.textDocuments) {
      // VS Code keeps documents for a while that nobody sees any more, also of files since deleted.
      if (document.isClosed || !isDraft(document) || !(document.isDirty || shown.has(document.uri.toString())))
        continue;
      open.add(document.uri.toString());
      collect(document.uri, placesIn(this.drafts.of(document), document, this.library));
    }
    await this.#dating;
    const closed = (await draftFiles(options.token)).files.filter(uri => !open.has(uri.toString()));
    this.#forgetAllBut(closed);
    const found = await this.#readAll(closed, options);
    closed.forEach((uri, index) => collect(uri, found[index] ?? []));
    this.#dating = this.#date(closed.filter(uri => this.#read.get(uri.toString())?.mtime === undefined));
    return locations;
  }

  async #readAll(files: readonly vscode.Uri[], { token, onProgress }: ScanOptions): Promise<(readonly Place[])[]> {
    const found: (readonly Place[])[] = [];
    let done = 0;
    await this.#each(
      files,
      async (uri, index) => {
        found[index] = await this.#places(uri);
        onProgress?.(++done, files.length);
      },
      token,
    );
    return found;
  }

  async #places(uri: vscode.Uri): Promise<readonly Place[]> {
    const key = uri.toString();
    try {
      const known = this.#read.get(key);
      const stat = known && (await vscode.workspace.fs.stat(uri));
      // A file system that keeps no time gives no proof that a file is unchanged.
      if (known && stat && stat.mtime > 0 && known.mtime === stat.mtime && known.size === stat.size)
        return known.places;
      const bytes = await vscode.workspace.fs.readFile(uri);
      const read = await decoded(uri, bytes);
      const text = 'text' in read && !isOwnReport(read.text) ? read.text : '';
      const places = recognizerOf(this.library).names.mayCite.test(text) ? placesInText(text, this.library) : [];
      this.#read.set(key, { mtime: stat?.size === bytes.length ? stat.mtime : undefined, size: bytes.length, places });
      return places;
    } catch {
      // Deleted meanwhile, or not to be read: it cites nothing that can be shown.
      return [];
    }
  }

  /** Notes the times of files just read, while the drafter looks at what was found. */
  async #date(files: readonly vscode.Uri[]): Promise<void> {
    await this.#each(files, async uri => {
      const read = this.#read.get(uri.toString());
      const stat = await vscode.workspace.fs.stat(uri).then(
        found => found,
        () => undefined,
      );
      if (read && stat?.size === read.size) this.#read.set(uri.toString(), { ...read, mtime: stat.mtime });
    });
  }

  /** Does something with each file, many at a time. */
  async #each(
    files: readonly vscode.Uri[],
    work: (uri: vscode.Uri, index: number) => Promise<void>,
    token?: vscode.CancellationToken,
  ): Promise<void> {
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let index = next++; index < files.length; index = next++) {
        if (token?.isCancellationRequested) return;
        const uri = files[index];
        if (uri) await work(uri, index);
      }
    };
    await Promise.all(Array.from({ length: Math.min(parallel, files.length) }, worker));
  }

  #forgetAllBut(files: readonly vscode.Uri[]): void {
    const kept = new Set(files.map(String));
    for (const key of this.#read.keys()) if (!kept.has(key)) this.#read.delete(key);
  }
}

function placesIn(draft: Draft, document: vscode.TextDocument, library: Library): Place[] {
  return listed(draft, library).map(({ entries, ...span }) => ({ range: rangeIn(document, span), entries }));
}

/** The places in a text that no document is open for: positions as VS Code counts lines. */
function placesInText(text: string, library: Library): Place[] {
  const lines = new LineIndex(text);
  const position = (offset: number): vscode.Position => {
    const { line, character } = lines.placeOf(offset);
    return new vscode.Position(line, character);
  };
  return listed(Draft.of(text, library), library).map(({ start, end, entries }) => ({
    range: new vscode.Range(position(start), position(end)),
    entries,
  }));
}
