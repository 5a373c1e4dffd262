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
      return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\(\s*)['"]([^'"]+)['"]/gu)].map(
        match => [file, match[1]!] as [string, string],
      );
    });
}

const libraries = new Set(['fuse.js', 'markdown-it', 'yaml', '@lezer/markdown']);

describe('the domain', () => {
  it('imports neither an editor nor Node, and only libraries it may', () => {
    const imports = importsBelow('src/domain');
    assert.ok(imports.length > 50, 'the scan finds imports at all');
    assert.deepEqual(
      imports.filter(
        ([, name]) =>
          !name.startsWith('.') &&
          !libraries.has(
            name
              .split('/')
              .slice(0, name.startsWith('@') ? 2 : 1)
              .join('/'),
          ),
      ),
      [],
    );
    assert.deepEqual(
      imports.filter(([, name]) => /(?:^|\/)(?:editor|api|extension)(?:\/|$)/u.test(name)),
      [],
    );
  });
});

describe('the pages of webviews', () => {
  it('import each other only, and of the rest nothing but types', () => {
    const files = readdirSync('src/webview').filter(name => name.endsWith('.ts'));
    assert.ok(files.length > 0, 'the scan finds them at all');
    assert.deepEqual(
      files.filter(name =>
        /^(?:import|export) (?!type\b)[^;]*from '(?!\.\/)/mu.test(readFileSync(join('src/webview', name), 'utf8')),
      ),
      [],
    );
  });

  it('leave words the contrast that the theme gives them: none is made paler, but on a button that is off', () => {
    const paler = readdirSync('media')
      .filter(name => name.endsWith('.css'))
      .flatMap(name => readFileSync(join('media', name), 'utf8').split('\n'))
      .filter(line => /opacity:\s*0?\.\d/u.test(line));
    assert.deepEqual(
      paler.filter(line => !line.startsWith('button[disabled]')),
      [],
    );
  });

  it('put no text in as HTML', () => {
    const files = readdirSync('src/webview').filter(name => name.endsWith('.ts'));
    const markup =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|DOMParser|document\.write)\b/u;
    assert.deepEqual(
      files.filter(name => markup.test(readFileSync(join('src/webview', name), 'utf8'))),
      [],
    );
  });

  it('are asked by the extension for types only', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map(name => name.replaceAll('\\', '/'))
      .filter(name => name.endsWith('.ts') && !name.startsWith('webview/'));
    const asks = (name: string): boolean =>
      [
        ...readFileSync(join('src', name), 'utf8').matchAll(/^(?:import|export) (?!type\b)[^;]*from '(\.[^']+)'/gmu),
      ].some(([, asked]) => join('src', name, '..', asked!).replaceAll('\\', '/').startsWith('src/webview/'));
    assert.deepEqual(files.filter(asks), []);
  });
});

describe('the whole extension', () => {
  it('imports nothing of Node', () => {
    assert.deepEqual(
      importsBelow('src').filter(([, name]) => name.startsWith('node:')),
      [],
    );
  });
});
