/**
 * Rules for verbs whose speaker, if there is one, stands behind them: "noted by participants", "it was agreed that",
 * "according to States".
 */
import { certain } from '../../../certain';
import { describes, otherOccasion } from '../passive';
import { tells } from '../present';
import { strangers } from '../subject';
import { deeds, idleParticiples, takesUp } from '../lexicon/verbs';
import type { Match } from '../pattern';
import { bits } from '../tags';
import { countingOn, type Exception, type Given, type MatchWith, type Rule } from './rule';
import { isDecided } from './phrases';

const wordBefore = ({ reading, at }: Match, back = 1): string => reading.words.lower[at - back] ?? '';
const isPassive = (match: Match): boolean =>
  /^(?:was|were|been)$/.test(
    wordBefore(match, ((match.reading.words.tags[match.at - 1] ?? 0) & bits.ADVERB) !== 0 ? 2 : 1),
  );

/** What is said by "by" far behind the verb is shown without what stands between. */
const farSaid = (match: MatchWith<'verb'>): Given => {
  const { start, end } = match.reading.words;
  const [by, to] = certain(match.spans.who);
  return {
    shape: 'agent',
    said: `${match.verb.words.join(' ')} … ${match.reading.text.slice(start[by - 1], end[to - 1])}`,
  };
};

const noReport: Exception<'verb'> = {
  says: '“a meeting held by IOM” and “issues addressed by States” report nothing',
  is: match =>
    wordBefore(match) !== 'as' &&
    !isPassive(match) &&
    (match.verb.band === 0 || deeds.has(match.verb.base) || idleParticiples.has(match.verb.base)),
};
const active: Exception = {
  says: 'a speaker stands right before it: the verb is theirs',
  is: match =>
    !isPassive(match) &&
    (/^(?:we|they|it|who|which|that|what|i|you)$/.test(wordBefore(match)) ||
      match.reading.words.speakers[match.at - 1] !== undefined),
};
/** "The recommendations that had been accepted in the last cycle". */
const describing: Exception<'verb'> = {
  says: 'it says which things are meant, or tells of another occasion',
  is: match =>
    isDecided(match.verb) &&
    isPassive(match) &&
    !match.reading.isThere() &&
    (describes(match.reading.words, match.at) ||
      otherOccasion(match.reading.words, match.at + match.verb.words.length)),
};

/** "Unanimously endorsed by": it is said of all of them. */
const byThem = ({ from, at }: Match): Given => ({
  shape: 'agent',
  ...(from < at && { quantity: 'strong', united: true }),
});
const byAll: Given = { shape: 'passive', voice: 'consensus', quantity: 'plain' };
const widely: Given = { shape: 'passive', voice: 'support', quantity: 'strong' };

export const impersonalRules = countingOn('verb')([
  {
    name: 'it-was-said-by',
    says: '“It was …”, and by whom.',
    pattern: 'IT_WAS says:DONE who:(by|among|between SPEAKER)',
    gives: { shape: 'agent' },
    matches: ['‹It was also agreed by States› that data are lacking.'],
    misses: ['It was agreed by the board that data are lacking.'],
  },
  {
    name: 'it-was-said-far-by',
    says: 'The same, where and when it was standing before “by”.',
    pattern: 'IT_WAS says:DONE FAR_BY who:SPEAKER',
    gives: farSaid,
    matches: ['‹It was noted on the second day, by States›, that data are lacking.'],
    misses: ['It was noted in a paper, written by States, that data are lacking.'],
  },
  {
    name: 'it-was-decided',
    says: '“It was agreed”, by nobody that is named: by all.',
    pattern: 'IT_WAS (STRONGEST (by consensus)? / DONE by consensus)',
    unless: [
      {
        says: 'it was on another occasion',
        is: ({ reading, to }) => !reading.isThere() && otherOccasion(reading.words, to),
        passedOver: true,
      },
    ],
    gives: byAll,
    matches: ['‹It was agreed› that data are lacking.', '‹It was noted by consensus› that data are lacking.'],
    misses: ['It is desirable that data be shared.', 'It was agreed in Accra that data be shared.'],
  },
  {
    name: 'it-was-widely-said',
    says: '“It was widely …”: it had wide support.',
    pattern: 'IT_WAS WIDELY_DONE',
    gives: widely,
    matches: ['‹It was generally recognized› that data are lacking.'],
    misses: ['It was general knowledge that data are lacking.'],
  },
  {
    name: 'it-was-said',
    says: '“It was noted”, by nobody that is named.',
    pattern: 'IT_WAS says:DONE !by',
    gives: { shape: 'passive', voice: 'passive', quantity: 'plain' },
    matches: ['‹It was also noted› that data are lacking.'],
    misses: ['It is encouraged by the projects.', 'It was a pity that data are lacking.'],
  },
]);

