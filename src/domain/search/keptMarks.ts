// Which terms stand where in the texts, kept from the building of the index.
import type { Marks, Places } from './vocabulary';
import { certain } from '../certain';

/**
 * Texts that are kept at most: some forty megabytes. Those of a greater library are read again when they are looked at.
 */
const mostTexts = 40_000;

/**
 * What texts say, term by term, as it was read when the index was built: reading it again takes most of the time of a
 * query. It is kept in one row of numbers, since many objects would hold up each great collection of garbage.
 */
export class KeptMarks {
  #numbers = new Uint32Array(4_096);
  /** Where the numbers of each text begin; after the last, where they end. */
  readonly #begins = [0];

  /** Keeps the next text's, while there is room. */
  add({ terms, starts, ends, places }: Marks): void {
    if (this.#begins.length > mostTexts) return;
    let at = certain(this.#begins.at(-1));
    this.#grow(at + 4 * terms.length);
    for (const values of [terms, starts, ends, places]) {
      this.#numbers.set(values, at);
      at += values.length;
    }
    this.#begins.push(at);
  }

  /** What a text says, by its number, if it was kept. */
  get(text: number): Places | undefined {
    const [begin, end] = [this.#begins[text], this.#begins[text + 1]];
    if (begin === undefined || end === undefined) return undefined;
    const length = (end - begin) / 4;
    const part = (number: number): Uint32Array =>
      this.#numbers.subarray(begin + number * length, begin + (number + 1) * length);
    return { terms: part(0), starts: part(1), ends: part(2), places: part(3) };
  }

  #grow(room: number): void {
    if (room <= this.#numbers.length) return;
    const larger = new Uint32Array(Math.max(room, Math.ceil(this.#numbers.length * 1.5)));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
