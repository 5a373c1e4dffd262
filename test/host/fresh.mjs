// Whether node_modules is what package-lock.json says; makes it so. Needs no dependency itself.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm } from './processes.mjs';
import { progress, say } from './progress.mjs';

function installed() {
  const read = file => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const there = read('node_modules/.package-lock.json');
  return Object.entries(read('package-lock.json')).every(
    ([name, { version, optional }]) => name === '' || (there[name] ? there[name].version === version : optional),
  );
}

/** Runs `npm ci` where node_modules is missing or not what the lock file says. */
export async function install() {
  if (installed()) {
    say('node_modules is what package-lock.json says');
    return;
  }
  await progress('Installing dependencies (npm ci)', () =>
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, quiet: true, timeout: 10 * 60_000 }),
  );
}

/** Says clearly that this Node is too old, rather than failing somewhere inside. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: 20.19 or later is needed.`);
  }
}
