// Footnote marks in a link's text or behind a caret, which readers of Markdown take for different things.
import { Brackets } from '../draft/brackets';
import type { Block, Draft } from '../draft/draft';
import type { NoteUse } from './noteChecker';

/** A link's text holds no more than so many characters before a mark in it. */
const furthest = 2000;

/**
 * The labels of marks that stand in the text of a link or image, or right behind a caret: readers differ on whether
 * they are marks. Once such a note is defined, some take the link for words in brackets, or an inline note for a mark.
 */
export function labelsInOthers(draft: Draft, uses: readonly NoteUse[]): ReadonlySet<string> {
  const labels = new Set<string>();
  let block: Block | undefined;
  let brackets: Brackets | undefined;
  for (const { label, start } of uses) {
    const own = block !== undefined && block.start <= start && start < block.end ? block : draft.blockAt(start);
    if (own === undefined) continue;
    if (own.text[start - own.start - 1] === '^') labels.add(label);
    if (own !== block) brackets = linkBrackets(own);
    block = own;
    if (brackets === undefined) continue;
    for (
      let at = start - own.start, pair = brackets.around(at, furthest);
      pair !== undefined;
      at = pair.open, pair = brackets.around(at, furthest)
    ) {
      if (/^(?:\(|\[(?!\^))/.test(own.text.slice(pair.close + 1, pair.close + 3))) labels.add(label);
    }
  }
  return labels;
}

/** The brackets of a block; undefined where none of them can be a link's. */
function linkBrackets({ text, zones }: Block): Brackets | undefined {
  if (!text.includes('](') && !text.includes('][')) return undefined;
  const marks = zones.filter(({ kind, start }) => kind === 'citationKey' && text[start] === '[');
  return Brackets.of(text, '[', ']', marks);
}
