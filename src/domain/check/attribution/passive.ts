/**
 * What a passive verb without a speaker tells of: a thing it describes, or another occasion, is no claim that it was
 * said at the dialogue.
 */
import { adverbs } from './lexicon/functionWords';
import { voiceAt } from './voices';
import { apart, type ClaimWords, wordAt } from './claimWords';

/** Whether a passive verb stands in a relative clause: "the recommendations that had been accepted". */
export function describes({ lower, before }: ClaimWords, at: number): boolean {
  for (let word = at - 1; word > 0 && at - word < 6; word--) {
    if (/^(?:that|which)$/.test(wordAt(lower, word)))
      return !apart(before[word]) && wordAt(lower, word - 1).endsWith('s');
    if (!adverbs.has(wordAt(lower, word)) && !/^(?:was|were|has|have|had|been)$/.test(wordAt(lower, word)))
      return false;
  }
  return false;
}

/** "… in committee", "… with the lender": somewhere that is no meeting of ours. */
export function otherOccasion({ lower, before }: ClaimWords, at: number): boolean {
  if (!/^(?:in|at|during|under|with|between|last|earlier|elsewhere)$/.test(lower[at] ?? '') || apart(before[at]))
    return false;
  // The dialogue was in March 2022.
  if (/^(?:february|march|2022)$/.test(lower[at + 1] ?? '')) return false;
  for (let word = at; word < Math.min(at + 6, lower.length); word++) {
    const found = voiceAt(lower, word);
    if (found && found.voice !== 'others') return false;
  }
  return true;
}

const farthestAgent = 22;
/** What may stand between a passive verb and its agent begins so: where and when it was, and how often. */
const circumstance =
  /^(?:more|at|in|on|during|throughout|again|repeatedly|once|twice|several|many|from|before|after|both|also|not|online|across)$/;
/** Verbs in between have agents of their own. */
const otherVerb =
  /^(?:is|are|was|were|be|been|being|has|have|had|must|should|will|would|can|could|may|might|to|that|which|who|whose)$/;
const occasionNoun =
  /^(?:dialogue|idm|session|sessions|days?|panels?|again|repeatedly|times|occasions?|morning|afternoon|evening|online|2022|march|february|twice)$/;

/**
 * Where the "by" of a passive verb that ends before `at` stands, behind where and when it was: "was called for on the
 * second day, by States".
 */
export function farBy({ lower, before }: ClaimWords, at: number): number | undefined {
  if (!circumstance.test(lower[at] ?? '')) return undefined;
  for (let word = at; word < Math.min(at + farthestAgent, lower.length); word++) {
    if (/[.;:!?()–—|]/.test(before[word] ?? '')) return undefined;
    const own = wordAt(lower, word);
    // "… at a session chaired by Morocco", "… in a paper by Member States".
    if (own === 'by')
      return /,/.test(before[word] ?? '') || occasionNoun.test(wordAt(lower, word - 1)) ? word : undefined;
    const verbal = otherVerb.test(own) && !(own === 'that' && /^(?:on|in|at|during)$/.test(wordAt(lower, word - 1)));
    if (verbal || (/(?:ed|wn)$/.test(own) && /^by$/.test(lower[word + 1] ?? ''))) return undefined;
    const led = /,/.test(before[word] ?? '') || lower[word - 1] === 'and';
    if (led && own !== 'and' && !circumstance.test(own) && own !== lower[word - 2]) return undefined;
  }
  return undefined;
}
