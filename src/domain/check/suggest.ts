/** What a reference that names nothing was probably meant to name. */
import { labelOf, readLabel } from '../citation/labels';
import { isCitable, type Library } from '../corpus/library';
import type { Corpus } from '../corpus/types';
import type { PlaceReference } from '../draft/locator';
import { distance } from '../text/distance';

/** A reference that names nothing. */
export interface Missing {
  /** The footnote's label or the citation's key as written; empty for one that names an organization. */
  readonly key: string;
  /** The document it names, where that is certain. */
  readonly corpus?: string | undefined;
  /** The places it names that do not exist; none where only the document does not, or nothing can be read. */
  readonly places: readonly PlaceReference[];
}

/** What it probably was to name: a document, and in it the nearest to each missing place. */
export interface Suggestion {
  readonly corpus: string;
  /** Ids of findings and passages, each once; empty where the reference names no place. */
  readonly ids: readonly string[];
  /** Whether they are at the very places that are named: only the document's name is wrong. */
  readonly exact: boolean;
}

/** What the source has where a place is named that it has not. */
export type Limit =
  | { readonly kind: 'day'; readonly number: number; readonly last: number }
  | { readonly kind: 'conclusion'; readonly number: number; readonly last: number; readonly day?: number }
  | { readonly kind: 'paragraph'; readonly number: number; readonly last: number };

/** What the source has of the kind of the first place that is named and does not exist; undefined where none is. */
export function limitOf(library: Library, missing: Missing): Limit | undefined {
  const corpus = library.corpus(missing.corpus ?? '') ?? library.corpora[0];
  if (!corpus) return undefined;
  for (const place of placesOf(missing).places) {
    const limit = limitIn(corpus, place);
    if (limit) return limit;
  }
  return undefined;
}

function limitIn({ days, findings, passages }: Corpus, place: PlaceReference): Limit | undefined {
  const { day, conclusion, part, paragraph } = place;
  if (day !== undefined && !days.some(({ number }) => number === day))
    return { kind: 'day', number: day, last: days.length };
  if (conclusion !== undefined) {
    const last = day === undefined ? findings.length : countOf(findings, day);
    if (conclusion >= 1 && conclusion <= last) return undefined;
    return { kind: 'conclusion', number: conclusion, last, ...(day !== undefined && { day }) };
  }
  const last = passages.filter(each => part === undefined || each.part === part).length;
  return paragraph === undefined || (paragraph >= 1 && paragraph <= last)
    ? undefined
    : { kind: 'paragraph', number: paragraph, last };
}

/** How many characters may differ in the name of a document. */
const nearName = 2;

/** Undefined where nothing is near: a guess that is as good as any other is none. */
export function suggest(library: Library, missing: Missing): Suggestion | undefined {
  const { name, places } = placesOf(missing);
  const corpus = library.corpus(missing.corpus ?? '') ?? corpusOf(library, name, places.length > 0);
  // What goes on after a document's name and is no place may be meant to be anything.
  if (!corpus || (places.length === 0 && name.startsWith(corpus.id))) return undefined;
  const ids = places.map(place => nearest(corpus, place)).filter(id => id !== undefined);
  const exact = places.every(place => limitIn(corpus, place) === undefined);
  return ids.length === places.length ? { corpus: corpus.id, ids: [...new Set(ids)], exact } : undefined;
}

/** The name of the document in a reference, and the places it names. */
function placesOf(missing: Missing): { readonly name: string; readonly places: readonly PlaceReference[] } {
  const key = missing.key.toLowerCase().replace(/[_–—‑]/gu, '-');
  const named = /^(.*?)-?(?:d(\d{1,6})-?c(\d{1,6})|-b(\d{1,6}))(?!\d)/u.exec(key);
  if (!named) return { name: key, places: missing.places };
  const [, name = '', day, conclusion, paragraph] = named;
  return {
    name,
    places: [
      paragraph === undefined ? { day: Number(day), conclusion: Number(conclusion) } : { paragraph: Number(paragraph) },
    ],
  };
}

/**
 * The label a note of several places was probably to have: each place that does not exist with the one nearest to it.
 */
export function suggestLabel(library: Library, label: string): string | undefined {
  const ids = readLabel(label, library)?.ids ?? [];
  if (ids.length < 2) return undefined;
  const near = ids.map(id => (isCitable(library, id) ? id : suggest(library, { key: id, places: [] })?.ids[0]));
  return near.includes(undefined) ? undefined : labelOf([...new Set(near.flatMap(id => id ?? []))]);
}

function corpusOf({ corpora }: Library, name: string, placed: boolean): Corpus | undefined {
  return (
    corpora.find(({ id }) => id === name || name.startsWith(`${id}-`)) ??
    corpora.find(({ id }) => distance(id, name) <= nearName) ??
    // A place in a document of another name: where there is but one document, it is that one's.
    (placed && corpora.length === 1 ? corpora[0] : undefined)
  );
}

function nearest(
  { days, findings, passages }: Corpus,
  { day, conclusion, part, paragraph }: PlaceReference,
): string | undefined {
  if (conclusion !== undefined) {
    // Without a day it can only be counted through the whole document, if it is more than any day has.
    if (day === undefined)
      return days.some(({ number }) => countOf(findings, number) >= conclusion)
        ? undefined
        : (findings[conclusion - 1] ?? findings.at(-1))?.id;
    return least(findings, each => Math.abs(each.day - day) * 1000 + Math.abs(each.ordinal - conclusion));
  }
  if (paragraph === undefined) return undefined;
  const here = passages.filter(each => part === undefined || each.part === part);
  return least(here, each => Math.abs((part === undefined ? each.ordinal : each.paragraph) - paragraph));
}

function countOf(findings: Corpus['findings'], day: number): number {
  return findings.filter(each => each.day === day).length;
}

function least<T extends { readonly id: string }>(
  entries: readonly T[],
  off: (entry: T) => number,
): string | undefined {
  return entries.toSorted((a, b) => off(a) - off(b))[0]?.id;
}

/** The one of several words that another was probably to be: none where nothing is near. */
export function nearWord(word: string, words: readonly string[]): string | undefined {
  const own = word.slice(0, 40).toLowerCase();
  const [near] = words
    .map(each => ({ each, off: distance(own, each.toLowerCase()) }))
    .toSorted((one, other) => one.off - other.off);
  // Of a short word two letters are too much.
  return near !== undefined && near.off <= (near.each.length > 4 ? nearName : 1)
    ? near.each
    : words.find(each => own.length > 2 && each.startsWith(own));
}
