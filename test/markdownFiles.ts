/** The Markdown files that are on disk anyway, such as those of packages: real documents that cite nothing of ours. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Markdown files in a folder, at any depth, in order; none where there is no such folder. */
export function markdownIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:md|markdown)$/iu.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
}
