/** A seeded generator of quotations a drafter could write, of the kinds in honest.ts and altered.ts. */
import type { Finding } from '../../../src/domain/corpus/types';

export interface Sample {
  readonly kind: string;
  /** What stands between the quotation marks. */
  readonly quote: string;
  readonly cited: string;
  /** Words the source has in the cited finding's place, for a failing test's message. */
  readonly from: string;
}

export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.next() * list.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
}

export const words = (text: string): string[] => text.split(' ');
export const inner = (word: string): boolean => !/[.,;:()]$/.test(word);

/** Behind these a quotation would begin without the source's quantity: "some", "part of the". */
const quantity =
  /(?:^|[ "“(])(?:some|several|many|most|certain|numerous|various|few|(?:some|several|many|most|half|majority|minority|parts?) of(?: (?:the|these|those|their|its|our|this|that))?)$/i;

/** A part of the finding, from `least` words on, that begins and ends within it and cuts off no quantity. */
export function part(random: Random, text: string, least: number, most: number): string[] {
  const all = words(text);
  const length = Math.min(all.length, random.int(least, most));
  const drawn = random.int(0, all.length - length);
  let start = drawn;
  while (start > 0 && quantity.test(all.slice(Math.max(0, start - 3), start).join(' '))) start--;
  return all.slice(start, drawn + length);
}

export const trimEnd = (text: string): string => text.replace(/[.,;:]$/, '');
export const otherCase = (text: string): string => {
  const first = text.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + text.slice(1);
};
/** Makes a quotation of a kind from a finding; undefined where the finding has nothing for it. */
export type Make = (random: Random, finding: Finding, others: readonly Finding[]) => string | undefined;

/** `count` samples of each kind, as far as the findings allow; each finding in turn. */
export function samples(
  kinds: Readonly<Record<string, Make>>,
  findings: readonly Finding[],
  count: number,
  seed: number,
): Sample[] {
  const random = new Random(seed);
  const made: Sample[] = [];
  for (const [kind, make] of Object.entries(kinds)) {
    const seen = new Set<string>();
    for (let turn = 0; turn < 40 * count && seen.size < count; turn++) {
      const finding = random.pick(findings);
      const quote = make(
        random,
        finding,
        findings.filter(other => other !== finding),
      );
      if (quote === undefined || (quote === finding.text && kind !== 'whole') || seen.has(quote + finding.id)) continue;
      seen.add(quote + finding.id);
      made.push({ kind, quote, cited: finding.id, from: finding.text });
    }
  }
  return made;
}
