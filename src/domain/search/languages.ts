// French and Spanish queries, in English.
import compiled from '../../../data/made/languages.txt';
import { certain } from '../certain';
import { lazy } from '../lazy';
import { greatest } from '../longLists';
import type { English } from './english';
import { foreignTokens, readLanguages, rootOf, type ForeignToken, type LanguageList } from './languagesList';

/** A query in English. */
interface InEnglish {
  readonly text: string;
  /** Its last word is as it was typed, so that it may not be finished. */
  readonly typing: boolean;
}

/** A word of the terms, behind those before it. */
interface Node {
  /** What follows, by the root of the next word. */
  readonly next: Map<string, Node>;
  /** What follows, by the first letters of the next word as it is written: half-typed words begin like them. */
  readonly begun: Map<string, { readonly form: string; readonly node: Node }[]>;
  /** What they stand for together, if they are a term: in two ways where accents make the difference. */
  readonly english: string[];
}

interface Language {
  readonly silent: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
  readonly terms: Node;
}

/** As many meanings of a half-typed word are asked for. */
const mostMeanings = 4;
/** A half-typed word has so many letters. */
const fewest = 3;

/** Read only with the first query. */
const languages = lazy(() => readLanguages(compiled).map(languageOf));

const nodeOf = (): Node => ({ next: new Map(), begun: new Map(), english: [] });

function languageOf({ silent, shared, groups }: LanguageList): Language {
  const terms = nodeOf();
  for (const { english, terms: group } of groups) {
    for (const term of group) {
      let node = terms;
      for (const word of term) node = follow(node, word);
      if (!node.english.includes(english)) node.english.push(english);
    }
  }
  return { silent: new Set(silent), shared: new Set(shared), terms };
}

/** The node behind a word, made if there is none. */
function follow(node: Node, word: string): Node {
  const next = node.next.get(rootOf(word)) ?? nodeOf();
  node.next.set(rootOf(word), next);
  const letters = word.slice(0, fewest);
  const alike = node.begun.get(letters) ?? [];
  node.begun.set(letters, alike);
  if (!alike.some(({ form }) => form === word)) alike.push({ form: word, node: next });
  return next;
}

/**
 * What a query asks for, if it is French or Spanish: in each way that it may be read, what an English drafter would have
 * typed. Words that the list does not have stay as they are.
 * @param foundNothing the query finds nothing in English: then several words that English has, too, are read
 */
export function inEnglish(query: string, english: English, foundNothing = false): InEnglish[] {
  const tokens = foreignTokens(query);
  const found = languages()
    .map(language => readingOf(tokens, language, english))
    .filter(reading => isMeant(reading, foundNothing));
  const most = greatest(found.map(({ known }) => known));
  const seen = new Map<string, InEnglish>();
  for (const { known, parts, typing } of found)
    if (known === most) for (const text of textsOf(parts)) seen.set(text, { text, typing });
  return [...seen.values()];
}

/** A query as one language has it. */
interface Reading {
  /** How many of its words the language has. */
  readonly known: number;
  /** How many words say something, and how many of them the language does not have. */
  readonly telling: number;
  readonly strange: number;
  /** The greatest of its terms' signs. */
  readonly sign: Sign;
  /** Words that say nothing are the language's alone: "des", "los". */
  readonly joined: boolean;
  /** One after another, what each term stands for; each word that is none. */
  readonly parts: readonly (readonly string[])[];
  /** Its last word stays as it was typed; or is half-typed, and stands for what it may become. */
  readonly typing: boolean;
  readonly half: boolean;
}

/**
 * Whether a term as it was typed is a sign of the language: 0 none, since it may be English; 1 it may be an English word
 * misspelt or half-typed, and is none beside words that the language does not have; 2 for sure.
 */
type Sign = 0 | 1 | 2;

function isMeant({ sign, strange, telling, joined, half }: Reading, foundNothing: boolean): boolean {
  if (sign === 1) return strange === 0 || joined;
  return sign === 2 || (foundNothing && strange === 0 && telling > 1 && !half);
}

