// The kinds of blocks.
import type { Range } from '../text/ranges';
import type { Container, State } from './state';

export type BlockKind =
  | 'frontMatter'
  | 'code'
  | 'html'
  | 'comment'
  | 'math'
  | 'footnoteDefinition'
  | 'linkDefinition'
  | 'heading'
  | 'listItem'
  | 'blockQuote'
  | 'table'
  | 'paragraph'
  | 'thematicBreak'
  | 'blank';

export interface Scanned {
  readonly kind: BlockKind;
  /** Where the block ends: the beginning of a line, or the end of the text. */
  readonly end: number;
  /** What is open after the block. */
  readonly exit: State;
  /** The containers the block's own words stand in. */
  readonly containers: readonly Container[];
  /**
   * Quotation marks, list markers, note labels and indentation at the beginning of lines, counted from the block's
   * beginning.
   */
  readonly prefixes: readonly Range[];
  /** How far the text was read to tell. */
  readonly looked: number;
  /** The label of the footnote definition that begins here. */
  readonly label?: string;
}

/** What kind of block the containers alone make of ordinary words. */
export function proseKind(containers: readonly Container[]): BlockKind {
  if (containers.some(container => container.type === 'footnote')) return 'footnoteDefinition';
  const innermost = containers.at(-1)?.type;
  if (innermost === 'item') return 'listItem';
  return innermost === 'quote' ? 'blockQuote' : 'paragraph';
}
