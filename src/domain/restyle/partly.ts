// What is to be written if only some changes of a restyling are taken.
import type { Draft, FootnoteDefinition } from '../draft/draft';
import type { Edit } from '../text/edits';
import { addedDefinitions } from '../markdown/footnotes';

/**
 * What is to be written after some changes of a restyling were taken and others left: the definitions of the marks that
 * have none then, as the draft has them with all changes, else as it had them before.
 *
 * @param now the draft as it is with the changes taken
 */
export function missingDefinitions(now: Draft, rewritten: Draft, before: Draft, eol: string): Edit[] {
  const there = new Set(now.footnoteDefinitions.map(({ label }) => label));
  const known = new Map<string, FootnoteDefinition>(
    [before, rewritten].flatMap(draft =>
      draft.footnoteDefinitions.toReversed().map(definition => [definition.label, definition] as const),
    ),
  );
  const marks = new Set(
    now.citations().flatMap(({ form, label }) => (form === 'footnote' && label !== undefined ? [label] : [])),
  );
  const missing = [...marks].flatMap(label => known.get(there.has(label) ? '' : label) ?? []);
  return missing.length === 0
    ? []
    : addedDefinitions(
        now,
        missing.map(({ label, text }) => ({ label, text })),
        { eol },
      );
}
