/** What a passive verb without a speaker tells of: a thing it describes, or another occasion, is no claim that it was said at the dialogue. */
import { adverbs } from './vocabulary';
import { voiceAt } from './voices';
import { apart, type ClaimWords } from './words';

/** Whether a passive verb stands in a relative clause: "the recommendations that had been accepted". */
export function describes({ lower, before }: ClaimWords, at: number): boolean {
  for (let word = at - 1; word > 0 && at - word < 6; word--) {
    if (/^(?:that|which)$/.test(lower[word]!)) return !apart(before[word]) && lower[word - 1]!.endsWith('s');
    if (!adverbs.has(lower[word]!) && !/^(?:was|were|has|have|had|been)$/.test(lower[word]!)) return false;
  }
  return false;
}

/** "… in committee", "… with the lender": somewhere that is no meeting of ours. */
export function otherOccasion({ lower, before }: ClaimWords, at: number): boolean {
  if (!/^(?:in|at|during|under|with|between|last|earlier|elsewhere)$/.test(lower[at] ?? '') || apart(before[at])) return false;
  for (let word = at; word < Math.min(at + 6, lower.length); word++) {
    const found = voiceAt(lower, word);
    if (found && found.voice !== 'others') return false;
  }
  return true;
}
