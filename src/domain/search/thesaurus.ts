import { fold } from './normal';
import { stem } from './stem';

/** A thesaurus made ready. */
export interface Thesaurus {
  /** Every folded word in it, with its stem. */
  readonly words: readonly (readonly [word: string, stem: string])[];
  /** For each group its terms: folded words, parted by a blank. */
  readonly groups: readonly (readonly string[])[];
}

/**
 * Makes of the thesaurus as people write it (one group a line, terms parted by `=`, `#` begins a comment line) what ships:
 * a line for each folded word with its stem, an empty line, and a line for each group, its terms parted by `=`. Folding and
 * stemming every word takes longer than all else when an index is built, so it is done when the data is.
 */
export function compileThesaurus(source: string): string {
  const groups = source
    .split('\n')
    .filter(line => line.includes('=') && !line.startsWith('#'))
    .map(line => [...new Set(line.split('=').map(term => term.split(/[\s-]+/u).filter(Boolean).map(fold).join(' ')))]);
  const words = [...new Set(groups.flat().flatMap(term => term.split(' ')))];
  return `${words.map(word => `${word} ${stem(word)}`).join('\n')}\n\n${groups.map(terms => terms.join('=')).join('\n')}`;
}

/** Reads a compiled thesaurus. */
export function readThesaurus(compiled: string): Thesaurus {
  const [words = '', groups = ''] = compiled.split('\n\n');
  return {
    words: words.split('\n').map(line => {
      const at = line.indexOf(' ');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
    groups: groups.split('\n').map(line => line.split('=')),
  };
}

/** Finds the thesaurus's terms in a run of stems. */
export class ConceptFinder {
  /** From a state and the next stem to the next state; state 0 is the beginning. */
  readonly #next = new Map<number, number>();
  readonly #concepts: (number[] | undefined)[] = [undefined];

  /** Makes a run of stems mean a concept. */
  add(stems: readonly number[], concept: number): void {
    let state = 0;
    for (const stemNumber of stems) {
      const key = keyOf(state, stemNumber);
      let next = this.#next.get(key);
      if (next === undefined) this.#next.set(key, (next = this.#concepts.push(undefined) - 1));
      state = next;
    }
    const concepts = (this.#concepts[state] ??= []);
    if (!concepts.includes(concept)) concepts.push(concept);
  }

  /** The concepts that one word alone means. */
  ofStem(stemNumber: number): readonly number[] {
    return this.#concepts[this.#next.get(keyOf(0, stemNumber)) ?? 0] ?? [];
  }

  /** Calls back for every term found: its concept, its first and last place in the run. */
  find(stems: readonly number[], found: (concept: number, first: number, last: number) => void): void {
    for (let first = 0; first < stems.length; first++) {
      let state = 0;
      for (let last = first; last < stems.length; last++) {
        const next = this.#next.get(keyOf(state, stems[last]!));
        if (next === undefined) break;
        state = next;
        const concepts = this.#concepts[state];
        if (concepts) for (const concept of concepts) found(concept, first, last);
      }
    }
  }
}

/** The thesaurus is numbered first: stems beyond this are of other words. Small keys make a fast map. */
const mostStems = 8_192;

function keyOf(state: number, stemNumber: number): number {
  return stemNumber >= 0 && stemNumber < mostStems ? state * mostStems + stemNumber : -1;
}
