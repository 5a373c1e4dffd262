/** Tables: a quotation whose cell has no citation belongs to the one citation of its row. */
import { offsetOf, type CitedGroup, type Prose } from './prose';
import { certain } from '../certain';

/** A cell is read so far around what stands in it. */
const widest = 2000;

/**
 * The quotations of a table with the citations of their rows; one whose row cites nothing, or several things, stays as
 * it is.
 */
export function withRows(prose: Prose): Prose {
  const { quotes, groups, view, text } = prose;
  if (groups.length === 0 || prose.unit.blocks[0]?.kind !== 'table') return prose;
  let row = { start: 0, end: 0, groups: [] as readonly CitedGroup[] };
  let next = 0;
  return {
    ...prose,
    quotes: quotes.map(quote => {
      // A citation that begins the next cell stands right after this one's words, and yet apart from them.
      if (
        quote.group &&
        !view.chars.slice(quote.outerTo, Math.min(quote.group.at, quote.outerTo + widest)).includes('|')
      )
        return quote;
      const at = offsetOf(view, quote.from);
      if (at >= row.end) {
        const start = text.lastIndexOf('\n', at) + 1;
        const stop = text.indexOf('\n', at);
        const end = stop < 0 ? text.length : stop;
        const here: CitedGroup[] = [];
        while (next < groups.length && offsetOf(view, certain(groups[next]).at) < start) next++;
        for (let index = next; index < groups.length && offsetOf(view, certain(groups[index]).at) <= end; index++)
          here.push(certain(groups[index]));
        row = { start, end, groups: here };
      }
      const [group, ...more] = row.groups;
      if (!group?.ours || more.length > 0) return quote;
      // A cell for the words and one for where they are from: it is their citation. Beside other words it may be
      // anybody's.
      const alone = isAlone(view.chars, quote.outerFrom, quote.outerTo) && isAlone(view.chars, group.at, group.at);
      return { ...quote, group: alone ? group : { ...group, mixed: true } };
    }),
  };
}

/** Whether nothing but punctuation stands beside a stretch in its cell. */
function isAlone(chars: string, from: number, to: number): boolean {
  const before = chars.slice(Math.max(0, from - widest), from);
  const after = chars.slice(to, to + widest);
  return (
    /^[\s.,;:]*$/.test(before.slice(before.lastIndexOf('|') + 1)) && /^[\s.,;:]*$/.test(certain(after.split('|')[0]))
  );
}
