/** Which entries hold a term, and how prominently: a number of 8 bits beside each entry's number. */
export class Postings {
  #data = new Uint32Array(4);
  length = 0;

  /** Entries must be added in ascending order. `impact` is 1 to 255. */
  add(entry: number, impact: number): void {
    if (this.length === this.#data.length) {
      const larger = new Uint32Array(Math.ceil(this.length * 1.5));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = entry * 256 + impact;
  }

  /** Each number holds an entry (`>>> 8`) and its impact (`& 255`); only the first `length` count. */
  get packed(): Uint32Array {
    return this.#data;
  }
}
