import type { Library } from '../domain/corpus/library';
import { SearchIndex } from '../domain/search';

/** Findings that are indexed in one go: some milliseconds. */
const atOnce = 100;

/**
 * The search over a library's findings. A large library's grows while the host goes about its
 * business: in slices of some milliseconds, and search answers from what is ready.
 */
export function searchIndex(library: Library): SearchIndex {
  if (library.findings.length <= atOnce) return SearchIndex.build(library.findings, library);
  const index = new SearchIndex(library);
  void index.addInSlices(library.findings, () => new Promise<void>(resolve => { setTimeout(resolve, 0); }));
  return index;
}
