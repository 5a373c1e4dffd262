import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Links {
  deadLinks(folder: string, files: readonly string[]): string[];
  packagedReadme(text: string, folder: string): string;
}

const pages = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];

describe('links', () => {
  let links: Links;
  let folder: string;
  before(async () => {
    links = (await import(pathToFileURL(resolve('scripts/links.mjs')).href)) as Links;
    folder = mkdtempSync(join(tmpdir(), 'links-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('of every page of the repository lead to a file, and to a heading in it', () => {
    assert.ok(pages.length > 25 && pages.includes('docs/rules/README.md'), String(pages.length));
    assert.deepEqual(links.deadLinks('.', pages), []);
  });

  it('of every page of the package do, too, and its README has its pictures in it', () => {
    const written = readFileSync('README.md', 'utf8');
    const text = links.packagedReadme(written, '.');
    const pictures = written.match(/!\[[^\]]+\]\(docs\/images\/[\w-]+\.png\)/gu) ?? [];
    assert.ok(pictures.length > 0);
    assert.equal(text.match(/!\[[^\]]+\]\(data:image\/png;base64,iVBOR/gu)?.length, pictures.length);
    assert.doesNotMatch(text, /\]\((?!data:|https:|#)/u);
    for (const name of ['README.md', 'CHANGELOG.md'])
      writeFileSync(join(folder, name), name === 'README.md' ? text : readFileSync(name));
    assert.deepEqual(links.deadLinks(folder, ['README.md', 'CHANGELOG.md']), []);
    const rules = readdirSync('docs/rules').filter(name => name.endsWith('.md'));
    assert.deepEqual(links.deadLinks('docs/rules', rules), []);
  });

  it('that lead nowhere are found: to no file, to no heading, out of the folder; none in code', () => {
    writeFileSync(join(folder, 'b.md'), '# A heading, *twice*\n\n## A heading, twice\n');
    writeFileSync(
      join(folder, 'a.md'),
      [
        '[a](b.md) [b](b.md#a-heading-twice) [c](b.md#a-heading-twice-1) [d](https://example.org/none) `[e](none)`',
        '',
        '```',
        '[f](none)',
        '```',
        '',
        '[g](none.md) ![h](none.png) [i](b.md#none) [j](../package.json) [k](#none) <img alt="" src="l.png">',
        '',
        '[m]: m.md',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      links.deadLinks(folder, ['a.md', 'b.md']),
      ['none.md', 'none.png', 'b.md#none', '../package.json', '#none', 'm.md', 'l.png'].map(
        target => `a.md: ${target}`,
      ),
    );
  });
});

describe('files that a page names', () => {
  /** NAME and CODE stand for any name; a test may be named without its ending. */
  const isThere = (path: string): boolean =>
    /\b(?:NAME|CODE)\b/u.test(path) || ['', '.test.ts'].some(ending => existsSync(path + ending));

  it('are there', () => {
    const named = pages.flatMap(page =>
      [...readFileSync(page, 'utf8').matchAll(/(?<![\w/.-])(?:src|test|scripts|data|docs|media)\/[\w./-]*\w/gu)].map(
        ([path]) => `${page}: ${path}`,
      ),
    );
    assert.ok(named.length > 100, String(named.length));
    assert.deepEqual(
      [...new Set(named)].filter(each => !isThere(each.split(': ')[1]!)),
      [],
    );
  });
});
