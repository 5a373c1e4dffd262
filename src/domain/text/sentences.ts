// Where the sentences of a text end.
import { lazy } from '../lazy';
import type { Range } from './ranges';

/** What closes a sentence behind its stop: quotation marks and brackets. */
const closing = String.raw`["”»’')\]]*`;
const stop = lazy(() => new RegExp(String.raw`[.!?…]${closing}(?=\s+[\p{Lu}\p{N}“"‘'«([*])`, 'gu'));
const stopOrBreak = lazy(() => new RegExp(String.raw`${stop().source}|[;|](?=\s)`, 'gu'));

/** A stop behind one of these ends no sentence: titles, what counts things, initials. */
const abbreviation =
  /(?<![\p{L}\p{N}])(?:No|Nos|para|paras|art|arts|cf|vol|chap|approx|pp?|Mr|Ms|Mrs|Dr|Prof|St|H\.E|ed|eds|al|etc|vs|e\.g|i\.e|U\.N|ff|\p{Lu})\.$/iu;
/** The longest abbreviation with its stop and the character before it. */
const longestAbbreviation = 9;

/** How sentences are told apart. */
export interface Reading {
  /** Whether semicolons and the edges of a table's cells end one, too: drafts cite what stands between them. */
  readonly breaks?: boolean;
  /** Stretches in which none ends, such as quotations; in order, apart from each other. */
  readonly whole?: readonly Range[];
}

/** Where the sentences of a text end, behind their closing marks; the last end is the text's. */
export function sentenceEnds(text: string, { breaks = false, whole = [] }: Reading = {}): number[] {
  const ends: number[] = [];
  let next = 0;
  const pattern = breaks ? stopOrBreak() : stop();
  // Not by `matchAll`, which makes the pattern anew for each text.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: found, index } = match;
    const end = index + found.length;
    while ((whole[next]?.end ?? Infinity) <= end) next++;
    if (end > (whole[next]?.start ?? Infinity)) continue;
    if (found.startsWith('.') && isAbbreviated(text, index + 1)) continue;
    ends.push(end);
  }
  ends.push(text.length);
  return ends;
}

/** Whether a text up to a place ends with an abbreviation and its stop. */
export function isAbbreviated(text: string, end = text.length): boolean {
  return abbreviation.test(text.slice(Math.max(0, end - longestAbbreviation), end));
}

const finished = lazy(() => new RegExp(`[.!?]${closing}$`, 'u'));

/** Whether a text ends as a sentence does. */
export function isFinished(text: string): boolean {
  return finished().test(text);
}
