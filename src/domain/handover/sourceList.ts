import { bibliography } from '../citation/bibliography';
import { toMarkdown } from '../citation/inline';
import type { Style } from '../citation/options';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Block, Draft } from '../draft/draft';
import type { Range } from '../draft/kinds';
import { findList, listCloses, listOpens } from './listMarks';

export interface ListPlan {
  /** Undefined where the list is there and says the right thing already, and where nothing may be written. */
  readonly edit?: { readonly start: number; readonly end: number; readonly text: string };
  /** How many sources it has. */
  readonly sources: number;
  /** Whether a list was there. */
  readonly updated: boolean;
  /** Why nothing is written, and what in the draft is the matter. */
  readonly refused?: Range & { readonly why: 'unpaired' | 'foreign' | 'open' };
}

/** Whether a draft has a list of sources of ours, be it in part. */
export function hasSourceList(draft: Draft, library: Library): boolean {
  return findList(draft, library).kind !== 'none';
}

/**
 * Writes the list of the sources a draft cites, in the style's order: over the list written before,
 * else as paragraphs of its own at the empty line of `at`, or after the paragraph, table, list, code or
 * front matter that `at` is in. A draft that cites nothing gets no list. Where a mark of the list lost the other, or
 * words that are not ours stand between the two, nothing is written.
 */
export function planSourceList(
  draft: Draft,
  library: Library,
  { style, language, at, eol }: { readonly style: Style; readonly language: Language; readonly at: number; readonly eol: string },
): ListPlan {
  const entries = bibliography(library, draft.citations(), style, language);
  const found = findList(draft, library);
  const updated = found.kind !== 'none';
  const sources = entries.length;
  if (sources === 0) return { sources, updated };
  if (found.kind === 'unpaired' || found.kind === 'foreign') return { sources, updated, refused: { why: found.kind, start: found.start, end: found.end } };
  const lines = [listOpens, ...entries.map(entry => `- ${toMarkdown(entry.runs)}`), listCloses];
  if (found.kind === 'list') {
    const text = lines.join(eol + found.lead);
    return draft.text.slice(found.start, found.end) === text ? { sources, updated } : { edit: { start: found.start, end: found.end, text }, sources, updated };
  }
  const place = behind(draft, at) ?? beforeOpen(draft);
  if (place === undefined) return { sources, updated, refused: { why: 'open', start: blockLeftOpen(draft)?.start ?? 0, end: draft.length } };
  return { edit: ownParagraph(draft.text, place, lines.join(eol), eol), sources, updated };
}

/**
 * The end of what an offset is in, as far as nothing may come between its parts; the offset itself where it is in nothing.
 * Undefined where that is never closed.
 */
function behind(draft: Draft, at: number): number | undefined {
  const { blocks } = draft;
  let index = draft.indexAt(at);
  let end = blocks[index]?.kind === 'blank' ? at : undefined;
  for (let next = index + 1; next < blocks.length; next++) {
    const open = blocks[next - 1]?.exit.opaque !== undefined;
    if (blocks[next]?.kind === 'blank' && !open) continue;
    if (!open && blocks[next]?.continues !== true) break;
    index = next;
    end = undefined;
  }
  const block = blocks[index];
  // What a quotation or list item leaves open ends with it.
  if (block?.exit.opaque !== undefined && block.exit.containers.length === 0) return undefined;
  return end ?? (block === undefined ? at : block.start + block.text.trimEnd().length);
}

/** The end of what stands before the code, comment or HTML that is never closed; undefined where that begins the draft. */
function beforeOpen(draft: Draft): number | undefined {
  const open = blockLeftOpen(draft);
  const before = open ? draft.blocks.slice(0, draft.indexAt(open.start)).findLast(({ kind }) => kind !== 'blank') : undefined;
  return before && before.start + before.text.trimEnd().length;
}

/** The block that opens the code, comment or HTML which the draft's end leaves open. */
function blockLeftOpen({ blocks }: Draft): Block | undefined {
  return blocks.findLast(({ entry }) => entry.opaque === undefined);
}

/** At an empty line there; else after the line, blank lines around. */
function ownParagraph(text: string, at: number, lines: string, eol: string): { start: number; end: number; text: string } {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const lineEnd = next < 0 ? text.length : next - (text[next - 1] === '\r' ? 1 : 0);
  const empty = text.slice(lineStart, lineEnd).trim() === '';
  const place = empty ? lineStart : lineEnd;
  const before = text.slice(0, place);
  const after = text.slice(empty ? lineEnd : place);
  const lead = before === '' || /\n\r?\n$/u.test(before) ? '' : before.endsWith('\n') ? eol : eol + eol;
  const trail = after === '' ? eol : /^\r?\n(?:\r?\n|$)/u.test(after) ? '' : eol;
  return { start: place, end: empty ? lineEnd : place, text: lead + lines + trail };
}
