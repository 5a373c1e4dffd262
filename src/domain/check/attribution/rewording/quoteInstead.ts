/** The source's sentence as a quotation in place of a claim: only where it is certain which words are the claim. */
import type { Sentence } from '../../../corpus/types';
import { wordsIn } from '../../../text/words';
import { stems } from '../relate';
import { documentName } from './clauses';
import { leadOf } from './lead';
import { placed, type Rewording } from './placed';
import { after, concluding, isClause, ofOne, referredTo, short, simple, trimmed, type Stated } from './stated';

/** Sentences that do not stand alone: they speak of what was said before them. */
const leaning =
  /^It (?!is\b|was\b)|^(?:However|At the same time|More broadly)\b|^To (?:achieve|do) this\b|\bthey also\b|\bthese capacities\b/;
/** Words with which the drafter's own thought goes on. */
const drafting =
  /\b(?:we|our|ours|us|i|my|hereby|because|since|although|though|while|whereas|but|therefore|thus|hence|which|who|whose|where|if|unless|as|this|these|those|yet|when|so|not|no|nobody|none|never|neither|nor|without|only|even|except|perhaps|maybe|rightly|wrongly|sadly|fortunately|unfortunately|regrettably)\b/gi;
const ending = /[;:()!?–—…"“”«»]|\s--?\s/;

/**
 * Replaces all of the claim, from its speaker to its citation or stop.
 *
 * @param alone whether the claim says of nobody else that they spoke
 * @param others the other sentences of what is cited: the claim must be about this one and no other
 */
export function quoteInstead(
  stated: Stated,
  sentence: Sentence,
  alone: boolean,
  others: readonly Sentence[],
): Rewording | undefined {
  const { text, mention, from, to, end } = stated;
  if (
    !alone ||
    !short(stated) ||
    mention.relative ||
    leaning.test(sentence.text) ||
    concluding.test(text.slice(from, mention.end))
  )
    return undefined;
  const said = text.slice(mention.start, mention.end);
  const lead = leadOf(text.slice(from, mention.start));
  if (lead?.kind !== 'clause' || lead.occasion || !isClause(mention, said) || !simple(text, mention)) return undefined;
  if (!after.test(text.slice(end, to)) || referredTo(text, to)) return undefined;
  // "It" would mean the document.
  if (ofOne(text, to)) return undefined;
  const until = trimmed(text, end);
  const claimed = text.slice(mention.end, Math.max(until, mention.end));
  if (!within(claimed, sentence.text) || !nearest(claimed, sentence, others)) return undefined;
  const words = sentence.text.replace(/\.$/, '').replaceAll(/[*_<`\\]/g, '\\$&');
  return placed(stated, mention.start, until, `${documentName} states: “${words}”`, documentName.length);
}

/** Whether a claim's words are all about what the sentence says: none of them is the drafter's own thought. */
function within(claim: string, sentence: string): boolean {
  if (ending.test(claim)) return false;
  const source = new Set(wordsIn(sentence.toLowerCase()));
  for (const [word] of claim.matchAll(drafting)) if (!source.has(word.toLowerCase())) return false;
  const shared = stems(sentence);
  return claim.split(/,|\band\b/).every(part => {
    const mine = [...stems(part)];
    return mine.filter(each => shared.has(each)).length >= mine.length / 2;
  });
}

/** Whether a claim has more words in common with a sentence than with any other, and more than one. */
function nearest(claim: string, sentence: Sentence, others: readonly Sentence[]): boolean {
  const mine = [...stems(claim)];
  const common = ({ text }: Sentence): number => {
    const its = stems(text);
    return mine.filter(each => its.has(each)).length;
  };
  const most = common(sentence);
  return most > 1 && others.every(each => each.id === sentence.id || common(each) < most);
}
