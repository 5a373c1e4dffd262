// Every process the harness starts goes through here, so that none outlives it: not after a
// failure, not after Ctrl+C, not after an exception.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { scratchPrefix } from './paths.mjs';

const windows = process.platform === 'win32';
/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {Set<string>} */
const folders = new Set();

/**
 * Starts a process in a group of its own, which `stop` and the end of this process end whole.
 * On Windows, `npm` and the like are command files, which only a shell starts.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { shellOnWindows?: boolean }} [options]
 */
export function start(command, args, { shellOnWindows = false, ...options } = {}) {
  const shell = windows && shellOnWindows;
  const child = spawn(shell ? quoted(command) : command, shell ? args.map(quoted) : [...args], {
    detached: !windows,
    windowsHide: true,
    shell,
    ...options,
  });
  children.add(child);
  for (const folder of folders) if (child.pid) appendFileSync(join(folder, 'children'), `${child.pid}\n`);
  child.on('exit', () => children.delete(child));
  child.on('error', () => children.delete(child));
  return child;
}

const quoted = word => (/[\s"]/.test(word) ? `"${word.replaceAll('"', '\\"')}"` : word);

/** Ends a process and all that it started. */
export function stop(child, signal = 'SIGKILL') {
  if (!child.pid) return;
  children.delete(child);
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * Runs a command to its end. Its output is shown as it comes, or, with `quiet`, only when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { quiet?: boolean, timeout?: number, shellOnWindows?: boolean }}
 *   [options]
 * @returns {Promise<string>} what it printed, where `quiet`
 */
export function run(command, args, { quiet = false, timeout = 0, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, {
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      ...options,
    });
    let output = '';
    child.stdout?.on('data', data => {
      output += data;
    });
    child.stderr?.on('data', data => {
      output += data;
    });
    const line = [command, ...args].join(' ');
    const timer =
      timeout &&
      setTimeout(() => {
        stop(child);
        reject(new Error(`\`${line}\` did not end within ${timeout / 1000} s.\n${output}`));
      }, timeout);
    child.on('error', error => {
      clearTimeout(timer);
      reject(new Error(`\`${line}\` could not be started: ${error.message}`));
    });
    child.on('close', code => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else reject(new Error(`\`${line}\` failed (exit code ${code}).${output ? `\n${output}` : ''}`));
    });
  });
}

/** Runs npm as this process was run by it, else the one on the path. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return run(process.execPath, [script, ...args], options);
  return run('npm', args, { shellOnWindows: true, ...options });
}

/** A new folder outside the project, removed when this process ends. */
export function scratch() {
  const folder = mkdtempSync(scratchPrefix);
  writeFileSync(join(folder, 'pid'), String(process.pid));
  folders.add(folder);
  return folder;
}

/** Removes a folder at once, though a process that is just ending may still be writing into it. */
export function discard(folder) {
  folders.delete(folder);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // The next run sweeps it away.
  }
}

/** Ends and removes what runs that were killed (`kill -9`) left behind. */
export function sweep() {
  const parent = dirname(scratchPrefix);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(basename(scratchPrefix))) continue;
    const folder = join(parent, name);
    let owner = 0;
    try {
      owner = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    } catch {
      /* being made or removed */ continue;
    }
    if (alive(owner)) continue;
    endOrphans(folder);
    discard(folder);
  }
}

/** Ends the processes that a folder's dead owner had started and that still work in that folder. */
function endOrphans(folder) {
  if (windows) return;
  let pids = [];
  try {
    pids = readFileSync(join(folder, 'children'), 'utf8').split('\n').filter(Boolean).map(Number);
  } catch {
    /* it had started none */
  }
  for (const pid of pids) {
    // Its number may long be another process's: only one that names the folder is ours.
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    if (!stdout?.includes(folder)) continue;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      /* it has ended meanwhile */
    }
  }
}

export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

let cleaned = false;
export function cleanUp() {
  if (cleaned) return;
  cleaned = true;
  for (const child of children) stop(child);
  for (const folder of folders) discard(folder);
}

process.on('exit', cleanUp);
/** @type {[NodeJS.Signals, number][]} */
const endings = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
];
for (const [signal, code] of endings) {
  process.on(signal, () => {
    cleanUp();
    process.exit(code);
  });
}
