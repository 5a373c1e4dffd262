import type { Draft, FootnoteDefinition } from '../draft/draft';
import type { Edit } from '../edits';
import { leadOf } from '../markdown/removeDefinitions';

/**
 * Adds the definitions that are wanted and not kept, each after the one that is wanted before it:
 * so the notes that a style with fewer labels took out come back where they stood. The first ones
 * go after the draft's last definition, else to its end with a blank line between. A draft that ends
 * with a line break goes on ending with one.
 *
 * @param wanted the definitions' words by label, in order of appearance
 */
export function added(draft: Draft, kept: readonly FootnoteDefinition[], wanted: ReadonlyMap<string, string>, eol: string): Edit[] {
  const places = new Map(kept.map(definition => [definition.label, definition]));
  let at: FootnoteDefinition | undefined;
  for (const definition of kept) if (definition.end > (at?.end ?? -1)) at = definition;
  const lines = new Map<FootnoteDefinition | undefined, string[]>();
  for (const [label, text] of wanted) {
    const place = places.get(label);
    if (place === undefined) lines.set(at, [...(lines.get(at) ?? []), `[^${label}]: ${text}`]);
    else at = place;
  }
  return [...lines].map(([after, group]) => (after === undefined ? atEnd(draft, group, eol) : below(draft, after, group, eol)));
}

/** In the quotation or list item that the definition before stands in. */
function below({ text }: Draft, { start, end }: FootnoteDefinition, lines: readonly string[], eol: string): Edit {
  const lead = leadOf(text, start).replace(/[^>\s]/gu, ' ');
  return { start: end, end, text: lines.map(line => eol + lead + line).join('') };
}

function atEnd({ text }: Draft, lines: readonly string[], eol: string): Edit {
  const ends = text.endsWith('\n');
  const lead = text === '' ? '' : ends ? eol : eol + eol;
  return { start: text.length, end: text.length, text: lead + lines.join(eol) + (ends ? eol : '') };
}
