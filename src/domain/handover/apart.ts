// A draft made to mean to pandoc what it means in the preview, where pandoc wants an empty line and others do not.
import { Draft, type Block } from '../draft/draft';
import { applied, type Edit } from '../text/edits';
import { going, prefixOf } from '../insert/containers';
import { append } from '../longLists';

const prose: ReadonlySet<Block['kind']> = new Set<Block['kind']>([
  'paragraph',
  'listItem',
  'blockQuote',
  'footnoteDefinition',
]);

/**
 * The text of a draft with an empty line before each list, note, table or thematic break that stands right below words,
 * and with underlined headings on one line. To pandoc they would be more of those words: a note would be lost, and its
 * mark printed as it stands. Measured with pandoc 2.17; headings in `#` and quotations it reads as we do, told so by
 * `reading` (src/editor/word/pandoc.ts), but right below an item or a note, where they would be in it.
 */
export function setApart(draft: Draft): string {
  const edits: Edit[] = [];
  draft.blocks.forEach((block, index) => {
    const above = draft.blocks[index - 1];
    if (block.kind === 'heading') append(edits, onOneLine(block));
    if (above === undefined || !(prose.has(above.kind) ? wantsRoom(draft, above, block) : leaves(draft, above, block)))
      return;
    const { containers } = above.exit;
    const shared = containers.slice(0, going(draft.lineAt(block.start).text, containers));
    edits.push({ start: block.start, end: block.start, text: prefixOf(shared).trimEnd() + draft.eol });
  });
  return edits.length === 0 ? draft.text : applied(draft.text, edits);
}

/** Whether a block right below words is more of them to pandoc. */
function wantsRoom(draft: Draft, above: Block, block: Block): boolean {
  if (block.label !== undefined) return above.label === undefined || above.text.trim().includes('\n');
  if (block.kind === 'table' || block.kind === 'thematicBreak' || leaves(draft, above, block)) return true;
  const { containers } = above.exit;
  // In an item, pandoc begins lists as others do; not in a definition.
  if (containers.some(container => container.type === 'item' && container.defines !== true)) return false;
  const kept = going(draft.lineAt(block.start).text, containers);
  const begun = block.exit.containers[kept];
  return begun?.type === 'item' && begun.defines !== true;
}

/** Whether a heading or quotation right below an item or a note is no part of it: pandoc would put it in there. */
function leaves(draft: Draft, above: Block, block: Block): boolean {
  if (above.kind === 'blank') return false;
  const { containers } = above.exit;
  const kept = going(draft.lineAt(block.start).text, containers);
  return (
    containers.slice(kept).some(({ type }) => type === 'item' || type === 'footnote') &&
    (block.kind === 'heading' || block.exit.containers[kept]?.type === 'quote')
  );
}

/** An underlined heading of several lines is one of its last line to pandoc. */
function onOneLine({ text, start, prefixes }: Block): Edit[] {
  const breaks = [...text.trimEnd().matchAll(/\r\n|\r|\n/gu)].slice(0, -1);
  return breaks.map(({ 0: found, index }, line) => ({
    start: start + index,
    end: start + Math.max(index + found.length, prefixes[line + 1]?.end ?? 0),
    text: ' ',
  }));
}
