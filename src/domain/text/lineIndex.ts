// The lines of a text, and where they begin.
import { firstAbove } from './sorted';

/** What ends a line. */
const lineEnd = /\r\n|\r|\n/gu;

/** The lines of a text, without their ends; none behind the last end. */
export function linesIn(text: string): string[] {
  const lines = text.split(lineEnd);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Where the lines of a text begin, as VS Code counts them: from 0, each ended by CR LF, CR or LF. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(lineEnd)].map(({ 0: mark, index }) => index + mark.length)];
  }

  /** The line that an offset is in, and how far into it. */
  placeOf(offset: number): { readonly line: number; readonly character: number } {
    const line = Math.max(0, firstAbove(this.#starts, offset, start => start) - 1);
    return { line, character: offset - (this.#starts[line] ?? 0) };
  }
}
