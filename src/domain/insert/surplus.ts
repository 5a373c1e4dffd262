// Triggers behind the last cell of a table's row.
import { cellAround } from './lines';
import { lineIndex, type Stretch } from './stretch';

/**
 * Where the last cell's words end in a table's row behind whose last pipe a trigger stands: what is written there would
 * be a cell too many, which a table drops; in the row of headings it would be no table. Undefined for any other
 * trigger.
 */
export function lastCellEnd(stretch: Stretch): number | undefined {
  const { text, start, end, lines } = stretch;
  const index = lineIndex(stretch, start);
  const line = lines[index];
  if (!line || end === start || text.slice(end, line.end).trim() !== '') return undefined;
  const to = line.from + text.slice(line.from, start).trimEnd().length;
  const row = text.slice(line.from, to);
  const rule = [lines[1], lines[index + 1]].find(
    each => each?.closed === true && isRule(text.slice(each.from, each.end)),
  );
  if (!row.endsWith('|') || isEscaped(row) || !rule || columns(row) < columns(text.slice(rule.from, rule.end)))
    return undefined;
  return cellAround(text, { ...line, to }, to).to;
}

const isRule = (row: string): boolean => row.includes('|') && /^[-|: \t]+$/u.test(row);

/** Whether the last letter of a row stands behind an odd number of backslashes. */
function isEscaped(row: string): boolean {
  let at = row.length - 1;
  while (row[at - 1] === '\\') at -= 1;
  return (row.length - 1 - at) % 2 === 1;
}

/** How many cells a row has. */
function columns(row: string): number {
  const cells = row.trim().replace(/\\./gu, '').replace(/^\|/u, '').replace(/\|$/u, '');
  return cells.split('|').length;
}
