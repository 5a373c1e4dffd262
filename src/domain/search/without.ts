// Words of a query that nobody knows, set aside.
import type { Slot } from './expand';

/** The words that a search asks for, and the share that they are of all that were typed. */
interface Asked {
  readonly asked: readonly Slot[];
  readonly share: number;
}

/**
 * Sets aside the words that nobody knows: beside known ones they narrow nothing ("drowning Lampedusa"). Where more
 * words are strange than known, the query means nothing here, and all of them are asked for.
 */
export function setAside(slots: readonly Slot[]): Asked {
  const strange = slots.filter(({ unanswered }) => unanswered === 'unknown' || unanswered === 'other subjects').length;
  const known = slots.filter(isKnown);
  const solid = known.filter(({ weak }) => !weak).length;
  // A word of another subject is a sign of that subject, unless ours has more words.
  const outnumbered = solid > strange;
  const asked = slots.filter(
    ({ unanswered }) =>
      unanswered !== 'unknown' && unanswered !== 'names' && !(outnumbered && unanswered === 'other subjects'),
  );
  // Beside names alone ("migrants in Lampedusa") words of every subject are enough.
  const enough = strange === 0 ? known.length > 0 : solid > 0 && known.length >= strange;
  if (asked.length === slots.length || !enough) return { asked: slots, share: 1 };
  return { asked, share: asked.length / slots.length };
}

/** Known for sure: not guessed from a misspelling, and no number. */
function isKnown({ unanswered, doubt, typed }: Slot): boolean {
  return unanswered === undefined && doubt === 0 && !/^\d+$/u.test(typed);
}

/**
 * The hits with the words that nothing answered, and lower by the share that was asked for. A word that the next
 * letters may make a known one is not called missing yet.
 */
export function markedWithout<H extends { readonly score: number }>(
  hits: H[],
  slots: readonly Slot[],
  share: number,
): (H & { readonly without?: readonly string[] })[] {
  const without = slots
    .filter(({ unanswered, becoming }) => unanswered !== undefined && unanswered !== 'every subject' && !becoming)
    .map(({ typed }) => typed);
  if (without.length === 0) return hits;
  return hits.map(hit => ({ ...hit, score: hit.score * share, without }));
}
