// Pandoc citations for a style that cites in notes: there the place must be pandoc's locator, in braces, to stand where
// the style has it.
import { readTrail } from '../draft/citeText';
import type { Draft } from '../draft/draft';
import type { Edit } from '../text/edits';

/**
 * The edits that put the places of a draft's pandoc citations of our documents into braces: `[@idm2022-1, {day 2,
 * conclusion 4}]`. As the suffix that it is without them, a note style prints it behind the address and does not tell
 * “ibid” from “ibid” at another place (measured with pandoc 2.17). Those that stand in braces stay, and so does what no
 * place can be read from.
 */
export function bracedPlaces(draft: Draft): Edit[] {
  return draft.citations().flatMap(({ form, key, locator, start, end }) => {
    if (form !== 'pandoc' || key === undefined || locator === undefined) return [];
    const words = draft.slice(start, end);
    const found = [`@${key}`, `@{${key}}`]
      .map(each => [words.lastIndexOf(each), each.length] as const)
      .find(([at]) => at >= 0);
    if (found === undefined) return [];
    const from = start + found[0] + found[1];
    const rest = draft.slice(from, end).replace(/\]$/u, '');
    const lead = /^\s*,\s*/u.exec(rest)?.[0].length;
    const { end: length, locator: read } = readTrail(rest);
    // One that goes on behind a quotation's mark is not read whole here.
    if (lead === undefined || rest[lead] === '{' || read !== locator) return [];
    return [
      { start: from + lead, end: from + lead, text: '{' },
      { start: from + length, end: from + length, text: '}' },
    ];
  });
}
