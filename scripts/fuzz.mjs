// `npm run fuzz -- 10m`: the property tests of `npm test`, from fresh seeds, round after round until the time is over.
// A failing case is printed as what to add to test/seeds.json, where it is a test from then on.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { run } from '../test/host/processes.mjs';
import { root } from '../test/host/paths.mjs';

const units = { s: 1, m: 60, h: 3600 };

/** Seconds, of "90", "90s", "10m" or "2h". */
function seconds(text) {
  const [, number, unit = 's'] = /^(\d+)([smh])?$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`"${text}" is no time: say 90s, 10m or 2h.`);
  return Number(number) * units[unit];
}

/**
 * All properties once, from one seed.
 * @param {number} seed
 * @returns {Promise<{ found: { title: string, seed: number, path: string }[], held: number, code: number | null }>}
 */
function round(seed) {
  const child = spawn(
    process.execPath,
    [
      'node_modules/mocha/bin/mocha.js',
      '--require',
      'test/host/shortStacks.mjs',
      '--fgrep',
      '[property]',
      'out/unit/*.test.cjs',
    ],
    {
      cwd: root,
      env: { ...process.env, IDM_FINDINGS_FUZZ_SEED: String(seed) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const found = [];
  let held = 0;
  createInterface(child.stdout).on('line', line => {
    if (line.startsWith('COUNTEREXAMPLE ')) found.push(JSON.parse(line.slice('COUNTEREXAMPLE '.length)));
    held = Number(/^\s+(\d+) passing/.exec(line)?.[1] ?? held);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve({ found, held, code }));
  });
}

async function main() {
  const end = Date.now() + seconds(process.argv[2] ?? '60s') * 1000;
  await run(process.execPath, ['esbuild.js', '--unit'], { cwd: root });
  const all = [];
  let rounds = 0;
  do {
    const { found, held, code } = await round(randomInt(2 ** 31));
    if (code !== 0 && found.length === 0)
      throw new Error('A property test failed other than by a counterexample; see above.');
    rounds += 1;
    all.push(...found);
    console.log(`Round ${rounds}: ${held} properties held, ${found.length} did not.`);
  } while (Date.now() < end);
  if (all.length === 0) return;
  console.log('\nTo keep as tests, add to "counterexamples" in test/seeds.json:');
  for (const title of new Set(all.map(each => each.title))) {
    const cases = all.filter(each => each.title === title).map(({ seed, path }) => ({ seed, path }));
    console.log(`    ${JSON.stringify(title)}: ${JSON.stringify(cases)},`);
  }
  process.exitCode = 1;
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
