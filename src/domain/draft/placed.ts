import type { Block } from './block';
import type { Citation } from './citation';

/**
 * A citation found in a block, in the draft's offsets: they follow the block when an edit before it
 * moves it, so that nothing is computed anew for a citation that only moved. Copying the object
 * keeps the offsets as they are.
 */
export function placed(citation: Citation, block: Block): Citation {
  const { start, end, group } = citation;
  return {
    ...citation,
    get start() {
      return block.start + start;
    },
    get end() {
      return block.start + end;
    },
    ...(group && {
      group: {
        count: group.count,
        get start() {
          return block.start + group.start;
        },
        get end() {
          return block.start + group.end;
        },
      },
    }),
  };
}
