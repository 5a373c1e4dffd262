// How the work of each entry point grows with each shape of text: `node test/hostile/growth/run.mjs [ENTRY] [SHAPE] [LARGEST]`.
// Prints the exponent over the last doublings where it is over 1.2, and fails if one is; what markdown-it itself takes is left out.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../host/paths.mjs';

const [entryName = '', shapeName = '', largest = String(1 << 20)] = process.argv.slice(2);
const outfile = join(root, 'out', 'hostile', 'growth.cjs');
await build({
  absWorkingDir: root,
  stdin: { contents: 'export * from "./shapes"; export * from "./entries";', resolveDir: join(root, 'test', 'hostile', 'growth'), loader: 'ts' },
  outfile, bundle: true, format: 'cjs', platform: 'node', target: 'es2022', packages: 'external', loader: { '.txt': 'text' },
});
const { shapes, entries, opened } = createRequire(import.meta.url)(outfile);

/** Processor time of this process, in milliseconds. */
const time = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** Below it a measurement is noise; above the other no larger text is tried. */
const floor = 6;
const enough = 1500;
let failed = 0;
let tried = 0;

for (const [shape, make] of Object.entries(shapes)) {
  if (!shape.includes(shapeName)) continue;
  for (const [entry, act] of Object.entries(entries)) {
    if (!entry.includes(entryName)) continue;
    const times = [];
    for (let size = 8192; size <= Number(largest) && (times.at(-1) ?? 0) < enough; size *= 2) {
      const text = make(size);
      let best = Infinity;
      for (let turn = 0; turn < 3 && best > floor / 2; turn++) {
        const draft = opened(text);
        const begin = time();
        act(draft);
        best = Math.min(best, time() - begin);
      }
      times.push(best);
    }
    const measured = times.filter(each => each > floor);
    const last = measured.slice(-4);
    const exponent = last.length < 3 ? 0 : Math.log2(last.at(-1) / last[0]) / (last.length - 1);
    tried++;
    if (exponent <= 1.2) continue;
    const own = entry !== 'markdown-it alone';
    if (own) failed++;
    console.log(`${exponent.toFixed(2)}${own ? '' : ' (not ours)'}  ${shape}: ${entry}, ${times.map(each => each.toFixed(0)).join(' ')} ms`);
  }
}
console.log(`${tried} tried, ${failed} grow faster than the text`);
process.exitCode = failed > 0 ? 1 : 0;
