import { bibliography } from '../citation/bibliography';
import { toMarkdown } from '../citation/inline';
import type { Style } from '../citation/options';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';

/** What stands around a list of sources that we wrote, so that it is found again. */
export const listOpens = '<!-- idm-findings-sources -->';
export const listCloses = '<!-- /idm-findings-sources -->';

const list = /<!-- idm-findings-sources -->[\s\S]*?<!-- \/idm-findings-sources -->/gu;

export interface ListPlan {
  /** Undefined where the list is there and says the right thing already. */
  readonly edit?: { readonly start: number; readonly end: number; readonly text: string };
  /** How many sources it has. */
  readonly sources: number;
  /** Whether a list was there. */
  readonly updated: boolean;
}

/** Whether a draft has a list of sources of ours. */
export function hasSourceList(draft: Draft): boolean {
  return listIn(draft) !== undefined;
}

/** The first list of ours that is none shown in code. */
function listIn(draft: Draft): RegExpExecArray | undefined {
  return [...draft.text.matchAll(list)].find(({ index }) => draft.zoneAt(index + 1) === 'comment');
}

/**
 * Writes the list of the sources a draft cites, in the style's order: over the list written before,
 * else as paragraphs of its own at the empty line of `at`, or after the paragraph, table, list, code or
 * front matter that `at` is in. A draft that cites nothing gets no list.
 */
export function planSourceList(
  draft: Draft,
  library: Library,
  { style, language, at, eol }: { readonly style: Style; readonly language: Language; readonly at: number; readonly eol: string },
): ListPlan {
  const { text } = draft;
  const entries = bibliography(library, draft.citations(), style, language);
  const found = listIn(draft);
  const updated = found !== undefined;
  if (entries.length === 0) return { sources: 0, updated };
  const lines = [listOpens, ...entries.map(entry => `- ${toMarkdown(entry.runs)}`), listCloses].join(eol);
  if (found !== undefined) {
    const edit = { start: found.index, end: found.index + found[0].length, text: lines };
    return found[0] === lines ? { sources: entries.length, updated } : { edit, sources: entries.length, updated };
  }
  return { edit: ownParagraph(text, behind(draft, at), lines, eol), sources: entries.length, updated };
}

/** The end of what an offset is in, as far as nothing may come between its parts; the offset itself where it is in nothing. */
function behind(draft: Draft, at: number): number {
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
  return end ?? (block === undefined ? at : block.start + block.text.trimEnd().length);
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
