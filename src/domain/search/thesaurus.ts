import { fold } from './normal';
import { stem } from './stem';

/** A thesaurus made ready: its words are numbered, and groups are runs of those numbers. It is packed, since it ships. */
export interface Thesaurus {
  /** Folded words, parted by blanks. */
  readonly words: string;
  /** The stem of each word: how many of its last characters go, and what comes instead. */
  readonly stems: string;
  /** Groups parted by ";", their terms by ",", a term's words by blanks: `+` is the next new word, else its number with 36 digits. */
  readonly groups: string;
}

/** A thesaurus as it is used. */
export interface Unpacked {
  readonly words: readonly { readonly word: string; readonly stem: string }[];
  /** For each group its terms, each the numbers of its words. */
  readonly groups: readonly (readonly (readonly number[])[])[];
}

export function unpack({ words, stems, groups }: Thesaurus): Unpacked {
  const cuts = stems.split(' ');
  let next = 0;
  return {
    words: words.split(' ').map((word, at) => {
      const [, cut = '0', rest = ''] = /^(\d*)(.*)$/u.exec(cuts[at] ?? '') ?? [];
      return { word, stem: word.slice(0, word.length - Number(cut)) + rest };
    }),
    groups: groups.split(';').map(group => group.split(',').map(term => term.split(' ').map(number => (number === '+' ? next++ : Number.parseInt(number, 36))))),
  };
}

/**
 * Reads the thesaurus as people write it: one group a line, terms parted by `=`, `#` begins a comment
 * line. Folding and stemming every word takes longer than all else when an index is built, so it is
 * done when the data is, and not where it runs.
 */
export function compileThesaurus(source: string): Thesaurus {
  const numbers = new Map<string, number>();
  const groups = source
    .split('\n')
    .filter(line => line.includes('=') && !line.startsWith('#'))
    .map(line => [...new Set(line.split('=').map(term => term.split(/[\s-]+/u).filter(Boolean).map(fold).join(' ')))])
    .map(terms => terms.map(term => term.split(' ').map(word => {
      const known = numbers.get(word);
      if (known === undefined) numbers.set(word, numbers.size);
      return known?.toString(36) ?? '+';
    }).join(' ')).join(','));
  const words = [...numbers.keys()];
  return { words: words.join(' '), stems: words.map(word => cutOf(word, stem(word))).join(' '), groups: groups.join(';') };
}

function cutOf(word: string, stemmed: string): string {
  let same = 0;
  while (same < word.length && word[same] === stemmed[same]) same++;
  return `${word.length - same || ''}${stemmed.slice(same)}`;
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
