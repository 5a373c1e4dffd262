// Where a draft cites each entry.
import type { Library } from '../corpus/library';
import type { Citation } from './citation';
import type { Draft } from './draft';

/** The places that cite each finding, passage or whole document, by its id, in the draft's order. */
export type Mentions = ReadonlyMap<string, readonly Citation[]>;

const cited = new WeakMap<Library, WeakMap<Citation, readonly string[]>>();

/**
 * The ids of the findings and passages a citation cites: a sentence counts for what it stands in. Of a document as a
 * whole, its own.
 */
export function citedEntries(citation: Citation, library: Library): readonly string[] {
  const known = cited.get(library) ?? new WeakMap<Citation, readonly string[]>();
  cited.set(library, known);
  let entries = known.get(citation);
  if (!entries) {
    entries = [...new Set(citation.ids.flatMap(id => library.resolve(id)?.entry.id ?? []))];
    const { corpus = '' } = citation;
    if (entries.length === 0 && citation.unknown.length === 0 && library.corpus(corpus) !== undefined)
      entries = [corpus];
    known.set(citation, entries);
  }
  return entries;
}

/**
 * Where each finding, passage or whole document is cited. A footnote's definition is no mention of its own: its
 * markers are.
 */
export function mentionsOf(citations: readonly Citation[], library: Library): Mentions {
  const mentions = new Map<string, Citation[]>();
  for (const citation of citations) {
    if (citation.form === 'footnoteDefinition') continue;
    for (const id of citedEntries(citation, library)) {
      const places = mentions.get(id);
      if (places) places.push(citation);
      else mentions.set(id, [citation]);
    }
  }
  return mentions;
}

/** Whether both cite the same entries equally often. */
export function sameCounts(a: Mentions, b: Mentions): boolean {
  if (a.size !== b.size) return false;
  for (const [id, places] of a) if (b.get(id)?.length !== places.length) return false;
  return true;
}

/** How many characters before a citation are looked at for its words: marks and blanks among them are not shown. */
const farthest = 2000;

/**
 * The words of the draft before a citation, on one line, at most so many characters: by them a drafter knows the place.
 */
export function wordsBefore(draft: Draft, citation: Citation, length: number): string {
  const block = draft.blockAt(citation.start);
  if (!block) return '';
  const at = citation.start - block.start;
  const from = Math.max(0, at - farthest);
  const before = block.words
    .slice(from, at)
    .replace(/\[\^[^[\]\s]*\]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (before.length <= length && from === 0) return before;
  const cut = before.slice(-length);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}
