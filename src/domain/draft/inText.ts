// In-text citations of ours in a block.
import { ordinalNumber, ordinalPattern } from '../citation/ordinals';
import { lazy } from '../lazy';
import { merging } from '../merging';
import type { Corpus } from '../corpus/types';
import { namesOf } from '../citation/titles';
import type { Block } from './block';
import { Brackets, type Pair } from './brackets';
import { plain, type Citation } from './citation';
import { readLocator, type Locator } from './locator';
import type { Names } from './corpusNames';

/** Parentheses that hold more are a stretch of draft. */
const maxParentheses = 1000;

/** A name with a year or title and a locator, found in a block's prose. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly organization: string;
  readonly year?: number;
  /** The letter behind the year, '' where there is none. */
  readonly letter?: string;
  readonly title?: string;
  /** The session of the dialogue that it names, counted from 1. */
  readonly session?: number | undefined;
  /** What it calls a document that it cites as a whole. */
  readonly kind?: string;
  readonly locatorStart: number;
  readonly locator: Locator;
  /** "IOM (2022, …" or "IOM (2022), …": the parentheses begin after the name. */
  readonly opened?: number;
}

/** So many names are looked at in one step. */
const namesAtOnce = 64;

/**
 * In-text citations in a block, counted from its beginning: "(IOM, 2022, day 2, fourth conclusion)"; in steps, where
 * names are many.
 */
export function* inTextCitations(block: Block, names: Names): Generator<void, Citation[]> {
  const { prose } = block;
  const read: Read = { prose, names, parentheses: undefined };
  const citations = yield* byOrganization(read);
  const others = yield* bySeries(read, citations);
  return others.length === 0 ? citations : yield* merging(citations, others, (one, other) => one.start - other.start);
}

/** What a block is read with; its parentheses are only found where something is cited. */
interface Read {
  readonly prose: string;
  readonly names: Names;
  parentheses: Brackets | undefined;
}

/** The citations that begin with an organization's name. */
function* byOrganization(read: Read): Generator<void, Citation[]> {
  const { prose, names } = read;
  const citations: Citation[] = [];
  let last = 0;
  let seen = 0;
  for (const match of prose.matchAll(names.organization)) {
    if (++seen % namesAtOnce === 0) yield;
    if (match.index < last) continue;
    const found = readNamed(prose, match.index, match[0], names);
    if (!found) continue;
    read.parentheses ??= yield* Brackets.reading(prose, '(', ')');
    const citation = place(prose, found, names, read.parentheses);
    if (!citation) continue;
    citations.push(citation);
    last = citation.end;
  }
  return citations;
}

const startOf = (citation: Citation | undefined): number => citation?.start ?? Infinity;
const endOf = (citation: Citation | undefined): number => citation?.end ?? Infinity;

/** The citations that name the dialogue itself, between those found already. */
function* bySeries(read: Read, known: readonly Citation[]): Generator<void, Citation[]> {
  const { prose, names } = read;
  if (!names.mayNameSeries(prose)) return [];
  const citations: Citation[] = [];
  let next = 0;
  let last = 0;
  let seen = 0;
  for (const match of prose.matchAll(names.series)) {
    if (++seen % namesAtOnce === 0) yield;
    while (endOf(known[next]) <= match.index) next++;
    const before = next > 0 ? endOf(known[next - 1]) : 0;
    const after = startOf(known[next]);
    if (match.index < last || after <= match.index) continue;
    const found = readSeries(prose, match.index, match[0], names);
    if (!found || found.end > after) continue;
    read.parentheses ??= yield* Brackets.reading(prose, '(', ')');
    const citation = place(prose, found, names, read.parentheses);
    if (!citation || citation.start < before) continue;
    citations.push(citation);
    last = citation.end;
  }
  return citations;
}

/** An organization before a title, with the marks around it. */
const farthestBefore = 120;

/**
 * The dialogue by its name with a conclusion or paragraph of it: "IDM 2022, day 1, first conclusion", "IOM,
 * “International Dialogue on Migration 2022: Summary of Conclusions”, day 1, …".
 */
