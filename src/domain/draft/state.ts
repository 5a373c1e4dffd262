/** A block that holds other blocks: a quotation, a list item, a footnote's definition. */
export type Container =
  | { readonly type: 'quote' }
  /**
   * `empty`: nothing stands in it yet, and an empty line ends it (CommonMark 0.31, section 5.2).
   * `lettered`: an item for pandoc only, words or code for others.
   */
  | { readonly type: 'item'; readonly indent: number; readonly empty?: true; readonly lettered?: true }
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
  readonly key: string;
}

function containerKey(container: Container): string {
  return container.type === 'quote' ? '>' : container.type === 'item' ? `-${container.indent}${container.empty ? 'e' : container.lettered ? 'l' : ''}` : '^';
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

export function stateOf(containers: readonly Container[], opaque?: Opaque): State {
  if (containers.length === 0 && !opaque) return base;
  const key = containers.map(containerKey).join('') + opaqueKey(opaque);
  return opaque ? { containers, opaque, key } : { containers, key };
}
