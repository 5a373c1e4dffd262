import type { Corpus } from '../../corpus/types';
import { namesOf } from '../titles';

/** CSL-JSON, as pandoc and reference managers read it; the id is the key of pandoc citations. */
export function cslJson(corpora: readonly Corpus[]): string {
  return `${JSON.stringify(corpora.map(item), undefined, 2)}\n`;
}

function item({ id, document }: Corpus): Record<string, unknown> {
  const names = namesOf(document, 'en');
  const { start, end } = document.dates;
  return {
    id,
    type: 'report',
    title: names.full,
    'title-short': names.brief,
    author: [{ literal: names.organization }],
    issued: { 'date-parts': [[names.year]] },
    publisher: names.organization,
    'publisher-place': names.place,
    'event-title': names.series,
    'event-place': names.venue,
    'event-date': { 'date-parts': (start === end ? [start] : [start, end]).map(dateParts) },
    URL: names.url,
    language: 'en',
  };
}

function dateParts(iso: string): number[] {
  return iso.split('-').map(Number);
}