export const accordingRules: readonly Rule[] = [
  {
    name: 'according-to',
    says: 'A speaker with whom the draft agrees, or to whom it leaves what it says.',
    pattern: `(according to / in the view|opinion|words|eyes of / as did|do|does|have|has|had|was|were|is|are
      / agree|agrees|agreed|agreeing|concur|concurs|concurring with / echo|echoes|echoing|echoed
      / join|joins|joined|joining &(SPEAKER in)) who:SPEAKER !(who|that|which FINITE)`,
    unless: [
      {
        says: 'the last name has another behind it',
        is: ({ reading, to }) => reading.words.possessive[to - 1] === true,
      },
    ],
    gives: { shape: 'according', verb: { base: 'state', band: 1 } },
    matches: [
      'Data are lacking, ‹according to States›.',
      '‹In the view of some speakers›, data are lacking.',
      'We ‹join participants› in calling for data.',
    ],
    misses: ['According to States’ own plans, data are lacking.', 'We join participants at lunch.'],
  },
  {
    name: 'for-them',
    says: 'For whom of those who were there it is so, at the beginning.',
    pattern: `OPENS << (to the mind|minds|eyes of / for|to
      / from the (perspective|standpoint|viewpoint of / vantage point of / point of view of)) who:~SPEAKER WERE_THERE`,
    unless: [
      { says: 'it is for the dialogue itself', is: ({ speaker }) => speaker?.voice === 'dialogue' },
      {
        says: 'the name has another behind it',
        is: ({ reading, spans }) => reading.words.possessive[certain(spans.who)[1] - 1] === true,
      },
      {
        says: 'those named are of another meeting',
        is: ({ reading, spans, to }) => strangers(reading.words, reading.text, certain(spans.who)[1], to),
      },
    ],
    gives: { shape: 'according', verb: { base: 'state', band: 1 } },
    matches: [
      '‹For Governments at the Dialogue›, data are lacking.',
      '‹From the point of view of States at the session›, data are lacking.',
    ],
    misses: ['For Governments, data are lacking.', 'We work for Governments at the Dialogue, who lack data.'],
  },
];

export const agentRules = countingOn('verb')([
  {
    name: 'said-by',
    says: 'A passive verb, or one behind “as”, or a participle, and by whom.',
    pattern: 'WIDELY? << says:DONE by only|just|merely? who:SPEAKER',
    unless: [noReport],
    gives: byThem,
    matches: [
      'The need for data, ‹noted by participants›, is clear.',
      'A panel was ‹unanimously endorsed by States›.',
      'A panel was ‹supported by States›.',
      'A panel was ‹called for by only one of the speakers›.',
    ],
    misses: ['A meeting held by IOM was long.', 'Issues addressed by States are many.'],
  },
  {
    name: 'as-said-at',
    says: '“As” with a verb, and where it was.',
    pattern: '&as << says:DONE at|in|during who:SPEAKER',
    gives: { shape: 'agent' },
    matches: ['Data are lacking, as ‹noted at the Dialogue›.'],
    misses: ['Data are lacking, as noted in Geneva.'],
  },
  {
    name: 'decided-at',
    says: 'A verb by which all decide, and the dialogue.',
    pattern: 'WIDELY? << says:DECIDED at|in|during who:DIALOGUE',
    unless: [active],
    gives: byThem,
    matches: ['The panel ‹agreed at the Dialogue› is to be set up.'],
    misses: ['The panel we agreed at the Dialogue is to be set up.', 'The panel noted at the Dialogue is small.'],
  },
  {
    name: 'said-by-body',
    says: 'A passive verb, and a body that no list has.',
    pattern: 'IN_PASSIVE << says:DONE by who:BODY',
    unless: [
      {
        says: 'the verb does something besides saying, or takes up what others said',
        is: ({ verb }) => !tells({ ...verb, tense: 'past' }) || takesUp.has(verb.base),
      },
    ],
    gives: { shape: 'agent', voice: 'others', quantity: 'plain', body: true },
    matches: ['At the Dialogue a panel was ‹called for by the Global Forum of Mayors›.'],
    misses: ['At the Dialogue a panel was set up by the Global Forum of Mayors.'],
  },
  {
    name: 'said-far-by',
    says: 'A passive verb, where and when it was, and by whom.',
    pattern: 'IN_PASSIVE << says:DONE FAR_BY who:SPEAKER',
    gives: farSaid,
    matches: ['A panel was ‹called for on the second day, by States›.'],
    misses: ['A panel was called for in a paper written by States.'],
  },
  {
    name: 'done-by-consensus',
    says: 'Any verb with “by consensus”.',
    pattern: 'DONE by consensus',
    unless: [describing],
    gives: byAll,
    matches: ['A panel ‹proposed by consensus› is needed.'],
    misses: ['A panel proposed by the consensus group is needed.'],
  },
  {
    name: 'was-decided',
    says: 'A passive verb, or one behind “as”, by which all decide.',
    pattern: '(&as / IN_PASSIVE) << DECIDED',
    unless: [describing],
    gives: byAll,
    matches: ['A panel was ‹agreed on›.', 'A panel is needed, as ‹agreed›.'],
    misses: [
      'The recommendations that had been accepted in the last cycle are many.',
      'A panel they agreed on is needed.',
    ],
  },
  {
    name: 'widely-said',
    says: 'A passive verb with “widely”.',
    pattern: '&was|were|been WIDELY << DONE',
    unless: [describing],
    gives: widely,
    matches: ['A panel was ‹widely supported›.'],
    misses: ['A panel was widely seen.'],
  },
]);
