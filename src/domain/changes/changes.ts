/** What changed between two versions of a draft in what they cite, quote and let others say. */
import type { Checker } from '../check/checker';
import type { Language } from '../corpus/types';
import { attributionChanges, type AttributionChange } from './attributions';
import { citationChanges, type CitationChange } from './citations';
import { pairSentences } from './pairs';
import { quotationChanges, type QuotationChange } from './quotations';
import { readVersion } from './reading';

/**
 * All changes; offsets are those of the version on their side. Each list is in the order of the later version, what is
 * gone at its end.
 */
export interface Changes {
  readonly citations: readonly CitationChange[];
  readonly quotations: readonly QuotationChange[];
  readonly attributions: readonly AttributionChange[];
}

/** One version: a checker of its draft, and the language it is read in. */
interface Version {
  readonly checker: Checker;
  readonly language: Language;
}

/**
 * Compares two versions of a draft, in steps. Any two texts can be compared; versions that say the same have no
 * changes. Exchanging them exchanges added and removed, strengthened and weakened, and the sides of all others.
 */
export function* changesBetween(before: Version, after: Version): Generator<void, Changes> {
  const old = yield* readVersion(before.checker, before.language);
  const now = yield* readVersion(after.checker, after.language);
  const pairs = yield* pairSentences(old, now);
  yield;
  const citations = citationChanges(old, now, pairs);
  yield;
  const quotations = quotationChanges(old, now, pairs);
  const attributions = yield* attributionChanges(after.checker.tools.attributions, pairs);
  return { citations: inOrder(citations), quotations: inOrder(quotations), attributions: inOrder(attributions) };
}

/** Whether there is nothing to tell. */
export function isEmpty({ citations, quotations, attributions }: Changes): boolean {
  return citations.length + quotations.length + attributions.length === 0;
}

function inOrder<T extends object>(changes: readonly T[]): T[] {
  const at = (change: T): number =>
    (change as { readonly after?: { readonly start: number } }).after?.start ?? Infinity;
  const was = (change: T): number =>
    (change as { readonly before?: { readonly start: number } }).before?.start ?? Infinity;
  return changes.toSorted((a, b) => (at(a) === at(b) ? was(a) - was(b) || 0 : at(a) - at(b)));
}
