// What every export format says of a source.
import type { Corpus, Language } from '../../corpus/types';
import { namesOf, type Names } from '../titles';

/** What the data of a source depends on besides the source. */
export interface ExportOptions {
  /** Of the names and titles, which are official in each; English when not given. */
  readonly language?: Language;
  /** The day the source's page was looked at, ISO 8601, as the drafter said it; left out where nobody said one. */
  readonly accessed?: string;
}

/** One source, ready to be put into a format. */
interface Source {
  readonly id: string;
  readonly corpus: Corpus;
  readonly language: Language;
  readonly names: Names;
  /** First and last day of the meeting, or its only day. */
  readonly days: readonly string[];
  readonly accessed: string | undefined;
}

/** The language of a source as a tag: the organization's English is British. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' };

/** What every format says of a document. */
export function sourceOf(corpus: Corpus, { language = 'en', accessed }: ExportOptions): Source {
  const {
    id,
    document: {
      dates: { start, end },
    },
  } = corpus;
  return {
    id,
    corpus,
    language,
    names: namesOf(corpus.document, language),
    days: start === end ? [start] : [start, end],
    accessed,
  };
}
