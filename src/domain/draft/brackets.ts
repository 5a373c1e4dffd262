/** Pairs of brackets in a text: where each opening one is closed, and the innermost one around a place. */
import { firstFrom } from '../text/sorted';
import type { Range } from '../text/ranges';
import { certain } from '../certain';

/** A pair: where it opens and closes, and the innermost pair around it. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  readonly around: Pair | undefined;
}

/** So many characters are read in one step. */
const charactersAtOnce = 16_000;
/** So many brackets are paired in one step. */
const pairsAtOnce = 4_000;

export class Brackets {
  /** In the order in which they open. */
  readonly #pairs: readonly Pair[];

  private constructor(pairs: readonly Pair[]) {
    this.#pairs = pairs;
  }

  /** The pairs in a text. Brackets inside `skip` (in order) count as ordinary characters. */
  static of(text: string, open: string, close: string, skip: readonly Range[] = []): Brackets {
    const reading = Brackets.reading(text, open, close, skip);
    for (let step = reading.next(); ; step = reading.next()) if (step.done) return step.value;
  }

  /** The same in steps of some thousand characters each. */
  static *reading(text: string, open: string, close: string, skip: readonly Range[] = []): Generator<void, Brackets> {
    const opening = open.charCodeAt(0);
    const closing = close.charCodeAt(0);
    // Lists that grow to a million would be copied again and again.
    const most = text.length;
    /** Where brackets open, and where each is closed: 0 if nowhere; then which of them are open still. */
    const [opens, closes, waiting] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
    let opened = 0;
    let stillOpen = 0;
    let next = 0;
    let stop = charactersAtOnce;
    for (let at = 0; at < text.length; at++) {
      if (at >= stop) {
        stop = at + charactersAtOnce;
        yield;
      }
      while (next < skip.length && (skip[next]?.end ?? 0) <= at) next++;
      const zone = skip[next];
      if (zone && zone.start <= at) {
        at = zone.end - 1;
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === opening) {
        waiting[stillOpen++] = opened;
        opens[opened++] = at;
      } else if (code === closing && stillOpen > 0) closes[certain(waiting[--stillOpen])] = at;
    }
    return new Brackets(yield* paired(opens.subarray(0, opened), closes));
  }

  /** The closing bracket of the one that opens at a place. */
  closeOf(open: number): number | undefined {
    const pair = this.#pairs[this.#from(open)];
    return pair?.open === open ? pair.close : undefined;
  }

  /** The innermost pair around a place. Looks back no further than `limit` characters. */
  around(at: number, limit: number): { readonly open: number; readonly close: number } | undefined {
    // What opens last before the place either closes behind it, or stands in what does.
    for (let pair = this.#pairs[this.#from(at) - 1]; pair && at - pair.open <= limit; pair = pair.around)
      if (pair.close >= at) return pair;
    return undefined;
  }

  #from(at: number): number {
    return firstFrom(this.#pairs, at, pair => pair.open);
  }
}

/** The pairs of the brackets that are closed, each with the one around it; in steps. */
function* paired(opens: Int32Array, closes: Int32Array): Generator<void, Pair[]> {
  const pairs: Pair[] = [];
  let around: Pair | undefined;
  for (const [index, from] of opens.entries()) {
    if ((index + 1) % pairsAtOnce === 0) yield;
    const to = closes[index] ?? 0;
    if (to === 0) continue;
    while (around && around.close < from) around = around.around;
    around = { open: from, close: to, around };
    pairs.push(around);
  }
  return pairs;
}
