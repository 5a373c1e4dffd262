// The rows of the sidebar's tree: what each stands for, its parent and its children.
import type { Corpus, Day, Finding, Passage, Who } from '../corpus/types';
import { append } from '../longLists';

/** What a row stands for, as codes and data: the editor layer words it. */
export type Subject =
  | { readonly kind: 'corpus'; readonly corpus: Corpus }
  | { readonly kind: 'day'; readonly day: Day }
  /** `label` is our short title. */
  | { readonly kind: 'theme'; readonly heading: string; readonly label: string | undefined }
  | { readonly kind: 'who'; readonly who: Who }
  | { readonly kind: 'objective'; readonly objective: number; readonly title: string; readonly label: string }
  | { readonly kind: 'noObjective' }
  | { readonly kind: 'background' }
  | { readonly kind: 'entry'; readonly entry: Finding | Passage }
  /** A document as a whole. */
  | { readonly kind: 'document'; readonly corpus: Corpus }
  /**
   * A place in the draft that cites a finding, passage or document: the second of five; `before` is the draft's words
   * there.
   */
  | {
      readonly kind: 'mention';
      readonly cited: string;
      readonly number: number;
      readonly of: number;
      readonly before: string;
    };

/** A row of the tree. Its id is unique in the tree and the same each time the tree is built. */
export interface Row {
  readonly id: string;
  readonly subject: Subject;
  readonly parent: Row | undefined;
  readonly children: readonly Row[];
}

/** A row on its way into a tree: ids and parents are given when the tree is put together. */
export interface Sketch {
  /** Unique among its siblings. */
  readonly key: string;
  readonly subject: Subject;
  readonly children?: readonly Sketch[];
}

/** Makes rows of sketches; an id is the path of keys from the root, after `prefix`. */
export function plant(sketches: readonly Sketch[], prefix: string, parent?: Row): readonly Row[] {
  return sketches.map(({ key, subject, children = [] }) => {
    const grown: Row[] = [];
    const row: Row = { id: `${parent?.id ?? prefix}/${key}`, subject, parent, children: grown };
    append(grown, plant(children, prefix, row));
    return row;
  });
}

/** The rows for entries, one each, in the order given. */
export function leaves(entries: readonly (Finding | Passage)[]): readonly Sketch[] {
  return entries.map(entry => ({ key: entry.id, subject: { kind: 'entry', entry } }));
}

/** Every entry below the rows, each once however often it is listed. */
export function entriesOf(rows: readonly Row[]): ReadonlySet<Finding | Passage> {
  const found = new Set<Finding | Passage>();
  const visit = (row: Row): void => {
    if (row.subject.kind === 'entry') found.add(row.subject.entry);
    row.children.forEach(visit);
  };
  rows.forEach(visit);
  return found;
}

/** What a row stands for that can be cited, by its id; undefined for groups. */
export function citableOf({ subject }: Row): string | undefined {
  if (subject.kind === 'entry') return subject.entry.id;
  return subject.kind === 'document' ? subject.corpus.id : undefined;
}

/** The first row, from the top, that stands for the finding, passage or document with this id. */
export function rowOf(rows: readonly Row[], id: string): Row | undefined {
  for (const row of rows) {
    if (citableOf(row) === id) return row;
    const below = rowOf(row.children, id);
    if (below) return below;
  }
  return undefined;
}
