// List items that have no words yet.
import type { Block, Draft } from '../draft/draft';
import { scanBlock } from '../draft/scan';
import { going } from './containers';

/** Whether a block is a list item that has no words yet. */
export function hasEmptyItem({ exit }: Block): boolean {
  const last = exit.containers.at(-1);
  return last?.type === 'item' && last.empty === true;
}

/**
 * Whether words in a list item that has none yet would take in what stands below it: what is indented below an empty
 * line, a line that would go on with them, code or a link's definition that would become words.
 */
export function wouldTakeIn(draft: Draft, block: Block): boolean {
  const { containers } = block.exit;
  if (!hasEmptyItem(block)) return false;
  const index = draft.indexAt(block.start);
  const below = draft.blocks[index + 1];
  const next = below?.kind === 'blank' ? draft.blocks[index + 2] : below;
  if (next === undefined || below === undefined) return false;
  const inItem = going(draft.lineAt(next.start).text, containers) === containers.length;
  if (next !== below) return inItem;
  const first = `${block.text.trimEnd()} x\n`;
  const goesOn = scanBlock(first + next.text, 0, block.entry).end > first.length;
  return (
    goesOn && !(inItem && (next.kind === 'listItem' || next.kind === 'footnoteDefinition' || next.kind === 'heading'))
  );
}
