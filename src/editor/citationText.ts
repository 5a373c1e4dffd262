// A citation in words, in the style of the draft last active.
import { cite, noteRuns } from '../domain/citation/cite';
import { quotationMarks, wishesIn } from '../domain/citation/options';
import { toText } from '../domain/citation/inline';
import type { Inserter } from './insert';
import { rulesOf } from './settings';

/**
 * The citation of an id in words, for tooltips, copying and dragging: in the style and form of the
 * draft last active. A footnote's is what the note says, since its mark alone says nothing elsewhere.
 */
export function citationText(inserter: Inserter, id: string): string {
  const { form, ...rules } = rulesOfLast(inserter);
  return form === 'footnote' ? referenceText(inserter, id) : cite(inserter.library, [id], { form, ...rules }).text;
}

/** What a note says that cites an id, in the style of the draft last active. */
export function referenceText(inserter: Inserter, id: string): string {
  const { form: _form, ...rules } = rulesOfLast(inserter);
  return toText(noteRuns(inserter.library, [id], rules));
}

/** The marks around a quotation in the language of the draft last active. */
export function quotationMarksOfLast(inserter: Inserter): ReturnType<typeof quotationMarks> {
  const { language, ...wishes } = rulesOfLast(inserter);
  return quotationMarks(language, wishesIn(wishes));
}

function rulesOfLast({ drafts }: Inserter): ReturnType<typeof rulesOf> {
  const document = drafts.lastTarget()?.document;
  return rulesOf(document, document && drafts.of(document));
}
