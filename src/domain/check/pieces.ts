/**
 * The pieces in which a long unit is read, so that no step of a check grows with the draft. A unit that is not long is
 * one piece: hardly any paragraph is longer than two thousand words, and none of those is one quotation of the source.
 */
import type { Range } from '../text/ranges';
import { htmlStretches } from './html';
import type { Parts } from './prose';
import type { Unit } from './units';
import { certain } from '../certain';

/** A unit that is longer is read in pieces, in UTF-16 units. */
const longest = 12_000;
/** A piece is no longer. */
const mostOfPiece = 8_000;

const signs = /[“«„]|[”»]|[.!?…]["”’)\]]*\s|\n/g;

/** Whether a unit is read in pieces. */
export const isLong = ({ text }: Pick<Parts, 'text'>): boolean => text.length > longest;

/**
 * The pieces of a unit, in order and without gaps; none ends within a citation, in code or, where that can be had, in a
 * quotation.
 */
export function* piecesOf(unit: Unit, parts: Pick<Parts, 'text' | 'skip'>): Iterable<Range> {
  const { text } = parts;
  if (unit.blocks[0]?.kind === 'html') return yield* inHtml(text);
  if (!isLong(parts)) return yield { start: 0, end: text.length };
  const skip = parts.skip.all;
  const base = unit.blocks[0]?.start ?? 0;
  let next = 0;
  let block = 0;
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + mostOfPiece);
    if (end < text.length) {
      // Whole blocks, if there are any; else whole rows of a table, or whole sentences.
      let boundary = 0;
      for (; block < unit.blocks.length && certain(unit.blocks[block]).end - base <= end; block++)
        boundary = certain(unit.blocks[block]).end - base;
      end =
        boundary > start
          ? boundary
          : cutAt(text, start, end, unit.blocks[Math.min(block, unit.blocks.length - 1)]?.kind === 'table');
      while (next < skip.length && certain(skip[next]).end <= end) next++;
      const within = skip[next];
      // What is no words is not cut, unless that alone is longer than a piece.
      if (within && within.start < end && within.end - end < mostOfPiece) end = within.end;
    }
    yield { start, end };
    start = end;
  }
}

/** The stretches of words of an HTML block, cut where they are long. */
function* inHtml(text: string): Iterable<Range> {
  for (const { start: from, end: to } of htmlStretches(text)) {
    for (let start = from; start < to;) {
      const end = to - start > mostOfPiece ? cutAt(text, start, start + mostOfPiece, false) : to;
      yield { start, end };
      start = end;
    }
  }
}

/**
 * The last good place to cut a text before `end`: after a row or a sentence outside quotations, else after any, else
 * after a word.
 */
function cutAt(text: string, start: number, end: number, rows: boolean): number {
  let open = 0;
  let outside = 0;
  let inside = 0;
  for (const { 0: sign, index } of text.slice(start, end).matchAll(signs)) {
    if ('“«„'.includes(sign.charAt(0))) open++;
    else if ('”»'.includes(sign.charAt(0))) open = Math.max(0, open - 1);
    else if (rows === (sign === '\n')) {
      inside = index + sign.length;
      if (open === 0) outside = inside;
    }
  }
  const least = (end - start) / 4;
  if (outside > least) return start + outside;
  if (inside > least) return start + inside;
  const blank = text.slice(start, end).search(/\s\S{0,500}$/);
  return blank > least ? start + blank + 1 : end;
}
