import type { Block } from './block';
import type { Range } from './kinds';

/** The changed text of the touched blocks, and as many of the blocks after them as are needed. */
export class Window {
  text: string;
  #next: number;
  #step = 1;
  /** Where each of the blocks after the touched ones begins in the window, in order. */
  readonly #starts: number[] = [];
  /** The first of them that was not asked for yet. */
  #asked = 0;

  constructor(
    readonly blocks: readonly Block[],
    from: number,
    readonly next: number,
    change: Range & { readonly text: string },
  ) {
    const old = blocks.slice(from, next).map(block => block.text).join('');
    this.text = old.slice(0, change.start) + change.text + old.slice(change.end);
    this.#next = next;
    this.grow();
  }

  /** The index of the untouched block that begins at a place in the window: one no nearer to its beginning than the last asked for. */
  blockAt(at: number): number | undefined {
    while ((this.#starts[this.#asked] ?? Infinity) < at) this.#asked++;
    return this.#starts[this.#asked] === at ? this.next + this.#asked : undefined;
  }

  /** Takes in more blocks, twice as many each time; false if there are none. */
  grow(): boolean {
    if (this.#next >= this.blocks.length) return false;
    const parts = [this.text];
    let length = this.text.length;
    for (let count = 0; count < this.#step && this.#next < this.blocks.length; count++) {
      const text = this.blocks[this.#next]?.text ?? '';
      this.#starts.push(length);
      parts.push(text);
      length += text.length;
      this.#next++;
    }
    this.text = parts.join('');
    this.#step *= 2;
    return true;
  }
}
