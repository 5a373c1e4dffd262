// Entries that hold a phrase of the query word for word.
import type { Range } from '../text/ranges';
import type { Entry } from './fields';
import { tokenize } from '../text/folded';
import type { Postings } from './postings';
import type { Phrase } from './query';
import type { Places, Vocabulary } from './vocabulary';
import { certain } from '../certain';
import { append } from '../longLists';

/** How many entries are found for a phrase at most, and how many are looked at: enough for any list a person reads. */
const mostFound = 400;
const mostLooked = 12_000;
const mostPhrases = 12;
/** How many are read word by word where the quick look finds nothing. */
const mostRead = 50;

/**
 * The entries that hold every phrase, and where in their text; no range where only the label, a
 * topic or the theme's heading holds it. Words must stand side by side, in order, in the same form;
 * letter case, diacritics, spelling and punctuation between them do not matter.
 */
export function findPhrases(
  asked: readonly Phrase[],
  vocabulary: Vocabulary,
  postings: readonly (Postings | undefined)[],
  entryAt: (entry: number) => Entry,
  admits: ((entry: number) => boolean) | undefined,
  marksOf: (entry: number) => Places,
): Map<number, Range[]> {
  const phrases = [...new Map(asked.map(phrase => [phrase.words.join(' '), phrase])).values()].slice(0, mostPhrases);
  const wanted = phrases.map(phrase => termsOf(phrase, vocabulary));
  let left = holdersOf(wanted.flat(), postings);
  if (admits) left = left.filter(admits);
  const rough = phrases.map(roughly);
  const inText = (text: string): Range[] | undefined =>
    every(wanted, (terms, at) => quickly(terms, certain(rough[at]), text, vocabulary));
  const texts = new Map<number, Range[]>();
  const elsewhere = new Map<number, Range[]>();
  for (const number of left.slice(0, mostLooked)) {
    const entry = entryAt(number);
    const ranges = inText(entry.text);
    if (ranges) texts.set(number, ranges);
    else if (
      'theme' in entry &&
      elsewhere.size < mostFound &&
      [entry.label, entry.theme.heading, ...entry.topics].some(inText)
    )
      elsewhere.set(number, []);
    if (texts.size === mostFound) break;
  }
  if (texts.size > 0) return texts;
  // Joined compounds and other alphabets: no quick look knows them.
  for (const number of left.slice(0, mostRead)) {
    const ranges = every(wanted, terms => occurrences(terms, marksOf(number)));
    if (ranges) texts.set(number, ranges);
  }
  return texts.size > 0 ? texts : elsewhere;
}

/** What is found for every phrase, or nothing when one is not found. */
function every(
  wanted: readonly (readonly ReadonlySet<number>[])[],
  find: (terms: readonly ReadonlySet<number>[], at: number) => Range[],
): Range[] | undefined {
  const all: Range[] = [];
  for (const [at, terms] of wanted.entries()) {
    const found = find(terms, at);
    if (found.length === 0) return undefined;
    append(all, found);
  }
  return all;
}

/** For each word of a phrase the terms that may stand for it: one, or, at the open end, all it begins. */
function termsOf({ words, open }: Phrase, vocabulary: Vocabulary): ReadonlySet<number>[] {
  return words.map((word, index) => {
    const exact = vocabulary.get(word);
    const terms = new Set(exact === undefined ? [] : [exact]);
    if (open && index === words.length - 1) for (const term of vocabulary.startingWith(word)) terms.add(term);
    return terms;
  });
}

/** The entries that may hold all the words, in order: words that most entries hold are not asked for. */
function holdersOf(words: readonly ReadonlySet<number>[], postings: readonly (Postings | undefined)[]): number[] {
  const lists = words
    .map(terms => [...terms].flatMap(term => postings[term] ?? []))
    .map(list => ({ list, size: list.reduce((sum, { length }) => sum + length, 0) }))
    .sort((a, b) => a.size - b.size);
  let left: number[] | undefined;
  for (const { list, size } of lists) {
    if (left && (left.length < 50 || size > 4 * left.length)) break;
    const among: ReadonlySet<number> | undefined = left && new Set(left);
    const holders = new Set<number>();
    for (const { packed, length } of list) {
      for (let at = 0; at < length; at++) {
        const entry = certain(packed[at]) >>> 8;
        if (!among || among.has(entry)) holders.add(entry);
      }
    }
    left = [...holders];
  }
  return left?.sort((a, b) => a - b) ?? [];
}

/** The first letters of the words in order, as a text may spell them. */
function roughly({ words }: Phrase): RegExp | undefined {
  if (words.some(word => !/^[a-z0-9]+$/u.test(word))) return undefined;
  return new RegExp(
    `(?<![a-z0-9])${words.map(word => `${word.slice(0, 3)}[^\\s\\-–—/…]{0,60}`).join('[\\s\\-–—/…][^a-z0-9]*')}`,
    'gi',
  );
}

/** Where in a text words stand side by side: only what begins like them is read to the letter. */
function quickly(
  words: readonly ReadonlySet<number>[],
  rough: RegExp | undefined,
  text: string,
  vocabulary: Vocabulary,
): Range[] {
  const ranges: Range[] = [];
  if (!rough) return ranges;
  for (const match of text.matchAll(rough)) {
    const tokens = tokenize(match[0]).slice(0, words.length);
    const same =
      tokens.length === words.length &&
      tokens.every(({ word }, at) => certain(words[at]).has(vocabulary.get(word) ?? -1));
    if (same)
      ranges.push({ start: match.index + certain(tokens[0]).start, end: match.index + certain(tokens.at(-1)).end });
  }
  return ranges;
}

function occurrences(words: readonly ReadonlySet<number>[], marks: Places): Range[] {
  const ranges: Range[] = [];
  for (let first = 0; first < marks.terms.length; first++) {
    if (!certain(words[0]).has(certain(marks.terms[first]))) continue;
    let at = first;
    let matched = 1;
    while (matched < words.length) {
      const next = nextWord(marks, at, certain(words[matched]));
      if (next === undefined) break;
      at = next;
      matched++;
    }
    if (matched === words.length) ranges.push({ start: certain(marks.starts[first]), end: certain(marks.ends[at]) });
  }
  return ranges;
}

/**
 * Where in the marks the next word stands, if it is one of these. Marks of one place are neighbours, concepts come
 * last.
 */
function nextWord(marks: Places, from: number, terms: ReadonlySet<number>): number | undefined {
  const place = certain(marks.places[from]) + 1;
  for (let at = from + 1; at < marks.terms.length && at < from + 12; at++) {
    if (
      marks.places[at] === place &&
      terms.has(certain(marks.terms[at])) &&
      certain(marks.starts[at]) >= certain(marks.ends[from])
    )
      return at;
  }
  return undefined;
}
