// A citation as restyling sees it, and why one is left as it is.
import type { Form } from '../citation/options';

/** Why a citation was left as it is: what rewriting it would lose. */
export type SkipReason =
  /** "see", before the citation. */
  | 'prefix'
  /** Words after its locator. */
  | 'suffix'
  /** Other people's citations in the same brackets. */
  | 'bundle'
  /** A note whose words are not ours, or not any more. */
  | 'editedNote'
  /** More than one document may be meant. */
  | 'ambiguous'
  /** It names what does not exist. */
  | 'unknown'
  /** It is part of the sentence: `@idm2022-1 [day 2, conclusion 4] says`. */
  | 'narrative'
  /** It cites a day or part of the document, and no conclusion of it. */
  | 'wholeDocument'
  /** It names a sentence; only the finding can be cited. */
  | 'sentence'
  /** It stands in a note, which can have no footnotes. */
  | 'inNote'
  /** It begins a line of its paragraph: a footnote's mark would be cut from its word. */
  | 'lineStart'
  /** Rewritten, it or what stands beside it would be read as something else: a link's text, a list's mark. */
  | 'beside'
  /** Its words, or its note's, are the drafter's, or broken over lines: restyling the draft back would not give them again. */
  | 'byHand'
  /** It says more than it cites, in its drafter's words: "as quoted in …". */
  | 'ownWords';

/** Why a citation is left as it is. */
export interface Obstacle {
  readonly reason: SkipReason;
  /** What it says that would be lost, where that is in words; of a note in the drafter's own words, these. */
  readonly words?: string;
}

/** A citation left as it is, in the offsets of the text as it was. */
export interface Skipped extends Obstacle {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a bracket says around one citation: "see" before it, "emphasis added" behind its place; empty where nothing. */
export interface Said {
  readonly before: string;
  readonly behind: string;
}

/** One or more citations written as one: a bracket, parentheses, or footnote marks side by side. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  /** What each of its citations cites, in the order written: findings and passages, or a document as a whole. */
  readonly cites: readonly (readonly string[])[];
  /** The drafter's own label of the note that it marks, whose words are ours: as a note it keeps it. */
  readonly label?: string;
  /** The words before and behind each of them, as Markdown; where there are any, and they are taken along. */
  readonly said?: readonly Said[];
  /** It stands in a note, which can have no notes: where the draft has footnotes it is cited in the text. */
  readonly noted?: boolean;
}
