/** What must be so of a claim before it can be worded anew or give way to a quotation. */
import type { SpeakerMention } from '../mentions';
import { light, nouns } from '../lexicon/nouns';
import { occasionAt } from './lead';
import { joinedWordsIn } from '../../../text/words';

/** A claim as it stands in its sentence; offsets of `text`. */
export interface Stated {
  readonly text: string;
  readonly mention: SpeakerMention;
  /** The sentence of the draft. */
  readonly from: number;
  readonly to: number;
  /** Where the claim's words end: at its citation, or with the sentence. */
  readonly end: number;
}

/**
 * What is lost with the draft's verb: it says how strongly, or how many. What says when ("again", "now", "had agreed"),
 * what the drafter thinks of it ("rightly", "did agree"), or that it was less ("little", "conditional") is the draft's
 * own, and never lost.
 */
const dropped = new Set(
  (
    'also likewise thus therefore indeed further furthermore all both clearly strongly repeatedly unanimously broadly generally jointly firmly collectively consistently explicitly ' +
    'widely largely universally together overwhelmingly categorically formally expressly has have'
  ).split(' '),
);
const strong = new Set(
  (
    'strong firm full clear broad wide widespread general unanimous overwhelming universal complete total common shared joint collective united unequivocal unwavering unconditional unreserved ' +
    'wholehearted steadfast deep great serious solemn formal explicit express official urgent very'
  ).split(' '),
);
/** What a claim without a subject of its own begins with. */
const empty = new Set(
  (
    'it there this was were is are has have been a an the their its our of by from among amongst between to for at in on that consensus agreement unanimity understanding ground view feeling opinion support backing endorsement ' +
    'convergence emerged reached achieved found established expressed evident exists existed forged built made given taken voiced issued adopted shown offered put placed attached raised conveyed stated'
  ).split(' '),
);
/**
 * What was warned of was not called for: whoever says so means something else than the source, not the same more
 * strongly.
 */
const against =
  /^(?:condemn|criticize|deplore|regret|lament|warn|caution|complain|question|claim|warning|alarm|concern)/;
/**
 * "Few States called for", "the other States", "these States": that they were no more, or others, is the draft's own.
 */
const fewer =
  /^(?:(?:only |just |very |so |too |but )*few(?:er)?\b|(?:a|the) (?:\p{L}+ )?(?:minority|handful|couple)\b|(?:the |some |many |most |all |several )?others?\b|these\b|those\b)/iu;
