/** A mention worded as the source words it: the fix of an attribution. */
import type { Attribution } from '../../corpus/types';
import { complementOf, type Complement } from './complement';
import type { Mention } from './mentions';
import { conjugate } from './scale';

/** A replacement of a stretch of the text the mention was found in. */
export interface Rewording {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where in the text the speaker's name ends: a citation of the speaker's stands there. */
  readonly speakerEnd: number;
}

const names: Readonly<Record<Attribution['who'], string | undefined>> = {
  'consensus among speakers': 'speakers', participants: 'participants', speakers: 'speakers', 'some speakers': 'some speakers',
  panelists: 'panellists', discussions: undefined, passive: undefined, unnamed: undefined, named: undefined,
};
const document = 'the summary of conclusions';
/** Verbs that "that" can follow; "called for" is not one. */
const takesThat = /^(?:mentioned|noted|highlighted|emphasized|underlined|pointed out)$/;
/** Verbs that "the need to" can follow. */
const takesNeed = /^(?:mentioned|noted|highlighted|emphasized|underlined|insisted on|pointed out|drew attention to|touched upon)$/;
/** What a verb of the source is as a noun, and the preposition before what it is about. */
const nouns: readonly (readonly [verb: RegExp, noun: string, about: string])[] = [
  [/^called/, 'call', 'for'], [/^(?:emphasized|underlined|highlighted|stressed)/, 'emphasis', 'on'],
  [/^expressed commitment/, 'commitment', 'to'], [/^insisted/, 'insistence', 'on'],
];

/**
 * How the source would put it: who spoke, and with the source's verb where the draft's is stronger.
 *
 * @param text what the mention was found in
 * @param stronger whether the draft's verb is stronger than the source's
 */
export function reword(text: string, mention: Mention, source: Attribution, stronger: boolean): Rewording {
  const said = text.slice(mention.start, mention.end);
  // "Consensus was reached", "States reached consensus" are clauses; "the consensus reached" is a name.
  const finite = mention.action !== undefined || (/\b(?:was|were|is|has|had|there|emerged|exists|existed|developed)\b/i.test(said) && !/\b(?:that|which)\b/.test(said));
  const nominal = mention.shape === 'noun' || (mention.shape === 'consensus' && !finite);
  const complement = complementOf(text, mention, nominal || mention.shape === 'possessive');
  const lead = before(text, mention.start);
  const follows = text.slice(mention.end + complement.occasion.length);
  const put: Put = {
    said, mention, source, stronger, complement, nominal, impersonal: /^it\b/i.test(said),
    after: /(?<!\bthere )\b(?:was|were|is|are|been)\s+$/i.test(lead) && nominal && !/^(?:the|an?)\b/i.test(said),
    as: /\bas\s+(?:was\s+|were\s+)?$/i.test(lead), titled: /^\s*:/.test(follows) || /\bwhat\s+$/i.test(lead),
    aside: /^\s*[,;.:–—]/.test(follows) || /\bas\s+$/i.test(lead),
  };
  const { words: plain, extent } = worded(put);
  if (extent === 'subject') return { start: mention.subject.start, end: mention.subject.end, text: cased(text, mention.subject.start, plain), speakerEnd: plain.length };
  // "States agreed at the Dialogue that …": the occasion goes with the speaker; a document states nothing at it.
  const who = names[source.who];
  const told = who === undefined ? plain : plain.replace(new RegExp(`${who}(?!’)`), `$&${complement.occasion}`);
  const end = mention.end + (extent === 'linked' || complement.kind === 'that' ? complement.length : complement.occasion.length);
  const full = complement.bare ? `${told} that` : told;
  const speaker = who ?? document;
  return { start: mention.start, end, text: cased(text, mention.start, full), speakerEnd: full.startsWith(speaker) ? speaker.length : full.length };
}

interface Put {
  readonly said: string;
  readonly mention: Mention;
  readonly source: Attribution;
  readonly stronger: boolean;
  readonly complement: Complement;
  readonly nominal: boolean;
  readonly impersonal: boolean;
  /** "…, States agreed, …", "as agreed by States". */
  readonly aside: boolean;
  /** "As States agreed". */
  readonly as: boolean;
  /** "What States agreed: …". */
  readonly titled: boolean;
  /** "was common ground among States": it stands as a participle would. */
  readonly after: boolean;
}

/** New words for the speaker alone, for the whole mention, or also for the preposition that leads to what was said. */
interface Worded {
  readonly words: string;
  readonly extent: 'subject' | 'whole' | 'linked';
}

