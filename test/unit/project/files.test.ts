import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const modules = ['src', 'scripts', 'data'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ts|mjs)$/u.test(name))
    .map(name => join(folder, name)),
);

describe('Every module', () => {
  it('says in its first line what it is', () => {
    const silent = modules.filter(file => !/^(?:\/\/|\/\*\*)/u.test(readFileSync(file, 'utf8')));
    assert.deepEqual(silent, [], 'begin each with a comment of one line: "// What a row of the list says."');
  });

  it('has a name that tells it from the others: three of one name are too many, but for what registers a feature', () => {
    const files = new Map<string, string[]>();
    for (const file of modules) files.set(basename(file), [...(files.get(basename(file)) ?? []), file]);
    assert.deepEqual(
      [...files].filter(([name, { length }]) => length > 2 && name !== 'register.ts'),
      [],
    );
  });
});
