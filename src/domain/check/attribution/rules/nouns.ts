/**
 * Rules for attributions in nouns: "the call by some speakers for …", "the importance that States attached to …",
 * "mention was made by donors".
 */
import { certain } from '../../../certain';
import { wordAt } from '../claimWords';
import { falls } from '../context';
import { given, isGiven, nouns } from '../lexicon/nouns';
import { bits } from '../tags';
import { countingOn, type Exception, type Given, type MatchWith } from './rule';

const word = ({ reading, noun }: MatchWith<'noun'>): string => wordAt(reading.words.lower, noun);

const tooLittle: Exception<'noun'> = {
  says: 'what is given is told of as too little',
  is: match => isGiven(word(match)) && falls(match.reading.text, certain(match.reading.words.end[match.to - 1])),
};
const contents: Exception<'noun'> = {
  says: 'the conclusions of the dialogue are what the document is made of',
  is: match => match.speaker?.voice === 'dialogue' && word(match).startsWith('conclusion'),
};

/** "States agreed: recognition of delegations …". */
const another: Exception = {
  says: 'the word before it that says it is of all is the verb of another mention',
  is: ({ reading, from, at }) => from === at && ((reading.words.tags[at - 1] ?? 0) & bits.UNITED) !== 0,
};

/** The noun stands for the verb. */
const reported = (match: MatchWith<'noun'>): Given => ({
  shape: 'noun',
  verb: { base: word(match), band: nouns.get(word(match)) ?? 0 },
  // "The unanimous call by States".
  ...(match.from < match.at && { quantity: 'strong' }),
});
const givenToIt = (match: MatchWith<'noun'>): Given => ({
  shape: 'noun',
  verb: { base: word(match), band: certain(given.get(word(match))) },
});

const forth = 'forward|out|forth?';

export const nounRules = countingOn('noun')([
  {
    name: 'importance-they-attached',
    says: 'What somebody attached, gave or drew to a thing.',
    pattern:
      'GIVEN that|which? who:~SPEAKER had|also|all|both|together|repeatedly|rightly|at|during|in|the|dialogue|session*4 GAVE',
    unless: [tooLittle],
    gives: givenToIt,
    matches: [
      'Mindful of the ‹importance that States attached› to data,',
      'We recall the ‹attention delegations at the dialogue drew› to data.',
    ],
    misses: ['Mindful of the importance that data have,'],
  },
  {
    name: 'importance-attached-by',
    says: 'The same with a passive verb and an agent.',
    pattern: 'GIVEN was|were|been|has|had|is|also|being*3 ~GAVE ...11 (~by who:~SPEAKER)',
    unless: [tooLittle],
    gives: givenToIt,
    matches: ['The ‹priority given by Governments› to data is high.', '‹Mention was made by donor countries› of data.'],
    misses: ['The attention given by States to data is low.'],
  },
  {
    name: 'commitment-was-made-by',
    says: 'A noun that reports, was made, and by whom.',
    pattern: 'ARTICLE? << says:(NOUN WAS_MADE) by who:SPEAKER',
    unless: [tooLittle],
    gives: match => ({ shape: 'clause', verb: { base: word(match), band: certain(nouns.get(word(match))) } }),
    matches: ['‹A commitment was made by States› to share data.'],
    misses: ['A commitment was made long ago.'],
  },
  {
    name: 'decision-was-taken',
    says: 'A decision was taken, by nobody that is named: by all.',
    pattern: 'ARTICLE? << DECISION WAS_MADE !by',
    gives: match => ({
      shape: 'consensus',
      voice: 'consensus',
      quantity: 'plain',
      verb: { base: 'agree', band: certain(nouns.get(word(match))) },
    }),
    matches: ['‹A decision was taken› to set up a panel.'],
    misses: ['A call was made for a panel.'],
  },
  {
    name: 'call-came-from',
    says: 'A call, and from whom it came.',
    pattern: 'CALL MADE? ...13 all:(~came|comes from who:SPEAKER)',
    unless: [tooLittle],
    gives: { shape: 'noun', verb: { base: 'come from', band: 1 } },
    matches: ['The call for a panel ‹came from States›.'],
    misses: ['The view that data are lacking came from States.'],
  },
  {
    name: 'from-them-came',
    says: 'From whom a call came, and then the noun.',
    pattern: 'from who:~SPEAKER came|comes ...4 says:NOUN',
    unless: [tooLittle],
    gives: reported,
    matches: ['‹From Member States came a strong call› for a panel.'],
    misses: ['From Member States came three delegates.'],
  },
  {
    name: 'pledge-they-made',
    says: 'A noun that reports, and who made, gave or expressed it.',
    pattern: 'NOUN that|which? who:~SPEAKER TOOK',
    unless: [tooLittle],
    gives: reported,
    matches: ['Mindful of the ‹pledge that governments made›,', 'We share the ‹concern States expressed›.'],
    misses: ['Mindful of the pledge that was made,'],
  },
  {
    name: 'call-by',
    says: 'A noun that reports, and by whom it was made.',
    pattern: `UNITED? << NOUN MADE? ${forth} by who:SPEAKER`,
    unless: [contents, another, tooLittle],
    gives: reported,
    matches: [
      'Noting the ‹call by some speakers› for a panel,',
      'Noting the ‹unanimous call made by States› for a panel,',
    ],
    misses: ['Noting the call by telephone,'],
  },
  {
    name: 'call-from',
    says: 'A noun that reports, and from or among whom it is.',
    pattern: `UNITED? << NOUN (went|came ${forth})? from|among who:SPEAKER`,
    unless: [contents, another, tooLittle],
    gives: reported,
    matches: ['Noting ‹calls from States› for a panel,', 'The ‹call went out from States› to share data.'],
    misses: ['Noting calls expressed from States,'],
  },
  {
    name: 'call-of',
    says: 'A noun that “of” binds to a speaker.',
    pattern: 'UNITED? << OF_NOUN of who:SPEAKER !who',
    unless: [contents, another, tooLittle],
    gives: reported,
    matches: ['Welcoming the ‹commitment of Member States› to health coverage,'],
    misses: ['The adoption of States is none.', 'The concern of those speakers who called for a panel is ours.'],
  },
  {
    name: 'decision-taken-at',
    says: 'A decision, and the dialogue at which it was taken.',
    pattern: `UNITED? << DECISION MADE? ${forth} at|in|during who:DIALOGUE`,
    unless: [contents, another, tooLittle],
    gives: reported,
    matches: ['Recalling the ‹decision taken at the Dialogue› to set up a panel,'],
    misses: ['Recalling the conclusions reached at the Dialogue,', 'Recalling the decision taken in Geneva,'],
  },
]);
