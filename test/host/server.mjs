// VS Code's own server from npm, on a port of its own, with folders of its own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmVSCode } from './npm-vscode.mjs';
import { run, start, stop } from './processes.mjs';
import { slowed } from './slow.mjs';

/** What every editor we start has set: nothing that talks to the network or covers the picture. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
};

/** Keeps the last lines of what a process prints. */
export function tail(child, lines = 60) {
  let text = '';
  const keep = data => {
    text = `${text}${data}`.split('\n').slice(-lines).join('\n');
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

/**
 * Resolves with the match when the process prints `ready`; rejects when it ends before, or after `timeout` ms.
 * @param {import('node:child_process').ChildProcess} child
 * @param {RegExp} ready
 * @param {number} timeout
 * @param {() => string} log
 */
export function printed(child, ready, timeout, log) {
  return new Promise((resolve, reject) => {
    let seen = '';
    const fail = why => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ${why}. Its last lines:\n${log()}`));
    };
    const timer = setTimeout(() => fail(`was not ready within ${timeout / 1000} s`), timeout);
    child.stdout.on('data', data => {
      seen += data;
      const match = ready.exec(seen);
      if (match) {
        clearTimeout(timer);
        resolve(match);
      }
    });
    child.once('error', error => fail(`could not be started: ${error.message}`));
    child.once('exit', code => fail(`ended with code ${code}`));
  });
}

/**
 * Installs the VSIX (or several) into fresh folders below `folder` and starts the server.
 * @param {{ folder: string, vsix?: string | string[], settings?: object, token?: string, port?: number, driven?:
 *   boolean, restricted?: boolean }} options `token`: for a person's session, which only who knows it can open;
 * `driven`: takes what drives a test run, and shows no messages then; `restricted`: folders are not trusted
 * @returns {Promise<{ origin: string, authority: string, user: string, set: (settings: object) => void, log: () =>
 *   string, stop: () => void, ended: Promise<void> }>} `user`: the folder of what the user has; `set`: writes the user
 *   settings, besides the quiet ones, which a window reads when it is loaded
 */
export async function startServer({
  folder,
  vsix,
  settings = {},
  token,
  port: wanted,
  driven = false,
  restricted = false,
}) {
  const { node, server } = await npmVSCode();
  const data = join(folder, 'server');
  const user = join(data, 'data', 'User');
  const extensions = join(folder, 'extensions');
  const set = changed => {
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...changed }, null, 2));
  };
  set(settings);
  mkdirSync(extensions, { recursive: true });
  const common = ['--accept-server-license-terms', '--server-data-dir', data, '--extensions-dir', extensions];
  const env = serverEnvironment();
  const vsixes = vsix === undefined ? [] : [vsix].flat();
  if (vsixes.length > 0) {
    await run(node, [server, ...common, ...vsixes.flatMap(file => ['--install-extension', file])], {
      quiet: true,
      timeout: 120_000,
      env,
    });
  }
  // With port 0 the server takes a free one itself, and says which: nobody can take it in between.
  const child = start(
    node,
    [
      server,
      ...common,
      '--host',
      '127.0.0.1',
      '--port',
      String(wanted ?? 0),
      '--telemetry-level',
      'off',
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      ...(driven ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env },
  );
  const log = tail(child);
  try {
    const ended = new Promise(resolve => {
      child.once('exit', () => resolve(undefined));
    });
    slowed(child);
    const [, port] = await printed(child, /Web UI available at [^\n]*:(\d+)/, 90_000, log);
    return {
      origin: `http://127.0.0.1:${port}`,
      authority: `127.0.0.1:${port}`,
      user,
      set,
      log,
      stop: () => stop(child),
      ended,
    };
  } catch (error) {
    stop(child);
    throw error;
  }
}

/** Without what would make the server behave as if it ran inside another editor's terminal. */
export function serverEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/i.test(name)),
  );
}
