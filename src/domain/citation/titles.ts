// The names and titles of a document and its author, as each language prints them.
import type { DocumentMetadata, Language } from '../corpus/types';
import { betweenBlanks } from '../text/words';

/** What the styles print of a document, in one language. Titles are the official ones. */
export interface Names {
  readonly organization: string;
  /** "IOM". */
  readonly short: string;
  /**
   * As the Bluebook would abbreviate it in English, "Int’l Org. for Migration"; the organization's name in French and
   * Spanish.
   */
  readonly abbreviated: string;
  readonly year: number;
  /**
   * The year as author-date forms write it: "2022", or "2022b" where there is another of the author's (see letters.ts).
   */
  readonly dated: string;
  /** "International Dialogue on Migration 2022". */
  readonly series: string;
  /** "Summary of conclusions". */
  readonly kind: string;
  /** "International Dialogue on Migration 2022: Global Compact …: Summary of Conclusions". */
  readonly full: string;
  /** The same without the kind of document. */
  readonly heading: string;
  /** The kind of document as the full title has it: "Summary of Conclusions". */
  readonly type: string;
  /** As the UN writes an exact title: "… – Summary of conclusions". */
  readonly plain: string;
  /**
   * The short title: the session's own title up to its subtitle, "Global Compact for Migration Implementation in
   * Practice".
   */
  readonly brief: string;
  /** "IDM 2022 Summary of Conclusions": our own name for it in lists, and what drafters type; no style prints it. */
  readonly label: string;
  /** Sentence case, as APA wants it in English. */
  readonly sentence: string;
  readonly venue: string;
  /** "28 February–2 March 2022". */
  readonly dates: string;
  /** "February 28–March 2, 2022" in English; elsewhere as `dates`. */
  readonly monthFirst: string;
  readonly place: string;
  readonly url: string;
}

const made = new WeakMap<DocumentMetadata, Partial<Record<Language, Names>>>();

/** The names of a document by itself, as citations in this language print them; worked out once. */
export function namesOf(document: DocumentMetadata, language: Language): Names {
  const known = made.get(document) ?? {};
  const names = (known[language] ??= makeNames(document, language));
  made.set(document, known);
  return names;
}

function makeNames(document: DocumentMetadata, language: Language): Names {
  const { organization, series, document: kind, venue } = document.titles[language];
  const session = spaced(document.titles[language].session, language);
  const year = String(document.year);
  const withYear = series.includes(year) ? series : `${series} ${year}`;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const heading = `${withYear}${colon}${session}`;
  const titled = language === 'en' ? titleCase(kind) : kind;
  const full = `${heading}${colon}${titled}`;
  return {
    organization,
    short: shortName(document, language),
    abbreviated: language === 'en' ? institutional(organization) : organization,
    year: document.year,
    dated: year,
    series: withYear,
    kind,
    full,
    heading,
    type: titled,
    plain: `${heading} – ${kind}`,
    label: `${initials(document.titles.en.series)} ${year} ${titled}`,
    brief: (session.split(/:\s/u)[0] ?? session).trim(),
    sentence: language === 'en' ? sentenceCase(full, [document.titles.en.series]) : full,
    venue,
    dates: formatDates(document.dates, language),
    monthFirst: language === 'en' ? monthFirst(document.dates) : formatDates(document.dates, language),
    place: placeNames[document.place]?.[language] ?? document.place,
    url: document.url,
  };
}

/** "IOM" in English; in French and Spanish the initials of the official name there ("OIM"). */
function shortName({ organization, organizationShort, titles }: DocumentMetadata, language: Language): string {
  const official = titles[language].organization;
  if (official === organization) return organizationShort;
  return betweenBlanks(official)
    .filter(word => !/^(?:pour|les|la|de|des|para|las|el|y|et|l’|du)$/iu.test(word))
    .map(word => word.charAt(0).toUpperCase())
    .join('');
}

/**
 * The words of institutions' names that the Bluebook abbreviates (table T6), as far as our sources' authors have them.
 */
const institutionalWords: Readonly<Record<string, string>> = { International: 'Int’l', Organization: 'Org.' };

function institutional(name: string): string {
  return name.replace(/\p{L}+/gu, word => institutionalWords[word] ?? word);
}

