// `npm test`: everything, from a fresh clone. `node test/run.mjs [STEP …]` runs the steps named.
// A step that fails stops what would come after it, and what runs beside it goes on to its end; whatever was started is
// ended then.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode } from './host/fresh.mjs';
import { root } from './host/paths.mjs';
import { npm, run, start } from './host/processes.mjs';
import { heading, say } from './host/progress.mjs';
import { listed } from './host/results.mjs';

const totals = { passed: 0, failed: 0 };
let vsix;
/** @type {ReturnType<typeof import('./browser/run.mjs').browserQueue> | undefined} */
let browserWork;

/** Runs an npm script, and keeps what it says for its step's report. */
const script = async (print, ...args) => print(await npm(['run', '--silent', ...args], { cwd: root, quiet: true }));

const steps = {
  install: ['Dependencies', install],
  data: [
    'The committed corpora are what their sources yield',
    async () => {
      await run(process.execPath, ['esbuild.js', '--data'], { cwd: root });
      await run(process.execPath, [join('out', 'data', 'build.cjs'), '--check'], { cwd: root });
    },
  ],
  types: ['Types', print => script(print, 'typecheck')],
  lint: [
    'Lint, and the licences of what is bundled',
    async print => {
      await script(print, 'lint');
      await script(print, 'notice', '--', '--check');
    },
  ],
  spelling: ['Spelling of the pages', print => script(print, 'spelling')],
  package: [
    'Build and package',
    async () => {
      const { packageVsix } = await import('../scripts/package.mjs');
      const made = await packageVsix();
      vsix = made.vsix;
      const again = await packageVsix(join(root, 'out', 'again.vsix'));
      if (!readFileSync(vsix).equals(readFileSync(again.vsix)))
        throw new Error(`${vsix} and ${again.vsix}, packaged one after the other, differ.`);
      say(`VSIX ${made.size} bytes, the same when packaged again; ${made.bundle} bytes read at activation`);
    },
  ],
  fetch: [
    'What the tests run in: VS Code, a browser, pandoc',
    async () => {
      const { pandoc } = await import('./host/pandoc.mjs');
      const { npmVSCode } = await import('./host/npm-vscode.mjs');
      const { chromium } = await import('./host/chromium.mjs');
      const { desktopVSCode } = await import('./host/desktop.mjs');
      say(`pandoc ${await pandoc()}`);
      await npmVSCode();
      await chromium();
      await desktopVSCode();
    },
  ],
  unit: ['Unit tests', print => mochaTests('Unit', 'unit', 'unit', print)],
  hostile: ['Unit tests of hostile texts', print => mochaTests('Hostile', 'unit', 'hostile', print)],
  pandoc: ['Drafts through pandoc, to Word', print => mochaTests('Pandoc', 'pandoc', 'pandoc', print)],
  editor: [
    'Editor suite',
    async () => {
      const { editorTests } = await import('./host/editor-tests.mjs');
      add(await editorTests({ vsix }));
    },
  ],
  browser: [
    'Browser-driven runs of the whole editor',
    async print => {
      // All lanes work at the same runs.
      browserWork ??= import('./browser/run.mjs').then(({ browserQueue }) => browserQueue({ vsix }));
      const work = await browserWork;
      add(await work(line => print(`${line}\n`)));
    },
  ],
};

/**
 * What runs side by side, in lanes, one round after the other. In the first, what reads the sources, and what packages
 * them and mostly waits for the network. In the second, what computes, and what mostly waits for an editor. Whichever
 * lane comes to the browser-driven runs works at them, so that none waits for the others: three keep two processors
 * busy.
 */
const rounds = [
  [['install', 'data']],
  [
    ['types', 'lint', 'spelling'],
    ['package', 'fetch'],
  ],
  [
    ['unit', 'browser'],
    ['hostile', 'pandoc', 'browser'],
    ['editor', 'browser'],
  ],
];
/** Steps that nothing else needs: where one fails, its lane goes on. */
const tests = new Set(['unit', 'hostile', 'pandoc', 'editor', 'browser']);
/** What one of these steps needs, whether it was named or not. */
const needs = { pandoc: ['fetch'], editor: ['package', 'fetch'], browser: ['package', 'fetch'] };

