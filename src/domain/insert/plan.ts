// The plan of an insertion: all its edits, and where the cursors are afterwards.
import { entriesOf } from '../citation/cite';
import type { Library } from '../corpus/library';
import { Draft } from '../draft/draft';
import { joined, type Edit } from '../text/edits';
import { addedDefinitions } from '../markdown/footnotes';
import { NoteLabels } from './noteLabels';
import type { Refusal } from './refusal';
import type { Request, Target } from './request';
import { written, type Written } from './written';

export type { Refusal } from './refusal';
export type { Request, Target } from './request';
export { quotedText } from './written';

/** What an insertion does to a draft: edits that do not overlap, in order, and where the cursors are afterwards. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly carets: readonly number[];
  /** Why nothing is written at some of the places. */
  readonly refused: readonly Refusal[];
}

/**
 * Plans the insertion of a citation or quotation at one or more places of a draft, each by its own
 * surroundings, with the footnote definitions the draft still lacks. Nothing else of the draft
 * changes its meaning: where a place cannot take a citation, the nearest one that can is used, and
 * where there is none, nothing is written there.
 *
 * @throws UnknownIdsError naming every id the library does not hold
 */
export function planInsertion(draft: Draft, library: Library, targets: readonly Target[], request: Request): Plan {
  entriesOf(library, request.ids);
  const eol = request.eol ?? draft.eol;
  const notes = new NoteLabels(draft, library, request);
  const made: Written[] = [];
  const refused: Refusal[] = [];
  for (const target of targets.toSorted((a, b) => a.start - b.start)) {
    notes.goTo(target.start);
    const known = notes.added.length;
    const one = written(draft, library, target, { ...request, eol }, notes);
    if (typeof one === 'string') refused.push(one);
    else if (
      !made.some(({ edits }) =>
        edits.some(edit => one.edits.some(other => other.start < edit.end && edit.start < other.end)),
      )
    ) {
      made.push(one);
      continue;
    }
    notes.takeBack(known);
  }
  const edits = made.flatMap(one => one.edits);
  const definitions = addedDefinitions(draft, notes.added, { eol, beside: edits });
  const all = [...edits, ...definitions];
  const carets = made.map(({ edits: [edit], caret }) => {
    const at = edit?.start ?? 0;
    const shift = all.reduce(
      (sum, { start, end, text }) =>
        sum + (start < at || (start === at && end < (edit?.end ?? at)) ? text.length - (end - start) : 0),
      0,
    );
    return at + shift + caret;
  });
  return { edits: joined(all), carets, refused };
}

/** What an insertion would write, alone: for the clipboard, where there is no draft to write it to. */
export function insertedText(library: Library, request: Request): string {
  return planInsertion(Draft.of('', library), library, [{ start: 0, end: 0 }], request)
    .edits.map(edit => edit.text)
    .join('');
}
