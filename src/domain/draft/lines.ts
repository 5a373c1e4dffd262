/** One line of a text: its content is `[start, end)`, the next line begins at `next`. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** So many lines of a block, or so many characters, are read in one step. */
const linesAtOnce = 1_000;
const charactersAtOnce = 32_000;

/** Tells where a step is over, line by line. */
export class Pace {
  #lines = 0;

  constructor(private since: number) {}

  /** Whether a step is over before the line that begins at a place. */
  isOver(at: number): boolean {
    if (++this.#lines < linesAtOnce && at - this.since < charactersAtOnce) return false;
    this.#lines = 0;
    this.since = at;
    return true;
  }
}

/** In a line that is longer, the engine finds the end sooner; it looks through so many characters at once. */
const shortLine = 256;
const searchedAtOnce = 4_096;

/** The line that begins at `start`. LF, CRLF and a lone CR each end a line, as VS Code counts them. */
export function lineAt(text: string, start: number): LineSpan {
  const end = lineEnd(text, start);
  if (end === text.length) return { start, end, next: end };
  return { start, end, next: text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 };
}

function lineEnd(text: string, start: number): number {
  const short = Math.min(start + shortLine, text.length);
  for (let at = start; at < short; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  for (let from = short; from < text.length; from += searchedAtOnce) {
    const part = text.slice(from, from + searchedAtOnce);
    const feed = part.indexOf('\n');
    const back = (feed < 0 ? part : part.slice(0, feed)).indexOf('\r');
    if (back >= 0 || feed >= 0) return from + (back < 0 ? feed : back);
  }
  return text.length;
}

/**
 * Reads one line from its beginning by columns: a tab reaches to the next multiple of four
 * (CommonMark 0.31, section 2.2) and may be consumed in part.
 */
export class LineReader {
  pos: number;
  #column = 0;
  /** Columns of a tab that are left after a part of it was consumed. */
  #pending = 0;
  /** Where what comes next was found to stand. */
  #content = -1;
  #hasTabs = false;

  constructor(
    readonly text: string,
    readonly line: LineSpan,
  ) {
    this.pos = line.start;
  }

  /** The columns of white space before the next character. */
  get indent(): number {
    const end = this.contentStart;
    if (!this.#hasTabs) return this.#pending + end - this.pos;
    let columns = this.#pending;
    let column = this.#column + this.#pending;
    for (let at = this.pos; at < end; at++) {
      const width = this.text[at] === ' ' ? 1 : 4 - (column % 4);
      columns += width;
      column += width;
    }
    return columns;
  }

  /** The next character that is no blank or tab; empty at the end of the line. */
  get peek(): string {
    const at = this.contentStart;
    return at < this.line.end ? this.text.charAt(at) : '';
  }

  /** Where the next character that is no blank or tab stands. */
  get contentStart(): number {
    // It stays where it is until something before it is consumed that is no blank.
    if (this.pos <= this.#content) return this.#content;
    let at = this.pos;
    this.#hasTabs = false;
    for (; at < this.line.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 9) this.#hasTabs = true;
      else if (code !== 32) break;
    }
    this.#content = at;
    return at;
  }

  get blank(): boolean {
    return this.contentStart === this.line.end;
  }

  /** The line from its next character that is no blank or tab. */
  get rest(): string {
    return this.text.slice(this.contentStart, this.line.end);
  }

  /** Consumes up to so many columns of white space. */
  skipColumns(columns: number): void {
    let left = columns;
    while (left > 0) {
      if (this.#pending > 0) {
        const taken = Math.min(left, this.#pending);
        this.#pending -= taken;
        this.#column += taken;
        left -= taken;
        continue;
      }
      const char = this.pos < this.line.end ? this.text[this.pos] : '';
      if (char === ' ') {
        this.pos++;
        this.#column++;
        left--;
      } else if (char === '\t') {
        this.pos++;
        this.#pending = 4 - (this.#column % 4);
      } else return;
    }
  }

  /** Consumes all white space, then so many characters that are no tabs. */
  skipContent(characters: number): void {
    this.skipColumns(this.indent);
    this.pos += characters;
    this.#column += characters;
  }
}
