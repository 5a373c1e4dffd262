// `npm run hostile`: every attack, with its figures: the property tests over hostile drafts and edits, the regular
// expressions, and the growth and the steps of every shape (hostile.ts, whose options it takes). Payloads in the real
// editor: `npm run editor-tests`.
import { spawn } from 'node:child_process';
import { run } from '../host/processes.mjs';
import { root } from '../host/paths.mjs';

/** The unit tests that attack. */
const attacks = /\[property\]|regular expressions of the extension|unit that is long/.source;

/** How many tests held and how many did not. */
function attack() {
  const child = spawn(
    process.execPath,
    [
      'node_modules/mocha/bin/mocha.js',
      '--require',
      'test/host/shortStacks.mjs',
      '--reporter',
      'json',
      '--grep',
      attacks,
      'out/unit/*.test.cjs',
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', data => {
    output += data;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      const { stats, failures } = JSON.parse(output.slice(output.indexOf('{\n  "stats"')));
      for (const { fullTitle } of failures) console.log(`FAILS ${fullTitle}`);
      console.log(`Properties and expressions: ${stats.tests} tried, ${stats.failures} failed`);
      resolve(stats.failures);
    });
  });
}

async function main() {
  const args = process.argv.slice(2);
  await run(process.execPath, ['esbuild.js', '--hostile', '--unit'], { cwd: root });
  const failed = args.length > 0 ? 0 : await attack();
  const growth = spawn(process.execPath, ['out/hostile/hostile.cjs', ...args], { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => {
    growth.once('error', reject);
    growth.once('close', resolve);
  });
  process.exitCode = failed > 0 || code !== 0 ? 1 : 0;
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
