// `npm test`: everything, from a fresh clone. `node test/run.mjs [STEP …]` runs the steps named.
// Each step stops the run when it fails; whatever was started is ended with it.
import { readFileSync } from 'node:fs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode } from './host/fresh.mjs';
import { root } from './host/paths.mjs';
import { npm, run, start } from './host/processes.mjs';
import { heading, say } from './host/progress.mjs';

const totals = { passed: 0, failed: 0 };
let vsix;

const steps = {
  install: ['Dependencies', install],
  data: ['The committed corpora are what their sources yield', async () => {
    await run(process.execPath, ['esbuild.js', '--data'], { cwd: root });
    await run(process.execPath, [join('out', 'data', 'build.cjs'), '--check'], { cwd: root });
  }],
  types: ['Types', () => npm(['run', '--silent', 'typecheck'], { cwd: root })],
  lint: ['Lint, and the licences of what is bundled', async () => {
    await npm(['run', '--silent', 'lint'], { cwd: root });
    await npm(['run', '--silent', 'notice', '--', '--check'], { cwd: root });
  }],
  package: ['Build and package', async () => {
    const { packageVsix } = await import('../scripts/package.mjs');
    const made = await packageVsix();
    vsix = made.vsix;
    const again = await packageVsix(join(root, 'out', 'again.vsix'));
    if (!readFileSync(vsix).equals(readFileSync(again.vsix))) throw new Error(`${vsix} and ${again.vsix}, packaged one after the other, differ.`);
    say(`VSIX ${made.size} bytes, the same when packaged again; ${made.bundle} bytes read at activation`);
  }],
  unit: ['Unit tests', () => mochaTests('Unit', 'unit')],
  pandoc: ['Drafts through pandoc, to Word', async () => {
    const { pandoc } = await import('./host/pandoc.mjs');
    say(`pandoc ${await pandoc()}`);
    await mochaTests('Pandoc', 'pandoc');
  }],
  editor: ['Editor suite', async () => {
    const { editorTests } = await import('./host/editor-tests.mjs');
    const { pandoc } = await import('./host/pandoc.mjs');
    await pandoc();
    add(await editorTests({ vsix }));
  }],
  browser: ['Browser-driven run of the whole editor', async () => {
    const { browserTests } = await import('./browser/run.mjs');
    add(await browserTests({ vsix }));
  }],
};

/** Builds and runs the tests of one folder of test/, in Node. */
async function mochaTests(title, folder) {
  // A test that is gone would otherwise still run from its bundle.
  rmSync(join(root, 'out', folder), { recursive: true, force: true });
  await run(process.execPath, ['esbuild.js', `--${folder}`], { cwd: root });
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const child = start(process.execPath, [mocha, '--timeout', '60000', `out/${folder}/**/*.test.cjs`], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', data => { output += data; process.stdout.write(data); });
  const code = await new Promise((resolve, reject) => { child.once('error', reject); child.once('close', resolve); });
  const number = word => Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  const result = { passed: number('passing'), failed: number('failing') };
  console.log(`${title}: ${result.passed} passed, ${result.failed} failed`);
  if (code !== 0 && result.failed === 0) throw new Error(`mocha ended with code ${code}.`);
  if (result.passed === 0) throw new Error(`No test of test/${folder} ran.`);
  add(result);
}

function add({ passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) throw new Error(`${failed} failed.`);
}

async function main() {
  requireNode();
  const named = process.argv.slice(2);
  const unknown = named.filter(name => !(name in steps));
  if (unknown.length > 0) throw new Error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  const began = Date.now();
  for (const [name, [title, work]] of Object.entries(steps)) {
    if (named.length > 0 && !named.includes(name)) continue;
    heading(title);
    const at = Date.now();
    try {
      await work();
    } catch (error) {
      throw new Error(`${title}: ${error.message}\nAgain: node test/run.mjs ${name}`, { cause: error });
    }
    say(`(${((Date.now() - at) / 1000).toFixed(1)} s)`);
  }
  console.log(`\nEverything passed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

main().then(() => {
  if (totals.passed > 0) console.log(`Total: ${totals.passed} passed, 0 failed`);
  process.exit(0);
}, error => {
  console.error(`\nFAILED: ${error.message}`);
  if (totals.passed + totals.failed > 0) console.log(`Total: ${totals.passed} passed, ${totals.failed} failed`);
  process.exit(1);
});
