// Where each footnote of a draft is defined.
import type { Block } from './block';
import { ibidIn, type IbidNote } from './ibid';

/** Where each footnote is defined, kept up to date as blocks come and go: what a mark cites is looked up in it. */
export class Labels {
  readonly #blocks = new Map<string, Set<Block>>();
  readonly #ibids = new Map<Block, IbidNote>();

  /** Whether any note says "ibid" alone. */
  get saysIbid(): boolean {
    return this.#ibids.size > 0;
  }

  /** Whether a label's note says "ibid" alone. */
  isIbid(label: string): boolean {
    if (!this.saysIbid) return false;
    for (const block of this.#blocks.get(label) ?? []) if (this.#ibids.has(block)) return true;
    return false;
  }

  /** What is known of the note that begins in a block, where it says "ibid" alone. */
  ibid(block: Block): IbidNote | undefined {
    return this.#ibids.get(block);
  }

  /** Whether a label is defined. */
  has(label: string): boolean {
    return (this.#blocks.get(label)?.size ?? 0) > 0;
  }

  /** Where a label is defined; nowhere where that is more than once. */
  only(label: string): Block | undefined {
    const blocks = this.#blocks.get(label);
    return blocks?.size === 1 ? [...blocks][0] : undefined;
  }

  /** The blocks that begin a definition of a label, in the draft's order. */
  definitions(label: string): readonly Block[] {
    return [...(this.#blocks.get(label) ?? [])].sort((a, b) => a.start - b.start);
  }

  add(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.label === undefined) continue;
      const says = ibidIn(block);
      if (says !== undefined) this.#ibids.set(block, { says });
      const same = this.#blocks.get(block.label);
      if (same) same.add(block);
      else this.#blocks.set(block.label, new Set([block]));
    }
  }

  remove(blocks: readonly Block[]): void {
    if (this.#blocks.size === 0) return;
    for (const block of blocks) {
      if (block.label === undefined) continue;
      this.#ibids.delete(block);
      this.#blocks.get(block.label)?.delete(block);
    }
  }
}
