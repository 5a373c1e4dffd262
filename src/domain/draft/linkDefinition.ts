// Definitions of links, told from words.
import type { Range } from '../text/ranges';
import { matchContainers } from './containers';
import { LineReader, lineAt, type LineSpan } from './lines';
import type { Scanned } from './kinds';
import { interrupts } from './paragraph';
import { stateOf, type Container } from './state';
import { footnoteStart, isLinkDefinition } from './syntax';
import { certain } from '../certain';

/** Longer definitions are words. */
const mostLines = 8;

/** Longer labels, addresses and titles are words. */
const longest = 2000;
const citesKey = /^\[[^\]@]{0,40}@[\p{L}\p{N}{]/u;
const closers: Readonly<Record<string, string>> = { '[': ']', '<': '>', '"': '"', "'": "'", '(': ')' };

/**
 * Where what a sign opens at a place is closed, behind the closing sign; -1 where it is not, or a sign stands in it
 * that may not.
 */
function endOf(text: string, open: number, never: string): number {
  const close = closers[text.charAt(open)] ?? '';
  for (let at = open + 1; at < text.length && at - open < longest; at += 1) {
    const char = text.charAt(at);
    if (char === close) return at + 1;
    if (never.includes(char)) return -1;
    if (char === '\\') at += 1;
  }
  return -1;
}

/** The end of a link's address: in pointed brackets on one line, or up to a blank. */
function endOfAddress(text: string, at: number): number {
  if (text[at] === '<') return endOf(text, at, '\n<');
  const length = text.slice(at, at + longest).search(/\s/u);
  const end = length < 0 ? text.length : at + length;
  return end > at ? end : -1;
}

/** The end of blanks, and of one line break among them. */
function pastBlanks(text: string, from: number, lineBreak = true): number {
  let at = from;
  for (let rest = lineBreak; at < text.length; at += 1) {
    if (text[at] === '\n' && rest) rest = false;
    else if (text[at] !== ' ' && text[at] !== '\t') break;
  }
  return at;
}

/**
 * How many lines of words define a link that begins them: its label, destination and title, each of which may begin on
 * a line of its own (CommonMark 0.31, section 4.7). 0 where they define none.
 */
function linesOfDefinition(words: string): number {
  // A note's label has no blanks.
  const labelled = footnoteStart(words) ? -1 : endOf(words, 0, '[');
  if (labelled < 0 || words[labelled] !== ':' || words.slice(1, labelled - 1).trim() === '') return 0;
  const aimed = endOfAddress(words, pastBlanks(words, labelled + 1));
  if (aimed < 0) return 0;
  const before = pastBlanks(words, aimed);
  const titled =
    before > aimed && /^["'(]/u.test(words.slice(before, before + 1))
      ? endOf(words, before, words[before] === '(' ? '(' : '')
      : -1;
  for (const end of [titled, aimed]) {
    const past = end < 0 ? -1 : pastBlanks(words, end, false);
    if (past === words.length || words[past] === '\n') return words.slice(0, past).split('\n').length;
  }
  return 0;
}

/** Reads the definition of a link that begins on a line; undefined where the line begins none. */
export function scanLinkDefinition(
  text: string,
  first: LineSpan,
  content: number,
  containers: readonly Container[],
): Scanned | undefined {
  const lines = [first];
  const prefixes: Range[] = [{ start: 0, end: content - first.start }];
  let words = text.slice(content, first.end);
  let looked = first.next;
  while (lines.length < mostLines) {
    const last = certain(lines.at(-1));
    if (last.next >= text.length) break;
    const next = lineAt(text, last.next);
    looked = next.next;
    const reader = new LineReader(text, next);
    const matched = matchContainers(reader, containers);
    if (reader.blank || (reader.indent < 4 && interrupts(reader.rest, containers, matched))) break;
    lines.push(next);
    prefixes.push({ start: next.start - first.start, end: reader.contentStart - first.start });
    words += `\n${reader.rest}`;
  }
  const found = linesOfDefinition(words);
  const opening = text.slice(content, first.end);
  // "[@key, p. 3]: Speakers called for …": the words after a citation.
  if (found === 0 && (!isLinkDefinition(opening) || citesKey.test(opening))) return undefined;
  const count = Math.max(found, 1);
  return {
    kind: 'linkDefinition',
    end: lines[count - 1]?.next ?? first.next,
    exit: stateOf(containers),
    containers,
    prefixes: prefixes.slice(0, count),
    looked,
  };
}
