// What the end of a draft leaves open, and would swallow whatever comes behind it.
import type { Block } from '../draft/draft';

/**
 * The index of the block that opens the code, comment, HTML or mathematics which a draft's end leaves open; past the
 * last where none does. What a quotation or list item leaves open ends with it.
 */
export function openAtEnd(blocks: readonly Block[]): number {
  const exit = blocks.at(-1)?.exit;
  if (exit?.opaque !== undefined && exit.containers.length === 0)
    return Math.max(
      0,
      blocks.findLastIndex(({ entry }) => entry.opaque === undefined),
    );
  const at = blocks.findLastIndex(({ kind }) => kind !== 'blank');
  const last = blocks[at];
  if (last?.kind !== 'math' || last.exit.containers.length > 0 || last.text.slice(2).trimEnd().endsWith('$$'))
    return blocks.length;
  // To some readers what is never closed is no formula, but words of the paragraph it stands in.
  const above = blocks[at - 1];
  return above !== undefined && isOfWords(above) ? at - 1 : at;
}

/** Where in a draft what its end leaves open begins itself, whatever paragraph stands right above it. */
export function placeLeftOpen(blocks: readonly Block[]): number {
  const open = blocks.slice(openAtEnd(blocks));
  return (open.find(({ kind, exit }) => kind === 'math' || exit.opaque !== undefined) ?? open[0])?.start ?? 0;
}

/** Whether a block is a paragraph in nothing else, or a note. */
function isOfWords(block: Block): boolean {
  if (block.kind === 'footnoteDefinition') return isTopLevel(block);
  return block.kind === 'paragraph' && block.exit.containers.length === 0;
}

/** Whether a note stands in nothing else. */
export function isTopLevel(definition: Block): boolean {
  return definition.exit.containers[0]?.type === 'footnote';
}
