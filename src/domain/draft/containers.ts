// Which quotations, list items and notes a line of a draft stands in.
import type { LineReader } from './lines';
import type { Container } from './state';
import { footnoteStart, isDefinition, isExample, isThematicBreak, letteredMarker, listMarker } from './syntax';

/** Marks of quotations in one go, up to the blank behind the last. */
const quotationMarks = /(?:> ?)*>/y;

/** Deeper nesting is not kept apart, so that hostile input stays cheap. */
const maxDepth = 24;

/** Consumes what continues the open containers on this line; returns how many of them go on. */
export function matchContainers(reader: LineReader, containers: readonly Container[]): number {
  let matched = 0;
  for (const container of containers) {
    if (container.type === 'quote') {
      if (reader.indent > 3 || reader.peek !== '>') break;
      reader.skipContent(1);
      reader.skipColumns(1);
    } else if (reader.blank) {
      // A blank line belongs to the item or note around it, however little it is indented.
      if (container.type === 'item' && container.empty) break;
    } else if (reader.indent >= container.indent) reader.skipColumns(container.indent);
    else break;
    matched++;
  }
  return matched;
}

interface Opened {
  readonly containers: readonly Container[];
  /** The label of the footnote definition that begins on this line. */
  readonly label?: string;
}

/** Columns that pandoc indents what a definition holds. */
const definitionIndent = 4;

/**
 * Consumes what opens containers on this line, inside those that go on.
 * @param defines whether a term stands before the line, or another definition of it
 */
export function openContainers(reader: LineReader, going: readonly Container[], defines = false): Opened {
  const containers = [...going];
  if (defines && isDefinition(reader.rest, reader.indent)) containers.push(openDefinition(reader));
  let label: string | undefined;
  while (containers.length < maxDepth && reader.indent < 4 && !reader.blank) {
    const rest = reader.rest;
    if (rest.startsWith('>')) {
      reader.skipContent(1);
      reader.skipColumns(1);
      containers.push({ type: 'quote' });
      continue;
    }
    const footnote = footnoteStart(rest);
    if (footnote) {
      label ??= footnote.label;
      reader.skipContent(footnote.width);
      // Pandoc and markdown-it take one indentation after the label for the note's own: it makes no code of the words.
      if (reader.indent >= 4) reader.skipColumns(4);
      containers.push({ type: 'footnote', indent: 4 });
      continue;
    }
    const item = openItem(reader, rest);
    if (item === undefined) break;
    containers.push(item);
  }
  if (containers.length >= maxDepth) passQuotationMarks(reader);
  return label === undefined ? { containers } : { containers, label };
}

function openDefinition(reader: LineReader): Container {
  const padding = definitionIndent - 1 - reader.indent;
  reader.skipContent(1);
  reader.skipColumns(padding);
  return { type: 'item', indent: definitionIndent, lettered: true, defines: true };
}

/** Consumes the marker of an item that the rest of a line begins with; undefined where it begins none. */
function openItem(reader: LineReader, rest: string): Container | undefined {
  const marked = isThematicBreak(rest) ? undefined : listMarker(rest)?.width;
  const width = marked ?? letteredMarker(rest);
  if (width === undefined) return undefined;
  const before = reader.indent;
  reader.skipContent(width);
  // One to four columns after the marker belong to it; five or more begin indented code.
  const padding = reader.blank || reader.indent > 4 ? 1 : reader.indent;
  reader.skipColumns(padding);
  if (marked !== undefined)
    return { type: 'item', indent: before + width + padding, ...(reader.blank ? { empty: true } : {}) };
  // What an example holds, pandoc indents by four columns, however long its label is.
  const indent = isExample(rest.slice(0, width)) ? 4 : before + width + padding;
  // For pandoc, an empty line ends no item that begins without words.
  return { type: 'item', indent, lettered: true };
}

/** Quotation marks beyond what is kept apart are no words of the draft: a comment behind them is still one. */
function passQuotationMarks(reader: LineReader): void {
  while (reader.indent < 4 && reader.peek === '>') {
    quotationMarks.lastIndex = reader.contentStart;
    reader.skipContent(quotationMarks.exec(reader.text)?.[0].length ?? 1);
    reader.skipColumns(1);
  }
}
