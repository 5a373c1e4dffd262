/**
 * Which sentence of one version is which of another: the same words first, wherever they stand; then words much alike;
 * then, between the same neighbours, those that cite the same. Exchanging the versions exchanges the sides of the
 * pairs, and changes nothing else.
 */
import { firstFrom } from '../text/sorted';
import type { Sentence } from './reading';
import { certain } from '../certain';
import { append } from '../longLists';

export interface Pair {
  readonly before: Sentence;
  readonly after: Sentence;
  /** How much the words are alike, from 0 to 1. */
  readonly alike: number;
  /** Whether it stands at another place among those that stayed in their order. */
  readonly moved: boolean;
}

/** Words that stand in more sentences tell nothing of which is meant. */
const mostCommon = 64;
/** From this likeness on two sentences are one that was edited; where both cite the same, less is needed. */
const alikeFrom = 0.5;
const citingAlikeFrom = 0.25;

/** Pairs the sentences of two versions, in steps. */
export function* pairSentences(before: readonly Sentence[], after: readonly Sentence[]): Generator<void, Pair[]> {
  const found = same(before, after);
  yield;
  const taken = (side: 'before' | 'after'): Set<Sentence> => new Set(found.map(pair => pair[side]));
  append(found, yield* similar(without(before, taken('before')), without(after, taken('after'))));
  const stayed = yield* inOrder(found);
  const kept = found.filter(pair => stayed.has(pair.before));
  append(found, neighbours(without(before, taken('before')), without(after, taken('after')), kept));
  return found
    .map(pair => ({ ...pair, moved: pair.alike > 0 && !stayed.has(pair.before) }))
    .sort((a, b) => a.after.index - b.after.index);
}

type Found = Omit<Pair, 'moved'>;

const without = (all: readonly Sentence[], taken: ReadonlySet<Sentence>): Sentence[] =>
  all.filter(each => !taken.has(each));

function by<Key>(sentences: readonly Sentence[], keys: (sentence: Sentence) => Iterable<Key>): Map<Key, Sentence[]> {
  const found = new Map<Key, Sentence[]>();
  for (const sentence of sentences) {
    for (const key of keys(sentence)) {
      const known = found.get(key);
      if (known) known.push(sentence);
      else found.set(key, [sentence]);
    }
  }
  return found;
}

/** The first of the same words with the first, and so on. */
function same(before: readonly Sentence[], after: readonly Sentence[]): Found[] {
  const theirs = by(after, ({ key }) => (key === '' ? [] : [key]));
  return [...by(before, ({ key }) => (key === '' ? [] : [key]))].flatMap(([key, ours]) => {
    const others = theirs.get(key) ?? [];
    return ours
      .slice(0, others.length)
      .map((sentence, at) => ({ before: sentence, after: certain(others[at]), alike: 1 }));
  });
}

const cites = ({ references }: Sentence): Set<string> => new Set(references.map(({ id }) => id));
const keysOf = (sentence: Sentence): Set<string> =>
  new Set([...sentence.words.filter(each => each.length > 2), ...[...cites(sentence)].map(id => `@${id}`)]);

