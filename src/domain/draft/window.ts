import type { Block } from './block';
import type { Range } from './kinds';

/** The changed text of the touched blocks, and as many of the blocks after them as are needed. */
export class Window {
  text: string;
  #next: number;
  #step = 1;
  /** The blocks after the touched ones, by where each begins in the window. */
  readonly #starts = new Map<number, number>();

  constructor(
    readonly blocks: readonly Block[],
    from: number,
    next: number,
    change: Range & { readonly text: string },
  ) {
    const old = blocks.slice(from, next).map(block => block.text).join('');
    this.text = old.slice(0, change.start) + change.text + old.slice(change.end);
    this.#next = next;
    this.grow();
  }

  /** The index of the untouched block that begins at a place in the window. */
  blockAt(at: number): number | undefined {
    return this.#starts.get(at);
  }

  /** Takes in more blocks, twice as many each time; false if there are none. */
  grow(): boolean {
    if (this.#next >= this.blocks.length) return false;
    const parts = [this.text];
    let length = this.text.length;
    for (let count = 0; count < this.#step && this.#next < this.blocks.length; count++) {
      const text = this.blocks[this.#next]?.text ?? '';
      this.#starts.set(length, this.#next);
      parts.push(text);
      length += text.length;
      this.#next++;
    }
    this.text = parts.join('');
    this.#step *= 2;
    return true;
  }
}
