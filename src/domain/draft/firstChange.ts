import { readLabel } from '../citation/labels';
import type { Library } from '../corpus/library';
import type { Block, Draft } from './draft';

/**
 * Where a draft reads otherwise than another that should differ only in the form of its citations, in notes of ours and in
 * comments to us: blocks that became others or another list's or quotation's, code, links and addresses that did, citations that
 * cite something else or nothing any more.
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

/** How each block is read that is not blank, no note of ours and no comment to us: its kind, what it stands in, and what in it is no prose. */
function blocks(draft: Draft, library: Library): { readonly start: number; readonly reads: string }[] {
  let own = false;
  let before: Block | undefined;
  let words: Block | undefined;
  return draft.blocks.flatMap(block => {
    const depth = shared(block, before);
    before = block;
    if (block.kind === 'blank') return [];
    // Code that is set in goes on over blank lines.
    const goesOn = block.kind === 'code' && words?.kind === 'code';
    words = block;
    own = block.label === undefined ? own && block.inNote : readLabel(block.label, library) !== undefined;
    if (own || (block.kind === 'comment' && isToUs(block.text) && /-->\s*$/u.test(block.text))) return [];
    return [{ start: block.start, reads: JSON.stringify([block.kind, block.exit.containers.map(({ type }) => type), depth, goesOn, block.exit.opaque?.type, block.label, noProse(draft, block)]) }];
  });
}

/** How many of the quotations, lists and notes that a block stands in go on from the block before it. */
function shared({ exit }: Block, before: Block | undefined): number {
  const other = before?.exit.containers ?? [];
  let depth = 0;
  while (exit.containers[depth] !== undefined && exit.containers[depth]?.type === other[depth]?.type) depth++;
  return depth;
}

function noProse(draft: Draft, block: Block): string[] {
  return block.zones.flatMap(({ kind, start, end }) => {
    const text = block.text.slice(start, end);
    const ours = kind === 'citationKey' ? draft.recognizer.names.key(text.replace(/^(?:\[\^|@\{?)|[\]}]$/gu, '')) !== undefined : kind === 'comment' && isToUs(text);
    return ours ? [] : [kind, text];
  });
}

const isToUs = (comment: string): boolean => /^[\s>]*<!--\s*idm-findings-(?:disable|note)/u.test(comment);

/** What is cited, entry by entry, in order. */
function entries(draft: Draft, library: Library): { readonly start: number; readonly id: string }[] {
  return draft.citations().flatMap(({ form, ids, corpus, start }) => {
    if (form === 'footnoteDefinition') return [];
    const found = ids.flatMap(id => library.resolve(id)?.entry.id ?? []);
    return (found.length > 0 ? found : corpus === undefined ? [] : [corpus]).map(id => ({ start, id }));
  });
}