/** How much the words of two sentences are alike: twice the common ones to all, each counted once. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const mine = new Set(one);
  const theirs = new Set(other);
  if (mine.size + theirs.size === 0) return 1;
  let common = 0;
  for (const each of mine) if (theirs.has(each)) common++;
  return (2 * common) / (mine.size + theirs.size);
}

function* similar(before: readonly Sentence[], after: readonly Sentence[]): Generator<void, Found[]> {
  const ours = by(before, keysOf);
  const theirs = by(after, keysOf);
  const candidates: (Found & { readonly score: number })[] = [];
  for (const sentence of before) {
    yield;
    const near = new Set<Sentence>();
    for (const key of keysOf(sentence)) {
      const others = theirs.get(key) ?? [];
      if (others.length <= mostCommon && (ours.get(key)?.length ?? 0) <= mostCommon)
        for (const other of others) near.add(other);
    }
    const mine = cites(sentence);
    for (const other of near) {
      const alike = likeness(sentence.words, other.words);
      const shared = [...cites(other)].some(id => mine.has(id));
      if (alike >= (shared ? citingAlikeFrom : alikeFrom))
        candidates.push({ before: sentence, after: other, alike, score: alike + (shared ? 0.25 : 0) });
    }
  }
  // Two that are alike in all of this are each other's mirror, and take nothing from one another.
  candidates.sort((a, b) => b.score - a.score || sum(a) - sum(b) || least(a) - least(b));
  const taken = new Set<Sentence>();
  return candidates.flatMap(({ before: one, after: other, alike }) => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ before: one, after: other, alike }];
  });
}

const sum = ({ before, after }: Found): number => before.index + after.index;
const least = ({ before, after }: Found): number => Math.min(before.index, after.index);

/**
 * The sentences, of the version before, that stayed in their order: of all ways to choose them the one with the most
 * words.
 */
function* inOrder(found: readonly Found[]): Generator<void, ReadonlySet<Sentence>> {
  const pairs = found.toSorted((a, b) => a.before.index - b.before.index);
  const places = pairs.map(({ after }) => after.index).toSorted((a, b) => a - b);
  const rank = new Map(places.map((place, at) => [place, at + 1]));
  // The heaviest chain that ends at one of the first places, as a binary indexed tree.
  const best: (number | undefined)[] = [];
  const weight: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, pair] of pairs.entries()) {
    if (at % 256 === 0) yield;
    const place = certain(rank.get(pair.after.index));
    let last: number | undefined;
    for (let node = place - 1; node > 0; node -= node & -node) {
      const other = best[node];
      if (other !== undefined && (last === undefined || certain(weight[other]) > certain(weight[last]))) last = other;
    }
    previous[at] = last;
    weight[at] = weigh(pair) + (last === undefined ? 0 : certain(weight[last]));
    for (let node = place; node <= pairs.length; node += node & -node) {
      const other = best[node];
      if (other === undefined || certain(weight[at]) > certain(weight[other])) best[node] = at;
    }
  }
  let end: number | undefined;
  for (const at of pairs.keys()) if (end === undefined || certain(weight[at]) > certain(weight[end])) end = at;
  const kept = new Set<Sentence>();
  for (; end !== undefined; end = previous[end]) kept.add(certain(pairs[end]).before);
  return kept;
}

/**
 * Its words; a part of one, made of the words themselves, decides between two of the same length, whichever version
 * comes first.
 */
function weigh({ before, after }: Found): number {
  return Math.max(before.words.length, after.words.length) + 1 + (mixed(before.key) + mixed(after.key)) / 2 ** 34;
}

function mixed(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return hash;
}

/** Sentences written anew that cite the same, between the same sentences that stayed. */
function neighbours(before: readonly Sentence[], after: readonly Sentence[], kept: readonly Found[]): Found[] {
  const keyed = (side: 'before' | 'after') => {
    const ends = kept.map(pair => pair[side].index).sort((a, b) => a - b);
    return (sentence: Sentence): string[] =>
      [...cites(sentence)].map(id => `${firstFrom(ends, sentence.index, each => each)} ${id}`);
  };
  const theirs = by(after, keyed('after'));
  const taken = new Set<Sentence>();
  const found: Found[] = [];
  for (const [key, ours] of [...by(before, keyed('before'))].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const others = theirs.get(key) ?? [];
    // Where several may be meant, none is.
    if (ours.length !== 1 || others.length !== 1 || taken.has(certain(ours[0])) || taken.has(certain(others[0])))
      continue;
    taken.add(certain(ours[0])).add(certain(others[0]));
    found.push({ before: certain(ours[0]), after: certain(others[0]), alike: 0 });
  }
  return found;
}
