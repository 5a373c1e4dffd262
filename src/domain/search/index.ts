// The index of the findings: search and support.
import thesaurus from '../../../data/made/thesaurus.txt';
import type { Library } from '../corpus/library';
import type { Finding, Sentence } from '../corpus/types';
import type { Range } from '../text/ranges';
import type { Holdings } from './answers';
import { Approximator } from './approximate';
import { englishOf } from './english';
import { closeness, gather, mostTogether, read, wantedBy, type Reading } from './evidence';
import { expand, type Slot } from './expand';
import { fieldsOf, type Entry } from './fields';
import { KeptMarks } from './keptMarks';
import { inEnglish } from './languages';
import { admission, namedSentence } from './narrowing';
import { fold } from '../text/folded';
import { findPhrases } from './phrases';
import { Postings } from './postings';
import { claimsOf, onlyWord } from './support';
import { parseQuery, phraseWords, wordsOf, type Query, type QueryWord } from './query';
import { BestScores, Scorer, type Candidate } from './rank';
import { readThesaurus } from './thesaurus';
import { Vocabulary } from './vocabulary';
import { markedWithout, setAside } from './without';
import { certain } from '../certain';
import { weights } from './weights';

export { excerpt } from './excerpt';
export type { Entry } from './fields';

/** A finding (or passage) that answers a query. */
export interface Hit<E extends Entry = Finding> {
  readonly finding: E;
  /** The one sentence through which it matched, where it has several and only one did. */
  readonly sentence?: Sentence;
  /** The sentence that answers most of the query, if any answers some of it. */
  readonly best?: Sentence;
  /** Higher is better; comparable within one query only. */
  readonly score: number;
  /** Why it matched: UTF-16 offsets into the verbatim `finding.text`, in order, apart from each other. */
  readonly ranges: readonly Range[];
  /** The words of the query, as typed, that no finding answers, where there are some: it was found without them. */
  readonly without?: readonly string[];
  /** The only word that it has in common with words of a draft that say more. */
  readonly only?: string;
}

/** A query as it is searched: as typed, or in English. */
type Asked = Omit<Query, 'text'>;

interface SearchOptions {
  /** How many hits at most; 50 unless told. */
  readonly limit?: number;
  /**
   * Whether the query is still being typed: then its last word, unless a blank ends it, empties no list. Where it leaves
   * nothing, what the words before it find is found without it: "drowning lamp" on its way to Lampedusa.
   */
  readonly typing?: boolean;
}

/** How many of the best by rarity are looked at closely. */
const closely = 30;
const mostSlots = 32;
/** Sums of numbers of 32 bits may differ by so much in another order. */
const rounding = 1.000_01;

/**
 * How much of a query an entry must answer. Words that the library does not know make it doubtful that
 * the query means anything here, so then more; a sentence of a draft says more than any finding, so less.
 */
function leastShare(slots: readonly Slot[]): number {
  const worth = slots.reduce((sum, slot) => sum + slot.worth, 0);
  const doubt = slots.reduce((sum, slot) => sum + slot.worth * slot.doubt, 0) / worth;
  const { share, doubt: more, longShare, longDoubt } = weights.least;
  return slots.length > 6 ? longShare + longDoubt * doubt : share + more * doubt;
}

/** What a phrase of words without weight scores. */
const phraseScore = 0.05;
const cachedReadings = 500;

/**
 * The search over the findings (and passages, if built over them too). It grows entry by entry and
 * answers from what it holds at any time; equal queries over equal entries give equal hits.
 */
export class SearchIndex<E extends Entry = Finding> {
  readonly #entries: E[] = [];
  readonly #vocabulary = new Vocabulary(readThesaurus(thesaurus));
  readonly #approximator = new Approximator(this.#vocabulary);
  readonly #english = englishOf(this.#vocabulary, this.#approximator);
  readonly #postings: (Postings | undefined)[] = [];
  /** How many entries hold each stem, and the last that did. */
  readonly #frequencies: number[] = [];
  readonly #lastHolder: number[] = [];
  readonly #sharedFields = new Map<string, readonly number[]>();
  readonly #prominence = new Map<number, number>();
  readonly #scorer = new Scorer();
  readonly #readings = new Map<number, Reading>();
  /** Of each entry its text and its label. */
  readonly #kept = new KeptMarks();