function readingOf(tokens: readonly ForeignToken[], language: Language, english: English): Reading {
  const words = tokens.flatMap(({ word, typed }, at): Word[] =>
    language.silent.has(word) ? [] : [{ word, typed, at, last: at === tokens.length - 1 }],
  );
  const parts: (readonly string[])[] = [];
  let [sign, strange, typing, half]: [Sign, number, boolean, boolean] = [0, 0, false, false];
  for (let at = 0; at < words.length;) {
    const found = termAt(words, at, language.terms);
    const term = words.slice(at, at + Math.max(1, found.length));
    const known = found.length > 0;
    const own = known ? signOf(term, found, tokens, language, english) : 0;
    if (own > sign) sign = own;
    if (!known) strange += 1;
    parts.push(known ? found.meanings : [certain(term[0]).typed]);
    half = found.half;
    typing = !known && certain(term[0]).last;
    at += term.length;
  }
  const joined = tokens.some(token => isJoint(token, language, english));
  return { known: tokens.length - strange, telling: words.length, strange, sign, joined, parts, typing, half };
}

/** Whether a word says nothing in the language, and nothing in English: "des", "los", "l’". */
const isJoint = ({ word, typed }: ForeignToken, { silent }: Language, english: English): boolean =>
  silent.has(word) && (/['’ʼ]$/u.test(typed) || (word.length > 1 && !english.has(typed)));

interface Word extends ForeignToken {
  /** Its place among all words of the query. */
  readonly at: number;
  readonly last: boolean;
}

/** A term of the list, and what it stands for. */
interface Found {
  readonly meanings: readonly string[];
  /** Of how many words it is; 0 for none. */
  readonly length: number;
  /** Its last word is half-typed. */
  readonly half: boolean;
}

/** The longest term that begins at a word, or that may become one if the last word is half-typed. */
function termAt(words: readonly Word[], from: number, terms: Node): Found {
  let found: Found = { meanings: [], length: 0, half: false };
  let node: Node | undefined = terms;
  for (let at = from; node && at < words.length; at++) {
    const { word, last } = certain(words[at]);
    const next: Node | undefined = node.next.get(rootOf(word));
    const length = at - from + 1;
    if (next && next.english.length > 0) found = { meanings: next.english, length, half: false };
    else if (last) {
      const meanings = begun(word, node, next);
      if (meanings.length > 0) found = { meanings, length, half: true };
    }
    node = next;
  }
  return found;
}

/** What terms stand for that go on with a half-typed word; the shortest words first. */
function begun(word: string, node: Node, whole: Node | undefined): string[] {
  const longer = (node.begun.get(word.slice(0, fewest)) ?? [])
    .filter(({ form }) => word.length >= fewest && form.startsWith(word))
    .sort((a, b) => a.form.length - b.form.length)
    .map(({ node: next }) => next);
  const meanings = new Set<string>();
  for (const next of whole ? [whole, ...longer] : longer) gather(next, meanings);
  return [...meanings].slice(0, mostMeanings);
}

/** What a word stands for, or, where it means nothing alone, the terms that begin with it. */
function gather({ english, next }: Node, meanings: Set<string>): void {
  for (const each of english) meanings.add(each);
  if (english.length === 0) for (const further of next.values()) gather(further, meanings);
}

function signOf(
  term: readonly Word[],
  { half }: Found,
  tokens: readonly ForeignToken[],
  language: Language,
  english: English,
): Sign {
  // "Pays de destination": English has both words, but nothing like what stands between them.
  const [first, last] = [certain(term[0]).at, certain(term.at(-1)).at];
  if (tokens.slice(first, last).some(token => isJoint(token, language, english))) return 2;
  if (!half && term.some(({ typed }) => hasAccent(typed))) return 2;
  const own = term.filter(word => isOwn(word, half, language, english));
  if (own.length === 0) return 0;
  return own.some(({ word, last: isLast }) => !(half && isLast) && !english.resembles(word)) ? 2 : 1;
}

/** Whether English has no such word. */
function isOwn({ word, typed, last }: Word, half: boolean, { shared }: Language, english: English): boolean {
  const capitals = !half && /^\p{Lu}{2,7}$/u.test(typed);
  if (shared.has(word)) return capitals;
  return word.length > 2 && !english.has(typed) && (capitals || !last || !english.begins(word));
}

const hasAccent = (typed: string): boolean => /\p{M}/u.test(typed.normalize('NFD'));

/** The texts that the parts make, for each meaning of a half-typed word. */
function textsOf(parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (texts, part) => texts.flatMap(text => part.map(meaning => `${text} ${meaning}`.trim())).slice(0, mostMeanings),
    [''],
  );
}
