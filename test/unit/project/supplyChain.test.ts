import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const workflows = readdirSync('.github/workflows').map(
  name => [name, readFileSync(join('.github/workflows', name), 'utf8')] as const,
);

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
const locked = (file: string): [string, Locked][] =>
  Object.entries((JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> }).packages);
const locks = ['package-lock.json', 'test/host/vscode/package-lock.json', 'test/host/vscode/server-lock.json'];

describe('the workflows', () => {
  it('use every action by the hash of a commit, with its version beside it', () => {
    const used = workflows.flatMap(([name, text]) =>
      [...text.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gmu)].map(match => `${name}: ${match[1]!}`),
    );
    assert.ok(used.length > 0);
    assert.deepEqual(
      used.filter(each => !/: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(each)),
      [],
    );
  });

  it('may by default only read the code', () => {
    for (const [name, text] of workflows) {
      const [, permissions = ''] = /^permissions:\n((?: .*\n)+)/mu.exec(text) ?? [];
      assert.equal(permissions, '  contents: read\n', name);
    }
  });

  it('test on the oldest Node that is supported, and on the two after it', () => {
    const [, text = ''] = workflows.find(([name]) => name === 'test.yml') ?? [];
    const oldest = Number(
      /^>=(\d+)/u.exec(
        (JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }).engines.node,
      )?.[1],
    );
    const tested = [...text.matchAll(/\bnode: \[?(\d+)/gu)].map(([, version]) => Number(version)).sort();
    assert.deepEqual(tested, [oldest, oldest + 2, oldest + 4]);
  });

  it('leave no credentials where later steps find them', () => {
    for (const [name, text] of workflows) {
      const steps = text.split(/^\s*- /mu).filter(step => step.includes('actions/checkout@'));
      assert.deepEqual(
        steps.filter(step => !step.includes('persist-credentials: false')),
        [],
        name,
      );
    }
  });
});

describe('what is installed', () => {
  it('is locked, each package by the hash of its contents', () => {
    for (const lock of locks) {
      const packages = locked(lock).filter(([name]) => name !== '');
      assert.ok(packages.length > 50, lock);
      assert.deepEqual(
        packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name),
        [],
        lock,
      );
    }
  });

  it('comes from the registry that npm is set up with, and from nowhere else', () => {
    for (const lock of locks)
      assert.deepEqual(
        locked(lock)
          .filter(([, { resolved }]) => resolved !== undefined)
          .map(([name]) => name),
        [],
        lock,
      );
  });

  it('is what package.json asks for', () => {
    for (const folder of ['.', 'test/host/vscode']) {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      ) as Locked;
      const [, top] = locked(join(folder, 'package-lock.json')).find(([name]) => name === '')!;
      assert.deepEqual(
        {
          dependencies: top.dependencies,
          devDependencies: top.devDependencies,
          optionalDependencies: top.optionalDependencies,
        },
        { dependencies, devDependencies, optionalDependencies },
      );
    }
  });
});
