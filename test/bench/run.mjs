// `npm run bench [-- NAME …] [--out FILE] [--runs N] [--host web]`: every bench, as tables; fails when a gate is not
// kept. A file NAME.bench.ts here runs in this process and exports `bench(): Report[]` (or a promise of
// it; see stats.mjs); `activation` and `completion` are inside VS Code.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { install, requireNode } from '../host/fresh.mjs';
import { root } from '../host/paths.mjs';
import { heading } from '../host/progress.mjs';
import { table } from './stats.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Bundles a bench for Node, so that it may import the sources: as the extension is bundled, since that is what is
 * measured.
 */
async function load(file) {
  const require = createRequire(import.meta.url);
  const { common } = require('../../esbuild.js');
  const outfile = join(root, 'out', 'bench', file.replace(/\.ts$/, '.cjs'));
  await require('esbuild').build({
    ...common,
    entryPoints: [join(here, file)],
    outfile,
    platform: 'node',
    packages: 'external',
    sourcemap: false,
  });
  return (await import(pathToFileURL(outfile).href)).default;
}

async function main() {
  requireNode();
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' }, runs: { type: 'string' }, host: { type: 'string' } },
    allowPositionals: true,
  });
  await install();
  const benches = Object.fromEntries(
    readdirSync(here)
      .filter(name => name.endsWith('.bench.ts'))
      .sort()
      .map(file => [file.replace('.bench.ts', ''), async () => (await load(file)).bench()]),
  );
  /** @type {Record<string, (options: { runs: number, host: string }) => Promise<object[]>>} */
  const inEditor = {
    ...(await import('./editor.mjs')).benches,
    ...(await import('./navigation.mjs')).benches,
    ...(await import('./workspace.mjs')).benches,
  };
  for (const [name, bench] of Object.entries(inEditor)) {
    benches[name] = () => bench({ runs: Number(values.runs ?? 5), host: values.host ?? 'node' });
  }
  const unknown = positionals.filter(name => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);

  const tables = [];
  let broken = 0;
  for (const [name, run] of Object.entries(benches)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    heading(`Bench: ${name}`);
    for (const report of await run()) {
      tables.push(table(report));
      console.log(`\n${tables.at(-1)}`);
      broken += (report.gates ?? []).filter(({ measured, limit }) => !(measured <= limit)).length;
    }
  }
  if (values.out) {
    mkdirSync(dirname(values.out), { recursive: true });
    const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`;
    writeFileSync(
      values.out,
      `# Benchmarks\n\n${new Date().toISOString().slice(0, 10)}, ${machine}. Written by \`npm run bench -- --out ${values.out}\`.\n\n${tables.join('\n')}`,
    );
  }
  if (broken > 0) throw new Error(`${broken} gate${broken === 1 ? '' : 's'} not kept.`);
}

main().then(
  () => process.exit(0),
  error => {
    console.error(`\nFAILED: ${error.message}`);
    process.exit(1);
  },
);
