// The list of sources in a draft: written, and brought up to date.
import { bibliography } from '../citation/bibliography';
import { toMarkdown } from '../citation/inline';
import type { Style, Wishes } from '../citation/options';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import { placeForList } from './listPlace';
import { placeLeftOpen } from '../markdown/openAtEnd';
import { findList, listCloses, listOpens } from './listMarks';

export interface ListPlan {
  /** Undefined where the list is there and says the right thing already, and where nothing may be written. */
  readonly edit?: Edit;
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
 * Writes the list of the sources a draft cites, in the style's order: over the list written before, else under the
 * draft's heading for sources, or one of its own before the notes. A draft that cites nothing gets no list. Where a
 * mark of the list lost the other, or words that are not ours stand between the two, nothing is written.
 */
export function planSourceList(
  draft: Draft,
  library: Library,
  {
    style,
    language,
    eol,
    ...wishes
  }: { readonly style: Style; readonly language: Language; readonly eol: string } & Wishes,
): ListPlan {
  const entries = bibliography(library, draft.citations(), style, language, wishes);
  const found = findList(draft, library);
  const updated = found.kind !== 'none';
  const sources = entries.length;
  if (sources === 0) return { sources, updated };
  if (found.kind === 'unpaired' || found.kind === 'foreign')
    return { sources, updated, refused: { why: found.kind, start: found.start, end: found.end } };
  const lines = [listOpens, ...entries.map(entry => `- ${toMarkdown(entry.runs)}`), listCloses];
  if (found.kind === 'list') {
    const text = lines.join(eol + found.lead);
    return draft.text.slice(found.start, found.end) === text
      ? { sources, updated }
      : { edit: { start: found.start, end: found.end, text }, sources, updated };
  }
  const place = placeForList(draft, language);
  if (place === undefined) {
    const start = placeLeftOpen(draft.blocks);
    return { sources, updated, refused: { why: 'open', start, end: draft.length } };
  }
  const list = place.heading === undefined ? lines : [place.heading, '', ...lines];
  return { edit: ownParagraph(draft.text, place.at, list.join(eol), eol), sources, updated };
}

/** After the words that end at a place, blank lines around. */
function ownParagraph(
  text: string,
  at: number,
  lines: string,
  eol: string,
): { start: number; end: number; text: string } {
  const after = text.slice(at);
  const lead = text.slice(0, at).trim() === '' ? '' : eol + eol;
  const trail = trailBefore(after, eol);
  return { start: at, end: at, text: lead + lines + trail };
}

/** The line breaks that keep a list apart from what follows it. */
function trailBefore(after: string, eol: string): string {
  if (after === '') return eol;
  if (after.trim() === '' || /^[ \t]*\r?\n[ \t]*(?:\r?\n|$)/u.test(after)) return '';
  return /^[ \t]*\r?\n/u.test(after) ? eol : eol + eol;
}
