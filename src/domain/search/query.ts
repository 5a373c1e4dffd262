// A query as typed, read.
import { cardinals } from '../text/cardinals';
import { ordinalWord } from '../citation/ordinals';
import { idPatterns } from '../corpus/ids';
import { isWeak, stopWords } from '../text/commonWords';
import { lazy } from '../lazy';
import { fold, tokenize, type Token } from '../text/folded';
import { certain } from '../certain';

/** What a query asks for. */
export interface Query {
  readonly words: readonly QueryWord[];
  readonly phrases: readonly Phrase[];
  readonly narrowing: Narrowing;
  /** What was read as words. */
  readonly text: string;
}

/** A word to be found, in the order of the query. */
export interface QueryWord {
  readonly word: string;
  /** The word as it was typed. */
  readonly typed: string;
  /** Its place among all words of the query, those left out included. */
  readonly place: number;
  /** All words of the query, those left out included. */
  readonly all: readonly string[];
  /** The word as it was joined with the one before or after it: "cop27" for "COP 27". */
  readonly joined: readonly string[];
  /** The common word before or after it that is not looked for: "just" in "just transition". */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Drafting words and words of every subject count little. */
  readonly weak: boolean;
  /** It is the last, so it may not be finished. */
  readonly typing: boolean;
}

/** Words that must stand side by side; the last may be unfinished when the quotation is not closed. */
export interface Phrase {
  readonly words: readonly string[];
  /** What stands between its marks, as typed. */
  readonly typed: string;
  readonly open: boolean;
}

/** What an entry must be, whatever its words. Lists are alternatives; an empty one asks nothing. */
export interface Narrowing {
  readonly days: readonly number[];
  readonly ordinals: readonly number[];
  readonly objectives: readonly number[];
  readonly themes: readonly string[];
  readonly speakers: readonly string[];
  readonly ids: readonly string[];
}

/** Characters of a query that are read; a drafter's longest sentence is well below. */
const longestQuery = 1_500;

const numbers = ['zero', ...cardinals];
/** “first” to “twelfth”, each at its number. */
const ordinals = ['', ...Array.from({ length: 12 }, (_, at) => ordinalWord(at + 1, 'en'))];

const structured = /(?<![\p{L}\p{N}])(day|theme|by|gcm|objective|conclusion):(?:"([^"]*)"?|“([^”]*)”?|([^\s"“]*))/giu;
const spoken = lazy(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])(day|gcm(?: objectives?)?|objective|conclusion)(?:\\s*(\\d{1,2})|\\s+(${numbers.join('|')}))(?![\\p{L}\\p{N}])`,
      'giu',
    ),
);
const ordinalSpoken = lazy(
  () => new RegExp(`(?<![\\p{L}\\p{N}])(${ordinals.slice(1).join('|')})\\s+(day|conclusion)(?![\\p{L}\\p{N}])`, 'giu'),
);
const identifier = lazy(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}-])@?(?:[a-z]+\\d{4}-\\d+-)?${idPatterns.conclusion}(?:${idPatterns.sentence})?(?![\\p{L}\\p{N}-])`,
      'giu',
    ),
);
/** "2.4", the number that a row shows, and "2." on the way to it; with words beside it, it may be any number. */
const numbered = /^\s*@?(\d{1,2})\.(\d{0,2})\s*$/u;
const quoted = /["“”„«»]([^"“”„«»]*)(["“”„«»]?)/gu;

/** Reads a query as typed. Any text is a query; what is not understood is taken as words. */
export function parseQuery(text: string): Query {
  const narrowing = {
    days: [] as number[],
    ordinals: [] as number[],
    objectives: [] as number[],
    themes: [] as string[],
    speakers: [] as string[],
    ids: [] as string[],
  };
  const take = (field: string, value: string): void => {
    const number = numberOf(value);
    if (field === 'theme') narrowing.themes.push(value);
    else if (field === 'by') narrowing.speakers.push(value.toLowerCase());
    else if (number !== undefined) {
      if (field === 'day') narrowing.days.push(number);
      else if (field === 'conclusion') narrowing.ordinals.push(number);
      else narrowing.objectives.push(number);
    }
  };
  let rest = text.slice(0, longestQuery).normalize('NFC');
  rest = rest.replace(numbered, (_, day: string, conclusion: string) => {
    take('day', day);
    if (conclusion !== '') take('conclusion', conclusion);
    return ' ';
  });
  rest = rest.replace(structured, (_, field: string, straight?: string, curly?: string, bare?: string) => {
    const value = (straight ?? curly ?? bare ?? '').trim();
    if (value !== '') take(field.toLowerCase(), value);
    return ' ';
  });
  rest = rest.replace(identifier(), id => {
    narrowing.ids.push(id.replace('@', '').toLowerCase());
    return ' ';
  });
  const said = (field: string, number: string | number = ''): string => {
    take(field.toLowerCase().replace(/ .*/u, ''), String(number));
    return ' ';
  };
  rest = rest.replace(spoken(), (_, field: string, digits?: string, word?: string) => said(field, digits ?? word));
  rest = rest.replace(ordinalSpoken(), (all, value: string, field: string) => {
    // "The first conclusion" alone may be anyone's; "the third day" is one of ours.
    if (field.toLowerCase() === 'conclusion' && narrowing.days.length === 0) return all;
    return said(field, ordinals.indexOf(value.toLowerCase()));
  });
  const phrases: Phrase[] = [];
  rest = rest.replace(quoted, (_, inside: string, close: string) => {
    const words = tokenize(inside).map(token => token.word);
    if (words.length > 0) phrases.push({ words, typed: inside, open: close === '' });
    return ' ';
  });
  return { words: wordsOf(rest), phrases, narrowing, text: rest };
}

/** The words of a text to be found; for searching, the last may be unfinished. */
export function wordsOf(text: string, typing = true): QueryWord[] {
  const words: QueryWord[] = [];
  const tokens = tokenize(text);
  const all = tokens.map(({ word }) => word);
  tokens.forEach(({ word, start, end }, place) => {
    const last = typing && place === tokens.length - 1;
    const unfinished = last && place === 0;
    if (stopWords.has(word) && !unfinished) return;
    const joined = [tokens[place - 1]?.word + word, word + tokens[place + 1]?.word];
    words.push({
      word,
      typed: text.slice(start, end),
      place,
      all,
      joined: [...(place > 0 ? [certain(joined[0])] : []), ...(place < tokens.length - 1 ? [certain(joined[1])] : [])],
      before: common(tokens[place - 1]),
      after: common(tokens[place + 1]),
      weak: isWeak(word),
      typing: last,
    });
  });
  return words;
}

function common(token: Token | undefined): string | undefined {
  return token && stopWords.has(token.word) ? token.word : undefined;
}

/** A quotation that was never closed and matches nothing is only words. */
export function phraseWords(phrase: Phrase): QueryWord[] {
  return wordsOf(phrase.typed);
}

function numberOf(value: string): number | undefined {
  if (/^\d{1,4}$/u.test(value)) return Number(value);
  const index = numbers.indexOf(fold(value));
  return index > 0 ? index : undefined;
}
