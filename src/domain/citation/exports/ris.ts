import type { Corpus } from '../../corpus/types';
import { namesOf } from '../titles';

/** RIS, one record a document, lines ended by CRLF. */
export function ris(corpora: readonly Corpus[]): string {
  return corpora.flatMap(record).map(line => `${line}\r\n`).join('');
}

function record({ id, document }: Corpus): string[] {
  const names = namesOf(document, 'en');
  const fields: readonly (readonly [string, string])[] = [
    ['TY', 'RPRT'],
    ['ID', id],
    ['AU', names.organization],
    ['TI', names.full],
    ['ST', names.brief],
    ['T3', names.series],
    ['PY', String(names.year)],
    ['N1', `${names.series}, ${names.venue}, ${names.dates}`],
    ['PB', names.organization],
    ['CY', names.place],
    ['UR', names.url],
    ['LA', 'en'],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/gu, ' ').trim()}`);
}
