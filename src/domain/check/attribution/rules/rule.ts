/** What a rule for attributions is: a pattern of words, what it excepts, whom it lets speak, and examples of both. */
import { certain } from '../../../certain';
import type { Match, Span } from '../pattern';
import type { SpeakerMention } from '../mention';
import type { VerbForm } from '../scale';

/** What a rule says of those it found; what it leaves out is the speaker's and the verb's own. */
export type Given = Pick<SpeakerMention, 'shape'> &
  Partial<
    Pick<SpeakerMention, 'voice' | 'quantity' | 'of' | 'verb' | 'united' | 'body' | 'said' | 'relative' | 'singled'>
  >;

/** What a pattern may note. */
type Noted = 'speaker' | 'name' | 'led' | 'ofThem' | 'known' | 'body' | 'verb' | 'predicate' | 'noun';

/** A match in which some of that is sure to be noted. */
export type MatchWith<Sure extends Noted> = Match & { readonly [Each in Sure]-?: NonNullable<Match[Each]> };

interface CountingRule {
  /** What its pattern notes wherever it fits. */
  readonly countsOn?: readonly Noted[];
}

/**
 * A match, in which what its rule counts on has been noted.
 * @throws MissingValueError if the pattern noted something else
 */
export function sure(match: Match, { countsOn = [] }: CountingRule): Match {
  for (const noted of countsOn) certain(match[noted]);
  return match;
}

export interface Exception<Sure extends Noted = never> {
  readonly says: string;
  readonly is: (match: MatchWith<Sure>) => boolean;
  /** Its words are read, and say nothing: no other rule is tried at them. */
  readonly passedOver?: true;
}

export interface Rule<Sure extends Noted = never> extends CountingRule {
  /** Its name, for tests and the table of rules. */
  readonly name: string;
  /** What it finds, in a few words. */
  readonly says: string;
  /** In the language of `pattern`. */
  readonly pattern: string;
  readonly unless?: readonly Exception<Sure>[];
  /** Nobody, where the words are passed over: no other rule is tried at them. */
  readonly gives: Given | 'nobody' | ((match: MatchWith<Sure>) => Given);
  /** Where who spoke and the verb stand, if the pattern does not say. */
  readonly places?: (match: MatchWith<Sure>) => { readonly who: Span; readonly says: Span };
  /** Verbs that follow with "and" are of the same subject. */
  readonly goesOn?: true;
  /** Sentences in which it finds, or passes over, what stands in ‹ ›. */
  readonly matches: readonly string[];
  /** Sentences in which it finds nothing. */
  readonly misses: readonly string[];
}

/** What a verb rule says of what it found. */
export interface Done {
  readonly verb: VerbForm;
  /** Of the subject: "reached consensus". */
  readonly consensus?: boolean;
  /** It is said of all of them. */
  readonly all?: boolean;
}

/** A rule for what a subject is said to have done. */
export interface VerbRule<Sure extends Noted = never> extends CountingRule {
  readonly name: string;
  readonly says: string;
  readonly pattern: string;
  readonly unless?: readonly Exception<Sure>[];
  readonly gives: (match: MatchWith<Sure>) => Done;
  /** Sentences with their subject, in which it finds what stands in ‹ ›. */
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/**
 * Makes rules of those that count on what their patterns note wherever they fit. The types cannot say that a pattern
 * notes it: `sure` looks for it before a rule is asked.
 */
export const countingOn =
  <Sure extends Noted>(...countsOn: readonly Sure[]) =>
  (rules: readonly Rule<Sure>[]): readonly Rule[] =>
    rules.map(rule => ({ ...rule, countsOn }) as unknown as Rule);

/** The same of rules for verbs. */
export const verbsCountingOn =
  <Sure extends Noted>(...countsOn: readonly Sure[]) =>
  (rules: readonly VerbRule<Sure>[]): readonly VerbRule[] =>
    rules.map(rule => ({ ...rule, countsOn }) as unknown as VerbRule);
