// The terms that answer a word of a query, and how well.
import type { Approximator } from './approximate';
import { stopWords } from '../text/commonWords';
import { rankingRarity } from '../text/rarity';
import type { QueryWord } from './query';
import type { Vocabulary } from './vocabulary';
import { certain } from '../certain';
import { weights as all } from './weights';

/** A term that answers a word of the query, and how well: 1 is the word itself. */
export interface Answer {
  readonly term: number;
  readonly weight: number;
  /** It only means the same: a concept. */
  readonly meant: boolean;
}

const { answer: weights } = all;

/** What expanding needs to know of the library. */
export interface Holdings {
  readonly vocabulary: Vocabulary;
  readonly approximator: Approximator;
  /** How many entries there are. */
  readonly size: number;
  /** How many entries hold any form of a stem. */
  frequency(stem: number): number;
}

const mostAnswers = 48;
/** Letters of the longest word that may be two. */
const longestJoined = 40;

/** The word itself, its forms, what it means, and what it is when joined with its neighbour. */
export function addForms(word: QueryWord, found: Answers, { vocabulary, size, frequency }: Holdings): void {
  const term = vocabulary.get(word.word);
  if (term !== undefined) found.add(term, 1);
  const stem = vocabulary.stemFor(word.word);
  if (stem !== undefined) {
    for (const form of certain(vocabulary.termsOfStem[stem])) {
      // "Theme" is no form of "them".
      if (!stopWords.has(certain(vocabulary.words[form]))) found.add(form, weights.form);
    }
  }
  for (const joined of word.joined) {
    const whole = joined.length > 4 ? vocabulary.get(joined) : undefined;
    if (whole !== undefined) found.add(whole, weights.joined);
  }
  const part = term === undefined ? undefined : vocabulary.partOf(term);
  if (part === undefined) return;
  // Where the whole word is known it tells more than its part.
  const shared = certain(vocabulary.stemOf[part]);
  const holders = frequency(shared);
  const whole = found.frequency;
  const share = whole === 0 ? 1 : Math.min(weights.apart, rankingRarity(size, holders) / rankingRarity(size, whole));
  for (const form of certain(vocabulary.termsOfStem[shared])) found.add(form, weights.part * share);
  for (const concept of vocabulary.concepts.ofStem(shared)) found.add(concept, weights.concept * share);
  if (whole > 0) found.frequency = whole;
}

/**
 * What means the same as the word. Where the word itself is rarer than its meaning, the meaning says
 * less than the word.
 * @param forms how many entries hold the word itself
 * @param share how much the meaning counts
 */
export function addMeanings(
  word: QueryWord,
  found: Answers,
  { vocabulary, size, frequency }: Holdings,
  forms: number,
  share: number,
): void {
  const stem = vocabulary.stemFor(word.word);
  if (stem === undefined) return;
  for (const concept of vocabulary.concepts.ofStem(stem)) {
    const common = frequency(certain(vocabulary.stemOf[concept]));
    const less =
      forms === 0 ? 1 : Math.min(1, (rankingRarity(size, common) / rankingRarity(size, forms)) ** weights.common);
    found.add(concept, weights.concept * less * share);
  }
}

/** Words that begin as the word does. Where the library has some, what only means the same as others says less. */
export function addBeginnings(word: QueryWord, found: Answers, { vocabulary, frequency }: Holdings): void {
  const { length } = word.word;
  if (length < 3 && !word.typing) return;
  const finished = found.empty ? 1 : weights.finished;
  const beginning = [word.word, ...(word.typing ? americanBeginning(word.word) : [])]
    .flatMap(letters => vocabulary.startingWith(letters))
    .filter(term => !stopWords.has(certain(vocabulary.words[term])));
  const held = (term: number): boolean => frequency(certain(vocabulary.stemOf[term])) > 0;
  const some = beginning.some(held);
  for (const term of beginning) {
    const weight = (weights.beginning + weights.begun * (length / certain(vocabulary.words[term]).length)) * finished;
    found.add(term, weight);
    const meaning = weight * (some && !held(term) ? weights.strangeMeaning : weights.begunMeaning);
    // A letter or two may begin anything: only what the library has counts.
    if (length < 3 && !held(term)) continue;
    for (const concept of vocabulary.concepts.ofStem(certain(vocabulary.stemOf[term]))) found.add(concept, meaning);
  }
}

/** The beginning of a British spelling as the American one begins: "labou", "organisa", "programm". */
export function americanBeginning(word: string): string[] {
  const american = word
    .replace(/is(a|at|ati|atio)?$/u, 'iz$1')
    .replace(/ou$/u, 'o')
    .replace(/([lm])\1$/u, '$1');
  return american === word || american.length < 3 ? [] : [american];
}

/** A word nobody knows may be two that somebody does, written together. */
export function addHalves(word: string, found: Answers, { vocabulary, frequency }: Holdings): void {
  if (word.length > longestJoined) return;
  for (let at = 4; at <= word.length - 4; at++) {
    const halves = [vocabulary.get(word.slice(0, at)), vocabulary.get(word.slice(at))];
    if (halves.some(half => half === undefined || frequency(certain(vocabulary.stemOf[half])) === 0)) continue;
    for (const half of halves) found.add(certain(half), weights.half);
    return;
  }
}

export function addAlike(word: QueryWord, found: Answers, { vocabulary, approximator }: Holdings): void {
  for (const { term, likeness } of approximator.find(word.word, word.typing)) {
    const stem = certain(vocabulary.stemOf[term]);
    found.add(term, likeness * weights.alike);
    for (const form of certain(vocabulary.termsOfStem[stem])) found.add(form, likeness * weights.alikeForm);
    for (const concept of vocabulary.concepts.ofStem(stem)) found.add(concept, likeness * weights.alikeMeaning);
  }
}

/** Collects the answers to one word that the library holds. */
export class Answers {
  readonly #weights = new Map<number, number>();
  readonly #stems = new Set<number>();
  /** How many entries hold an answer, counted generously. */
  frequency = 0;

  constructor(private readonly holdings: Holdings) {}

  get empty(): boolean {
    return this.#weights.size === 0;
  }

  add(term: number, weight: number): void {
    const stem = certain(this.holdings.vocabulary.stemOf[term]);
    const frequency = this.holdings.frequency(stem);
    if (frequency === 0) return;
    if (!this.#stems.has(stem)) {
      this.#stems.add(stem);
      this.frequency = Math.max(this.frequency, frequency);
    }
    if ((this.#weights.get(term) ?? 0) < weight) this.#weights.set(term, weight);
  }

  sorted(): Answer[] {
    return [...this.#weights]
      .map(([term, weight]) => ({ term, weight, meant: this.holdings.vocabulary.words[term] === '' }))
      .sort((a, b) => b.weight - a.weight || a.term - b.term)
      .slice(0, mostAnswers);
  }
}
