// The grouping of the sidebar that shows what a draft cites, and where.
import type { Citation } from '../draft/citation';
import type { Grouping } from './groupings';
import { plant, type Subject } from './rows';

/** One place of a draft that cites something. */
export interface CitedPlace {
  readonly citation: Citation;
  /** The words before it. */
  readonly before: string;
}

/**
 * The findings, background paragraphs and whole documents cited in a draft, in the source's order, each with the places
 * that cite it.
 * @param places the places that cite what has an id, in the draft's order, as they are when the rows are made
 */
export function citedGrouping(places: (id: string) => readonly CitedPlace[]): Grouping {
  return {
    id: 'cited',
    rows(library, keep) {
      const subjects = library.corpora.flatMap((corpus): [string, Subject][] => [
        ...[...corpus.findings, ...corpus.passages].map((entry): [string, Subject] => [
          entry.id,
          { kind: 'entry', entry },
        ]),
        [corpus.id, { kind: 'document', corpus }],
      ]);
      const sketches = subjects
        .filter(([id]) => keep === undefined || keep.has(id))
        .flatMap(([id, subject]) => {
          const found = places(id);
          if (found.length === 0) return [];
          const children = found.map(({ before }, index) => ({
            key: String(index),
            subject: { kind: 'mention', cited: id, number: index + 1, of: found.length, before } as const,
          }));
          return [{ key: id, subject, children }];
        });
      return plant(sketches, keep ? 'cited?' : 'cited');
    },
  };
}
