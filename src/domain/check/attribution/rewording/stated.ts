/** What must be so of a claim before it can be worded anew or give way to a quotation. */
import type { Mention } from '../mentions';
import { occasionAt } from './lead';

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

/** Adverbs that are lost with the draft's verb: they say how strongly or how many, or stay. */
const dropped = new Set((
  'also likewise thus therefore indeed further furthermore again all both clearly strongly repeatedly unanimously broadly generally jointly firmly collectively consistently explicitly already '
  + 'widely largely universally together overwhelmingly categorically formally expressly has have had did having'
).split(' '));
/** What was warned of was not called for: whoever says so means something else than the source, not the same more strongly. */
const against = /^(?:condemn|criticize|deplore|regret|lament|warn|caution|complain|question|warning|alarm|concern)/;
const asides = /[,;:()–—]|\s--?\s/;
/** What may stand after a claim in its sentence. */
export const after = /^[\s.,;”"’)\]]*$/;

/** No lead, and no clause of the source, is longer: a sentence that is need not be read. */
export function short({ mention, from, to }: Stated): boolean {
  return mention.start - from <= 400 && to - mention.start <= 1500;
}

/** Whether nothing of the mention would be lost but speaker, adverbs of strength and a verb that says the same, more strongly. */
export function simple(text: string, { shape, start, end, subject, action, verb }: Mention): boolean {
  const said = text.slice(start, end);
  if (shape === 'further' || against.test(verb?.base ?? '') || said === said.toUpperCase() || asides.test(said)) return false;
  if (shape !== 'clause' || /^(?:there|an?\b)/i.test(said)) return true;
  const between = text.slice(subject.end, action?.start ?? end);
  if (between.trim() !== '' && occasionAt(between) !== between.trimEnd()) return false;
  const own = new Set(verb?.words);
  // "expressed their firm commitment": between verb and noun any adjective may be lost.
  return text.slice(action?.start ?? end, end).toLowerCase().split(/\s+/).every(word => dropped.has(word) || own.has(word) || (own.size === 0 && !word.endsWith('ly')));
}

/** "…, they also agreed": what the draft says next is of the speaker that would be another. */
export function referredTo(text: string, to: number): boolean {
  const next = /^[\s.,;”"’)]*([^.;]{0,240})/.exec(text.slice(to))?.[1] ?? '';
  if (/^It\b/.test(next)) return true;
  return /\b(?:they|them|their|theirs|themselves|the latter|the former|the same \p{L}+|(?:this|that|these|those|the|such|its) (?:call|calls|demand|demands|decision|decisions|agreement|consensus|commitment|commitments|pledge|pledges|recommendation|recommendations|position|view|States|governments|delegations|countries))\b/iu.test(next);
}

/** "States agreed", "it was agreed", "there was consensus". */
export function isClause({ shape, action }: Mention, said: string): boolean {
  if (shape === 'clause') return true;
  if (shape === 'passive' || shape === 'agent') return /^it\b/i.test(said);
  return shape === 'consensus' && (action !== undefined || /^there\b|\b(?:was|were|has been|had been) (?:\w+ly )?(?:reached|achieved|found|established|expressed)$|\bemerged$/i.test(said));
}

/** "call by States", "States’ call", "consensus among States". */
export function isNoun(mention: Mention, said: string): boolean {
  return mention.shape === 'noun' || mention.shape === 'possessive' || (mention.shape === 'consensus' && !isClause(mention, said));
}

/** Where the claim's words end, without the stop or comma after them. */
export function trimmed(text: string, end: number): number {
  while (end > 0 && /[\s.,;]/.test(text.charAt(end - 1))) end--;
  return end;
}
