// The notes of a draft in the order in which readers count them, as far as that can be known.
import type { Block } from './block';
import type { Draft } from './draft';
import type { BlockKind } from './kinds';
import type { Range } from '../text/ranges';
import { WithBlocks } from './withBlocks';
import { certain } from '../certain';

/** What makes a note: a mark with a label, or a note written in place (`^[…]`), with its brackets. */
interface NoteMark extends Range {
  /** None for a note written in place. */
  readonly label?: string;
}

/** A mark where every reader takes it for one, counted from the beginning of its block; or what may be one, or none. */
interface Found extends NoteMark {
  readonly plain: boolean;
}

/** The notes of a draft, other people's and those written in place among them. */
interface NoteOrder {
  /** What makes a note, in order. */
  readonly marks: readonly NoteMark[];
  /**
   * From this offset on notes may be counted otherwise: neither a number nor what stands immediately before is known.
   */
  readonly uncertainFrom: number;
}

/** Words that may hold notes. */
const wordy: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'listItem', 'blockQuote', 'heading', 'table']);
const noNotes: ReadonlySet<BlockKind> = new Set<BlockKind>(['code', 'blank', 'thematicBreak', 'footnoteDefinition']);
/** What pandoc sets its tables' columns by. */
const columns = /--[ \t]+--/u;
const mayHold = /\[\^|\^\[/u;

const nothing: readonly Found[] = [];
const read = new WithBlocks<readonly Found[]>();

/** A marker of pandoc's alone on its line, which begins an item to pandoc and none to us. */
const loneMarker = /^[ \t]{0,3}(?:[:~]|(?:[#@]|[A-Za-z]{1,6})[.)])[ \t]*(?:\r?\n|$)/u;

/** What begins a list or a definition right below the line that opens a division, where others read on. */
const begins = /^[ \t]*(?:[:~]|\(?[\w#@]{1,6}[.)]|[-*+])[ \t]/mu;

/** Whether a block begins something that pandoc alone knows, so that what follows may be read otherwise. */
function isUnknown({ kind, words, entry }: Block): boolean {
  // An item that begins on the line below its marker is none to pandoc.
  if (kind !== 'blank' && entry.containers.some(container => container.type === 'item' && container.empty === true))
    return true;
  if (kind === 'thematicBreak') return columns.test(words);
  return wordy.has(kind) && (loneMarker.test(words) || (words.trimStart().startsWith(':::') && begins.test(words)));
}

function foundIn(block: Block): readonly Found[] {
  if (isUnknown(block)) return [{ start: 0, end: block.text.length, plain: false }];
  if (block.inNote || noNotes.has(block.kind) || !mayHold.test(block.text)) return nothing;
  let found = read.get(block);
  if (!found) read.set(block, (found = find(block)));
  return found;
}

function find(block: Block): readonly Found[] {
  const whole = { start: 0, end: block.text.length, plain: false };
  if (block.kind === 'comment') return mayHold.test(outside(block)) ? [whole] : nothing;
  if (!wordy.has(block.kind) || isLaidOut(block)) return [whole];
  return [...new Finder(block).found(), ...hidden(block)].sort((a, b) => a.start - b.start);
}

/** What of a block stands in no comment. */
function outside({ text, zones }: Block): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of zones.filter(({ kind }) => kind === 'comment')) {
    parts.push(text.slice(from, start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** A table in which pandoc may read cells in another order than they stand, or leave some out. */
function isLaidOut({ kind, words }: Block): boolean {
  if (/^[ \t]*(?:\+[-=:+]{3,}|-{2,}[ \t]+-{2,})/mu.test(words)) return true;
  if (kind !== 'table') return false;
  // Cells beyond the head's are nowhere; a stroke in code parts cells for some readers.
  const cells = words
    .trim()
    .split('\n')
    .map(
      row =>
        row
          .replaceAll('\\|', '')
          .trim()
          .replace(/^\||\|$/gu, '')
          .split('|').length,
    );
  return /`[^`\n]*\|/u.test(words) || cells.some(count => count > (cells[0] ?? 0));
}

/** What looks like a mark in a tag, an address or mathematics. */
function hidden({ zones, text }: Block): Found[] {
  const others = zones.filter(({ kind }) => kind !== 'code' && kind !== 'comment' && kind !== 'citationKey');
  return others
    .filter(({ start, end }) => mayHold.test(text.slice(start, end)))
    .map(({ start, end }) => ({ start, end, plain: false }));
}

/** Whether words in brackets may be a link, the name of one, or a citation. */
function isSign(text: string, close: number, hasKey: boolean): boolean {
  return hasKey || /^[([:]/u.test(text.slice(close + 1, close + 2));
}

/**
 * Reads the words of one block from left to right. Whatever is nested in them, each character is looked at a few times
 * only.
 */
class Finder {
  readonly #found: Found[] = [];
  readonly #open: number[] = [];
  /** Brackets that may be a link, a span or a citation, in order of their ends. */
  readonly #signs: Range[] = [];
  readonly #marks: ReadonlyMap<number, Range>;
  readonly #lines: LineBegins;
  #closings: ReadonlyMap<number, number> | undefined;
  /** Where the last key of a citation was. */
  #key = -1;

  constructor(readonly block: Block) {
    const { zones, text } = block;
    const marks = zones.filter(({ kind, start, open }) => kind === 'citationKey' && !open && text[start] === '[');
    this.#marks = new Map(marks.map(zone => [zone.start, zone]));
    this.#lines = new LineBegins(text);
  }

  found(): readonly Found[] {
    const { prose, text } = this.block;
    for (const { index: at, 0: sign } of prose.matchAll(/\^\[|[[\]@]/gu)) {
      if (sign === '@') this.#key = at;
      if (sign === '@' || (at < (this.#found.at(-1)?.end ?? 0) && sign !== ']')) continue;
      const mark = this.#marks.get(at);
      if (mark)
        this.#found.push({
          start: mark.start,
          end: mark.end,
          label: text.slice(mark.start + 2, mark.end - 1),
          plain: this.#isApart(mark),
        });
      else if (sign === '^[') this.#inPlace(at);
      else if (sign === '[') this.#open.push(at);
      else if (at >= (this.#found.at(-1)?.end ?? 0)) this.#close(at);
    }
    return this.#certainOnly();
  }

  /** Neither part of another sign, nor followed by what makes a link or a definition of it. */
  #isApart({ start, end }: Range): boolean {
    const { text } = this.block;
    const isJoined = /^(?:\{|\[(?!\^)|\([^\s()]{0,500}\))/u.test(text.slice(end, end + 502));
    return text[start - 1] !== '^' && !isJoined && !(text[end] === ':' && this.#lines.isFirst(start));
  }

  #inPlace(start: number): void {
    const { text } = this.block;
    const close = this.#closing(start + 1);
    if (close === undefined) {
      this.#found.push({ start, end: start + 2, plain: false });
      return;
    }
    const end = close + 1;
    const isWhole = text[start - 1] !== '^' && text[start + 2] !== '^';
    const plain = isWhole && !mayHold.test(text.slice(start + 2, end)) && this.#isApart({ start, end });
    this.#found.push({ start, end, plain });
  }

  /** The bracket that closes the one at a place. */
  #closing(open: number): number | undefined {
    this.#closings ??= closings(this.block.prose);
    return this.#closings.get(open);
  }

  /** Brackets may be a link, a span or a citation: what stands in such is uncertain. */
  #close(at: number): void {
    const open = this.#open.pop();
    if (open === undefined || (this.#found.at(-1)?.start ?? -1) <= open) return;
    if (isSign(this.block.text, at, this.#key > open)) this.#signs.push({ start: open, end: at });
  }

  #certainOnly(): readonly Found[] {
    const signs = this.#signs.sort((one, other) => one.start - other.start);
    let passed = 0;
    let within = -1;
    return this.#found.map(each => {
      for (; passed < signs.length && certain(signs[passed]).start < each.start; passed++)
        within = Math.max(within, certain(signs[passed]).end);
      return each.start < within ? { ...each, plain: false } : each;
    });
  }
}

/** The closing bracket of each that is closed. */
function closings(prose: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (const { index: at, 0: sign } of prose.matchAll(/[[\]]/gu)) {
    if (sign === '[') open.push(at);
    else {
      const from = open.pop();
      if (from !== undefined) found.set(from, at);
    }
  }
  return found;
}

/** Says of places, asked for in order, whether nothing but blanks stands before them on their line. */
class LineBegins {
  #asked = 0;
  #blank = true;

  constructor(readonly text: string) {}

  isFirst(at: number): boolean {
    const between = this.text.slice(this.#asked, at);
    const line = between.slice(between.lastIndexOf('\n') + 1);
    const isBlank = line.trim() === '';
    this.#blank = isBlank && (this.#blank || line.length < between.length);
    this.#asked = at;
    return this.#blank;
  }
}

const kept = Symbol('noteOrder');

/** All notes of a draft that are defined. The blocks are read once each, and kept. */
export function noteOrder(draft: Draft): NoteOrder {
  const held = draft.kept<{ version: number; order: NoteOrder | undefined }>(kept, () => ({
    version: -1,
    order: undefined,
  }));
  if (held.order === undefined || held.version !== draft.version) {
    held.order = notesAmong(draft, () => false);
    held.version = draft.version;
  }
  return held.order;
}

/**
 * The same as the draft would be.
 * @param isAdded whether a label will be defined that is not yet
 */
export function notesAmong(draft: Draft, isAdded: (label: string) => boolean): NoteOrder {
  const count = definitionsOf(draft);
  const marks: NoteMark[] = [];
  let hiddenLabels: ReadonlySet<string> | undefined;
  let uncertainFrom = Math.min(openFrom(draft), citedFrom(draft));
  for (const block of draft.blocks) {
    for (const { plain, label, start, end } of foundIn(block)) {
      // A mark without a definition is no note to anybody.
      if (label !== undefined && !count.has(label) && !isAdded(label)) {
        if ((hiddenLabels ??= labelsHidden(draft)).has(label))
          uncertainFrom = Math.min(uncertainFrom, block.start + start);
        continue;
      }
      const at = { start: block.start + start, end: block.start + end };
      if (label !== undefined) marks.push({ label, ...at });
      else if (plain) marks.push(at);
      // Of two definitions pandoc takes the last, others the first.
      if (!plain || (label !== undefined && (count.get(label) ?? 0) > 1))
        uncertainFrom = Math.min(uncertainFrom, at.start);
    }
  }
  return { marks, uncertainFrom };
}

/** How often each label is defined. */
function definitionsOf({ footnoteDefinitions }: Draft): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { label } of footnoteDefinitions) count.set(label, (count.get(label) ?? 0) + 1);
  return count;
}

const lineDefines = /^[ \t]*(?:>[ \t]*)*\[\^([^\s[\]]{1,200})\]:/gmu;

/**
 * Labels that are defined in what is no words to us: code, HTML, behind a fence that nothing closes. To pandoc they may
 * be.
 */
function labelsHidden({ blocks }: Draft): ReadonlySet<string> {
  return new Set(
    blocks.flatMap(({ text, label: own }) =>
      text.includes(']:')
        ? [...text.matchAll(lineDefines)].flatMap(({ 1: label = '' }) => (label === own ? [] : [label]))
        : [],
    ),
  );
}

/** Where something begins that nothing closes, code above all: to pandoc, its signs are words. */
function openFrom({ blocks }: Draft): number {
  let opened = Infinity;
  for (let index = 0; index < blocks.length; index++) {
    const { exit, entry, kind, start } = certain(blocks[index]);
    if (entry.opaque === undefined && exit.opaque !== undefined) opened = start;
    if (exit.opaque === undefined) continue;
    const next = blocks[index + 1];
    if (next === undefined || (next.kind !== kind && next.kind !== 'blank')) return opened;
  }
  return Infinity;
}

/**
 * The first pandoc citation outside the notes: in a style that cites in notes it is one, and counted among the others.
 * Other people's are, too, where the draft names a style for pandoc (`csl`); without one they stand in the text.
 */
function citedFrom(draft: Draft): number {
  const keyed = draft.citations().filter(({ form }) => form === 'pandoc' || form === 'narrative');
  const left = keyed.find(({ start }) => draft.blockAt(start)?.inNote !== true);
  const ours = left?.start ?? Infinity;
  if (draft.frontMatter?.field('csl') === undefined && draft.frontMatter?.field('citation-style') === undefined)
    return ours;
  const block = draft.blocks.find(({ inNote, zones, text }) => !inNote && zones.some(zone => isKey(zone, text)));
  const key = block?.zones.find(zone => isKey(zone, block.text));
  return Math.min(ours, block !== undefined && key !== undefined ? block.start + key.start : Infinity);
}

function isKey({ kind, start }: { readonly kind: string; readonly start: number }, text: string): boolean {
  return kind === 'citationKey' && text[start] === '@';
}
