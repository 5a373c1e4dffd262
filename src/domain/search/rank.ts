// The best entries for a query.
import { firstAbove } from '../text/sorted';
import type { Slot } from './expand';
import type { Postings } from './postings';
import { certain } from '../certain';
import { weights } from './weights';

/** An entry by number, and what it scored: before its text is looked at more closely. */
export interface Candidate {
  readonly entry: number;
  readonly score: number;
  /** How much of what the query is worth the entry answers, 0 to 1. */
  readonly coverage: number;
}

/** Working space, kept between queries so that a query allocates nothing that grows with the library. */
export class Scorer {
  #score = new Float32Array(0);
  #coverage = new Float32Array(0);
  #slot = new Uint8Array(0);
  /** What the best answer to the present slot gained. */
  #gain = new Float32Array(0);

  /**
   * The best entries for the slots: rarity times prominence, summed. Entries that answer less than
   * `least` of the query are left out, and so are those `admits` refuses.
   */
  best(
    slots: readonly Slot[],
    postings: readonly (Postings | undefined)[],
    size: number,
    want: { most: number; least: number; admits: ((entry: number) => boolean) | undefined },
  ): Candidate[] {
    this.#clear(size);
    let worth = 0;
    const solid = slots.filter(slot => !slot.weak);
    const ordered = [...solid, ...slots.filter(slot => slot.weak)].slice(0, 250);
    ordered.forEach((slot, index) => {
      worth += slot.worth;
      const onlyAdds = slot.weak && solid.length > 0;
      for (const { term, weight } of slot.answers) {
        const list = postings[term];
        // What only means the same answers a word nearly as fully as the word itself, but ranks below it.
        if (list)
          this.#add(
            list,
            slot.worth * weight,
            slot.worth * Math.min(1, weight * weights.score.covers),
            index + 1,
            onlyAdds,
          );
      }
    });
    const top = new Top(want.most);
    const [scores, coverages] = [this.#score, this.#coverage];
    const { uncovered } = weights.score;
    for (let entry = 0; entry < size; entry++) {
      const coverage = certain(coverages[entry]);
      if (coverage === 0) continue;
      const covered = coverage / worth;
      if (covered < want.least) continue;
      const score = (certain(scores[entry]) / worth) * (uncovered + (1 - uncovered) * covered);
      if (score <= top.floor || want.admits?.(entry) === false) continue;
      top.add({ entry, score, coverage: covered });
    }
    return top.sorted;
  }

  /** Words of every subject come last, and only add to entries that another word has found (`onlyAdds`). */
  #add({ packed, length }: Postings, worth: number, covers: number, slot: number, onlyAdds: boolean): void {
    const { further } = weights.score;
    const [scores, coverages, slots, gains] = [this.#score, this.#coverage, this.#slot, this.#gain];
    for (let at = 0; at < length; at++) {
      const posting = certain(packed[at]);
      const entry = posting >>> 8;
      if (onlyAdds && coverages[entry] === 0) continue;
      const gain = (worth * (posting & 255)) / 255;
      const score = certain(scores[entry]);
      if (slots[entry] === slot) {
        // The best answer to a word counts, others add a little: the entry says it in more ways than one.
        const best = certain(gains[entry]);
        scores[entry] = score + (gain > best ? gain - best * (1 - further) : gain * further);
        if (gain > best) gains[entry] = gain;
      } else {
        slots[entry] = slot;
        gains[entry] = gain;
        scores[entry] = score + gain;
        coverages[entry] = certain(coverages[entry]) + covers;
      }
    }
  }

  #clear(size: number): void {
    if (this.#score.length < size) {
      const room = Math.ceil(size * 1.3);
      this.#score = new Float32Array(room);
      this.#coverage = new Float32Array(room);
      this.#slot = new Uint8Array(room);
      this.#gain = new Float32Array(room);
      return;
    }
    this.#score.fill(0, 0, size);
    this.#coverage.fill(0, 0, size);
    this.#slot.fill(0, 0, size);
  }
}

/** Keeps the best so many. */
class Top {
  readonly sorted: Candidate[] = [];
  floor = 0;

  constructor(private readonly most: number) {}

  add(candidate: Candidate): void {
    this.sorted.splice(
      firstAbove(this.sorted, -candidate.score, ({ score }) => -score),
      0,
      candidate,
    );
    if (this.sorted.length > this.most) this.sorted.pop();
    if (this.sorted.length === this.most) this.floor = certain(this.sorted.at(-1)).score;
  }
}

/** The best so many of some scores. */
export class BestScores {
  readonly #sorted: number[] = [];

  constructor(private readonly most: number) {}

  /** The least of them; nothing is too little while there are fewer. */
  get least(): number {
    return this.#sorted.length < this.most ? -Infinity : certain(this.#sorted[0]);
  }

  add(score: number): void {
    if (score <= this.least) return;
    this.#sorted.splice(
      firstAbove(this.#sorted, score, each => each),
      0,
      score,
    );
    if (this.#sorted.length > this.most) this.#sorted.shift();
  }
}