const subject = (words: string): Worded => ({ words, extent: 'subject' });
const whole = (words: string): Worded => ({ words, extent: 'whole' });
const linked = (words: string): Worded => ({ words, extent: 'linked' });

function worded(put: Put): Worded {
  const who = names[put.source.who];
  if (/^(?:came|comes)\b/i.test(put.said)) return who === undefined ? whole(`is referred to in ${document}`) : subject(who);
  // "… enjoys the support of States".
  if (put.mention.shape === 'noun' && /^(?:has|had|enjoys|enjoyed|commanded|received|won|garnered|attracted|gained)\b/i.test(put.said)) {
    return whole(who === undefined ? `is referred to in ${document}` : put.source.who === 'consensus among speakers' ? 'was the subject of consensus among speakers' : `was ${participle(put.source.verbs)} by ${who}`);
  }
  if (/^by\s/i.test(put.said)) return whole(`according to ${who ?? document}`);
  if (who === undefined) return unnamed(put);
  return put.source.who === 'consensus among speakers' ? consensus(put, who) : named(put, who);
}

/** Verbs whose place one of favour cannot take: what was condemned was not called for. */
const against = /^(?:condemn|criticize|deplore|regret|lament|warn|caution|complain)/;

/** What leads from a verb or noun to what was said: "the need to" do something, "the need for" others to do it. */
function need({ kind }: Complement): string {
  return kind === 'infinitive' ? ' the need to' : kind === 'addressed' ? ' the need for' : '';
}

const afterOf = (put: Put): boolean => put.after || (!put.impersonal && (put.mention.shape === 'agent' || put.mention.shape === 'passive'));
const plural = ({ said, mention }: Put): string => (mention.verb?.base.endsWith('s') && !/^(?:the|an?)\b|emphasis|consensus/i.test(said) ? 's' : '');
const article = (put: Put): string => (/^(?:the|an?)\b/i.test(put.said) ? 'the ' : '');

/** Nobody is named: the document speaks, or "it was noted". */
function unnamed(put: Put): Worded {
  const { mention, source, complement, aside, nominal } = put;
  if (mention.shape === 'according') return /^in\s/i.test(put.said) ? whole(`according to ${document}`) : subject(document);
  const [verb] = source.verbs;
  const passive = source.who === 'passive' && verb !== undefined;
  if ((nominal && !put.after) || mention.shape === 'possessive') {
    const lead = mention.shape === 'possessive' ? 'the ' : article(put);
    return complement.kind === 'that' || complement.kind === 'none' ? whole(`${lead}statement${plural(put)} in ${document}`) : linked(`${lead}reference${plural(put)} in ${document} to${need(complement)}`);
  }
  if (mention.relative) return complement.kind === 'that' ? whole(`${document}, which states`) : linked(`${document}, which refers to${need(complement)}`);
  if (afterOf(put)) return whole(passive && /^(?:noted|emphasized)$/.test(verb) ? verb : `${put.as || (put.after && complement.kind === 'that') ? 'stated' : 'referred to'} in ${document}`);
  if (complement.kind === 'that') return whole(passive ? `it was ${verb}` : `${document} states`);
  if (aside) return whole(`${document} states`);
  return linked(source.who === 'discussions' ? `the discussions touched upon${need(complement)}` : `${document} refers to${need(complement)}`);
}

function consensus(put: Put, who: string): Worded {
  const { mention, complement } = put;
  if (mention.shape === 'according') return subject(who);
  if (mention.shape === 'possessive') return linked(`the consensus among speakers${complement.kind === 'that' || complement.kind === 'none' ? '' : ` on${need(complement)}`}`);
  if (put.nominal && !put.after) return complement.kind === 'none' ? whole(`${article(put)}consensus among speakers`) : linked(`${article(put)}consensus among speakers on${need(complement)}`);
  if (afterOf(put)) return whole('the subject of consensus among speakers');
  if (mention.shape === 'clause' && !put.stronger) return keepingVerb(put, who);
  if (mention.relative) return complement.kind === 'that' ? whole('speakers, among whom there was consensus') : linked(`speakers, among whom there was consensus on${need(complement)}`);
  if (complement.kind === 'that') return whole('there was consensus among speakers');
  return put.aside ? whole('the consensus among speakers held') : linked(`there was consensus among speakers on${need(complement)}`);
}

