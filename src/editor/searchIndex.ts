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

/**
 * The search over a library's findings. A large library's grows while the host goes about its
 * business: in slices of some milliseconds, and search answers from what is ready.
 */
export const searchIndex = (library: Library): SearchIndex => indexOf(library.findings, library);

const backgrounds = new WeakMap<Library, SearchIndex<Passage>>();

/** The index of a library's background: of its own, since it is never ranked among the conclusions. */
export function backgroundIndex(library: Library): SearchIndex<Passage> {
  const index = backgrounds.get(library) ?? indexOf(library.passages, library);
  backgrounds.set(library, index);
  return index;
}

function indexOf<E extends Finding | Passage>(entries: readonly E[], library: Library): SearchIndex<E> {
  if (entries.length <= atOnce) return search().SearchIndex.build(entries, library);
  const index = new (search().SearchIndex)<E>(library);
  void index.addInSlices(
    entries,
    () =>
      new Promise<void>(resolve => {
        setTimeout(resolve, 0);
      }),
  );
  return index;
}
