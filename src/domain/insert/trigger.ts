// What a drafter types to be offered findings: `@` and the words after it.
import { corpusIdOf } from '../corpus/ids';
import { betweenBlanks } from '../text/words';

/**
 * What a trigger asks for: a citation (`@`), a quotation (`@"`) or a block quotation (`@>`). A setting may put another
 * sign in the place of `@`.
 */
export type Kind = 'citation' | 'quotation' | 'blockQuotation';

/** A trigger being typed: `@`, but in a word, and the words after it, up to the cursor. */
export interface Trigger {
  readonly kind: Kind;
  /** Where the trigger starts in its line; with `[@`, at the bracket. */
  readonly start: number;
  /** Where what it replaces ends: the cursor, or after the bracket or mark the editor added there. */
  readonly end: number;
  /** The words to search for. */
  readonly query: string;
  /** Whether it adds a key to a bracket that holds more: `[see @climate]`, `[@other; @climate`. */
  readonly bundled: boolean;
}

/** What begins a trigger where nothing else is set: pandoc's own sign of a citation. */
export const usualSign = '@';
/** The characters that a sign may be made of, one to three of them: they mean little in Markdown, and begin no word. */
export const signCharacters = '@#%=;§¶';

/** A sign as somebody set it; undefined where it cannot be one. */
export function readSign(value: unknown): string | undefined {
  return typeof value === 'string' && /^[@#%=;§¶]{1,3}$/u.test(value) ? value : undefined;
}

/** A trigger longer than this is prose. */
const longest = 80;

/** What before a sign makes an address or an escape of it. An underscore that begins a word opens emphasis. */
const blocker = /[\p{L}\p{M}\p{N}\\]_{0,3}$/u;

/** How far back a trigger's surroundings are read. */
const farthest = 400;

/** Inside the value of a tag's attribute that is not closed yet: Markdown takes it for text until it is. */
const inAttribute = /<[a-z][\w-]*\s[^<>]*=\s*["'][^<>"']*$/iu;

/** In a tag whose end stands behind the cursor. */
const inTag = /<\/?(?:[a-z][\w-]*(?:\s[^<>]*)?)?$/iu;
/** In a note's label. */
const inLabel = /\[\^[^\s[\]]{0,200}\[?$/u;

/** Sentence punctuation ends a trigger, as does what no query has in it. */
const ender = /[.,;!?…\]})@<>|`\\]/u;

/** "2.4", the number of a conclusion, and "2." on the way to it. */
const isNumber = /^\d{1,2}\.\d{0,2}$/u;

/**
 * The trigger that the cursor is at the end of, or undefined. Looks back no further than a trigger
 * can be long, so it costs the same in a line of any length.
 *
 * @param line the text of the cursor's line
 * @param cursor the cursor's place in it
 * @param isCorpus whether a key is the id of a corpus: a citation that exists is no query
 * @param sign what begins a trigger
 */
export function triggerAt(
  line: string,
  cursor: number,
  isCorpus: (key: string) => boolean,
  sign = usualSign,
): Trigger | undefined {
  const at = signBefore(line, cursor, sign);
  if (at === undefined) return undefined;
  const typed = line.slice(at + sign.length, cursor);
  const mark = /^["“>]/u.exec(typed)?.[0];
  const query = mark === undefined ? typed : typed.slice(1);
  if (!isQuery(query) || (sign === usualSign && isCorpus(firstId(query)))) return undefined;

  const before = line.slice(Math.max(0, at - farthest), at);
  const after = line.slice(cursor, cursor + farthest);
  if (isNoText(before, after)) return undefined;

  const kind = kindOf(mark);
  const bracket = bracketAround(before, after);
  const bundled = kind === 'citation' && bracket === 'holding';
  const end = kind === 'quotation' && /["”]/u.test(line.charAt(cursor)) ? cursor + 1 : cursor;
  if (bracket !== 'own') return { kind, start: at, end, query, bundled };
  const close = /^[ \t"”]{0,9}\]/u.exec(line.slice(end, end + 10))?.[0].length ?? 0;
  return { kind, start: at - 1, end: end + close, query, bundled };
}

function isQuery(words: string): boolean {
  return words.length <= longest && !/^\s/u.test(words) && (!ender.test(words) || isNumber.test(words));
}

/** The id of the corpus whose key a query begins with, if it begins with one. */
function firstId(query: string): string {
  return corpusIdOf(/^[^\s,]+/u.exec(query)?.[0] ?? '');
}

/** The sign that a trigger may begin with: the last one within reach, in no word or address, with no word behind the cursor. */
function signBefore(line: string, cursor: number, sign: string): number | undefined {
  const from = Math.max(0, cursor - longest - 2 - sign.length);
  const at = line.slice(from, cursor).lastIndexOf(sign) + from;
  if (at < from || blocker.test(line.slice(Math.max(0, at - 6), at))) return undefined;
  return /[\p{L}\p{N}]/u.test(line[cursor] ?? '') ? undefined : at;
}

/** Whether what stands around a trigger makes it a part of a note's label, a tag or a comment. */
function isNoText(before: string, after: string): boolean {
  return (
    inLabel.test(before) ||
    (inTag.test(before) && /^[^<>]{0,200}>/u.test(after)) ||
    before.lastIndexOf('<!--') > before.lastIndexOf('-->') ||
    inAttribute.test(before)
  );
}

/** What is offered behind the sign and a mark: `@"` a quotation, `@>` a block quotation. */
function kindOf(mark: string | undefined): Kind {
  if (mark === undefined) return 'citation';
  return mark === '>' ? 'blockQuotation' : 'quotation';
}

/** What may stand before a key in a bracket that cites. */
const prefixes =
  /^(?:see|cf|compare|contra|accord|but|also|quoted|cited|e\.\s?g|i\.\s?e|for (?:example|instance)|voir|comparer|par exemple|p\.\s?ex|véase|ver|cfr|por ejemplo)(?![\p{L}\p{N}])[^.!?[\]]{0,60}$|^(?:e\.\s?g|i\.\s?e|cf|p\.\s?ex)\.,?\s*$/iu;
const key = /(?:^|[\s;-])@[\p{L}\p{N}_{]/u;

/**
 * The bracket around a trigger: its `own`, which holds nothing else and goes; one `holding` a citation's prefix,
 * suffix or other keys, which stays with all it holds; or none that cites.
 */
function bracketAround(before: string, after: string): 'own' | 'holding' | undefined {
  const open = before.lastIndexOf('[');
  if (open < 0 || open < before.lastIndexOf(']') || /[[!^]/u.test(before[open - 1] ?? '')) return undefined;
  const lead = before.slice(open + 1);
  const close = after.indexOf(']');
  const within = close < 0 || after.slice(0, close).includes('[') ? '' : after.slice(0, close);
  if (key.test(lead) || key.test(within) || lead === '-' || prefixes.test(lead)) return 'holding';
  if (lead !== '') return undefined;
  if (/^[ \t"”]*$/u.test(within)) return 'own';
  return /^[ \t]*[,;]/u.test(within) ? 'holding' : undefined;
}

/** The words before the cursor to search for when a person asks for suggestions in prose. */
export function wordsBefore(line: string, cursor: number): string {
  const before = line.slice(Math.max(0, cursor - longest), cursor);
  const sentence = before.slice(before.search(/(?<![^.;!?:])[^.;!?:]*$/u));
  return betweenBlanks(sentence).slice(-8).join(' ');
}
