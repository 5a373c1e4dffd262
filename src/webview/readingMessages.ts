/**
 * What the page of the source and the extension say to each other. The page makes no words: whatever it shows comes in
 * these.
 */
import type { Scrolled } from './envelope';

interface ShownSentence {
  readonly id: string;
  readonly text: string;
  /** Who spoke, as a sentence or a name; ours. */
  readonly who: string;
  /** Where it stands; ours. */
  readonly place: string;
}

/** A block of the document. Signs that a printed page replaces (marks of lists, tags) are not shown and not sent. */
export interface ShownBlock {
  /** Its number among all blocks of the document. */
  readonly at: number;
  readonly role: 'title' | 'rule' | 'paragraph' | 'panelDay' | 'panel' | 'day' | 'theme' | 'finding' | 'passage';
  readonly text: string;
  /** Of findings and passages. */
  readonly entry?: {
    readonly id: string;
    /** What stands in the margin: our count, or a sign where there is none. */
    readonly margin: string;
    /** Our name for it. */
    readonly label: string;
    readonly place: string;
    /** Who spoke in it, all together. */
    readonly who: string;
    readonly sentences: readonly ShownSentence[];
  };
}

/** The page's own words, in the reader's language. */
export interface ReadingWords {
  readonly search: string;
  readonly results: string;
  readonly parts: string;
  /** What in the margin and in which letters is ours. */
  readonly ours: string;
  readonly keys: string;
  readonly hint: string;
  readonly sentence: string;
  readonly words: string;
  readonly finding: string;
  readonly paragraph: string;
  readonly notCitable: string;
  readonly cite: string;
  readonly quote: string;
  readonly copy: string;
  readonly actions: string;
  readonly sentenceRole: string;
  readonly wholeFinding: string;
  readonly wholeParagraph: string;
}

export interface ShownReading {
  readonly corpus: string;
  readonly title: string;
  readonly words: ReadingWords;
  readonly blocks: readonly ShownBlock[];
  /** Where readers jump to: the introduction, each day, the end; by the number of a block. */
  readonly parts: readonly { readonly at: number; readonly name: string; readonly title: string }[];
}

/** What the draft last active cites. */
export interface ShownCited {
  /** "Cited in draft.md: 3 of 26 conclusions"; nothing where no draft is open. */
  readonly summary?: string;
  /** The button to the next citation, where there is one. */
  readonly next?: string;
  readonly entries: readonly { readonly id: string; readonly sign: string; readonly words: string }[];
}

export interface FoundRow {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly excerpt: string;
  /** Where in the excerpt the words stand that matched, in order. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export type ToReading =
  | { readonly kind: 'document'; readonly shown: ShownReading }
  /** Go to a finding, passage or sentence. The page says `there` when it is. */
  | { readonly kind: 'go'; readonly turn: number; readonly id?: string; readonly focus: boolean }
  | { readonly kind: 'cited'; readonly cited: ShownCited }
  | { readonly kind: 'found'; readonly query: string; readonly rows: readonly FoundRow[]; readonly summary: string }
  | { readonly kind: 'say'; readonly words: string };

/**
 * What is cited, quoted or copied: something by its id, or what is selected, by places in the flowing texts of blocks.
 */
export type Chosen = { readonly id: string } | { readonly from: Place; readonly to: Place };

export interface Place {
  readonly block: number;
  readonly at: number;
}

export type FromReading =
  | { readonly kind: 'there'; readonly turn: number }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'does'; readonly what: 'cite' | 'quote' | 'copy'; readonly chosen: Chosen }
  /** To the next citation of an entry in the draft, or of anything. */
  | { readonly kind: 'next'; readonly id?: string };

/** What the page keeps while it is hidden, and when the window is loaded again. */
export interface ReadingState {
  readonly corpus: string;
  readonly scrolled: Scrolled;
  /** What is selected; nothing where nothing is. */
  readonly chosen: Chosen | undefined;
  /** What stands in the search box. */
  readonly query: string;
  /** Whether the list of what it found is open. */
  readonly listed: boolean;
}