/** A document draws no conclusion from what the draft says before. */
export const concluding = /\b(?:therefore|thus)\b/i;
const asides = /[,;:()–—]|\s--?\s/;
/** What may stand after a claim in its sentence. */
export const after = /^[\s.,;”"’)\]]*$/;

/** No lead, and no clause of the source, is longer: a sentence that is need not be read. */
export function short({ mention, from, to }: Stated): boolean {
  return mention.start - from <= 400 && to - mention.start <= 1500;
}

/**
 * Whether nothing of the mention would be lost but speaker, adverbs of strength and a verb that says the same, more
 * strongly.
 */
export function simple(text: string, mention: SpeakerMention): boolean {
  const { shape, start, end, subject, action, verb } = mention;
  const said = text.slice(start, end);
  if (fewer.test(text.slice(subject.start, subject.end)) || fewer.test(said)) return false;
  if (shape === 'further' || against.test(verb?.base ?? '') || said === said.toUpperCase() || asides.test(said))
    return false;
  const verbFirst = action !== undefined && action.start < subject.start;
  return shape === 'clause' && !verbFirst ? isSimpleClause(text, mention) : isSimpleNoun(text, mention);
}

const wordsFrom = (text: string, from: number, to: number): readonly string[] =>
  joinedWordsIn(text.slice(from, Math.max(from, to)).toLowerCase());

/** "States strongly called for", "States expressed their firm commitment to". */
function isSimpleClause(text: string, { end, subject, action, verb }: SpeakerMention): boolean {
  const begins = action?.start ?? end;
  const between = text.slice(subject.end, begins);
  if (between.trim() !== '' && occasionAt(between) !== between.trimEnd()) return false;
  const own = new Set(verb?.words);
  // "expressed their firm commitment": between verb and noun.
  const besideNoun = (word: string): boolean =>
    own.size === 0 && (strong.has(word) || empty.has(word) || light.has(word) || nouns.has(word));
  return wordsFrom(text, begins, end).every(word => dropped.has(word) || own.has(word) || besideNoun(word));
}

/**
 * "There was broad agreement among States", "a call was made by States", "States’ strong support", "it was noted by
 * States".
 */
function isSimpleNoun(text: string, mention: SpeakerMention): boolean {
  const { shape, verb } = mention;
  if (shape === 'according') return true;
  const own = new Set(verb?.words);
  return besideSpeaker(text, mention).every(
    word =>
      empty.has(word) ||
      dropped.has(word) ||
      strong.has(word) ||
      own.has(word) ||
      word === verb?.base ||
      nouns.has(word),
  );
}

/** The words of a mention without its speaker's name. */
function besideSpeaker(text: string, { start, end, subject }: SpeakerMention): readonly string[] {
  if (subject.start > start || subject.end < end)
    return [...wordsFrom(text, start, subject.start), ...wordsFrom(text, subject.end, end)];
  const said = text.slice(start, end);
  const among = /\s(?:among|amongst|of|between|by|from)\s/.exec(said);
  const owners = /^.*(?:['’]s|s['’])\s/.exec(said);
  return wordsFrom(text, start + (owners?.[0].length ?? 0), among ? start + among.index : end);
}

/**
 * "Most have since done nothing", "That was a promise", "Having done so, States must act"; not "All of us", who are the
 * draft's own.
 */
const takesUp =
  /^(?:(?:this|that|these|those|such|most|all|many|some|few|several|none|both|each|neither|one) (?:of(?! (?:us|you|our|your)\b)|but|is|was|are|were|be|been|has|have|had|do|does|did|can|could|will|would|may|might|must|should|shall|who|also|then|even|later|since|still|never|\p{L}{2,}ed|shows|means|proves|marks|reflects|suggests|implies|demonstrates|makes|gives|confirms|binds)\b|(?:so|nor|neither) (?:do|did|does|have|has|is|are|was|were)\b|having\b)/iu;
/** "Civil society did not", "We do, too": the draft's verb is what is meant. */
const elliptical =
  /\b(?:do|does|did|done|doing) (?:so|the same|likewise)\b|\b(?:do|does|did|have|has|had)(?: not|n[’']t)?(?:,? (?:too|also|as well|either|likewise))?\s*$/i;

/** "It was a promise", "It marks a change", "It came late": what was done, not a thing of which the claim speaks. */
const deed =
  /^It(?:[’']s| (?:(?:also|even|then|later|still|never) )*(?:is|was|has|had|does|did|can|could|will|would|may|might|must|should|shall|\p{L}{2,}ed|shows|means|meant|proves|marks|reflects|suggests|implies|demonstrates|makes|made|gives|gave|confirms|binds|bound|comes|came|takes|took|commits|obliges|represents|constitutes|follows|builds|built|sends|sent|sets|set|matters|costs?))\b/u;

/** The words of the draft that come next, up to a stop. */
function nextWords(text: string, to: number): string {
  return /^[\s.,;”"’)\]]*([^.;]{0,240})/.exec(text.slice(to))?.[1] ?? '';
}

/** "…, they also agreed": what the draft says next is of the speaker that would be another, or of what was done. */
export function referredTo(text: string, to: number): boolean {
  const next = nextWords(text, to);
  if (deed.test(next) || takesUp.test(next) || elliptical.test(next)) return true;
  return /\b(?:they|them|their|theirs|themselves|the latter|the former|the same \p{L}+|(?:this|that|these|those|the|such|its) (?:call|calls|demand|demands|decision|decisions|agreement|consensus|commitment|commitments|pledge|pledges|recommendation|recommendations|position|view|States|governments|delegations|countries))\b/iu.test(
    next,
  );
}

/** "It met online": of one, and so not of several. */
export function ofOne(text: string, to: number): boolean {
  return /^It\b/.test(nextWords(text, to));
}

/** Whether those who speak in the claim are several: "it" cannot mean them. */
export function several({ text, mention: { shape, subject, voice } }: Stated): boolean {
  const many = voice === 'states' || voice === 'participants' || voice === 'speakers' || voice === 'panelists';
  const said = text.slice(subject.start, subject.end);
  return many && shape === 'clause' && /\p{Ll}s$/u.test(said) && !/\bcommunity\b/i.test(said);
}

/** "States agreed", "it was agreed", "there was consensus". */
export function isClause({ shape, action }: SpeakerMention, said: string): boolean {
  if (shape === 'clause') return true;
  if (shape === 'passive' || shape === 'agent') return /^it\b/i.test(said);
  return (
    shape === 'consensus' &&
    (action !== undefined ||
      /^there\b|\b(?:was|were|has been|had been) (?:\w+ly )?(?:reached|achieved|found|established|expressed)$|\bemerged$/i.test(
        said,
      ))
  );
}

/** "call by States", "States’ call", "consensus among States". */
export function isNoun(mention: SpeakerMention, said: string): boolean {
  return (
    mention.shape === 'noun' ||
    mention.shape === 'possessive' ||
    (mention.shape === 'consensus' && !isClause(mention, said))
  );
}

/** Where the claim's words end, without the stop or comma after them. */
export function trimmed(text: string, end: number): number {
  while (end > 0 && /[\s.,;]/.test(text.charAt(end - 1))) end--;
  return end;
}
