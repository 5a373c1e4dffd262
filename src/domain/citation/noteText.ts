// The words of a footnote, in every style.
import type { Language } from '../corpus/types';
import { address, italic, runs, type Piece, type Run } from './inline';
import { formatPlaces, type Place, type Wording } from './locator';
import type { NotePlace, Style, Wishes } from './options';
import { formatDates, type Names } from './titles';

/** Everything a style needs to word one citation of one document. */
export interface Cited {
  readonly names: Names;
  readonly places: readonly Place[];
  readonly language: Language;
  readonly wishes?: Wishes;
}

/** The author as the Bluebook's citations name it. */
export function bluebookAuthor({ names, wishes }: Pick<Cited, 'names' | 'wishes'>): string {
  return wishes?.bluebookAbbreviations === true ? names.abbreviated : names.organization;
}

/** How each style words a place: the UN's and IOM's in words a reader can check, the others with numbers. */
const wordings: Readonly<Record<Style, Wording>> = {
  un: 'words',
  iom: 'words',
  'chicago-notes': 'serialNumbers',
  'chicago-author-date': 'serialNumbers',
  apa: 'apaNumbers',
  oscola: 'numbers',
  bluebook: 'serialNumbers',
  iso690: 'numbers',
  aglc4: 'numbers',
};

/** How a style words a place. */
export function wordingOf(style: Style): Wording {
  return wordings[style];
}

/** The words of a place as the style prints them. */
export function locator({ places, language }: Pick<Cited, 'places' | 'language'>, style: Style): string {
  return formatPlaces(places, language, wordingOf(style));
}

/** A title in quotation marks as the language has them. */
function quoted(title: string, language: Language): string {
  return language === 'fr' ? `«\u00a0${title}\u00a0»` : `“${title}”`;
}

/** The words of a place after a comma, or what else goes before; nothing where the document is cited as a whole. */
export function pinpoint(cited: Pick<Cited, 'places' | 'language'>, style: Style, before = ', '): string {
  return cited.places.length === 0 ? '' : before + locator(cited, style);
}

/** Where a note stands, as far as one of its documents is worded by it. */
export interface SourcePlace extends Omit<NotePlace, 'firstNotes' | 'byTitle'> {
  /** Whether a reference back names the document by its short title, too. */
  readonly byTitle?: boolean;
}

/**
 * The place in an author-date citation; what kind of document it is where it is cited as a whole, since author and year
 * alone may be any of the author's: "IOM, 2022, summary of conclusions".
 */
export function placeOrKind(cited: Pick<Cited, 'names' | 'places' | 'language'>, style: Style): string {
  if (cited.places.length > 0) return pinpoint(cited, style);
  const { kind } = cited.names;
  return `, ${style === 'apa' && cited.language === 'en' ? kind : kind.charAt(0).toLowerCase() + kind.slice(1)}`;
}

/** What a note says of one document, without its full stop. */
export function note(cited: Cited, style: Style, at: SourcePlace): Run[] {
  return runs(...notes[style](cited, at));
}

type NoteStyle = (cited: Cited, at: SourcePlace) => readonly Piece[];

const notes: Readonly<Record<Style, NoteStyle>> = {
  un: unNote,
  iom: cited => [`${cited.names.short}, ${cited.names.dated}${placeOrKind(cited, 'iom')}`],
  'chicago-notes': chicagoNote,
  'chicago-author-date': cited => [
    `${cited.names.organization} ${cited.names.dated}${placeOrKind(cited, 'chicago-author-date')}`,
  ],
  apa: cited => [`${cited.names.organization}, ${cited.names.dated}${placeOrKind(cited, 'apa')}`],
  oscola: oscolaNote,
  bluebook: bluebookNote,
  iso690: cited => [`${cited.names.organization} ${cited.names.dated}${placeOrKind(cited, 'iso690')}`],
  aglc4: aglcNote,
};

/**
 * UN Editorial Manual, footnotes, chap. 4 (documents of other organizations): organization, title,
 * no address where a search finds it easily. A later note repeats the first (chap. 5).
 */
function unNote(cited: Cited, at: SourcePlace): readonly Piece[] {
  const { names, places, language } = cited;
  if (at.samePlace === true) return ['Ibid.'];
  // "Ibid." alone would be the place of the note before.
  if (at.position === 'ibid' && places.length > 0) {
    const [first] = places;
    const sameDay = first?.kind === 'conclusion' && first.day === at.previousDay;
    return ['Ibid., ', formatPlaces(places, language, 'words', sameDay)];
  }
  return [
    `${names.organization}, ${quoted(names.plain, language)}, ${names.venue}, ${names.dates}${pinpoint(cited, 'un')}`,
  ];
}

