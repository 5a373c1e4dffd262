// The list of the sources that a draft cites, as each style words and sorts it.
import type { Corpus, Language } from '../corpus/types';
import type { Library } from '../corpus/library';
import { address, italic, runs, toText, type Piece, type Run } from './inline';
import { hasLetters, namesIn } from './letters';
import { aglcSource, bluebookAuthor, oscolaSource } from './noteText';
import type { Style, Wishes } from './options';
import { formatDates, type Names } from './titles';

/** One source in a list of sources. */
interface Entry {
  /** The id of the corpus it is. */
  readonly corpus: string;
  readonly runs: readonly Run[];
}

/** What a list of sources is made from: the detector's citations fit, and so does any list of ids. */
interface Citing {
  readonly ids: readonly string[];
  readonly corpus?: string | undefined;
}

/** The documents that citations cite, each once, in the order first cited; unknown ids name none. */
export function corporaCited(library: Library, citations: Iterable<Citing>): Corpus[] {
  const cited = new Set<Corpus>();
  for (const { ids, corpus } of citations) {
    const named = corpus === undefined ? undefined : library.corpus(corpus);
    if (named !== undefined) cited.add(named);
    for (const id of ids) {
      const resolved = library.resolve(id);
      if (resolved !== undefined) cited.add(resolved.corpus);
    }
  }
  return [...cited];
}

/**
 * The list of sources cited, by author, year and title, as each of the styles orders one; by author, year and letter
 * where its citations have letters.
 * @param wishes the date of access is printed where the style's list has it
 */
export function bibliography(
  library: Library,
  citations: Iterable<Citing>,
  style: Style,
  language: Language = 'en',
  wishes: Wishes = {},
): Entry[] {
  return corporaCited(library, citations)
    .map(corpus => ({ corpus, names: namesIn(library, corpus, language) }))
    .sort(
      (a, b) =>
        a.names.organization.localeCompare(b.names.organization, language) ||
        a.names.year - b.names.year ||
        (hasLetters(style)
          ? a.names.dated.length - b.names.dated.length || a.names.dated.localeCompare(b.names.dated, 'en')
          : 0) ||
        a.names.full.localeCompare(b.names.full, language),
    )
    .map(({ corpus, names }) => ({ corpus: corpus.id, runs: runs(...entries[style](names, language, wishes)) }));
}

/** An entry as plain text, for a list that shows no markup. */
export function entryText(entry: Entry): string {
  return toText(entry.runs);
}

/** docs/citation-styles.md says where each comes from, and where it departs from that on purpose. */
const entries: Readonly<Record<Style, (names: Names, language: Language, wishes: Wishes) => readonly Piece[]>> = {
  un: names => [`${names.organization} (${names.short}) (${names.dated}). `, italic(names.full), `. ${names.place}.`],
  iom: names => [
    `${names.organization} (${names.short}), ${names.dated}. `,
    italic(names.full),
    `. ${names.short}, ${names.place}.`,
  ],
  'chicago-notes': names => [
    `${names.organization}. `,
    italic(names.full),
    `. ${event(names)}. ${names.organization}, ${names.year}. `,
    address(names.url),
    '.',
  ],
  'chicago-author-date': names => [
    `${names.organization}. ${names.dated}. `,
    italic(names.full),
    `. ${event(names)}. ${names.organization}. `,
    address(names.url),
    '.',
  ],
  apa: names => [
    `${names.organization}. (${names.dated}). `,
    italic(names.sentence),
    `. ${capitalized(names.venue)}, ${names.monthFirst}. `,
    address(names.url),
  ],
  oscola: (names, language) => oscolaSource(names, language),
  bluebook: (names, _language, wishes) => [
    `${bluebookAuthor({ names, wishes })}, `,
    italic(names.full),
    ` (${names.year}), `,
    address(names.url),
    '.',
  ],
  iso690: isoEntry,
  aglc4: names => aglcSource(names),
};

/**
 * ISO 690's words: the medium, where the document is to be had, and when it was looked at (docs/citation-styles.md says
 * which were read).
 */
const isoWords = {
  en: { online: 'online', from: 'Available from: ', viewed: 'viewed ' },
  fr: { online: 'en ligne', from: 'Disponible à l’adresse\u00a0: ', viewed: 'consulté le ' },
  es: { online: 'en línea', from: 'Disponible en: ', viewed: 'consulta: ' },
} as const satisfies Readonly<Record<Language, unknown>>;

/**
 * The author in capitals, and the year right after it (ISO 690:2010, annex A.2). French has the date of access last,
 * the others before the address.
 */
function isoEntry(names: Names, language: Language, { accessed }: Wishes): readonly Piece[] {
  const { online, from, viewed } = isoWords[language];
  const seen = accessed === undefined ? '' : ` [${viewed}${formatDates({ start: accessed, end: accessed }, language)}]`;
  const french = language === 'fr';
  return [
    `${names.organization.toUpperCase()}, ${names.dated}. `,
    italic(names.sentence),
    ` [${online}]. ${names.place}${french ? '\u00a0' : ''}: ${names.organization}${french ? '' : seen}. ${from}`,
    address(names.url),
    french ? seen : '',
  ];
}

/**
 * An entry without its date of access, which is the drafter's own: "[viewed 1 May 2026]", as Markdown or plain text.
 */
export function withoutAccess(entry: string): string {
  return entry.replace(/ \\?\[(?:viewed|consulté le|consulta:) [^[\]\\]{1,40}\\?\]/gu, '');
}

/** When and where the session was; the dialogue is not named after a title that begins with its name. */
function event(names: Names): string {
  return capitalized(`${names.monthFirst}, ${names.venue}`);
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
