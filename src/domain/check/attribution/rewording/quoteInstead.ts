/** The source's sentence as a quotation in place of a claim: only where it is certain which words are the claim. */
import { certain } from '../../../certain';
import type { Sentence } from '../../../corpus/types';
import { wordsIn } from '../../../text/words';
import { stems } from '../relate';
import { documentName } from './clauses';
import { leadOf, occasionAt } from './lead';
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
 * Replaces all of the claim, from its speaker, or in the passive from its subject, to its citation or stop.
 *
 * @param alone whether the claim says of nobody else that they spoke
 * @param others the other sentences of what is cited: the claim must be about this one and no other
 * @param quoted the sentence's words as a quotation within a sentence has them
 */
export function quoteInstead(
  stated: Stated,
  sentence: Sentence,
  alone: boolean,
  others: readonly Sentence[],
  quoted: string,
): Rewording | undefined {
  const { text, mention, from, to, end } = stated;
  if (
    !alone ||
    !short(stated) ||
    mention.relative ||
    leaning.test(sentence.text) ||
    concluding.test(text.slice(from, mention.end)) ||
    !simple(text, mention)
  )
    return undefined;
  if (!after.test(text.slice(end, to)) || referredTo(text, to)) return undefined;
  // "It" would mean the document.
  if (ofOne(text, to)) return undefined;
  const until = trimmed(text, end);
  const claim = passiveClaim(stated, until) ?? activeClaim(stated, until);
  if (!claim || !within(claim.words, sentence.text) || !nearest(claim.words, sentence, others)) return undefined;
  const words = quoted.replace(/\.$/, '').replaceAll(/[*_<`\\]/g, '\\$&');
  const put = `${documentName} states that “${words}”`;
  return placed(stated, claim.start, until, put, documentName.length, claim.start);
}

/** A claim: where it begins, and what it says was said. */
interface Claimed {
  readonly start: number;
  readonly words: string;
}

/** "States called for a panel": from the speaker on. */
function activeClaim({ text, mention, from }: Stated, until: number): Claimed | undefined {
  const lead = leadOf(text.slice(from, mention.start));
  const said = text.slice(mention.start, mention.end);
  if (lead?.kind !== 'clause' || lead.occasion || !isClause(mention, said)) return undefined;
  return { start: mention.start, words: text.slice(mention.end, Math.max(until, mention.end)) };
}

/** What stands right before the verb of a passive, or is counted to it: "was", "have been clearly". */
const auxiliary = /\s(?:is|are|was|were|been)(?:\s\p{L}{1,20}ly)?\s?$/u;
const withAuxiliary = /^(?:(?:has|have|had) been|is|are|was|were)\s/i;
/** A clause that hangs on a word of the subject is not the claim: "the text that was endorsed by States". */
const hanging = /(?!^)\bthat\b/i;

/** "A panel was called for by States": from what is said to have been called for. */
function passiveClaim({ text, mention, from }: Stated, until: number): Claimed | undefined {
  const { shape, start } = mention;
  const end = mention.end + occasionAt(text.slice(mention.end, mention.end + 120)).length;
  if (!/^(?:agent|passive)$/.test(shape) || text.slice(end, Math.max(until, end)).trim() !== '') return undefined;
  const before = text.slice(from, start);
  const stop = withAuxiliary.test(text.slice(start, mention.end)) ? start : from + before.search(auxiliary);
  if (stop < from) return undefined;
  const begins = clauseStart(text, from, stop);
  if (begins === undefined) return undefined;
  const words = text.slice(begins, stop);
  return hanging.test(words) ? undefined : { start: begins, words };
}

/** So many words may lead to a clause. */
const mostLeading = 16;

/** Where the clause begins that a sentence is, or that it leads to: behind "Noting that", "2. *Notes* that". */
function clauseStart(text: string, from: number, stop: number): number | undefined {
  let begins: number | undefined;
  let at = from;
  for (let word = 0; word < mostLeading && at < stop; word++) {
    at += certain(/^\s*/.exec(text.slice(at, stop)))[0].length;
    const lead = leadOf(text.slice(from, at));
    if (lead?.kind === 'clause' && !lead.occasion) begins = at;
    const next = text.slice(at, stop).search(/\s/);
    if (next < 0) break;
    at += next;
  }
  return begins;
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
