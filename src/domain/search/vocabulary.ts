// Every word of the library and the thesaurus, numbered.
import { stem, tellingStem } from '../text/stem';
import { ConceptFinder, type Thesaurus } from './thesaurus';
import { tokenize, type Token } from '../text/folded';
import { certain } from '../certain';

/** Prefixes that are written joined, hyphenated or apart: antitrafficking, anti-trafficking. */
export const affixes = ['anti', 'counter', 'multi', 'non', 'cross', 'socio', 'inter'];

/**
 * Every word of the library and of the thesaurus, numbered. A term is a word or a concept; a concept
 * stands for all the terms of one thesaurus group. Terms that are forms of one word share a stem.
 */
export class Vocabulary {
  /** The word of each term; empty for concepts. */
  readonly words: string[] = [];
  /** The stem of each term; a concept is its own. */
  readonly stemOf: number[] = [];
  readonly termsOfStem: number[][] = [];
  readonly concepts = new ConceptFinder();
  /** Concepts of phrases whose words, side by side, are not what they are alone. */
  readonly strangers = new Set<number>();
  readonly #terms = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  readonly #parts = new Map<number, number>();
  #filed = 0;
  readonly #byPrefix = new Map<string, number[]>();
  /** The terms that begin with what was asked for last, among so many words. */
  #begun: { readonly prefix: string; readonly words: number; readonly terms: readonly number[] } | undefined;

  constructor({ words, groups, phrases }: Thesaurus) {
    for (const [word, stemName] of words) this.#insert(word, stemName);
    for (const group of groups) {
      const concept = this.#push('', this.#stem(`#${this.words.length}`));
      for (const term of group.terms) this.#mean(term, concept);
      for (const term of group.asked) this.#mean(term, concept, true);
    }
    const stranger = this.#push('', this.#stem(`#${this.words.length}`));
    this.strangers.add(stranger);
    for (const phrase of phrases) this.#mean(phrase, stranger);
  }

  #mean(term: string, concept: number, asked = false): void {
    this.concepts.add(
      term.split(' ').map(word => certain(this.stemOf[this.#terms.get(word) ?? -1])),
      concept,
      asked,
    );
  }

  /** The term of a folded word, if it is known. */
  get(word: string): number | undefined {
    return this.#terms.get(word);
  }

  /** The stem a word would have, if any known word has it. */
  stemFor(word: string): number | undefined {
    const term = this.#terms.get(word);
    if (term !== undefined) return this.stemOf[term];
    const name = tellingStem(word);
    return name === undefined ? undefined : this.#stems.get(name);
  }

  /** The term of a folded word, numbered now if it was not known. */
  add(word: string): number {
    return this.#terms.get(word) ?? this.#insert(word, stem(word));
  }

  #insert(word: string, stemName: string): number {
    const term = this.#push(word, this.#stem(stemName));
    this.#terms.set(word, term);
    const affix =
      word.length > 8 ? affixes.find(prefix => word.startsWith(prefix) && word.length >= prefix.length + 6) : undefined;
    if (affix) this.#parts.set(term, this.add(word.slice(affix.length)));
    return term;
  }

  /** The word inside a word with a joined prefix: trafficking in antitrafficking. */
  partOf(term: number): number | undefined {
    return this.#parts.get(term);
  }

  /** The terms whose words begin so. */
  startingWith(prefix: string): readonly number[] {
    // Filed only when first asked for: most of a build's words are never asked for.
    for (; this.#filed < this.words.length; this.#filed++) {
      const word = certain(this.words[this.#filed]);
      for (let length = 1; length <= Math.min(3, word.length); length++) {
        const list = this.#byPrefix.get(word.slice(0, length));
        if (list) list.push(this.#filed);
        else this.#byPrefix.set(word.slice(0, length), [this.#filed]);
      }
    }
    const list = this.#byPrefix.get(prefix.slice(0, 3)) ?? [];
    if (prefix.length <= 3) return list;
    // A word that is being typed is asked for several times, and then with another letter.
    const begun = this.#begun;
    const known = begun?.words === this.words.length && prefix.startsWith(begun.prefix) ? begun : undefined;
    if (known?.prefix === prefix) return known.terms;
    const terms = (known?.terms ?? list).filter(term => certain(this.words[term]).startsWith(prefix));
    this.#begun = { prefix, words: this.words.length, terms };
    return terms;
  }

  /** What a text says, term by term, numbering the words it does not know yet. */
  read(text: string): Marks {
    const marks = new Marks();
    const stems: number[] = [];
    const tokens = tokenize(text);
    let joined = '';
    let joinedFrom = 0;
    for (let place = 0; place < tokens.length; place++) {
      const token = certain(tokens[place]);
      const term = this.add(token.word);
      stems.push(certain(this.stemOf[term]));
      marks.push(term, token.start, token.end, place);
      const part = this.partOf(term);
      if (part !== undefined) marks.push(part, token.start, token.end, place);
      if (!token.hyphenated) {
        joined = token.word;
        joinedFrom = place;
        continue;
      }
      joined += token.word;
      if (!tokens[place + 1]?.hyphenated && joined.length < 40) {
        marks.push(this.add(joined), certain(tokens[joinedFrom]).start, token.end, joinedFrom);
      }
    }
    this.#markConcepts(text, stems, tokens, marks);
    return marks;
  }

  /**
   * A word among those that are not what they are alone means nothing else either: no legal identity in "gender
   * identity". Nor do words of two sentences mean anything together: "… migrant youth. Migrant youth …" has no "youth migrant".
   */
  #markConcepts(text: string, stems: readonly number[], tokens: readonly Token[], marks: Marks): void {
    const estranged = new Set<number>();
    // Concept, first and last place, one after another: this runs for every text of a library.
    const found: number[] = [];
    this.concepts.find(stems, (concept, first, last) => {
      if (!this.strangers.has(concept)) found.push(concept, first, last);
      else for (let place = first; place <= last; place++) estranged.add(place);
    });
    for (let at = 0; at < found.length; at += 3) {
      const [concept, first, last] = [certain(found[at]), certain(found[at + 1]), certain(found[at + 2])];
      const alone = first === last && estranged.has(first);
      if (!alone && !isParted(text, tokens, first, last))
        marks.push(concept, certain(tokens[first]).start, certain(tokens[last]).end, first);
    }
  }

  #push(word: string, stemNumber: number): number {
    const term = this.words.push(word) - 1;
    this.stemOf.push(stemNumber);
    certain(this.termsOfStem[stemNumber]).push(term);
    return term;
  }

  #stem(name: string): number {
    const known = this.#stems.get(name);
    if (known !== undefined) return known;
    const number = this.termsOfStem.push([]) - 1;
    this.#stems.set(name, number);
    return number;
  }
}

/** Whether a sentence ends between some words. */
function isParted(text: string, tokens: readonly Token[], first: number, last: number): boolean {
  for (let place = first; place < last; place++)
    if (/^[.!?]\s/.test(text.slice(certain(tokens[place]).end, certain(tokens[place + 1]).start))) return true;
  return false;
}

type Numbers = readonly number[] | Uint32Array;

/** Where the terms of a text stand: UTF-16 offsets into it, and the place of the word, counted from 0. */
export interface Places {
  readonly terms: Numbers;
  readonly starts: Numbers;
  readonly ends: Numbers;
  readonly places: Numbers;
}

/** The same while a text is read. */
export class Marks implements Places {
  readonly terms: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly places: number[] = [];

  push(term: number, start: number, end: number, place: number): void {
    this.terms.push(term);
    this.starts.push(start);
    this.ends.push(end);
    this.places.push(place);
  }
}