function readSeries(prose: string, start: number, title: string, names: Names): Found | undefined {
  const { at, session } = afterSession(prose, afterTheme(prose, start + title.length, names.titled(title)));
  if (session !== undefined && !names.titled(title).some(({ id }) => isOfSession(id, session))) return undefined;
  const opens = matchLength(openedBehind, prose, at);
  const locatorStart = at + (opens || matchLength(afterTitle, prose, at));
  const locator = readLocator(prose.slice(locatorStart, locatorStart + 500));
  if (!locator?.mentions.some(({ conclusion, paragraph }) => conclusion !== undefined || paragraph !== undefined))
    return undefined;
  const near = prose.slice(Math.max(0, start - farthestBefore), start);
  if (
    dayOfThe.test(near) &&
    locator.mentions.some(({ conclusion, day }) => conclusion !== undefined && day === undefined)
  )
    return undefined;
  const before = [...near.matchAll(names.organization)].at(-1);
  const led =
    before &&
    matchLength(beforeTitle, near, before.index + before[0].length) === near.length - before.index - before[0].length
      ? before
      : undefined;
  return {
    start: led ? start - near.length + led.index : start,
    end: locatorStart + locator.end,
    organization: led?.[0] ?? title,
    title,
    session,
    locatorStart,
    locator,
    ...(opens > 0 && { opened: at + prose.slice(at, at + opens).indexOf('(') }),
  };
}

/**
 * "On day 2 of the IDM 2022, the sixth conclusion": where a day stands before the name, what stands behind it is of that
 * day.
 */
