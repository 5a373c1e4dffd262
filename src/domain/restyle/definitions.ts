import type { FootnoteDefinition } from '../draft/draft';
import type { NewDefinition } from '../markdown/footnotes';

/**
 * The definitions that are wanted and not kept, each with the one that is wanted before it: so the
 * notes that a style with fewer labels took out come back where they stood.
 *
 * @param wanted the definitions' words by label, in order of appearance
 */
export function missing(kept: readonly FootnoteDefinition[], wanted: ReadonlyMap<string, string>): NewDefinition[] {
  const places = new Map(kept.map(definition => [definition.label, definition]));
  let after = kept.reduce<FootnoteDefinition | undefined>((last, each) => (last === undefined || each.end > last.end ? each : last), undefined);
  const result: NewDefinition[] = [];
  for (const [label, text] of wanted) {
    const place = places.get(label);
    if (place === undefined) result.push({ label, text, ...(after && { after }) });
    else after = place;
  }
  return result;
}
