// The blanks around an insertion that keep neighbours apart.
import { insideOf, type Stretch } from './stretch';
import type { Range } from '../text/ranges';
import { isClosing, isOpen, takesMark } from '../markdown/spacing';

/** What is written: a footnote's mark, a citation in brackets, or words (of a quotation, in parentheses). */
export type Written = 'mark' | 'bracket' | 'words';

/** The blanks that what is written needs around it, so that it and what stands beside it stay what they are. */
interface Seam {
  readonly lead: string;
  readonly trail: string;
}

/**
 * The seam of something written between two places of a stretch; undefined where no blank would help.
 *
 * @param before what is written first: punctuation that the citation follows
 */
export function seamAt(stretch: Stretch, start: number, end: number, written: Written, before = ''): Seam | undefined {
  const beside: Beside = {
    prev: stretch.text.slice(Math.max(0, start - 40), start) + before,
    next: stretch.text.slice(end, end + 40),
    begins: before === '' && stretch.text.slice(stretch.lines[0]?.from ?? 0, start).trim() === '',
    bare: before === '' && isBehindMark(stretch, start),
  };
  if (becomesOther(beside, written)) return undefined;
  if (written === 'bracket' && before === '' && followsKey(stretch, start)) return undefined;
  return written === 'mark'
    ? aroundMark(stretch, start, beside)
    : aroundText(stretch, { start, end }, beside, before === '');
}

/** What stands on both sides of what is written. */
interface Beside {
  readonly prev: string;
  readonly next: string;
  /** Whether it begins its block. */
  readonly begins: boolean;
  /** Whether it stands right behind the mark of a heading or an item, which wants a blank behind it. */
  readonly bare: boolean;
}

function isBehindMark({ lines, block }: Stretch, at: number): boolean {
  const line = lines.find(each => each.from === at);
  return line !== undefined && line.from > line.start && /[^\s>]$/u.test(block.text.slice(0, at).slice(-1));
}

/** Whether what is written would become something else there, or make something else of what stands before it. */
function becomesOther({ prev, next, begins, bare }: Beside, written: Written): boolean {
  return (
    /(?:^|[^\\])(?:\\\\)*\\$/u.test(prev) ||
    // `[…]:` defines a note or a link.
    (begins && written !== 'words' && next.startsWith(':')) ||
    // A blank makes an item of a number or dash that begins a line of words, and to pandoc it may be one without.
    (!bare && /(?:^|[\r\n])[ \t]*(?:[-+*]|\d{1,9}[.)])$/u.test(prev))
  );
}

function aroundMark(stretch: Stretch, start: number, { prev, next, bare }: Beside): Seam {
  const apart =
    bare || isSwallowed(stretch, start) || prev.endsWith('^') || (prev.endsWith(']') && !isNote(stretch, start));
  return { lead: apart ? ' ' : '', trail: takesMark(next) ? ' ' : '' };
}

/** @param isFirst nothing is written before it */
function aroundText(
  { openers, closers }: Stretch,
  { start, end }: Range,
  { prev, next, begins, bare }: Beside,
  isFirst: boolean,
): Seam {
  const opens = isFirst && openers.some(mark => mark.end === start);
  const closes = closers.some(mark => mark.start === end);
  return {
    lead: !bare && (prev === '' || begins || isOpen(prev) || opens) ? '' : ' ',
    trail: next === '' || closes || isClosing(next) ? '' : ' ',
  };
}

/** Whether a bare address stands so close that it would take what follows for its own. */
function isSwallowed({ addresses, text }: Stretch, at: number): boolean {
  return addresses.some(({ start, end }) => end <= at && !/\s/u.test(text.slice(start, at)));
}

/** Whether the bracket that ends at a place is a note's: nothing else becomes of it, whatever follows. */
function isNote({ nodes, notes, text }: Stretch, at: number): boolean {
  return (
    notes.some(({ end }) => end === at) ||
    nodes.some(({ name, from, to }) => name === 'Key' && to === at && text[from + 1] === '^')
  );
}

/** Whether a key in the text stands before a place, which takes brackets behind it for its locator. */
function followsKey(stretch: Stretch, at: number): boolean {
  const before = stretch.text.slice(Math.max(0, at - 200), at).trimEnd();
  return /@[^\s@[\]]+$/u.test(before) && insideOf(stretch.atoms, at - 1) !== undefined && !before.endsWith(']');
}
