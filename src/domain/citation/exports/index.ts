// Sources in the formats that reference managers and pandoc read.
import type { Corpus } from '../../corpus/types';
import { biblatex } from './biblatex';
import { cslJson } from './cslJson';
import type { ExportOptions } from './data';
import { ris } from './ris';

export type { ExportOptions } from './data';

/** The formats reference managers and pandoc read. */
const exportFormats = ['csl-json', 'biblatex', 'ris'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The format of that name; `bibtex`, as biblatex was called before, is still known. */
export function exportFormatNamed(name: unknown): ExportFormat | undefined {
  return name === 'bibtex' ? 'biblatex' : exportFormats.find(format => format === name);
}

/** The usual file ending of a format. */
export const exportEndings: Readonly<Record<ExportFormat, string>> = {
  'csl-json': 'json',
  biblatex: 'bib',
  ris: 'ris',
};

const writers = { 'csl-json': cslJson, biblatex, ris } as const;

/** The bibliographic data of documents, one entry each, as the text of a file. */
export function exportSources(corpora: readonly Corpus[], format: ExportFormat, options: ExportOptions = {}): string {
  return writers[format](corpora, options);
}
