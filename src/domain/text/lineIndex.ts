// The lines of a text that no editor has open.
import { firstAbove } from './sorted';

/** Where the lines of a text begin, as VS Code counts them: from 0, each ended by CR LF, CR or LF. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: mark, index }) => index + mark.length)];
  }

  /** The line that an offset is in, and how far into it. */
  placeOf(offset: number): { readonly line: number; readonly character: number } {
    const line = Math.max(0, firstAbove(this.#starts, offset, start => start) - 1);
    return { line, character: offset - (this.#starts[line] ?? 0) };
  }
}