/** @type {Map<string, Promise<string>>} */
const bundles = new Map();

/** Bundles the tests of one folder of test/, once for all that run some of them. */
function bundled(folder) {
  const bundling = bundles.get(folder) ?? run(process.execPath, ['esbuild.js', `--${folder}`], { cwd: root });
  bundles.set(folder, bundling);
  return bundling;
}

/**
 * Runs the tests of a bundle, in Node.
 * @param {string} folder the folder of test/ that they are of
 * @param {string} name the bundle's
 * @param {(text: string) => void} print
 */
async function mochaTests(title, folder, name, print) {
  await bundled(folder);
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const shortStacks = join(root, 'test', 'host', 'shortStacks.mjs');
  const options = ['--timeout', '60000', '--require', shortStacks];
  const child = start(process.execPath, [mocha, ...options, `out/${folder}/${name}.test.cjs`], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', data => {
    output += data;
    print(String(data));
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const number = word => Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  const result = { passed: number('passing'), failed: number('failing') };
  print(`${title}: ${result.passed} passed, ${result.failed} failed\n`);
  if (code !== 0 && result.failed === 0) throw new Error(`mocha ended with code ${code}.`);
  if (result.passed === 0) throw new Error(`No test of test/${folder} ran.`);
  add(result, output.slice(output.search(/^\s+\d+ failing/m)));
}

/** Counts what a step did; one with failures ends with what failed, since whatever runs beside it prints after it. */
function add({ passed, failed, failures = [] }, told = listed(failures)) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) throw new Error(`${failed} failed.\n${told.slice(0, 6000).trimEnd()}`);
}

/**
 * Runs a step, and says how long it took.
 * @param {boolean} whole whether what it prints comes in one piece at its end, since another step prints meanwhile
 */
async function perform(name, whole) {
  const [title, work] = steps[name];
  let kept = '';
  const print = text => {
    if (whole) kept += text;
    else process.stdout.write(text);
  };
  if (!whole) heading(title);
  const at = Date.now();
  try {
    await work(print);
  } catch (error) {
    throw new Error(`${title}: ${error.message}\nAgain: node test/run.mjs ${name}`, { cause: error });
  } finally {
    if (whole) {
      heading(title);
      process.stdout.write(kept);
    }
  }
  say(`(${title}: ${((Date.now() - at) / 1000).toFixed(1)} s)`);
}

async function main() {
  requireNode();
  const named = process.argv.slice(2);
  const unknown = named.filter(name => !(name in steps));
  if (unknown.length > 0)
    throw new Error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  const began = Date.now();
  const wanted = new Set(
    named.length === 0 ? Object.keys(steps) : named.flatMap(name => [name, ...(needs[name] ?? [])]),
  );
  for (const round of rounds) {
    const lanes = round.map(lane => lane.filter(name => wanted.has(name))).filter(lane => lane.length > 0);
    const failures = [];
    await Promise.all(
      lanes.map(async (lane, at) => {
        // The last lane prints as it goes, so that one sees that something happens.
        for (const name of lane) {
          try {
            await perform(name, at < lanes.length - 1);
          } catch (error) {
            failures.push(error.message);
            if (!tests.has(name)) return;
          }
        }
      }),
    );
    if (failures.length > 0) throw new Error(failures.join('\nFAILED: '));
  }
  console.log(`\nEverything passed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

main().then(
  () => {
    if (totals.passed > 0) console.log(`Total: ${totals.passed} passed, 0 failed`);
    process.exit(0);
  },
  error => {
    console.error(`\nFAILED: ${error.message}`);
    if (totals.passed + totals.failed > 0) console.log(`Total: ${totals.passed} passed, ${totals.failed} failed`);
    process.exit(1);
  },
);
