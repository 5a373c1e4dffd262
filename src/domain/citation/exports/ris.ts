// Sources as RIS.
import type { Corpus } from '../../corpus/types';
import { languageTags, sourceOf, type ExportOptions } from './data';

/**
 * RIS, one record a document, lines ended by CRLF. DA is the date of the document, year/month/day with an empty month
 * and day where they are not known; Y2 the day its page was looked at. The name of the dialogue is part of the title,
 * and no series beside it.
 */
export function ris(corpora: readonly Corpus[], options: ExportOptions = {}): string {
  return corpora
    .flatMap(corpus => record(corpus, options))
    .map(line => `${line}\r\n`)
    .join('');
}

function record(corpus: Corpus, options: ExportOptions): string[] {
  const { id, names, language, accessed } = sourceOf(corpus, options);
  const fields: readonly (readonly [string, string])[] = [
    ['TY', 'RPRT'],
    ['ID', id],
    ['AU', names.organization],
    ['TI', names.sentence],
    ['ST', names.brief],
    ['PY', String(names.year)],
    ['DA', `${names.year}///`],
    ['N1', `${names.series}, ${names.venue}, ${names.dates}`],
    ['PB', names.organization],
    ['CY', names.place],
    ['UR', names.url],
    ...(accessed === undefined ? [] : [['Y2', `${accessed.replaceAll('-', '/')}/`] as const]),
    ['LA', languageTags[language]],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/gu, ' ').trim()}`);
}
