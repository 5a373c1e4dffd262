/**
 * Speakers who stand apart from their verb: at the end of a line above a list, after a participle, in the sentence
 * before a "they".
 */
import { certain } from '../../certain';
import type { Range } from '../../text/ranges';
import { Names } from './namedSpeakers';
import { occasion } from './present';
import { otherPlace, tellsOfDialogue } from './context';
import { blocking } from './lexicon/functionWords';
import type { Told } from './leads';
import { quantityBefore, voiceAt, type Quantity, type SpeakerName, type Voice } from './voices';
import { claimWords, type ClaimWords, placeOf, wordAt } from './claimWords';

/** A speaker whom a claim goes on with. */
export interface Carried {
  readonly voice: Voice;
  readonly quantity: Quantity;
  /** Where the speaker stands, in the text of the claim. */
  readonly start: number;
  readonly end: number;
  /** Where, in its unit, if not in that text. */
  readonly outside?: Range;
  /** The speaker's own words. */
  readonly said: string;
  /** Whether its verb may stand in the present: "Member States: – call for …", where nobody is asked to. */
  readonly present?: boolean;
  /** Whether the claim begins with a participle of what they did. */
  readonly participle?: boolean;
  /**
   * How far the problem of a speaker above a list is shown: up to the verb of the item right below, or the speaker
   * alone; nothing if it has been told of.
   */
  readonly shown?: 'upToVerb' | 'alone' | undefined;
  /** Whom "they" means. */
  readonly they?: boolean;
  /** Whether it is one body or person: "it", "she", "he". */
  readonly single?: boolean;
  /** Whether what it told before was told of another item first: "… called for: (a) …; (b) …". */
  readonly further?: boolean;
  /** What it is said to have done, where that stands before the claim, too: "What Member States called for:". */
  readonly told?: Told;
}

const ofDialogue = /^(?:states|participants|speakers|panelists|iom|discussions)$/;
/** Who may go on speaking; others who may speak anywhere only where it is said, too, that it was at the dialogue. */
const maySpeak = (voice: Voice, text: string, anywhere = true): boolean =>
  ofDialogue.test(voice) || (voice === 'others' && (!anywhere || tellsOfDialogue(text)));
/** What may stand before a speaker at the end of a line: where it was, or that it is told. */
const mayLead = /(?:^|,|\bthat)\s*$/i;
/** What makes a speaker the drafters' own, or only supposed. */
const isOwn = /\b(?:our|my|if|unless)\b/i;
/** What may stand behind a speaker before the colon: that they were there, and what says that others follow. */
const behindSpeaker =
  /(?:,\s?|\s)(?:among other (?:things|points|matters)|amongst others|inter alia|in (?:particular|turn|addition|their turn)|for their part|notably|also|further|furthermore|moreover|together|jointly|collectively|variously|(?:re)?present(?:ed)?(?: there)?|participating|attending|taking part|in attendance|who (?:attended|participated|took part|were (?:present|represented))|concerned)[,\s]*$/i;
const longestBehind = 40;

/** Where words end, with asides behind them set aside. */
function withoutAsides(text: string, from: number, end: number): number {
  for (let to = end; ;) {
    const begin = Math.max(from, to - longestBehind);
    const found = behindSpeaker.exec(text.slice(begin, to));
    if (!found) return to;
    to = begin + found.index;
  }
}

/** Where a speaker may end, with an occasion and asides behind it set aside. */
function speakerEnd(text: string, from: number, end: number): number {
  const to = withoutAsides(text, from, end);
  const when = occasion.exec(text.slice(from, to));
  return when && when.index > 0 && !/[,;:.]/.test(text.slice(from + when.index, to))
    ? withoutAsides(text, from, from + when.index)
    : to;
}

/**
 * The speaker that some words end with, an occasion and asides after it set aside: "Participants at the session", "At
 * the Dialogue, States", "The Governments represented, among other things,".
 */
