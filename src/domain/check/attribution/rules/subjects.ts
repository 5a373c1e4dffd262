/** Rules for subjects with what they did: "States agreed", "participants’ call for", "they called for". */
import { certain } from '../../../certain';
import { wordAt } from '../claimWords';
import { nouns } from '../lexicon/nouns';
import { deeds, reasoned, takesUp } from '../lexicon/verbs';
import type { Match, Span } from '../pattern';
import { tells } from '../present';
import { decisionBand } from '../scale';
import { singledOut, strangers } from '../subject';
import type { Quantity, Voice } from '../voices';
import { countingOn, type Exception, type Given, type MatchWith, type Rule } from './rule';

const ofDialogue = /^(?:participants|speakers|panelists|discussions)$/;
/** What patterns of a subject and its verb note. */
const subject = ['speaker', 'name', 'led', 'predicate', 'verb'] as const;
type Subject = (typeof subject)[number];

const lower = ({ reading }: Match, at: number): string => reading.words.lower[at] ?? '';

/**
 * What was told there, reported later: "… recalled that the Director General had called at the Dialogue for", "that
 * Sweden had reported on", "the Commission had then asked for". "Has called for" is not told of the dialogue.
 */
const isTold = (match: MatchWith<'predicate' | 'name'>): boolean =>
  lower(match, match.predicate.from) === 'had' &&
  (match.reading.isThere() ||
    isThat(match) ||
    /^(?:then|also|further|next|thereupon|there)$/.test(lower(match, match.predicate.from + 1)));
/** "That the Director General", "that Sweden". */
const isThat = (match: MatchWith<'name'>): boolean =>
  [match.name.from - 1, match.name.from - 2].some(
    (at, back) => lower(match, at) === 'that' && (back === 0 || lower(match, at + 1) === 'the'),
  );
const isPerfect = (match: MatchWith<'predicate'>): boolean => /^ha(?:s|ve|d)$/.test(lower(match, match.predicate.from));

const more: Exception<'name'> = {
  says: '“more than” or “not just” stands before it: that is no preposition',
  is: ({ name }) => name.more,
};
const relative: Exception<'name'> = {
  says: 'a relative clause says what they did: “for those States who called for”',
  is: match =>
    // "Participants in the first session, who called for …": a session is nobody.
    (lower(match, match.to) === 'who' && !/^(?:dialogue|summary)$/.test(match.name.voice)) ||
    (/^(?:which|that)$/.test(lower(match, match.to)) &&
      !/^(?:by|of|between|among)$/.test(lower(match, match.name.from - 1))),
};
const reason: Exception<'name'> = {
  says: '“for” gives a reason, and the verb can be no participle: “…, for participants agreed on”',
  is: match => {
    const { from, to } = match.name;
    const verb = match.reading.words.verbs[to];
    return (
      lower(match, from - 1) === 'for' &&
      from >= 2 &&
      match.reading.words.apart[from - 1] === true &&
      verb?.tense === 'past' &&
      reasoned.has(verb.base)
    );
  },
};

const agreeing: Exception<Subject> = {
  says: 'they agree with those of the dialogue, who are said to have said it',
  is: match => {
    const { reading, to, verb } = match;
    if (!/^(?:agree|agree with|concur)$/.test(verb.base)) return false;
    const joins = /^(?:with|that)$/.test(lower(match, to));
    if (!joins && lower(match, to - 1) !== 'with' && !reading.words.before[to]?.includes(':')) return false;
    const other = reading.names.named(joins ? to + 1 : to);
    return other !== undefined && (ofDialogue.test(other.voice) || other.voice === 'summary');
  },
};
const sharing: Exception<Subject> = {
  says: 'they share the view of those of the dialogue, who are said to have said it',
  is: match => {
    const { reading, to } = match;
    const of = /^(?:expressed|voiced|held|put|stated)$/.test(lower(match, to)) ? to + 1 : to;
    if (!nouns.has(lower(match, to - 1)) || !/^(?:of|by)$/.test(lower(match, of))) return false;
    const other = reading.names.named(of + 1);
    return other !== undefined && ofDialogue.test(other.voice);
  },
};
const ofOthers: Exception<Subject> = {
  says: 'others, who speak anywhere, say it today, or have said it',
  is: match => match.name.voice === 'others' && (match.verb.tense !== 'past' || (isPerfect(match) && !isTold(match))),
};
const notItsVerb: Exception<Subject> = {
  says: 'the verb is in the singular and the name is not',
  is: match => match.verb.tense === 'third' && lower(match, match.speaker.to - 1).endsWith('s'),
};
const needNot: Exception<Subject> = {
  says: '“need not” stands before the verb',
  is: match => lower(match, match.predicate.from) === 'need' || lower(match, match.speaker.to) === 'need',
};
const stranger: Exception<Subject> = {
  says: 'words between show that they are of another meeting',
  is: ({ reading, speaker, predicate }) => strangers(reading.words, reading.text, speaker.to, predicate.from),
  passedOver: true,
};
const deed: Exception<Subject> = {
  says: 'what States guarantee or order is a fact; those who only spoke are said to have spoken so',
  is: ({ speaker, verb }) => deeds.has(verb.base) && !ofDialogue.test(speaker.voice),
  passedOver: true,
};
const exceptions = [needNot, agreeing, sharing, ofOthers, notItsVerb, stranger, deed];

