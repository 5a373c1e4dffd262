// The part of a text that shows most of what was found.
import type { Range } from '../text/ranges';
import { tokenize } from '../text/folded';
import { stem } from '../text/stem';
import { merged } from './evidence';

/** Part of a text, and where in that part the matched words stand. */
interface Excerpt {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/**
 * The stretch of a hit's text that shows most matched words, cut at words, with an ellipsis where
 * something was cut away. `text` is at most `maxLength` UTF-16 units long, ellipses included.
 *
 * @param query what was searched: its own words are shown rather than words that mean the same
 */
export function excerpt(
  hit: {
    readonly finding: { readonly text: string };
    readonly ranges: readonly Range[];
    readonly sentence?: { readonly text: string } | undefined;
  },
  maxLength = 160,
  query = '',
): Excerpt {
  const { text } = hit.finding;
  if (text.length <= maxLength) return { text, ranges: merged(hit.ranges) };
  const room = Math.max(1, maxLength - 4);
  const from = wordStart(text, bestStart(text, weighed(text, told(hit), query), room));
  const to = wordEnd(text, from, Math.min(text.length, from + room));
  const before = from > 0 ? '… ' : '';
  const after = to < text.length ? ' …' : '';
  const shift = before.length - from;
  const ranges = hit.ranges
    .filter(range => range.start >= from && range.end <= to)
    .map(range => ({ start: range.start + shift, end: range.end + shift }));
  return { text: (before + text.slice(from, to) + after).slice(0, maxLength), ranges: merged(ranges) };
}

/** What matched in the sentence whose speaker is named beside it; all that did where none of it is there. */
function told({ finding, ranges, sentence }: Parameters<typeof excerpt>[0]): readonly Range[] {
  const from = sentence ? finding.text.indexOf(sentence.text) : -1;
  const to = from + (sentence?.text.length ?? 0);
  const within = from < 0 ? [] : ranges.filter(({ start, end }) => start >= from && end <= to);
  return within.length > 0 ? within : ranges;
}

interface Weighed extends Range {
  readonly weight: number;
}

/** A word that was searched weighs so many times as much as one that means the same. */
const asSearched = 10;

/** What matched, by its letters, and what is of the query's own words by more. */
function weighed(text: string, ranges: readonly Range[], query: string): Weighed[] {
  const searched = tokenize(query).map(({ word }) => ({ word, stem: stem(word) }));
  const isSearched = (found: string): boolean =>
    searched.some(one => found.startsWith(one.word) || stem(found) === one.stem);
  return ranges.map(range => {
    const letters = range.end - range.start;
    const own = tokenize(text.slice(range.start, range.end)).some(({ word }) => isSearched(word));
    return { ...range, weight: own ? letters * asSearched : letters };
  });
}

/** Where a window of that length begins that holds what weighs most, with some words before it. */
function bestStart(text: string, ranges: readonly Weighed[], room: number): number {
  let best = 0;
  let most = 0;
  for (const { start } of ranges) {
    const from = Math.min(Math.max(0, start - Math.floor(room / 6)), text.length - room);
    const weight = ranges.reduce(
      (sum, range) => (range.start >= from && range.end <= from + room ? sum + range.weight : sum),
      0,
    );
    if (weight > most) [best, most] = [from, weight];
  }
  return best;
}

function wordStart(text: string, at: number): number {
  if (at === 0 || text[at - 1] === ' ') return at;
  const blank = text.indexOf(' ', at);
  return blank < 0 ? at : blank + 1;
}

/** Where the words from `from` on end, cut at `at`. */
export function wordEnd(text: string, from: number, at: number): number {
  if (at === text.length || text[at] === ' ') return at;
  const blank = text.lastIndexOf(' ', at);
  if (blank > from) return blank;
  // One word longer than the room: never cut a surrogate pair.
  return /[\ud800-\udbff]/u.test(text[at - 1] ?? '') ? at - 1 : at;
}
