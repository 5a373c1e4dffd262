import type { Block } from './block';
import { ibidIn } from './ibid';

/** Where each footnote is defined, kept up to date as blocks come and go: what a mark cites is looked up in it. */
export class Labels {
  readonly #blocks = new Map<string, Set<Block>>();
  readonly #ibids = new Set<Block>();

  /** Whether any note says "ibid" alone. */
  get saysIbid(): boolean {
    return this.#ibids.size > 0;
  }

  /** Whether a label's note says "ibid" alone. */
  isIbid(label: string): boolean {
    return this.saysIbid && this.definitions(label).some(block => this.#ibids.has(block));
  }

  /** The blocks that begin a definition of a label, in the draft's order. */
  definitions(label: string): readonly Block[] {
    return [...this.#blocks.get(label) ?? []].sort((a, b) => a.start - b.start);
  }

  add(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.label === undefined) continue;
      if (ibidIn(block) !== undefined) this.#ibids.add(block);
      const same = this.#blocks.get(block.label);
      if (same) same.add(block);
      else this.#blocks.set(block.label, new Set([block]));
    }
  }

  remove(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.label === undefined) continue;
      this.#ibids.delete(block);
      this.#blocks.get(block.label)?.delete(block);
    }
  }
}
