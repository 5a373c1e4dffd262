// What a citation of a draft cites, as far as another form can say it.
import type { Library } from '../corpus/library';
import type { Citation } from '../draft/citation';
import type { SkipReason } from './unit';

/** The entries that a citation cites, or the document that it cites as a whole. */
export function citedIds({ ids, corpus }: Citation, library: Library): string[] {
  const entries = ids.flatMap(id => library.resolve(id)?.entry.id ?? []);
  return entries.length === 0 && corpus !== undefined ? [corpus] : entries;
}

/** Only a place of the source, or a document that the library holds, can be cited in another form. */
export function placeObstacle({ mentions, ids, corpus = '' }: Citation, library: Library): SkipReason | undefined {
  if (mentions.some(({ conclusion, paragraph }) => conclusion === undefined && paragraph === undefined))
    return 'wholeDocument';
  return ids.length === 0 && library.corpus(corpus) === undefined ? 'unknown' : undefined;
}

/** Whether the words of an in-text citation name one document of the library only. */
export function onlyDocument({ year, letter, corpus: id }: Citation, library: Library): boolean {
  const cited = id === undefined ? undefined : library.corpus(id);
  if (cited === undefined) return false;
  if (year === undefined || letter !== undefined) return true;
  return !library.corpora.some(
    ({ id: other, document }) =>
      other !== cited.id && document.year === year && document.organization === cited.document.organization,
  );
}
