/**
 * The citations that version 0.1.0 wrote. Frozen: drafts hold them, and they stay recognized as ours, to be brought up
 * to date. A style that was added later has none.
 */
import type { Language } from '../../corpus/types';
import { address, italic, runs, toMarkdown, type Piece, type Run } from '../inline';
import { placeOf, type Place } from '../locator';
import type { Position, Style } from '../options';
import { earlierNames, type EarlierNames } from './earlierNames';
import { earlierPlaces } from './places';
import type { Source } from '../cite';

/** The styles of version 0.1.0. */
export const earlierStyles = [
  'un',
  'iom',
  'chicago-notes',
  'chicago-author-date',
  'apa',
  'oscola',
  'bluebook',
] as const satisfies readonly Style[];
type EarlierStyle = (typeof earlierStyles)[number];

interface EarlierNote {
  readonly style: EarlierStyle;
  readonly language: Language;
  readonly position: Position;
  readonly text: string;
}

const languages: readonly Language[] = ['en', 'fr', 'es'];

/** Every note that version 0.1.0 wrote of sources, in Markdown; where one refers to the note of a number, that is 1. */
export function earlierNotes(sources: readonly Source[]): EarlierNote[] {
  return earlierStyles.flatMap(style =>
    languages.flatMap(language =>
      positionsOf(style).flatMap(position => {
        const days = style === 'un' && position === 'ibid' ? [false, true] : [false];
        return days.map(sameDay => ({
          style,
          language,
          position,
          text: noteText(sources, style, language, position, sameDay),
        }));
      }),
    ),
  );
}

function positionsOf(style: EarlierStyle): readonly Position[] {
  if (style === 'un') return ['first', 'ibid'];
  return style === 'chicago-notes' || style === 'oscola' || style === 'bluebook'
    ? ['first', 'subsequent', 'ibid']
    : ['first'];
}

/** The in-text citation that version 0.1.0 wrote of sources, in Markdown and in parentheses. */
export function earlierInText(sources: readonly Source[], style: EarlierStyle, language: Language): string {
  return toMarkdown(
    runs(
      '(',
      ...apart(
        sources.map(({ corpus, entries }) =>
          inText(earlierNames(corpus.document, language), entries.map(placeOf), style, language),
        ),
      ),
      ')',
    ),
  );
}

/** The bracket that version 0.1.0 wrote of sources for pandoc. */
export function earlierPandoc(sources: readonly Source[], language: Language): string {
  const items = sources.map(({ corpus, entries }) =>
    entries.length === 0
      ? `@${corpus.id}`
      : `@${corpus.id}, ${earlierPlaces(entries.map(placeOf), language, 'numbers')}`,
  );
  return `[${items.join('; ')}]`;
}

function noteText(
  sources: readonly Source[],
  style: EarlierStyle,
  language: Language,
  position: Position,
  sameDay: boolean,
): string {
  const words = apart(
    sources.map(({ corpus, entries }) =>
      runs(
        ...note(earlierNames(corpus.document, language), entries.map(placeOf), { style, language, position, sameDay }),
      ),
    ),
  );
  return toMarkdown(runs(...words, words.at(-1)?.text.endsWith('.') === true ? '' : '.'));
}

/** Several documents apart by semicolons. */
function apart(cited: readonly (readonly Run[])[]): Run[] {
  return cited.flatMap((words, at) => (at === 0 ? words : [...runs('; '), ...words]));
}

/** The places after a comma; nothing where the document is cited as a whole. */
function pinpoint(places: readonly Place[], style: EarlierStyle, language: Language): string {
  return places.length === 0
    ? ''
    : `, ${earlierPlaces(places, language, style === 'un' || style === 'iom' ? 'words' : 'capitalNumbers')}`;
}

interface At {
  readonly style: EarlierStyle;
  readonly language: Language;
  readonly position: Position;
  /** "Ibid." after a note on the day that this one begins with. */
  readonly sameDay: boolean;
}

function note(
  names: EarlierNames,
  places: readonly Place[],
  { style, language, position, sameDay }: At,
): readonly Piece[] {
  const { organization, short, year, full, brief, url } = names;
  const place = pinpoint(places, style, language);
  switch (style) {
    case 'un':
      return position === 'ibid' ? unIbid(places, language, sameDay) : unNote(names, place, language);
    case 'iom':
      return [`${short}, ${year}${place}`];
    case 'chicago-author-date':
      return [`${organization} ${year}${place}`];
    case 'apa':
      return [`${organization}, ${year}${place}`];
    case 'chicago-notes':
      if (position !== 'first') return [`${organization}, `, italic(brief), place];
      return [
        `${organization}, `,
        italic(full),
        `, ${names.series}, ${names.monthFirst}, ${names.venue} (${organization}, ${year}), `,
        address(url),
        place,
      ];
    case 'oscola':
      if (position === 'ibid') return ['ibid', place];
      if (position === 'subsequent') return [`${organization} (n 1)`, place];
      return [`${organization}, ‘${full}’ (${organization} ${year}) <`, address(url), '>', place];
    case 'bluebook':
      if (position === 'ibid') return [italic('Id.'), place];
      if (position === 'subsequent') return [`${organization}, `, italic('supra'), ' note 1', place];
      return [`${organization}, `, italic(full), ` (${year}), `, address(url), place];
  }
}

function unNote({ organization, plain, venue, dates }: EarlierNames, place: string, language: Language): Piece[] {
  const title = language === 'fr' ? `«\u00a0${plain}\u00a0»` : `“${plain}”`;
  return [`${organization}, ${title}, ${venue}, ${dates}${place}`];
}

function unIbid(places: readonly Place[], language: Language, sameDay: boolean): Piece[] {
  if (places.length === 0) return ['Ibid.'];
  return ['Ibid., ', earlierPlaces(places, language, 'words', sameDay && places[0]?.kind === 'conclusion')];
}

function inText(
  { organization, short, year, brief, kind }: EarlierNames,
  places: readonly Place[],
  style: EarlierStyle,
  language: Language,
): Run[] {
  const place = pinpoint(places, style, language);
  const decapitalized = kind.charAt(0).toLowerCase() + kind.slice(1);
  switch (style) {
    case 'un':
    case 'iom':
      return runs(`${short}, ${year}`, place || `, ${decapitalized}`);
    case 'chicago-author-date':
      return runs(`${organization} ${year}`, place || `, ${kind}`);
    case 'apa':
      return runs(`${organization}, ${year}`, place || `, ${kind}`);
    case 'oscola':
      return runs(`${organization}, ‘${brief}’`, place);
    case 'chicago-notes':
    case 'bluebook':
      return runs(`${organization}, `, italic(brief), place);
  }
}
