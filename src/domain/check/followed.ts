// What a draft names of the source, to be listed and followed: its citations, and places named in its own sentences.
import type { Block, Citation, Draft } from '../draft/draft';
import { plain } from '../draft/citation';
import { WithBlocks } from '../draft/withBlocks';
import { namedApart } from './namedPlaces';
import { proseKinds } from './units';

/** The named places of a block; offsets count from its beginning. */
const named = new WithBlocks<readonly Citation[]>();
const none: readonly Citation[] = [];

/**
 * The citations of a draft and its named places, in order. What rewrites citations asks for `Draft.citations` instead:
 * named places are the drafter's words.
 */
export function referencesOf(draft: Draft): readonly Citation[] {
  return withNamed(draft, draft.blocks, draft.citations());
}

/** So many blocks are read for named places in one step. */
const atOnce = 64;

/** Reads in steps what `referencesOf` would read at once, in a long draft just opened. */
export function* preparingReferences(draft: Draft): Generator<void, void> {
  yield* draft.preparing();
  let done = 0;
  for (const block of draft.blocks) {
    if (proseKinds.has(block.kind) && !named.get(block)) namedInBlock(draft, block);
    if (++done % atOnce === 0) yield;
  }
}

/** Those that touch `[start, end]`, found without reading the rest of the draft. */
export function referencesIn(draft: Draft, start: number, end: number): readonly Citation[] {
  return withNamed(draft, draft.blocksIn(start, end), draft.citationsIn(start, end)).filter(
    each => each.start <= end && each.end >= start,
  );
}

function withNamed(draft: Draft, blocks: readonly Block[], citations: readonly Citation[]): readonly Citation[] {
  const places: Citation[] = [];
  for (const block of blocks) {
    if (!proseKinds.has(block.kind)) continue;
    const known = named.get(block) ?? namedInBlock(draft, block);
    for (const place of known)
      places.push({ ...place, start: place.start + block.start, end: place.end + block.start });
  }
  return places.length === 0 ? citations : [...citations, ...places].sort((a, b) => a.start - b.start || b.end - a.end);
}

function namedInBlock(draft: Draft, block: Block): readonly Citation[] {
  const places = mayName(draft, block) ? readNamed(draft, block) : none;
  named.set(block, places);
  return places;
}

/** Whether a block may name a place; the words of a note of ours are the note. */
function mayName({ recognizer: { names } }: Draft, { label, text }: Block): boolean {
  const isOwnNote = label !== undefined && names.label(label) !== undefined;
  return !isOwnNote && names.mayCite.test(text) && names.mayNameSeries(text);
}

function readNamed({ recognizer }: Draft, block: Block): readonly Citation[] {
  const cited = recognizer
    .in(block)
    .citations.map(({ start, end }) => ({ start: start - block.start, end: end - block.start }));
  return namedApart(block.prose, recognizer.names, cited).map(({ start, end, ids, unknown }): Citation => ({
    start,
    end,
    form: 'inText',
    ids,
    mentions: unknown?.places ?? [],
    unknown: unknown?.places ?? [],
    locator: plain(block.prose.slice(start, end)),
  }));
}
