import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The drafts to edit at every offset (test/fixtures/drafts), by name; byte order marks go, as they do when an editor
 * opens a file.
 */
export function draftsToEdit(
  folder = join('test', 'fixtures', 'drafts'),
): readonly (readonly [name: string, text: string])[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map(name => [name, readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/u, '')]);
}
