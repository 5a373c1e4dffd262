// Offsets that follow their block when an edit moves it.
import { sharing } from '../shared';
import type { Range } from '../text/ranges';
import type { Block } from './block';
import type { Citation } from './citation';

/** Gives an object the offsets of a range of a block; they follow the block when an edit before it moves it. */
export const following = sharing<{ readonly block: Block; readonly start: number; readonly end: number }, Range>({
  start: ({ block, start }) => block.start + start,
  end: ({ block, end }) => block.start + end,
});

/**
 * A citation found in a block, in the draft's offsets: nothing is computed anew for a citation that only moved. Copying
 * the object keeps the offsets as they are.
 */
export function placed(citation: Citation, block: Block): Citation {
  const { start, end, group, ...rest } = citation;
  const own = group
    ? { group: following({ count: group.count }, { block, start: group.start, end: group.end }), ...rest }
    : rest;
  return following(own, { block, start, end });
}
