// Replacements in a text.
import type { Range } from './ranges';

/** A replacement of a stretch of the text. */
export interface Edit extends Range {
  readonly text: string;
}

/** Edits in the order in which they stand in the text; those at one place stay in theirs. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Edits in order; those that touch are made one, since editors apply two at one place in an order of their own. Where
 * two begin at one place, what is given first is written first.
 */
export function joined(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && edit.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), text: last.text + edit.text };
    } else result.push(edit);
  }
  return result;
}

/** The text with edits applied that are in order and do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** A stretch of a text as it was, or new words. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

function slice(piece: Piece, from: number, to: number): Piece {
  return 'text' in piece ? { text: piece.text.slice(from, to) } : { start: piece.start + from, end: piece.start + to };
}

/** Edits made one round after the other, each in the offsets of the text the round before left. */
export class Rounds {
  #pieces: Piece[];

  /** @param length of the text before the first round */
  constructor(readonly length: number) {
    this.#pieces = [{ start: 0, end: length }];
  }

  /** Adds a round of edits that are in order and do not overlap. */
  add(edits: readonly Edit[]): void {
    const result: Piece[] = [];
    let next = 0;
    let at = 0;
    for (const piece of this.#pieces) {
      const end = at + lengthOf(piece);
      let from = at;
      for (let edit = edits[next]; edit !== undefined && edit.start < end; edit = edits[next]) {
        if (edit.start >= at) result.push(slice(piece, from - at, edit.start - at), { text: edit.text });
        from = Math.max(from, Math.min(edit.end, end));
        if (edit.end > end) break;
        next++;
      }
      result.push(slice(piece, from - at, end - at));
      at = end;
    }
    for (const edit of edits.slice(next)) if (edit.start >= at) result.push({ text: edit.text });
    this.#pieces = result.filter(piece => lengthOf(piece) > 0);
  }

  /** All rounds as one: edits of the first text, in order, none touching another. */
  get edits(): Edit[] {
    const found: Edit[] = [];
    let at = 0;
    let words = '';
    for (const piece of [...this.#pieces, { start: this.length, end: this.length }]) {
      if ('text' in piece) words += piece.text;
      else {
        if (words !== '' || piece.start > at) found.push({ start: at, end: piece.start, text: words });
        at = piece.end;
        words = '';
      }
    }
    return found;
  }
}
