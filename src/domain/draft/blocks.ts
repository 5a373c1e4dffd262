/** The blocks of a text, read as far as they are asked for, and read again where an edit changed what they are. */
import { firstFrom } from '../text/sorted';
import type { Range } from '../text/ranges';
import { Block } from './block';
import { Reading } from './reading';
import { farthestLook } from './scan';
import { base, beginning } from './state';
import { Stretch } from './stretch';
import { Window, type Tile } from './window';

/** One replacement: `[start, end)` of the text before it becomes `text`. */
export interface Change extends Range {
  readonly text: string;
}

/** What reading did: the blocks from index `from` were replaced. */
export interface Applied {
  readonly from: number;
  readonly removed: readonly Block[];
  readonly added: readonly Block[];
}

/** So much is read in one step, in characters. */
const atOnce = 32_000;

/**
 * A row of tiles whose texts are the draft's: first the blocks that were read, then what is left as it was, be it blocks that may have
 * become others or text of which none are known. An edit reads on until it meets a block that is what it was, for one step at most. So
 * what opens a fence above a long draft costs no more than a word; the rest is read when it is asked for, or in steps before.
 */
export class Blocks {
  #read: Block[] = [];
  /** What is left, from index `#next` on. */
  #rest: Tile[];
  #next = 0;
  /** Before this offset, what is left is surely not as it was: it is read, whatever it meets. */
  #through = 0;
  /** What is being read, where a step ended within a block. */
  #under: { readonly reading: Reading; readonly steps: Generator<void, void> } | undefined;

  /**
   * @param changed hears of all that is read, once it is there
   * @param step so much is read in one step, in characters
   */
  constructor(text: string, readonly changed: (applied: Applied) => void, readonly step = atOnce) {
    this.#rest = text === '' ? [] : [new Stretch(text, 0)];
  }

  /** All blocks; what is left is read. */
  get all(): readonly Block[] {
    while (!this.isRead) this.readOn();
    return this.#read;
  }

  /** Whether nothing is left to be read. */
  get isRead(): boolean {
    return this.#next >= this.#rest.length;
  }

  /** Reads what is left in steps of some hundred blocks each. */
  *reading(): Generator<void, void> {
    while (!this.isRead) {
      this.readOn();
      yield;
    }
  }

  get length(): number {
    return this.#rest.at(-1)?.end ?? this.#read.at(-1)?.end ?? 0;
  }

