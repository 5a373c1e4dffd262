// Commands of TeX that only lay out a page (`\newpage` in a paragraph of its own): drafters leave them for PDF, and
// Word is not to show them.
import { contents, isNode, type Json, type PandocDocument } from './pandocJson';

const layout: ReadonlySet<Json> = new Set([
  '\\newpage',
  '\\pagebreak',
  '\\clearpage',
  '\\bigskip',
  '\\medskip',
  '\\smallskip',
  '\\noindent',
  '\\tableofcontents',
]);

/**
 * A document without the paragraphs that are one such command each, outside lists and quotations, where nobody writes
 * them.
 */
export function withoutLayoutCommands(document: PandocDocument): PandocDocument {
  return { ...document, blocks: document.blocks.filter(block => !isLayout(block)) };
}

function isLayout(block: Json): boolean {
  if (!isNode(block) || block.t !== 'Para') return false;
  const [only, ...others] = contents(block);
  return others.length === 0 && only !== undefined && isNode(only) && only.t === 'Str' && layout.has(only.c ?? null);
}
