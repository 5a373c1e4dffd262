/**
 * Rules for what a subject is said to have done: a reporting verb, after its adverbs and auxiliaries, or what stands for
 * one ("expressed concern", "spoke with one voice").
 */
import { certain } from '../../../certain';
import { nouns, reached } from '../lexicon/nouns';
import type { Match } from '../pattern';
import { decisionBand, type VerbForm } from '../scale';
import { givenBy, verbsCountingOn, type Done, type Exception, type MatchWith, type VerbRule } from './rule';
import { verbPhrases } from './verbPhrases';
import { triedAt } from './tried';

const past = (base: string, band: number): VerbForm => ({ words: [], base, band, tense: 'past' });
const lower = ({ reading }: Match, at: number): string => reading.words.lower[at] ?? '';

/** A noun that reports, by the verb whose object it is. */
function object(match: MatchWith<'noun'>): Done {
  const { at, noun, reading } = match;
  const [verb, word] = [lower(match, at), lower(match, noun)];
  if (/^(?:consensus|agreement|unanimity)$/.test(word) && reached.has(verb))
    return { verb: past('agree', decisionBand), consensus: true, all: isOfAll(match) };
  const together = /^(?:reached|reaching|come|came|arrived|achieved|found|built|forged)$/.test(verb);
  const own = reading.words.verbs[at];
  const band = together ? decisionBand : Math.max(certain(nouns.get(word)), own?.words.length === 1 ? own.band : 0);
  return { verb: past(word, band), all: isOfAll(match) };
}

/** "Expressed unanimous support". */
const isOfAll = ({ reading, at, noun }: Match): boolean =>
  reading.words.lower.slice(at, noun).some(word => /^(?:unanimous|universal|overwhelming)$/.test(word));

const decided = ({ verb }: MatchWith<'verb'>): Done => ({ verb: { ...verb, band: decisionBand }, all: true });

const apartFromSubject: Exception<'verb'> = {
  says: 'a bare base form or a participle in -ing stands apart from its subject',
  is: ({ detached, verb }) => detached === true && /^(?:base|gerund)$/.test(verb.tense) && verb.words.length === 1,
};
const ofNow: Exception<'verb'> = {
  says: '“are concerned” tells of now',
  is: ({ verb }) => verb.base.startsWith('be ') && verb.band < decisionBand && verb.tense !== 'past',
};
const wishing: Exception<'verb'> = {
  says: '“delegations wishing to co-sponsor” are some who are spoken of',
  is: ({ verb }) => verb.tense === 'gerund' && /^(?:wish|want|hope|expect|seek|oppose)\b/.test(verb.base),
};
const told: Exception<'verb'> = {
  says: '“countries address” and “States support” are what is said, not who says it',
  is: ({ verb }) =>
    verb.tense === 'base' &&
    (verb.band === 0 ||
      /^(?:support|welcome|adopt|identify|raise|share|present|seek|require|accept|hold|find|want|hope|expect|wish|vote)\b/.test(
        verb.base,
      )),
};
const draftersOwn: Exception<'verb'> = {
  says: '“Member States recognize” is how drafters themselves speak',
  is: ({ verb, states }) => states === true && verb.tense === 'base' && verb.band === 1,
};
const noVerb = [apartFromSubject, ofNow, wishing, told];

const wholePhrases: readonly VerbRule[] = [
  {
    name: 'in-agreement',
    says: 'They were in agreement.',
    pattern: `is|are|was|were in (!agreement|consensus|accord|unanimity WORD)*2 agreement|consensus|accord|unanimity`,
    gives: () => ({ verb: past('be in agreement', decisionBand) }),
    matches: ['States ‹were in full agreement› that data are lacking.'],
    misses: ['States were in the room that day, in agreement.'],
  },
  {
    name: 'with-one-voice',
    says: 'They spoke with one voice.',
    pattern: 'were|are|was? spoke|spoken|speaking|speak|speaks AS_ONE',
    gives: () => ({ verb: past('speak with one voice', decisionBand), all: true }),
    matches: ['States ‹spoke with one voice› on data.'],
    misses: ['States spoke in turn.'],
  },
  {
    name: 'told-the-dialogue',
    says: 'They told the dialogue, or its participants.',
    pattern: 'told|informed|reminded|assured|warned the? LISTENERS',
    gives: () => ({ verb: past('state', 1) }),
    matches: ['States ‹told the Dialogue› that data are lacking.'],
    misses: ['States told the press that data are lacking.'],
  },
];

