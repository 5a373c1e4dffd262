// Runs the suite of test/editor inside VS Code, against the packaged VSIX.
//   node test/host/editor-tests.mjs [--host node|web] [--grep WORDS] [--verbose] [--vsix FILE]
// Without --host, in both extension hosts, one after the other.
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { packageVsix } from '../../scripts/package.mjs';
import { bundleSuite } from './bundle.mjs';
import { desktopVSCode, runSuiteInDesktop } from './desktop.mjs';
import { heading, say } from './progress.mjs';
import { sweep } from './processes.mjs';
import { listed } from './results.mjs';
import { runSuiteInNpmVSCode } from './suite.mjs';

const names = { node: 'Node', web: 'Web' };

/**
 * @param {{ hosts?: ('node' | 'web')[], grep?: string, verbose?: boolean, vsix?: string, timeout?: number }} [options]
 * @returns {Promise<{ passed: number, failed: number, failures: import('./results.mjs').Failure[] }>} of all hosts
 *   together
 */
export async function editorTests({
  hosts = ['node', 'web'],
  grep = '',
  verbose = false,
  vsix,
  timeout = 1_500_000,
} = {}) {
  sweep();
  const packaged = vsix ?? (await packageVsix()).vsix;
  const runner = await bundleSuite({ grep });
  const executable = await desktopVSCode();
  const total = { passed: 0, failed: 0, failures: [] };
  for (const host of hosts) {
    heading(`The suite in VS Code, ${host === 'node' ? 'Node' : 'web worker'} extension host`);
    const began = Date.now();
    const options = { host, runner, vsix: packaged, timeout, verbose };
    const { passed, failed, skipped, failures } = await (executable
      ? runSuiteInDesktop({ executable, ...options })
      : runSuiteInNpmVSCode(options));
    if (passed + failed === 0) throw new Error(grep ? `No test matches ${grep}.` : 'No test ran.');
    total.passed += passed;
    total.failed += failed;
    total.failures.push(...failures.map(({ name, message }) => ({ name: `${names[host]}: ${name}`, message })));
    say(`in ${Math.round((Date.now() - began) / 1000)} s`);
    console.log(`${names[host]}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  }
  if (total.failed > 0)
    console.log(
      `\n    What failed:\n${listed(total.failures)}Editor suite: ${total.passed} passed, ${total.failed} failed`,
    );
  return total;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      grep: { type: 'string' },
      verbose: { type: 'boolean' },
      vsix: { type: 'string' },
    },
  });
  if (values.host && !(values.host in names)) throw new Error('--host is node or web');
  editorTests({ ...values, ...(values.host && { hosts: [/** @type {'node' | 'web'} */ (values.host)] }) }).then(
    ({ failed }) => process.exit(failed > 0 ? 1 : 0),
    error => {
      console.error(`\n${error.message}`);
      process.exit(1);
    },
  );
}
