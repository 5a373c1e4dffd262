// Whether an insertion leaves the rest of its paragraph what it is.
import type { Edit } from '../text/edits';
import { applied } from '../text/edits';
import type { Range } from '../text/ranges';
import { inlineNodes, partAround, type Node } from './inline';
import type { Stretch } from './stretch';

/** Whether edits in a stretch leave the inline structure of the rest as it is: emphasis, links, code, breaks. */
export function unchanged(stretch: Stretch, edits: readonly Edit[]): boolean {
  const { text, labels } = stretch;
  const read = partAround(text, stretch.start, stretch.end);
  return keepsStructure(text, edits, labels, read.to - read.from === text.length ? stretch.nodes : undefined);
}

/**
 * The same for the words of a paragraph.
 * @param labels what the draft defines links for
 * @param whole the structure of all these words, where it is known
 */
export function keepsStructure(
  text: string,
  edits: readonly Edit[],
  labels: ReadonlySet<string>,
  whole?: readonly Node[],
): boolean {
  const first = edits[0]?.start ?? 0;
  const last = edits.at(-1)?.end ?? first;
  const { from, to } = partAround(text, first, last);
  const part = text.slice(from, to);
  const moved = edits.map(({ start, end, text: words }) => ({ start: start - from, end: end - from, text: words }));
  const nodes = part.length === text.length && whole !== undefined ? whole : inlineNodes(part, labels);
  let shift = 0;
  const written = moved.map(edit => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length };
  });
  return signature(nodes, moved) === signature(inlineNodes(applied(part, moved), labels), written);
}

/** The nodes as they stand in the text without some ranges. Nodes within those do not count. */
function signature(nodes: readonly Node[], ranges: readonly Range[]): string {
  const place = (at: number): number =>
    ranges.reduce((sum, { start, end }) => sum - Math.max(0, Math.min(at, end) - start), at);
  return nodes
    .flatMap(({ name, from, to }) => (place(from) < place(to) ? [`${name} ${place(from)} ${place(to)}`] : []))
    .join(',');
}