/** Words between a subject and its verb that say it was all of them. */
const together =
  /\b(?:with one (?:voice|accord)|in unison|as one|to a person|unanimously|without exception|by acclamation)\b/i;

/** Whether it is said of all of them. */
function isOfAll({ reading: { words, text }, speaker, predicate }: MatchWith<Subject>): boolean {
  return predicate.all || together.test(text.slice(words.end[speaker.to - 1], words.start[predicate.from]));
}

/** "… the speakers who called for it, some but not all". */
const notAll =
  /^[^.;,(–—]{0,30}[,(–—]\s?(?:(?:though|but|if|and)\s)?(?:some|several|a few|not all|not many|at least some)\b/i;
const farthestAfter = 60;
const isNotAll = ({ reading: { words, text }, to }: Match): boolean => {
  const end = certain(words.end[to - 1]);
  return notAll.test(text.slice(end, end + farthestAfter));
};

const farthestCleft = 8;

/** "The speakers who called for …", without a comma; "it was speakers who …" is said of all of them. */
function isRestricted(match: MatchWith<Subject>): boolean {
  const { speaker, led, reading } = match;
  const cleft = reading.words.lower.slice(Math.max(0, led.begin - farthestCleft), led.begin).includes('it');
  return (
    speaker.voice === 'speakers' &&
    !cleft &&
    reading.words.apart[speaker.to] !== true &&
    /^(?:who|that)$/.test(lower(match, speaker.to))
  );
}

/** How many of them, with what the words around the name say of it. */
function amount(match: MatchWith<Subject>): Quantity {
  const { name, led, speaker, predicate, reading } = match;
  if (led.united || isOfAll(match)) return 'strong';
  // "Those speakers who called for …", and "the speakers who did" without a comma, are some of them.
  const those =
    predicate.relative === true &&
    name.quantity === 'plain' &&
    (reading.words.lower.slice(led.begin, speaker.to).includes('those') || isRestricted(match));
  return led.hedged === true || those || isNotAll(match) ? 'weak' : name.quantity;
}

/** Whom a subject of the dialogue singles out: "participants, States in particular". */
function singledBy({ reading, speaker, predicate }: MatchWith<Subject>): Voice | undefined {
  return /^(?:participants|speakers|panelists)$/.test(speaker.voice)
    ? singledOut(reading.words, speaker.to, predicate.from)
    : undefined;
}

function spoke(match: MatchWith<Subject>): Given {
  const { name, led, predicate, speaker } = match;
  const single = singledBy(match);
  return {
    shape: 'clause',
    voice: single ?? speaker.voice,
    quantity: amount(match),
    ...(single && { singled: true }),
    ...(isOfAll(match) && { united: true }),
    ...(predicate.relative === true && led.begin === name.counted && { relative: true }),
  };
}

/** "It was States who": the "who" is theirs. */
function placesOf({ from, name, speaker, predicate, led }: MatchWith<Subject>): {
  readonly who: Span;
  readonly says: Span;
} {
  const last = led.begin < name.counted && predicate.relative ? speaker.to + 1 : speaker.to;
  return { who: [from, last], says: [Math.max(predicate.from, last), predicate.to] };
}

/** A noun that reports, as the verb it stands for. */
const reportedBy = (base: string): { readonly base: string; readonly band: number } => ({
  base,
  band: certain(nouns.get(base)),
});

const nameRules = countingOn('name')([
  {
    name: 'of-them',
    says: 'A name behind a preposition: nobody is said to have spoken by it.',
    pattern: '&~LINK HOW_MANY << NAME',
    unless: [more, relative, reason],
    gives: 'nobody',
    matches: [
      'The needs of ‹Member States› agreed on are many.',
      'We follow those in the first ‹session›, who called for a panel.',
    ],
    misses: ['We heard more than a few speakers call for data.', 'We thank, for participants agreed on a panel.'],
  },
  {
    name: 'our-own',
    says: 'A name that is the drafter’s.',
    pattern: 'our|my|your|we HOW_MANY << NAME',
    gives: 'nobody',
    matches: ['Our ‹Government› agreed on a panel.'],
    misses: ['The Government agreed on a panel.'],
  },
  {
    name: 'where-it-was',
    says: 'The dialogue behind “at”: that is where.',
    pattern: '&~at|during|before|after|since HOW_MANY << MEETING',
    gives: 'nobody',
    matches: ['At the ‹Dialogue› in 2022 the Mayors noted this.'],
    misses: ['The Dialogue noted this.'],
  },
  {
    name: 'their-consensus',
    says: 'Agreement of those who stand before it with an apostrophe.',
    pattern: `!our|my|your|we HOW_MANY << OWNER
      (~UNQUOTED !NOUN !and|or|the|a|an|of|in|on|to|for WORD)*2 ~UNQUOTED AGREEMENT`,
    gives: ({ name }) => ({
      shape: 'consensus',
      voice: 'consensus',
      of: name.voice,
      quantity: name.quantity,
      verb: { base: 'agree', band: decisionBand },
    }),
    matches: ['Noting ‹States’ agreement› on a panel,'],
    misses: ['Noting our States’ agreement on a panel,'],
  },
]);

const ownerRules = countingOn(
  'name',
  'noun',
)([
  {
    name: 'their-call',
    says: 'A noun that reports, of those who stand before it with an apostrophe.',
    pattern: `!our|my|your|we HOW_MANY << OWNER
      (~UNQUOTED !NOUN !and|or|the|a|an|of|in|on|to|for WORD)*2 ~UNQUOTED says:NOUN`,
    gives: ({ name, reading, noun }) => ({
      shape: 'possessive',
      voice: name.voice,
      quantity: name.quantity,
      verb: reportedBy(wordAt(reading.words.lower, noun)),
    }),
    places: ({ name, noun }) => ({ who: [name.from, name.to], says: [noun, noun + 1] }),
    matches: ['Noting ‹some participants’ strong call› for a panel,'],
    misses: ['Noting participants’ and experts’ plans,', 'Noting the Dialogue’s “long road” and the conclusions,'],
  },
]);

const adoptedRules: readonly Rule[] = [
  {
    name: 'adopted-by-them',
    says: 'Conclusions that somebody is said to have agreed on: whose they are is said there.',
    pattern: 'DOCUMENT &(DECIDED by SPEAKER)',
    gives: 'nobody',
    matches: ['The ‹summary› adopted by Member States calls for a panel.'],
    misses: ['The summary calls for a panel.'],
  },
];

const spokenRules = countingOn(...subject)([
  {
    name: 'agreed-conclusions',
    says: 'Conclusions that are called agreed, and their verb.',
    pattern: `agreed|adopted|endorsed|approved|negotiated|accepted|joint|unanimous BELONGS !our|my|your|we HOW_MANY
      << CONCLUSIONS PREDICATE`,
    unless: exceptions,
    gives: match => ({ ...spoke(match), voice: 'consensus' }),
    goesOn: true,
    places: placesOf,
    matches: ['The ‹agreed conclusions call for› a panel.'],
    misses: ['The printed conclusions call for a panel.'],
  },
  {
    name: 'they-reached-consensus',
    says: 'Who reached consensus.',
    pattern: 'BELONGS !our|my|your|we HOW_MANY << SUBJECT AGREES',
    unless: exceptions,
    gives: match => ({
      shape: 'consensus',
      voice: 'consensus',
      of: singledBy(match) ?? match.speaker.voice,
      quantity: match.name.quantity,
    }),
    places: placesOf,
    matches: ['‹Participants reached consensus› on a panel.'],
    misses: ['Participants reached the room of the panel.'],
  },
  {
    name: 'they-spoke',
    says: 'A speaker and a reporting verb.',
    pattern: 'BELONGS !our|my|your|we HOW_MANY << SUBJECT PREDICATE',
    unless: exceptions,
    gives: spoke,
    goesOn: true,
    places: placesOf,
    matches: [
      '‹Some speakers at the session also called for› a panel.',
      '‹With one voice, participants emphasized› the need for data.',
      '‹It was States who called for› a panel.',
      '‹States as a whole called for› a panel.',
      '‹The European Union alone called for› a panel.',
    ],
    misses: [
      'States need a panel.',
      'Participants in our workshop called for a panel.',
      'The Ministers agree with the participants that data are lacking.',
      'The Holy See shares the view of participants that data are lacking.',
    ],
  },
]);

export const subjectRules: readonly Rule[] = [...nameRules, ...ownerRules, ...adoptedRules, ...spokenRules];

/** What somebody of no list says is only told of the dialogue if nothing else can be meant. */
const tellsNothing: Exception<'predicate' | 'verb'> = {
  says: 'the verb tells of no speech, or of speech before',
  is: match => !(tells(match.predicate.verb) || nouns.has(match.verb.base)) || isPerfect(match),
};
const described: Exception<'predicate' | 'verb'> = {
  says: 'the verb stands in a relative clause, except behind “it was”',
  is: match => match.predicate.relative === true && lower(match, match.from - 1) !== 'was',
};
/** Whoever notes or recalls elsewhere what the dialogue concluded cites it as we do. */
const ownOccasion: Exception<'predicate' | 'verb'> = {
  says: 'they take up elsewhere what others said, or speak at a meeting of their own',
  is: match =>
    !match.reading.isThere() &&
    (takesUp.has(match.verb.base) ||
      (/^(?:at|in|during|on)$/.test(lower(match, match.to)) &&
        /^(?:its|their|his|her|an?|another)$/.test(lower(match, match.to + 1)))),
};

export const bodyRules = countingOn(
  'body',
  'predicate',
  'verb',
)([
  {
    name: 'body-spoke',
    says: 'A body or person that no list has, and a verb by which they said something.',
    pattern: 'CAPITALS PREDICATE',
    unless: [described, tellsNothing, ownOccasion],
    gives: { shape: 'clause', voice: 'others', quantity: 'plain', body: true },
    places: ({ body, predicate }) => ({ who: body, says: [predicate.from, predicate.to] }),
    matches: ['At the Dialogue, ‹the Global Forum of Mayors called for› a panel.'],
    misses: ['The Global Forum of Mayors noted a panel.', 'The Global Compact calls for a panel.'],
  },
]);

const notPast: Exception<'verb'> = {
  says: 'the verb is not in the past',
  is: ({ verb }) => verb.tense !== 'past',
};

const theyRules = countingOn(
  'predicate',
  'verb',
  'known',
)([
  {
    name: 'they-spoke-next',
    says: '“They”, or “both”, who are named in the sentence before.',
    pattern: 'who:they|both|two THEY_MEAN PREDICATE',
    unless: [notPast],
    gives: ({ predicate, known }) => ({
      shape: 'clause',
      quantity: predicate.all ? 'strong' : known.quantity,
    }),
    matches: ['A hundred States sat down. ‹They called for› a panel.'],
    misses: ['A hundred States sat down. They need a panel.'],
  },
]);

const ofThemRules = countingOn(
  'predicate',
  'verb',
  'known',
  'ofThem',
)([
  {
    name: 'most-of-them-spoke',
    says: 'Many or some of them, who are named in the sentence before.',
    pattern: 'SO_MANY of << them THEY_MEAN PREDICATE',
    unless: [notPast],
    places: ({ from, at, predicate }) => ({ who: [from, at + 1], says: [predicate.from, predicate.to] }),
    gives: ({ predicate, known, ofThem }) => {
      const some = known.quantity === 'weak' || known.quantity === 'scant' ? known.quantity : ofThem;
      return { shape: 'clause', quantity: predicate.all ? 'strong' : some };
    },
    matches: ['A hundred States sat down. ‹Most of them called for› a panel.'],
    misses: ['A hundred States sat down. Of them we called for a panel.'],
  },
]);

const itRules = countingOn(
  'predicate',
  'verb',
)([
  {
    name: 'it-spoke-next',
    says: '“It”, “she” or “he”, who is named in the sentence before.',
    pattern: 'who:it|she|he IT_MEANS PREDICATE',
    unless: [
      { says: 'the verb stands in a relative clause', is: ({ predicate }) => predicate.relative === true },
      {
        says: 'the verb tells of no speech, or takes up what others said, or tells of speech before',
        is: match => !tells(match.predicate.verb) || takesUp.has(match.verb.base) || isPerfect(match),
      },
    ],
    gives: { shape: 'clause' },
    matches: ['At the Dialogue sat UNHCR. ‹It called for› a panel.'],
    misses: ['At the Dialogue sat UNHCR. It noted a panel.', 'At the Dialogue sat UNHCR. It has called for a panel.'],
  },
]);

export const pronounRules: readonly Rule[] = [...theyRules, ...ofThemRules, ...itRules];
