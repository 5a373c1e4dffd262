// Where footnote definitions are added to a draft.
import type { Block, Draft, FootnoteDefinition } from '../draft/draft';
import { applied, inOrder, type Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import { isTopLevel, openAtEnd } from './openAtEnd';

/** A footnote definition to add: the line `[^label]: text`. */
export interface NewDefinition {
  readonly label: string;
  readonly text: string;
  /** The definition of the draft that it follows; the last one when not given. */
  readonly after?: FootnoteDefinition;
}

interface DefinitionOptions {
  readonly eol: string;
  /** The definitions that stay, in the draft's order: all when not given. */
  readonly kept?: readonly FootnoteDefinition[];
  /** What else the same step changes. */
  readonly beside?: readonly Edit[];
}

/**
 * Where definitions go: right below a definition, apart from what is before, or before what is open at the draft's end.
 */
interface Spot {
  readonly at: number;
  readonly how: 'below' | 'apart' | 'before';
}

/**
 * The edits that add footnote definitions to a draft: right below its last one where that is a plain
 * paragraph at the top level and apart from other text, else behind it or at the draft's end, blank lines between.
 * Never into a quotation, list item or other note, nor into code, HTML or a comment that is still open at the end:
 * before that, then. A draft that ends with a line break goes on ending with one, and no other.
 *
 * They may touch edits `beside`, and belong behind them: `joined` makes them one.
 */
export function addedDefinitions(
  draft: Draft,
  definitions: readonly NewDefinition[],
  options: DefinitionOptions,
): Edit[] {
  const { eol, kept = draft.footnoteDefinitions, beside = [] } = options;
  const groups = new Map<string, { readonly spot: Spot; readonly lines: string[] }>();
  for (const { label, text, after = kept.at(-1) } of definitions) {
    const spot = (after && behind(draft, after, beside)) ?? atEnd(draft);
    const key = `${spot.at} ${spot.how}`;
    const group = groups.get(key) ?? { spot, lines: [] };
    groups.set(key, group);
    group.lines.push(`[^${label}]: ${text}`);
  }
  return [...groups.values()].map(({ spot: { at, how }, lines }) => {
    const lead = how === 'below' ? eol : blankLine(draft, at, beside, eol);
    const ended = at === draft.length && /[\r\n]$/u.test(draft.slice(at - 1, at)) ? eol : '';
    const trail = how === 'before' ? eol + eol : ended;
    return { start: at, end: at, text: lead + lines.join(eol) + trail };
  });
}

/**
 * The place after a definition; undefined where it stands in something, or something follows closely. Where edits give
 * it more lines, they may end in a quotation, which would go on.
 */
function behind(draft: Draft, { start, end }: FootnoteDefinition, beside: readonly Edit[]): Spot | undefined {
  const { blocks } = draft;
  const first = blocks[draft.indexAt(start)];
  const index = draft.indexAt(Math.max(start, end - 1));
  const last = blocks[index];
  const next = blocks[index + 1];
  if (first === undefined || last === undefined || !isTopLevel(first)) return undefined;
  // Pandoc takes what follows a note without words for its words.
  if (first === last && first.words.slice(start - first.start).trim() === '') return undefined;
  const plain = first === last && isAlone(first) && !closely(draft).has(first) && !grows({ start, end }, beside);
  if (next === undefined || next.kind === 'blank') return { at: end, how: plain ? 'below' : 'apart' };
  return plain && next.label !== undefined && isTopLevel(next) ? { at: end, how: 'below' } : undefined;
}

/** Whether edits give a stretch more lines. */
function grows({ start, end }: Range, edits: readonly Edit[]): boolean {
  return edits.some(edit => edit.end > start && edit.start <= end && /[\r\n]/u.test(edit.text));
}

/** Whether a block is a definition in nothing else. */
function isAlone({ kind, exit }: Block): boolean {
  return kind === 'footnoteDefinition' && exit.containers.length === 1;
}

const close = new WeakMap<Draft, { readonly version: number; readonly found: ReadonlySet<Block> }>();

/**
 * The definitions that stand right below a line of something else, or below one that does: some readers take them for a
 * row of its table, or go on with its quotation or item. What comes right below them would be taken for that, too.
 */
function closely(draft: Draft): ReadonlySet<Block> {
  const known = close.get(draft);
  if (known?.version === draft.version) return known.found;
  const found = new Set<Block>();
  let before: Block | undefined;
  for (const block of draft.blocks) {
    const apart =
      before === undefined ||
      before.kind === 'blank' ||
      before.kind === 'frontMatter' ||
      (before.kind === 'footnoteDefinition' && !found.has(before));
    if (block.kind === 'footnoteDefinition' && !apart) found.add(block);
    before = block;
  }
  close.set(draft, { version: draft.version, found });
  return found;
}

const ends = new WeakMap<Draft, { readonly version: number; readonly spot: Spot }>();

/** The end of the draft, or the beginning of what is open there. */
function atEnd(draft: Draft): Spot {
  const known = ends.get(draft);
  if (known?.version === draft.version) return known.spot;
  const { blocks } = draft;
  const open = blocks[openAtEnd(blocks)];
  const spot: Spot = open ? { at: open.start, how: 'before' } : { at: draft.length, how: 'apart' };
  ends.set(draft, { version: draft.version, spot });
  return spot;
}

const befores = new WeakMap<
  Draft,
  { readonly version: number; readonly at: number; readonly lowest: number; readonly missing: number }
>();

/** How many line breaks make a blank line before a place as the draft is, and where what says so begins. */
function asItIs(draft: Draft, at: number): { readonly lowest: number; readonly missing: number } {
  const known = befores.get(draft);
  if (known?.version === draft.version && known.at === at) return known;
  const lowest = beginning(draft, at);
  const found = { version: draft.version, at, lowest, missing: missingBreaks(draft.slice(lowest, at)) };
  befores.set(draft, found);
  return found;
}

/** What makes a blank line before a place as it will be. */
function blankLine(draft: Draft, at: number, beside: readonly Edit[], eol: string): string {
  const { lowest, missing } = asItIs(draft, at);
  const near = beside.filter(edit => edit.end >= lowest && edit.start <= at);
  return eol.repeat(near.length === 0 ? missing : missingBreaks(textBefore(draft, at, inOrder(near))));
}

/** What will be before a place: the last two lines, or as much of a long one as tells whether it has words. */
function textBefore(draft: Draft, at: number, near: readonly Edit[]): string {
  const from = beginning(draft, Math.min(at, near[0]?.start ?? at));
  return applied(
    draft.slice(from, at),
    near.map(({ start, end, text }) => ({ start: start - from, end: Math.min(end, at) - from, text })),
  );
}

/** So much of a line tells whether it has words: of one with many marks, no more is read for each. */
const tellingLength = 2_000;

/** Where what is read before a place begins; no later than the line before, if what is near are blanks alone. */
function beginning(draft: Draft, offset: number): number {
  const near = Math.max(0, offset - tellingLength);
  if (near === 0 || draft.slice(near, offset).trim() !== '') return near;
  const line = draft.lineAt(offset).start;
  return line === 0 ? 0 : draft.lineAt(line - 1).start;
}

/** How many line breaks end a text's last line and make a blank one, as far as there is none. */
function missingBreaks(text: string): number {
  if (text === '') return 0;
  const lastBreak = breakBefore(text, text.length);
  const last = text.slice(lastBreak + 1);
  if (last.trim() !== '') return 2;
  if (last !== '') return 1;
  const end = text.endsWith('\r\n') ? lastBreak - 1 : lastBreak;
  return text.slice(breakBefore(text, end) + 1, end).trim() === '' ? 0 : 1;
}

/** The last character before a place that breaks a line; -1 if there is none. */
function breakBefore(text: string, end: number): number {
  if (end === 0) return -1;
  return Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1));
}
