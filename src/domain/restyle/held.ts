// Comments that hold the place of a definition until the draft has footnotes again.
import type { Block, Draft, FootnoteDefinition } from '../draft/draft';
import type { Edit } from '../text/edits';
import type { NewDefinition } from '../markdown/footnotes';
import type { Range } from '../text/ranges';

/**
 * Where a note's definition stood that a restyling took out, if it would not come back there by itself: a comment holds
 * its place until the draft has footnotes again.
 */
const holder = /<!-- idm-findings-note ([\w+-]{1,200}) -->/gu;

/** The comment that holds the place of a note's definition. */
export function placeHolder(label: string): string {
  return `<!-- idm-findings-note ${label} -->`;
}

/** How many places of definitions some edits hold. */
export function countHeld(edits: readonly Edit[]): number {
  return edits.reduce((sum, { text }) => sum + [...text.matchAll(holder)].length, 0);
}

/** Whether a block holds the place of a definition, and nothing else. */
export function isPlaceHolder(block: Block): boolean {
  return (
    block.kind === 'comment' &&
    block.text.includes('idm-findings-note') &&
    block.text
      .replace(holder, '')
      .replace(/^[>\s]+/u, '')
      .trim() === ''
  );
}

/** The places that comments hold, by label; the first of each. */
export function heldPlaces(draft: Draft): ReadonlyMap<string, Range> {
  const places = new Map<string, Range>();
  for (const block of draft.blocks) {
    if (!isPlaceHolder(block)) continue;
    for (const {
      0: { length },
      1: label = '',
      index,
    } of block.text.matchAll(holder)) {
      const start = block.start + index;
      if (!places.has(label)) places.set(label, { start, end: start + length });
    }
  }
  return places;
}

/** What goes where a comment holds the place, and what has to find one. */
interface Missing {
  readonly held: readonly Edit[];
  readonly added: readonly NewDefinition[];
}

/**
 * The definitions that are wanted and not kept: in the place held for each or right below one that has such a place;
 * the others each with the one that is wanted before it. So the notes that a form or style without them took out come
 * back where they stood.
 *
 * @param wanted the definitions' words by label, in order of appearance
 */
export function missing(
  draft: Draft,
  kept: readonly FootnoteDefinition[],
  wanted: ReadonlyMap<string, string>,
  eol: string,
): Missing {
  const places = new Map(kept.map(definition => [definition.label, definition]));
  const held = heldPlaces(draft);
  const edits: { start: number; end: number; text: string }[] = [];
  const added: NewDefinition[] = [];
  let after = kept.reduce<FootnoteDefinition | undefined>(
    (last, each) => (last === undefined || each.end > last.end ? each : last),
    undefined,
  );
  let above: { text: string } | undefined;
  for (const [label, text] of wanted) {
    const definition = places.get(label);
    const place = held.get(label);
    if (definition !== undefined) {
      after = definition;
      above = undefined;
    } else if (place !== undefined) edits.push((above = { ...place, text: `[^${label}]: ${text}` }) as Edit);
    else if (above !== undefined) above.text += `${eol}[^${label}]: ${text}`;
    else added.push({ label, text, ...(after && { after }) });
  }
  return { held: edits, added };
}
