import type { Corpus } from '../../corpus/types';
import { bibtex } from './bibtex';
import { cslJson } from './cslJson';
import { ris } from './ris';

/** The formats reference managers and pandoc read. */
export const exportFormats = ['csl-json', 'bibtex', 'ris'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The usual file ending of a format. */
export const exportEndings: Readonly<Record<ExportFormat, string>> = {
  'csl-json': 'json',
  bibtex: 'bib',
  ris: 'ris',
};

/** The bibliographic data of documents, one entry each, as the text of a file. */
export function exportSources(corpora: readonly Corpus[], format: ExportFormat): string {
  if (format === 'csl-json') return cslJson(corpora);
  return format === 'bibtex' ? bibtex(corpora) : ris(corpora);
}
