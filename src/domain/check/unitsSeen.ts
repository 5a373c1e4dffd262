/** What was found in the units of some drafts, for other drafts that have the same ones: copies, versions, boilerplate. */
import { noFixes, type UnitFacts } from './facts';
import type { Unit } from './units';

/**
 * So many characters the drafts may have whose units are kept, some hundred drafts: what was found in one is cut out of
 * its draft’s text, and takes many times as much as its words.
 */
const mostCharacters = 400_000;
/** The units of a longer draft are not kept: one of them would hold it whole. */
const longestDraft = 200_000;
/** A longer unit is seldom another draft's. */
const longestUnit = 10_000;

/** So many units met once are remembered, by a number each. */
const mostOnce = 100_000;

/** Keeps what was found in units that are met twice, without fixes: those belong to one draft. */
export class UnitsSeen {
  readonly #found = new Map<string, UnitFacts>();
  /** Sums of the keys that were met once. */
  readonly #once = new Set<number>();
  #characters = 0;
  /** The last draft of which anything was kept. */
  #draft: object | undefined;

  /**
   * What was found in a unit of the same words at the same kind of place.
   *
   * @param around what of the draft around it counts
   */
  of(unit: Unit, around: string): UnitFacts | undefined {
    return this.#found.get(keyOf(unit, around));
  }

  /** Keeps what was found in a unit of a draft; gives it without fixes. */
  keep(draft: { readonly length: number }, unit: Unit, around: string, facts: UnitFacts): UnitFacts {
    const found = { ...facts, problems: facts.problems.map(each => ({ ...each, fixes: noFixes })) };
    if (draft.length > longestDraft || lengthOf(unit) > longestUnit) return found;
    const key = keyOf(unit, around);
    // Most units are one draft's only: what is kept of those in vain takes memory.
    const sum = sumOf(key);
    if (!this.#once.has(sum)) {
      if (this.#once.size >= mostOnce) this.#once.clear();
      this.#once.add(sum);
      return found;
    }
    if (draft !== this.#draft) this.#begin(draft);
    this.#found.set(key, found);
    return found;
  }

  #begin(draft: { readonly length: number }): void {
    this.#draft = draft;
    this.#characters += draft.length;
    if (this.#characters <= mostCharacters) return;
    this.#found.clear();
    this.#characters = draft.length;
  }
}

const lengthOf = ({ blocks }: Unit): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Blocks with the same text between states of the same key are the same, see `State`. */
function keyOf({ blocks }: Unit, around: string): string {
  const parts = blocks.flatMap(({ kind, label = '', entry, exit, text }) => [kind, label, entry.key, exit.key, text]);
  // With its length before each, no two lists of parts make the same text.
  return [around, ...parts].map(part => `${part.length} ${part}`).join('');
}

/** A number that two texts seldom share (FNV-1a, 32 bits). */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum;
}
