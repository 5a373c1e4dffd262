// The part of a text that shows most of what was found.
import type { Range } from '../text/ranges';
import { merged } from './evidence';

/** Part of a text, and where in that part the matched words stand. */
interface Excerpt {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/**
 * The stretch of a hit's text that shows most matched words, cut at words, with an ellipsis where
 * something was cut away. `text` is at most `maxLength` UTF-16 units long, ellipses included.
 */
export function excerpt(
  hit: { readonly finding: { readonly text: string }; readonly ranges: readonly Range[] },
  maxLength = 160,
): Excerpt {
  const { text } = hit.finding;
  if (text.length <= maxLength) return { text, ranges: merged(hit.ranges) };
  const room = Math.max(1, maxLength - 4);
  const from = wordStart(text, bestStart(text, hit.ranges, room));
  const to = wordEnd(text, from, Math.min(text.length, from + room));
  const before = from > 0 ? '… ' : '';
  const after = to < text.length ? ' …' : '';
  const shift = before.length - from;
  const ranges = hit.ranges
    .filter(range => range.start >= from && range.end <= to)
    .map(range => ({ start: range.start + shift, end: range.end + shift }));
  return { text: (before + text.slice(from, to) + after).slice(0, maxLength), ranges: merged(ranges) };
}

/** Where a window of that length begins that holds most matched letters, with some words before them. */
function bestStart(text: string, ranges: readonly Range[], room: number): number {
  let best = 0;
  let most = 0;
  for (const { start } of ranges) {
    const from = Math.min(Math.max(0, start - Math.floor(room / 6)), text.length - room);
    const letters = ranges.reduce(
      (sum, range) => (range.start >= from && range.end <= from + room ? sum + range.end - range.start : sum),
      0,
    );
    if (letters > most) [best, most] = [from, letters];
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
