// The browser-driven runs: a real VS Code with the packaged extension, driven by keys and clicks.
//   node test/browser/run.mjs [WORDS of a file's title, or else of a run's name]
// Each file `NAME.run.mjs` here exports `runs`, titles and what to do with an open workbench, its
// `options`, and the extension `hosts` to do it in.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listed } from '../host/results.mjs';
import { openEditor } from '../host/workbench.mjs';
import { packageVsix } from '../../scripts/package.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** One after the other in one workbench; after a failure the rest would start from an unknown state, and is not run. */
async function inOrder(runs, workbench, file, say) {
  const result = { passed: 0, failures: [], left: 0 };
  for (const [at, [name, work]] of runs.entries()) {
    const began = Date.now();
    try {
      await work(workbench);
      result.passed += 1;
      say(`      ok ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
      result.failures.push({ name, message: error.message });
      result.left = runs.length - at - 1;
      say(`      FAILED ${name}\n        ${error.stack.replaceAll('\n', '\n        ')}`);
      say(`        See ${await workbench.evidence(`${file}-${name}`)}`);
      break;
    }
  }
  return result;
}

/**
 * The runs of one file in a fresh window. One editor shows them one after the other; after a failure, and for a file
 * whose folder is not trusted, it is another.
 * @param {string} vsix the packaged extension
 */
function windows(vsix) {
  /** @type {Awaited<ReturnType<typeof openEditor>> | undefined} */
  let editor;
  const close = async () => {
    await editor?.close();
    editor = undefined;
  };
  const inFreshWindow = async (runs, { restricted = false, ...settings }, file, say) => {
    let workbench;
    try {
      if (restricted) await close();
      editor ??= await openEditor({ vsix, restricted, unseen: true });
      workbench = await editor.open(settings);
    } catch (error) {
      await close();
      say(`      FAILED: no editor\n        ${error.stack.replaceAll('\n', '\n        ')}`);
      return { passed: 0, failures: [{ name: 'no editor', message: error.message }], left: runs.length };
    }
    const result = await inOrder(runs, workbench, file, say);
    if (restricted || result.failures.length > 0) await close();
    return result;
  };
  return { inFreshWindow, close };
}

/**
 * Each file in each of its hosts: what one fresh window runs. Words of a title mean all of that file, and nothing of
 * others that happen to have them in a run's name: a run may go on from those before it.
 */
async function editorRuns(only) {
  const files = readdirSync(here)
    .filter(name => name.endsWith('.run.mjs'))
    .sort();
  const all = await Promise.all(
    files.map(async file => ({ file, hosts: ['node'], ...(await import(pathToFileURL(join(here, file)).href)) })),
  );
  // The longest first, as far as one knows: then no worker is left with one while the others have nothing more to do.
  all.sort((one, other) => Object.keys(other.runs).length - Object.keys(one.runs).length);
  const named = words => words.toLowerCase().includes(only.toLowerCase());
  const titled = all.filter(({ title }) => named(title));
  return (titled.length > 0 ? titled : all).flatMap(({ file, title, hosts, options, runs }) => {
    const wanted = Object.entries(runs).filter(([name]) => titled.length > 0 || named(`${title} ${name}`));
    return wanted.length === 0 ? [] : hosts.map(host => ({ file, title, host, options, wanted }));
  });
}

/**
 * The runs, for one or more workers side by side, each with one editor at a time: who is done takes the next.
 * @param {{ vsix?: string, only?: string }} [options]
 * @returns {Promise<(say: (line: string) => void) => Promise<{ passed: number, failed: number, left: number,
 *   failures: import('../host/results.mjs').Failure[] }>>} a worker: runs what nobody has taken, and tells its own part
 */
export async function browserQueue({ vsix, only = '' } = {}) {
  const waiting = await editorRuns(only);
  if (waiting.length === 0) throw new Error('No run ran.');
  const packaged = vsix ?? (await packageVsix()).vsix;
  return async say => {
    let passed = 0;
    let left = 0;
    const failures = [];
    const { inFreshWindow, close } = windows(packaged);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { file, title, host, options, wanted } = next;
      const where = `${title}, ${host === 'web' ? 'web worker' : 'Node'} host`;
      say(`    ${where}`);
      const outcome = await inFreshWindow(wanted, { host, ...options }, `${file}-${host}`, say);
      passed += outcome.passed;
      left += outcome.left;
      failures.push(...outcome.failures.map(({ name, message }) => ({ name: `${where} (${file}): ${name}`, message })));
    }
    await close();
    const failed = failures.length;
    if (failed > 0) say(`\n    What failed:\n${listed(failures)}`);
    say(`Browser: ${passed} passed, ${failed} failed${left > 0 ? `, ${left} not run after these` : ''}`);
    return { passed, failed, left, failures };
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const work = async () => (await browserQueue({ only: process.argv.slice(2).join(' ') }))(console.log);
  work().then(
    ({ failed }) => process.exit(failed > 0 ? 1 : 0),
    error => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