export function stemIn(text: string, from: number, end: number): Carried | undefined {
  const words = claimWords(text, from, speakerEnd(text, from, end));
  const { lower } = words;
  for (let at = Math.max(0, lower.length - 6); at < lower.length; at++) {
    const found = voiceAt(lower, at);
    if (!found || at + found.length !== lower.length || !mayEndLine(found)) continue;
    const { quantity, from: first } = quantityBefore(lower, at, 0);
    const start = certain(words.start[first]);
    const lead = text.slice(from, start);
    if (words.possessive[lower.length - 1] || !mayLead.test(lead) || isOwn.test(lead)) return undefined;
    const { end: last } = placeOf(words, first, lower.length);
    const bare = !/^(?:the|these)$/.test(wordAt(lower, first));
    return {
      voice: found.voice,
      quantity,
      start,
      end: last,
      said: text.slice(start, last),
      present: bare && found.voice !== 'others' && (lead.trim() === '' || occasion.test(lead)),
    };
  }
  return undefined;
}

/** Those of the dialogue; of others, whoever cannot be anybody anywhere. */
const mayEndLine = ({ voice, anywhere }: SpeakerName): boolean =>
  ofDialogue.test(voice) || (voice === 'others' && !anywhere);

/**
 * The speaker who stands at the beginning of some words, after "Having agreed that …,"; none where it is the drafters
 * who go on.
 */
export function subjectAfter(text: string, from: number, to: number): Carried | undefined {
  const words = claimWords(text, from, Math.min(to, from + 160));
  const named = new Names(words).named(0);
  if (!named || !maySpeak(named.voice, text.slice(from, Math.min(to, from + 300))) || words.possessive[named.to - 1])
    return undefined;
  // "Having noted …, the Governments of the region decide": in the present, they are the draft's own.
  if (
    words.lower[0] === 'the' &&
    !/(?:ed|were|had|left|met|took|went|came|brought|rose|began|spoke|drew|gave|made|now)$/.test(
      words.lower[named.to] ?? '',
    )
  )
    return undefined;
  return carriedBy(text, words, named.voice, named.quantity, 0, named.to);
}

/** What shows that somebody did something, and when: a verb in the past behind their name. */
const pastSoon = /^(?:\S+ed|were|had|left|met|took|went|came|made|gave|set|began|brought|rose|spoke|drew)$/;
/**
 * Who stands behind a participle that opens a claim at the dialogue: "Calling for …, States left". In the present, or
 * with what they "should", they are the draft's own, or those it asks.
 */
export function openedBy(text: string, from: number, to: number): Carried | undefined {
  const words = text.slice(from, Math.min(to, from + longestOpening));
  for (
    let comma = words.indexOf(', '), seen = 0;
    comma >= 0 && seen < mostCommas;
    comma = words.indexOf(', ', comma + 1), seen++
  ) {
    const found = subjectAfter(text, from + comma + 1, to);
    if (!found) continue;
    const next = claimWords(text, found.end, Math.min(to, found.end + 80)).lower.slice(0, 5);
    if (
      next.some(word => pastSoon.test(word)) &&
      !next.some(word => /^(?:should|must|may|will|can|are|is|need)$/.test(word))
    )
      return { ...found, participle: true };
  }
  return undefined;
}
const mostCommas = 6;
const longestOpening = 600;

/**
 * "It was the turn of the ministers", "the floor went to the Governments", "the Dialogue listened to the youth
 * delegates".
 */
const turnOf =
  /\b(?:turn of|(?:floor|microphone|screen|stage) (?:(?:went|passed|turned|moved) (?:over )?|was (?:given|handed|passed|open|opened) |opened |belonged )to|belong(?:ed|s) to|followed by|(?:then|next|first) came|(?:attended|joined|addressed|opened|closed|dominated|filled) by|(?:panel|session|dialogue|meeting|plenary|room|day|morning|afternoon|moderators?|chairs?) (?:then |next |also )?(?:heard(?: from)?|listened to|turned to|gathered|assembled|brought together|convened|united|welcomed|received|featured|hosted)) $/i;
/** "It was the Member States’ turn." */
const theirTurn = /^(?:turn|hour|moment|day|panel|morning|afternoon)$/;

/**
 * Whom "they" means after the words before it in its own sentence: "When States met, they called for …". Only where
 * these name nobody else, and suppose nothing ("Where States lack data, they noted, …") and ask for nothing.
 */
