// Where the harness finds and keeps things.
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What is downloaded once and kept: several checkouts can share one through the variable. */
export const cache = resolve(process.env.IDM_FINDINGS_VSCODE_CACHE || join(root, '.vscode-test'));

/** Where failed runs leave the server's log, the page's log and a screenshot. */
export const failures = join(root, 'out', 'failures');

/** A name in the temporary folder that later runs recognize as ours, whoever left it. */
export const scratchPrefix = join(tmpdir(), 'idm-findings-run-');
