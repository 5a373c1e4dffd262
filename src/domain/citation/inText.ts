// The words of an in-text citation.
import { italic, runs, type Piece, type Run } from './inline';
import { bluebookAuthor, pinpoint, placeOrKind, type Cited } from './noteText';
import type { Style, Wishes } from './options';
import type { Names } from './titles';

/** What an in-text citation says before its locator: "IOM, 2022". */
export function inTextSource(names: Names, style: Style, wishes: Wishes = {}): readonly Piece[] {
  switch (style) {
    case 'un':
    case 'iom':
      return [`${names.short}, ${names.dated}`];
    case 'chicago-author-date':
    case 'iso690':
      return [`${names.organization} ${names.dated}`];
    case 'apa':
      return [`${names.organization}, ${names.dated}`];
    case 'oscola':
      return [`${names.organization}, ‘${names.brief}’`];
    case 'bluebook':
      return [`${bluebookAuthor({ names, wishes })}, `, italic(names.brief)];
    case 'chicago-notes':
    case 'aglc4':
      return [`${names.organization}, `, italic(names.brief)];
  }
}

/**
 * The inside of an in-text citation, without its parentheses: "IOM, 2022, day 2, fourth conclusion". A document as a
 * whole is named where author and year alone may be any of the author's: "IOM, 2022, summary of conclusions".
 */
export function inText(cited: Cited, style: Style): Run[] {
  const source = inTextSource(cited.names, style, cited.wishes);
  const titled = source.some(piece => typeof piece !== 'string') || style === 'oscola';
  return runs(...source, titled ? pinpoint(cited, style) : placeOrKind(cited, style));
}
