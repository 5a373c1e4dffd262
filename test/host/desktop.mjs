// Desktop VS Code, where it can be had: the one that @vscode/test-electron finds or downloads.
// IDM_FINDINGS_VSCODE names an executable to use instead, or `npm` for never.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cache, failures, root } from './paths.mjs';
import { discard, run, scratch, start, stop } from './processes.mjs';
import { say } from './progress.mjs';
import { counter } from './results.mjs';
import { quietSettings, serverEnvironment, tail } from './server.mjs';
import { ours } from './suite.mjs';
import { prepareWorkspace } from './workspace.mjs';

/** The version that is downloaded: that of the VS Code from npm (test/host/vscode). */
const version = '1.139.1';
const probeSeconds = 6;
let found;

/** The executable of a desktop VS Code, or `undefined` after saying why there is none. Asked once. */
export function desktopVSCode() {
  found ??= search();
  return found;
}

async function search() {
  const named = process.env.IDM_FINDINGS_VSCODE;
  if (named === 'npm') return undefined;
  if (named) {
    if (!existsSync(named)) throw new Error(`IDM_FINDINGS_VSCODE names ${named}, which is not there.`);
    return named;
  }
  const none = why => {
    say(`Desktop VS Code is not used: ${why}. The VS Code from npm is.`);
    return undefined;
  };
  if (process.platform === 'linux' && !display() && !onPath('xvfb-run'))
    return none('there is no display and no xvfb-run');
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  const downloaded =
    existsSync(cache) &&
    readdirSync(cache).some(
      name =>
        name.startsWith('vscode-') && name.endsWith(`-${version}`) && existsSync(join(cache, name, 'is-complete')),
    );
  if (!downloaded && !(await reachable())) return none('its download server cannot be reached');
  try {
    if (!downloaded) say(`Downloading desktop VS Code ${version} to ${cache}`);
    mkdirSync(cache, { recursive: true });
    const options = { version, cachePath: cache, timeout: 10_000 };
    return await downloadAndUnzipVSCode(downloaded ? { ...options, reporter: new SilentReporter() } : options);
  } catch (error) {
    return none(`its download failed (${error?.message ?? error})`);
  }
}

export const display = () => Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => folder && existsSync(join(folder, name)));
}

/**
 * Whether the download server answers. Asked in a process that can be ended: where the network
 * swallows everything, even a name look-up blocks for longer than anyone wants to wait.
 */
async function reachable() {
  const ask =
    "require('@vscode/test-electron/out/download.js').fetchStableVersions(true, 5000).then(() => process.exit(0), () => process.exit(1))";
  return run(process.execPath, ['-e', ask], { cwd: root, quiet: true, timeout: probeSeconds * 1000 }).then(
    () => true,
    () => false,
  );
}

/** Starts desktop VS Code, under a virtual display where there is none. */
export function startDesktop(executable, args, options = {}) {
  const virtual = process.platform === 'linux' && !display();
  const env = serverEnvironment();
  return virtual
    ? start('xvfb-run', ['-a', executable, ...args], { env, ...options })
    : start(executable, args, { env, ...options });
}

/** Folders of its own for one desktop VS Code, with the VSIX installed; gives the arguments naming them. */
export async function prepareDesktop({ executable, folder, vsix, settings = {} }) {
  const { resolveCliArgsFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const user = join(folder, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  const own = [`--user-data-dir=${join(folder, 'data')}`, `--extensions-dir=${join(folder, 'extensions')}`];
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  await run(cli, [...args, ...sandbox, ...own, '--install-extension', vsix, '--force'], {
    quiet: true,
    timeout: 120_000,
    env: serverEnvironment(),
    shellOnWindows: true,
  });
  return [
    ...sandbox,
    ...own,
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-updates',
    '--disable-workspace-trust',
    '--disable-telemetry',
  ];
}

/**
 * The suite in desktop VS Code; as `runSuiteInNpmVSCode`.
 * @param {{ executable: string, host: 'node' | 'web', runner: string, vsix: string, timeout: number, verbose?: boolean,
 *   settings?: object }} options
 */
export async function runSuiteInDesktop({ executable, host, runner, vsix, timeout, verbose = false, settings = {} }) {
  const folder = scratch();
  try {
    const workspace = prepareWorkspace(join(folder, 'workspace'));
    const web = host === 'web';
    const kind = web
      ? { 'extensions.webWorker': true, 'remote.extensionKind': Object.fromEntries(ours.map(id => [id, ['web']])) }
      : {};
    const args = await prepareDesktop({ executable, folder, vsix, settings: { ...kind, ...settings } });
    const count = counter(verbose);
    const child = startDesktop(
      executable,
      [
        workspace,
        ...args,
        '--disable-gpu',
        `--extensionDevelopmentPath=${runner}`,
        `--extensionTestsPath=${join(runner, 'index.js')}`,
        ...(web ? ['--extensionDevelopmentKind=web'] : []),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const log = tail(child, 200);
    const code = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop(child);
        reject(new Error(`The suite did not end within ${timeout / 1000} s.`));
      }, timeout);
      for (const stream of [child.stdout, child.stderr]) {
        let rest = '';
        stream.on('data', data => {
          const lines = `${rest}${data}`.split(/\r?\n/);
          rest = lines.pop() ?? '';
          for (const line of lines) count.take(line);
        });
      }
      child.once('error', error => {
        clearTimeout(timer);
        reject(error);
      });
      child.once('close', ended => {
        clearTimeout(timer);
        resolve(ended);
      });
    }).catch(error => {
      throw new Error(`${error.message}\nVS Code's last lines:\n${log()}`);
    });
    const result = count.result();
    if (!result || (code !== 0 && result.failed === 0)) {
      mkdirSync(failures, { recursive: true });
      writeFileSync(join(failures, `suite-${host}.desktop.log`), log());
      throw new Error(
        `VS Code ended with code ${code}${result ? ' though no test failed' : ' before mocha reported'}. Its last lines:\n${log()}`,
      );
    }
    return result;
  } finally {
    discard(folder);
  }
}
