/**
 * The source document as one would print it: its blocks in order, each in flowing text whose characters know their
 * offsets.
 */
import { verbatim } from '../corpus/sentences';
import type { Corpus, Finding, Passage, Sentence } from '../corpus/types';
import { certain } from '../certain';

/**
 * What a block is. `mark` (of a list), `markup` (a tag that the file holds) and `rule` are signs and no words: they are
 * accounted for, and a printed page shows something else in their place.
 */
type BlockRole =
  | 'title'
  | 'rule'
  | 'paragraph'
  | 'panelDay'
  | 'panel'
  | 'mark'
  | 'markup'
  | 'day'
  | 'theme'
  | 'finding'
  | 'passage';

/** A stretch of the source between two offsets; `end` is exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Block extends Stretch {
  readonly role: BlockRole;
  /**
   * The words in one flow: each run of line breaks and blanks is one space, tags are left out, nothing else is changed.
   */
  readonly text: string;
  /** Of a finding or passage: what can be cited here. */
  readonly entry?: Finding | Passage;
  /** Of a day or a theme: the day's number. */
  readonly day?: number;
}

/** A sentence's place in the flowing text of its block. */
interface Placed {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

const tag = /<\/?\w{1,10}>/gu;
const bullet = /^[-•–—*+·▪◦‣●○■]$/u;
const rule = /^--+$/u;
const panelDay = /^Day \d{1,4}:$/u;

/** All blocks of a document, in its order: together they hold every character that is not blank once. */
export function blocksOf(corpus: Corpus, source: string): Block[] {
  const known: Block[] = [
    ...corpus.days.map(({ number, start, end }) => block(source, 'day', { start, end }, { day: number })),
    ...corpus.panels.map(({ start, end }) => block(source, 'panel', { start, end })),
    ...corpus.themes.map(({ day, start, end }) => block(source, 'theme', { start, end }, { day })),
    ...corpus.findings.map(entry => block(source, 'finding', entry, { entry })),
    ...corpus.passages.map(entry => block(source, 'passage', entry, { entry })),
  ].sort((one, other) => one.start - other.start);
  const blocks: Block[] = [];
  let at = 0;
  // What stands before the rule is the title.
  let titled = false;
  const between = (end: number): void => {
    for (const found of gapBlocks(source, { start: at, end })) {
      if (found.role === 'rule') titled = true;
      blocks.push(found.role === 'paragraph' && !titled ? { ...found, role: 'title' } : found);
    }
  };
  for (const each of known) {
    between(each.start);
    blocks.push(each);
    at = each.end;
  }
  between(source.length);
  return blocks;
}

function block(
  source: string,
  role: BlockRole,
  { start, end }: Stretch,
  more: Pick<Block, 'entry' | 'day'> = {},
): Block {
  return { role, start, end, text: textOf(source, { start, end }), ...more };
}

/**
 * What the corpus does not name: titles, lists' marks, lines that lead in to a list, tags. Lines without blank ones
 * between are one block.
 */
function gapBlocks(source: string, { start, end }: Stretch): Block[] {
  const found: Block[] = [];
  for (const match of source.slice(start, end).matchAll(/\S+(?:[^\S\n]+\S+|\n[^\S\n]*\S+)*/gu)) {
    const stretch = { start: start + match.index, end: start + match.index + match[0].length };
    const words = textOf(source, stretch);
    found.push(block(source, roleOf(words), stretch));
  }
  return found;
}

/** What words between the conclusions and paragraphs are; `markup` where nothing of them is text. */
function roleOf(words: string): Block['role'] {
  if (words === '') return 'markup';
  if (rule.test(words)) return 'rule';
  if (bullet.test(words)) return 'mark';
  return panelDay.test(words) ? 'panelDay' : 'paragraph';
}

const textOf = (source: string, stretch: Stretch): string => stretchText(source, flow(source, stretch));

function stretchText(source: string, offsets: readonly number[]): string {
  return offsets.map(offset => (/\s/u.test(source.charAt(offset)) ? ' ' : source[offset])).join('');
}

/** The offset in the source of each character of the flowing text. */
function flow(source: string, { start, end }: Stretch): number[] {
  const slice = source.slice(start, end);
  const hidden = new Set(
    [...slice.matchAll(tag)].flatMap(({ index, 0: { length } }) =>
      Array.from({ length }, (_, at) => start + index + at),
    ),
  );
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    if (hidden.has(at)) continue;
    const last = offsets.at(-1);
    if (/\s/u.test(source.charAt(at)) && (last === undefined || /\s/u.test(source.charAt(last)))) continue;
    offsets.push(at);
  }
  while (offsets.length > 0 && /\s/u.test(source.charAt(certain(offsets.at(-1))))) offsets.pop();
  return offsets;
}

