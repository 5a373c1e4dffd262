// What a module finds in blocks and keeps with them.
import type { Block } from './block';

/**
 * Like a weak map of blocks, but kept with each block. What such a map of a module's own holds, an engine keeps until
 * its next great collection of garbage, and with it, through words cut out of it, the whole text of a draft.
 */
export class WithBlocks<T> {
  get(block: Block): T | undefined {
    const at = block.kept?.indexOf(this) ?? -1;
    return at < 0 ? undefined : (block.kept?.[at + 1] as T);
  }

  set(block: Block, value: T): void {
    const kept = block.kept ?? [];
    const at = kept.indexOf(this);
    if (at >= 0) kept[at + 1] = value;
    // A list that is made so long has room for no more, where one that grows has room for some sixteen.
    else block.kept = kept.length === 0 ? [this, value] : [...kept, this, value];
  }
}
