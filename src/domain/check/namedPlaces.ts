/**
 * Places of a document that a draft names in running prose, without a citation: "the seventh conclusion of day 3 of the
 * IDM 2022". They are checked as citations are, and never edited: they are the drafter's words.
 */
import type { Names } from '../draft/corpusNames';
import type { Block } from '../draft/draft';
import { dayOfThe } from '../draft/inText';
import { readLocator, type Locator } from '../draft/locator';
import { lazy } from '../lazy';
import type { Range } from '../text/ranges';
import type { Cited } from './cited';

/** So far before a name its place may begin. */
const farthest = 90;
/** So far behind it parentheses with its place may open, and how long they may be. */
const farthestBehind = 60;
const longestPlace = 60;

/** What may stand between a place and the name: "of the", "of the summary of conclusions of the first session of the". */
const ofTheName =
  /^,? (?:of|from|in|du|del|de la) ?(?:the |its |IOM[’']s )?(?:(?:summary|document|text|conclusions|first session|session)(?: of conclusions)? (?:of|from) (?:the |IOM[’']s )?){0,2}(?:first session of the )?$/iu;
/** "In its fourth conclusion of day 2, the". */
const ofItself = /^, (?:the |IOM[’']s )?$/iu;
const itsBefore = /\bits $/iu;
/** Behind these the name is another's, or of the session that came later. */
const elsewhere = /^[’']?s? ?(?:,? \(?(?:second|2nd) session|-2\b|[-–/]20)/iu;
/** Where a place may begin. */
const begins =
  /(?<![\p{L}\p{N}])(?=\p{L}{3,12} conclusi[oó]n|\d{1,2}(?:st|nd|rd|th) conclusion|conclusion|(?:the )?(?:first|second|third) day|day )/giu;
/** Words between a name and the parentheses with its place: "concluded", "summary". */
const untilOpened = /^[^().;:!?\n]{1,60}\((?=[^()]{5,60}\))/u;

/** What a place in a document is known by: a day and a conclusion of it. */
const isFull = ({ mentions }: Locator): boolean =>
  mentions.length > 0 && mentions.every(({ day, conclusion }) => day !== undefined && conclusion !== undefined);

/**
 * The places that are named in a block's prose, in order; offsets count from its beginning.
 *
 * @param known the block's citations, in order: what stands in one of them, or is cited by one, is not told of again
 */
export function namedPlaces({ prose }: Block, names: Names, known: readonly Cited[]): Cited[] {
  if (!names.mayNameSeries(prose) || !/conclusi[oó]n/iu.test(prose)) return [];
  const cited = lazy(() => new Set(known.flatMap(({ ids }) => ids)));
  return namedApart(prose, names, known).filter(
    ({ ids, unknown }) => unknown !== undefined || !ids.every(id => cited().has(id)),
  );
}

/** The places that are named in some prose and stand in none of its citations, which are in order. */
export function namedApart(prose: string, names: Names, citations: readonly Range[]): Cited[] {
  const found: Cited[] = [];
  let next = 0;
  for (const place of namedIn(prose, names)) {
    while ((citations[next]?.end ?? Infinity) <= place.start) next++;
    if ((citations[next]?.start ?? Infinity) >= place.end) found.push(place);
  }
  return found;
}

/** The places that are named in some prose, cited as well or not. */
function namedIn(prose: string, names: Names): Cited[] {
  return [...prose.matchAll(names.series)].flatMap(({ 0: name, index }) => {
    const [corpus, other] = names.titled(name);
    const end = index + name.length;
    if (corpus === undefined || other !== undefined || elsewhere.test(prose.slice(end, end + 24))) return [];
    const place = placeBefore(prose, index) ?? placeBehind(prose, end) ?? placeAround(prose, index, end);
    if (!place) return [];
    const { start, locator } = place;
    const { ids, unknown } = names.resolve(corpus.id, locator.mentions);
    const reference = prose.slice(start, start + locator.end);
    const missing = { reference, key: '', locator: reference, corpus: corpus.id, places: unknown };
    return [
      {
        start: Math.min(start, index),
        end: Math.max(start + locator.end, end),
        form: 'narrative' as const,
        ids,
        ours: true,
        named: true,
        shared: false,
        annotated: true,
        ...(unknown.length > 0 && { unknown: missing }),
      },
    ];
  });
}

interface Place {
  readonly start: number;
  readonly locator: Locator;
}

/** "The seventh conclusion of day 3 of the" before a name; "in its fourth conclusion of day 2, the". */
function placeBefore(prose: string, name: number): Place | undefined {
  const from = Math.max(0, name - farthest);
  const near = prose.slice(from, name);
  // To look for the first takes less than to make the pattern anew, as looking for all of them does.
  if (near.search(begins) < 0) return undefined;
  for (const { index } of near.matchAll(begins)) {
    const locator = readLocator(near.slice(index));
    if (!locator || !isFull(locator)) continue;
    const between = near.slice(index + locator.end);
    if (ofTheName.test(between) || (ofItself.test(between) && itsBefore.test(near.slice(0, index))))
      return { start: from + index, locator };
  }
  return undefined;
}

/** "Day 2 of the IDM 2022, sixth conclusion": the day before a name, and the conclusion behind it. */
function placeAround(prose: string, name: number, end: number): Place | undefined {
  const before = dayOfThe.exec(prose.slice(Math.max(0, name - farthest), name));
  if (!before) return undefined;
  const start = name - before[0].length;
  // The name says nothing of the place: blanks stand for it.
  const locator = readLocator(before[0] + ' '.repeat(end - name) + prose.slice(end, end + longestPlace));
  return locator && isFull(locator) ? { start, locator } : undefined;
}

/** "… concluded (day 2, fourth conclusion)" behind a name. */
function placeBehind(prose: string, end: number): Place | undefined {
  const opened = untilOpened.exec(prose.slice(end, end + farthestBehind + longestPlace));
  if (!opened) return undefined;
  const start = end + opened[0].length;
  const locator = readLocator(prose.slice(start, start + longestPlace));
  return locator && isFull(locator) && prose[start + locator.end] === ')' ? { start, locator } : undefined;
}
