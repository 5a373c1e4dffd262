import { italic, runs, type Piece, type Run } from './inline';
import { pinpoint, type Cited } from './notes';
import type { Style } from './options';
import type { Names } from './titles';

/** What an in-text citation says before its locator: "IOM, 2022". */
export function inTextSource(names: Names, style: Style): readonly Piece[] {
  switch (style) {
    case 'un':
    case 'iom':
      return [`${names.short}, ${names.year}`];
    case 'chicago-author-date':
      return [`${names.organization} ${names.year}`];
    case 'apa':
      return [`${names.organization}, ${names.year}`];
    case 'oscola':
      return [`${names.organization}, ‘${names.brief}’`];
    case 'chicago-notes':
    case 'bluebook':
      return [`${names.organization}, `, italic(names.brief)];
  }
}

/** The inside of an in-text citation, without its parentheses: "IOM, 2022, day 2, fourth conclusion". */
export function inText(cited: Cited, style: Style): Run[] {
  return runs(...inTextSource(cited.names, style), pinpoint(cited, style));
}
