/** What belongs to a subject besides its name, and what shows that it is not of the dialogue. */
import type { TaggedWords } from './tags';
import { ours } from './lexicon/functionWords';
import { voiceAt, type Voice } from './voices';
import { apart, type ClaimWords, wordAt } from './claimWords';

const all = /^(?:without exception|with one voice|with one accord|in unison|as one|to a person|unanimously)$/;

/** Words that say which of them: "youth participants". */
const kinds = new Set(
  'youth young female women male senior migrant diaspora academic local national regional african european asian american arab pacific caribbean expert leading prominent'.split(
    ' ',
  ),
);

/** Who is sent by those named behind "of", or are together. */
export const sentBy =
  /^(?:representatives?|delegates?|officials|ministers|envoys|delegations?|spokesperson|head|groups?|coalition|alliance|network)$/;
/** A group of them is some of them. */
export const someOf = /^(?:groups?|coalition|alliance|network)$/;

/** What belongs to a subject and stands before its name. */
export interface Led {
  /** Whether it is said of all of them. */
  readonly united: boolean;
  /** Whether it is said of some only. */
  readonly hedged?: boolean;
  /** The word it begins with. */
  readonly begin: number;
}

/**
 * Where a subject begins with what belongs to it before its name: "with one voice, …", "it was … who",
 * "Governments, IOM and …"; and whether it is said of all of them.
 *
 * @param from the word its name begins with, after which it ends before `to`
 */
export function led({ lower, before }: ClaimWords, from: number, to: number, lowest: number, relative: boolean): Led {
  if (relative && lower[to] === 'who' && lower[from - 2] === 'it' && /^(?:was|is)$/.test(wordAt(lower, from - 1)))
    return { united: false, begin: from - 2 };
  const lead = [1, 2, 3].find(
    length => from - length >= lowest && all.test(lower.slice(from - length, from).join(' ')),
  );
  if (lead !== undefined) return { united: true, begin: from - lead };
  if (
    from - 4 >= lowest &&
    /^(?:some|several|certain) but not (?:all|most|many)$/.test(lower.slice(from - 4, from).join(' '))
  )
    return { united: false, hedged: true, begin: from - 4 };
  return { united: false, begin: firstNamed(lower, before, from, lowest) };
}

/** The word that the first of several named begins with, of whom the last one's name begins at `from`. */
function firstNamed(lower: ClaimWords['lower'], before: ClaimWords['before'], from: number, lowest: number): number {
  let begin = from;
  while (begin > lowest && !apart(before[begin]) && kinds.has(wordAt(lower, begin - 1))) begin--;
  while (/^,\s*$/.test(before[begin] ?? '')) {
    // "Migrant youth, States agreed, …": who may be spoken of as well is none of those who speak.
    const length = [3, 2, 1].find(each => {
      const found = begin - each >= lowest ? voiceAt(lower, begin - each) : undefined;
      return found?.length === each && found.voice !== 'others';
    });
    if (length === undefined || isCircumstance(lower, begin - length)) break;
    begin -= length;
  }
  return begin;
}

/** "At the Dialogue, States …": whether a name that begins at a word says where it was, not who. */
function isCircumstance(lower: readonly string[], at: number): boolean {
  const lead = wordAt(lower, at - 1) === 'the' ? wordAt(lower, at - 2) : wordAt(lower, at - 1);
  return /^(?:at|in|during|following|since|after|before|beyond|despite|through|with|of|to|from|like|unlike|for)$/.test(
    lead,
  );
}

/** "A speaker from a country of transit". */
const isSentBy = ({ lower }: TaggedWords, at: number): boolean =>
  lower[at - 1] === 'from' && lower.slice(at + 1, at + 3).some(word => senders.has(word));
const senders = new Set('country state region city government ministry delegation mission company agency'.split(' '));
/** "Participants in an IOM dialogue" are ours. */
const ofIom = /^iom (?:dialogue|session|meeting|event)$/;
/** "Participants in our workshop", "States of the African Union": not those of the dialogue, or not all of them. */
export function strangers(words: TaggedWords, text: string, from: number, to: number): boolean {
  for (let at = from + wholeAt(words, from); at < to && !apart(words.before[at]); at++) {
    const word = wordAt(words.lower, at);
    const isOfOthers = /^(?:our|my|their|another|other|previous|earlier|a|an)$/.test(word);
    if (isOfOthers && !ofIom.test(words.lower.slice(at + 1, at + 3).join(' ')) && !isSentBy(words, at)) return true;
    if (/^\p{Lu}\p{L}*\p{Ll}/u.test(text.slice(words.start[at], words.end[at])) && !ours.has(word) && !words.verbs[at])
      return true;
  }
  return false;
}