export const dayOfThe =
  /(?<![\p{L}\p{N}])(?:day \p{L}{3,5}|day \d|(?:first|second|third|last|\d(?:st|nd|rd|th)) day),? (?:of|at|in|from) (?:the |IOM[’']s )?$/iu;

/** So long a title may be, behind the name of the dialogue. */
const longestTheme = 240;
const wordOfTitle = /[\p{L}\p{N}]+/gu;

/**
 * Passes over the rest of a title in quotation marks behind the name of the dialogue, however it is written, if all its
 * words are of the full title: ": Global Compact for Migration Implementation in Practice – Successes, …".
 *
 * @returns where its last word ends; `from` where there is no such title
 */
function afterTheme(prose: string, from: number, corpora: readonly Corpus[]): number {
  if (!opensTheme.test(prose.slice(from, from + 3))) return from;
  const rest = prose.slice(from, from + longestTheme);
  const close = rest.search(/[”"»]/u);
  if (close < 0) return from;
  const words = rest.slice(0, close).toLowerCase().match(wordOfTitle) ?? [];
  const known = corpora.map(({ document }) => new Set(namesOf(document, 'en').full.toLowerCase().match(wordOfTitle)));
  return words.length >= fewestOfTheme && known.some(title => words.every(word => title.has(word)))
    ? from + close
    : from;
}
const opensTheme = /^(?:[:,.]| [–—-])/u;
/** The kind of document alone is passed over behind the session, too. */
const fewestOfTheme = 6;

/**
 * Passes over the session, the kind of document, where and when it was behind the name of the dialogue: ", First session,
 * Conclusions", ", online, 28 February–2 March 2022".
 *
 * @returns where it came to, and which session it is, from 1, if it says so
 */
function afterSession(prose: string, from: number): { readonly at: number; readonly session: number | undefined } {
  let at = from;
  let session: number | undefined;
  for (let parts = 0; parts < mostParts; parts++) {
    sessionPart().lastIndex = at;
    const found = sessionPart().exec(prose);
    if (!found) break;
    const { 1: ordinal, 2: number } = found;
    if (ordinal !== undefined) session = ordinalNumber(ordinal.toLowerCase(), 'en');
    else if (number !== undefined) session = Number(number);
    at = sessionPart().lastIndex;
  }
  return { at, session };
}

/** So many parts stand between the name and the place. */
const mostParts = 5;

/** Whether a document is that of a session: "idm2022-1" is the first's. */
const isOfSession = (corpus: string, session: number): boolean => corpus.endsWith(`-${session}`);

/**
 * "First session (online)", "session 1", "Conclusions"; "of the first session" behind "Summary of Conclusions"; "2022",
 * "(Geneva, 2022)".
 */
const sessionPart = lazy(() => {
  const closing = String.raw`[*_”’"'»\u00A0 ]{0,4}`;
  const opening = String.raw`(?:[,:;]| –)?\s{0,4}[*_“‘"'«\u00A0 ]{0,4}`;
  const session = String.raw`(?:(?:of )?the )?(${ordinalPattern('en')}) session|session (\d{1,2})`;
  const published = String.raw`\([^()\d]{0,40}2\d{3}\)`;
  const aside = String.raw`(?: \([^()\d]{1,40}\)| ${published})?`;
  const dates = String.raw`\d{1,2}(?: \p{L}{3,9})? ?[–-] ?\d{1,2} \p{L}{3,9} 2\d{3}`;
  return new RegExp(
    `${closing}${opening}(?:(?:summary of )?conclusions(?: and recommendations)?|${session}|online|${dates}|2\\d{3}|${published})${aside}(?=${closing}(?:[,:;(]| –| of the ))`,
    'iuy',
  );
});

/**
 * Blanks are counted up to 100: a deep quotation's prefix is no more. The abbreviation in parentheses, or quotation
 * marks and emphasis around a title.
 */
const sentenceEnd = /[.!?]\s/u;
const abbreviation = /\s{0,100}\(\p{Lu}{2,6}\)/uy;
const dated =
  /(?:\s{0,100},)?\s{0,100}(?:(\()\s{0,100})?((?:19|20)\d\d)([a-z]{0,2})(?![a-z\d])(?:\s{0,100}\)(?=\s{0,100},))?(?:\s{0,100}[,:;])?\s{0,100}/uy;
/** What refers back to an earlier note: "(n 1)" in OSCOLA, "*supra* note 1" in the Bluebook. */
const referredBack =
  /(?:,\s{1,10}[*_]{0,2}supra[*_]{0,2}\s{1,10}note\s{1,10}|\s{1,10}\(n\s{1,10})\d{1,5}\)?,?(?:\s{1,10}at(?=\s))?\s{0,10}/uy;
const beforeTitle =
  /,?\s*[*_“‘"'«\u00A0 ]{0,4}(?:(?:summary of )?conclusions of the (?:\p{L}{3,10} session of the )?)?/iuy;
/** "IDM 2022 (day 1, …)". */
const openedBehind = /[*_”’"'»\u00A0 ]{0,4}\s?\(/uy;
const afterTitle = /[*_”’"'»\u00A0 ]{0,4}[,:]?\s*/uy;
const begins =
  /(?<![\p{L}\p{N}])(?=(?:days?|jours?|d[ií]as?|conclusi|introduc[ct]i[oó]n|closing|clôture|\p{L}{2,20}\s+conclusi)[\s\p{L},])/giu;

/** Where the place begins behind a date: at once, or behind the kind of document, "Summary of Conclusions, day 3, …". */
function placeBehind(prose: string, from: number, names: Names): number {
  const kind = matchLength(names.kind, prose, from);
  if (kind === 0) return from;
  const at = from + kind + matchLength(afterTitle, prose, from + kind);
  return (readLocator(prose.slice(at, at + 500))?.mentions.length ?? 0) > 0 ? at : from;
}

function readNamed(prose: string, start: number, organization: string, names: Names): Found | undefined {
  let at = start + organization.length;
  at += matchLength(abbreviation, prose, at);
  dated.lastIndex = at;
  const date = dated.exec(prose);
  if (date) {
    const locatorStart = placeBehind(prose, dated.lastIndex, names);
    const kind = matchLength(names.kind, prose, locatorStart);
    const locator = kind > 0 ? { mentions: [], end: kind } : readLocator(prose.slice(locatorStart, locatorStart + 500));
    if (!locator) return undefined;
    const opened = date[1] === undefined ? {} : { opened: prose.indexOf('(', at) };
    const called = kind > 0 ? { kind: prose.slice(locatorStart, locatorStart + kind) } : {};
    return {
      start,
      end: locatorStart + locator.end,
      organization,
      year: Number(date[2]),
      letter: date[3] ?? '',
      locatorStart,
      locator,
      ...called,
      ...opened,
    };
  }
  const back = matchLength(referredBack, prose, at);
  if (back > 0) {
    const locatorStart = at + back;
    const locator = readLocator(prose.slice(locatorStart, locatorStart + 500));
    return locator && { start, end: locatorStart + locator.end, organization, locatorStart, locator };
  }
  at += matchLength(beforeTitle, prose, at);
  const length = matchLength(names.title, prose, at);
  if (length === 0) return undefined;
  const titled = prose.slice(at, at + length);
  at += length;
  const afterwards = at + matchLength(afterTitle, prose, at);
  const near = readLocator(prose.slice(afterwards, afterwards + 500));
  if (near)
    return { start, end: afterwards + near.end, organization, title: titled, locatorStart: afterwards, locator: near };
  // "(Organization, *Title*)": the document as a whole.
  if (prose[start - 1] === '(' && prose[afterwards] === ')') {
    return {
      start,
      end: afterwards,
      organization,
      title: titled,
      kind: '',
      locatorStart: afterwards,
      locator: { mentions: [], end: 0 },
    };
  }
  return farLocator(prose, start, organization, titled, at);
}

/** A full reference says more between title and locator: venue, dates, an address. */
function farLocator(
  prose: string,
  start: number,
  organization: string,
  title: string,
  from: number,
): Found | undefined {
  const stretch = prose.slice(from, from + 600);
  for (const { index } of stretch.matchAll(begins)) {
    const locator = readLocator(stretch.slice(index));
    if (
      locator?.mentions.some(
        ({ day, conclusion, paragraph }) => (day !== undefined && conclusion !== undefined) || paragraph !== undefined,
      )
    ) {
      return { start, end: from + index + locator.end, organization, title, locatorStart: from + index, locator };
    }
  }
  return undefined;
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Which document is meant, and what the parentheses around the name hold. */
function place(prose: string, found: Found, names: Names, parentheses: Brackets): Citation | undefined {
  const { mentions } = found.locator;
  const called =
    found.title === undefined
      ? names.documents(found.organization, found.year, found.letter)
      : names.titled(found.title);
  const { kind, session } = found;
  const documents = called.filter(
    corpus =>
      (!kind || names.ofKind(kind).includes(corpus)) && (session === undefined || isOfSession(corpus.id, session)),
  );
  const exact = mentions.some(({ conclusion, paragraph }) => conclusion !== undefined || paragraph !== undefined);
  // A name, some year and "day 2" alone may be anyone's.
  if (!exact && documents.length === 0) return undefined;
  const holding = documents.filter(({ id }) => names.resolve(id, mentions).unknown.length === 0);
  const [only, ...more] = documents.length === 1 ? documents : holding;
  const corpus = more.length === 0 ? only?.id : undefined;
  const pointed =
    corpus === undefined
      ? { ids: [], unknown: documents.length === 0 ? mentions : [] }
      : names.resolve(corpus, mentions);
  return {
    ...extent(prose, found, parentheses),
    form: 'inText',
    ...pointed,
    ...(corpus === undefined ? {} : { corpus }),
    ...(found.kind === undefined ? { locator: plain(prose.slice(found.locatorStart, found.end)) } : {}),
    key: plain(found.organization),
    ...(found.year === undefined ? {} : { year: found.year }),
    ...(found.letter ? { letter: found.letter } : {}),
    mentions,
  };
}

type Extent = Pick<Citation, 'start' | 'end'> & Partial<Pick<Citation, 'prefix' | 'suffix' | 'group'>>;

function extent(prose: string, found: Found, parentheses: Brackets): Extent {
  const closed = found.opened === undefined ? undefined : parentheses.closeOf(found.opened);
  const close = closed !== undefined && closed - found.start > maxParentheses ? undefined : closed;
  if (found.opened !== undefined && close === undefined) return { start: found.start, end: found.end };
  if (close !== undefined && close >= found.end) {
    return { start: found.start, end: close + 1, ...worded('suffix', prose.slice(found.end, close)) };
  }
  const around = parentheses.around(found.start, maxParentheses);
  const whole = around && around.close - around.open <= maxParentheses && within(prose, found, around);
  return whole || { start: found.start, end: found.end };
}

/** A citation in parentheses that others share, or words; undefined where the parentheses are no citation. */
function within(prose: string, found: Found, { open, close: end }: Pick<Pair, 'open' | 'close'>): Extent | undefined {
  const from = open + Math.max(0, prose.slice(open, found.start + 1).lastIndexOf(';')) + 1;
  const semicolon = prose.slice(found.end, end).indexOf(';');
  const to = semicolon >= 0 ? found.end + semicolon : end;
  const before = prose.slice(from, found.start);
  const after = prose.slice(found.end, to);
  // A sentence in parentheses that mentions a source is no parenthetical citation.
  if (before.length > 80 || sentenceEnd.test(before) || after.length > 120) return undefined;
  const alone = from === open + 1 && to === end;
  const count =
    1 + [...prose.slice(open, found.start), ...prose.slice(found.end, end)].filter(char => char === ';').length;
  return {
    ...(alone
      ? { start: open, end: end + 1 }
      : {
          start: from + (before.length - before.trimStart().length),
          end: to - (after.length - after.trimEnd().length),
        }),
    ...worded('prefix', before),
    ...worded('suffix', after),
    group: { start: open, end: end + 1, count },
  };
}

function worded<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  const words = plain(text.replace(/^[\s,]+|(?<![\s,])[\s,]+$/gu, ''));
  return words === '' ? {} : ({ [name]: words } as Partial<Record<Name, string>>);
}
