/**
 * The stretches of a draft that are checked as one: a paragraph, heading, list item or table; a
 * block quotation with all its paragraphs and items; a note that is not ours. A unit is made of
 * whole blocks, so what was found in it stays true as long as its blocks do.
 */
import type { Block, BlockKind, Draft } from '../draft/draft';
import { WithBlocks } from '../draft/withBlocks';
import { htmlProse } from './html';
import { isOwnReport } from './ownReport';
import { certain } from '../certain';

export interface Unit {
  readonly blocks: readonly Block[];
  readonly quoted: boolean;
}

/** The blocks whose words are read; of a block quotation the others are passed over. */
export const proseKinds: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'paragraph',
  'heading',
  'listItem',
  'table',
  'blockQuote',
  'footnoteDefinition',
]);
/** A quotation that one block leaves open may go on over so many blocks. */
const mostBlocks = 12;

/** So many blocks that are in no unit are passed in one step. */
const passedAtOnce = 2_000;

/** The units of a draft in order, and nothing after some thousand blocks that are in none. */
export function* unitsOf(draft: Draft): Generator<Unit | undefined, void> {
  const { blocks } = draft;
  if (isOwnReport(endOf(draft))) return;
  let passed = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = certain(blocks[index]);
    if (!proseKinds.has(block.kind) && !block.quoted) {
      if (htmlProse(draft, block)) yield { blocks: [block], quoted: false };
      if (++passed % passedAtOnce === 0) yield undefined;
      continue;
    }
    if (block.quoted) {
      let last = index;
      // An empty line ends a block quotation; a quoted blank line does not.
      while (blocks[last + 1]?.quoted) last++;
      yield { blocks: blocks.slice(index, last + 1), quoted: true };
      index = last;
      continue;
    }
    const last = yield* lastOfQuotation(blocks, index);
    yield { blocks: blocks.slice(index, last + 1), quoted: false };
    index = last;
  }
}

/** The item in which a quotation ends that a block leaves open; the block itself where none does. */
function* lastOfQuotation(blocks: readonly Block[], first: number): Generator<undefined, number> {
  let depth = yield* opening(certain(blocks[first]));
  let last = first;
  while (depth > 0 && last - first < mostBlocks) {
    const next = blocks[last + 1];
    if (next?.kind !== 'listItem' || next.quoted) break;
    last++;
    depth += yield* opening(next);
  }
  // Left open to the end, it is a slip of the pen and no quotation.
  return depth === 0 ? last : first;
}

const opened = new WithBlocks<number>();

/** So many characters of a block are looked through in one step. */
const charactersAtOnce = 16_000;

/**
 * How many more double curly or French quotation marks a block opens than it closes; found in steps, where the block is
 * long.
 */
function* opening(block: Block): Generator<undefined, number> {
  const known = opened.get(block);
  if (known !== undefined) return known;
  let depth = 0;
  for (let from = 0; from < block.text.length; from += charactersAtOnce) {
    if (from > 0) yield undefined;
    for (const [sign] of block.text.slice(from, from + charactersAtOnce).matchAll(/[“«”»]/g))
      depth += sign === '“' || sign === '«' ? 1 : -1;
  }
  opened.set(block, depth);
  return depth;
}

function endOf({ blocks }: Draft): string {
  return blocks
    .slice(-2)
    .map(block => block.text.slice(-200))
    .join('');
}
