// How the work of an entry grows with the text, and how long its longest step takes, in processor time of this process.
import { Checker } from '../../../src/domain/check/checker';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { options, places, tools, type Entry } from './entries';
import type { Shape } from './shapes';

/** Milliseconds of processor time so far: what else the machine does does not count, what is done beside (garbage) does. */
export function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The least time of some runs, the one least disturbed, in milliseconds. */
export function cost(entry: Entry, text: string, runs = 3): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const work = entry(text);
    const from = processor();
    work();
    least = Math.min(least, processor() - from);
    if (least > 500) break;
  }
  return least;
}

export interface Growth {
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
}

/** The exponent over the last three doublings; undefined where the times are too short to tell. */
export function growth(entry: Entry, shape: Shape, { from, to, floor, enough }: Limits): Growth | undefined {
  const measured: { size: number; ms: number }[] = [];
  for (let size = from; size <= to; size *= 2) {
    const ms = cost(entry, shape(size));
    if (ms >= floor) measured.push({ size, ms });
    if (ms > enough) break;
  }
  const last = measured.at(-1);
  const first = measured.at(Math.max(0, measured.length - 4));
  if (!last || !first || first === last) return undefined;
  return { exponent: Math.log2(last.ms / first.ms) / Math.log2(last.size / first.size), ...last };
}

export interface Steps {
  /** The longest step of a first check, in milliseconds. */
  readonly first: number;
  /** The longest after a keystroke: of following it, or of checking again. */
  readonly keystroke: number;
}

/** The longest steps with a draft that is open. Each is the least of some runs, so that garbage of another's making does not count. */
export function longestSteps(text: string, runs = 2): Steps {
  const all = Array.from({ length: runs }, () => longestOf(text));
  return { first: Math.min(...all.map(each => each.first)), keystroke: Math.min(...all.map(each => each.keystroke)) };
}

function longestOf(text: string): Steps {
  const draft = Draft.of(text, library);
  const checker = new Checker(draft, tools);
  const first = longest(checker.steps(options));
  let keystroke = 0;
  for (const at of places(draft.length)) {
    const from = processor();
    draft.apply([{ start: at, end: at, text: 'x' }]);
    keystroke = Math.max(keystroke, processor() - from, longest(checker.steps(options)));
  }
  return { first, keystroke };
}

function longest(steps: Generator<unknown, unknown>): number {
  let most = 0;
  for (let done = false; !done;) {
    const from = processor();
    done = steps.next().done === true;
    most = Math.max(most, processor() - from);
  }
  return most;
}
