/** The edit that puts new words for some of the words that are read, and keeps what stands among them in Markdown. */
import type { Range } from '../text/ranges';
import { offsetAfter, offsetOf, type Prose } from './prose';
import type { Rewording } from './attribution/rewording/placed';
import type { Cited } from './cited';

/**
 * The edit in the unit's text; the rewording counts visible characters.
 *
 * @returns undefined where it would tear emphasis, or lose a link, code, a tag or a comment
 */
export function rewordEdit(
  prose: Prose,
  { start: from, end: to, text: words, speakerEnd }: Rewording,
): { start: number; end: number; text: string } | undefined {
  const { text } = prose;
  const inner = { start: offsetOf(prose.view, from), end: offsetAfter(prose.view, to) };
  const { start, end } = evened(text, inner.start, inner.end);
  if (!even(text.slice(start, end))) return undefined;
  // A citation right after the speaker stays there.
  let kept = '';
  let lost = '';
  let done = start;
  for (const cited of prose.citations) {
    if (cited.start < done || cited.end > end) continue;
    const whole = bracketed(text, cited, start, end);
    kept += (/\s/.test(text.charAt(whole.start - 1)) ? ' ' : '') + text.slice(whole.start, whole.end);
    lost += text.slice(done, whole.start);
    done = whole.end;
  }
  // The marks of a quotation at the line's start are no words.
  if (/[[\]<>`]/.test((lost + text.slice(done, end)).replaceAll(/\n[ \t>]*/g, ' '))) return undefined;
  return { start, end, text: words.slice(0, speakerEnd) + kept + words.slice(speakerEnd) };
}

/** A citation with the bracket or parentheses it stands in, alone or with others. */
function bracketed(text: string, { form, start, end }: Cited, lowest: number, highest: number): Range {
  if (form === 'footnote' || form === 'narrative') return { start, end };
  const opens = Math.max(text.lastIndexOf('[', start), text.lastIndexOf('(', start));
  const closes = text.indexOf(text.charAt(opens) === '[' ? ']' : ')', end - 1);
  return opens >= lowest && closes >= 0 && closes < highest ? { start: opens, end: closes + 1 } : { start, end };
}

const marks = /(?<!\\)(?:\*+|(?<!_)_+(?!_)|~~)/g;
const letter = /[\p{L}\p{N}]/u;

/** Whether emphasis that opens in a text closes in it. */
function even(text: string): boolean {
  const open: string[] = [];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const within =
      mark.startsWith('_') && letter.test(text.charAt(index - 1)) && letter.test(text.charAt(index + mark.length));
    if (within) continue;
    if (open.at(-1) === mark) open.pop();
    else open.push(mark);
  }
  return open.length === 0;
}

/** The range, with the marks right before and after it where only so no emphasis is torn. */
function evened(text: string, start: number, end: number): { start: number; end: number } {
  if (even(text.slice(start, end))) return { start, end };
  const before = /(?:\*{1,4}|_{1,4}|~~)$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const after = /^(?:\*+|_+|~~)/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  const tries = [
    { start: start - before, end },
    { start, end: end + after },
    { start: start - before, end: end + after },
  ];
  return tries.find(each => even(text.slice(each.start, each.end))) ?? { start, end };
}
