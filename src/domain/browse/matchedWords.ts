// The words of the source by which a finding was found, to be named beside a list.
import type { Range } from '../text/ranges';
import { tokenize } from '../text/folded';
import { stem } from '../text/stem';
import { startOf, type Listed } from './listRow';

const none: ReadonlySet<string> = new Set();

/**
 * The words by which a row was found, each once, as the source writes them: those that were typed, then those that mean
 * the same. Words side by side are one.
 * @param most how many at most
 * @returns none where it was found by our label, its topics or a heading, or where nothing was searched
 */
export function matchedWords({ finding, sentence, ranges = [], typed = none }: Listed, most: number): string[] {
  const { text } = finding;
  const from = sentence ? startOf(finding, sentence) : 0;
  const to = sentence ? from + sentence.text.length : text.length;
  const words = new Map<string, { readonly word: string; readonly typed: boolean }>();
  for (const { start, end } of sideBySide(text, ranges)) {
    if (start < from || end > to) continue;
    const word = text.slice(start, end);
    const key = word.toLowerCase();
    if (!words.has(key)) words.set(key, { word, typed: tokenize(word).some(one => typed.has(stem(one.word))) });
  }
  const found = [...words.values()];
  return [...found.filter(one => one.typed), ...found.filter(one => !one.typed)].slice(0, most).map(({ word }) => word);
}

/** Ranges with nothing but a blank or a hyphen between them as one. */
function sideBySide(text: string, ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of ranges) {
    const last = joined.at(-1);
    if (last && /^[\s-]?$/u.test(text.slice(last.end, start))) joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  return joined;
}
