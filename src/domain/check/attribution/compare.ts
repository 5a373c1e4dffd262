/**
 * What a draft may say of a sentence, by how the sentence itself names its speaker. The table of
 * what is faithful is ours, drawn from the source's words; so is the scale of verbs.
 */
import type { Attribution, Who } from '../../corpus/types';
import type { SpeakerMention } from './mentions';
import { binds } from './lexicon/verbs';
import { callBand, decisionBand, type Scale } from './scale';
import { greatest } from '../../longLists';

/** `continued`: the speaker named is the one whose reported speech the sentence goes on with. */
export type Finding = 'faithful' | 'who' | 'continued' | 'verb';

/** Compares one mention with one sentence's attribution. `before`: the attribution it continues, if any. */
export function compare(mention: SpeakerMention, source: Attribution, scale: Scale, before?: Attribution): Finding {
  if (source.who === 'unnamed') {
    if (before && named(mention, before) && agrees(mention)) return 'continued';
    return named(mention, source) ? 'faithful' : 'who';
  }
  if (!named(mention, source)) return 'who';
  return raisedBy(mention, source, scale) > 0 ? 'verb' : 'faithful';
}

const agrees = (mention: SpeakerMention): boolean =>
  mention.voice === 'participants' || mention.voice === 'speakers' || mention.voice === 'panelists';

/** What must be so of a draft's mention for it to be faithful. */
type Condition = (mention: SpeakerMention) => boolean;

const always: Condition = () => true;
const bandOf = ({ verb }: SpeakerMention): number => verb?.band ?? 1;
const isOnlyNoted: Condition = mention => bandOf(mention) < 1;
const isNoCall: Condition = mention => bandOf(mention) < callBand;
const isNoDecision: Condition = mention => bandOf(mention) < decisionBand;
/** "Some participants". */
const isOfSome: Condition = ({ quantity }) => quantity === 'weak';
/** "Some speakers", "a few speakers". */
const isOfFew: Condition = ({ quantity }) => quantity === 'weak' || quantity === 'scant';
/** Not "one participant". */
const isNotOfFew: Condition = ({ quantity }) => quantity !== 'scant';
/** Neither "all participants" nor "one participant". */
const isUnlimited: Condition = ({ quantity }) => quantity !== 'strong' && quantity !== 'scant';

/**
 * Whom a draft may name, and where that is faithful: by whom the source names, or `any` for those that are not told
 * apart. What a row does not have is never faithful.
 */
const faithful: Readonly<Record<SpeakerMention['voice'], Readonly<Partial<Record<Who | 'any', Condition>>>>> = {
  summary: { any: always },
  passive: { any: always },
  states: {},
  iom: {},
  others: {},
  support: { 'consensus among speakers': always },
  consensus: { 'consensus among speakers': ({ of }) => of === undefined || of === 'speakers' },
  // A meeting may be said to have noted; it decided and called for nothing.
  dialogue: { 'some speakers': isOnlyNoted, any: isNoCall },
  discussions: { any: isNoDecision },
  participants: {
    participants: isUnlimited,
    // "Some participants" is no more than "speakers" or "some speakers" were.
    speakers: isOfSome,
    'some speakers': isOfFew,
    discussions: isOnlyNoted,
  },
  speakers: {
    'consensus among speakers': isNotOfFew,
    'some speakers': isOfFew,
    speakers: isUnlimited,
    panelists: isUnlimited,
    discussions: isOnlyNoted,
  },
  panelists: { panelists: isUnlimited },
};

/** Whether the draft names no one, and no more of them, than the source does. */
function named(mention: SpeakerMention, { who }: Attribution): boolean {
  const row = faithful[mention.voice];
  return (row[who] ?? row.any)?.(mention) ?? false;
}

/**
 * By how many bands the draft's verb stands above every verb of the source sentence; 0 where it does not, or where
 * nobody can say.
 */
export function raisedBy(mention: SpeakerMention, source: Attribution, scale: Scale): number {
  if (!mention.verb || mention.voice === 'summary') return 0;
  const isBound = binds.has(mention.verb.base);
  if (source.who === 'consensus among speakers') {
    // "Speakers were of one mind" is what a consensus among them is.
    if (/^(?:be |concur)/.test(mention.verb.base)) return 0;
    const isMore = mention.voice !== 'consensus' ? mention.verb.band >= decisionBand : mention.shape === 'passive';
    if (!isMore) return 0;
    return isBound ? farRaised : 1;
  }
  const bands = source.verbs.map(verb => scale.band(verb));
  if (bands.length === 0 || bands.includes(undefined)) return 0;
  const raised = mention.verb.band - greatest(bands as number[]);
  // "Pledged", "promised" for "called for" makes a promise of a wish; for "expressed commitment" it does not.
  const makesPromise = raised >= 0 && isBound && !source.verbs.some(verb => commits.test(verb));
  return makesPromise ? Math.max(raised, farRaised) : Math.max(0, raised);
}

/** From so many bands on a verb is far stronger than the source's. */
export const farRaised = 2;
const commits = /\bcommit/i;
