// Insertions at an empty line.
import type { Block, Draft } from '../draft/draft';
import type { Container } from '../draft/state';
import { going, prefixOf, reached } from './containers';
import { hasEmptyItem } from './emptyItem';
import { isDrawn, isListed } from './lines';
import type { Stretch } from './stretch';

/** Lines of their own at an empty line, with what they need before, between and after them. */
export interface OwnLines {
  readonly start: number;
  readonly end: number;
  readonly lead: string;
  readonly trail: string;
  /** What each further line starts with. */
  readonly prefix: string;
  /** Whether they stand in a footnote's definition. */
  readonly inNote: boolean;
}

/** Where what stands on an empty line would part what belongs together: behind the block before it, then. */
type AtEmptyLine = OwnLines | { readonly behind: Block } | 'table';

/** A definition of a term and the caption of a table belong to what stands before the empty line. */
const belongs = /^(?:[:~][ \t]|Table:)/u;

/** Lines of their own at the empty line of an offset, in the containers that the line itself reaches. */
export function ownLines(draft: Draft, offset: number, eol: string): AtEmptyLine {
  const line = draft.lineAt(offset);
  const { before, after } = neighbours(draft, offset, line.start);
  if (before === undefined) return between(draft, line, [], [], eol);
  // An item without words ends at an empty line.
  const containers = before.exit.containers.slice(0, hasEmptyItem(before) ? -1 : undefined);
  const own = containers.slice(0, reached(line.text, containers));
  if (after === undefined) return between(draft, line, own, [], eol);
  if (isDrawn(draft, before) && isDrawn(draft, after)) return 'table';
  if (isIndented(before) && isIndented(after)) return { behind: before };
  const next = draft.lineAt(after.start).text;
  const goesOn = going(next, containers);
  const sibling = [containers, after.exit.containers].every(each => each[own.length]?.type === 'item');
  if (goesOn > own.length || (sibling && goesOn === own.length)) return { behind: before };
  if (belongs.test(next) || goesOnForPandoc(draft, before, own.length, next)) return { behind: before };
  return between(draft, line, own, own.slice(0, goesOn), eol);
}

/**
 * Lines of their own for a trigger alone on its line, where that and the next are of the block only because a paragraph
 * goes on without its marks, or a table without its bars: until it was typed, there was an empty line below a quotation,
 * an item, a note or a table, and what is below was none of it.
 */
export function onLazyLine(draft: Draft, { block, lines, start, end }: Stretch, eol: string): OwnLines | undefined {
  const { containers } = block.exit;
  const index = lines.findIndex(line => line.start <= start && end <= line.end);
  const line = lines[index];
  if (line === undefined) return undefined;
  const rest = block.text.slice(line.start, start) + block.text.slice(end, line.end);
  if (!/^[>\s]*$/u.test(rest)) return undefined;
  const next = lines[index + 1];
  const goesOn = next === undefined ? 0 : going(block.text.slice(next.start, next.end), containers);
  const apart = reached(rest, containers);
  // What is indented farther than the trigger goes on with its item or note over an empty line; no quotation does.
  const further = containers.slice(apart, goesOn).findIndex(({ type }) => type === 'quote');
  const own = containers.slice(0, further < 0 ? Math.max(apart, goesOn) : apart + further);
  const isLazy = next !== undefined && own.length < containers.length;
  if (!isLazy && !(block.kind === 'table' && index > 1)) return undefined;
  return between(draft, draft.lineAt(block.start + line.start), own, own.slice(0, goesOn), eol);
}

/** The blocks of words before and after an empty line. */
function neighbours(
  draft: Draft,
  offset: number,
  lineStart: number,
): { readonly before: Block | undefined; readonly after: Block | undefined } {
  const { blocks } = draft;
  let index = draft.indexAt(offset);
  let following = lineStart === draft.length ? blocks.length : index;
  while (index >= 0 && blocks[index]?.kind === 'blank') index -= 1;
  while (blocks[following]?.kind === 'blank') following += 1;
  return { before: blocks[index], after: blocks[following] };
}

/**
 * Lines in place of an empty one, apart from the lines above and below.
 * @param own the containers that they stand in
 * @param goingOn those of them that the next block stands in, too
 */
function between(
  draft: Draft,
  line: { readonly start: number; readonly text: string },
  own: readonly Container[],
  goingOn: readonly Container[],
  eol: string,
): OwnLines {
  const prefix = prefixOf(own);
  const quotes = own.filter(({ type }) => type === 'quote').length;
  const isBlank = (text: string): boolean =>
    text.length < 400 && /^[>\s]*$/u.test(text) && text.replace(/\s/gu, '').length <= quotes;
  const above = line.start === 0 ? '' : draft.lineAt(line.start - 1).text;
  const end = line.start + line.text.length;
  const under = end >= draft.length ? '' : draft.lineAt(Math.min(draft.length, end + lineBreak(draft, end))).text;
  const blank = isBlank(under) ? '' : eol + prefixOf(goingOn).trimEnd();
  return {
    start: line.start,
    end,
    lead: (isBlank(above) ? '' : prefix.trimEnd() + eol) + prefix,
    trail: line.start === draft.length && line.start > 0 ? eol : blank,
    prefix,
    inNote: own.some(({ type }) => type === 'footnote'),
  };
}

/** Whether a line goes on with a list that only pandoc knows: `#.` or `A.` behind an item. */
function goesOnForPandoc(draft: Draft, before: Block, depth: number, next: string): boolean {
  return (
    isListed(next) && (before.exit.containers[depth]?.type === 'item' || isListed(draft.lineAt(before.start).text))
  );
}

/** Indented code goes on over empty lines. */
function isIndented({ kind, text }: Block): boolean {
  return kind === 'code' && /^(?: {4}|\t)/u.test(text) && !/^\s*(?:`{3}|~{3})/u.test(text);
}

function lineBreak(draft: Draft, at: number): number {
  return draft.slice(at, at + 2) === '\r\n' ? 2 : 1;
}