  /** @param library where the titles of the days are; without it they are not searched. */
  constructor(private readonly library?: Library) {}

  /** An index over all entries at once: for a few hundred. */
  static build<E extends Entry>(entries: readonly E[], library?: Library): SearchIndex<E> {
    const index = new SearchIndex<E>(library);
    for (const entry of entries) index.#add(entry);
    return index;
  }

  /**
   * Adds entries in slices; each step of the iteration is one slice, some milliseconds long, and
   * yields how many entries the index holds. Pause between steps as the host needs.
   */
  *add(entries: readonly E[], sliceLength = 12_000): Generator<number, void> {
    let letters = 0;
    for (const entry of entries) {
      this.#add(entry);
      letters += entry.text.length + 100;
      if (letters < sliceLength) continue;
      letters = 0;
      yield this.size;
    }
    yield this.size;
  }

  /** Adds entries in slices, pausing between them: `pause` resolves when the host has had its turn. */
  async addInSlices(entries: readonly E[], pause: () => Promise<void>): Promise<void> {
    for (const _ of this.add(entries)) await pause();
  }

  /** How many entries it holds. */
  get size(): number {
    return this.#entries.length;
  }

  /** Whether a word is one that the entries or the thesaurus have. */
  knows(word: string): boolean {
    return this.#vocabulary.get(fold(word)) !== undefined;
  }

  /**
   * The entries that answer a query as a person types it, best first: words in any order, misspelt
   * or unfinished, in English, French or Spanish, "quoted phrases", `day:2`, `theme:climate`, `by:speakers`, `gcm:8`, ids.
   * Any text is a query; one that means nothing here finds nothing.
   */
  search(query: string, { limit = 50, typing = false }: SearchOptions = {}): Hit<E>[] {
    if (limit < 1) return [];
    const parsed = parseQuery(query);
    const unfinished = typing && !/\s$/u.test(query);
    const foreign = this.#answerInEnglish(parsed, limit, unfinished, false);
    if (foreign.length > 0) return foreign;
    const found = this.#answer(parsed, limit, unfinished);
    return found.length > 0 ? found : this.#answerInEnglish(parsed, limit, unfinished, true);
  }

  /** What a French or Spanish query finds, in each way that it may be read; nothing for an English one. */
  #answerInEnglish(parsed: Query, limit: number, unfinished: boolean, foundNothing: boolean): Hit<E>[] {
    const readings = inEnglish(parsed.text, this.#english, foundNothing);
    const found = readings.map(({ text, typing }) =>
      this.#answer({ ...parsed, words: wordsOf(text, typing) }, limit, unfinished),
    );
    return bestOfEach(found).slice(0, limit);
  }

