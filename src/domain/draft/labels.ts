import type { Block } from './block';

/** Where each footnote is defined, kept up to date as blocks come and go: what a mark cites is looked up in it. */
export class Labels {
  readonly #blocks = new Map<string, Set<Block>>();

  /** The blocks that begin a definition of a label, in the draft's order. */
  definitions(label: string): readonly Block[] {
    return [...this.#blocks.get(label) ?? []].sort((a, b) => a.start - b.start);
  }

  add(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.label === undefined) continue;
      const same = this.#blocks.get(block.label);
      if (same) same.add(block);
      else this.#blocks.set(block.label, new Set([block]));
    }
  }

  remove(blocks: readonly Block[]): void {
    for (const block of blocks) if (block.label !== undefined) this.#blocks.get(block.label)?.delete(block);
  }
}
