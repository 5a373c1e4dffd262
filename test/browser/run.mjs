// The browser-driven runs: a real VS Code with the packaged extension, driven by keys and clicks.
//   node test/browser/run.mjs [WORDS of a run's name]
// Each file `NAME.run.mjs` here exports `runs`, titles and what to do with an open workbench, its
// `options`, and the extension `hosts` to do it in.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listed } from '../host/results.mjs';
import { openWorkbench } from '../host/workbench.mjs';
import { packageVsix } from '../../scripts/package.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** One after the other in one workbench; after a failure the rest would start from an unknown state, and is not run. */
async function inOrder(runs, workbench, file) {
  const result = { passed: 0, failures: [], left: 0 };
  for (const [at, [name, work]] of runs.entries()) {
    const began = Date.now();
    try {
      await work(workbench);
      result.passed += 1;
      console.log(`      ok ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
      result.failures.push({ name, message: error.message });
      result.left = runs.length - at - 1;
      console.log(`      FAILED ${name}\n        ${error.stack.replaceAll('\n', '\n        ')}`);
      console.log(`        See ${await workbench.evidence(`${file}-${name}`)}`);
      break;
    }
  }
  return result;
}

/** The runs of one file in a fresh editor. */
async function inFreshEditor(runs, settings, file) {
  let workbench;
  try {
    workbench = await openWorkbench(settings);
  } catch (error) {
    console.log(`      FAILED: no editor\n        ${error.stack.replaceAll('\n', '\n        ')}`);
    return { passed: 0, failures: [{ name: 'no editor', message: error.message }], left: runs.length };
  }
  try {
    return await inOrder(runs, workbench, file);
  } finally {
    await workbench.close();
  }
}

/**
 * @param {{ vsix?: string, only?: string }} [options]
 * @returns {Promise<{ passed: number, failed: number, failures: import('../host/results.mjs').Failure[] }>}
 */
export async function browserTests({ vsix, only = '' } = {}) {
  const packaged = vsix ?? (await packageVsix()).vsix;
  let passed = 0;
  let left = 0;
  const failures = [];
  for (const file of readdirSync(here)
    .filter(name => name.endsWith('.run.mjs'))
    .sort()) {
    const { title, runs, options, hosts = ['node'] } = await import(pathToFileURL(join(here, file)).href);
    const wanted = Object.entries(runs).filter(([name]) =>
      `${title} ${name}`.toLowerCase().includes(only.toLowerCase()),
    );
    if (wanted.length === 0) continue;
    for (const host of hosts) {
      const where = `${title}, ${host === 'web' ? 'web worker' : 'Node'} host`;
      console.log(`    ${where}`);
      const outcome = await inFreshEditor(wanted, { vsix: packaged, host, ...options }, `${file}-${host}`);
      passed += outcome.passed;
      left += outcome.left;
      failures.push(...outcome.failures.map(({ name, message }) => ({ name: `${where} (${file}): ${name}`, message })));
    }
  }
  const failed = failures.length;
  if (passed + failed === 0) throw new Error('No run ran.');
  if (failed > 0) console.log(`\n    What failed:\n${listed(failures)}`);
  console.log(`Browser: ${passed} passed, ${failed} failed${left > 0 ? `, ${left} not run after these` : ''}`);
  return { passed, failed, failures };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  browserTests({ only: process.argv.slice(2).join(' ') }).then(
    ({ failed }) => process.exit(failed > 0 ? 1 : 0),
    error => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
