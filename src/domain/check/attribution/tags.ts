/**
 * The tags of a claim's words, set in one pass: what each word may be in an attribution, whose name begins at it, and
 * which reporting verb. The rules (rules/) are written in these tags.
 */
import { apart, claimWords, type ClaimWords, wordAt } from './claimWords';
import {
  adverbs,
  articles,
  blocking,
  ground,
  holding,
  openers,
  shared,
  uniting,
  wide,
  widely,
} from './lexicon/functionWords';
import { agreement, gave, given, made, nouns, ofNouns, support, took } from './lexicon/nouns';
import { callBand, decisionBand, type Scale, type VerbForm } from './scale';
import { namesBeginWith, voiceAt, type SpeakerName } from './voices';

const from = (band: number): readonly string[] => [...nouns].filter(([, own]) => own >= band).map(([noun]) => noun);

/** Tags that a word has by itself, and what they mean. */
export const wordTags = {
  NOUN: { says: 'a noun that reports', words: from(0) },
  CALL: { says: 'one as strong as a call, or stronger', words: from(callBand) },
  DECISION: { says: 'one as strong as a decision', words: from(decisionBand) },
  OF_NOUN: { says: 'one that “of” binds to a speaker safely', words: [...ofNouns] },
  GIVEN: { says: 'what somebody gives to a thing: importance, attention', words: [...given.keys()] },
  GAVE: { says: 'a form of the verb by which it is given', words: gave },
  TOOK: { says: 'the past of a verb whose object such a noun may be', words: took },
  MADE: { says: 'a participle of such a verb', words: made },
  AGREEMENT: { says: 'consensus by name', words: agreement },
  SUPPORT: { says: 'support by name', words: support },
  WIDE: { says: 'an adjective that says it was of nearly all', words: [...wide] },
  WIDELY: { says: 'the same as an adverb', words: [...widely] },
  UNITED: { says: 'an adjective that says a noun is of all', words: uniting },
  SHARED: { says: 'an adjective that makes consensus of a view', words: shared },
  GROUND: { says: 'a noun that becomes consensus by it', words: ground },
  HAD: { says: 'a verb whose object support may be', words: holding },
  ADVERB: { says: 'an adverb that may stand by a verb', words: [...adverbs] },
  LINK: { says: 'a preposition behind which nobody is said to have spoken', words: [...blocking] },
  ARTICLE: { says: 'an article', words: articles },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly words: readonly string[] }>>;

export type WordTag = keyof typeof wordTags;

/** The bit of each tag. */
export const bits = Object.fromEntries(Object.keys(wordTags).map((tag, at) => [tag, 1 << at])) as Readonly<
  Record<WordTag, number>
>;

/** The bit of words behind which a clause may begin. */
const opener = 1 << 30;

/** The bits of each word of the lexicons; of those that only a speaker's name begins with, none. */
const bitsOf = new Map<string, number>(namesBeginWith.map(word => [word, 0]));
for (const [tag, { words }] of Object.entries(wordTags))
  for (const word of words) bitsOf.set(word, (bitsOf.get(word) ?? 0) | bits[tag as WordTag]);
for (const word of openers) bitsOf.set(word, (bitsOf.get(word) ?? 0) | opener);

/** The words of a claim with their tags. */
export interface TaggedWords extends ClaimWords {
  /** The bits of each word's own tags. */
  readonly tags: readonly number[];
  /** The speaker's name that begins at each word: SPEAKER. */
  readonly speakers: readonly (SpeakerName | undefined)[];
  /** The reporting verb whose words begin at each word: VERB, with its tense and band. */
  readonly verbs: readonly (VerbForm | undefined)[];
  /** Whether more than blanks stands between a word and the one before. */
  readonly apart: readonly boolean[];
}

/** Whether a clause may begin at a word: behind a mark, or a word such as "that". */
export const beginsClause = ({ apart: parted, tags }: TaggedWords, at: number): boolean =>
  at === 0 || parted[at] === true || ((tags[at - 1] ?? 0) & opener) !== 0;

/** The words of `text` from `start` to `end`, tagged. Offsets are `text`'s. */
export const taggedWords = (text: string, start: number, end: number, scale: Scale): TaggedWords =>
  tagged(claimWords(text, start, end), scale);

/** The same words, tagged. */
export function tagged(words: ClaimWords, scale: Scale): TaggedWords {
  const { lower, before } = words;
  const tags: number[] = [];
  const verbs: (VerbForm | undefined)[] = [];
  const speakers: (SpeakerName | undefined)[] = [];
  const parted: boolean[] = [];
  for (let at = 0; at < lower.length; at++) {
    const own = bitsOf.get(wordAt(lower, at));
    tags.push(own ?? 0);
    speakers.push(own === undefined ? undefined : voiceAt(lower, at));
    verbs.push(scale.at(lower, at));
    parted.push(before[at] !== ' ' && apart(before[at]));
  }
  // "All agreed that …", where the word stands alone.
  for (let at = lower.indexOf('all'); at >= 0; at = lower.indexOf('all', at + 1)) {
    if (
      verbs[at + 1]?.tense === 'past' &&
      (at === 0 || parted[at] || /^(?:that|as|and|but)$/.test(wordAt(lower, at - 1)))
    )
      speakers[at] ??= { voice: 'participants', length: 1 };
  }
  const { start, end, possessive } = words;
  return { lower, start, end, before, possessive, tags, speakers, verbs, apart: parted };
}