  get text(): string {
    return [...this.#read, ...this.#rest.slice(this.#next)].map(({ text }) => text).join('');
  }

  /** The first block: there is one in any text. */
  get first(): Block | undefined {
    while (this.#read.length === 0 && !this.isRead) this.readOn();
    return this.#read[0];
  }

  /** The index of the block that holds an offset, the last block for the end of the text; what stands up to there is read. */
  indexAt(offset: number): number {
    while (!this.isRead && (this.#read.at(-1)?.end ?? 0) <= offset) this.readOn();
    return indexIn(this.#read, offset);
  }

  /** A block by its index, if so many have been read. */
  at(index: number): Block | undefined {
    return this.#read[index];
  }

  slice(from: number, to: number): readonly Block[] {
    return this.#read.slice(from, to);
  }

  apply(change: Change): Applied {
    const { length } = this;
    const start = Math.min(Math.max(change.start, 0), length);
    const end = Math.min(Math.max(change.end, start), length);
    const tiles: readonly Tile[] = this.isRead ? this.#read : [...this.#read, ...this.#rest.slice(this.#next)];
    const from = this.#firstTouched(tiles, start);
    const edit = { start, end, text: change.text };
    this.#under = undefined;
    return from < this.#read.length ? this.#applyToRead(tiles, from, edit) : this.#applyToRest(tiles, edit);
  }

  /** The first tile that an edit may change, by its words or because it looked at them when it was read. */
  #firstTouched(tiles: readonly Tile[], start: number): number {
    const before = Math.max(indexIn(tiles, start) - 1, 0);
    const lookedAt = (tile: Tile | undefined): boolean =>
      tile instanceof Block && (tile.end + tile.ahead > start || (start === this.length && tile.end + tile.ahead === start));
    // Whether the first lines are front matter may depend on lines some way below.
    if (lookedAt(tiles[0])) return 0;
    for (let index = Math.max(0, before - farthestLook); index < before; index++) if (lookedAt(tiles[index])) return index;
    return before;
  }

  #applyToRead(tiles: readonly Tile[], first: number, { start, end, text }: Change): Applied {
    const known = this.#read.length;
    const offset = tiles[first]?.start ?? 0;
    const window = new Window(tiles, first, indexIn(tiles, end) + 1, { start: start - offset, end: end - offset, text });
    const delta = text.length - (end - start);
    const reading = new Reading(window, first, offset, first === 0 ? beginning : (this.#read[first]?.entry ?? base), { through: this.#through, known, start });
    reading.steps(this.step).next();
    const { from, added, done } = reading;
    const { kept, left } = reading.ended();
    const after = tiles.slice(kept);
    if (delta !== 0) for (const tile of after) tile.start += delta;
    const there = tiles.slice(0, from) as Block[];
    if (done && kept < known) {
      this.#read = there.concat(added, this.#read.slice(kept));
      if (!this.isRead) this.#through += delta;
    } else if (done) {
      this.#read = there.concat(added, after as Block[]);
      this.#leave([], 0);
    } else {
      this.#read = there.concat(added);
      const at = this.#read.at(-1)?.end ?? 0;
      this.#leave(left === '' ? after : [new Stretch(left, at), ...after], Math.max(at + left.length, kept < tiles.length ? this.#through + delta : 0));
    }
    return this.#tell(from, tiles.slice(from, kept), added);
  }

  /** What is not read yet need not be, for an edit in it. */
  #applyToRest(tiles: readonly Tile[], { start, end, text }: Change): Applied {
    const first = indexIn(tiles, start);
    const next = indexIn(tiles, end) + 1;
    const offset = tiles[first]?.start ?? 0;
    const old = tiles.slice(first, next).map(tile => tile.text).join('');
    const now = old.slice(0, start - offset) + text + old.slice(end - offset);
    const delta = now.length - old.length;
    const after = tiles.slice(next);
    if (delta !== 0) for (const tile of after) tile.start += delta;
    const before = tiles.slice(this.#read.length, first);
    this.#leave([...before, ...(now === '' ? [] : [new Stretch(now, offset)]), ...after], Math.max(offset + now.length, this.#through + (this.#through > offset ? delta : 0)));
    return this.#tell(first, tiles.slice(first, next), []);
  }

  /** Reads one step of what is left. */
  readOn(): void {
    const { reading, steps } = (this.#under ??= this.#begun());
    if (steps.next().done !== true) return;
    this.#under = undefined;
    const { added, done } = reading;
    const { kept, left } = reading.ended();
    const tiles = this.#rest;
    const index = this.#read.length;
    const removed = tiles.slice(this.#next, kept);
    for (const block of added) this.#read.push(block);
    if (done) {
      this.#read = this.#read.concat(tiles.slice(kept) as Block[]);
      this.#leave([], 0);
    } else {
      const at = this.#read.at(-1)?.end ?? 0;
      this.#next = kept;
      if (left !== '') tiles[--this.#next] = new Stretch(left, at);
      this.#through = Math.max(this.#through, at + left.length);
    }
    this.#tell(index, removed, added);
  }

  #begun(): { readonly reading: Reading; readonly steps: Generator<void, void> } {
    const offset = this.#rest[this.#next]!.start;
    const window = new Window(this.#rest, this.#next, this.#next, { start: 0, end: 0, text: '' });
    const reading = new Reading(window, this.#next, offset, this.#read.at(-1)?.exit ?? beginning, { through: this.#through, known: 0, start: offset });
    return { reading, steps: reading.steps(this.step) };
  }

  #leave(tiles: Tile[], through: number): void {
    this.#rest = tiles;
    this.#next = 0;
    this.#through = tiles.length === 0 ? 0 : through;
  }

  #tell(from: number, gone: readonly Tile[], added: readonly Block[]): Applied {
    const applied = { from, removed: gone.filter(tile => tile instanceof Block), added };
    this.changed(applied);
    return applied;
  }
}

/** The index of the tile that holds an offset; the last one for the end of the text. */
function indexIn(tiles: readonly Tile[], offset: number): number {
  return Math.max(0, firstFrom(tiles, offset + 1, ({ start }) => start) - 1);
}
