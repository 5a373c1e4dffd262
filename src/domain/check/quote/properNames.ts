/** Names: of whom or what is cited, of documents and bodies. They are told by their capitals. */
import type { Visible } from './visible';
import { lazy } from '../../lazy';
import { certain } from '../../certain';

/** What joins the words of a name, in the three languages of drafts, and the document's own parts. */
const joined = String.raw`of|the|on|for|and|in|at|to|with|by|de|du|des|d|la|le|les|l|el|los|las|del|y|et|en|para|por|sur|pour`;
const separator = String.raw`[\s.,;:()/’'–—-]`;
const name = lazy(
  () =>
    new RegExp(String.raw`^${separator}*(?:(?:\p{Lu}[\p{L}\p{M}\p{N}]*|\p{N}+|${joined})${separator}+){1,24}$`, 'u'),
);
const locator = lazy(
  () =>
    new RegExp(
      String.raw`^${separator}*(?:(?:\p{Lu}[\p{L}\p{M}\p{N}]*|\p{N}+|${joined}|summary|conclusions?|day|session|online|introduction|closing|paragraph)${separator}+){1,24}$`,
      'u',
    ),
);

const capitals = lazy(() => /(?<![\p{L}\p{N}])\p{Lu}/gu);

/** Whether words are a name or title with capitals, as "Global Compact for Safe, Orderly and Regular Migration" is. */
export function isName(words: string): boolean {
  return words.length <= 300 && name().test(`${words} `) && (words.match(capitals())?.length ?? 0) > 1;
}

const longest = 120;
const stop = /[.!?…”"»’')\]]$/;

/**
 * Where the words of a block quotation end, if a last line "— source" says where they are from, or a
 * dash and a name do after the last stop; undefined where nothing does.
 *
 * @param cited where citations stand: a dash before one is enough for a line of its own
 */
export function sourceLine({ chars, at }: Visible, text: string, cited: readonly number[]): number | undefined {
  const end = chars.trimEnd().length;
  let start = end;
  while (start > 0 && end - start <= longest && text.charAt(certain(at[start - 1])) !== '\n') start--;
  const line = chars.slice(start, end).trim();
  const before = chars.slice(0, start).trimEnd();
  if (before !== '' && line.length > 0 && end - start <= longest) {
    const dashed = /^(?:—|–|--)/.test(line);
    if (locator().test(`${line} `) ? dashed || stop.test(before) : dashed && cited.some(index => index > start))
      return before.length;
  }
  const found = /\s(?:—|–|--)\s*([^—–]{1,120})$/.exec(chars.slice(Math.max(0, end - longest - 4), end));
  if (!found || !locator().test(`${found[1]} `)) return undefined;
  const words = chars.slice(0, end - found[0].length).trimEnd();
  return stop.test(words) ? words.length : undefined;
}
