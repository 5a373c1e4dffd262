// What a module exports, another one asks for: so a reader knows what may change without looking elsewhere.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Module {
  /** Its path without an ending, as others ask for it. */
  readonly name: string;
  readonly folder: string;
  readonly text: string;
}

const modules = ['src', 'test', 'scripts', 'data'].flatMap(root =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ts|mjs)$/u.test(name))
    .map(name => join(root, name))
    .map((path): Module => ({ name: asked(path), folder: dirname(path), text: readFileSync(path, 'utf8') })),
);

function asked(path: string): string {
  return path.replaceAll('\\', '/').replace(/(?:\/index)?(?:\.(?:ts|mjs))?$/u, '');
}

/** The texts of the modules that ask for each module. */
function askers(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { folder, text } of modules)
    for (const [, path] of text.matchAll(/['"](\.{1,2}\/[^'"\n]{1,200})['"]/gu)) {
      const name = asked(join(folder, path!));
      found.set(name, [...(found.get(name) ?? []), text]);
    }
  return found;
}

describe('what the sources export', () => {
  it('is asked for by another module', () => {
    const asking = askers();
    const exported = modules.flatMap(({ name, text }) =>
      [
        ...text.matchAll(
          /^export (?:abstract )?(?:async )?(?:function\*?|const|class|interface|type|enum) ([\w$]{1,80})/gmu,
        ),
      ].map(([, what]) => [name, what!] as const),
    );
    const ours = exported.filter(([name]) => name.startsWith('src/') && name !== 'src/extension');
    assert.ok(ours.length > 500, 'the scan finds exports at all');
    assert.deepEqual(
      ours.filter(([name, what]) => !asking.get(name)?.some(text => new RegExp(`\\b${what}\\b`, 'u').test(text))),
      [],
    );
  });
});
