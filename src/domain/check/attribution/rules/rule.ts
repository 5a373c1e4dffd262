/** What a rule for attributions is: a pattern of words, what it excepts, whom it lets speak, and examples of both. */
import type { Match } from '../pattern';
import type { SpeakerMention } from '../mention';

/** What a rule says of those it found; what it leaves out is the speaker's and the verb's own. */
export type Given = Pick<SpeakerMention, 'shape'> &
  Partial<Pick<SpeakerMention, 'voice' | 'quantity' | 'of' | 'verb' | 'united' | 'body' | 'said' | 'relative'>>;

export interface Exception {
  readonly says: string;
  readonly is: (match: Match) => boolean;
}

export interface Rule {
  /** Its name, for tests and the table of rules. */
  readonly name: string;
  /** What it finds, in a few words. */
  readonly says: string;
  /** In the language of `pattern`. */
  readonly pattern: string;
  readonly unless?: readonly Exception[];
  readonly gives: Given | ((match: Match) => Given);
  /** Sentences in which it finds what stands in ‹ ›. */
  readonly matches: readonly string[];
  /** Sentences in which it finds nothing. */
  readonly misses: readonly string[];
}
