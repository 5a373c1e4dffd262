// The thesaurus, made ready for the search.
import { tokenize } from '../text/folded';
import { stem } from '../text/stem';
import { certain } from '../certain';

/** A thesaurus made ready. */
export interface Thesaurus {
  /** Every folded word in it, with its stem. */
  readonly words: readonly (readonly [word: string, stem: string])[];
  readonly groups: readonly Group[];
  /** Phrases whose words, side by side, are not what they are alone: "truck drivers". */
  readonly phrases: readonly string[];
}

/** Terms that mean nearly the same: folded words, parted by a blank. */
interface Group {
  readonly terms: readonly string[];
  /** Terms that lead to these when a query has them, though a text that has them does not speak of that: "UNCLOS". */
  readonly asked: readonly string[];
}

/**
 * Makes of the thesaurus as people write it what ships. People write one group a line, terms parted by `=`; `#` begins
 * a comment line. `A = B > C` leads whoever asks for A or B to all groups that have C, and where C leads. `!` begins a line of phrases,
 * parted by commas, whose words are not what they are alone. What ships is a line for each folded word with its stem,
 * an empty line, a line for each group (its terms, `>`, what only leads to them), an empty line, and a line for each
 * such phrase. Folding and stemming every word takes longer than all else when an index is built, so it is done when
 * the data is.
 */
export function compileThesaurus(source: string): string {
  const lines = source.split('\n').filter(line => !line.startsWith('#'));
  const groups = lines
    .filter(line => line.includes('=') && !line.includes('>'))
    .map(line => ({ terms: termsOf(line), asked: new Set<string>() }));
  const leads = lines
    .filter(line => line.includes('>'))
    .map(line => {
      const [asked = '', meant = ''] = line.split('>');
      return { asked: termsOf(asked), meant: termsOf(meant) };
    });
  for (const { asked, meant } of leads) {
    const wanted = withBroader(meant, leads);
    for (const group of groups.filter(({ terms }) => terms.some(term => wanted.has(term))))
      for (const term of asked) group.asked.add(term);
  }
  const phrases = [
    ...new Set(lines.filter(line => line.startsWith('!')).flatMap(line => line.slice(1).split(',').map(folded))),
  ];
  const words = [
    ...new Set(
      [...groups.flatMap(({ terms, asked }) => [...terms, ...asked]), ...phrases].flatMap(term => term.split(' ')),
    ),
  ];
  const shipped = groups.map(({ terms, asked }) =>
    [terms, [...asked]]
      .map(part => part.join('='))
      .filter(Boolean)
      .join('>'),
  );
  return [words.map(word => `${word} ${stem(word)}`), shipped, phrases].map(part => part.join('\n')).join('\n\n');
}

interface Lead {
  readonly asked: readonly string[];
  readonly meant: readonly string[];
}

/** Terms with those that they lead to, and those in turn. */
function withBroader(terms: readonly string[], leads: readonly Lead[]): ReadonlySet<string> {
  const all = new Set(terms);
  for (const term of all)
    for (const { asked, meant } of leads) if (asked.includes(term)) for (const broader of meant) all.add(broader);
  return all;
}

const termsOf = (line: string): string[] => [...new Set(line.split('=').map(folded))];

const folded = (term: string): string =>
  tokenize(term)
    .map(({ word }) => word)
    .join(' ');

/** Reads a compiled thesaurus. */
export function readThesaurus(compiled: string): Thesaurus {
  const [words = '', groups = '', phrases = ''] = compiled.split('\n\n');
  return {
    words: words.split('\n').map(line => {
      const at = line.indexOf(' ');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
    groups: groups.split('\n').map(line => {
      const [terms = '', asked] = line.split('>');
      return { terms: terms.split('='), asked: asked?.split('=') ?? [] };
    }),
    phrases: phrases.split('\n').filter(Boolean),
  };
}

/** Finds the thesaurus's terms in a run of stems. */
export class ConceptFinder {
  /** From a state and the next stem to the next state; state 0 is the beginning. */
  readonly #next = new Map<number, number>();
  /** The concepts that a run means wherever it stands, and those that it means in a query only. */
  readonly #concepts: (number[] | undefined)[] = [undefined];
  readonly #asked: (number[] | undefined)[] = [];

  /** Makes a run of stems mean a concept: wherever it stands, or, if `asked`, in a query only. */
  add(stems: readonly number[], concept: number, asked = false): void {
    let state = 0;
    for (const stemNumber of stems) {
      const key = keyOf(state, stemNumber);
      let next = this.#next.get(key);
      if (next === undefined) this.#next.set(key, (next = this.#concepts.push(undefined) - 1));
      state = next;
    }
    const concepts = ((asked ? this.#asked : this.#concepts)[state] ??= []);
    if (!concepts.includes(concept)) concepts.push(concept);
  }

  /** The concepts that one word of a query alone means. */
  ofStem(stemNumber: number): readonly number[] {
    const state = this.#next.get(keyOf(0, stemNumber)) ?? 0;
    return [...(this.#concepts[state] ?? []), ...(this.#asked[state] ?? [])];
  }

  /**
   * Calls back for every term found in a text, or in a query if `asked`: its concept, its first and last place in the
   * run.
   */
  find(stems: readonly number[], found: (concept: number, first: number, last: number) => void, asked = false): void {
    for (let first = 0; first < stems.length; first++) {
      let state = 0;
      for (let last = first; last < stems.length; last++) {
        const next = this.#next.get(keyOf(state, certain(stems[last])));
        if (next === undefined) break;
        state = next;
        const concepts = this.#concepts[state];
        if (concepts) for (const concept of concepts) found(concept, first, last);
        const only = asked ? this.#asked[state] : undefined;
        if (only) for (const concept of only) found(concept, first, last);
      }
    }
  }
}

/** The thesaurus is numbered first: stems beyond this are of other words. Small keys make a fast map. */
const mostStems = 8_192;

function keyOf(state: number, stemNumber: number): number {
  return stemNumber >= 0 && stemNumber < mostStems ? state * mostStems + stemNumber : -1;
}
