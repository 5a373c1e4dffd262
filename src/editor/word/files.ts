// The files that a draft names, read for an export.
import { isRemote } from '../../domain/handover/pandocDocument';

/** A file of this computer that a draft names, read whole. */
export interface LocalFile {
  /** As the draft names it. */
  readonly name: string;
  /** Where it is, links followed. */
  readonly path: string;
  /** Whether it lies outside the folders that a draft's files may come from unasked. */
  readonly outside: boolean;
  readonly bytes: Uint8Array;
}

/** Why a file was not read. */
export type Unread = 'missing' | 'tooLarge';

/** The files a draft names, and a place for copies of them. */
export interface LocalFiles {
  /**
   * Reads a file that a draft names, relative to its folder.
   * @param roots folders whose files may be taken unasked; links that lead out of them do not count
   */
  read(name: string, folder: string, roots: readonly string[]): Promise<LocalFile | Unread>;
  /** Makes a folder of its own for copies, under names of ours. */
  copies(): Promise<Copies>;
  /** Writes a file, over what was there. @returns why it could not, in the system's words */
  save(path: string, bytes: Uint8Array): Promise<string | undefined>;
}

export interface Copies {
  readonly folder: string;
  /** Writes a copy that keeps the name's ending. @returns its path */
  add(file: Pick<LocalFile, 'path' | 'bytes'>): Promise<string>;
  /** A path in the folder at which nothing is yet. */
  path(ending: string): string;
  /** What stands at such a path now. */
  bytes(path: string): Promise<Uint8Array>;
  dispose(): Promise<void>;
}

/** The little of Node that is used: src/ has no Node types, since it also runs in web workers. */
interface FileSystem {
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<{ isFile(): boolean; readonly size: number }>;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, bytes: Uint8Array, options?: { readonly flag: 'wx' }): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  mkdtemp(prefix: string): Promise<string>;
  rm(path: string, options: { recursive: true; force: true }): Promise<void>;
}

interface Paths {
  readonly sep: string;
  resolve(...parts: string[]): string;
  relative(from: string, to: string): string;
  isAbsolute(path: string): boolean;
  join(...parts: string[]): string;
  extname(path: string): string;
}

/** No image or bibliography of a draft is larger, in bytes. */
const largest = 64 * 1024 * 1024;

/** Node's files where the extension runs in Node; undefined in a web worker. Loaded when first asked for. */
export function nodeFiles(): LocalFiles | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const module = <T>(name: string): T | undefined => process?.getBuiltinModule?.(name) as T | undefined;
  const fs = module<FileSystem>('node:fs/promises');
  const paths = module<Paths>('node:path');
  const os = module<{ tmpdir(): string }>('node:os');
  if (!fs || !paths || !os) return undefined;
  return {
    read: (name, folder, roots) => read(fs, paths, name, folder, roots),
    copies: () => copies(fs, paths, os.tmpdir()),
    save: (path, bytes) =>
      save(fs, paths, path, bytes).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      ),
  };
}

/**
 * Writes a file beside its place and puts it there when it is whole: what was there is lost to no full disk. Nobody can
 * foresee the name beside it, and nothing may be there: a link that a workspace brings would lead the bytes elsewhere.
 */
async function save(fs: FileSystem, paths: Paths, path: string, bytes: Uint8Array): Promise<void> {
  // A link stays one: what it leads to is replaced.
  const place = await fs.realpath(path).catch(() => path);
  const beside = `${paths.resolve(place)}.${Math.random().toString(36).slice(2)}.part`;
  try {
    await fs.writeFile(beside, bytes, { flag: 'wx' });
    await fs.rename(beside, place);
  } catch (error) {
    await fs.rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function read(
  fs: FileSystem,
  paths: Paths,
  name: string,
  folder: string,
  roots: readonly string[],
): Promise<LocalFile | Unread> {
  for (const candidate of candidates(name)) {
    if (isRemote(candidate)) continue;
    // What a path turned out to lead to counts, not what it looked like.
    const path = await fs.realpath(paths.resolve(folder, candidate)).catch(() => undefined);
    const stat = path === undefined ? undefined : await fs.stat(path).catch(() => undefined);
    // A device or a pipe would never end, nor what has no size and is read all the same.
    if (path === undefined || !stat?.isFile() || stat.size === 0) continue;
    if (stat.size > largest) return 'tooLarge';
    const bytes = await fs.readFile(path).catch(() => undefined);
    if (!bytes) continue;
    const real = await Promise.all([folder, ...roots].map(root => fs.realpath(root).catch(() => root)));
    return { name, path, bytes, outside: !real.some(root => isBelow(paths, root, path)) };
  }
  return 'missing';
}

/** The paths that a name may mean: itself, and with `%20` and the like read, as in an address. */
function candidates(name: string): string[] {
  const local = name
    .trim()
    .replace(/^file:(?:[\\/]{2}localhost(?=[\\/])|[\\/]{2}(?=[\\/]))?/iu, '')
    .replace(/^[\\/](?=[a-z]:)/iu, '');
  return [...new Set([local, decoded(local), decoded(local.replace(/[?#].*$/su, ''))])].filter(each => each !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A root may be a file, too. */
function isBelow(paths: Paths, root: string, path: string): boolean {
  const relative = paths.relative(root, path);
  return relative !== '..' && !relative.startsWith(`..${paths.sep}`) && !paths.isAbsolute(relative);
}

async function copies(fs: FileSystem, paths: Paths, temporary: string): Promise<Copies> {
  const folder = await fs.mkdtemp(paths.join(temporary, 'idm-findings-word-'));
  let count = 0;
  const path = (ending: string): string => paths.join(folder, `${++count}${ending === '' ? '' : `.${ending}`}`);
  return {
    folder,
    path,
    async add(file) {
      const copy = path(/^\.(\w{1,12})$/u.exec(paths.extname(file.path))?.[1] ?? '');
      await fs.writeFile(copy, file.bytes);
      return copy;
    },
    bytes: from => fs.readFile(from),
    dispose: () => fs.rm(folder, { recursive: true, force: true }),
  };
}