/**
 * The stretch of the source that stands between two places of a block's flowing text.
 * Places outside it are taken for its ends.
 */
export function inSource(source: string, of: Stretch, from: number, to: number): Stretch {
  const offsets = flow(source, of);
  const first = offsets[Math.max(0, Math.min(from, offsets.length - 1))];
  const last = offsets[Math.max(0, Math.min(to, offsets.length) - 1)];
  if (first === undefined || last === undefined) return { start: of.start, end: of.start };
  return from >= to ? { start: first, end: first } : { start: first, end: last + 1 };
}

/**
 * Where an offset of the source stands in a block's flowing text: at the character it is, or at the next one that is
 * shown.
 */
export function inFlow(source: string, of: Stretch, offset: number): number {
  const offsets = flow(source, of);
  const at = offsets.findIndex(each => each >= offset);
  return at < 0 ? offsets.length : at;
}

/** The sentences of a finding's or passage's block, where they stand in its flowing text: one space is between two. */
export function placedSentences({ entry }: Block): Placed[] {
  let from = 0;
  return (entry?.sentences ?? []).map(sentence => {
    const to = from + sentence.text.length;
    const placed = { sentence, from, to };
    from = to + 1;
    return placed;
  });
}

/** What of a finding or passage was selected: all of it or a sentence, by its id; else some of its words, verbatim. */
export interface Selected {
  readonly id: string;
  readonly words?: string;
}

/**
 * What can be cited in a stretch of the source, in its order. Half words are made whole. Words outside findings and
 * passages (headings, titles) cannot be cited and are passed over.
 */
export function selectedIn(corpus: Corpus, source: string, { start, end }: Stretch): Selected[] {
  if (start >= end) return [];
  return [...corpus.findings, ...corpus.passages]
    .filter(entry => entry.start < end && start < entry.end)
    .sort((one, other) => one.start - other.start)
    .flatMap(entry => {
      const from = wordStart(source, entry, Math.max(start, entry.start));
      const to = wordEnd(source, entry, Math.min(end, entry.end));
      const words = verbatim(source, from, to);
      if (words === '' || !/[\p{L}\p{N}]/u.test(words)) return [];
      if (words === entry.text) return [{ id: entry.id }];
      const [sentence, other] = entry.sentences.filter(
        each =>
          each.start < to &&
          from < each.end &&
          verbatim(source, Math.max(from, each.start), Math.min(to, each.end)) !== '',
      );
      if (sentence !== undefined && other === undefined && sentence.text === words) return [{ id: sentence.id }];
      return [{ id: sentence !== undefined && other === undefined ? sentence.id : entry.id, words }];
    });
}

const inWord = /[\p{L}\p{M}\p{N}'’-]/u;

function wordStart(source: string, within: Stretch, at: number): number {
  let from = at;
  while (from > within.start && inWord.test(source[from] ?? '') && inWord.test(source[from - 1] ?? '')) from--;
  return from;
}

function wordEnd(source: string, within: Stretch, at: number): number {
  let to = at;
  while (to < within.end && inWord.test(source[to] ?? '') && inWord.test(source[to - 1] ?? '')) to++;
  return to;
}

/**
 * The document with one line for each of its blocks: line breaks inside a block are blanks. It is as long as before, so
 * that every offset means the same character.
 */
export function joinedLines(source: string, blocks: readonly Stretch[]): string {
  let [joined, at] = ['', 0];
  for (const { start, end } of blocks) {
    joined += source.slice(at, start) + source.slice(start, end).replace(/[\r\n]/gu, ' ');
    at = end;
  }
  return joined + source.slice(at);
}
