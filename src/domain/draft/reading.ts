// Reads blocks anew after an edit, in short steps.
import { Block } from './block';
import type { Scanned } from './kinds';
import { scanningBlock } from './scan';
import type { State } from './state';
import type { Window } from './window';

/** What a block costs besides its characters, in characters. */
const costOfBlock = 128;

/** Which of the tiles of a window are blocks that may stay. */
interface Known {
  /** So many tiles are blocks as they are, but for the edit. */
  readonly known: number;
  /** What is after them and before this offset is not as it was. */
  readonly through: number;
  /** Where the edit begins: what ends before it may be found to be as it was. */
  readonly start: number;
}

/** Reads the blocks of a window until one is met that is what it was, or the step is over. */
export class Reading {
  readonly added: Block[] = [];
  /** The first tile that does not stay. */
  from: number;
  /** Whether the tiles that are left are the draft's blocks as they are. */
  done = false;
  #at = 0;
  #kept: number | undefined;

  constructor(
    readonly window: Window,
    first: number,
    readonly offset: number,
    readonly entry: State,
    readonly around: Known,
  ) {
    this.from = first;
  }

  /** Reads about so many characters, and one block at least; it gives way within a block that is long. */
  *steps(most: number): Generator<void, void> {
    const { window, offset } = this;
    let { entry } = this;
    for (let work = 0; this.#at < window.text.length || window.grow();) {
      this.#kept = this.#met(entry);
      if (this.#kept !== undefined) break;
      if (work > most) return;
      const scanned = yield* scanningBlock(window.text, this.#at, entry);
      if (scanned.looked >= window.text.length && window.grow()) continue;
      const same = this.#same(entry, scanned);
      if (same) {
        same.ahead = scanned.looked - scanned.end;
        this.from++;
      } else {
        this.added.push(new Block(window.text, offset, this.#at, entry, scanned));
        work += scanned.end - this.#at + costOfBlock;
      }
      this.#at = scanned.end;
      entry = scanned.exit;
    }
    this.#kept ??= window.tiles.length;
    this.done = true;
  }

  /** The first tile that is left, and the text before it of which no blocks are known. */
  ended(): { readonly kept: number; readonly left: string } {
    if (this.#kept !== undefined) return { kept: this.#kept, left: '' };
    const next = this.window.nextFrom(this.#at);
    return { kept: next.index, left: this.window.text.slice(this.#at, next.start) };
  }

  /** The block that stands where reading has come to, and is what it was. */
  #met(entry: State): number | undefined {
    const index = this.window.tileAt(this.#at);
    const tile = index === undefined ? undefined : this.window.tiles[index];
    const stays =
      index !== undefined &&
      tile instanceof Block &&
      tile.entry.key === entry.key &&
      (index < this.around.known || tile.start >= this.around.through);
    return stays ? index : undefined;
  }

  /** What was looked at once more and is as it was stays, and with it all that is known of it. */
  #same(entry: State, { kind, label, exit, end }: Scanned): Block | undefined {
    const old = this.window.tiles[this.from];
    if (this.added.length > 0 || !(old instanceof Block) || old.end > this.around.start) return undefined;
    // Its text is known to be the same.
    const stays =
      old.start === this.offset + this.#at &&
      old.end === this.offset + end &&
      old.kind === kind &&
      old.label === label &&
      old.entry.key === entry.key &&
      old.exit.key === exit.key;
    return stays ? old : undefined;
  }
}
