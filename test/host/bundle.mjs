// Bundles test/editor into one runner extension: VS Code runs tests in the host of the extension
// whose folder holds them, and the same bundle must load in both hosts.
//   node test/host/bundle.mjs [--grep WORDS]   bundles with source maps, beside a workspace: for a debugger
// (.vscode/launch.json)
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { root } from './paths.mjs';
import { prepareWorkspace } from './workspace.mjs';

/**
 * @param {{ grep?: string, folder?: string, into?: string, entry?: string, sourcemap?: boolean }} [options] `grep`:
 *   which tests; `folder`: where the suites are; `into`: the runner extension's folder; `entry`: a module with its own
 * `run()` in place of the suites; `sourcemap`: whether a debugger is to find the sources
 * @returns {Promise<string>} the runner extension's folder
 */
export async function bundleSuite({
  grep = '',
  folder = join(root, 'test', 'editor'),
  into = join(root, 'out', 'editor'),
  entry,
  sourcemap = false,
} = {}) {
  mkdirSync(into, { recursive: true });
  await esbuild.build({
    ...(entry ? { entryPoints: [entry] } : { stdin: requiring(folder) }),
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { TEST_GREP: JSON.stringify(grep), requireSuites: 'globalThis.requireSuites' },
    keepNames: true,
    loader: { '.md': 'text', '.txt': 'text' },
    logLevel: 'warning',
    sourcemap: sourcemap ? 'inline' : false,
    outfile: join(into, 'index.js'),
  });
  writeFileSync(
    join(into, 'package.json'),
    JSON.stringify(
      {
        name: 'idm-findings-tests',
        publisher: 'idm-findings',
        version: '0.0.0',
        private: true,
        engines: { vscode: '^1.105.0' },
        main: './index.js',
        browser: './index.js',
        activationEvents: ['*'],
        extensionKind: ['ui', 'workspace'],
      },
      null,
      2,
    ),
  );
  return into;
}

/**
 * A module that requires every suite of a folder, once mocha's globals exist.
 * @returns {import('esbuild').StdinOptions}
 */
function requiring(folder) {
  const suites = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .sort()
    .map(name => name.replaceAll('\\', '/'));
  if (suites.length === 0) throw new Error(`There is no suite in ${folder}.`);
  return {
    contents:
      `globalThis.requireSuites = () => { ${suites.map(name => `require(${JSON.stringify(`./${name}`)});`).join(' ')} };\n` +
      `export { run } from ${JSON.stringify(join(root, 'test', 'editor', 'run', 'index.ts').replaceAll('\\', '/'))};\n`,
    resolveDir: folder,
    sourcefile: 'suites.ts',
    loader: 'ts',
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {
    values: { grep = '' },
  } = parseArgs({ options: { grep: { type: 'string' } } });
  const made = await bundleSuite({ grep, sourcemap: true });
  console.log(`${made}, to be opened on ${prepareWorkspace(join(made, 'workspace'))}`);
}
