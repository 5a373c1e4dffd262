// The blanks around an insertion that keep neighbours apart.
import { insideOf, type Stretch } from './stretch';
import { isClosing, isOpen, takesMark } from '../markdown/spacing';

/** What is written: a footnote's mark, a citation in brackets, or words (of a quotation, in parentheses). */
export type Written = 'mark' | 'bracket' | 'words';

/** The blanks that what is written needs around it, so that it and what stands beside it stay what they are. */
export interface Seam {
  readonly lead: string;
  readonly trail: string;
}

/**
 * The seam of something written between two places of a stretch; undefined where no blank would help.
 *
 * @param before what is written first: punctuation that the citation follows
 */
export function seamAt(stretch: Stretch, start: number, end: number, written: Written, before = ''): Seam | undefined {
  const { text, block } = stretch;
  const prev = text.slice(Math.max(0, start - 40), start) + before;
  const next = text.slice(end, end + 40);
  if (/(?:^|[^\\])(?:\\\\)*\\$/u.test(prev)) return undefined;
  const begins = text.slice(stretch.lines[0]?.from ?? 0, start).trim() === '' && before === '';
  // `[…]:` defines a note or a link.
  if (begins && written !== 'words' && next.startsWith(':')) return undefined;
  if (written === 'bracket' && before === '' && followsKey(stretch, start)) return undefined;
  const line = stretch.lines.find(each => each.from === start);
  // A heading's or item's mark wants a blank behind it.
  const bare =
    before === '' &&
    line !== undefined &&
    line.from > line.start &&
    /[^\s>]$/u.test(block.text.slice(0, start).slice(-1));
  const apart =
    bare ||
    isSwallowed(stretch, start) ||
    (written !== 'words' && (prev.endsWith('^') || (prev.endsWith(']') && !isNote(stretch, start))));
  const bracketed = written !== 'words' && takesMark(next);
  // A blank makes an item of a number or dash that begins a line of words, and to pandoc it may be one without.
  if (!bare && /(?:^|[\r\n])[ \t]*(?:[-+*]|\d{1,9}[.)])$/u.test(prev)) return undefined;
  if (written === 'mark') return { lead: apart ? ' ' : '', trail: bracketed ? ' ' : '' };
  const opens = stretch.openers.some(mark => mark.end === start) && before === '';
  const closes = stretch.closers.some(mark => mark.start === end);
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
