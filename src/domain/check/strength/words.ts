/** The words of a claim, or of a sentence of the source, as both are compared: by stems, and by what tells anything. */
import { certain } from '../../certain';
import { reportingForms } from '../../corpus/reportingVerbs';
import { stopWords } from '../../text/commonWords';
import { apart, claimWords, type ClaimWords } from '../attribution/claimWords';
import { stem } from '../attribution/relate';

export interface Read extends ClaimWords {
  readonly stems: readonly string[];
  /** Whether a word tells what is spoken of, and is none of grammar or of every dialogue. */
  readonly tells: readonly boolean[];
  /** Whether a mark parts a word from the one before. */
  readonly parted: readonly boolean[];
}

/** Words of every report: that they are on both sides says nothing. */
const ofReports = new Set(
  (
    'participants participant speakers speaker panelists panelist panellists panellist discussions discussion dialogue session meeting ' +
    'summary conclusions conclusion document finding according noted notes said says concludes concluded'
  ).split(' '),
);

const isTelling = (word: string): boolean =>
  word.length > 2 && !stopWords.has(word) && !reportingForms.has(word) && !ofReports.has(word);

/** The words of `text` from `start` to `end`; offsets are `text`'s. */
export function read(text: string, start: number, end: number): Read {
  const { lower, start: starts, end: ends, before: marks, possessive } = claimWords(text, start, end);
  return {
    lower,
    start: starts,
    end: ends,
    before: marks,
    possessive,
    stems: lower.map(stem),
    tells: lower.map(isTelling),
    // Between most words stands one blank.
    parted: marks.map((between, at) => at > 0 && between !== ' ' && apart(between)),
  };
}

/** "The twelfth conclusion of the second day says": where it is said, and not what. */
const ofPlace = new Set(
  'day first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' '),
);

/** The stems by which some words tell what they do. */
export function toldIn({ lower, stems, tells }: Read): ReadonlySet<string> {
  const told = new Set<string>();
  for (let at = 0; at < lower.length; at++)
    if (tells[at] && !ofPlace.has(certain(lower[at]))) told.add(certain(stems[at]));
  return told;
}

/** So many words must be shared, and half of a claim's, for it to tell what a sentence does. */
const fewest = 3;

/** How many of some words a sentence with these stems has, if they are enough to tell what it does; 0 otherwise. */
export function common(told: ReadonlySet<string>, stems: ReadonlySet<string>): number {
  let found = 0;
  for (const each of told) if (stems.has(each)) found++;
  return found >= fewest ? found : 0;
}

/** Whether a claim tells mostly what a sentence with these stems does. */
export function isAbout(told: ReadonlySet<string>, stems: ReadonlySet<string>): boolean {
  const found = common(told, stems);
  return found > 0 && found * 2 >= told.size;
}

/** The stems that tell anything before a word, nearest first; at most `count` of them. */
export function before({ stems, tells }: Read, at: number, count: number): string[] {
  const found: string[] = [];
  for (let index = at - 1; index >= 0 && found.length < count; index--)
    if (tells[index]) found.push(certain(stems[index]));
  return found;
}

/** The stems that tell anything from a word on, nearest first; at most `count` of them. */
export function behind({ stems, tells }: Read, at: number, count: number): string[] {
  const found: string[] = [];
  for (let index = at; index < stems.length && found.length < count; index++)
    if (tells[index]) found.push(certain(stems[index]));
  return found;
}

/** How many different stems two lists share. */
export function shared(some: readonly string[], others: readonly string[]): number {
  return [...new Set(some)].filter(each => others.includes(each)).length;
}

/** How many words of a phrase stand at a place: all of them, or none. */
function phraseAt({ lower, parted }: Read, at: number, phrase: readonly string[]): number {
  return phrase.every((word, index) => lower[at + index] === word && (index === 0 || !parted[at + index]))
    ? phrase.length
    : 0;
}

/** Phrases by their first word, longest first, with what each means. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, { readonly words: readonly string[]; readonly means: T }[]>();

  constructor(table: readonly (readonly [means: T, phrases: string])[]) {
    for (const [means, phrases] of table)
      for (const phrase of phrases.split(', ')) {
        const words = phrase.split(' ');
        const known = this.#byFirst.get(certain(words[0])) ?? [];
        known.push({ words, means });
        known.sort((one, other) => other.words.length - one.words.length);
        this.#byFirst.set(certain(words[0]), known);
      }
  }

  /** The longest phrase that begins at a word. */
  at(words: Read, at: number): { readonly length: number; readonly means: T } | undefined {
    for (const { words: phrase, means } of this.#byFirst.get(certain(words.lower[at])) ?? []) {
      const length = phraseAt(words, at, phrase);
      if (length > 0) return { length, means };
    }
    return undefined;
  }
}

/** A stretch of words: from one, up to another that is no part of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
