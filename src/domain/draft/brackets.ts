/** Pairs of brackets in a text: where each opening one is closed, and the innermost one around a place. */
export class Brackets {
  readonly #closing = new Map<number, number>();
  readonly #pairs: (readonly [number, number])[] = [];

  /** Brackets inside `skip` (in order) count as ordinary characters. */
  constructor(text: string, open: string, close: string, skip: readonly { readonly start: number; readonly end: number }[] = []) {
    const stack: number[] = [];
    let next = 0;
    for (let at = 0; at < text.length; at++) {
      while (next < skip.length && (skip[next]?.end ?? 0) <= at) next++;
      const zone = skip[next];
      if (zone && zone.start <= at) {
        at = zone.end - 1;
        continue;
      }
      const char = text[at];
      if (char === open) stack.push(at);
      else if (char === close) {
        const start = stack.pop();
        if (start !== undefined) this.#add(start, at);
      }
    }
    this.#pairs.sort((a, b) => a[0] - b[0]);
  }

  /** The closing bracket of the one that opens at a place. */
  closeOf(open: number): number | undefined {
    return this.#closing.get(open);
  }

  /** The innermost pair around a place. Looks back no further than `limit` characters. */
  around(at: number, limit: number): { readonly open: number; readonly close: number } | undefined {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle]?.[0] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= 0; index--) {
      const [open, close] = this.#pairs[index] ?? [0, 0];
      if (at - open > limit) return undefined;
      if (close >= at) return { open, close };
    }
    return undefined;
  }

  #add(open: number, close: number): void {
    this.#closing.set(open, close);
    this.#pairs.push([open, close]);
  }
}
