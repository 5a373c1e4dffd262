/** Rules for consensus, agreement and wide support that a claim tells of, as nouns. */
import { wordAt } from '../claimWords';
import type { Match } from '../pattern';
import { otherOccasion } from '../passive';
import { decisionBand } from '../scale';
import type { Exception, Given, Rule } from './rule';

/** Whose consensus it is, where that is said. */
const agreed = ({ speaker }: Match): Given => ({
  shape: 'consensus',
  voice: 'consensus',
  quantity: speaker?.quantity ?? 'plain',
  verb: { base: 'agree', band: decisionBand },
  ...(speaker && { of: speaker.voice }),
});
const elsewhere: Exception = {
  says: 'it was reached on another occasion',
  is: ({ reading, spans: { done } }) =>
    done !== undefined && !reading.isThere() && otherOccasion(reading.words, done[1]),
};

const supported: Given = {
  shape: 'consensus',
  voice: 'support',
  quantity: 'strong',
  verb: { base: 'support', band: 2 },
};
const from = 'of|from|among|by who:SPEAKER';

/** With a verb behind it, such a text is a subject like any other. */
const isSubject: Exception = {
  says: 'a verb follows',
  is: ({ reading: { words, predicates }, at }) => {
    const of = [2, 3, 4, 5].find(ahead => /^(?:of|from)$/.test(words.lower[at + ahead] ?? '')) ?? 2;
    return predicates.after(at + of, false) !== undefined;
  },
};
const anyText: Exception = {
  says: 'it is such a text, or none',
  is: ({ reading: { words }, at }) => /^(?:an?|no|not|nor|never)$/.test(words.lower[at - 1] ?? ''),
};

const notThere: Exception = {
  says: 'it was on another occasion',
  is: ({ reading, to }) =>
    !reading.isThere() &&
    (otherOccasion(reading.words, to) || /^(?:our|my|their|his|her)$/.test(reading.words.lower[to + 1] ?? '')),
};
const playedDialogue: Exception = {
  says: 'it is a dialogue that others hold',
  is: ({ reading: { words }, to }) => /^(?:model|mock|youth|national|school|student)$/.test(words.lower[to - 2] ?? ''),
};
const drafters: Exception = {
  says: 'it is the drafters who did it: “by consensus, our board adopted”',
  is: ({ reading: { words }, to }) => /^(?:our|my|we|i)$/.test(words.lower[to] ?? ''),
};
const otherText: Exception = {
  says: 'it is the text of something else',
  is: ({ reading: { words }, at }) =>
    words.possessive[at - 1] === true && !/^(?:dialogue|idm|iom|session)$/.test(wordAt(words.lower, at - 1)),
};
const bindsNobody: Exception = {
  says: 'it binds nobody',
  is: ({ reading: { words }, to }) => /^(?:no|nobody|none|nothing|neither|us|our|itself)$/.test(words.lower[to] ?? ''),
};

