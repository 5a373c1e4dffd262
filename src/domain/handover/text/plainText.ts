// A draft as text that is text: its words, numbers of lists and notes, tables in columns, and nothing of how Markdown
// writes them.
import { certain } from '../../certain';
import { matchContainers } from '../../draft/containers';
import type { Block, Draft } from '../../draft/draft';
import { LineReader, lineAt, type LineSpan } from '../../draft/lines';
import type { Container, Opaque } from '../../draft/state';
import { closes, fenceStart, footnoteStart, isTableDelimiter, letteredMarker, listMarker } from '../../draft/syntax';
import { linesIn } from '../../text/lineIndex';
import { decoded } from './entities';
import { cellsOf, isDivLine, isGridLine, withoutAttributes, withoutClosing, withoutTags } from './lineKinds';
import { addressesOf, NumberedNotes, withoutNotes } from './numberedNotes';
import { plainWords, unwrapped, type Surroundings } from './plainWords';
import { append } from '../../longLists';

/**
 * A draft as plain text. Notes are numbered as everywhere: in order of appearance, each mention anew; their texts stand
 * at the end. Tables are lines with tabs, headings lines between empty lines; code and mathematics stay as they are.
 * Linear in the draft's length.
 * @param source what a citation key says, where it is known
 */
export function plainText(draft: Draft, source: Surroundings['source'] = () => undefined): string {
  const { body, notes } = withoutNotes(draft.blocks);
  const texts = new NumberedNotes(
    notes,
    addressesOf(draft.blocks),
    source,
    (note, around) => new Part(around, note.depth, note.blocks).text,
  );
  const main = new Part(texts, 0, body).text;
  const title = plainWords((draft.frontMatter?.title ?? '').replace(/\s/gu, ' '), texts);
  const parts = [
    title === '' || main === title || main.startsWith(`${title}\n`) ? '' : title,
    main,
    texts.all(),
  ].filter(part => part !== '');
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`.replaceAll('\n', draft.eol);
}

/** What a line opens: how many containers went on, and the markers of the items that begin. */
interface Opened {
  readonly matched: number;
  readonly markers: readonly { readonly depth: number; readonly written: string }[];
  readonly reader: LineReader;
}

function openedBy(block: Block): Opened {
  const reader = new LineReader(block.text, lineAt(block.text, 0));
  const matched = matchContainers(reader, block.entry.containers);
  const markers: { depth: number; written: string }[] = [];
  block.exit.containers.slice(matched).forEach((container, at) => {
    const { rest } = reader;
    if (container.type === 'item' && container.defines) {
      // What a term means stands below it, further in, without the mark.
      const padding = 3 - reader.indent;
      reader.skipContent(1);
      reader.skipColumns(padding);
    } else if (container.type === 'item') {
      const width = listMarker(rest)?.width ?? letteredMarker(rest) ?? 0;
      markers.push({ depth: matched + at, written: rest.slice(0, width) });
      reader.skipContent(width);
      reader.skipColumns(reader.blank || reader.indent > 4 ? 1 : reader.indent);
    } else if (container.type === 'footnote') {
      reader.skipContent(footnoteStart(rest)?.width ?? 0);
      if (reader.indent >= 4) reader.skipColumns(4);
    } else {
      reader.skipContent(1);
      reader.skipColumns(1);
    }
  });
  return { matched, markers, reader };
}

/** Columns that a list's items stand further in than what is around it. */
const step = 4;

/** The text of blocks that stand in one thing: a draft, or a note. */
class Part {
  text = '';
  /** Whether an empty line stood before the block that is read. */
  #apart = false;
  /** Whether what was written last was a heading, which stands apart, or words in a list. */
  #last: 'heading' | 'listed' | 'other' = 'other';
  #code: string[] | undefined;
  /** Whether what is open is for a machine only: a script, a piece of another format. */
  #dropped = false;
  readonly #counters: ({ readonly kind: string; readonly number: number } | undefined)[] = [];
  static readonly #none: readonly string[] = [];

  /** @param depth how many containers the whole part stands in */
  constructor(
    readonly around: Surroundings,
    readonly depth: number,
    blocks: readonly Block[],
  ) {
    let examples = 0;
    for (const block of blocks) {
      const goesOn = block.entry.opaque !== undefined && matches(block) === block.entry.containers.length;
      if (!goesOn) {
        this.#endCode();
        this.#dropped = false;
      }
      if (block.kind === 'blank') {
        this.#apart = true;
        continue;
      }
      if (block.kind === 'linkDefinition') continue;
      const opened = goesOn ? undefined : openedBy(block);
      const marks = (opened?.markers ?? [])
        .filter(({ depth: at }) => at >= depth)
        .map(marker => {
          if (marker.written.includes('@')) examples += 1;
          return this.#counted(marker.depth, marker.written, examples);
        });
      this.#counters.length = Math.min(this.#counters.length, block.exit.containers.length);
      if (block.kind === 'code') {
        if (marks.length > 0) this.#add(block, marks, Part.#none, 'listed');
        this.#addCode(block, opened);
      } else this.#addWords(block, marks, contentOf(block, opened));
    }
    this.#endCode();
  }

  /** A marker as text: bullets alike, numbers counted on. */
  #counted(depth: number, written: string, examples: number): string {
    this.#counters.length = Math.min(this.#counters.length, depth + 1);
    if (/^[-+*]$/u.test(written)) {
      this.#counters[depth] = undefined;
      return '•';
    }
    const digits = /\d+|#|@[\w-]{0,40}/u.exec(written)?.[0];
    if (digits === undefined) return written;
    const kind = written.replace(digits, signOf(digits));
    const before = this.#counters[depth];
    const number = before?.kind === kind ? before.number + 1 : firstNumber(digits);
    this.#counters[depth] = { kind, number: digits.startsWith('@') ? examples : number };
    return written.replace(digits, String(this.#counters[depth].number));
  }

  /** Writes lines, and what is before them. */
  #add({ exit }: Block, marks: readonly string[], lines: readonly string[], as: 'heading' | 'listed' | 'other'): void {
    if (lines.length === 0 && marks.length === 0) return;
    const items = exit.containers.slice(this.depth).filter(({ type }) => type === 'item').length;
    const apart =
      this.#apart ||
      as === 'heading' ||
      this.#last === 'heading' ||
      !(marks.length > 0 || (items > 0 && this.#last === 'listed'));
    if (this.text !== '') this.text += apart ? '\n\n' : '\n';
    const inner = ' '.repeat(step * items);
    const outer =
      marks.length === 0 ? inner : ' '.repeat(step * (items - marks.length)) + marks.map(mark => `${mark} `).join('');
    this.text +=
      lines.length === 0 ? outer.trimEnd() : lines.map((line, at) => (at === 0 ? outer : inner) + line).join('\n');
    this.#apart = false;
    this.#last = as === 'other' && items > 0 ? 'listed' : as;
  }

  #addWords(block: Block, marks: readonly string[], content: readonly string[]): void {
    const isHeading = block.kind === 'heading';
    const lines = this.#linesOf(block, content);
    const [first] = lines;
    if (first !== undefined && marks.length > 0) {
      const task = /^\[([ xX])\] (?=\S)/u.exec(first);
      if (task) lines[0] = `${task[1] === ' ' ? '☐' : '☑'} ${first.slice(4)}`;
    }
    this.#add(block, marks, lines, isHeading ? 'heading' : 'other');
  }

  #linesOf(block: Block, content: readonly string[]): string[] {
    switch (block.kind) {
      case 'thematicBreak':
        this.#apart = true;
        return [];
      // Pandoc's title block is words, any other is not.
      case 'frontMatter':
        return /^\uFEFF?%/u.test(block.text) ? this.#starting(linesIn(block.text.replace(/^\uFEFF/u, '')), '%') : [];
      case 'comment': {
        const [comment] = block.zones;
        return comment === undefined || comment.open === true ? [] : this.#words([block.text.slice(comment.end)]);
      }
      case 'html':
        return this.#html(content.join('\n'), block.exit.opaque !== undefined);
      case 'math':
        return content.map(line => line.trim()).filter(line => line !== '');
      case 'heading':
        return this.#heading(linesIn(block.words));
      case 'table':
        return this.#table(linesIn(block.words));
      default:
        return this.#paragraph(linesIn(block.words), block.start === 0);
    }
  }

  #words(lines: readonly string[]): string[] {
    const text = plainWords(unwrapped(lines), this.around);
    return text === '' ? [] : text.split('\n');
  }

  #heading(lines: readonly string[]): string[] {
    const [first = ''] = lines;
    const isSetext = lines.length > 1;
    const words = isSetext ? lines.slice(0, -1) : [first.trim().replace(/^#+/u, '')];
    const last = withoutAttributes(words.at(-1) ?? '').trimEnd();
    const bare = isSetext ? last : withoutClosing(last);
    const text = this.#words([...words.slice(0, -1), bare]).join(' ');
    return text === '' ? [] : [text];
  }

  #table(lines: readonly string[]): string[] {
    return lines
      .filter((line, at) => (at === 1 ? !isTableDelimiter(line.trim()) : !isDivLine(line.trim())))
      .map(line => this.#row(line));
  }

  #row(line: string): string {
    return cellsOf(line.trim())
      .map(cell => plainWords(cell, this.around).replaceAll('\n', ' '))
      .join('\t');
  }

  #paragraph(written: readonly string[], begins: boolean): string[] {
    const lines = written.map(line => (line.trim() === '' ? '' : line.trimStart()));
    const [first = ''] = lines;
    if (isGridLine(first.trim())) return lines.filter(line => !isGridLine(line.trim())).map(line => this.#row(line));
    if (first.startsWith('| ')) return this.#starting(lines, '|');
    if (begins && first.startsWith('% ')) return this.#starting(lines, '%');
    if (!lines.some(isDivLine)) return this.#words(lines);
    // The lines of a division are no words: what stands between them stands apart.
    const parts: string[][] = [[]];
    for (const line of lines) {
      if (isDivLine(line)) parts.push([]);
      else parts.at(-1)?.push(line);
    }
    this.#apart ||= isDivLine(first);
    const texts = parts.map(part => this.#words(part)).filter(part => part.length > 0);
    return texts.flatMap((part, at) => (at === 0 ? part : ['', ...part]));
  }

  /** Lines that a sign begins each: those without it go on with the one before. */
  #starting(lines: readonly string[], sign: string): string[] {
    const parts: string[][] = [];
    for (const line of lines) {
      if (line.startsWith(sign)) parts.push([line.slice(1)]);
      else parts.at(-1)?.push(line);
    }
    return parts.map(part => this.#words(part).join(' '));
  }

  #html(words: string, isOpen: boolean): string[] {
    if (/^\s*<(?:script|style|textarea|[?!])/iu.test(words)) this.#dropped = true;
    const text = this.#dropped ? '' : decoded(withoutTags(words));
    if (!isOpen) this.#dropped = false;
    return text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');
  }

  /** Keeps the lines of code as they are, without what is around them. */
  #addCode(block: Block, opened: Opened | undefined): void {
    const fence = opened && fenceOf(opened);
    if (fence !== undefined) this.#dropped = isRaw(fence, certain(opened).reader.rest);
    // What goes on from a block before is fenced if that one was.
    const fenced = opened === undefined ? block.entry.opaque : fence;
    const lines = codeLines(block, opened?.reader, fenced, fence !== undefined);
    this.#code ??= [];
    if (!this.#dropped) append(this.#code, lines);
    if (fenced === undefined || block.exit.opaque === undefined) this.#endCode();
  }

  #endCode(): void {
    const code = this.#code;
    this.#code = undefined;
    if (code === undefined || code.length === 0) return;
    if (this.text !== '') this.text += '\n\n';
    this.text += code.join('\n');
    this.#apart = true;
    this.#last = 'other';
  }
}

/** The fence that a block begins with. */
function fenceOf({ reader }: Opened): Opaque | undefined {
  return fenceStart(reader.indent > 3 ? '' : reader.rest);
}

/** Whether a fence says that what it holds is written as it stands: `{=html}`. */
function isRaw(fence: Opaque, line: string): boolean {
  const behind = line.slice(fence.type === 'fence' ? fence.length : 0);
  return behind.trim().startsWith('{=');
}

/**
 * The lines of code in a block, without fences.
 * @param opened has read what opens containers on the first line, if anything does
 * @param begins whether the first line is a fence
 */
function codeLines(
  { text, exit }: Block,
  opened: LineReader | undefined,
  fenced: Opaque | undefined,
  begins: boolean,
): string[] {
  const lines: string[] = [];
  let line = lineAt(text, 0);
  let reader = opened ?? readerIn(text, line, exit.containers);
  for (let isFence = begins; ; isFence = false) {
    const isLast = line.next >= text.length;
    if (fenced === undefined) reader.skipColumns(4);
    else if (isLast && exit.opaque === undefined) isFence ||= closes(fenced, reader.rest, reader.indent, false);
    if (!isFence) lines.push(text.slice(Math.min(reader.pos, line.end), line.end));
    if (isLast) return lines;
    line = lineAt(text, line.next);
    reader = readerIn(text, line, exit.containers);
  }
}

function matches(block: Block): number {
  return matchContainers(new LineReader(block.text, lineAt(block.text, 0)), block.entry.containers);
}

function readerIn(text: string, line: LineSpan, containers: readonly Container[]): LineReader {
  const reader = new LineReader(text, line);
  matchContainers(reader, containers);
  return reader;
}

/** The lines of a block without what its containers put before them. */
function contentOf({ text, exit }: Block, opened: Opened | undefined): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    const reader = at === 0 && opened !== undefined ? opened.reader : readerIn(text, line, exit.containers);
    lines.push(text.slice(Math.min(reader.pos, line.end), line.end));
    at = line.next;
  }
  return lines;
}

/** What a list counts with: numbers, `#`, or pandoc's examples. */
function signOf(digits: string): string {
  if (digits.startsWith('@')) return '@';
  return digits === '#' ? digits : '0';
}

function firstNumber(digits: string): number {
  return digits === '#' ? 1 : Number(digits);
}
