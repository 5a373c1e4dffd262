import type { Finding, Sentence } from '../corpus/types';
import { isWeak, stopWords } from '../search/commonWords';
import type { Range } from '../text/ranges';
import { wordEnd } from '../search/excerpt';
import { tokenize, type Token } from '../search/normal';
import { stem } from '../search/stem';

/** What a sentence was found by. */
export interface FoundBy {
  /** The words that matched: offsets into the sentence's text. */
  readonly ranges: readonly Range[];
  /** The stems of the words that were typed. What matched by its meaning is not among them. */
  readonly typed: ReadonlySet<string>;
}

/** How much a word says of the subject. */
type Says = 'nothing' | 'little' | 'much';

interface Weighed {
  readonly start: number;
  readonly end: number;
  readonly stem: string;
  readonly says: Says;
  /** Whether a hyphen ties it to the word before. */
  readonly tied: boolean;
  /** Whether it goes on with what stands before it: behind "of", or inside a name. */
  readonly trailing: boolean;
}

/** As many telling words as make a part known again; of two parts that have as many, the earlier is shown. */
const enough = 2;

const linking = new Set('of on in at across from among within'.split(' '));
const articles = new Set(['the', 'a', 'an']);

/** What a sentence's words say is read once: a list asks for it with every key. */
const read = new WeakMap<Sentence, readonly Weighed[]>();

/**
 * The part of a sentence that tells it from others, in at most `room` letters and the sentence's own words: it holds as much as can be
 * of what it was found by, begins and ends with words that say something, and leaves no bracket open.
 * @returns where the part stands: offsets into the sentence's text
 */
export function tellingWords(finding: Finding, sentence: Sentence, found: FoundBy, room: number): Range {
  const words = wordsOf(finding, sentence);
  let best: Range = { start: 0, end: wordEnd(sentence.text, 0, Math.min(room, sentence.text.length)) };
  let most = 0;
  words.forEach((first, at) => {
    if (first.tied || first.says === 'nothing') return;
    const shown = words.slice(at, endWithin(sentence.text, words, at, first.start + room));
    if (shown.length === 0) return;
    const part = { start: first.start, end: shown.at(-1)!.end };
    const text = sentence.text.slice(part.start, part.end);
    const worth = worthOf(shown, found) + (/[,;:–—]\s/u.test(text) ? 0 : 3);
    if (worth > most) [best, most] = [part, worth];
  });
  return best;
}

/** Who spoke stands beside the words already, and what all sentences of a finding say tells none of them from the others. */
function wordsOf(finding: Finding, sentence: Sentence): readonly Weighed[] {
  const known = read.get(sentence);
  if (known) return known;
  const elsewhere = new Set(finding.sentences.filter(other => other !== sentence).flatMap(({ text }) => tokenize(text).map(({ word }) => stem(word))));
  const reporting = reportingIn(sentence);
  const tokens = tokenize(sentence.text);
  const made = tokens.map(({ word, start, end, hyphenated }, at): Weighed => {
    const own = stem(word);
    const empty = stopWords.has(word) || reporting(tokens[at]!);
    return {
      start, end, stem: own, tied: hyphenated, trailing: isTrailing(sentence.text, tokens, at),
      says: empty ? 'nothing' : isWeak(word) || elsewhere.has(own) || word.endsWith('ly') ? 'little' : 'much',
    };
  });
  read.set(sentence, made);
  return made;
}

/** Which words say who spoke: the speakers and the verb. */
function reportingIn({ text, attribution: { who, verbs } }: Sentence): (token: Token) => boolean {
  const speakers = new Set(who === 'unnamed' || who === 'passive' ? [] : tokenize(who).map(({ word }) => word));
  const lower = text.toLowerCase();
  const spoken = verbs.map(verb => ({ start: lower.indexOf(verb), end: lower.indexOf(verb) + verb.length }));
  return ({ word, start, end }) => speakers.has(word) || spoken.some(verb => verb.start <= start && end <= verb.end);
}

function isTrailing(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  if (isCapital(text, before) && isCapital(text, tokens[at]!)) return true;
  return linking.has(articles.has(before.word) ? tokens[at - 2]?.word ?? '' : before.word);
}

function isCapital(text: string, { start }: Token): boolean {
  return /\p{Lu}/u.test(text.charAt(start));
}

/** Behind the last word from `first` on that a part may end with and that ends before `limit`. */
function endWithin(text: string, words: readonly Weighed[], first: number, limit: number): number {
  let end = first;
  for (let at = first; at < words.length && words[at]!.end <= limit; at++) {
    if (words[at]!.says !== 'nothing' && !words[at + 1]?.tied && isClosed(text.slice(words[first]!.start, words[at]!.end))) end = at + 1;
  }
  return end;
}

/** What matched counts before all else, as it was typed most; then telling words, up to those that are enough; then how the part begins. */
function worthOf(shown: readonly Weighed[], { ranges, typed }: FoundBy): number {
  const matched = shown.filter(({ start, end }) => ranges.some(range => range.start < end && start < range.end));
  const found = matched.reduce((sum, word) => sum + (word.says === 'nothing' ? 1 : 3) * (typed.has(word.stem) ? 3 : 1), 0);
  const telling = Math.min(enough, shown.filter(({ says }) => says === 'much').length);
  const opening = shown.find(({ says }) => says !== 'little')?.says === 'much' ? 5 : 0;
  return 100 * found + 10 * telling + opening + (shown[0]!.trailing ? 0 : 2);
}

/** Whether no bracket is left open. */
function isClosed(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}