export const consensusRules: readonly Rule[] = [
  {
    name: 'agreed-text',
    says: 'What came out of the dialogue is said to be agreed on.',
    pattern: 'agreed|adopted|endorsed|approved|negotiated|accepted|joint|unanimous TEXT of|from ...5 dialogue|idm',
    unless: [anyText, isSubject],
    gives: agreed,
    matches: [
      'As the ‹negotiated outcome of the Dialogue› has it, data are lacking.',
      'In the ‹agreed conclusions of the Dialogue› we read of a panel.',
    ],
    misses: [
      'The summary is not a negotiated outcome of the Dialogue.',
      'In the agreed conclusions of the Council we read of a panel.',
    ],
  },
  {
    name: 'nobody-dissented',
    says: 'Nobody was against it.',
    pattern:
      '(no one|no-one / nobody / none of them / no delegation|state|government|speaker|participant) dissented|objected|disagreed|demurred',
    unless: [notThere],
    gives: agreed,
    matches: ['‹No one dissented› from a cautious approach.', '‹Nobody objected› to a panel.'],
    misses: ['Nobody spoke of a panel.', 'Some objected to a panel.'],
  },
  {
    name: 'consensus-they-reached',
    says: 'The consensus that somebody is said to have reached.',
    pattern: 'CONSENSUS that|which? who:SPEAKER reached|found|achieved|forged|built',
    unless: [notThere],
    gives: agreed,
    matches: ['In line with the ‹consensus that States reached› on a panel,'],
    misses: ['The panel that States reached was small.'],
  },
  {
    name: 'unanimous-call',
    says: 'What was said is called unanimous.',
    pattern:
      'the << call|appeal|request|demand|view|position|opinion|wish|verdict|vote|support was|were unanimous|undisputed|uncontested',
    unless: [notThere],
    gives: agreed,
    matches: ['‹The call was unanimous›.'],
    misses: ['The call was heard.', 'The board was unanimous.'],
  },
  {
    name: 'signed-text',
    says: 'The conclusions are said to be signed.',
    pattern: 'conclusions|summary|outcome|outcomes ~signed|ratified|initialled',
    gives: agreed,
    matches: ['Under the ‹conclusions signed› in March 2022, data are lacking.'],
    misses: ['The conclusions were shown to a signed-up member.'],
  },
  {
    name: 'act-of-the-dialogue',
    says: 'The dialogue is said to have passed something.',
    pattern: 'resolution|resolutions|treaty|pact|decree|declaration|communiqué|ruling of|by|from ...4 dialogue|idm',
    unless: [playedDialogue],
    gives: agreed,
    matches: ['A ‹resolution of the Dialogue› asks for a panel.'],
    misses: ['A resolution on the Dialogue asks for a panel.', 'The Declaration of New York recalls the Dialogue.'],
  },
  {
    name: 'binding-text',
    says: 'The document is said to bind somebody.',
    pattern:
      'conclusions|summary|outcome|text|document (of|from ...4 dialogue|idm)? oblige|obliges|obliged|bind|binds|bound|compel|compels|compelled',
    unless: [otherText, bindsNobody],
    gives: agreed,
    matches: ['The Dialogue’s ‹text obliges› States to act.', 'The ‹summary of the Dialogue binds› States.'],
    misses: ['The Compact’s text obliges States to act.', 'The conclusions bind nobody.'],
  },
  {
    name: 'there-was-consensus',
    says: 'There was consensus, and among whom if that is said.',
    pattern: `there (was|is|were|exists|existed|emerged / has|had been) now|already|also|thus|clearly|therefore? BEFORE_CONSENSUS*5
      << CONSENSUS done:CAME_ABOUT? BY_THEM?`,
    unless: [elsewhere],
    gives: agreed,
    matches: [
      '‹There was broad consensus among participants› on a panel.',
      '‹There is now a clear agreement› that data are lacking.',
    ],
    misses: ['There was no consensus on a panel.', 'There was a consensus reached in committee on a panel.'],
  },
  {
    name: 'by-consensus',
    says: 'Something was done by consensus.',
    pattern: 'by WIDE|strong|clear|emerging|growing|very|some*5 << consensus done:CAME_ABOUT? BY_THEM?',
    unless: [elsewhere, drafters],
    gives: agreed,
    matches: ['A panel was set up ‹by consensus›.', 'A panel was set up ‹by broad consensus among States›.'],
    misses: ['A panel was held up by the consensus.', 'By consensus, our board adopted a plan.'],
  },
  {
    name: 'consensus-reached',
    says: 'Consensus was reached, emerged, or is a shared view that something is so.',
    pattern: 'UNDENIED BEFORE_CONSENSUS*5 << (CONSENSUS done:CAME_ABOUT BY_THEM? / SHARED GROUND was|is &that)',
    unless: [elsewhere],
    gives: agreed,
    matches: [
      '‹Agreement was reached by States› on a panel.',
      'On the first day ‹a broad consensus emerged›.',
      '‹The general feeling was› that data are lacking.',
    ],
    misses: ['No agreement was reached on a panel.', 'Agreement was reached in committee on a panel.'],
  },
  {
    name: 'consensus-among',
    says: 'Consensus among somebody.',
    pattern: 'UNDENIED BEFORE_CONSENSUS*5 << CONSENSUS BY_THEM',
    gives: agreed,
    matches: [
      'Noting ‹the consensus among speakers› on pathways,',
      'Noting ‹the common understanding of States› on pathways,',
    ],
    misses: ['Without consensus among speakers nothing is done.', 'Noting the consensus among books on pathways,'],
  },
  {
    name: 'consensus-on',
    says: 'The consensus that something is so, or on something.',
    pattern: 'UNDENIED BEFORE_CONSENSUS*4 BEFORE_CONSENSUS << consensus !CAME_ABOUT &that|on|to|around|regarding',
    gives: agreed,
    matches: ['Noting ‹the consensus› on pathways,', 'We build on ‹a growing consensus› that data are lacking.'],
    misses: ['Consensus on pathways is far.', 'Noting the lack of consensus on pathways,'],
  },
  {
    name: 'consensus-as-heading',
    says: 'Consensus, as the first word of words that say nowhere what is to be.',
    pattern: 'START SAID << consensus !CAME_ABOUT &that|on|to|around|regarding',
    gives: agreed,
    matches: ['‹Consensus› on regular pathways'],
    misses: ['Consensus on regular pathways must be sought'],
  },
  {
    name: 'wide-agreement',
    says: 'Agreement that is called wide.',
    pattern: 'UNDENIED BEFORE_CONSENSUS*4 WIDE << AGREEMENT !CAME_ABOUT &that|on',
    gives: agreed,
    matches: ['Noting ‹broad agreement› on pathways,'],
    misses: ['Noting agreement on pathways,'],
  },
  {
    name: 'general-view',
    says: 'The general view that something is so.',
    pattern: 'UNDENIED BEFORE_CONSENSUS*4 << universal|unanimous|general GROUND !CAME_ABOUT &that|on',
    gives: agreed,
    matches: ['Noting ‹a general understanding› that data are lacking,'],
    misses: ['Noting no general understanding that data are lacking,'],
  },
  {
    name: 'there-was-support-from',
    says: 'There was wide support from somebody: all of them agreed.',
    pattern: `says:(there was|is|were WIDE WIDE*5 SUPPORT) ${from}`,
    gives: { shape: 'clause', quantity: 'strong', verb: { base: 'agree', band: decisionBand } },
    matches: ['‹There was broad support from States› for a panel.'],
    misses: ['There was support from States for a panel.'],
  },
  {
    name: 'had-the-support-of',
    says: 'Something had the support of somebody.',
    pattern: `HAD the? << says:(WIDE*6 SUPPORT) ${from}`,
    gives: { shape: 'noun', verb: { base: 'support', band: 2 } },
    matches: ['A panel ‹enjoyed the broad support of States›.'],
    misses: ['A panel needs the support of States.'],
  },
  {
    name: 'wide-support-of',
    says: 'The wide support of somebody.',
    pattern: `says:(WIDE WIDE*5 SUPPORT) ${from}`,
    gives: { shape: 'noun', verb: { base: 'support', band: 2 } },
    matches: ['Mindful of the ‹broad support of States› for a panel,'],
    misses: ['Mindful of the support of States for a panel,'],
  },
  {
    name: 'wide-support',
    says: 'Wide support, of nobody that is named.',
    pattern: '(there was|is / &(HAD the?) / &the|noting|with) << WIDE WIDE*5 SUPPORT WAS_EXPRESSED?',
    gives: supported,
    matches: ['‹There was strong support› for a panel.', 'Noting ‹wide support› for a panel,'],
    misses: ['Broad support is needed for a panel.'],
  },
  {
    name: 'wide-support-was-expressed',
    says: 'The same with what became of it.',
    pattern: 'WIDE WIDE*5 SUPPORT (WAS_EXPRESSED / &was|were|among|from|by / &(has been))',
    gives: supported,
    matches: ['‹Broad support was expressed› for a panel.', '‹Broad support› was heard for a panel.'],
    misses: ['Support was expressed for a panel.'],
  },
];
