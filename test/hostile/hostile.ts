// How every way in grows with every shape of text, doubled from 1 KB to 1 MB, and the longest step of a check of it.
// Fails on an exponent over 1.2 and on a step over 16 ms. `npm run hostile -- [--to KB] [--shape WORDS] [--entry WORDS] [--only growth|steps]`
import { parseArgs } from 'node:util';
import { entries, yardsticks } from './growth/entries';
import { growth, longestSteps, type Limits } from './growth/measure';
import { shapes } from './growth/shapes';

const { values } = parseArgs({
  options: { to: { type: 'string', default: '1024' }, shape: { type: 'string', default: '' }, entry: { type: 'string', default: '' }, only: { type: 'string', default: '' } },
});
/** An exponent over this fails: linear, and some for what grows a little faster, such as sorting. */
const mostExponent = 1.2;
/** A step may take so long, in milliseconds: one frame of the screen. */
const mostStep = 16;
const largest = Number(values.to) * 1024;
const limits: Limits = { from: 1024, to: largest, floor: 10, enough: 400 };

const wantedShapes = Object.entries(shapes).filter(([name]) => name.includes(values.shape));
const wantedEntries = Object.entries(entries).filter(([name]) => name.includes(values.entry));

function growing(): number {
  let failed = 0;
  for (const [name, shape] of wantedShapes) {
    for (const [way, entry] of wantedEntries) {
      const ours = growth(entry, shape, limits);
      if (!ours || ours.exponent <= mostExponent) continue;
      // Once more, further and with longer times, before it is said to grow.
      const again = growth(entry, shape, { ...limits, floor: 20, enough: 1_500 });
      if (!again || again.exponent <= mostExponent) continue;
      const yardstick = yardsticks[way];
      const theirs = yardstick && growth(yardstick, shape, limits);
      if (theirs && again.exponent <= Math.max(mostExponent, theirs.exponent) + 0.1) continue;
      failed++;
      console.log(`GROWS ${way} · ${name}: exponent ${again.exponent.toFixed(2)}, ${again.ms.toFixed(0)} ms at ${Math.round(again.size / 1024)} KB`);
    }
  }
  console.log(`Growth: ${wantedShapes.length * wantedEntries.length} tried, ${failed} failed`);
  return failed;
}

function stepping(): number {
  let failed = 0;
  for (const [name, shape] of wantedShapes) {
    const { first, keystroke } = longestSteps(shape(largest));
    if (first > mostStep) console.log(`LONG  a step of the first check · ${name}: ${first.toFixed(0)} ms`);
    if (keystroke > mostStep) console.log(`LONG  a step after a keystroke · ${name}: ${keystroke.toFixed(0)} ms`);
    failed += Number(first > mostStep) + Number(keystroke > mostStep);
  }
  console.log(`Steps: ${wantedShapes.length * 2} tried, ${failed} failed`);
  return failed;
}

const failed = (values.only === 'steps' ? 0 : growing()) + (values.only === 'growth' ? 0 : stepping());
process.exitCode = failed > 0 ? 1 : 0;
