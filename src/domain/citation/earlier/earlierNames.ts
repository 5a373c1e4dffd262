/**
 * What version 0.1.0 printed of a document. Frozen: drafts hold these words; what is written now is in ../titles.ts.
 */
import type { DocumentMetadata, Language } from '../../corpus/types';

export interface EarlierNames {
  readonly organization: string;
  readonly short: string;
  readonly year: number;
  readonly series: string;
  /** "Summary of conclusions". */
  readonly kind: string;
  readonly full: string;
  readonly plain: string;
  /** "IDM 2022 Summary of Conclusions". */
  readonly brief: string;
  readonly venue: string;
  readonly dates: string;
  readonly monthFirst: string;
  readonly url: string;
}

const made = new WeakMap<DocumentMetadata, Partial<Record<Language, EarlierNames>>>();

/** The names of a document as citations of version 0.1.0 have them in a language; worked out once. */
export function earlierNames(document: DocumentMetadata, language: Language): EarlierNames {
  const known = made.get(document) ?? {};
  made.set(document, known);
  return (known[language] ??= namesIn(document, language));
}

function namesIn(document: DocumentMetadata, language: Language): EarlierNames {
  const { organization, series, session, document: kind, venue } = document.titles[language];
  const year = String(document.year);
  const withYear = series.includes(year) ? series : `${series} ${year}`;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const heading = `${withYear}${colon}${session}`;
  const titled = language === 'en' ? titleCase(kind) : kind;
  const dates = datesIn(document.dates, language);
  return {
    organization,
    short: shortName(document, language),
    year: document.year,
    series: withYear,
    kind,
    full: `${heading}${colon}${titled}`,
    plain: `${heading} – ${kind}`,
    brief: `${(document.titles.en.series.match(/\b\p{Lu}/gu) ?? []).join('')} ${year} ${titled}`,
    venue,
    dates,
    monthFirst: language === 'en' ? monthFirst(document.dates) : dates,
    url: document.url,
  };
}

function shortName({ organization, organizationShort, titles }: DocumentMetadata, language: Language): string {
  const official = titles[language].organization;
  if (official === organization) return organizationShort;
  const words = official.split(/\s+/u).filter(word => !/^(?:pour|les|la|de|des|para|las|el|y|et|l’|du)$/iu.test(word));
  return words.map(word => word.charAt(0).toUpperCase()).join('');
}

function titleCase(text: string): string {
  return text.replace(/\p{L}+/gu, (word, at: number) =>
    at > 0 && /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/iu.test(word)
      ? word
      : word.charAt(0).toUpperCase() + word.slice(1),
  );
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

function dayOf(
  iso: string,
  language: Language,
): { readonly day: number; readonly month: string; readonly year: number } {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month: months[language][month - 1] ?? '', day };
}

function datesIn(dates: DocumentMetadata['dates'], language: Language): string {
  const start = dayOf(dates.start, language);
  const end = dayOf(dates.end, language);
  const of = language === 'es' ? ' de ' : ' ';
  const dash = language === 'es' ? ' a ' : '–';
  const last = `${end.day}${of}${end.month}${of}${end.year}`;
  if (dates.start === dates.end) return last;
  if (start.year !== end.year) return `${start.day}${of}${start.month}${of}${start.year}${dash}${last}`;
  return start.month === end.month ? `${start.day}${dash}${last}` : `${start.day}${of}${start.month}${dash}${last}`;
}

function monthFirst(dates: DocumentMetadata['dates']): string {
  const start = dayOf(dates.start, 'en');
  const end = dayOf(dates.end, 'en');
  const first = `${start.month} ${start.day}`;
  if (dates.start === dates.end) return `${first}, ${start.year}`;
  if (start.year !== end.year) return `${first}, ${start.year}–${end.month} ${end.day}, ${end.year}`;
  return start.month === end.month
    ? `${first}–${end.day}, ${end.year}`
    : `${first}–${end.month} ${end.day}, ${end.year}`;
}
