// A complete VS Code from the npm registry: the package code-server carries the server, the
// workbench and the built-in extensions. It is installed as test/host/vscode locks it, and without
// install scripts (they compile native modules that nothing here needs), into the cache, never into
// the project's dependencies.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';
import { locked } from './lock.mjs';
import { npm } from './processes.mjs';
import { progress, say } from './progress.mjs';

const lockFile = file => join(root, 'test', 'host', 'vscode', file);
const lockFiles = ['package.json', 'package-lock.json', 'server-lock.json'].map(lockFile);
const nodeMajor = '24';

/** Where what these very lock files say is kept. */
const folderName = `code-server-${lockFiles
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
  .digest('hex')
  .slice(0, 12)}`;
const folder = join(cache, folderName);

/** The npm package that holds Node's binary for this machine, as the package `node` names it. */
function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

/**
 * @typedef {object} NpmVSCode
 * @property {string} node the Node binary that runs it
 * @property {string} server VS Code's own server: `out/server-main.js`
 * @property {string} wrapper the code-server command
 */

/** @returns {NpmVSCode} */
const layout = () => ({
  node: process.versions.node.startsWith(`${nodeMajor}.`)
    ? process.execPath
    : join(folder, 'node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
  server: join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  wrapper: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
});

/**
 * Installs it once (about a minute, 600 MB) and says where it is. The install is made beside its
 * place and renamed when whole, so that one cut short is never taken for one.
 * @returns {Promise<NpmVSCode>}
 */
export async function npmVSCode() {
  if (existsSync(folder)) return layout();
  return locked(
    `${folder}.lock`,
    async () => {
      if (existsSync(folder)) return layout();
      mkdirSync(cache, { recursive: true });
      for (const left of readdirSync(cache)) {
        if (left.startsWith(`${folderName}.partial`)) rmSync(join(cache, left), { recursive: true, force: true });
      }
      const partial = `${folder}.partial-${process.pid}`;
      mkdirSync(partial);
      for (const file of ['package.json', 'package-lock.json']) copyFileSync(lockFile(file), join(partial, file));
      say(`VS Code from npm is not there yet; it goes to ${folder}`);
      const install = (cwd, ...args) =>
        npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], {
          cwd,
          quiet: true,
          timeout: 8 * 60_000,
          env: plainEnvironment(),
        });
      await progress('Downloading VS Code (npm: code-server) and Node 24', () => install(partial));
      const vscode = join(partial, 'node_modules', 'code-server', 'lib', 'vscode');
      // The lock file that comes with the server leaves out a package that it needs; that of the extensions is whole.
      copyFileSync(lockFile('server-lock.json'), join(vscode, 'npm-shrinkwrap.json'));
      await progress("Downloading VS Code's own modules", () => install(vscode, '--omit=dev'));
      await progress("Downloading its built-in extensions' modules", () =>
        install(join(vscode, 'extensions'), '--omit=dev'),
      );
      renameSync(partial, folder);
      return layout();
    },
    say,
  );
}

/** Without what an npm script around us has set for its own project. */
function plainEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_(local_prefix|global_prefix|prefix))/i.test(name),
    ),
  );
}
