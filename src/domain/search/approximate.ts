// The known words that a misspelt one may mean.
import Fuse from 'fuse.js/min-basic';
import { distance, distances } from '../text/distance';
import { stopWords } from '../text/commonWords';
import { isEnglish } from './dictionary';
import { everyday } from './everyday';
import type { Vocabulary } from './vocabulary';
import { certain } from '../certain';
import { least } from '../longLists';

/** How many words of the vocabulary Fuse is shown: those that share most letter pairs with the misspelt one. */
const shown = 48;

const options = { includeScore: true, ignoreLocation: true, threshold: 0.5, minMatchCharLength: 2 };

/** A known word that a misspelt one may mean, and how alike they are (0 to 1). */
interface Alike {
  readonly term: number;
  readonly likeness: number;
}

/**
 * Finds the words a misspelt one may mean. Fuse.js judges short strings well and scans all it is
 * given, so it is given only words that share letter pairs with the misspelt one: the cost stays
 * flat however large the vocabulary. What it finds must also be few typing errors away.
 */
export class Approximator {
  readonly #pairs = new Map<string, number[]>();
  readonly #cache = new Map<string, readonly Alike[]>();
  #last: { readonly key: string; readonly terms: readonly number[] } | undefined;
  #counts = new Uint8Array(0);
  #read = 0;

  constructor(private readonly vocabulary: Vocabulary) {}

  /** The words that a folded one may mean, best first; `typing` when it may not be finished. */
  find(word: string, typing: boolean): readonly Alike[] {
    return everyday(word) || isEnglish(word) ? [] : this.alike(word, typing);
  }

  /** The words most like a folded one, whether or not it is rightly spelt. */
  alike(word: string, typing: boolean): readonly Alike[] {
    const errors = allowed(word);
    if (errors === 0) return [];
    this.#catchUp();
    const key = typing ? `${word}…` : word;
    let found = this.#cache.get(key);
    if (!found) {
      found = this.#find(word, typing, errors);
      if (this.#cache.size >= 500) this.#cache.clear();
      this.#cache.set(key, found);
    }
    return found;
  }

  /** Whether an unfinished word is one typing error away from the beginning of a word that `held` lets pass. */
  begins(word: string, held: (term: number) => boolean): boolean {
    if (allowed(word) === 0) return false;
    this.#catchUp();
    const { words } = this.vocabulary;
    return this.#candidates(word, true).some(
      term => certain(words[term])[0] === word[0] && held(term) && beginningErrors(word, certain(words[term])) <= 1,
    );
  }