/** What says behind a subject that it is all of it. */
const wholly = new Set(['as a whole', 'as a group', 'at large', 'in general', 'in their entirety']);

/** How many words at a place say that a subject before them is all of it: "as a whole". */
export function wholeAt({ lower, before }: Pick<ClaimWords, 'lower' | 'before'>, at: number): number {
  const length = [2, 3].find(each => wholly.has(lower.slice(at, at + each).join(' ')));
  return length !== undefined && before.slice(at, at + length).every(between => !apart(between)) ? length : 0;
}

/**
 * Where it ends that those named before were at the dialogue, if a comma stands behind it: "… at the Dialogue,", "…
 * present,", "… who took part,".
 */
export function whoWereThere({ lower, before }: ClaimWords, from: number): number | undefined {
  let at = from;
  let there = false;
  for (; at < from + longestPlace && at < lower.length && !apart(before[at]); at++)
    there ||=
      voiceAt(lower, at)?.voice === 'dialogue' ||
      /^(?:present|attending|attended|online|panels?|part)$/.test(wordAt(lower, at));
  return there && at < lower.length && before[at]?.startsWith(',') === true ? at : undefined;
}
const longestPlace = 8;

/**
 * "Good government advocates …", "Government contracting …": a word that stands before another, not a government that
 * speaks.
 */
export function attributive({ lower, start, end }: ClaimWords, text: string, at: number, from: number): boolean {
  if (lower[at] !== 'government') return false;
  if (/^(?!meeting|speaking|attending|representing|participating|taking)\p{L}+ing$/u.test(lower[at + 1] ?? ''))
    return true;
  const determined = lower
    .slice(from, at)
    .some(word => /^(?:the|this|that|these|each|every|any|no|one|a|an|its|their|another)$/.test(word));
  // "The Canadian Government", where the word before is a name.
  return (
    !determined &&
    !(
      at > 0 &&
      from === at &&
      /^\p{Lu}\p{L}+$/u.test(text.slice(start[at - 1], end[at - 1])) &&
      !/^(?:good|big|small|local|national)$/.test(wordAt(lower, at - 1))
    )
  );
}

/** Words that single somebody out: one, two or three of them. */
const singlingOut = [
  /^(?:particularly|especially|notably|chiefly|mainly|mostly|predominantly|foremost|namely|read|viz|meaning)$/,
  /^(?:in particular|above all|not least|most notably|among them|i e|that is|including every|including all|including most|(?:led|headed|spearheaded|joined|backed|supported|seconded) by)$/,
  /^(?:first and foremost|most of all)$/,
];

/**
 * "…, in particular States, …", "… – Governments above all – …": whom a subject singles out, in the words from one
 * index to another.
 */
export function singledOut({ lower }: ClaimWords, from: number, to: number): Voice | undefined {
  for (let at = from; at < to; at++) {
    const one = wordAt(lower, at);
    // "– Governments included –".
    if (one === 'included') {
      const before = singledBefore(lower, from, at);
      if (before) return before;
    }
    const length = singlingLength(lower, at);
    if (length === 0) continue;
    const after = singledBehind(lower, at + length, to);
    const isOne = one !== 'including' || after === 'states';
    // “Among them Governments” says less than “Governments among them”.
    if (after && isOne && one !== 'among') return after;
    const before = one === 'including' ? undefined : singledBefore(lower, from, at);
    if (before) return before;
  }
  return undefined;
}

/** How many words single somebody out at a place; 0 where none do. */
function singlingLength(lower: readonly string[], at: number): number {
  const [one, two, three] = lower.slice(at, at + 3);
  const words = [one, `${one} ${two}`, `${one} ${two} ${three}`];
  return singlingOut.findIndex((pattern, count) => pattern.test(words[count] ?? '')) + 1;
}

/** Who stands right before a word and may be singled out. */
function singledBefore(lower: readonly string[], from: number, at: number): Voice | undefined {
  return [1, 2, 3]
    .map(back => (at - back >= from ? voiceAt(lower, at - back)?.voice : undefined))
    .find(voice => voice !== undefined && apartVoices.has(voice));
}

/** Who stands from a word on, behind articles and words of quantity, and may be singled out. */
function singledBehind(lower: readonly string[], from: number, to: number): Voice | undefined {
  let at = from;
  while (
    at < to &&
    /^(?:the|those|many|some|most|all|several|of|from|among|representing|representatives)$/.test(wordAt(lower, at))
  )
    at++;
  const voice = at < to ? voiceAt(lower, at)?.voice : undefined;
  return voice !== undefined && apartVoices.has(voice) ? voice : undefined;
}

const apartVoices: ReadonlySet<Voice> = new Set(['states', 'iom', 'others']);
