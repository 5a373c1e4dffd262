import { readLabel } from '../citation/labels';
import type { Library } from '../corpus/library';
import type { Block, Draft } from '../draft/draft';

/**
 * Where a draft reads otherwise than another that should differ in the form of its citations only: blocks that became
 * others, code, links and addresses that did, citations that cite something else or nothing any more.
 *
 * @returns the offset in `before` of the first such place; undefined when there is none
 */
export function firstChange(before: Draft, after: Draft, library: Library): number | undefined {
  const old = blocks(before, library);
  const now = blocks(after, library);
  const at = old.findIndex((block, index) => block.reads !== now[index]?.reads);
  if (at >= 0 || now.length > old.length) return (old[at] ?? old.at(-1))?.start ?? 0;
  const cited = entries(before, library);
  const cites = entries(after, library);
  const lost = cited.findIndex(({ id }, index) => id !== cites[index]?.id);
  return lost >= 0 || cites.length > cited.length ? ((cited[lost] ?? cited.at(-1))?.start ?? 0) : undefined;
}

/** How each block is read that is not blank and no note of ours: its kind, what it stands in, and what in it is no prose. */
function blocks(draft: Draft, library: Library): { readonly start: number; readonly reads: string }[] {
  let own = false;
  return draft.blocks.flatMap(block => {
    if (block.kind === 'blank') return [];
    own = block.label === undefined ? own && block.inNote : readLabel(block.label, library) !== undefined;
    return own ? [] : [{ start: block.start, reads: reading(draft, block) }];
  });
}

function reading(draft: Draft, block: Block): string {
  const zones = block.zones.flatMap(({ kind, start, end }) => {
    const text = block.text.slice(start, end);
    const ours = kind === 'citationKey' && draft.recognizer.names.key(text.replace(/^(?:\[\^|@\{?)|[\]}]$/gu, '')) !== undefined;
    return ours ? [] : [kind, text];
  });
  return JSON.stringify([block.kind, block.exit.containers.map(({ type }) => type), block.exit.opaque?.type, block.label, zones]);
}

/** What is cited, entry by entry, in order. */
function entries(draft: Draft, library: Library): { readonly start: number; readonly id: string }[] {
  return draft.citations().flatMap(({ form, ids, corpus, start }) => {
    if (form === 'footnoteDefinition') return [];
    const found = ids.flatMap(id => library.resolve(id)?.entry.id ?? []);
    return (found.length > 0 ? found : corpus === undefined ? [] : [corpus]).map(id => ({ start, id }));
  });
}
