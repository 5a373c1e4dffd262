// The fewest deletions and insertions that make one sequence of another (Myers 1986), and pairs of like things among
// them.
import { certain } from './certain';

/** One step from the old sequence to the new: both numbers where a thing is kept, the old one's where it is deleted. */
export interface Step {
  readonly old?: number;
  readonly made?: number;
}

/** Beyond this many changes all that differs is one deletion and one insertion. */
const most = 1_500;

/** The steps in order; between two things kept, deletions come before insertions. */
export function differences(old: readonly string[], made: readonly string[]): Step[] {
  let start = 0;
  while (start < old.length && start < made.length && old[start] === made[start]) start++;
  let [oldEnd, madeEnd] = [old.length, made.length];
  while (oldEnd > start && madeEnd > start && old[oldEnd - 1] === made[madeEnd - 1])
    [oldEnd, madeEnd] = [oldEnd - 1, madeEnd - 1];
  const kept: (readonly [number, number])[] = [
    ...Array.from({ length: start }, (_, at) => [at, at] as const),
    ...keptBetween(old.slice(start, oldEnd), made.slice(start, madeEnd)).map(
      ([before, after]) => [before + start, after + start] as const,
    ),
    ...Array.from({ length: old.length - oldEnd }, (_, at) => [oldEnd + at, madeEnd + at] as const),
  ];
  return steps(kept, old.length, made.length);
}

/** The steps that keep these pairs, in order, and nothing else. */
function steps(kept: readonly (readonly [number, number])[], oldLength: number, madeLength: number): Step[] {
  const result: Step[] = [];
  let [before, after] = [0, 0];
  for (const [oldAt, madeAt] of [...kept, [oldLength, madeLength] as const]) {
    while (before < oldAt) result.push({ old: before++ });
    while (after < madeAt) result.push({ made: after++ });
    if (oldAt < oldLength || madeAt < madeLength) result.push({ old: before++, made: after++ });
  }
  return result;
}

function keptBetween(old: readonly string[], made: readonly string[]): [number, number][] {
  if (old.length === 0 || made.length === 0) return [];
  const reach: Int32Array[] = [];
  const limit = Math.min(most, old.length + made.length);
  let last = new Int32Array([0, 0, 0]);
  for (let changes = 0; changes <= limit; changes++) {
    // furthest[k + changes + 1]: how far the old sequence is read on diagonal k.
    const furthest = new Int32Array(2 * changes + 3);
    for (let k = -changes; k <= changes; k += 2) {
      const at = (diagonal: number): number => last[diagonal + changes] ?? 0;
      const down = k === -changes || (k !== changes && at(k - 1) < at(k + 1));
      let x = down ? at(k + 1) : at(k - 1) + 1;
      while (x < old.length && x - k < made.length && old[x] === made[x - k]) x++;
      furthest[k + changes + 1] = x;
      if (x >= old.length && x - k >= made.length) return traced(reach, old.length, made.length);
    }
    reach.push(furthest);
    last = furthest;
  }
  return [];
}

function traced(reach: readonly Int32Array[], oldLength: number, madeLength: number): [number, number][] {
  const kept: [number, number][] = [];
  let [x, y] = [oldLength, madeLength];
  for (let changes = reach.length; changes >= 0; changes--) {
    const k = x - y;
    const at = (diagonal: number): number => reach[changes - 1]?.[diagonal + changes] ?? 0;
    const down = k === -changes || (k !== changes && at(k - 1) < at(k + 1));
    let [fromX, fromK] = down ? [at(k + 1), k + 1] : [at(k - 1), k - 1];
    if (changes === 0) [fromX, fromK] = [0, 0];
    const fromY = fromX - fromK;
    while (x > fromX && y > fromY) kept.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return kept.toReversed();
}

/** Beyond this many comparisons no pairs are looked for. */
const mostCompared = 20_000;

/**
 * The steps with like things paired, too: those whose likeness, from 0 to 1, is not 0, so that the sum is greatest.
 * @param likeness of an old thing and a new one; neither is kept as it is
 */
export function withPairs(
  given: readonly Step[],
  likeness: (old: number, made: number, alone: boolean) => number,
): Step[] {
  const result: Step[] = [];
  let old: number[] = [];
  let made: number[] = [];
  const close = (): void => {
    const pairs =
      old.length * made.length > mostCompared
        ? []
        : paired(old.length, made.length, (i, j) =>
            likeness(certain(old[i]), certain(made[j]), old.length === 1 && made.length === 1),
          );
    for (const step of steps(pairs, old.length, made.length)) {
      result.push({
        ...(step.old !== undefined && { old: certain(old[step.old]) }),
        ...(step.made !== undefined && { made: certain(made[step.made]) }),
      });
    }
    [old, made] = [[], []];
  };
  for (const step of given) {
    if (step.old !== undefined && step.made !== undefined) {
      close();
      result.push(step);
    } else if (step.old !== undefined) old.push(step.old);
    else if (step.made !== undefined) made.push(step.made);
  }
  close();
  return result;
}

function paired(rows: number, columns: number, likeness: (row: number, column: number) => number): [number, number][] {
  const like = Array.from({ length: rows * columns }, (_, at) => likeness(Math.floor(at / columns), at % columns));
  // The greatest sum from a row and a column on; one more of each, of zeros.
  const best = new Float64Array((rows + 1) * (columns + 1));
  const bestFrom = (row: number, column: number): number => certain(best[row * (columns + 1) + column]);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      best[row * (columns + 1) + column] = Math.max(
        bestFrom(row + 1, column),
        bestFrom(row, column + 1),
        certain(like[row * columns + column]) + bestFrom(row + 1, column + 1),
      );
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const here = bestFrom(row, column);
    if (here === bestFrom(row + 1, column)) row++;
    else if (here === bestFrom(row, column + 1)) column++;
    else pairs.push([row++, column++]);
  }
  return pairs;
}
