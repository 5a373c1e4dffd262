/** What a rule for attributions is: a pattern of words, what it excepts, whom it lets speak, and examples of both. */
import type { Match, Span } from '../pattern';
import type { SpeakerMention } from '../mention';

/** What a rule says of those it found; what it leaves out is the speaker's and the verb's own. */
export type Given = Pick<SpeakerMention, 'shape'> &
  Partial<
    Pick<SpeakerMention, 'voice' | 'quantity' | 'of' | 'verb' | 'united' | 'body' | 'said' | 'relative' | 'singled'>
  >;

export interface Exception {
  readonly says: string;
  readonly is: (match: Match) => boolean;
  /** Its words are read, and say nothing: no other rule is tried at them. */
  readonly passedOver?: true;
}

export interface Rule {
  /** Its name, for tests and the table of rules. */
  readonly name: string;
  /** What it finds, in a few words. */
  readonly says: string;
  /** In the language of `pattern`. */
  readonly pattern: string;
  readonly unless?: readonly Exception[];
  /** Nobody, where the words are passed over: no other rule is tried at them. */
  readonly gives: Given | 'nobody' | ((match: Match) => Given);
  /** Where who spoke and the verb stand, if the pattern does not say. */
  readonly places?: (match: Match) => { readonly who: Span; readonly says: Span };
  /** Verbs that follow with "and" are of the same subject. */
  readonly goesOn?: true;
  /** Sentences in which it finds, or passes over, what stands in ‹ ›. */
  readonly matches: readonly string[];
  /** Sentences in which it finds nothing. */
  readonly misses: readonly string[];
}
