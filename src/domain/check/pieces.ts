/**
 * The pieces in which a long unit is read, so that no step of a check grows with the draft. A unit that is not long is
 * one piece: hardly any paragraph is longer than two thousand words, and none of those is one quotation of the source.
 */
import type { Block } from '../draft/draft';
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
  const cuts = new Cuts(unit, parts);
  for (let start = 0; start < text.length;) {
    const end = cuts.endFrom(start);
    yield { start, end };
    start = end;
  }
}

/** Where a long unit is cut. It passes the unit's blocks, and what in them is no words, once: ask from the front on. */
class Cuts {
  readonly #text: string;
  readonly #blocks: Unit['blocks'];
  /** What is no words, in order. */
  readonly #skip: readonly Range[];
  /** How many blocks, and how many stretches of no words, end where the last piece does or before. */
  #passed = 0;
  #skipped = 0;

  constructor({ blocks }: Unit, { text, skip }: Pick<Parts, 'text' | 'skip'>) {
    this.#text = text;
    this.#blocks = blocks;
    this.#skip = skip.all;
  }

  /** The end of the piece that begins at a place. */
  endFrom(start: number): number {
    const farthest = start + mostOfPiece;
    if (farthest >= this.#text.length) return this.#text.length;
    // Whole blocks, if there are any; else whole rows of a table, or whole sentences.
    const boundary = this.#lastBlockEnd(farthest);
    return this.#notWithinSkipped(
      boundary > start ? boundary : cutAt(this.#text, start, farthest, this.#block()?.kind === 'table'),
    );
  }

  /** Where the last block ends that ends at a place or before and was not passed yet; 0 where there is none. */
  #lastBlockEnd(farthest: number): number {
    const base = this.#blocks[0]?.start ?? 0;
    let end = 0;
    for (; this.#passed < this.#blocks.length; this.#passed++) {
      const next = certain(this.#blocks[this.#passed]).end - base;
      if (next > farthest) break;
      end = next;
    }
    return end;
  }

  /** The block that is cut. */
  #block(): Block | undefined {
    return this.#blocks[Math.min(this.#passed, this.#blocks.length - 1)];
  }

  /** What is no words is not cut, unless that alone is longer than a piece. */
  #notWithinSkipped(end: number): number {
    while (this.#skipped < this.#skip.length && certain(this.#skip[this.#skipped]).end <= end) this.#skipped++;
    const within = this.#skip[this.#skipped];
    return within && within.start < end && within.end - end < mostOfPiece ? within.end : end;
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
