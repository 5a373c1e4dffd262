// How the work of an entry grows with the text, and how long its longest step takes, in processor time of this process.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { timeOfStretches } from '../../threadTime';
import type { Entry } from './entries';
import type { Shape } from './shapes';
import { longestOf, stepsOf, type Longest } from './steps';

/**
 * Milliseconds of processor time so far: what else the machine does does not count, what is done beside (garbage) does.
 */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

interface Care {
  readonly runs: number;
  /** Where one run takes less, in milliseconds, the others could only say so once more. */
  readonly floor?: number;
  /** Whether the garbage of what was before is collected first: where not, some runs take its time for theirs. */
  readonly clean?: boolean;
}

/** The least time of some runs, the one least disturbed, in milliseconds. */
function cost(entry: Entry, text: string, { runs, floor = 0, clean = false }: Care): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const work = entry(text);
    if (clean) collect();
    const from = processor();
    work();
    least = Math.min(least, processor() - from);
    if (least > 500 || least < floor) break;
  }
  return least;
}

interface Growth {
  readonly exponent: number;
  /** The largest text tried, in UTF-16 units, and its time in milliseconds. */
  readonly size: number;
  readonly ms: number;
}

export interface Limits {
  /** The smallest and the largest text, in UTF-16 units; each is twice the one before. */
  readonly from: number;
  readonly to: number;
  /** Times below this say nothing of growth, in milliseconds. */
  readonly floor: number;
  /** No larger text is tried once one takes so long. */
  readonly enough: number;
  readonly clean?: boolean;
}

/** The exponent over the last three doublings; undefined where the times are too short to tell. */
export function growth(
  entry: Entry,
  shape: Shape,
  { from, to, floor, enough, clean = false }: Limits,
): Growth | undefined {
  const measured: { size: number; ms: number }[] = [];
  for (let size = from; size <= to; size *= 2) {
    const ms = cost(entry, shape(size), { runs: 3, floor, clean });
    if (ms >= floor) measured.push({ size, ms });
    if (ms > enough) break;
  }
  const last = measured.at(-1);
  if (!last || measured.length < 2) return undefined;
  return { exponent: slope(measured.slice(-4).map(({ size, ms }) => [Math.log2(size), Math.log2(ms)])), ...last };
}

/** How steep the straight line is that comes nearest to some points: one time that is off tells less than by two alone. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const middle = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [middle(0), middle(1)];
  const over = (at: 0 | 1): number =>
    points.reduce((sum, point) => sum + (point[0] - x) * (point[at] - (at === 0 ? x : y)), 0);
  return over(1) / over(0);
}

/**
 * Whether the work may grow faster than `exponent` says, so that `growth` is to be asked: by fewer steps of its size,
 * in an eighth of the time. A little less than the exponent is enough, since one run tells less than three.
 */
export function mayGrow(entry: Entry, shape: Shape, exponent: number, { from, to, floor, enough }: Limits): boolean {
  let before: number | undefined;
  for (let size = 2 * from; size <= to; size *= 8) {
    const ms = cost(entry, shape(size), { runs: size < 32 * 1024 ? 3 : 1 });
    if (ms >= floor && before !== undefined && Math.log2(ms / Math.max(before, floor / 10)) > 3 * (exponent - 0.1))
      return true;
    if (ms > enough) return false;
    before = ms;
  }
  return false;
}

/**
 * The longest steps with a draft that is open, in milliseconds. The same steps are gone through in every run, and of
 * each the least time counts, so that what else the machine does, and garbage of another's making, does not.
 */
export function longestSteps(text: string, runs = 4): Longest[] {
  let least = stepsOf(text, timeOfStretches());
  for (let run = 1; run < runs && longestOf(least).some(({ most }) => most > inShort); run++) {
    const again = stepsOf(text, timeOfStretches());
    least = least.map(({ of, took }, part) => ({
      of,
      took: took.map((ms, at) => Math.min(ms, again[part]?.took[at] ?? ms)),
    }));
  }
  return longestOf(least);
}

/** Where no step takes longer, in milliseconds, they are short enough without another run. */
const inShort = 8;
