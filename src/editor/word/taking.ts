// Which files of a draft go into the Word document.
import { imageKind } from '../../domain/handover/imageKind';
import { opensFiles } from '../../domain/handover/styleKind';
import type { Copies, LocalFile, LocalFiles, Unread } from './files';

/** Why something that a draft takes in is not in the Word document. */
export type LeftOut = Unread | 'outside' | 'noImage' | 'outward' | 'outwardStyle';

/** Whether a file may be taken in although it lies elsewhere, by its name. */
type Allowed = (name: string) => boolean;

/** The files of one export: read, judged, handed over. */
export class Taking {
  readonly leftOut = new Map<string, LeftOut>();
  readonly #read = new Map<string, LocalFile | Unread>();
  /** The names of the copies' originals. */
  readonly #copied = new Map<string, string>();

  constructor(
    readonly files: LocalFiles,
    readonly asked: { readonly folder: string; readonly roots: readonly string[] },
  ) {}

  async read(names: readonly string[]): Promise<void> {
    for (const name of names) {
      if (!this.#read.has(name) && !isData(name))
        this.#read.set(name, await this.files.read(name, this.asked.folder, this.asked.roots));
    }
  }

  /** The paths of files that are not below the draft's folder or another root. */
  outside(): string[] {
    return [
      ...new Set([...this.#read.values()].flatMap(file => (typeof file === 'object' && file.outside ? file.path : []))),
    ];
  }

  /**
   * Copies bibliographies and styles. A plain name of no file may be one of pandoc's own styles: it is left to pandoc
   * to say.
   */
  async copied(
    { files, styles }: { readonly files: readonly string[]; readonly styles: readonly string[] },
    copies: Copies,
    outsideToo: Allowed,
  ): Promise<Map<string, string>> {
    const paths = new Map<string, string>();
    for (const name of files) {
      const file = this.#taken(name, outsideToo);
      if (file && styles.includes(name) && opensFiles(file.bytes)) this.leftOut.set(name, 'outwardStyle');
      else if (file) {
        const path = await copies.add(file);
        this.#copied.set(path, name);
        paths.set(name, path);
      } else if (this.leftOut.get(name) === 'missing' && /^[\w .-]+$/u.test(name)) {
        this.leftOut.delete(name);
        paths.set(name, name);
      }
    }
    return paths;
  }

  /** The images' bytes as `data:` addresses, by the names they have in the draft. */
  images(names: readonly string[], outsideToo: Allowed): Map<string, string> {
    const images = new Map<string, string>();
    for (const name of names) {
      const bytes = isData(name) ? dataBytes(name) : this.#taken(name, outsideToo)?.bytes;
      if (!bytes) continue;
      const kind = imageKind(bytes);
      if (kind === undefined || kind === 'outward')
        this.leftOut.set(name.length > 80 ? `${name.slice(0, 80)}…` : name, kind ?? 'noImage');
      else images.set(name, `data:${kind};base64,${base64(bytes)}`);
    }
    return images;
  }

  /** pandoc's words, with the draft's names for the copies. */
  named(words: string, folder: string): string {
    let said = words;
    for (const [path, name] of this.#copied) said = said.replaceAll(path, name);
    return said.replaceAll(folder, '');
  }

  #taken(name: string, outsideToo: Allowed): LocalFile | undefined {
    const file = this.#read.get(name) ?? 'missing';
    const refused = typeof file !== 'string' && file.outside && !outsideToo(name);
    if (typeof file !== 'string' && !refused) return file;
    this.leftOut.set(name, typeof file === 'string' ? file : 'outside');
    return undefined;
  }
}

function isData(address: string): boolean {
  return /^\s*data:/iu.test(address);
}

/** The bytes that an address holds; none where it is not well made. */
function dataBytes(address: string): Uint8Array {
  const comma = address.indexOf(',');
  try {
    const text = decodeURIComponent(address.slice(comma + 1));
    return /;base64\s*$/iu.test(address.slice(0, comma))
      ? Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
      : new TextEncoder().encode(text);
  } catch {
    return new Uint8Array();
  }
}

/** In pieces: one call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // A multiple of three, so that no piece but the last is padded.
  for (let at = 0; at < bytes.length; at += 24_576)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576))));
  return pieces.join('');
}