const phrasesWithNouns = verbsCountingOn('noun')([
  {
    name: 'one-message',
    says: 'They had a message, which follows behind a colon.',
    pattern: 'HAS_MESSAGE ...5 MESSAGE COLON',
    gives: match => ({ verb: past(lower(match, match.noun), certain(nouns.get(lower(match, match.noun)))) }),
    matches: ['States ‹had one message›: data are lacking.'],
    misses: ['States had one message for us.'],
  },
  {
    name: 'expressed-concern',
    says: 'A verb that says nothing, with a noun that reports for its object.',
    pattern: `(come|came|arrived to|at (~OBJECT_WORD)*2 / LIGHT (~OBJECT_WORD)*3) ~!BLOCKER NOUN`,
    gives: object,
    matches: [
      'States ‹expressed their strong concern› about data.',
      'States ‹came to the conclusion› that data are lacking.',
    ],
    misses: ['States expressed to all their concern.', 'States made no call.'],
  },
]);

const reportingVerbs = verbsCountingOn('verb')([
  {
    name: 'called-repeatedly-for',
    says: 'A verb whose particle stands apart.',
    pattern: 'SPLIT_VERB',
    gives: ({ verb, all }) => ({ verb: verb, all: all === true }),
    matches: ['States ‹called repeatedly for› data.', 'States ‹called, at the Dialogue and after, for› data.'],
    misses: ['States called repeatedly at night.'],
  },
  {
    name: 'united-in-demanding',
    says: 'They were unanimous, or clear, in saying something.',
    pattern: 'BE_VERB !by in? SAYING',
    unless: [...noVerb, draftersOwn],
    gives: decided,
    matches: ['States ‹were unanimous in demanding› data.'],
    misses: ['States were unanimous in the morning, demanding data.'],
  },
  {
    name: 'reporting-verb',
    says: 'Any other reporting verb, and that it was all of them.',
    pattern: 'ANY_VERB !by AS_ONE?',
    unless: [...noVerb, draftersOwn],
    gives: ({ verb, all }) => ({ verb: verb, all: all === true }),
    matches: ['States ‹called for› data.', 'States ‹agreed without exception› that data are lacking.'],
    misses: ['States supported by donors need data.', 'Member States recognize that data are lacking.'],
  },
  {
    name: 'by-acclamation',
    says: 'A verb with “by consensus” or “by acclamation”.',
    pattern: 'ANY_VERB by consensus|acclamation|unanimity',
    unless: noVerb,
    gives: decided,
    matches: ['The session ‹recognized by acclamation› that data are lacking.'],
    misses: ['The session recognized by night that data are lacking.'],
  },
]);

export const verbRules: readonly VerbRule[] = [...wholePhrases, ...phrasesWithNouns, ...reportingVerbs];

const tried = triedAt(verbRules, verbPhrases);

/** What the first verb rule that fits finds at a word. @param from where adverbs and auxiliaries before it begin */
export function doneAt(
  reading: Match['reading'],
  at: number,
  from: number,
  of: Pick<Match, 'detached' | 'states'>,
): (Done & { readonly to: number; readonly rule: string }) | undefined {
  for (const { rule, match } of tried(reading.words, at)) {
    const found = match(reading, at, from, of);
    if (found && !rule.unless?.some(({ is }) => is(found)))
      return { ...givenBy(rule, found), to: found.to, rule: rule.name };
  }
  return undefined;
}