export function antecedentBefore(text: string): Carried | undefined {
  if (
    /\b(?:if|where|wherever|although|though|while|because|since|unless|whether|as|whereas|that|urg(?:es?|ed|ing)|calls? (?:up)?on|invites?|requests?|encourages?|asks?|should|must)\b/i.test(
      text,
    )
  )
    return undefined;
  const { lower } = claimWords(text, 0, text.length);
  const named = lower.filter((_, at) => !/^(?:summary|dialogue)$/.test(voiceAt(lower, at)?.voice ?? 'summary')).length;
  return named === 1 ? antecedentIn(text.replace(/^\W*(?:after|before) /i, '')) : undefined;
}

/** Whether some words name anybody of the dialogue. */
export function namesAnyone(text: string): boolean {
  return names(text, ofDialogue);
}

/** Whether a sentence about "them" names others who may be meant next; not where whatever they did is told of. */
export function namesOthers(text: string): boolean {
  return namesAnyone(text) && !(told.test(text) && !namesSpeakers(text));
}
/** "They put the donations at a billion doses and the recipients at 144 countries." */
const told = /^\W*they (?:put|gave|set|estimated|spoke|added|went|said|pointed|named|listed|counted|described)\b/i;

/** Whether they name those whom the source lets speak. */
export function namesSpeakers(text: string): boolean {
  return names(text, /^(?:participants|speakers|panelists|discussions)$/);
}

function names(text: string, voices: RegExp): boolean {
  const { lower } = claimWords(text, 0, text.length);
  return lower.some((_, at) => voices.test(voiceAt(lower, at)?.voice ?? ''));
}

/** A name in a sentence, and how it stands there; `from` and `to` are indexes of words. */
interface Standing extends SpeakerName {
  readonly quantity: Quantity;
  readonly from: number;
  readonly to: number;
  /** The word before it. */
  readonly lead: string;
  readonly possessive: boolean;
  /** "Member States’ turn". */
  readonly theirTurn: boolean;
  /** "More than a hundred States". */
  readonly counted: boolean;
  /** Whether it is told that they speak, wherever the name stands: "the floor went to the Governments". */
  readonly turn: boolean;
}

/** The names in a sentence, one after the other. */
function* namesIn(text: string, words: ClaimWords): Generator<Standing> {
  const { lower, possessive, start } = words;
  for (let at = 0, to = 1; at < lower.length; at = to) {
    const found = voiceAt(lower, at);
    to = at + (found?.length ?? 1);
    if (!found) continue;
    const { quantity, from } = quantityBefore(lower, at, 0);
    const lead = wordAt(lower, from - 1);
    const own = possessive[to - 1] === true;
    const theirs = own && theirTurn.test(wordAt(lower, to));
    const counted = lead === 'than' && /^(?:more|fewer|less)$/.test(wordAt(lower, from - 2));
    const turn = theirs || counted || turnOf.test(text.slice(0, start[from]));
    yield { ...found, quantity, from, to, lead, possessive: own, theirTurn: theirs, counted, turn };
  }
}

/** How a "they" stands in its own sentence. */
interface Antecedence {
  /** Whether it is "both", and may mean two that are named apart. */
  readonly both?: boolean;
  /** Whether the words before it say that it was at the dialogue, wherever the sentence before is. */
  readonly there?: boolean;
}

/**
 * Whom "they" means after a sentence: the one speaker it is about, if it names one only, and tells of no other place or
 * year.
 */
export function antecedentIn(text: string, { both, there }: Antecedence = {}): Carried | undefined {
  if (!there && otherPlace(text)) return undefined;
  const words = claimWords(text, 0, text.length);
  let subject: Carried | undefined;
  let others = false;
  for (const name of namesIn(text, words)) {
    const joined = joinedTo(subject, name, text, words);
    if (joined) {
      subject = joined;
      continue;
    }
    others ||= mayBeMeantToo(name);
    // "Costa Rica chaired, Bangladesh co-facilitated. Both …".
    const oneOfBoth = both && subject !== undefined && areAlike(subject.voice, name.voice);
    if (oneOfBoth || isNoSubject(name)) continue;
    // Another that "they" might mean, or nobody of the dialogue.
    if (subject || !mayBeSubject(name, text, wordAt(words.lower, name.from))) return undefined;
    subject = carriedBy(text, words, name.voice, name.quantity, name.from, name.to);
  }
  return others ? undefined : subject && { ...subject, they: true };
}

