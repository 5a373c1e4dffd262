/** The blocks of a text, read as far as they are asked for, and read again where an edit changed what they are. */
import { replace } from '../longLists';
import { firstFrom } from '../text/sorted';
import type { Range } from '../text/ranges';
import { Block } from './block';
import { Reading } from './reading';
import { farthestLook } from './scan';
import { base, beginning } from './state';
import { Stretch } from './stretch';
import { Grounds, type Tile } from './tile';
import { Window } from './window';

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
 * A row of tiles whose texts are the draft's: first the blocks that were read, then what is left as it was, be it
 * blocks that may have become others or text of which none are known. An edit reads on until it meets a block that is
 * what it was, for one step at most. So what opens a fence above a long draft costs no more than a word; the rest is
 * read when it is asked for, or in steps before.
 */
export class Blocks {
  #tiles: Tile[] = [];
  /** Whether somebody may have the list of tiles: it stays as it is, and the next edit goes into another. */
  #isShown = false;
  readonly #grounds = new Grounds();
  /** So many tiles are blocks that were read; what is left follows them. */
  #known = 0;
  /** Before this offset, what is left is surely not as it was: it is read, whatever it meets. */
  #through = 0;
  /** What is being read, where a step ended within a block. */
  #under: { readonly reading: Reading; readonly steps: Generator<void, void> } | undefined;

  /**
   * @param changed hears of all that is read, once it is there
   * @param step so much is read in one step, in characters
   */
  constructor(
    text: string,
    readonly changed: (applied: Applied) => void,
    readonly step = atOnce,
  ) {
    if (text !== '') this.#replace(0, 0, [new Stretch(text, 0)], 0);
  }

  /** All blocks; what is left is read. */
  get all(): readonly Block[] {
    while (!this.isRead) this.readOn();
    this.#isShown = true;
    return this.#tiles as Block[];
  }

  /** Whether nothing is left to be read. */
  get isRead(): boolean {
    return this.#known === this.#tiles.length;
  }

  /** Reads what is left in steps of some hundred blocks each. */
  *reading(): Generator<void, void> {
    while (!this.isRead) {
      this.readOn();
      yield;
    }
  }

  get length(): number {
    return this.#tiles.at(-1)?.end ?? 0;
  }

  get text(): string {
    return this.#tiles.map(({ text }) => text).join('');
  }

  /** The first block: there is one in any text. */
  get first(): Block | undefined {
    while (this.#known === 0 && !this.isRead) this.readOn();
    return this.at(0);
  }

  /**
   * The index of the block that holds an offset, the last block for the end of the text; what stands up to there is
   * read.
   */
  indexAt(offset: number): number {
    while (!this.isRead && this.#readTo <= offset) this.readOn();
    return indexIn(this.#tiles, offset);
  }

  /** A block by its index, if so many have been read. */
  at(index: number): Block | undefined {
    return index < this.#known ? (this.#tiles[index] as Block) : undefined;
  }

  slice(from: number, to: number): readonly Block[] {
    return this.#tiles.slice(from, Math.min(to, this.#known)) as Block[];
  }

  apply(change: Change): Applied {
    const { length } = this;
    const start = Math.min(Math.max(change.start, 0), length);
    const end = Math.min(Math.max(change.end, start), length);
    const from = this.#firstTouched(start);
    const edit = { start, end, text: change.text };
    this.#under = undefined;
    return from < this.#known ? this.#applyToRead(from, edit) : this.#applyToRest(edit);
  }

  /** Up to where the draft was read. */
  get #readTo(): number {
    return this.at(this.#known - 1)?.end ?? 0;
  }

  /** The first tile that an edit may change, by its words or because it looked at them when it was read. */
  #firstTouched(start: number): number {
    const tiles = this.#tiles;
    const before = Math.max(indexIn(tiles, start) - 1, 0);
    const lookedAt = (tile: Tile | undefined): boolean =>
      tile instanceof Block &&
      (tile.end + tile.ahead > start || (start === this.length && tile.end + tile.ahead === start));
    // Whether the first lines are front matter may depend on lines some way below.
    if (lookedAt(tiles[0])) return 0;
    for (let index = Math.max(0, before - farthestLook); index < before; index++)
      if (lookedAt(tiles[index])) return index;
    return before;
  }

  #applyToRead(first: number, { start, end, text }: Change): Applied {
    const tiles = this.#tiles;
    const offset = tiles[first]?.start ?? 0;
    const window = new Window(tiles, first, indexIn(tiles, end) + 1, {
      start: start - offset,
      end: end - offset,
      text,
    });
    const reading = new Reading(window, first, offset, first === 0 ? beginning : (this.at(first)?.entry ?? base), {
      through: this.#through,
      known: this.#known,
      start,
    });
    reading.steps(this.step).next();
    return this.#put(reading, text.length - (end - start));
  }

  /** What is not read yet need not be, for an edit in it. */
  #applyToRest({ start, end, text }: Change): Applied {
    const tiles = this.#tiles;
    const first = indexIn(tiles, start);
    const next = indexIn(tiles, end) + 1;
    const offset = tiles[first]?.start ?? 0;
    const old = tiles
      .slice(first, next)
      .map(tile => tile.text)
      .join('');
    const now = old.slice(0, start - offset) + text + old.slice(end - offset);
    const delta = now.length - old.length;
    this.#through = Math.max(offset + now.length, this.#through + (this.#through > offset ? delta : 0));
    return this.#tell(first, this.#replace(first, next, now === '' ? [] : [new Stretch(now, offset)], delta), []);
  }

