/** What patterns of verbs name in capitals, besides tags. */
import { blockers, unitedAt } from '../lexicon/functionWords';
import { light, nouns } from '../lexicon/nouns';
import type { Phrases, Read } from '../pattern';
import type { VerbForm } from '../scale';
import { splitVerb, strandedVerb } from '../verbParts';

const verb =
  (fits: (verb: VerbForm) => boolean): Read =>
  (reading, at, found) => {
    const own = reading.words.verbs[at] ?? strandedVerb(reading.words, reading.scale, found.lowest, at);
    if (!own || !fits(own)) return -1;
    found.verb = own;
    return at + own.words.length;
  };

const noun =
  (fits: (word: string) => boolean): Read =>
  ({ words }, at, found) => {
    if (!fits(words.lower[at] ?? '')) return -1;
    found.noun = at;
    return at + 1;
  };
const messages = /^(?:messages?|requests?|demands?|pleas?|wish|wishes|appeals?|calls?|concerns?|recommendations?)$/;

const lightAlone: ReadonlySet<string> = new Set([...light].filter(word => !/^(?:come|came|arrived)$/.test(word)));

export const verbPhrases = {
  WORD: { says: 'any word', read: ({ words }, at) => (at < words.lower.length ? at + 1 : -1) },
  ANY_VERB: { says: 'a reporting verb, its particle also before “which”', read: verb(() => true) },
  BE_VERB: { says: 'one with “be”', read: verb(({ base }) => base.startsWith('be ')), first: 'verb' },
  SAYING: {
    says: 'a participle in -ing',
    read: ({ words }, at) => (words.verbs[at]?.tense === 'gerund' ? at + words.verbs[at].words.length : -1),
  },
  SPLIT_VERB: {
    says: 'a verb whose particle stands behind adverbs, or where and when it was',
    read: ({ words, scale }, at, found) => {
      if ((words.verbs[at]?.words.length ?? 0) > 1) return -1;
      const own = splitVerb(words, scale, at);
      if (!own) return -1;
      found.verb = own.verb;
      found.all = own.all;
      return own.to;
    },
  },
  AS_ONE: {
    says: '“with one voice”, “without exception” and the like',
    read: ({ words }, at, found) => {
      const length = unitedAt(words.lower, at);
      if (length === 0) return -1;
      found.all = true;
      return at + length;
    },
  },
  LISTENERS: {
    says: 'the dialogue, or its participants',
    read: ({ words }, at) => {
      const own = words.speakers[at];
      return own && /^(?:dialogue|participants)$/.test(own.voice) && !words.possessive[at + own.length - 1]
        ? at + own.length
        : -1;
    },
  },
  HAS_MESSAGE: {
    says: '“had” stands before, or “brought” or “left” follows',
    read: ({ words: { lower } }, at) =>
      lower[at - 1] === 'had' || lower[at] === 'brought' || lower[at] === 'left' ? at : -1,
  },
  MESSAGE: { says: 'a message, demand, wish or the like', read: noun(word => messages.test(word)) },
  COLON: { says: 'a colon', read: ({ words }, at) => (words.before[at]?.includes(':') ? at : -1) },
  LIGHT: {
    says: 'a verb whose object reports, but for “come” and “arrived”',
    read: ({ words }, at) => (lightAlone.has(words.lower[at] ?? '') ? at + 1 : -1),
    first: lightAlone,
  },
  BLOCKER: {
    says: 'a word that a phrase ends with',
    read: ({ words }, at) => (blockers.has(words.lower[at] ?? '') ? at + 1 : -1),
  },
  OBJECT_WORD: {
    says: 'a word before such an object',
    read: ({ words }, at) => {
      const word = words.lower[at] ?? '';
      return word === '' || nouns.has(word) || blockers.has(word) || /^(?:of|for|to|on|at|in|by|no|not)$/.test(word)
        ? -1
        : at + 1;
    },
  },
  NOUN: { says: 'a noun that reports', read: noun(word => nouns.has(word)) },
} as const satisfies Phrases;
