/**
 * A claim worded as the source words it: speaker, verb and what leads on from it are the source's, and the draft's words
 * stay from where they are the source's own. Where that cannot be shown of the whole claim there is no rewording: the
 * result is right by construction, or is not offered.
 */
import type { Sentence } from '../../../corpus/types';
import type { Mention } from '../mentions';
import { align, alignWords } from './align';
import { clausesOf, documentName, type Clause } from './clauses';
import { leadOf, occasionAt, type Lead } from './lead';
import { wordsOf, type Word } from './words';

/** A replacement of a stretch of the text the mention was found in. */
export interface Rewording {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Speaker, verb and what leads on from it as they will stand there, for a reader: more of it than what is replaced. */
  readonly words: string;
  /** Where in the new text the speaker's name ends: a citation that stood after the speaker stands there. */
  readonly speakerEnd: number;
}

/** A claim as it stands in its sentence; offsets of `text`. */
export interface Stated {
  readonly text: string;
  readonly mention: Mention;
  /** The sentence of the draft. */
  readonly from: number;
  readonly to: number;
  /** Where the claim's words end: at its citation, or with the sentence. */
  readonly end: number;
}

/** Speakers' adverbs that stay: the others say how strongly or how many, as the source does not. */
const kept = /\b(also|likewise|thus|therefore|indeed)\b/i;
const dropped = new Set((
  'also likewise thus therefore indeed further furthermore again all both clearly strongly repeatedly unanimously broadly generally jointly firmly collectively consistently explicitly '
  + 'widely largely universally together overwhelmingly categorically formally expressly has have had did having'
).split(' '));
/** What was warned of was not called for: whoever says so means something else than the source, not the same more strongly. */
const against = /^(?:condemn|criticize|deplore|regret|lament|warn|caution|complain|question|warning|alarm|concern)/;
/** "called for" as a noun, with what stands between speaker and thing. */
const nominal: readonly (readonly [verb: string, noun: readonly [before: string, after: string]])[] = [
  ['called for', ['call by', 'for']], ['expressed commitment to', ['commitment expressed by', 'to']],
];
/** Verbs with which something "was called for by" somebody. */
const agents = /^(?:called for|mentioned|emphasized|highlighted)$/;
/** Verbs that "as" can stand before, and "by" after. */
const plain = /^(?:highlighted|emphasized|underlined|noted|pointed out|states) that$/;
const asides = /[,;:()–—]|\s--?\s/;
export const after = /^[\s.,;”"’)\]]*$/;

/** Undefined where the claim's clause is not one that the source's sentence has. */
export function reword(stated: Stated, sentence: Sentence): Rewording | undefined {
  const { text, mention, from } = stated;
  // "Delegations debated the need to …": as the source has it, that would be more than the draft says.
  if (!short(stated) || mention.relative || mention.verb?.band === 0 || !simple(text, mention)) return undefined;
  const lead = leadOf(text.slice(from, mention.start));
  if (referredTo(text, stated.to)) return undefined;
  for (const clause of clausesOf(sentence.id)) {
    const found = lead ? leading(stated, clause, lead) : trailing(stated, clause);
    if (found) return found;
  }
  return undefined;
}

/** No lead, and no clause of the source, is longer: a sentence that is need not be read. */
export function short({ mention, from, to }: Stated): boolean {
  return mention.start - from <= 400 && to - mention.start <= 1500;
}

/** Whether nothing of the mention would be lost but speaker, adverbs of strength and a verb that says the same, more strongly. */
export function simple(text: string, { shape, start, end, subject, action, verb }: Mention): boolean {
  const said = text.slice(start, end);
  if (shape === 'further' || against.test(verb?.base ?? '') || asides.test(said)) return false;
  if (shape !== 'clause' || /^(?:there|an?\b)/i.test(said)) return true;
  const between = text.slice(subject.end, action?.start ?? end);
  return (between.trim() === '' || occasionAt(between) === between.trimEnd()) && text.slice(action?.start ?? end, end).split(/\s+/).every((word, at, all) => at > all.length - 2 || dropped.has(word.toLowerCase()) || !word.endsWith('ly'));
}

/** "…, they also agreed": what the draft says next is of the speaker that would be another. */
export function referredTo(text: string, to: number): boolean {
  const next = /^[\s.,;”"’)]*([^.;]{0,240})/.exec(text.slice(to))?.[1] ?? '';
  if (/^It\b/.test(next)) return true;
  return /\b(?:they|them|their|theirs|themselves|the latter|the former|the same \p{L}+|(?:this|that|these|those|the|such|its) (?:call|calls|demand|demands|decision|decisions|agreement|consensus|commitment|commitments|pledge|pledges|recommendation|recommendations|position|view|States|governments|delegations|countries))\b/iu.test(next);
}

function leading(stated: Stated, clause: Clause, lead: Lead): Rewording | undefined {
  const { text, mention, to, end } = stated;
  const said = text.slice(mention.start, mention.end);
  const ofDocument = clause.speaker === documentName;
  if (!after.test(text.slice(end, to))) return undefined;
  if (lead.kind === 'as' || mention.shape === 'according') return aside(stated, clause, lead);
  if (ofDocument && (lead.occasion || lead.kind === 'document')) return undefined;
  const named = lead.kind === 'noun';
  if (named !== isNoun(mention, said)) return undefined;
  if (!named && !isClause(mention, said)) return undefined;
  const occasion = occasionAt(text.slice(mention.end, mention.end + 120)) || (mention.shape === 'clause' ? occasionAt(text.slice(mention.subject.end, mention.end)) : '');
  const head = named ? nounOf(clause, text.slice(mention.start - 4, mention.start).toLowerCase() === 'the ') : headOf(clause, said, ofDocument ? '' : occasion);
  const begins = text.startsWith(occasion, mention.end) ? mention.end + occasion.length : mention.end;
  const found = head && align(text, begins, trimmed(text, end), clause);
  if (!found) return undefined;
  const words = [head.words, ...found.reading.words.slice(0, found.seam)].join(' ').replace(/,$/, '');
  return placed(stated, mention.start, found.from, words, head.speakerEnd);
}

/** "As States agreed, …", "According to States, …". */
function aside(stated: Stated, clause: Clause, { kind, passive, occasion }: Lead): Rewording | undefined {
  const { text, mention, end } = stated;
  const comma = /^,\s+/.exec(text.slice(mention.end));
  const begins = mention.end + (comma?.[0].length ?? 0);
  const words = comma && !occasion ? wordsOf(text, begins, trimmed(text, end)) : undefined;
  if (!words || !states(words, begins, clause)) return undefined;
  return asideOf(stated, clause, kind === 'as', passive === true);
}

/** "…, as States agreed", "…, States agreed, …", "… was called for by States". */
function trailing(stated: Stated, clause: Clause): Rewording | undefined {
  const { text, mention, from, to, end } = stated;
  const before = text.slice(from, mention.start);
  const rest = text.slice(mention.end, to);
  const within = /^,\s/.test(rest) && after.test(text.slice(end, to));
  if (!within && !after.test(rest)) return undefined;
  const passive = /\s(?:was|were|has been|have been|had been)\s+(?:also\s+)?$/.exec(before);
  const link = passive ?? /,\s+(?:(as)(\s+(?:was|were))?\s+)?$/.exec(before);
  if (!link || (passive && (within || mention.shape !== 'agent' || !agents.test(clause.head[1])))) return undefined;
  const goesOn = within ? wordsOf(text, mention.end, trimmed(text, end)) : [];
  // The clause begins with the sentence, or after "Noting that".
  const content = before.slice(0, link.index);
  const begins = [0, ...[...content.matchAll(/\s\b/g)].slice(0, 24).map(each => each.index + 1)].some(at => {
    const lead = leadOf(content.slice(0, at));
    const words = lead?.kind === 'clause' && !lead.occasion ? wordsOf(text, from + at, from + link.index) : undefined;
    return words && goesOn && states([...words, ...goesOn], from + at, clause);
  });
  if (!begins) return undefined;
  return passive ? placed(stated, mention.start, mention.end, `${clause.head[1]} by ${clause.speaker}`) : asideOf(stated, clause, link[1] !== undefined, link[2] !== undefined);
}

/** Whether the words are all that a clause says after its verb. */
function states(words: readonly Word[], start: number, clause: Clause): boolean {
  const found = alignWords(words, start, clause);
  return found !== undefined && found.seam === 0 && found.from === start;
}

function asideOf(stated: Stated, clause: Clause, as: boolean, passive: boolean): Rewording | undefined {
  const { text, mention } = stated;
  const said = text.slice(mention.start, mention.end);
  const verb = clause.head[1].replace(/ that$/, '');
  const { speaker } = clause;
  if (!plain.test(clause.head[1])) return undefined;
  if (!as && mention.shape === 'according') {
    if (!/^(?:according to|in the (?:view|opinion|eyes) of)\b/i.test(said)) return undefined;
    return placed(stated, mention.start, mention.end, `according to ${speaker || documentName}`);
  }
  // "As agreed by States", "as was agreed".
  if (as && (mention.shape === 'agent' || (mention.shape === 'passive' && !/^it\b/i.test(said)))) {
    const words = speaker === '' ? verb : speaker === documentName ? `stated in ${speaker}` : `${verb} by ${speaker}`;
    return placed(stated, mention.start, mention.end, words);
  }
  if (passive || !isClause(mention, said) || mention.shape === 'consensus') return undefined;
  return placed(stated, mention.start, mention.end, speaker === '' ? `${as ? '' : 'it '}was ${verb}` : `${speaker} ${verb}`, speaker.length || undefined);
}

/** "States agreed", "it was agreed", "there was consensus". */
export function isClause({ shape, action }: Mention, said: string): boolean {
  if (shape === 'clause') return true;
  if (shape === 'passive' || shape === 'agent') return /^it\b/i.test(said);
  return shape === 'consensus' && (action !== undefined || /^there\b|\b(?:was|were|has been|had been) (?:\w+ly )?(?:reached|achieved|found|established|expressed)$|\bemerged$/i.test(said));
}

/** "call by States", "States’ call", "consensus among States". */
function isNoun(mention: Mention, said: string): boolean {
  return mention.shape === 'noun' || mention.shape === 'possessive' || (mention.shape === 'consensus' && !isClause(mention, said));
}

interface Head {
  readonly words: string;
  readonly speakerEnd: number;
}

function headOf({ speaker, head: [lead, verb] }: Clause, said: string, occasion: string): Head {
  const adverb = kept.exec(said)?.[1]?.toLowerCase() ?? (/\bfurther(?:more)?\b/i.test(said) ? 'also' : undefined);
  const words = [lead, adverb, verb].filter(Boolean).join(' ');
  // "Speakers at the Dialogue", "consensus among speakers at the Dialogue", "it was noted at the Dialogue".
  const named = /(?:(?:some )?speakers|participants|panellists|discussions|noted)(?= )/.exec(words);
  const at = named ? named.index + named[0].length : words.length;
  const speakerEnd = speaker === '' ? at : speaker.length;
  return { words: words.slice(0, at) + occasion + words.slice(at), speakerEnd };
}

function nounOf({ speaker, head: [lead, verb] }: Clause, article: boolean): Head | undefined {
  const the = article ? '' : 'the ';
  if (lead === 'there was') return { words: `${the}${verb}`, speakerEnd: the.length + 'consensus among speakers'.length };
  const noun = nominal.find(([each]) => each === verb)?.[1];
  if (!noun) return undefined;
  const before = `${the}${noun[0]} ${speaker}`;
  return { words: `${before} ${noun[1]}`, speakerEnd: before.length };
}

/** Where the claim's words end, without the stop or comma after them. */
export function trimmed(text: string, end: number): number {
  while (end > 0 && /[\s.,;]/.test(text.charAt(end - 1))) end--;
  return end;
}

/** No more is replaced than differs: emphasis on the words that stay is not lost. */
export function placed({ text, mention }: Stated, start: number, end: number, words: string, speakerEnd = words.length): Rewording {
  const before = text.slice(start, end).split(/(?<=\s)/);
  const now = cased(text, mention.start, words).split(/(?<=\s)/);
  let first = 0;
  while (first < Math.min(before.length, now.length) - 1 && before[first] === now[first]) first++;
  let last = 0;
  while (last < Math.min(before.length, now.length) - 1 - first && before.at(-1 - last) === now.at(-1 - last)) last++;
  const length = (parts: readonly string[]): number => parts.join('').length;
  const skipped = length(before.slice(0, first));
  const left = length(before.slice(before.length - last));
  const put = now.slice(first, now.length - last).join('');
  // The blank before what stays stays too.
  const blank = last > 0 && /\s$/.test(put) && /\s$/.test(before.at(-1 - last) ?? '') ? 1 : 0;
  const shorter = put.slice(0, put.length - blank);
  return { start: start + skipped, end: end - left - blank, text: shorter, words: now.join(''), speakerEnd: Math.min(shorter.length, Math.max(0, speakerEnd - skipped)) };
}

/** A capital where a sentence starts, and only there: "States" has one anywhere. */
function cased(text: string, at: number, words: string): string {
  const starts = /(?:^|[.!?|][”"’»)\]]{0,4}\s|\n)(?:\s{0,60}\[!\w+\])?[\s#>*_-]{0,60}(?:\(?[\p{L}\d]{1,4}[.)]\s{1,60})?$/u.test(text.slice(Math.max(0, at - 60), at)) && /^\p{Lu}/u.test(text.slice(at));
  return starts ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
