// The part of a draft that an edit touches, with as much of what follows as is needed.
import type { Range } from '../text/ranges';
import type { Tile } from './tile';
import { certain } from '../certain';

/** The changed text of the touched tiles, and as many of the tiles after them as are needed. */
export class Window {
  text: string;
  #next: number;
  #step = 1;
  /** Where each of the tiles after the touched ones begins in the window, in order. */
  readonly #starts: number[] = [];
  /** The first of them that was not asked for yet. */
  #asked = 0;

  constructor(
    readonly tiles: readonly Tile[],
    from: number,
    readonly next: number,
    change: Range & { readonly text: string },
  ) {
    const old = tiles
      .slice(from, next)
      .map(({ text }) => text)
      .join('');
    this.text = old.slice(0, change.start) + change.text + old.slice(change.end);
    this.#next = next;
    this.grow();
  }

  /**
   * The index of the untouched tile that begins at a place in the window: one no nearer to its beginning than the last
   * asked for.
   */
  tileAt(at: number): number | undefined {
    this.#ask(at);
    return this.#starts[this.#asked] === at ? this.next + this.#asked : undefined;
  }

  /**
   * The first untouched tile that begins at a place in the window or after it, and where: the window's end if it is not
   * in it.
   */
  nextFrom(at: number): { readonly index: number; readonly start: number } {
    this.#ask(at);
    return { index: this.next + this.#asked, start: this.#starts[this.#asked] ?? this.text.length };
  }

  /** Takes in more tiles, twice as many each time; false if there are none. */
  grow(): boolean {
    if (this.#next >= this.tiles.length) return false;
    const parts = this.text === '' ? [] : [this.text];
    let length = this.text.length;
    for (let count = 0; count < this.#step && this.#next < this.tiles.length; count++) {
      const text = this.tiles[this.#next]?.text ?? '';
      this.#starts.push(length);
      parts.push(text);
      length += text.length;
      this.#next++;
    }
    // A long text that stands alone is not copied.
    this.text = parts.length === 1 ? certain(parts[0]) : parts.join('');
    this.#step *= 2;
    return true;
  }

  #ask(at: number): void {
    while ((this.#starts[this.#asked] ?? Infinity) < at) this.#asked++;
  }
}
