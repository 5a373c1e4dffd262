// Where a paragraph ends, and whether it is a table or a heading.
import type { Range } from '../text/ranges';
import { matchContainers } from './containers';
import { LineReader, lineAt, Pace, type LineSpan } from './lines';
import { proseKind, type BlockKind, type Scanned } from './kinds';
import { stateOf, type Container } from './state';
import {
  fenceStart,
  footnoteStart,
  htmlStart,
  isDefinition,
  isHeading,
  isMathStart,
  isSetextUnderline,
  isTableDelimiter,
  isThematicBreak,
  letteredMarker,
  listMarker,
} from './syntax';

/**
 * Whether a line with this content ends the paragraph before it.
 * @param containers what the paragraph stands in
 * @param matched how many of them go on in the line
 */
export function interrupts(rest: string, containers: readonly Container[], matched: number): boolean {
  const unmatched = containers.slice(matched);
  const marker = listMarker(rest);
  return (
    rest.startsWith('>') ||
    isHeading(rest) ||
    isThematicBreak(rest) ||
    isMathStart(rest) ||
    fenceStart(rest) !== undefined ||
    // Below words of a quotation, a note's label goes on with them.
    (footnoteStart(rest) !== undefined && !unmatched.some(container => container.type === 'quote')) ||
    htmlStart(rest)?.interrupts === true ||
    // Any marker begins the next item of a list that is open; only some begin a list within words.
    (marker !== undefined && (marker.interrupts || unmatched.some(container => container.type === 'item'))) ||
    // Pandoc begins its lists within words only where they stand in an item, a definition being none.
    (containers.some(container => container.type === 'item' && container.defines !== true) &&
      letteredMarker(rest) !== undefined)
  );
}

/** What a line makes of the one above it, from `start` on: a heading, or the head of a table. */
function turnedInto(rest: string, text: string, start: number, end: number): 'heading' | 'table' | undefined {
  if (isSetextUnderline(rest)) return 'heading';
  return isTableDelimiter(rest) && text.slice(start, end).includes('|') ? 'table' : undefined;
}

/** @param second it is the second line, whose first may be a term that it defines */
function endsWords(
  reader: LineReader,
  rest: string,
  containers: readonly Container[],
  matched: number,
  second: boolean,
): boolean {
  return (
    interrupts(rest, containers, matched) ||
    (((second && matched === containers.length) || defines(containers[matched])) && isDefinition(rest, reader.indent))
  );
}

/** A paragraph that ends before the last line that was read for it. */
function withoutLast({ prefixes, containers, ...rest }: Omit<Scanned, 'exit'>): Scanned {
  return { ...rest, exit: stateOf(containers), containers, prefixes: prefixes.slice(0, -1) };
}

const defines = (container: Container | undefined): boolean => container?.type === 'item' && container.defines === true;

/**
 * Reads a paragraph with its lazy continuation lines, or the table or heading its second line makes of it; in steps,
 * where it is long.
 */
export function* scanParagraph(
  text: string,
  first: LineSpan,
  content: number,
  containers: readonly Container[],
): Generator<void, Scanned> {
  const prefixes: Range[] = [{ start: 0, end: content - first.start }];
  let kind: BlockKind = proseKind(containers);
  let line = first;
  /** Where the last line read begins. */
  let above = content;
  let looked = line.next;
  let wasLazy = false;
  const pace = new Pace(first.next);
  for (let number = 2; line.next < text.length; number++) {
    if (pace.isOver(line.next)) yield;
    const next = lineAt(text, line.next);
    looked = next.next;
    const reader = new LineReader(text, next);
    const matched = matchContainers(reader, containers);
    if (reader.blank) break;
    const lazy = matched < containers.length;
    const rest = reader.rest;
    if (reader.indent < 4) {
      const turned = lazy || kind === 'table' ? undefined : turnedInto(rest, text, above, line.end);
      if (turned === 'heading') {
        kind = 'heading';
        line = next;
        break;
      }
      if (turned === 'table' && !wasLazy) {
        // A table's head may stand right below words: it is the line before its row of dashes.
        if (number > 2) return withoutLast({ kind, end: line.start, containers, prefixes, looked });
        kind = 'table';
      } else if (endsWords(reader, rest, containers, matched, number === 2)) break;
    }
    if (kind === 'table' && lazy) break;
    prefixes.push({ start: next.start - first.start, end: reader.contentStart - first.start });
    line = next;
    above = next.start;
    wasLazy = lazy;
  }
  const isTerm = prefixes.length === 1 && kind !== 'heading';
  return { kind, end: line.next, exit: stateOf(containers, undefined, isTerm), containers, prefixes, looked };
}