/** Places of publication, as French and Spanish call them. */
const placeNames: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {
  Geneva: { fr: 'Genève', es: 'Ginebra' },
  'New York': { es: 'Nueva York' },
  Vienna: { fr: 'Vienne', es: 'Viena' },
};

/** "IDM" of "International Dialogue on Migration". */
function initials(name: string): string {
  return (name.match(/\b\p{Lu}/gu) ?? []).join('');
}

/** A title with the no-break space that French has before a colon. */
function spaced(title: string, language: Language): string {
  return language === 'fr' ? title.replace(/ (?=[:;?!])/gu, '\u00a0') : title;
}

const small = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/iu;

function titleCase(text: string): string {
  return text.replace(/\p{L}+/gu, (word, at: number) =>
    at > 0 && small.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/** Names inside titles that keep their capitals in sentence case. */
const properNames = ['Global Compact for Migration', 'Global Compact', 'United Nations'];

/**
 * Where names stand in an English title that keep their capitals in sentence case: each a beginning and an end, none
 * within another.
 */
export function namesWithin(title: string, document: DocumentMetadata): (readonly [number, number])[] {
  return [...title.matchAll(namePattern([document.titles.en.series]))].map(({ 0: name, index }) => [
    index,
    index + name.length,
  ]);
}

function namePattern(names: readonly string[]): RegExp {
  return new RegExp(
    [...names, ...properNames].map(name => name.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('|'),
    'gu',
  );
}

function sentenceCase(title: string, names: readonly string[]): string {
  const lowered = title.replace(/\p{L}[\p{L}’']*/gu, (word, at: number) =>
    at === 0 || title.slice(0, at).endsWith(': ') || word === word.toUpperCase()
      ? word
      : word.charAt(0).toLowerCase() + word.slice(1),
  );
  let restored = lowered;
  for (const { 0: name, index } of title.matchAll(namePattern(names))) {
    restored = restored.slice(0, index) + name + restored.slice(index + name.length);
  }
  return restored;
}

const months: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};

interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

function dayOf(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
}

function monthOf({ month }: Day, language: Language): string {
  return months[language][month - 1] ?? '';
}

/**
 * Full dates, day month year, never abbreviated, an en dash in spans ("13 June–8 July 2022": UN
 * Editorial Manual; A/HRC/50/52). French and Spanish as the document's own versions put them; the first of a month is
 * "1er" in French, and two days that follow each other are no span there: "24 et 25 octobre 2022", "24 y 25 de octubre
 * de 2022".
 */
export function formatDates(dates: DocumentMetadata['dates'], language: Language): string {
  const start = dayOf(dates.start);
  const end = dayOf(dates.end);
  const of = language === 'es' ? ' de ' : ' ';
  const dayIn = ({ day }: Day): string => (language === 'fr' && day === 1 ? '1er' : String(day));
  const last = `${dayIn(end)}${of}${monthOf(end, language)}${of}${end.year}`;
  if (dates.start === dates.end) return last;
  const dash = joints[language][isNextDay(dates) ? 'two' : 'span'];
  if (start.year !== end.year) return `${dayIn(start)}${of}${monthOf(start, language)}${of}${start.year}${dash}${last}`;
  if (start.month !== end.month) return `${dayIn(start)}${of}${monthOf(start, language)}${dash}${last}`;
  return `${dayIn(start)}${dash}${last}`;
}

/** What stands between the first and the last of several days. */
const joints: Readonly<Record<Language, { readonly two: string; readonly span: string }>> = {
  en: { two: '–', span: '–' },
  fr: { two: ' et ', span: '–' },
  es: { two: ' y ', span: ' a ' },
};

function isNextDay({ start, end }: DocumentMetadata['dates']): boolean {
  return Date.parse(end) - Date.parse(start) === 24 * 60 * 60 * 1000;
}

function monthFirst(dates: DocumentMetadata['dates']): string {
  const start = dayOf(dates.start);
  const end = dayOf(dates.end);
  const first = `${monthOf(start, 'en')} ${start.day}`;
  if (dates.start === dates.end) return `${first}, ${start.year}`;
  if (start.year !== end.year) return `${first}, ${start.year}–${monthOf(end, 'en')} ${end.day}, ${end.year}`;
  return start.month === end.month
    ? `${first}–${end.day}, ${end.year}`
    : `${first}–${monthOf(end, 'en')} ${end.day}, ${end.year}`;
}
