/**
 * How often each part of the sources runs, counted by the engine as it runs: the same number at every run and on every
 * machine, be it busy or slow. What the engine's own functions do, such as searching in a text, does not count.
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { firstFrom } from '../../../src/domain/text/sorted';

/** How often a part ran: a function, a branch or the body of a loop, by its name and its place in the bundle. */
type Counts = ReadonlyMap<string, number>;

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
    }[];
  }[];
}

/** Counts what the sources in a bundle do. */
export class Counter {
  readonly #session = new Session();
  readonly #modules: readonly { readonly name: string; readonly start: number }[];

  /**
   * @param file the bundle, that of the test itself: it is counted from here on, so what ran before has but its
   *   functions counted
   * @param within how the names of the sources begin that are counted
   */
  constructor(
    readonly file: string,
    readonly within: string,
  ) {
    // The bundler names each module in a line of its own.
    this.#modules = [...readFileSync(file, 'utf8').matchAll(/^ *\/\/ ((?:src|test|data|node_modules)\/\S+)$/gm)].map(
      ({ 1: name = '', index }) => ({ name, start: index }),
    );
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /**
   * Does some work and says how often each part of the bundle has run in it; what did not is left out. To take the
   * counts costs as much as the work: so what runs between two of these counts for the later one.
   */
  of(work: () => unknown): Counts {
    work();
    const counts = new Map<string, number>();
    for (const { url, functions } of this.#taken().result) {
      if (!url.endsWith(this.file)) continue;
      for (const { functionName, ranges } of functions) {
        const module = this.#moduleAt(ranges[0]?.startOffset ?? 0);
        if (!module.startsWith(this.within)) continue;
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) counts.set(`${module} ${functionName || 'a function'} ${startOffset}–${endOffset}`, count);
      }
    }
    return counts;
  }

  stop(): void {
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }

  #moduleAt(offset: number): string {
    return this.#modules[firstFrom(this.#modules, offset + 1, ({ start }) => start) - 1]?.name ?? '';
  }

  #taken(): Coverage {
    let taken: Coverage = { result: [] };
    this.#session.post('Profiler.takePreciseCoverage', (error: Error | null, coverage: Coverage) => {
      if (error) throw error;
      taken = coverage;
    });
    return taken;
  }
}

/** A part that runs more often than in proportion to the text. */
interface Growing {
  readonly part: string;
  readonly less: number;
  readonly more: number;
}

/**
 * The parts that ran more than so many times as often for the larger text, and for each of its characters.
 * @param times for a text four times as long, four is linear and sixteen is square
 */
export function growing(less: Counts, more: Counts, characters: number, times: number, each: number): Growing[] {
  return [...more].flatMap(([part, count]) => {
    const before = less.get(part) ?? 0;
    return count > times * before && count > each * characters ? [{ part, less: before, more: count }] : [];
  });
}
