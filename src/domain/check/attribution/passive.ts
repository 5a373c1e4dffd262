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
    const between = before[word] ?? '';
    if (/[.;:!?()–—|]/.test(between)) return undefined;
    const behindComma = between.includes(',');
    // "… at a session chaired by Morocco", "… in a paper by Member States".
    if (lower[word] === 'by') return behindComma || occasionNoun.test(wordAt(lower, word - 1)) ? word : undefined;
    if (hasOwnAgent(lower, word) || ((behindComma || lower[word - 1] === 'and') && beginsOther(lower, word)))
      return undefined;
  }
  return undefined;
}

/** Whether a word is, or leads to, another verb: a "by" behind it is that verb's. */
function hasOwnAgent(lower: readonly string[], at: number): boolean {
  const word = wordAt(lower, at);
  if (/(?:ed|wn)$/.test(word) && lower[at + 1] === 'by') return true;
  // "On that day".
  const points = word === 'that' && /^(?:on|in|at|during)$/.test(wordAt(lower, at - 1));
  return otherVerb.test(word) && !points;
}

/** Whether a word behind a comma or "and" goes on with something else than where and when: not with "and again". */
function beginsOther(lower: readonly string[], at: number): boolean {
  const word = wordAt(lower, at);
  return word !== 'and' && !circumstance.test(word) && word !== lower[at - 2];
}