function named(put: Put, who: string): Worded {
  const { mention, source, stronger, complement, impersonal } = put;
  const that = complement.kind === 'that';
  const [first = 'mentioned'] = source.verbs;
  if ((put.nominal && !put.after) || mention.shape === 'possessive') return nounOf(put, who, first);
  if (put.after) return whole(`${participle(source.verbs)} by ${who}`);
  const direct = clauseVerb(source.verbs, complement);
  switch (mention.shape) {
    case 'according':
      return subject(who);
    case 'agent':
      if (impersonal) return whole(`${who} ${that && stronger ? direct : ownVerb(mention) ?? direct}`);
      return stronger || ((mention.united || mention.voice === 'dialogue') && !against.test(mention.verb?.base ?? '')) ? whole(`${participle(source.verbs)} by ${who}`) : subject(who);
    case 'passive':
      if (!impersonal) return whole(`${participle(source.verbs)} by ${who}`);
      break;
    case 'clause':
      if (!stronger) return keepingVerb(put, who);
      break;
    default:
  }
  if (put.aside && !put.titled && mention.shape !== 'further' && first === 'called for') return whole(put.as ? `${first} by ${who}` : `in the view of ${who}`);
  const phrase = mention.shape === 'further' && mention.voice === source.who ? direct : `${who}${mention.relative ? ' who' : ''} ${direct}`;
  return that || put.aside ? whole(phrase) : linked(phrase);
}

/** The source's verb as it fits what follows. */
function clauseVerb(verbs: readonly string[], complement: Complement): string {
  const [first = 'mentioned'] = verbs;
  switch (complement.kind) {
    case 'that':
      return verbs.find(each => takesThat.test(each)) ?? (first === 'drew attention to' ? 'noted' : 'expressed the view');
    case 'infinitive': {
      const needs = verbs.find(each => takesNeed.test(each));
      return needs === undefined ? (first === 'called for' ? 'called for steps to' : 'mentioned the need to') : `${needs} the need to`;
    }
    case 'addressed': {
      const needs = verbs.find(each => takesNeed.test(each));
      return needs === undefined ? (first === 'called for' ? first : 'mentioned the need for') : `${needs} the need for`;
    }
    default:
      return first;
  }
}

/** A verb of the source that "by" can follow. */
function participle(verbs: readonly string[]): string {
  return verbs.find(each => !/^(?:drew attention|expressed commitment)/.test(each)) ?? 'noted';
}

/** The draft's verb stays: but for "unanimously", and its number ("IOM wants", "participants want"). */
function keepingVerb({ mention, said, source }: Put, who: string): Worded {
  const they = `${who}${mention.relative ? ' who' : ''}`;
  const verb = mention.verb;
  if (mention.united) return verb?.words?.length === 0 ? linked(`${they} ${source.verbs[0] ?? 'noted'}`) : whole(`${they} ${ownVerb(mention) ?? 'noted'}`);
  if (verb?.tense === 'third') return whole(`${they} ${verb.base}`);
  return /\bhas\b/.test(said) && !/\bhas\b/.test(who) ? whole(said.replace(/^.*?\bhas\b/s, `${they} have`)) : subject(who);
}

/** The draft's own verb, no stronger than the source's: "it was suggested by …" is "… suggested". */
function ownVerb(mention: Mention): string | undefined {
  const [head, ...particles] = mention.verb?.base.split(' ') ?? [];
  return head === undefined || mention.action === undefined ? undefined : [conjugate(head).past, ...particles].join(' ');
}

function nounOf(put: Put, who: string, verb: string): Worded {
  const { mention, said, stronger, complement } = put;
  const [, noun, about] = nouns.find(([pattern]) => pattern.test(verb)) ?? ['', 'mention', 'of'];
  const changed = stronger || mention.shape === 'consensus' || mention.quantity === 'strong';
  const possessive = mention.shape === 'possessive';
  if (!changed) return possessive ? whole(`${who}’ ${said.split(/\s/).at(-1)}`) : subject(who);
  const one = noun === 'call' || noun === 'mention' ? `${noun}${plural(put)}` : noun;
  const by = (what: string): string => (possessive ? `${who}’ ${what}` : `${article(put)}${what} by ${who}`);
  if (complement.kind === 'that') return whole(by('statement'));
  if (complement.kind === 'none') return whole(by(one));
  if (noun === 'call') return linked(`${by(one)} for${complement.kind === 'infinitive' ? ' steps to' : ''}`);
  return linked(`${by(one)} ${about}${noun === 'commitment' ? '' : need(complement)}`);
}

/** The words right before a place. */
function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at);
}

/** A capital where a sentence starts, and only there: "States" has one anywhere. */
function cased(text: string, at: number, words: string): string {
  const starts = /(?:^|[.!?|]\s+|\n)(?:\s*\[!\w+\])?[\s#>*_-]*(?:\d+[.)]\s+)?$/.test(before(text, at)) && /^\p{Lu}/u.test(text.slice(at));
  return starts ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