  /** @param unfinished whether the last word may be left out where it leaves nothing */
  #answer(parsed: Asked, limit: number, unfinished: boolean): Hit<E>[] {
    const found = this.#find(parsed, limit);
    if (found.length > 0) return found;
    const open = parsed.phrases.filter(phrase => phrase.open);
    const words = [...parsed.words, ...open.flatMap(phraseWords)];
    const opened = { ...parsed, words, phrases: parsed.phrases.filter(phrase => !phrase.open) };
    const asWords = open.length === 0 ? found : this.#find(opened, limit);
    return unfinished && asWords.length === 0 ? this.#findWithoutLast(opened, limit) : asWords;
  }

  /**
   * The entries that bear on a sentence or paragraph of a draft, best first: those that answer one of
   * its sentences well, the more of its sentences the better. Citations and Markdown in it are ignored.
   */
  support(text: string, { limit = 8 }: SearchOptions = {}): Hit<E>[] {
    const best = new Map<E, Hit<E>>();
    for (const words of claimsOf(text)) {
      const slots = this.#slots(words);
      for (const hit of this.#rank(slots, undefined, Math.max(limit, 10))) {
        const other = best.get(hit.finding);
        const [better, worse] = !other || hit.score > other.score ? [hit, other] : [other, hit];
        best.set(hit.finding, { ...better, score: better.score + weights.score.second * (worse?.score ?? 0) });
      }
    }
    const hits = [...best.values()].sort((a, b) => b.score - a.score);
    const faint = (hits[0]?.score ?? 0) * weights.least.faintest;
    return hits
      .filter(hit => hit.score >= faint)
      .slice(0, limit)
      .map(hit => {
        const only = onlyWord(hit, text);
        return only === undefined ? hit : { ...hit, only };
      });
  }

  #find({ words, phrases, narrowing }: Asked, limit: number): Hit<E>[] {
    const test = admission(narrowing);
    const admits = test && ((entry: number): boolean => test(certain(this.#entries[entry])));
    if (phrases.length > 0) return this.#findPhrases({ words, phrases, narrowing }, admits, limit);
    const slots = this.#slots(words);
    if (slots.length > 0) return this.#rankWithout(slots, admits, limit);
    if (!test) return [];
    const hits: Hit<E>[] = [];
    for (const finding of this.#entries) {
      if (hits.length === limit) break;
      if (!test(finding)) continue;
      const sentence = namedSentence(narrowing, finding);
      hits.push({ finding, ...(sentence ? { sentence } : {}), score: 1, ranges: [] });
    }
    return hits;
  }

  /** What is found without the last word, which is not finished, where others say what is wanted. */
  #findWithoutLast(query: Asked, limit: number): Hit<E>[] {
    const last = query.words.at(-1);
    const words = query.words.slice(0, -1);
    if (!last?.typing || words.every(({ weak }) => weak)) return [];
    return this.#find({ ...query, words }, limit).map(hit => ({
      ...hit,
      without: [...(hit.without ?? []), last.typed],
    }));
  }

  #findPhrases({ words, phrases }: Asked, admits: ((entry: number) => boolean) | undefined, limit: number): Hit<E>[] {
    const held = findPhrases(
      phrases,
      this.#vocabulary,
      this.#postings,
      at => certain(this.#entries[at]),
      admits,
      at => this.#reading(at).marks,
    );
    if (held.size === 0) return [];
    const slots = this.#slots([...words, ...phrases.flatMap(phraseWords)]);
    const ranked =
      slots.length === 0
        ? []
        : this.#scorer.best(slots, this.#postings, this.size, {
            most: held.size,
            least: 0,
            admits: entry => held.has(entry),
          });
    const scored = new Map(ranked.map(candidate => [candidate.entry, candidate]));
    const candidates = [...held.keys()].map(entry => scored.get(entry) ?? { entry, score: phraseScore, coverage: 0 });
    const beside = this.#slots(words);
    return markedWithout(this.#close(candidates, beside, limit, held), beside, 1);
  }

  #slots(words: readonly QueryWord[]): Slot[] {
    const slots = expand(words, this.#holdings);
    if (slots.length <= mostSlots) return slots;
    const kept = new Set([...slots].sort((a, b) => b.worth - a.worth).slice(0, mostSlots));
    return slots.filter(slot => kept.has(slot));
  }

  /**
   * Ranks by the words that are known: one that nobody knows narrows nothing, but what is found without it is marked.
   */
  #rankWithout(slots: readonly Slot[], admits: ((entry: number) => boolean) | undefined, limit: number): Hit<E>[] {
    const { asked, share } = setAside(slots);
    return markedWithout(this.#rank(asked, admits, limit), slots, share);
  }

  #rank(slots: readonly Slot[], admits: ((entry: number) => boolean) | undefined, limit: number): Hit<E>[] {
    if (slots.length === 0) return [];
    const most = Math.max(closely, Math.min(limit, this.size));
    const candidates = this.#scorer.best(slots, this.#postings, this.size, { most, least: leastShare(slots), admits });
    const hits = this.#close(candidates, slots, limit);
    const faint = (hits[0]?.score ?? 0) * weights.least.faintest;
    return hits.filter(hit => hit.score >= faint);
  }

  /**
   * Looks at the text of the best candidates and puts them in their final order. Of those that the text can raise to no
   * place among so many as are wanted, it is not looked at.
   */
  #close(
    candidates: readonly Candidate[],
    slots: readonly Slot[],
    limit: number,
    phrases?: ReadonlyMap<number, Range[]>,
  ): Hit<E>[] {
    const wanted = wantedBy(slots);
    const most = mostTogether(slots);
    const hits: Hit<E>[] = [];
    const best = new BestScores(limit);
    for (const { entry, score, coverage } of candidates.slice(0, Math.max(closely, limit))) {
      // No sentence answers more than the entry does. What is found for a phrase may answer none of the words.
      if (!phrases && score * closeness({ ...most, together: coverage }) * rounding < best.least) continue;
      const finding = certain(this.#entries[entry]);
      const evidence = gather(finding, this.#reading(entry), slots, wanted, phrases?.get(entry) ?? []);
      const { sentence, best: told, ranges } = evidence;
      const close = score * closeness(evidence);
      best.add(close);
      hits.push({
        finding,
        ...(sentence ? { sentence } : {}),
        ...(told ? { best: told } : {}),
        score: close,
        ranges,
      });
    }
    return hits.sort((a, b) => b.score - a.score).slice(0, limit);
  }

  #reading(entry: number): Reading {
    const known = this.#readings.get(entry);
    if (known) return known;
    // The oldest goes: what is typed next mostly finds what was found before.
    if (this.#readings.size >= cachedReadings) this.#readings.delete(certain(this.#readings.keys().next().value));
    const [marks, label] = [this.#kept.get(2 * entry), this.#kept.get(2 * entry + 1)];
    const reading = read(certain(this.#entries[entry]), this.#vocabulary, marks && label && { marks, label });
    this.#readings.set(entry, reading);
    return reading;
  }

  get #holdings(): Holdings {
    return {
      vocabulary: this.#vocabulary,
      approximator: this.#approximator,
      size: this.size,
      frequency: stem => this.#frequencies[stem] ?? 0,
    };
  }

  #add(entry: E): void {
    const number = this.#entries.push(entry) - 1;
    const prominence = this.#prominence;
    prominence.clear();
    let words = 0;
    for (const { text, weight, shared } of fieldsOf(entry, this.library)) {
      const terms = this.#termsOf(text, shared);
      if (!shared) words += terms.length;
      for (const term of terms) prominence.set(term, (prominence.get(term) ?? 0) + weight);
    }
    const { damping: bound, dampingByLength, damped } = weights.score;
    const damping = bound + dampingByLength * Math.min(3, words / damped);
    for (const [term, weight] of prominence) {
      const impact = Math.max(1, Math.round((255 * weight) / (weight + damping)));
      (this.#postings[term] ??= new Postings()).add(number, impact);
      const stem = certain(this.#vocabulary.stemOf[term]);
      if (this.#lastHolder[stem] === number) continue;
      this.#lastHolder[stem] = number;
      this.#frequencies[stem] = (this.#frequencies[stem] ?? 0) + 1;
    }
  }

  #termsOf(text: string, shared: boolean): readonly number[] {
    if (!shared) {
      const marks = this.#vocabulary.read(text);
      this.#kept.add(marks);
      return marks.terms;
    }
    let terms = this.#sharedFields.get(text);
    if (!terms) this.#sharedFields.set(text, (terms = this.#vocabulary.read(text).terms));
    return terms;
  }
}

/** Each entry once, by the best of its hits; the best first. */
function bestOfEach<E extends Entry>(lists: readonly (readonly Hit<E>[])[]): Hit<E>[] {
  const best = new Map<E, Hit<E>>();
  for (const hit of lists.flat()) if (hit.score > (best.get(hit.finding)?.score ?? 0)) best.set(hit.finding, hit);
  return [...best.values()].sort((a, b) => b.score - a.score);
}
