// The mocha suite of test/editor, run inside the extension host of the npm VS Code.
import { join } from 'node:path';
import { counter } from './results.mjs';
import { discard, scratch } from './processes.mjs';
import { startServer } from './server.mjs';
import { openSession } from './session.mjs';
import { prepareWorkspace } from './workspace.mjs';

/** The extensions that move to the web worker host for that run. */
export const ours = ['idm-findings.idm-findings', 'idm-findings.idm-findings-tests'];

/**
 * @param {{ host: 'node' | 'web', runner: string, vsix: string, timeout: number, verbose?: boolean, settings?: object
 *   }} options `runner`: the folder of the extension that holds the bundled tests
 * @returns {Promise<{ passed: number, failed: number, skipped: number, failures: import('./results.mjs').Failure[] }>}
 */
export async function runSuiteInNpmVSCode({ host, runner, vsix, timeout, verbose = false, settings = {} }) {
  const folder = scratch();
  const workspace = prepareWorkspace(join(folder, 'workspace'));
  const kind = host === 'web' ? { 'remote.extensionKind': Object.fromEntries(ours.map(id => [id, ['web']])) } : {};
  const server = await startServer({ folder, vsix, settings: { ...kind, ...settings }, driven: true });
  let session;
  try {
    const count = counter(verbose);
    session = await openSession({ server, runner, workspace, timeout, onLine: count.take, unseen: true });
    const code = await session.ended;
    const result = count.result();
    if (!result) throw new Error(`The suite ended (code ${code}) before mocha reported.`);
    if (code !== 0 && result.failed === 0)
      throw new Error(`The extension host ended with code ${code} though no test failed.`);
    if (result.failed > 0) console.log(`    evidence: ${(await session.evidence(`suite-${host}`)).split(';')[0]}`);
    return result;
  } catch (error) {
    if (session) error.message += `\nSee ${await session.evidence(`suite-${host}`)}`;
    else error.message += `\nThe server's last lines:\n${server.log()}`;
    throw error;
  } finally {
    await session?.close();
    server.stop();
    discard(folder);
  }
}
