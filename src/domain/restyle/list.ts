// The list of sources, which takes the style that the citations get.
import { hasSourceList, planSourceList } from '../handover/sourceList';
import type { Library } from '../corpus/library';
import type { Draft } from '../draft/draft';
import { inOrder, type Edit } from '../text/edits';

/**
 * The edit that words the draft's list of sources in a style. There is none where the draft has no such list, where the
 * list has these words already, and where one of its comments is missing or words that are not ours stand in it.
 */
export function listInStyle(
  draft: Draft,
  library: Library,
  options: Parameters<typeof planSourceList>[2],
): readonly Edit[] {
  if (!hasSourceList(draft, library)) return [];
  const { edit } = planSourceList(draft, library, options);
  return edit === undefined ? [] : [edit];
}

/** Both in order; the list is left as it is where a citation in it is rewritten by itself. */
export function withList(edits: readonly Edit[], list: readonly Edit[]): readonly Edit[] {
  const apart = list.every(({ start, end }) => edits.every(edit => edit.end <= start || edit.start >= end));
  return apart ? inOrder([...edits, ...list]) : edits;
}
