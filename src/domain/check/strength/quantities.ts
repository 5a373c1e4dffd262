/** Quantities: of how many a draft says what the source says of many, some or all. */
import { certain } from '../../certain';
import { lazy } from '../../lazy';
import { stopWords } from '../../text/commonWords';
import type { Changed } from './changed';
import { before, behind, Phrases, shared, type Read, type Stretch } from './words';

/** How many are meant, or which of several (`only`, `best`); `much` is of what is not counted: "significant progress". */
type Class = 'all' | 'most' | 'many' | 'some' | 'few' | 'none' | 'much' | 'only' | 'best';

const quantities = new Phrases<Class>([
  ['all', 'all of the, all of, all the, all, every single, every one of the, every, each of the, each'],
  [
    'most',
    'almost all of the, almost all, nearly all of the, nearly all, virtually all, practically all, almost every, nearly every, ' +
      'the vast majority of, the great majority of, the majority of, a majority of, most of the, most',
  ],
  [
    'many',
    'many of the, many, numerous, a large number of, a great number of, large numbers of, a great many, a good many',
  ],
  ['some', 'some of the, some, several of the, several, a number of, various, certain, only some'],
  [
    'few',
    'only a few, just a few, very few, a few of the, a few, few of the, few, a handful of, only a handful of, hardly any, scarcely any, barely any, ' +
      'a minority of, a small number of, only a small number of, very little, little, only limited, limited, scant',
  ],
  ['none', 'none of the, no'],
  ['much', 'significant, considerable, substantial'],
  ['only', 'the only, the sole, the one and only, the single'],
  ['best', 'the best'],
]);

/** Which quantities of a draft say another thing than one of the source's; `bare` is the noun without any. */
const against: Readonly<Record<Class, readonly (Class | 'bare')[]>> = {
  all: ['most', 'many', 'some', 'few', 'none'],
  most: ['all', 'few', 'none'],
  many: ['all', 'most', 'few', 'none', 'bare'],
  some: ['all', 'most', 'many', 'none'],
  few: ['all', 'most', 'many'],
  none: [],
  much: ['few', 'none'],
  only: [],
  best: ['only'],
};

/** From the fewest to all; "few" is told as its own claim, "few States lack", and is no weaker "many". */
const rising: readonly Class[] = ['some', 'many', 'most', 'all'];
/** Whether a quantity claims less than another. */
const isWeaker = (mine: Class, other: Class): boolean =>
  rising.includes(mine) && rising.indexOf(mine) < rising.indexOf(other);

/** A quantity with the words for what it is of. */
export interface Quantity extends Stretch {
  readonly of: Class;
  readonly noun: Stretch;
  /** "for all", "for most people": of everybody; which word stands before "for". */
  readonly everybody?: number | undefined;
}

/** Before these words a quantity asks, compares, or is a part of a fixed phrase: "how many", "at all". */
const unlike = new Set('how so too not than these those our its their'.split(' '));
/** These count: "the few States", but "as many as". */
const counted = new Set(['many', 'few']);
const people = new Set([
  'people',
  'person',
  'persons',
  'individuals',
  'migrants',
  'everyone',
  'human',
  'beings',
  'of',
  'us',
]);
/** Who spoke, and how many of them, others judge. */
const speakers = new Set('participants speakers panelists panellists delegates delegations government'.split(' '));
/** So many words behind a quantity may be what it is of. */
const mostNouns = 3;

/** The quantities among some words. */
export function quantitiesIn(words: Read): Quantity[] {
  const found: Quantity[] = [];
  const { lower, parted } = words;
  for (let at = 0; at < lower.length; at++) {
    const quantity = quantities.at(words, at) ?? everybodyAt(words, at);
    if (!quantity) continue;
    const from = at;
    const to = at + quantity.length;
    at = to - 1;
    const end = nounEnd(words, to);
    const isFor = !parted[from] && lower[from - 1] === 'for';
    if (isUnlike(words, from) || speakers.has(lower[to] ?? '') || (end === to && !isFor)) continue;
    const everybody =
      isFor && (end === to || people.has(certain(lower[to]))) ? nearestTelling(words, from - 1) : undefined;
    found.push({ from, to, of: quantity.means, noun: { from: to, to: end }, everybody });
  }
  return found;
}

/** Where the words end behind a quantity that may be what it is of. */
function nounEnd({ lower, parted }: Read, from: number): number {
  let end = from;
  while (end < lower.length && end - from < mostNouns && !parted[end] && !stopWords.has(certain(lower[end]))) end++;
  return end;
}

