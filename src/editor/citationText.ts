import { cite, noteRuns } from '../domain/citation/cite';
import { toText } from '../domain/citation/inline';
import type { Inserter } from './insert';
import { rulesOf } from './settings';

/**
 * The citation of an id in words, for tooltips, copying and dragging: in the style and form preferred in the
 * draft last active. A footnote's is what the note says, since its mark alone says nothing elsewhere.
 */
export function citationText({ library, drafts }: Inserter, id: string): string {
  const document = drafts.lastTarget()?.document;
  const { form, style, language } = rulesOf(document, document && drafts.of(document));
  return form === 'footnote'
    ? toText(noteRuns(library, [id], { style, language }))
    : cite(library, [id], { form, style, language }).text;
}
