// Walks the folders of a workspace that has no file search, looking for drafts.
import { append } from '../../domain/longLists';

/** The endings of a draft's name. */
const ending = /\.(?:md|markdown|mdown|mkd|qmd|rmd)$/i;
const skipped = /^(?:node_modules|_site|\..*)$/;
/** No person nests folders deeper. */
const maxDepth = 32;

/** What an entry of a folder is, in bits, as `vscode.FileType` has them; a link has that of its target beside its own. */
const bits = { file: 1, folder: 2, link: 64 } as const;

/** Draft files, and what has a draft's name and is no file: a pipe, a device, a link that leads nowhere. */
export interface Walked<Place> {
  readonly files: readonly Place[];
  readonly odd: readonly Place[];
}

/** A file system, as far as a walk needs it. */
interface Folders<Place> {
  /** The entries of a folder; none where it cannot be read. */
  entries(folder: Place): PromiseLike<readonly (readonly [name: string, type: number])[]>;
  within(folder: Place, name: string): Place;
  cancelled(): boolean;
}

/** The drafts below a folder. Links to folders are not followed: they may lead back. */
export async function walk<Place>(folders: Folders<Place>, folder: Place, depth = 0): Promise<Walked<Place>> {
  const files: Place[] = [];
  const odd: Place[] = [];
  if (depth > maxDepth || folders.cancelled()) return { files, odd };
  const below = [...(await folders.entries(folder))].map(async ([name, type]) => {
    const place = folders.within(folder, name);
    if ((type & bits.folder) !== 0) {
      if (skipped.test(name) || (type & bits.link) !== 0) return;
      const found = await walk(folders, place, depth + 1);
      append(files, found.files);
      append(odd, found.odd);
    } else if (isOdd(name, type)) odd.push(place);
    else if (ending.test(name)) files.push(place);
  });
  await Promise.all(below);
  return { files, odd };
}

/** Whether something has a draft's name and is neither a file nor a folder. */
export function isOdd(name: string, type: number): boolean {
  return ending.test(name) && (type & (bits.file | bits.folder)) === 0;
}
