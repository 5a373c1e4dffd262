import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { buildExtension } = createRequire(join(process.cwd(), 'esbuild.js'))('./esbuild.js') as {
  buildExtension(options: { outdir: string }): Promise<void>;
};

/** Activates the extension with a VS Code that does nothing, and says which files were read. */
const activation = `
  const nothing = () => new Proxy(function () {}, {
    get: (made, key) => (key === 'prototype' ? made.prototype : key === 'length' ? 0 : key === 'then' ? undefined
      : key === Symbol.iterator ? function* () {} : key === Symbol.toPrimitive ? () => '' : made[key] ??= nothing()),
    apply: nothing,
    construct: nothing,
  });
  const Module = require('node:module');
  const load = Module._load;
  const vscode = nothing();
  Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
  require(process.argv[1]).activate({
    subscriptions: [], globalState: nothing(), workspaceState: nothing(), extensionUri: nothing(), extension: { packageJSON: { version: '0' } },
  });
  console.log(JSON.stringify(Object.keys(require.cache).map(file => require('node:path').basename(file))));
  process.exit();
`;

describe('Activation', () => {
  it('reads the extension and what it shares with its parts, in one file each, and no part', async function () {
    this.timeout(60_000);
    const outdir = mkdtempSync(join(tmpdir(), 'idm-findings-'));
    try {
      await buildExtension({ outdir });
      const read = JSON.parse(
        execFileSync(process.execPath, ['-e', activation, join(outdir, 'extension.js')], { encoding: 'utf8' }),
      ) as string[];
      assert.deepEqual(
        read.map(name => name.replace(/-.*/u, '')),
        ['extension.js', 'shared'],
      );
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
});
