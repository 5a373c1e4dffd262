import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each TypeScript file below a folder imports, types included. */
function importsBelow(folder: string): [file: string, imported: string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\(\s*)['"]([^'"]+)['"]/gu)].map(match => [file, match[1]!] as [string, string]);
    });
}

const libraries = new Set(['fuse.js', 'markdown-it', 'yaml', '@lezer/markdown']);

describe('the domain', () => {
  it('imports neither an editor nor Node, and only libraries it may', () => {
    const imports = importsBelow('src/domain');
    assert.ok(imports.length > 50, 'the scan finds imports at all');
    assert.deepEqual(imports.filter(([, name]) => !name.startsWith('.') && !libraries.has(name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'))), []);
    assert.deepEqual(imports.filter(([, name]) => /(?:^|\/)(?:editor|api|extension)(?:\/|$)/u.test(name)), []);
  });
});

describe('the whole extension', () => {
  it('imports nothing of Node', () => {
    assert.deepEqual(importsBelow('src').filter(([, name]) => name.startsWith('node:')), []);
  });
});