  /** Reads one step of what is left. */
  readOn(): void {
    const { reading, steps } = (this.#under ??= this.#begun());
    if (steps.next().done !== true) return;
    this.#under = undefined;
    this.#put(reading, 0);
  }

  #begun(): { readonly reading: Reading; readonly steps: Generator<void, void> } {
    const offset = this.#readTo;
    const window = new Window(this.#tiles, this.#known, this.#known, { start: 0, end: 0, text: '' });
    const reading = new Reading(window, this.#known, offset, this.at(this.#known - 1)?.exit ?? beginning, {
      through: this.#through,
      known: 0,
      start: offset,
    });
    return { reading, steps: reading.steps(this.step) };
  }

  /** Puts what was read in its place, up to what follows it, which has moved by `delta`. */
  #put(reading: Reading, delta: number): Applied {
    const { from, added, done } = reading;
    const { kept, left } = reading.ended();
    const end = added.at(-1)?.end ?? this.#tiles[from - 1]?.end ?? 0;
    const isWithin = done && kept < this.#known;
    if (!this.isRead) this.#through += delta;
    const gone = this.#replace(from, kept, left === '' ? added : [...added, new Stretch(left, end)], delta);
    if (isWithin) this.#known += added.length - gone.length;
    else this.#known = done ? this.#tiles.length : from + added.length;
    if (!done) this.#through = Math.max(end + left.length, this.#through);
    return this.#tell(from, gone, added);
  }

  /** Puts tiles in the place of others, and moves those behind them. */
  #replace(from: number, to: number, came: readonly Tile[], delta: number): readonly Tile[] {
    if (this.#isShown) this.#tiles = this.#tiles.slice();
    this.#isShown = false;
    const gone = replace(this.#tiles, from, to, came);
    this.#grounds.follow(this.#tiles, from, came.length, gone, delta);
    return gone;
  }

  #tell(from: number, gone: readonly Tile[], added: readonly Block[]): Applied {
    if (this.isRead) this.#through = 0;
    // Mostly all are, and of some hundred thousand no second list is made.
    const isBlock = (tile: Tile): tile is Block => tile instanceof Block;
    const applied = { from, removed: gone.every(isBlock) ? gone : gone.filter(isBlock), added };
    this.changed(applied);
    return applied;
  }
}

/** The index of the tile that holds an offset; the last one for the end of the text. */
function indexIn(tiles: readonly Tile[], offset: number): number {
  return Math.max(0, firstFrom(tiles, offset + 1, ({ start }) => start) - 1);
}
