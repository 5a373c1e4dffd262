// The parts that tile a text, and how they move when an edit before them makes the text longer or shorter.
import type { Range } from '../text/ranges';
import { certain } from '../certain';
import { replace } from '../longLists';

/** What tiles stand on that follow each other: when it moves, all on it do. */
class Ground {
  /** So many tiles stand on it. */
  size = 0;

  constructor(public start: number) {}
}

/** Where tiles stand that are in no draft. */
const nowhere = new Ground(0);

/** A part of a draft's text: a block, or what none are known of yet. */
export abstract class Tile implements Range {
  abstract readonly text: string;
  #ground = nowhere;
  /** Where it stands on its ground. */
  #at: number;

  /** @param start where it stands in the draft */
  constructor(start: number) {
    this.#at = start;
  }

  /** Where the tile stands in the draft now, in UTF-16 units. */
  get start(): number {
    return this.#ground.start + this.#at;
  }

  get end(): number {
    return this.start + this.text.length;
  }

  get ground(): Ground {
    return this.#ground;
  }

  /** Whether it stands in a draft, which an edit has not taken it out of. */
  get isInDraft(): boolean {
    return this.#ground !== nowhere;
  }

  /** Has it stand on another ground, where it is in the draft. */
  join(ground: Ground): void {
    this.leave();
    this.#at -= ground.start;
    this.#ground = ground;
    ground.size++;
  }

  /** Has it stand on no ground of a draft's, where it is. */
  leave(): void {
    this.#at = this.start;
    if (this.#ground !== nowhere) this.#ground.size--;
    this.#ground = nowhere;
  }

  /** Has it stand so much further behind, and its ground where it is. */
  move(delta: number): void {
    this.#at += delta;
  }
}

/** So many tiles stand on one ground at most. */
const most = 512;

/**
 * The grounds of a draft in order: what is behind an edit moves with them, whose number is a small part of that of the
 * tiles.
 */
export class Grounds {
  #list: Ground[] = [];

  /**
   * Follows a change of the tiles.
   * @param tiles as they are now: from an index on, so many came where others went
   * @param delta by so much, what is behind these has moved
   */
  follow(tiles: readonly Tile[], from: number, came: number, gone: readonly Tile[], delta: number): void {
    for (const tile of gone) tile.leave();
    this.#list = this.#list.filter(({ size }) => size > 0);
    const left = tiles[from - 1]?.ground;
    const right = tiles[from + came]?.ground;
    let end = from + came;
    // What stands on the ground of what is before the edit does not move with it.
    if (left !== undefined && left === right)
      for (; tiles[end]?.ground === left; end++) certain(tiles[end]).move(delta);
    const behind = left === undefined ? 0 : this.#list.indexOf(left) + 1;
    if (delta !== 0)
      for (let index = behind; index < this.#list.length; index++) certain(this.#list[index]).start += delta;
    const home = [left, left === right ? undefined : right].find(
      ground => ground !== undefined && ground.size + came <= most,
    );
    if (home) for (let index = from; index < from + came; index++) certain(tiles[index]).join(home);
    else replace(this.#list, behind, behind, grounded(tiles.slice(from, end)));
  }
}

/** New grounds for tiles, with room for others. */
function grounded(tiles: readonly Tile[]): Ground[] {
  const grounds: Ground[] = [];
  tiles.forEach((tile, index) => {
    if (index % (most / 2) === 0) grounds.push(new Ground(tile.start));
    tile.join(certain(grounds.at(-1)));
  });
  return grounds;
}
