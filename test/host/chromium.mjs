// The browser that shows the npm VS Code: an installed Chromium, Chrome or Edge; on a Debian where
// we are root, one is installed; anywhere else the command to do so is named.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';
import { progress } from './progress.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

function usualPlaces() {
  const env = process.env;
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap(folder => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap(folder =>
    names.map(name => join(folder, name)),
  );
}

function onPath() {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap(folder => names.map(name => join(folder, name + ending)));
}

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first browser there is, or `undefined`. `CHROME_PATH` names another. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which is not there.`);
    return named;
  }
  return [...onPath(), ...usualPlaces()].find(runnable);
}

/** A browser's path; installs Chromium where we may, else fails naming the command. */
export async function chromium() {
  const found = findChromium();
  if (found) return found;
  const command =
    {
      darwin: 'brew install --cask chromium',
      win32: 'winget install Google.Chrome',
    }[process.platform] ??
    (existsSync('/etc/debian_version')
      ? 'apt-get update && apt-get install -y chromium'
      : "your system's package manager: install chromium");
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = args =>
      run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { quiet: true, env, timeout: 8 * 60_000 });
    await progress('Installing Chromium (apt-get)', async () => {
      await apt(['update']);
      await apt(['install', '-y', '--no-install-recommends', 'chromium']);
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    `No Chromium, Chrome or Edge was found, and the tests drive VS Code in one. Install it with:\n    ${command}\nor name one in the environment variable CHROME_PATH.`,
  );
}

/** What keeps a test browser quiet and able to run in a container. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
