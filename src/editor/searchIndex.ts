// The search index, made when it is first asked for.
import type { Library } from '../domain/corpus/library';
import type { Finding, Passage } from '../domain/corpus/types';
import type { SearchIndex } from '../domain/search';
import { lazy } from '../domain/lazy';

/** Findings that are indexed in one go: some milliseconds. */
const atOnce = 100;

/** The search and its word lists, loaded with the first search. */
const search = lazy(() => require('../domain/search'));

/** The part of a hit's text that shows most of what was found. */
export const excerptOf: ReturnType<typeof search>['excerpt'] = (...of) => search().excerpt(...of);

/** The index of a few entries, made at once. */
export function builtIndex<E extends Finding | Passage>(entries: readonly E[], library: Library): SearchIndex<E> {
  return search().SearchIndex.build(entries, library);
}

/**
 * The search over a library's findings. A large library's grows while the host goes about its
 * business: in slices of some milliseconds, and search answers from what is ready.
 */
export function searchIndex(library: Library): SearchIndex {
  if (library.findings.length <= atOnce) return builtIndex(library.findings, library);
  const index = new (search().SearchIndex)<Finding>(library);
  void index.addInSlices(
    library.findings,
    () =>
      new Promise<void>(resolve => {
        setTimeout(resolve, 0);
      }),
  );
  return index;
}
