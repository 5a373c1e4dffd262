// The source in paragraphs, list items and headings, every character accounted for.
import type { Range } from '../text/ranges';
import { certain } from '../certain';

/** What a stretch of the source is. Together the segments hold every non-blank character once. */
export type Role =
  | 'title'
  | 'rule'
  | 'passage'
  | 'listLead'
  | 'panelDay'
  | 'panelMark'
  | 'panel'
  | 'dayHeading'
  | 'themeHeading'
  | 'mark'
  | 'finding'
  | 'markup';

export interface Segment {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** A paragraph or list item of the source, before anything is known about what it is. */
export interface Item {
  /** The bullet, where it has one. */
  readonly mark?: Range;
  readonly start: number;
  end: number;
}

/** A summary that is not built as expected, and where. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  constructor(what: string, source: string, offset: number) {
    super(`line ${source.slice(0, offset).split('\n').length}: ${what}`);
  }
}

const bullet = /^\s*([-•–—*+·▪◦‣●○■]|\d{1,3}[.)]|\([a-z]\)|[a-z]\))\s+(?=\S)/u;

/**
 * Reads the source's paragraphs and list items. A line with a bullet starts an item; a blank line
 * ends it, unless the text stops in mid-sentence there and goes on in lower case: that is a page
 * break inside a conclusion.
 */
export function readItems(source: string): Item[] {
  const items: Item[] = [];
  let open = false;
  for (const match of source.matchAll(/[^\n]+/gu)) {
    const line = match[0];
    const between = source.slice(items.at(-1)?.end ?? 0, match.index);
    if (/\n\s*\n/u.test(between)) open = false;
    const lead = line.search(/\S/u);
    if (lead < 0) continue;
    const start = match.index + lead;
    const end = match.index + line.trimEnd().length;
    const last = items.at(-1);
    const found = bullet.exec(line);
    // A number may also begin the next line of a sentence.
    const marked =
      found &&
      open &&
      last &&
      /\w/u.test(certain(found[1])) &&
      !/[.!?:;]["”’]?$/u.test(source.slice(last.start, last.end))
        ? null
        : found;
    if (marked) {
      const mark = start;
      items.push({
        mark: { start: mark, end: mark + certain(marked[1]).length },
        start: match.index + marked[0].length,
        end,
      });
    } else if (last && (open || goesOn(source, last, start))) {
      last.end = end;
    } else {
      items.push({ start, end });
    }
    open = true;
  }
  return items;
}

/**
 * The segments in order, once it is sure that they hold every non-blank character exactly once.
 *
 * @throws SourceError naming the line of one that they do not
 */
export function accounted(source: string, segments: readonly Segment[]): Segment[] {
  const sorted = segments.toSorted((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of [...sorted, { start: source.length, end: source.length }]) {
    if (start < at) throw new SourceError('words that are read twice', source, start);
    const lost = source.slice(at, start).search(/\S/u);
    if (lost >= 0) throw new SourceError('words that are read as nothing', source, at + lost);
    at = end;
  }
  return sorted;
}

function goesOn(source: string, last: Item, start: number): boolean {
  return /\p{Ll}/u.test(source.charAt(start)) && !/[.!?:]["”’]?$/u.test(source.slice(last.start, last.end));
}
