// What a citation can be asked for: forms, styles, languages and wishes. A new style begins here.
import type { Language } from '../corpus/types';

/** How a citation stands in a draft. */
export const forms = ['footnote', 'pandoc', 'inText'] as const;
export type Form = (typeof forms)[number];

/** The citation styles: docs/citation-styles.md says where each comes from. */
export const styles = [
  'un',
  'iom',
  'chicago-notes',
  'chicago-author-date',
  'apa',
  'oscola',
  'bluebook',
  'iso690',
  'aglc4',
] as const;
export type Style = (typeof styles)[number];

/** Where a note stands among the notes of its draft, as far as its wording depends on it. */
export const positions = ['first', 'subsequent', 'ibid'] as const;
export type Position = (typeof positions)[number];

export const languages: readonly Language[] = ['en', 'fr', 'es'];

/** Where one note stands: its position, and what its wording may refer back to. */
export interface NotePlace {
  readonly position: Position;
  /**
   * The number of the note that cites the document first ("n 1"); 1 when not given, 0 where not even its short title
   * says which document is meant.
   */
  readonly firstNote?: number;
  /** The day that the note immediately before cites, when it cites conclusions of one day of this document only. */
  readonly previousDay?: number;
  /**
   * It cites just the places that the note immediately before cites, and both cite nothing else: then "ibid" stands
   * alone.
   */
  readonly samePlace?: boolean;
  /**
   * Of a note of several documents: the number of the first note that cites each, for those that an earlier note cites;
   * the others are named in full. When not given, all stand where `position` says.
   */
  readonly firstNotes?: Readonly<Record<string, number>>;
  /**
   * The documents that a reference back names by their short titles, too: the note it refers to cites another one of
   * their author's.
   */
  readonly byTitle?: readonly string[];
}

/** The marks around quotations in Spanish: “ ” as in documents of the United Nations, or « ». */
export const spanishQuotationMarks = ['curly', 'angle'] as const;
export type SpanishMarks = (typeof spanishQuotationMarks)[number];

/** What a drafter says about the words of citations and the marks of quotations, besides style and language. */
export interface Wishes {
  /**
   * When the drafter visited the document's address, as an ISO date; printed where the style wants it. It is never made
   * up.
   */
  readonly accessed?: string;
  /** Whether the Bluebook's English citations abbreviate the author ("Int’l Org. for Migration"). */
  readonly bluebookAbbreviations?: boolean;
  /** Which marks stand around a quotation in Spanish; “ ” when not given. */
  readonly spanishMarks?: SpanishMarks;
}

/** The wishes among some options, to be passed on: without those that are not said. */
export function wishesIn({
  accessed,
  bluebookAbbreviations,
  spanishMarks,
}: { readonly [Name in keyof Wishes]?: Wishes[Name] | undefined }): Wishes {
  const wishes: { -readonly [Name in keyof Wishes]: Wishes[Name] } = {};
  if (accessed !== undefined) wishes.accessed = accessed;
  if (bluebookAbbreviations !== undefined) wishes.bluebookAbbreviations = bluebookAbbreviations;
  if (spanishMarks !== undefined) wishes.spanishMarks = spanishMarks;
  return wishes;
}

/** What `cite` may be told; everything has a default. */
export interface CiteOptions extends Partial<NotePlace>, Wishes {
  readonly form?: Form;
  readonly style?: Style;
  readonly language?: Language;
  /** Which mention of the finding this is, from 1: later notes of some styles have labels of their own. */
  readonly mention?: number;
  /**
   * Whether the place of a pandoc citation goes into braces: pandoc then takes it for the locator, as note styles want
   * it.
   */
  readonly placeInBraces?: boolean;
}

/**
 * What a later note of each style says: all that the first one says (but for "ibid." right after it), author and date as
 * every note does, or less, referring back to the first.
 */
const laterNotes: Readonly<Record<Style, 'all' | 'authorDate' | 'referBack'>> = {
  un: 'all',
  iom: 'authorDate',
  'chicago-notes': 'referBack',
  'chicago-author-date': 'authorDate',
  apa: 'authorDate',
  oscola: 'referBack',
  bluebook: 'referBack',
  iso690: 'authorDate',
  aglc4: 'referBack',
};

/** Author–date styles have one wording, wherever the note stands. */
export function isAuthorDate(style: Style): boolean {
  return laterNotes[style] === 'authorDate';
}

/** Whether a later note of this style is worded differently from the first. */
export function laterNotesDiffer(style: Style): boolean {
  return laterNotes[style] === 'referBack';
}

/**
 * Whether the footnote mark stands after punctuation: so in English, before it in French and
 * Spanish (UN Editorial Manual, footnotes, chap. 9).
 */
export function markAfterPunctuation(language: Language): boolean {
  return language === 'en';
}

/**
 * Whether a quotation keeps its full stop inside, before its citation: before a footnote's mark in English. Citations in
 * brackets or parentheses go before the stop in every language (Chicago, APA and the author-date styles; pandoc moves
 * the notes of note styles behind the stop itself), and so do the marks of French and Spanish.
 */
export function stopInside(language: Language, isMark: boolean): boolean {
  return isMark && markAfterPunctuation(language);
}

/**
 * The marks around a quotation: « … » with no-break spaces in French, “ … ” in English, and in Spanish as the drafter
 * wishes. All are read as quotations.
 */
export function quotationMarks(
  language: Language,
  wishes: Wishes = {},
): { readonly open: string; readonly close: string } {
  if (language === 'fr') return { open: '«\u00a0', close: '\u00a0»' };
  return language === 'es' && wishes.spanishMarks === 'angle' ? { open: '«', close: '»' } : { open: '“', close: '”' };
}

/**
 * Verbatim words in the marks of a draft's language, with their citation, and the source's full stop before or behind
 * it (see `stopInside`).
 */
export function quotation(
  words: string,
  citation: string,
  { language, ...wishes }: { readonly language: Language } & Wishes,
): string {
  const { open, close } = quotationMarks(language, wishes);
  const bare = stopInside(language, citation.startsWith('[^')) ? words : words.replace(/\.$/u, '');
  return `${open}${bare}${close}${citation}${words.slice(bare.length)}`;
}

const choices = { form: forms, style: styles, language: languages, position: positions } as const;
const choiceNames = Object.keys(choices) as (keyof typeof choices)[];

/**
 * Callers without types may ask for anything.
 *
 * @throws {RangeError} for a form, style, language or position there is not
 */
export function checkOptions(options: {
  readonly form?: Form;
  readonly style?: Style;
  readonly language?: Language;
  readonly position?: Position;
}): void {
  for (const name of choiceNames) {
    const value: unknown = options[name];
    if (value === undefined) continue;
    const known: readonly unknown[] = choices[name];
    if (!known.includes(value))
      throw new RangeError(`No such ${name}: ${String(value)}. There are: ${known.join(', ')}.`);
  }
}
