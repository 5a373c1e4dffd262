/** What patterns name in capitals and no list of words is: speakers, verbs, and what code reads. */
import { bodyAt } from '../bodies';
import { unspoken } from '../lexicon/functionWords';
import { decidedBy } from '../lexicon/verbs';
import { farBy } from '../passive';
import { decisionBand, type VerbForm } from '../scale';
import { whoWereThere } from '../subject';
import { bits, wordTags } from '../tags';
import { namePhrases } from './names';
import type { Phrases, Read } from '../pattern';

/** A reporting verb that is as it must be. */
const verb =
  (fits: (verb: VerbForm) => boolean): Read =>
  ({ words }, at, found) => {
    const own = words.verbs[at];
    if (!own || !fits(own)) return -1;
    found.verb = own;
    return at + own.words.length;
  };

const isDone = ({ tense }: VerbForm): boolean => tense === 'past' || tense === 'participle';
/** Whether all have done what such a verb says. */
export const isDecided = ({ band, base }: VerbForm): boolean => band >= decisionBand && decidedBy.has(base);

/** A noun that reports, with this tag. */
const noun =
  (tag: 'NOUN' | 'CALL' | 'DECISION' | 'OF_NOUN' | 'GIVEN'): Read =>
  ({ words }, at, found) => {
    if (((words.tags[at] ?? 0) & bits[tag]) === 0) return -1;
    found.noun = at;
    return at + 1;
  };
const nounPhrase = (tag: Parameters<typeof noun>[0]) => ({
  says: wordTags[tag].says,
  read: noun(tag),
  first: new Set<string>(wordTags[tag].words),
});

const speaker =
  (fits: (voice: string) => boolean): Read =>
  ({ names }, at, found) => {
    const named = names.named(at);
    if (!named || !fits(named.voice)) return -1;
    found.speaker = named;
    return named.to;
  };

export const phrases = {
  ...namePhrases,
  SPEAKER: { says: 'a speaker’s name, with words of quantity and those named beside it', read: speaker(() => true) },
  DIALOGUE: { says: 'a name of the dialogue', read: speaker(voice => voice === 'dialogue') },
  BODY: {
    says: 'a body or person that no list has, known by capitals',
    read: ({ words, text }, at) => bodyAt(words, text, at, { agent: true })?.to ?? -1,
  },
  DONE: { says: 'a reporting verb in the past, or its participle', read: verb(isDone), first: 'verb' },
  DECIDED: {
    says: 'the same of a verb by which all decide',
    read: verb(own => isDone(own) && isDecided(own)),
    first: 'verb',
  },
  STRONGEST: {
    says: 'the same of any verb in the highest band',
    read: verb(own => isDone(own) && own.band >= decisionBand),
    first: 'verb',
  },
  TEXT: { says: 'a name of the document', read: speaker(voice => voice === 'summary') },
  BY_THEM: { says: 'among whom there is consensus', pattern: 'among|amongst|of|between|by|from SPEAKER' },
  CONSENSUS: { says: 'consensus, or what is as good', pattern: '(AGREEMENT / SHARED GROUND)' },
  BEFORE_CONSENSUS: {
    says: 'what stands before consensus and belongs to it',
    pattern: 'WIDE|ARTICLE|strong|clear|emerging|growing|very|some',
  },
  UNDENIED: { says: 'nothing that denies it', pattern: '!no|without|lack|any|not !(lack of)' },
  CAME_ABOUT: {
    says: 'that consensus was reached, or was there',
    pattern: `((that|which)? ((view|position|was|is|were / has|had been) LY?
      reached|achieved|found|established|expressed|evident|clear|forged|built|was|is
      / has emerged / emerged|exists|existed|developed) / reached|expressed|achieved|found)`,
  },
  WAS_EXPRESSED: {
    says: 'that support was expressed',
    pattern: '(was|were / has been) expressed|voiced|shown|given|registered',
  },
  WAS_MADE: {
    says: 'that what a noun names was done',
    pattern: '(was|were / has|have been) made|taken|given|issued|adopted|voiced',
  },
  IT_WAS: { says: '“it was” or “it has been”, with adverbs', pattern: 'it (was|is / has|had been) ADVERB*9' },
  IN_PASSIVE: { says: 'what makes the verb behind it passive', pattern: '&(was|were|been ADVERB?)' },
  WIDELY_DONE: {
    says: 'DONE behind WIDELY',
    read: (reading, at, found) =>
      ((reading.words.tags[at - 1] ?? 0) & bits.WIDELY) === 0 ? -1 : verb(isDone)(reading, at, found),
    first: 'verb',
  },
  NOUN: nounPhrase('NOUN'),
  CALL: nounPhrase('CALL'),
  DECISION: nounPhrase('DECISION'),
  OF_NOUN: nounPhrase('OF_NOUN'),
  GIVEN: nounPhrase('GIVEN'),
  FAR_BY: {
    says: 'where and when it was, and “by”',
    read: ({ words }, at) => {
      const by = farBy(words, at);
      return by === undefined ? -1 : by + 1;
    },
  },
  FINITE: {
    says: 'a finite reporting verb',
    read: ({ predicates }, at) => predicates.finite(at, true, false)?.to ?? -1,
  },
  LY: { says: 'a word in -ly', read: ({ words }, at) => (words.lower[at]?.endsWith('ly') ? at + 1 : -1) },
  OPENS: {
    says: 'the beginning of the claim, or a mark',
    read: ({ words }, at) => (at === 0 || words.apart[at] ? at : -1),
  },
  WERE_THERE: {
    says: 'that those named were at the dialogue, and a comma',
    read: ({ words }, at) => whoWereThere(words, at) ?? -1,
  },
  START: { says: 'the beginning of the claim', read: (_, at) => (at === 0 ? at : -1) },
  SAID: {
    says: 'the claim says nowhere what is to be',
    read: ({ words }, at) => (words.lower.some(word => unspoken.has(word)) ? -1 : at),
  },
} as const satisfies Phrases;