/** Whether what stands before makes another thing of a quantity: "how many", "as many as", "the most". */
function isUnlike({ lower, parted }: Read, at: number): boolean {
  const word = certain(lower[at]);
  const previous = parted[at] ? '' : (lower[at - 1] ?? '');
  if (previous === 'as' || previous === 'the') return previous === 'as' ? counted.has(word) : !counted.has(word);
  return unlike.has(previous);
}

function everybodyAt({ lower }: Read, at: number): { length: number; means: Class } | undefined {
  return lower[at] === 'everyone' || lower[at] === 'everybody' ? { length: 1, means: 'all' } : undefined;
}

function nearestTelling({ tells }: Read, at: number): number | undefined {
  for (let index = at - 1; index >= 0 && index > at - 4; index--) if (tells[index]) return index;
  return undefined;
}

/** So many words that tell anything are compared on each side, and so many of the source's. */
const window = 6;
const ofSource = 12;

/** The quantities of a draft that one sentence of the source does not have, of the same things. */
export function changedQuantities(
  draft: Read,
  mine: readonly Quantity[],
  source: Read,
  its: readonly Quantity[],
): Changed[] {
  return its.flatMap(other => {
    // A draft that has the source's quantity, too, compares the two.
    if (against[other.of].length === 0 || mine.some(({ of }) => of === other.of)) return [];
    if (draft.lower.includes(certain(source.lower.slice(other.from, other.to).find(word => word !== 'the')))) return [];
    // What should be is not told by what is.
    if (isDemanded(source, other.from) && !isDemanded(draft, draft.lower.length)) return [];
    const found = mine.find(each => against[other.of].includes(each.of) && isSame(draft, each, source, other));
    if (found) return [changed(draft, found, source, other)];
    return against[other.of].includes('bare') && mine.length === 0 ? lost(draft, source, other) : [];
  });
}

function isSame(draft: Read, mine: Quantity, source: Read, other: Quantity): boolean {
  if (other.everybody !== undefined) {
    const head = mine.everybody;
    return (
      head !== undefined &&
      draft.stems[head] === source.stems[other.everybody] &&
      near(draft, head, mine.noun.to, source, other.everybody, other.to) >= 1
    );
  }
  const at = sameNoun(draft, mine, source, other);
  return at !== undefined && tellsTheSame(draft, mine.from, at, source, other);
}

/** The word for what both quantities are of, in the draft; "most" makes superlatives of what is not the noun itself. */
function sameNoun(draft: Read, mine: Quantity, source: Read, other: Quantity): number | undefined {
  const upTo = mine.of === 'most' ? Math.min(mine.noun.to, mine.noun.from + 1) : mine.noun.to;
  for (let its = other.noun.from; its < other.noun.to; its++)
    for (let at = mine.noun.from; at < upTo; at++) if (draft.stems[at] === source.stems[its]) return at;
  return undefined;
}

/** How many of the words around are both's. */
function near(draft: Read, from: number, to: number, source: Read, itsFrom: number, itsTo: number): number {
  const around = [...before(source, itsFrom, ofSource), ...behind(source, itsTo, ofSource)];
  return shared([...before(draft, from, window), ...behind(draft, to, window)], around);
}

/** So many words behind the noun are the source's, all but one. */
const said = 4;

/**
 * Whether what is said of them is the same: what stands before is the source's before, what follows its words behind, and
 * at once.
 */
function tellsTheSame(draft: Read, from: number, noun: number, source: Read, other: Quantity): boolean {
  // "The only way to ensure …": what it is a way to is what is compared.
  if (other.of !== 'best' && isRestricted(draft, noun + 1)) return false;
  const right = behind(source, other.noun.from + 1, ofSource);
  const mine = behind(draft, noun + 1, window);
  const left = shared(before(draft, from, window), before(source, other.from, ofSource));
  if (mine.length === 0) return left >= 2;
  const next = mine.slice(0, said);
  return (
    right.includes(certain(mine[0])) &&
    next.filter(each => !right.includes(each)).length <= (next.length > 2 ? 1 : 0) &&
    left + shared(mine, right) >= 2
  );
}

const narrowing = new Set(
  'that which who whom whose where with without should must shall may might can could would will need ought to'.split(
    ' ',
  ),
);

/** A participle: what "have" before it makes the perfect of. */
const done = lazy(() => /^(?:been|made|\p{L}+ed)$/u);

/** "All States that lack …", "no State should lack …", "few States have …": that is not what "many States lack …" tells. */
function isRestricted({ lower, parted }: Read, at: number): boolean {
  const word = parted[at] ? '' : (lower[at] ?? '');
  const has = /^(?:have|has|had)$/.test(word) && !done().test(lower[at + 1] ?? '');
  return has || narrowing.has(word);
}

