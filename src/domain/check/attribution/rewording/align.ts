/** Whether a draft states what a clause does, and from where on it is in the clause's own words. */
import { certain } from '../../../certain';
import { stem } from '../relate';
import { documentName, type Clause, type Reading } from './clauses';
import { articles, same, wordsOf, type Word } from './clauseWords';
import { lazy } from '../../../lazy';
import { greatest } from '../../../longLists';

/** Where a draft's words take up a reading. */
export interface Alignment {
  readonly reading: Reading;
  /** How many words of the reading stand before them. */
  readonly seam: number;
  /** Where in the text the draft's own words end that give way to those. */
  readonly from: number;
}

/** Words that only lead to what is said: with any of them before it, it is the same. */
const leading = new Set(
  'on upon for to of about regarding concerning that the a an there is was need necessity importance urgent'.split(' '),
);
/** What a draft does with a thing, by the stem of the source's word for it. */
const likewise = lazy(
  () =>
    new Map([
      [stem('expanding'), ['expansion']],
      [stem('establishing'), ['create', 'creating', 'creation', 'set', 'setting', 'up']],
      [stem('achieving'), ['attain', 'attaining']],
      [stem('building'), ['build', 'creation']],
    ]),
);
/** What says that something should be done, before the word for doing it. */
const demands = [
  'should be',
  'must be',
  'shall be',
  'ought to be',
  'needs to be',
  'need to be',
  'has to be',
  'have to be',
].map(each => each.split(' '));
/** So many words may give way. */
const most = 8;

/**
 * Undefined where the words of `text` from `start` to `end` are not what any reading goes on with, up to a place where
 * it may end.
 */
export function align(text: string, start: number, end: number, clause: Clause): Alignment | undefined {
  const words = wordsOf(text, start, end);
  return words && alignWords(words, start, clause);
}

/**
 * The same for words that need not stand together: an aside may part them. @param start where the text begins that they
 * are of
 */
export function alignWords(
  words: readonly Word[],
  start: number,
  { readings, speaker }: Clause,
): Alignment | undefined {
  if (words.length === 0) return undefined;
  for (let given = 0; given < Math.min(most, words.length); given++) {
    if (given > 0 && !gives(certain(words[given - 1]), readings)) return undefined;
    const before = words
      .slice(0, given)
      .map(each => each.normal)
      .filter(each => !leading.has(each));
    const found = readings.flatMap(reading =>
      [...reading.seams]
        .filter(
          seam =>
            covers(reading, seam, before) &&
            agreesUpTo(words, given, reading, seam, speaker !== documentName) !== undefined,
        )
        .map(seam => ({ reading, seam, from: given === 0 ? start : certain(words[given - 1]).end })),
    );
    // The fewest words of ours.
    const [first] = found.toSorted((a, b) => a.seam - b.seam || a.reading.words.length - b.reading.words.length);
    if (first) return first;
  }
  return undefined;
}

function gives(word: Word, readings: readonly Reading[]): boolean {
  return leading.has(word.normal) || readings.some(reading => covers(reading, greatest(reading.seams), [word.normal]));
}

/** Whether the words that give way are among those that stand in their place. */
function covers({ normal }: Reading, seam: number, words: readonly string[]): boolean {
  const stems = normal.slice(0, seam).map(stem);
  return words.every(word => stems.some(each => each === stem(word) || likewise().get(each)?.includes(word)));
}

/**
 * The same for a claim that something should be done ("that a panel should be established"), where the source says that
 * the doing of it is called for or needed: all of the claim's words give way, and the doing comes first.
 */
export function alignDemand(
  text: string,
  start: number,
  end: number,
  { readings, speaker, head }: Clause,
): Alignment | undefined {
  const words = wordsOf(text, start, end) ?? [];
  const done = words.at(-1);
  const modal = demands.find(each => each.every((word, at) => words.at(at - each.length - 1)?.normal === word));
  if (!done || !modal) return undefined;
  const thing = words.slice(0, -1 - modal.length);
  const first = thing.findIndex(({ normal }) => normal !== 'that');
  for (const reading of first < 0 ? [] : readings)
    for (const seam of reading.seams) {
      const wanted = head[1] === 'called for' || reading.normal.slice(0, seam).includes('need');
      if (!wanted || !covers(reading, seam, [done.normal])) continue;
      const upTo = agreesUpTo(thing, first, reading, seam, speaker !== documentName);
      if (upTo !== undefined) return { reading, seam: upTo, from: done.end };
    }
  return undefined;
}

/**
 * How many words of a reading are said once all words from one on are its own from a seam on; undefined if one is not,
 * or if the reading may not end there.
 */
function agreesUpTo(
  words: readonly Word[],
  from: number,
  { normal, cuts }: Reading,
  seam: number,
  tense: boolean,
): number | undefined {
  let at = seam;
  for (let index = from; index < words.length; index++) {
    const { normal: mine } = certain(words[index]);
    const source = normal[at];
    const next = normal[at + 1];
    if (source !== undefined && same(source, mine, tense)) at++;
    else if (index === from) return undefined;
    else if (articles.has(mine)) continue;
    else if (source !== undefined && articles.has(source) && next !== undefined && same(next, mine, tense)) at += 2;
    else return undefined;
  }
  return at > seam && cuts.has(at) ? at : undefined;
}
