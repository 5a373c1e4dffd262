// Why a place of a draft takes no citation.
import type { Block, Draft } from '../draft/draft';

/** Why a place of a draft takes no citation, and none near it does. */
export type Refusal =
  | 'frontMatter'
  | 'code'
  | 'html'
  | 'comment'
  | 'math'
  /** Where a link's address is defined. */
  | 'linkDefinition'
  /** A table drawn by columns, which words would move. */
  | 'table'
  /** Nothing there holds words: a rule, a row of marks, an image alone. */
  | 'noWords';

const kinds: Partial<Record<Block['kind'], Refusal>> = {
  frontMatter: 'frontMatter',
  code: 'code',
  html: 'html',
  comment: 'comment',
  math: 'math',
  linkDefinition: 'linkDefinition',
  thematicBreak: 'noWords',
};

/** Why a whole block takes no citation. */
export function refusalOf(block: Block): Refusal | undefined {
  if (/^\s{0,3}\\begin\{/u.test(block.words)) return 'math';
  return kinds[block.kind];
}

/**
 * The block that the line of an offset belongs to; undefined for an empty line. What is open at the end goes on there.
 */
export function blockAtLine(draft: Draft, offset: number): Block | 'open' | undefined {
  const block = draft.blockAt(offset);
  if (!block || block.kind === 'blank') return undefined;
  if (offset < block.end || !/[\r\n]$/u.test(block.text.slice(-1))) return block;
  return block.exit.opaque === undefined ? undefined : 'open';
}
