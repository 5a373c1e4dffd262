// A citation found in a draft.
import type { PlaceReference } from './locator';

export type CitationForm = 'footnote' | 'footnoteDefinition' | 'pandoc' | 'narrative' | 'inText';

/**
 * A citation of ours in a draft.
 *
 * `start` and `end` are UTF-16 offsets, `end` exclusive. They span: a footnote's marker; the first
 * paragraph of its definition, from the label; a pandoc bracket with one citation, or that one
 * citation of several in a bracket; a narrative key with its bracket; an in-text citation with its
 * parentheses, or that one of several in them.
 */
export interface Citation {
  readonly start: number;
  readonly end: number;
  readonly form: CitationForm;
  /** What it cites and the library has, in the order written: findings, passages, or sentences of them. */
  readonly ids: readonly string[];
  /** The corpus it names, also one the library does not have; undefined where it names none for certain. */
  readonly corpus?: string;
  /** The locator as written, blanks and line breaks made one blank: "day 2, conclusions 4 and 6". */
  readonly locator?: string;
  /** What stands before it: "see". */
  readonly prefix?: string;
  /** What follows the locator: "emphasis added". */
  readonly suffix?: string;
  /** A footnote's label. */
  readonly label?: string;
  /** The key as written, without `@`; for an in-text citation the organization. */
  readonly key?: string;
  /** The year an in-text citation names. */
  readonly year?: number;
  /** The letter behind that year: "b" of "2022b". */
  readonly letter?: string;
  /** The author is left out: `[-@idm2022-1]`. */
  readonly suppressed?: true;
  /** Every place it names, also those that do not exist. */
  readonly mentions: readonly PlaceReference[];
  /** Those that the library does not have. Empty when all is well, or no place is named. */
  readonly unknown: readonly PlaceReference[];
  /** The bracket or parentheses around it and how many citations, also other people's, they hold. */
  readonly group?: CitationGroup;
}

export interface CitationGroup {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** The citation a span of whitespace-laden text spells, blanks made one. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
