// The folder that a test editor opens: a copy, so that no run changes what the next one sees.
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** @param {string} to @param {string} [from] a folder of test/fixtures */
export function prepareWorkspace(to, from = 'workspace') {
  const fixture = join(root, 'test', 'fixtures', from);
  mkdirSync(to, { recursive: true });
  if (existsSync(fixture)) cpSync(fixture, to, { recursive: true });
  return to;
}
