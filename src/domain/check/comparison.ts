/**
 * Texts side by side: which words of one are not in the other, and what a stretch of a draft would be after some edits.
 */
import { differences } from '../differences';
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import { certain } from '../certain';

/** A text in stretches, those that differ marked. Together they are the whole text. */
export type Marked = readonly { readonly text: string; readonly differs: boolean }[];

/** Beyond so many words nothing is marked: nobody reads that many marks. */
const mostWords = 600;

/** A text with some ranges of it marked. Ranges outside it count as far as they are in it. */
export function marked(text: string, ranges: readonly Range[]): Marked {
  const parts: { text: string; differs: boolean }[] = [];
  let at = 0;
  const add = (to: number, differs: boolean): void => {
    if (to <= at) return;
    parts.push({ text: text.slice(at, to), differs });
    at = to;
  };
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return parts;
}

/** Words; a note's mark or a citation right behind a word is one of its own. */
const wordOrMark = /\[[\^@][^\s\]]*\]?|(?:(?!\[[\^@])\S)+/gu;

/**
 * The words of `text` that are not in `other`, or not in that order: neighbours are one range.
 * @param loosely whether marks around a word, and capitals, make no difference, as where a sentence is held against its
 *   quotation
 */
export function differing(text: string, other: string, loosely = false): Range[] {
  const plain = (word: string): string => (loosely ? word.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase() : word);
  const words = [...text.matchAll(wordOrMark)];
  const others = other.match(wordOrMark) ?? [];
  if (words.length + others.length > mostWords) return [];
  const found: { start: number; end: number }[] = [];
  let last = -2;
  for (const { old, made } of differences(
    others.map(plain),
    words.map(([word]) => plain(word)),
  )) {
    if (made === undefined || old !== undefined) continue;
    const { 0: word, index } = certain(words[made]);
    if (made === last + 1 && found.length > 0) certain(found.at(-1)).end = index + word.length;
    else found.push({ start: index, end: index + word.length });
    last = made;
  }
  return found;
}

/** A stretch of a draft as it would be after those of some edits that are within it; undefined where none is. */
export function edited(text: string, { start, end }: Range, edits: readonly Edit[]): string | undefined {
  const within = edits
    .filter(each => each.start >= start && each.end <= end)
    .toSorted((one, other) => one.start - other.start);
  if (within.length === 0) return undefined;
  let made = '';
  let at = start;
  for (const each of within) {
    if (each.start < at) return undefined;
    made += text.slice(at - start, each.start - start) + each.text;
    at = each.end;
  }
  return made + text.slice(at - start);
}
