// How every way in grows with every shape of text, doubled from 1 KB to 1 MB, and how long the longest step with it is,
// in milliseconds and in work, which is counted. Fails on an exponent over 1.2, and on a step with which a slice would
// take over 16 ms. `npm run hostile -- [--to KB] [--shape WORDS] [--entry WORDS] [--only growth|steps|work]
// [--part N/OF]`; a part is every so many shapes, so that several processes may share them.
import { parseArgs } from 'node:util';
import { entries, yardsticks, type Entry } from './growth/entries';
import { growth, longestSteps, mayGrow, type Limits } from './growth/measure';
import { shapes, type Shape } from './growth/shapes';
import type { Longest } from './growth/steps';
import { longestWork, mostWork } from './growth/work';

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: '1024' },
    shape: { type: 'string', default: '' },
    entry: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '1/1' },
  },
});
/** An exponent over this fails: linear, and some for what grows a little faster, such as sorting. */
const mostExponent = 1.2;
/**
 * A step may take so long, in milliseconds: a slice of work ends with the first that is over after 6, and a frame of
 * the screen is 16.
 */
const mostStep = 10;
const largest = Number(values.to) * 1024;
const limits: Limits = { from: 1024, to: largest, floor: 10, enough: 400 };

const surely: Limits = { ...limits, to: 2 * largest, floor: 20, enough: 1_500, clean: true };

const [nth = 1, count = 1] = values.part.split('/').map(Number);
const wantedShapes = Object.entries(shapes)
  .filter(([name]) => name.includes(values.shape))
  .filter((_, at) => at % count === nth - 1);
const wantedEntries = Object.entries(entries).filter(([name]) => name.includes(values.entry));

function growing(): number {
  let failed = 0;
  for (const [name, shape] of wantedShapes) {
    for (const [way, entry] of wantedEntries) {
      const told = whatGrows(way, entry, shape);
      if (told === undefined) continue;
      failed++;
      console.log(`${told.kind} ${way} · ${name}: ${told.what}`);
    }
  }
  console.log(`Growth: ${wantedShapes.length * wantedEntries.length} tried, ${failed} failed`);
  return failed;
}

/** How a way in grows with a shape, or what it throws; undefined where all is well. */
function whatGrows(
  way: string,
  entry: Entry,
  shape: Shape,
): { readonly kind: 'GROWS' | 'THROWS'; readonly what: string } | undefined {
  try {
    if (!mayGrow(entry, shape, mostExponent, limits)) return undefined;
    const ours = growth(entry, shape, limits);
    if (!ours || ours.exponent <= mostExponent) return undefined;
    // Once more, further, with longer times and without what was left by others, before it is said to grow.
    const again = growth(entry, shape, surely);
    if (!again || again.exponent <= mostExponent) return undefined;
    const yardstick = yardsticks[way];
    const theirs = yardstick && growth(yardstick, shape, surely);
    if (theirs && again.exponent <= Math.max(mostExponent, theirs.exponent) + 0.1) return undefined;
    const [exponent, ms, size] = [again.exponent.toFixed(2), again.ms.toFixed(0), Math.round(again.size / 1024)];
    return { kind: 'GROWS', what: `exponent ${exponent}, ${ms} ms at ${size} KB` };
  } catch (error) {
    return { kind: 'THROWS', what: String(error) };
  }
}

function stepping(title: string, longest: (text: string) => readonly Longest[], limit: number, unit: string): number {
  let tried = 0;
  let failed = 0;
  let most = 0;
  for (const [name, shape] of wantedShapes) {
    for (const { of, most: taken } of longest(shape(largest))) {
      tried++;
      most = Math.max(most, taken);
      if (taken <= limit) continue;
      failed++;
      console.log(`LONG  a step of ${of} · ${name}: ${taken.toFixed(0)} ${unit}`);
    }
  }
  console.log(`${title}: ${tried} tried, ${failed} failed, the longest ${most.toFixed(0)} ${unit}`);
  return failed;
}

const kinds: Readonly<Record<string, () => number>> = {
  work: () => stepping('Work of steps', longestWork(), mostWork, 'pieces of work'),
  steps: () => stepping('Time of steps', longestSteps, mostStep, 'ms'),
  growth: growing,
};
const failed = Object.entries(kinds).reduce(
  (sum, [name, part]) => (values.only === '' || values.only === name ? sum + part() : sum),
  0,
);
process.exitCode = failed > 0 ? 1 : 0;
