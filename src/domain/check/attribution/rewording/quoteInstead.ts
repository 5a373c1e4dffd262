/** The source's sentence as a quotation in place of a claim: only where it is certain which words are the claim. */
import type { Sentence } from '../../../corpus/types';
import { stems } from '../relate';
import { documentName } from './clauses';
import { leadOf } from './lead';
import { after, isClause, placed, referredTo, simple, trimmed, type Rewording, type Stated } from './reword';

/** Sentences that do not stand alone: they speak of what was said before them. */
const leaning = /^It (?!is\b|was\b)|^To (?:achieve|do) this\b|\bthey (?:also )?\p{L}+ed\b|\bthese capacities\b/u;
/** Words with which the drafter's own thought goes on. */
const drafting = /\b(?:we|our|ours|us|i|my|hereby|because|since|although|though|while|whereas|but|therefore|thus|hence|which|who|whose|where|if|unless|as|this|these|those|yet|when|so|not)\b/gi;
const ending = /[;:()!?–—…"“”«»]|\s--?\s/;

/**
 * Replaces all of the claim, from its speaker to its citation or stop.
 *
 * @param alone whether the claim says of nobody else that they spoke
 */
export function quoteInstead(stated: Stated, sentence: Sentence, alone: boolean): Rewording | undefined {
  const { text, mention, from, to, end } = stated;
  if (!alone || mention.start - from > 400 || mention.relative || leaning.test(sentence.text)) return undefined;
  const said = text.slice(mention.start, mention.end);
  const lead = leadOf(text.slice(from, mention.start));
  if (lead?.kind !== 'clause' || lead.occasion || !isClause(mention, said) || !simple(text, mention)) return undefined;
  if (!after.test(text.slice(end, to)) || referredTo(text, to)) return undefined;
  const until = trimmed(text, end);
  if (until <= mention.end || !within(text.slice(mention.end, until), sentence.text)) return undefined;
  const words = sentence.text.replace(/\.$/, '').replaceAll(/[*_<`\\]/g, '\\$&');
  return placed(stated, mention.start, until, `${documentName} states: “${words}”`, documentName.length);
}

/** Whether a claim's words are all about what the sentence says: none of them is the drafter's own thought. */
function within(claim: string, sentence: string): boolean {
  if (ending.test(claim)) return false;
  const source = sentence.toLowerCase();
  for (const [word] of claim.matchAll(drafting)) if (!new RegExp(`\\b${word.toLowerCase()}\\b`).test(source)) return false;
  const shared = stems(sentence);
  return claim.split(/,|\band\b/).every(part => {
    const mine = [...stems(part)];
    return mine.filter(each => shared.has(each)).length >= mine.length / 2;
  });
}