/** Words that say that something is to be. */
const demands =
  /^(?:should|must|shall|ought|need|needs|needed|critical|imperative|important|importance|crucial|essential|vital|necessary|call|calls|called|calling|recommend|recommends|recommended|recommending|urge|urged|urges|ask|asks|asked)$/;
const isDemanded = ({ lower }: Read, upTo: number): boolean => lower.slice(0, upTo).some(word => demands.test(word));

/** Words that go with a plural or with what is not counted. */
const plural = new Set([
  'all',
  'most',
  'many',
  'numerous',
  'some',
  'several',
  'few',
  'certain',
  'various',
  'no',
  'little',
]);

function changed(draft: Read, mine: Quantity, source: Read, other: Quantity): Changed {
  const end = mine.noun.to === mine.noun.from ? mine.to : (sameNoun(draft, mine, source, other) ?? mine.noun.from) + 1;
  const its = other.noun.to === other.noun.from ? other.to : other.noun.from + 1;
  // "Every State lacks" would have another verb.
  const fits = other.of === 'much' || !/^(?:every|each)$/.test(certain(draft.lower[mine.to - 1]));
  const alone = other.everybody !== undefined;
  const one = /^(?:everyone|everybody)$/.test(certain(source.lower[other.from]));
  return {
    kind: 'quantity',
    ...(isWeaker(mine.of, other.of) && { weaker: true }),
    said: { from: mine.from, to: end },
    instead: { from: other.from, to: alone ? other.to : its },
    fix:
      fits && !(one && end > mine.to) && agrees(draft, mine, source, other)
        ? { draft: mine, source: other }
        : undefined,
  };
}

/** Whether one may stand for the other before the same noun: "many of the" for "all of the", "many" for "all". */
function agrees(draft: Read, mine: Quantity, source: Read, other: Quantity): boolean {
  const word = certain(draft.lower[mine.to - 1]);
  const theirs = certain(source.lower[other.to - 1]);
  if (other.of === 'much' || other.of === 'best') return true;
  if (word === 'the' || word === 'of') return theirs === word || (word === 'the' && plural.has(theirs));
  return (plural.has(word) || word === 'any') && (plural.has(theirs) || theirs === 'the');
}

/** Behind these, or a mark, a noun that nothing restricts may be a sentence's subject. */
const opening = new Set(['that', 'because', 'which']);
/** Between a subject and its verb. */
const between = new Set('still already also have has had do did even yet now often'.split(' '));
/** Words that say without a quantity that it is not all. */
const partly =
  /^(?:often|sometimes|frequently|typically|largely|commonly|widely|mostly|mainly|partly|generally|cases|places|instances|regions?|subregion|elsewhere|part|parts|half|third|thirds|quarter|majority|minority|number|not|can|could|may|might)$/;

/** The verb right behind a subject, if it is one of these. */
function verbOf({ lower, stems, parted }: Read, at: number, verbs: readonly string[]): number | undefined {
  let verb = at + 1;
  while (between.has(lower[verb] ?? '') && !parted[verb]) verb++;
  const stem = stems[verb];
  return stem === undefined || parted[verb] || stopWords.has(certain(lower[verb])) || !verbs.includes(stem)
    ? undefined
    : verb;
}

/** The noun without its quantity, as the subject of the source's verb: "States lacked" for "many States lacked". */
function lost(draft: Read, source: Read, other: Quantity): Changed[] {
  const { lower, stems, parted } = draft;
  if (other.everybody !== undefined || lower.some(word => partly.test(word))) return [];
  if (other.noun.from === other.noun.to) return [];
  const noun = certain(source.stems[other.noun.from]);
  const right = behind(source, other.noun.from + 1, ofSource);
  for (let at = stems.indexOf(noun); at >= 0; at = stems.indexOf(noun, at + 1)) {
    const opens = at === 0 || parted[at] === true || opening.has(certain(lower[at - 1]));
    const verb = opens ? verbOf(draft, at, right) : undefined;
    if (verb === undefined) continue;
    if (!tellsTheSame(draft, at, at, source, other)) continue;
    const first = at === 0 || /[.!?:]/.test(certain(draft.before[at]));
    return [
      {
        kind: 'quantity',
        said: { from: at, to: verb + 1 },
        instead: { from: other.from, to: other.noun.from + 1 },
        fix: first ? undefined : { draft: { from: at, to: at }, source: other },
      },
    ];
  }
  return [];
}
