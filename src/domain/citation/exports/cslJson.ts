// Sources as CSL-JSON, for pandoc and reference managers.
import type { Corpus } from '../../corpus/types';
import { languageTags, sourceOf, type ExportOptions } from './data';

/**
 * CSL-JSON, as pandoc and reference managers read it; the id is the key of pandoc citations. The title is in sentence
 * case: styles that want capitals make them, those that want none cannot take them away. The name of the dialogue is
 * part of the title, and not said again as the event's.
 */
export function cslJson(corpora: readonly Corpus[], options: ExportOptions = {}): string {
  return `${JSON.stringify(
    corpora.map(corpus => item(corpus, options)),
    undefined,
    2,
  )}\n`;
}

function item(corpus: Corpus, options: ExportOptions): Record<string, unknown> {
  const { id, names, days, language, accessed } = sourceOf(corpus, options);
  return {
    id,
    type: 'report',
    title: names.sentence,
    'title-short': shortIn(names.sentence, names.brief),
    author: [{ literal: names.organization }],
    issued: { 'date-parts': [[names.year]] },
    publisher: names.organization,
    'publisher-place': names.place,
    'event-place': names.venue,
    'event-date': { 'date-parts': days.map(dateParts) },
    URL: names.url,
    ...(accessed === undefined ? {} : { accessed: { 'date-parts': [dateParts(accessed)] } }),
    language: languageTags[language],
  };
}

/** The short title as it stands within the title, in that one's letter case. */
function shortIn(title: string, short: string): string {
  const at = title.toLowerCase().indexOf(short.toLowerCase());
  return at < 0 ? short : title.slice(at, at + short.length);
}

function dateParts(iso: string): number[] {
  return iso.split('-').map(Number);
}
