import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Packaging {
  readonly limit: number;
  faults(names: readonly string[], size: number): string[];
}

const whole = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/NOTICE',
  'extension/dist/extension.js',
  'extension/dist/web.js',
];

describe('packaging', () => {
  let packaging: Packaging;
  before(async () => {
    packaging = (await import(pathToFileURL(resolve('scripts/package.mjs')).href)) as Packaging;
  });

  it('accepts what belongs in the VSIX', () => {
    assert.deepEqual(
      packaging.faults(
        [
          ...whole,
          'extension/package.nls.fr.json',
          'extension/media/icon.png',
          'extension/docs/rules/quote-altered.md',
          'extension/dist/view-report.js',
          'extension/media/view.css',
        ],
        1000,
      ),
      [],
    );
  });

  it('refuses what is missing, what does not belong in it, and what is too large', () => {
    assert.deepEqual(packaging.faults(whole.slice(1), 1000), ['[Content_Types].xml is missing']);
    for (const name of [
      'extension/dist/extension.js.map',
      'extension/src/extension.ts',
      'extension/data/source.txt',
      'extension/media/../.env',
    ]) {
      assert.deepEqual(packaging.faults([...whole, name], 1000), [`${name} does not belong in it`]);
    }
    assert.equal(packaging.faults(whole, packaging.limit + 1).length, 1);
  });
});
