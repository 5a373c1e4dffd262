/** A block that holds other blocks: a quotation, a list item, a footnote's definition. */
export type Container =
  | { readonly type: 'quote' }
  /**
   * `empty`: nothing stands in it yet, and an empty line ends it (CommonMark 0.31, section 5.2).
   * `lettered`: an item for pandoc only, words or code for others; `defines`: of those, the definition of a term.
   */
  | {
      readonly type: 'item';
      readonly indent: number;
      readonly empty?: true;
      readonly lettered?: true;
      readonly defines?: true;
    }
  | { readonly type: 'footnote'; readonly indent: 4 };

/** What is open across lines, whose content is not Markdown. */
export type Opaque =
  | { readonly type: 'fence'; readonly char: string; readonly length: number }
  | { readonly type: 'comment' }
  | { readonly type: 'html'; readonly until: 'raw' | '?>' | '>' | ']]>' };

/**
 * All that the lines before a block decide about it. Two blocks with the same text, the same
 * line after them and states of the same `key` are the same block: this is what lets an edit stop
 * rescanning.
 */
export interface State {
  readonly containers: readonly Container[];
  readonly opaque?: Opaque;
  /**
   * Whether a line of words stands alone right before, or above one empty line: for pandoc it may be a term that is
   * defined next.
   */
  readonly term?: true;
  readonly key: string;
}

function containerKey(container: Container): string {
  if (container.type === 'quote') return '>';
  return container.type === 'item' ? `-${container.indent}${itemKey(container)}` : '^';
}

function itemKey({ empty, defines, lettered }: Extract<Container, { type: 'item' }>): string {
  if (empty) return 'e';
  if (defines) return 'd';
  return lettered ? 'l' : '';
}

function opaqueKey(opaque: Opaque | undefined): string {
  if (!opaque) return '';
  if (opaque.type === 'fence') return `|${opaque.char}${opaque.length}`;
  return opaque.type === 'comment' ? '|comment' : `|html${opaque.until}`;
}

/** The very beginning of a text, the only place where front matter may stand. */
export const beginning: State = { containers: [], key: 'beginning' };

/** Nothing is open. */
export const base: State = { containers: [], key: '' };

/** Nothing is open, and a term may stand before. */
const afterTerm: State = { containers: [], term: true, key: ':' };

export function stateOf(containers: readonly Container[], opaque?: Opaque, term = false): State {
  if (containers.length === 0 && !opaque) return term ? afterTerm : base;
  const key = containers.map(containerKey).join('') + opaqueKey(opaque) + (term ? ':' : '');
  return { containers, ...(opaque ? { opaque } : {}), ...(term ? { term } : {}), key };
}