/** A subject with a name behind it that belongs to it, or is told of together with it. */
function joinedTo(subject: Carried | undefined, name: Standing, text: string, words: ClaimWords): Carried | undefined {
  if (!subject) return undefined;
  // "The ministers of forty States": those are of the name.
  if (name.lead === 'of' && certain(words.start[name.from - 1]) - subject.end <= 1) return subject;
  const { start, end } = placeOf(words, name.from, name.to);
  // "The European Union and the African Union", "speakers and moderators": both.
  return isBeside(text, subject, start, name.lead) && areAlike(subject.voice, name.voice)
    ? { ...subject, end, said: text.slice(subject.start, end) }
    : undefined;
}

/** "Governments were told by speakers": these may be meant as well. */
const mayBeMeantToo = ({ voice, lead, turn }: Standing): boolean =>
  !turn && /^(?:participants|speakers|panelists)$/.test(voice) && /^(?:by|with|to|from|for)$/.test(lead);

/** Whether a name stands where nobody is told of: in "the States’ call", "by States", "at the Dialogue". */
function isNoSubject({ voice, lead, possessive, theirTurn: theirs, turn, counted }: Standing): boolean {
  return (
    voice === 'summary' ||
    voice === 'dialogue' ||
    (possessive && !theirs) ||
    (blocking.has(lead) && !turn) ||
    (!counted && /^(?:at|during|before|after|where|than|as)$/.test(lead))
  );
}

/** Whether a sentence may be about somebody of the dialogue. `first`: the first word of the name. */
const mayBeSubject = ({ voice, anywhere, lead }: Standing, text: string, first: string): boolean =>
  maySpeak(voice, text, anywhere) && !/^(?:our|my|your|we)$/.test(lead) && first !== 'any';

/** Whether one named stands right behind another, and an "and" or a comma. */
const isBeside = (text: string, { end }: Carried, start: number, lead: string): boolean =>
  start - end <= longestJoint && (lead === 'and' || /^,\s$/.test(text.slice(end, start)));
const longestJoint = 6;
/** Whether two who are named together may be told of as the first: bodies and persons, or those of the dialogue. */
const areAlike = (one: Voice, other: Voice): boolean =>
  one === other || (other === 'others' && /^(?:participants|speakers|panelists|states)$/.test(one));

/** Whose names are those of one body or person. */
const isSingle = /^(?:others|iom)$/;
/** What "it" may mean as well as who brought it. */
const things =
  /\b(?:(?:an?|the|its|their|his|her|this|that) (?:\w+ )?(?:declaration|paper|report|study|statement|resolution|text|letter|plan|proposal|strategy|programme|program|pact|compact|policy|law|project|initiative|film|book|survey|panel|fund|network|communication|directive|brief|document|note|article|release|guide|handbook|summit|conference|meeting|workshop))\b|\b(?:published|issued|wrote|released|adopted|launched|presented|submitted|circulated|tabled)\b/i;

/**
 * Whom "it", "she" or "he" means after a sentence: the one body or person it names, if it tells of no document and no
 * thing of theirs.
 */
export function singleIn(text: string): Carried | undefined {
  if (!namesSingle(text) || things.test(text)) return undefined;
  const subject = antecedentIn(text);
  return subject && isSingle.test(subject.voice) && !isSeveral(subject) ? { ...subject, single: true } : undefined;
}

/** Whether a sentence names one body or person, and the dialogue as no more than where or when it was. */
function namesSingle(text: string): boolean {
  const { lower, possessive } = claimWords(text, 0, text.length);
  let named = false;
  for (let at = 0; at < lower.length; at++) {
    const found = voiceAt(lower, at);
    if (found?.voice === 'summary') return false;
    if (found?.voice === 'dialogue' && !possessive[at + found.length - 1]) {
      const { from } = quantityBefore(lower, at, 0);
      if (!/^(?:to|at|of|in|by|during|for|from)$/.test(wordAt(lower, from - 1))) return false;
    }
    named ||= found !== undefined && isSingle.test(found.voice);
  }
  return named;
}

/** "The youth delegates", "young people". */
const isSeveral = ({ said }: Carried): boolean => /(?<![us])s$|^(?:people|youth)$/i.test(said.split(/\s/).at(-1) ?? '');

function carriedBy(
  text: string,
  words: ClaimWords,
  voice: Voice,
  quantity: Quantity,
  from: number,
  to: number,
): Carried {
  const { start, end } = placeOf(words, from, to);
  return { voice, quantity, start, end, said: text.slice(start, end) };
}
