/**
 * The shape of a corpus: what one summary of conclusions says, and where it says it.
 *
 * Every `start` and `end` is an offset in UTF-16 units into the corpus's source file; `end` is
 * exclusive. Every `text` is the source's slice with each run of line breaks and blanks made one
 * space, and nothing else changed.
 */

/** A stretch of the source, with its words. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Who a sentence says spoke, as the source words it; `unnamed` when it names nobody. `named` is
 * for the background paragraphs only: a person or group the sentence itself names ("the
 * Chairperson of the IOM Council noted"), who speaks outside the conclusions.
 */
export type Who =
  | 'consensus among speakers'
  | 'participants'
  | 'speakers'
  | 'some speakers'
  | 'panelists'
  | 'discussions'
  | 'passive'
  | 'named'
  | 'unnamed';

/** Who spoke in one sentence, and with which reporting verbs (the source's own forms). */
export interface Attribution {
  readonly who: Who;
  readonly verbs: readonly string[];
  /** The id of the sentence whose reported speech this unnamed sentence goes on with. */
  readonly continues?: string;
}

/** One sentence of a finding or passage: `idm2022-1-d2c4s2`. */
export interface Sentence extends Span {
  readonly id: string;
  readonly attribution: Attribution;
}

/** A theme of a day: one of the source's "The need …" headings. */
interface Theme {
  /** Counted within its day, from 1. */
  readonly ordinal: number;
  readonly heading: string;
}

/** Our own words about a finding: never the source's, and shown as ours. */
export interface Labels {
  /**
   * A few words that tell it from the others, and few enough letters to be read whole in a narrow sidebar: 24 at most.
   */
  readonly label: string;
  readonly topics: readonly string[];
  /** Suggested objectives of the Global Compact for Migration, 1 to 23. */
  readonly objectives: readonly number[];
}

/** One conclusion: `idm2022-1-d2c4` is the fourth of day 2, counted through that day's themes. */
export interface Finding extends Span, Labels {
  readonly id: string;
  readonly corpus: string;
  readonly day: number;
  readonly ordinal: number;
  readonly theme: Theme;
  readonly sentences: readonly Sentence[];
}

/** A paragraph around the conclusions (`idm2022-1-b1`): citable, never counted as a conclusion. */
export interface Passage extends Span {
  readonly id: string;
  readonly corpus: string;
  /** Counted through the document's background paragraphs, from 1. */
  readonly ordinal: number;
  /** Before or after the conclusions, and the paragraph's place in that part, from 1. */
  readonly part: 'introduction' | 'closing';
  readonly paragraph: number;
  readonly sentences: readonly Sentence[];
  /** Our own name for it. */
  readonly label: string;
}

export interface Day extends Span {
  readonly number: number;
  readonly title: string;
  /** Our short title. */
  readonly label?: string;
}

export interface Panel extends Span {
  readonly day: number;
  readonly ordinal: number;
  readonly title: string;
}

/** A theme's heading where it stands in the source. */
export interface ThemeHeading extends Span, Theme {
  readonly day: number;
  /** Our short title. */
  readonly label?: string;
}

/** The languages in which the document has an official title. */
export type Language = 'en' | 'fr' | 'es';

/** What a citation needs to know of the document. */
export interface DocumentMetadata {
  readonly organization: string;
  readonly organizationShort: string;
  readonly series: string;
  readonly year: number;
  /** First and last day, ISO 8601. */
  readonly dates: { readonly start: string; readonly end: string };
  /** Where it was held: "online". */
  readonly venue: string;
  /** Where it was published. */
  readonly place: string;
  readonly url: string;
  /** Official titles only: never translated by us. */
  readonly titles: Readonly<Record<Language, OfficialTitles>>;
  readonly sha256: string;
}

interface OfficialTitles {
  readonly organization: string;
  readonly series: string;
  readonly session: string;
  readonly document: string;
  readonly venue: string;
}

/** A defect of the source text, kept verbatim and noted. */
export interface Defect extends Span {
  readonly note: string;
  /** What it evidently should read, where a typographical error is evident. */
  readonly correction?: string;
}

export interface Corpus {
  readonly id: string;
  readonly document: DocumentMetadata;
  readonly days: readonly Day[];
  readonly panels: readonly Panel[];
  readonly themes: readonly ThemeHeading[];
  readonly findings: readonly Finding[];
  readonly passages: readonly Passage[];
  readonly defects: readonly Defect[];
}
