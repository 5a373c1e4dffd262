// Where a draft would read otherwise after an edit that is to change citations only.
import { readLabel } from '../citation/labels';
import type { Library } from '../corpus/library';
import type { Block, Draft } from './draft';
import type { Container } from './state';

/** Labels, whatever is known of them. */
type Labelled = ReadonlyMap<string, unknown>;

/**
 * Where a draft reads otherwise than another that should differ only in the form of its citations, in notes of ours and
 * in comments to us: blocks that became others or another list's or quotation's, code, links and addresses that did,
 * citations that cite something else or nothing any more.
 *
 * @param named notes of ours, too, under these labels of the drafter's own
 * @returns the offset in `before` of the first such place; undefined when there is none
 */
export function firstChange(
  before: Draft,
  after: Draft,
  library: Library,
  named: Labelled = new Map(),
): number | undefined {
  const old = blocks(before, library, named);
  const now = blocks(after, library, named);
  const at = old.findIndex((block, index) => block.reads !== now[index]?.reads);
  if (at >= 0 || now.length > old.length) return (old[at] ?? old.at(-1))?.start ?? 0;
  const cited = entries(before, library);
  const cites = entries(after, library);
  const lost = cited.findIndex(({ id }, index) => id !== cites[index]?.id);
  return lost >= 0 || cites.length > cited.length ? ((cited[lost] ?? cited.at(-1))?.start ?? 0) : undefined;
}

/**
 * How each block is read that is not blank, no note of ours and no comment to us: its kind, what it stands in, and what
 * in it is no prose.
 */
function blocks(draft: Draft, library: Library, named: Labelled): { readonly start: number; readonly reads: string }[] {
  let own = false;
  let before: readonly Container[] = [];
  let words: Block | undefined;
  return draft.blocks.flatMap(block => {
    const depth = shared(block, before);
    own =
      block.label === undefined
        ? own && block.exit.containers.some(isNote)
        : readLabel(block.label, library) !== undefined || named.has(block.label);
    // A note of ours parts what stands around it as a comment in its place does.
    if (own) before = outside(block);
    else before = block.kind === 'blank' ? overBlank(block, before) : block.exit.containers;
    if (block.kind === 'blank') return [];
    // Code that is set in goes on over blank lines.
    const goesOn = block.kind === 'code' && words?.kind === 'code';
    words = block;
    if (own || (block.kind === 'comment' && isToUs(block.text) && /-->\s*$/u.test(block.text))) return [];
    return [
      {
        start: block.start,
        reads: JSON.stringify([
          block.kind,
          block.exit.containers.map(({ type }) => type),
          depth,
          goesOn,
          block.exit.opaque?.type,
          block.label,
          noProse(draft, block, named),
        ]),
      },
    ];
  });
}

/** How many of the quotations, lists and notes that a block stands in go on from the block before it. */
function shared(block: Block, before: readonly Container[]): number {
  // A note that begins here goes on from none.
  const containers = block.label === undefined ? block.exit.containers : outside(block);
  let depth = 0;
  while (containers[depth] !== undefined && containers[depth]?.type === before[depth]?.type) depth++;
  return depth;
}

/** What a blank line stands in: an item without words ends there, but its list goes on with the next item. */
function overBlank({ exit: { containers } }: Block, before: readonly Container[]): readonly Container[] {
  const depth = containers.length;
  return before[depth]?.type === 'item' ? before.slice(0, depth + 1) : containers;
}

const isNote = ({ type }: Container): boolean => type === 'footnote';

/** What a block's note stands in. */
function outside({ exit: { containers } }: Block): readonly Container[] {
  const note = containers.findLastIndex(isNote);
  return note < 0 ? containers : containers.slice(0, note);
}

function noProse(draft: Draft, block: Block, named: Labelled): string[] {
  return block.zones.flatMap(({ kind, start, end }) => {
    const text = block.text.slice(start, end);
    const ours =
      kind === 'citationKey'
        ? draft.recognizer.names.key(text.replace(/^(?:\[\^|@\{?)|[\]}]$/gu, '')) !== undefined ||
          (text.startsWith('[^') && named.has(text.slice(2, -1)))
        : kind === 'comment' && isToUs(text);
    return ours ? [] : [kind, text];
  });
}

const isToUs = (comment: string): boolean => /^[\s>]*<!--\s*idm-findings-(?:disable|note)/u.test(comment);

/** What is cited, entry by entry, in order. */
function entries(draft: Draft, library: Library): { readonly start: number; readonly id: string }[] {
  return draft.citations().flatMap(({ form, ids, corpus, start }) => {
    if (form === 'footnoteDefinition') return [];
    const found = ids.flatMap(id => library.resolve(id)?.entry.id ?? []);
    const whole = corpus === undefined ? [] : [corpus];
    return (found.length > 0 ? found : whole).map(id => ({ start, id }));
  });
}
