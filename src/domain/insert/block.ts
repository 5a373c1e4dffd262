// Where a block quotation goes.
import { noLibrary } from '../corpus/library';
import { Draft, type Block } from '../draft/draft';
import type { Language } from '../corpus/types';
import type { Container } from '../draft/state';
import type { Range } from '../text/ranges';
import { firstFrom } from '../text/sorted';
import { going, prefixOf } from './containers';
import { hasEmptyItem } from './emptyItem';
import { breaks, isDrawn, isListed } from './lines';
import type { Place } from './places';
import { jump, settled, withoutBlanks } from './places';
import { insideOf, lineIndex, type Stretch } from './stretch';

/** Blocks whose words may be divided. */
const divisible = new Set<Block['kind']>(['paragraph', 'listItem', 'blockQuote', 'footnoteDefinition']);
/** At the beginning of a paragraph these would make something else of it, for pandoc at least. */
const marked = /^(?:\(?(?:[A-Za-z]|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}|\d{1,9}|#|@[\w-]{0,40})[.)]|[:~|%])[ \t]/u;

/**
 * The place of block quotations in a block: paragraphs of their own in the list item, quotation or
 * note that the block stands in, with a blank line before and after (pandoc wants both). What
 * follows the cursor's place follows them, where it can stand alone; else they go behind the block.
 *
 * Undefined where what a trigger stands right before would be something else without it: a quotation, an item, a fence.
 * So is it for a term that is defined next, which must stay beside its definition.
 *
 * @param quotations what each quotation says, its citation included
 */
export function blockPlace(
  draft: Draft,
  stretch: Stretch,
  { eol, language }: { readonly eol: string; readonly language: Language },
  quotations: readonly string[],
): Place | undefined {
  const { block } = stretch;
  if (isDefined(draft, block)) return undefined;
  const prefix = prefixOf(block.exit.containers);
  const blank = eol + prefix.trimEnd() + eol + prefix;
  const quoted = quotations.map(words => `> ${words}`).join(blank);
  const taken = stretch.end > stretch.start ? { start: stretch.start, end: takenTo(stretch) } : undefined;

  // On a line of its own below an item that only pandoc knows, it would take what is below into the item; behind an
  // initial, the next item.
  if (taken && block.exit.containers.some(isLetteredItem) && /^[ \t>]*(?:[A-Z]\.[ \t]*)?$/u.test(wordsBefore(stretch)))
    return undefined;

  const at = divisionOf(draft, stretch, language);
  if (at !== undefined) {
    const { start, lead } = ahead(draft, stretch, at, eol, prefix);
    return { start, before: lead + quoted, ...after(draft, stretch, at.end, eol, prefix) };
  }
  if (
    taken &&
    stretch.text.slice(stretch.lines[lineIndex(stretch, taken.start)]?.from ?? 0, taken.start).trim() === ''
  ) {
    const rest = restAt(stretch, taken.end);
    if (rest !== undefined && !standsAlone(stretch.text.slice(rest))) return undefined;
  }
  const end = block.text.trimEnd().length;
  const apart = { start: end, end, before: blank + quoted, after: behind(draft, stretch, eol) };
  return taken ? { ...apart, taken } : apart;
}

/** Whether a block is a term that the next block of words defines, as pandoc reads it. */
function isDefined(draft: Draft, { start, exit: { term, containers } }: Block): boolean {
  if (term !== true) return false;
  const index = draft.indexAt(start) + 1;
  const next = draft.blocks[index]?.kind === 'blank' ? draft.blocks[index + 1] : draft.blocks[index];
  const held = next?.exit.containers[containers.length];
  return next?.entry.term === true && held?.type === 'item' && held.defines === true;
}

/**
 * Where what is replaced ends: behind the trigger, and behind the blanks after it where it stands right behind the mark
 * of an item in or below one that only pandoc knows, since they would indent the item's other paragraphs farther, or
 * behind an initial, which they would make such a mark.
 */
function takenTo({ block, text, start, end }: Stretch): number {
  const before = text.slice(0, start).trim();
  if (!/^[A-Z]\.$/u.test(before) && !(before === '' && block.exit.containers.some(isLetteredItem))) return end;
  return end + (/^[ \t]{0,8}/u.exec(text.slice(end, end + 8))?.[0].length ?? 0);
}

/** What stands on a later line of a block before its trigger; on the first line something else. */
function wordsBefore({ text, lines, start }: Stretch): string {
  const line = lines.findLast(each => each.start <= start);
  return line === undefined || line.start === 0 ? 'words' : text.slice(line.start, start);
}

const isLetteredItem = (container: Container): boolean => container.type === 'item' && container.lettered === true;

interface Division {
  readonly start: number;
  readonly end: number;
  /** Punctuation that stays with the words before. */
  readonly before: string;
}

/** Where the words may be divided, and the punctuation that stays with those before; undefined where they may not. */
function divisionOf(draft: Draft, stretch: Stretch, language: Language): Division | undefined {
  if (!isDivisible(draft, stretch)) return undefined;
  const division = divisionAt(stretch, language);
  if (division === undefined || isWithin(stretch, division)) return undefined;
  const { start, end } = division;
  // A task's box needs its words beside it.
  const marks = stretch.block.text.slice(stretch.block.prefixes[0]?.end ?? 0, start).trim();
  if (/^\[[ xX]\]$/u.test(marks)) return undefined;
  const rest = restAt(stretch, end);
  return rest === undefined || mayPart(stretch, start, rest) ? division : undefined;
}

/** Whether a block is of words that may become two paragraphs. */
function isDivisible(draft: Draft, stretch: Stretch): boolean {
  const { block, text, lines } = stretch;
  if (!divisible.has(block.kind) || isDrawn(draft, block)) return false;
  const line = lines[lineIndex(stretch, stretch.start)];
  if (!line || /^[|:~]/u.test(text.slice(line.from, line.to)) || /^[|:~]/u.test(text.slice(lines[0]?.from ?? 0)))
    return false;
  // Items that only pandoc knows stay together: in an item they may begin on any line.
  const { containers } = block.exit;
  if (containers.some(isLetteredItem)) return false;
  const heads = containers.at(-1)?.type === 'item' ? lines : lines.slice(0, 1);
  return !heads.some(({ start, end }) => isListed(text.slice(start, end).trimStart()));
}

/**
 * The place of a division: the trigger, or behind the word at the cursor, with the punctuation that follows, and with
 * the notes and citations behind that: they are of the words before.
 */
function divisionAt(stretch: Stretch, language: Language): Division | undefined {
  const { text, block } = stretch;
  const isTaken = stretch.end > stretch.start;
  const home = isTaken ? stretch.start : settled(stretch, stretch.start);
  if (home === undefined) return undefined;
  const words = text.slice(0, home).trim() !== '';
  const own = { start: home, end: isTaken ? stretch.end : home };
  const gap = words ? withoutBlanks(stretch, own, language) : own;
  const from = gap.end;
  const end = words ? behindCited(stretch, from) : from;
  return gap.start < gap.end
    ? { start: gap.start, end, before: block.text.slice(from, end) }
    : { start: end, end, before: '' };
}

/** The end of the punctuation that follows words, and of the notes and citations behind it. */
function behindCited(stretch: Stretch, from: number): number {
  const { text, lines, atoms } = stretch;
  // Of a note in another the inner one is found first.
  const notes = stretch.notes.toSorted((one, other) => one.start - other.start);
  let at = from;
  for (;;) {
    const jumped = jump(stretch, at, Math.max(at, lines[lineIndex(stretch, at)]?.to ?? at));
    const next = jumped + (/^[ \t](?=\[[^\]^\n]{0,40}@)/u.exec(text.slice(jumped, jumped + 50))?.[0].length ?? 0);
    const atom = beginningAt(atoms, next);
    const cited = beginningAt(notes, next) ?? (atom && isCited(text.slice(atom.start, atom.end)) ? atom : undefined);
    if (cited === undefined) return jumped;
    at = cited.end;
  }
}

/** The one of some stretches, in order, that begins at a place. */
function beginningAt(ranges: readonly Range[], at: number): Range | undefined {
  const found = ranges[firstFrom(ranges, at, ({ start }) => start)];
  return found?.start === at ? found : undefined;
}

/** Whether an atom is a note's mark or a citation in brackets. */
const isCited = (words: string): boolean =>
  words.startsWith('[^') || (words.startsWith('[') && words.endsWith(']') && words.includes('@'));

/** Whether a division would part what is one: a link, code, a note, brackets, emphasis. */
function isWithin({ atoms, notes, nodes, text }: Stretch, { start, end }: Division): boolean {
  return (
    insideOf(atoms, start) !== undefined ||
    insideOf(atoms, end) !== undefined ||
    insideOf(notes, start) !== undefined ||
    inBrackets(text, start) ||
    nodes.some(({ name, from, to }) => /Emphasis$|Strikethrough/u.test(name) && from < end && end < to)
  );
}

/** Whether the words before a division and the rest may stand in paragraphs of their own. */
function mayPart(stretch: Stretch, start: number, rest: number): boolean {
  const { block, text, lines } = stretch;
  if (!standsAlone(text.slice(rest))) return false;
  const before = text.slice(0, start).trimEnd();
  if (before.trim() === '') return true;
  // A line that breaks goes on in the next, but not in a trigger alone on its line, where an empty line is left.
  return (
    standsAlone(before.trimStart()) &&
    (isAlone(stretch) || !lines.some(line => breaks(block.text, line) && before.length <= line.end && line.end < rest))
  );
}

/** Whether a trigger stands alone on its line, but for the marks of quotations. */
function isAlone({ text, lines, start, end }: Stretch): boolean {
  const line = lines.find(each => each.start <= start && end <= each.end);
  return line !== undefined && start < end && (text.slice(line.start, start) + text.slice(end, line.end)).trim() === '';
}

/** A bracket that opens farther back is not looked for. */
const farthest = 2000;

/**
 * Whether a place is between square brackets, of a link or not: parted, they would be left open in one paragraph and
 * closed in another.
 */
function inBrackets(text: string, at: number): boolean {
  let open = 0;
  for (let index = Math.max(0, at - farthest); index < at; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '[') open++;
    else if (text[index] === ']') open = Math.max(0, open - 1);
  }
  return open > 0 && text.slice(at, at + farthest).includes(']');
}

/** What ends the words before a division, so that the quotations begin a paragraph of their container. */
function ahead(
  draft: Draft,
  { block, text, lines }: Stretch,
  at: Division,
  eol: string,
  prefix: string,
): { readonly start: number; readonly lead: string } {
  const blank = eol + prefix.trimEnd() + eol + prefix;
  const words = text.slice(0, at.start).trimEnd().length;
  if (words > 0) {
    const line = lines.findLast(({ start }) => start <= at.start);
    const own = line !== undefined && words <= line.start && at.before === '';
    return own
      ? { start: line.start, lead: prefix.trimEnd() + eol + prefix }
      : { start: words, lead: at.before + blank };
  }
  // The block's own marks stand before it; those of a note alone on their line.
  const marks = block.text.slice(0, at.start);
  if (block.label !== undefined && block.exit.containers.at(-1)?.type === 'footnote')
    return { start: marks.trimEnd().length, lead: blank };
  const above = draft.blocks[draft.indexAt(block.start) - 1];
  const inEmptyItem = above !== undefined && hasEmptyItem(above);
  if (/^[ \t>]*$/u.test(marks) && above && !isApart(above, block) && !inEmptyItem)
    return { start: 0, lead: prefix.trimEnd() + eol + prefix };
  return { start: at.start, lead: marks === '' || /[ \t>]$/u.test(marks) ? '' : ' ' };
}

/** Whether a block above is an empty line. An empty `>` is of its quotation, which what comes right below would go on. */
function isApart(above: Block, { exit }: Block): boolean {
  const marks = above.text.trimEnd().split('\n').at(-1)?.replace(/\s/gu, '').length ?? 0;
  return above.kind === 'blank' && marks <= exit.containers.filter(({ type }) => type === 'quote').length;
}

/** What stands between the quotations and the words behind them, or the block after. */
function after(
  draft: Draft,
  stretch: Stretch,
  at: number,
  eol: string,
  prefix: string,
): { readonly end: number; readonly after: string } {
  const { block, lines } = stretch;
  const rest = restAt(stretch, at);
  if (rest === undefined) return { end: at, after: behind(draft, stretch, eol) };
  const index = lineIndex(stretch, at);
  const next = lines[index + 1];
  const own = next !== undefined && rest >= next.start && block.text.slice(next.start, rest) === prefix;
  // The next line's own prefix stays, where it has all of it.
  if (own) return { end: lines[index]?.end ?? at, after: eol + prefix.trimEnd() };
  return { end: rest, after: eol + prefix.trimEnd() + eol + prefix };
}

/** Where the words after a place begin; undefined where none follow. */
function restAt({ text }: Stretch, at: number): number | undefined {
  const rest = text.slice(at);
  if (rest.trim() === '') return undefined;
  return at + rest.length - rest.trimStart().length;
}

/** Whether words make a paragraph when they begin one. */
function standsAlone(text: string): boolean {
  const second = text.indexOf('\n', text.indexOf('\n') + 1);
  const lines = second < 0 ? text : text.slice(0, second + 1);
  const [first] = Draft.of(lines, noLibrary).blocks;
  return first?.kind === 'paragraph' && !marked.test(lines) && !/^[ \t]*[:~][ \t]/mu.test(lines);
}

/** What ends lines behind a block: a blank line, where something follows closely. */
function behind(draft: Draft, { block }: Stretch, eol: string): string {
  const next = draft.blocks[draft.indexAt(block.start) + 1];
  if (next === undefined || next.kind === 'blank') return '';
  const { containers } = block.exit;
  return eol + prefixOf(containers.slice(0, going(draft.lineAt(next.start).text, containers))).trimEnd();
}
