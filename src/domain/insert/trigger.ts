/** What a trigger asks for: a citation (`@`), a quotation (`@"`) or a block quotation (`@>`). */
export type Kind = 'citation' | 'quotation' | 'blockQuotation';

/** A trigger being typed: `@` at the start of a word and the words after it, up to the cursor. */
export interface Trigger {
  readonly kind: Kind;
  /** Where the trigger starts in its line; with `[@`, at the bracket. */
  readonly start: number;
  /** Where what it replaces ends: the cursor, or after the bracket or mark the editor added there. */
  readonly end: number;
  /** The words to search for. */
  readonly query: string;
  /** Whether it adds a key to a bracket that holds other citations: `[@other; @climate`. */
  readonly bundled: boolean;
}

/** A trigger longer than this is prose. */
const longest = 80;

/** Before a trigger: the start of the line, a blank, an opening bracket or mark, a dash. */
const opener = /[\s([{“"‘'«„<*_~|/\-–—]/u;

/** How far back a trigger's surroundings are read. */
const farthest = 400;

/** Inside the value of a tag's attribute that is not closed yet: Markdown takes it for text until it is. */
const inAttribute = /<[a-z][\w-]*\s[^<>]*=\s*["'][^<>"']*$/iu;

/** Sentence punctuation ends a trigger, as does what no query has in it. */
const ender = /[.,;!?…\]})@<>|`\\]/u;

/**
 * The trigger that the cursor is at the end of, or undefined. Looks back no further than a trigger
 * can be long, so it costs the same in a line of any length.
 *
 * @param line the text of the cursor's line
 * @param cursor the cursor's place in it
 * @param isCorpus whether a key is the id of a corpus: a citation that exists is no query
 */
export function triggerAt(line: string, cursor: number, isCorpus: (key: string) => boolean): Trigger | undefined {
  const from = Math.max(0, cursor - longest - 3);
  const at = line.lastIndexOf('@', cursor - 1);
  if (at < from || (at > 0 && !opener.test(line[at - 1]!))) return undefined;
  if (/[\p{L}\p{N}]/u.test(line[cursor] ?? '')) return undefined;

  const typed = line.slice(at + 1, cursor);
  const mark = /^["“>]/u.exec(typed)?.[0];
  const kind: Kind = mark === undefined ? 'citation' : mark === '>' ? 'blockQuotation' : 'quotation';
  const query = mark === undefined ? typed : typed.slice(1);
  if (query.length > longest || /^\s/u.test(query) || ender.test(query)) return undefined;
  const key = /^[^\s,]+/u.exec(query)?.[0] ?? '';
  if (isCorpus(key.replace(/-(?:d\d+c\d+|b\d+)(?:s\d+)?$/u, ''))) return undefined;

  const before = line.slice(Math.max(0, at - farthest), at);
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->') || inAttribute.test(before)) return undefined;

  const bracketed = line[at - 1] === '[' && line[at - 2] !== '[' && line[at - 2] !== '!';
  const bundled = !bracketed && kind === 'citation' && opensBundle(before);
  let end = cursor;
  if (kind === 'quotation' && (line[end] === '"' || line[end] === '”')) end += 1;
  if (bracketed && line[end] === ']') end += 1;
  return { kind, start: bracketed ? at - 1 : at, end, query, bundled };
}

/** Whether a bracket with a citation in it is still open: `[see @other, p. 3; `. */
function opensBundle(before: string): boolean {
  const open = before.lastIndexOf('[');
  return open > before.lastIndexOf(']') && /(?:^|[\s[;-])@[\p{L}\p{N}_{]/u.test(before.slice(open));
}

/** The words before the cursor to search for when a person asks for suggestions in prose. */
export function wordsBefore(line: string, cursor: number): string {
  const before = line.slice(Math.max(0, cursor - longest), cursor);
  const sentence = before.slice(before.search(/(?<![^.;!?:])[^.;!?:]*$/u));
  return sentence.split(/\s+/u).filter(Boolean).slice(-8).join(' ');
}
