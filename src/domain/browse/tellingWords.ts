// The few words by which a sentence of the source is known from others, for rows with little room.
import type { Finding, Passage, Sentence } from '../corpus/types';
import { isWeak, stopWords } from '../text/commonWords';
import type { Range } from '../text/ranges';
import { wordEnd } from '../search/excerpt';
import { tokenize, type Token } from '../text/folded';
import { stem } from '../text/stem';
import { certain } from '../certain';

/** What a sentence was found by. */
interface FoundBy {
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
  /** How many brackets are open here. */
  readonly depth: number;
  /** How many commas and the like stand before it. */
  readonly breaks: number;
}

/** As many telling words as make a part known again; of two parts that have as many, the earlier is shown. */
const enough = 2;
const linking = new Set('of on in at across from among within'.split(' '));
const articles = new Set(['the', 'a', 'an']);
/** What a sentence's words say is read once: a list asks for it with every key. */
const read = new WeakMap<Sentence, readonly Weighed[]>();

/**
 * The part of a sentence that makes it known, in at most `room` letters: as much as can be of what it was found by, or
 * else of what tells it from others. It is of the sentence's own words, ends with a word that says something, and leaves
 * no bracket open.
 * @param gap so much of the room goes to the sign for what is left out before the part
 * @returns where it stands: offsets into the sentence's text
 */
export function knownBy(
  finding: Finding | Passage,
  sentence: Sentence,
  found: FoundBy,
  { room, gap }: { readonly room: number; readonly gap: number },
): Range {
  const words = wordsOf(finding, sentence);
  const gains = words.map(word => gainOf(word, found));
  let best: Range = { start: 0, end: wordEnd(sentence.text, 0, Math.min(room, sentence.text.length)) };
  let most = 0;
  for (const [at, { start, tied, says }] of words.entries()) {
    if (tied || (at > 0 && says === 'nothing')) continue;
    const end = endWithin(words, at, at === 0 ? room : start + room - gap);
    const worth = worthOf(words, gains, at, end);
    if (end === at || worth <= most) continue;
    most = worth;
    best = { start: at === 0 ? 0 : start, end: certain(words[end - 1]).end };
  }
  return best;
}

/**
 * Who spoke stands beside the words already, and what all sentences of a finding say tells none of them from the
 * others.
 */
function wordsOf(finding: Finding | Passage, sentence: Sentence): readonly Weighed[] {
  const known = read.get(sentence);
  if (known) return known;
  const elsewhere = new Set(
    finding.sentences
      .filter(other => other !== sentence)
      .flatMap(({ text }) => tokenize(text).map(({ word }) => stem(word))),
  );
  const reporting = reportingIn(sentence);
  const tokens = tokenize(sentence.text);
  let [depth, breaks] = [0, 0];
  const made = tokens.map(({ word, start, end, hyphenated }, at): Weighed => {
    const own = stem(word);
    const between = sentence.text.slice(tokens[at - 1]?.end ?? 0, start);
    depth += between.split('(').length - between.split(')').length;
    if (/[,;:–—]/u.test(between)) breaks += 1;
    return {
      depth,
      breaks,
      start,
      end,
      stem: own,
      tied: hyphenated,
      trailing: isTrailing(sentence.text, tokens, at),
      says: reporting(certain(tokens[at])) ? 'nothing' : saysOf(word, elsewhere.has(own)),
    };
  });
  read.set(sentence, made);
  return made;
}

/** @param common whether other sentences of the finding have the word */
function saysOf(word: string, common: boolean): Says {
  if (stopWords.has(word)) return 'nothing';
  return common || isWeak(word) || word.endsWith('ly') ? 'little' : 'much';
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
  if (isCapital(text, before) && isCapital(text, certain(tokens[at]))) return true;
  return linking.has(articles.has(before.word) ? (tokens[at - 2]?.word ?? '') : before.word);
}

function isCapital(text: string, { start }: Token): boolean {
  return /\p{Lu}/u.test(text.charAt(start));
}

/** Behind the last word from `first` on that a part may end with: before `limit`, and with no bracket left open. */
function endWithin(words: readonly Weighed[], first: number, limit: number): number {
  let end = first;
  for (let at = first; at < words.length && certain(words[at]).end <= limit; at++) {
    if (
      certain(words[at]).says !== 'nothing' &&
      !words[at + 1]?.tied &&
      certain(words[at]).depth === certain(words[first]).depth
    )
      end = at + 1;
  }
  return end;
}

/** What a word adds to a part by matching, most where it was typed. */
function gainOf(word: Weighed, { ranges, typed }: FoundBy): number {
  if (!ranges.some(range => range.start < word.end && word.start < range.end)) return 0;
  return (word.says === 'nothing' ? 1 : 3) * (typed.has(word.stem) ? 3 : 1);
}

/**
 * What matched counts before all else; then telling words, up to those that are enough; then how the part begins and
 * that it is of one piece.
 */
function worthOf(words: readonly Weighed[], gains: readonly number[], first: number, end: number): number {
  let [found, telling, opening] = [0, 0, 0];
  let leads = true;
  for (let at = first; at < end; at++) {
    const { says } = certain(words[at]);
    found += certain(gains[at]);
    if (says === 'much') telling += 1;
    if (leads && says === 'much') opening = 5;
    leads &&= says === 'little';
  }
  const whole = certain(words[first]).breaks === certain(words[Math.max(first, end - 1)]).breaks ? 3 : 0;
  return 100 * found + 10 * Math.min(enough, telling) + opening + whole + (certain(words[first]).trailing ? 0 : 2);
}
