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

export interface Exception<Sure extends Noted = never> {
  readonly says: string;
  readonly is: (match: MatchWith<Sure>) => boolean;
  /** Its words are read, and say nothing: no other rule is tried at them. */
  readonly passedOver?: true;
}

/**
 * A rule of either kind. `Sure` is what it counts on its pattern to note wherever it fits, `Gives` what it says of a
 * match.
 */
interface RuleFor<Sure extends Noted, Gives> {
  /** Its name, for tests and the table of rules. */
  readonly name: string;
  /** What it finds, in a few words. */
  readonly says: string;
  /** In the language of `pattern`. */
  readonly pattern: string;
  readonly unless?: readonly Exception<Sure>[];
  readonly gives: Gives | ((match: MatchWith<Sure>) => Gives);
  /** Where who spoke and the verb stand, if the pattern does not say: of rules for speakers. */
  readonly places?: (match: MatchWith<Sure>) => { readonly who: Span; readonly says: Span };
  /** Verbs that follow with "and" are of the same subject: of rules for speakers. */
  readonly goesOn?: true;
  /** Sentences in which it finds, or passes over, what stands in ‹ ›; of a verb rule, with their subject. */
  readonly matches: readonly string[];
  /** Sentences in which it finds nothing. */
  readonly misses: readonly string[];
}

/** A rule for who is said to have spoken; nobody, where the words are passed over: no other rule is tried at them. */
export type Rule<Sure extends Noted = never> = RuleFor<Sure, Given | 'nobody'>;

/** What a verb rule says of what it found. */
export interface Done {
  readonly verb: VerbForm;
  /** Of the subject: "reached consensus". */
  readonly consensus?: boolean;
  /** It is said of all of them. */
  readonly all?: boolean;
}

/** A rule for what a subject is said to have done. */
export type VerbRule<Sure extends Noted = never> = RuleFor<Sure, Done>;

const isAsked = <Sure extends Noted, Gives>(
  gives: RuleFor<Sure, Gives>['gives'],
): gives is (match: MatchWith<Sure>) => Gives => typeof gives === 'function';

/** What a rule says of a match. */
export function givenBy<Gives>({ gives }: RuleFor<never, Gives>, match: Match): Gives {
  return isAsked(gives) ? gives(match) : gives;
}

/** @throws MissingValueError if something was not noted */
function assertNoted<Sure extends Noted>(match: Match, noted: readonly Sure[]): asserts match is MatchWith<Sure> {
  for (const each of noted) certain(match[each]);
}

/**
 * Makes rules of those that count on what their patterns note wherever they fit: it is looked for in a match before they
 * are asked about it.
 */
const counting =
  <Gives>() =>
  <Sure extends Noted>(...noted: readonly Sure[]) => {
    const sure =
      <Answer>(ask: (match: MatchWith<Sure>) => Answer) =>
      (match: Match): Answer => {
        assertNoted(match, noted);
        return ask(match);
      };
    return (rules: readonly RuleFor<Sure, Gives>[]): readonly RuleFor<never, Gives>[] =>
      rules.map(({ unless, gives, places, ...rule }) => ({
        ...rule,
        gives: isAsked(gives) ? sure(gives) : gives,
        ...(unless && { unless: unless.map(({ is, ...exception }) => ({ ...exception, is: sure(is) })) }),
        ...(places && { places: sure(places) }),
      }));
  };

export const countingOn = counting<Given | 'nobody'>();
export const verbsCountingOn = counting<Done>();
