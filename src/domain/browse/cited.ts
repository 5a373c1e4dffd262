import type { Citation } from '../draft/citation';
import type { Grouping } from './groupings';
import { plant } from './rows';

/** One place of a draft that cites something. */
export interface CitedPlace {
  readonly citation: Citation;
  /** The words before it. */
  readonly before: string;
}

/**
 * The findings and background paragraphs cited in a draft, in the source's order, each with the places that
 * cite it.
 * @param places the places that cite an entry, in the draft's order, as they are when the rows are made
 */
export function citedGrouping(places: (id: string) => readonly CitedPlace[]): Grouping {
  return {
    id: 'cited',
    rows(library, keep) {
      const entries = library.corpora.flatMap(({ findings, passages }) => [...findings, ...passages]);
      const sketches = entries.filter(({ id }) => keep === undefined || keep.has(id)).flatMap(entry => {
        const found = places(entry.id);
        if (found.length === 0) return [];
        const children = found.map(({ before }, index) => ({
          key: String(index),
          subject: { kind: 'mention', entry, number: index + 1, of: found.length, before } as const,
        }));
        return [{ key: entry.id, subject: { kind: 'entry', entry } as const, children }];
      });
      return plant(sketches, keep ? 'cited?' : 'cited');
    },
  };
}
