// What begins a line in the lists, quotations and notes around it.
import { matchContainers } from '../draft/containers';
import { LineReader, lineAt } from '../draft/lines';
import type { Container } from '../draft/state';

/**
 * What a line must start with to stand in containers: quotation marks, and blanks as wide as lists and notes indent.
 */
export function prefixOf(containers: readonly Container[]): string {
  return containers.map(container => (container.type === 'quote' ? '> ' : ' '.repeat(container.indent))).join('');
}

/** How many of the containers go on in a line, a blank one taken as it stands in the list or note around it. */
export function going(line: string, containers: readonly Container[]): number {
  return matchContainers(new LineReader(line, lineAt(line, 0)), containers);
}

/** How many of the containers a blank line reaches by its own marks and blanks. */
export function reached(line: string, containers: readonly Container[]): number {
  const reader = new LineReader(line, lineAt(line, 0));
  let count = 0;
  for (const container of containers) {
    if (container.type === 'quote') {
      if (reader.indent > 3 || reader.peek !== '>') break;
      reader.skipContent(1);
      reader.skipColumns(1);
    } else if (reader.indent >= container.indent) reader.skipColumns(container.indent);
    else break;
    count += 1;
  }
  return count;
}
