// What a module finds in blocks and keeps with them.
import type { Block } from './block';

/**
 * Like a weak map of blocks, but kept with each block. What such a map of a module's own holds, an engine keeps until
 * its next great collection of garbage, and with it, through words cut out of it, the whole text of a draft.
 */
export class WithBlocks<T> {
  get(block: Block): T | undefined {
    return block.kept?.get(this) as T | undefined;
  }

  set(block: Block, value: T): void {
    (block.kept ??= new Map()).set(this, value);
  }
}