  #find(word: string, typing: boolean, errors: number): readonly Alike[] {
    const { words } = this.vocabulary;
    const candidates = this.#candidates(word, typing).map(term => ({ term, word: certain(words[term]) }));
    const alike: Alike[] = [];
    // The last word may be the misspelt beginning of a longer one: compare beginnings as well.
    const beginnings = candidates.map(({ word: full }) => (typing ? full.slice(0, word.length + 1) : full));
    const searched = [...candidates.map(({ word: full }) => full), ...(typing ? beginnings : [])];
    const seen = new Set<number>();
    for (const { refIndex, score = 1 } of new Fuse(searched, options).search(word)) {
      const { term, word: full } = certain(candidates[refIndex % candidates.length]);
      if (seen.has(term)) continue;
      const off = Math.min(typingErrors(word, full), typing ? beginningErrors(word, full) + 0.5 : Infinity);
      if (off > errors + (typing ? 0.5 : 0) || !plausible(word, full, off)) continue;
      seen.add(term);
      alike.push({ term, likeness: 1 - off / (word.length + 1) - score * 0.1 });
    }
    alike.sort((a, b) => b.likeness - a.likeness);
    const best = alike[0]?.likeness ?? 0;
    return (
      alike
        .filter(({ likeness }) => likeness >= best - 0.12)
        .slice(0, 8)
        // What is less alike than the best is less likely by more than that.
        .map(({ term, likeness }) => ({ term, likeness: likeness - 2 * (best - likeness) }))
    );
  }

  /** The words that share most letter pairs with the one given; what was asked for last is asked for twice. */
  #candidates(word: string, typing: boolean): readonly number[] {
    const key = typing ? `${word}…` : word;
    if (this.#last?.key !== key) this.#last = { key, terms: this.#sharing(word, typing) };
    return this.#last.terms;
  }

  #sharing(word: string, typing: boolean): number[] {
    const { words } = this.vocabulary;
    if (this.#counts.length < words.length) this.#counts = new Uint8Array(words.length * 2);
    const counts = this.#counts;
    const touched: number[] = [];
    for (const pair of pairsOf(word)) {
      for (const term of this.#pairs.get(pair) ?? []) {
        const before = counts[term] ?? 0;
        counts[term] = before + 1;
        if (before === 0) touched.push(term);
      }
    }
    const longest = typing ? Infinity : word.length + 3;
    const share = (term: number): number =>
      certain(counts[term]) / (typing ? word.length : Math.max(word.length, certain(words[term]).length));
    const ranked = touched
      .filter(
        term =>
          certain(words[term]).length >= word.length - 3 &&
          certain(words[term]).length <= longest &&
          share(term) >= 0.25,
      )
      .sort((a, b) => share(b) - share(a) || a - b)
      .slice(0, shown);
    for (const term of touched) counts[term] = 0;
    return ranked;
  }

  #catchUp(): void {
    const { words } = this.vocabulary;
    if (this.#read === words.length) return;
    this.#cache.clear();
    this.#last = undefined;
    for (; this.#read < words.length; this.#read++) {
      const word = certain(words[this.#read]);
      if (word.length < 4 || word.length > 30 || stopWords.has(word)) continue;
      for (const pair of pairsOf(word)) {
        const list = this.#pairs.get(pair);
        if (list) list.push(this.#read);
        else this.#pairs.set(pair, [this.#read]);
      }
    }
  }
}

/** How many typing errors a word of this length may hold; numbers and very long words none. */
function allowed(word: string): number {
  if (word.length < 4 || word.length > 30 || /[^\p{L}]/u.test(word)) return 0;
  if (word.length < 6) return 1;
  return word.length < 11 ? 2 : 3;
}

/** The shorter a word, the less may be wrong with it: else it is another word. */
function plausible(word: string, full: string, off: number): boolean {
  if (word[0] !== full[0] && !slippedAtFirst(word, full) && (word.length < 7 || off > 1)) return false;
  if (word.length < 6) return plausibleShort(word, full);
  if (off <= 1) return true;
  if (word.length < 8) return anagram(skeleton(word)) === anagram(skeleton(full));
  // Many words share an ending: what is right in it does not make two words alike.
  return off / (word.length - (endings.exec(word)?.[0].length ?? 0)) <= 0.29;
}

const endings = /(?:[st]ion|ing|ment|al|ed)s?$/u;

/** Short words that differ in one letter are mostly two words (bread and broad), unless the slip is a usual one. */
function plausibleShort(word: string, full: string): boolean {
  const heard = skeleton(word);
  // Beginnings of longer words are many.
  if (full.length > word.length + 1) {
    return (
      word.length === 5 &&
      heard.length > 2 &&
      [0, 1].some(more => skeleton(full.slice(0, word.length + more)) === heard)
    );
  }
  return (
    (word.length === 5 && full.length !== 5) ||
    anagram(word) === anagram(full) ||
    (heard.length > 2 && heard === skeleton(full)) ||
    (word.length === 5 && neighbouring(word, full))
  );
}

/** The first letter is rarely wrong: it was left out, doubled, swapped with the second, or sounds much the same. */
function slippedAtFirst(word: string, full: string): boolean {
  return (
    word[0] === full[1] ||
    word[1] === full[0] ||
    sounded(word)[0] === sounded(full)[0] ||
    /^[aeiou]{2}$/u.test(word.charAt(0) + full.charAt(0))
  );
}

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const keys = new Map(keyboard.flatMap((row, y) => [...row].map((key, x) => [key, { x: x + y / 2, y }] as const)));

/** Whether all letters are the same but for keys that lie side by side. */
function neighbouring(word: string, full: string): boolean {
  return (
    word.length === full.length &&
    [...word].every((letter, at) => {
      const [typed, meant] = [keys.get(letter), keys.get(full.charAt(at))];
      return typed !== undefined && meant !== undefined && Math.hypot(typed.x - meant.x, typed.y - meant.y) < 1.3;
    })
  );
}

function anagram(word: string): string {
  return [...word].sort().join('');
}

/** The consonants that are heard, which misspellings tend to keep. */
function skeleton(word: string): string {
  return sounded(word).replace(/(?!^)[aeiouy]/gu, '');
}

function sounded(word: string): string {
  return word
    .replace(/ph/gu, 'f')
    .replace(/ck|q/gu, 'k')
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/c/gu, 'k')
    .replace(/(?!^)x/gu, 'ks')
    .replace(/z/gu, 's')
    .replace(/y/gu, 'i')
    .replace(/(.)\1/gu, '$1');
}

function pairsOf(word: string): Set<string> {
  const pairs = new Set<string>([`^${word.slice(0, 1)}`]);
  for (let at = 0; at < word.length - 1; at++) pairs.add(word.slice(at, at + 2));
  return pairs;
}

/** Typing errors between two words: as they are written, or, slightly worse, as they sound. */
function typingErrors(word: string, full: string): number {
  return Math.min(distance(word, full), distance(sounded(word), sounded(full)) + 0.5);
}

/** Typing errors between a word and the beginning of another that fits it best. */
function beginningErrors(word: string, full: string): number {
  return least(distances(word, full).slice(Math.max(1, word.length - 1)));
}
