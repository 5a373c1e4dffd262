// Whether an insertion leaves the rest of its paragraph what it is.
import type { Edit } from '../text/edits';
import { applied } from '../text/edits';
import type { Range } from '../text/ranges';
import { inlineNodes, partAround, type Node } from './inline';
import type { Stretch } from './stretch';

/**
 * Whether edits in a stretch leave the inline structure of the rest as it is: emphasis, links, code, breaks. Where a
 * trigger is taken out, the structure that the rest had before it was typed will do, too: a word right behind `**` is
 * enough to keep that from ending anything.
 */
export function unchanged(stretch: Stretch, edits: readonly Edit[]): boolean {
  const { text, labels, start, end } = stretch;
  const read = partAround(text, start, end);
  if (keepsStructure(text, edits, labels, read.to - read.from === text.length ? stretch.nodes : undefined)) return true;
  return start < end && keepsStructure(text, edits, labels, undefined, { start, end });
}

/**
 * The same for the words of a paragraph.
 * @param labels what the draft defines links for
 * @param whole the structure of all these words, where it is known
 * @param without what the edits take out, and the words are read without before them
 */
export function keepsStructure(
  text: string,
  edits: readonly Edit[],
  labels: ReadonlySet<string>,
  whole?: readonly Node[],
  without?: Range,
): boolean {
  const first = edits[0]?.start ?? 0;
  const last = edits.at(-1)?.end ?? first;
  const { from, to } = partAround(text, first, last);
  const part = text.slice(from, to);
  const shifted = (at: number): number => at - from;
  const moved = edits.map(edit => movedBy(edit, shifted));
  const nodes = part.length === text.length && whole !== undefined ? whole : undefined;
  let shift = 0;
  const written = moved.map(edit => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length };
  });
  const after = signature(inlineNodes(applied(part, moved), labels), written);
  if (without === undefined) return signature(nodes ?? inlineNodes(part, labels), moved) === after;
  const gone = movedBy(without, shifted);
  const before = part.slice(0, gone.start) + part.slice(gone.end);
  const closed = (at: number): number => at - Math.max(0, Math.min(at, gone.end) - gone.start);
  return (
    signature(
      inlineNodes(before, labels),
      moved.map(edit => movedBy(edit, closed)),
    ) === after
  );
}

function movedBy<T extends Range>(range: T, to: (at: number) => number): T {
  return { ...range, start: to(range.start), end: to(range.end) };
}

/** The nodes as they stand in the text without some ranges. Nodes within those do not count. */
function signature(nodes: readonly Node[], ranges: readonly Range[]): string {
  const place = (at: number): number =>
    ranges.reduce((sum, { start, end }) => sum - Math.max(0, Math.min(at, end) - start), at);
  return nodes
    .flatMap(({ name, from, to }) => (place(from) < place(to) ? [`${name} ${place(from)} ${place(to)}`] : []))
    .join(',');
}