/**
 * Later notes take the short title, also right after the first: Chicago's default has no ibid. The dialogue is not
 * named after a title that begins with its name.
 */
function chicagoNote(cited: Cited, at: SourcePlace): readonly Piece[] {
  const { names } = cited;
  const place = pinpoint(cited, 'chicago-notes');
  if (at.position !== 'first') return [`${names.organization}, `, italic(names.brief), place];
  return [
    `${names.organization}, `,
    italic(names.full),
    `, ${names.monthFirst}, ${names.venue} (${names.organization}, ${names.year})${place}, `,
    address(names.url),
  ];
}

/**
 * The pinpoint stands before the address, and after "ibid" and "(n 1)" without a comma. "ibid" alone is the same place
 * again.
 */
function oscolaNote(cited: Cited, at: SourcePlace): readonly Piece[] {
  const { names } = cited;
  const place = pinpoint(cited, 'oscola', ' ');
  return (
    citedAgain(names, place, at, 'ibid', `‘${names.brief}’`) ??
    oscolaSource(names, cited.language, place, cited.wishes?.accessed)
  );
}

/**
 * Right after a note on the same place "ibid", on another place "ibid" with it, later "(n 1)"; undefined where the
 * source is named in full.
 * @param title the short title, for where the number of the note does not say which document is meant
 */
function citedAgain(
  { organization }: Names,
  place: string,
  { position, samePlace, firstNote = 1, byTitle }: SourcePlace,
  ibid: string,
  title: Piece,
): readonly Piece[] | undefined {
  if (samePlace === true) return [ibid];
  if (position === 'ibid' && place !== '') return [ibid, place];
  if (position === 'first' || firstNote === 0) return undefined;
  return byTitle === true
    ? [`${organization}, `, title, ` (n ${firstNote})`, place]
    : [`${organization} (n ${firstNote})`, place];
}

/** "accessed 1 May 2026" (read); the French and Spanish words are constructed. */
const accessWords: Readonly<Record<Language, (date: string) => string>> = {
  en: date => `accessed ${date}`,
  fr: date => `consulté le ${date}`,
  es: date => `consultado el ${date}`,
};

/**
 * The source as OSCOLA's notes and list both name it.
 * @param place its pinpoint, with a blank before it
 * @param accessed when the drafter visited the address, as an ISO date; left out where nobody said
 */
export function oscolaSource(names: Names, language: Language, place = '', accessed?: string): readonly Piece[] {
  return [
    `${names.organization}, ‘${names.full}’ (${names.organization} ${names.year})${place} <`,
    address(names.url),
    accessed === undefined
      ? '>'
      : `> ${accessWords[language](formatDates({ start: accessed, end: accessed }, language))}`,
  ];
}

/** The pinpoint stands right after the title. "Id." alone is the same place again. */
function bluebookNote(cited: Cited, at: SourcePlace): readonly Piece[] {
  const { names } = cited;
  if (at.samePlace === true) return [italic('Id.')];
  if (at.position === 'ibid' && cited.places.length > 0) return [italic('Id.'), pinpoint(cited, 'bluebook', ' at ')];
  const author = bluebookAuthor(cited);
  if (at.position !== 'first' && at.firstNote !== 0) {
    const title = at.byTitle === true ? [italic(names.brief), ', '] : [];
    return [
      `${author}, `,
      ...title,
      italic('supra'),
      ` note ${at.firstNote ?? 1}`,
      pinpoint(cited, 'bluebook', ', at '),
    ];
  }
  return [
    `${author}, `,
    italic(names.full),
    `${pinpoint(cited, 'bluebook', ' ')} (${names.year}), `,
    address(names.url),
  ];
}

/**
 * AGLC4, rule 7.1.1: author, title (document type, date) pinpoint <address>; the address in the first note only. Rule
 * 1.4: "Ibid" alone is the same place again, "(n 1)" any later note.
 */
function aglcNote(cited: Cited, at: SourcePlace): readonly Piece[] {
  const { names } = cited;
  const place = pinpoint(cited, 'aglc4', ' ');
  return citedAgain(names, place, at, 'Ibid', italic(names.brief)) ?? aglcSource(names, place);
}

/**
 * The source as AGLC's notes and list both name it; the document's type stands in parentheses and not in the title.
 * @param place its pinpoint, with a blank before it
 */
export function aglcSource(names: Names, place = ''): readonly Piece[] {
  return [
    `${names.organization}, `,
    italic(names.heading),
    ` (${names.type}, ${names.year})${place} <`,
    address(names.url),
    '>',
  ];
}
