/** The verdict on one quotation: what was compared, with what, and what was found. */
import type { Range } from '../../text/ranges';
import { changeOf, isRemark, keeps, type Change } from './bracketed';
import { align, leftOut, type Alignment, type Gap, type Permitted } from './align';
import { comparing, nearness, type Comparison } from './difference';
import type { SourceIndex, SourceText } from './source';
import { splice } from './splice';
import { countWords, tokens, type Token } from './tokens';
import type { Visible } from './visible';
import { gravest, negates, type WordClass } from './wordClasses';
import { certain } from '../../certain';

/** A stretch of the source, in UTF-16 offsets of its entry's text. `id` is undefined for a heading or title. */
export interface Where extends Range {
  readonly id: string | undefined;
  readonly text: string;
}

/** What an ellipsis leaves out. `sentences`: whole sentences only, at least one of them. */
export interface Omission extends Range {
  readonly text: string;
  readonly graveness: WordClass | 'sentences';
  /**
   * Left out right before the quotation, not within it: the source's words from there up to the quotation's first word.
   */
  readonly leading?: string;
  /** Of a negation left out there: the source's words before it. */
  readonly governing?: string;
}

/** The drafter's own words in square brackets, and the source's words in their place, if any. */
export interface Bracket extends Range {
  readonly text: string;
  readonly replaced: string;
  /** What of the source's statement it changes; undefined where it explains. */
  readonly change: Change | undefined;
}

/**
 * One difference: the document's range, its words there, the source's. Where the document only
 * lacks words, `text` is empty, the range is that of the words around the place, and `gap` the place.
 */
export interface Difference extends Range {
  readonly text: string;
  readonly source: string;
  readonly gap?: number;
}

interface Exact {
  readonly where: Where;
  readonly permitted: readonly Permitted[];
  readonly omissions: readonly Omission[];
  readonly brackets: readonly Bracket[];
  /**
   * The word of quantity that the quotation cuts off at its beginning; its range is that of the quotation's first word.
   */
  readonly limit?: Omission;
}

export type Verdict =
  | ({ readonly kind: 'exact' } & Exact)
  | ({ readonly kind: 'otherFinding' } & Exact)
  /** Fewer than four words, and not in the cited text. */
  | { readonly kind: 'tooShort'; readonly words: number }
  | {
      readonly kind: 'altered';
      readonly where: Where;
      readonly cited: boolean;
      readonly similarity: number;
      readonly differences: readonly Difference[];
    }
  | { readonly kind: 'spans'; readonly where: readonly Where[] }
  | { readonly kind: 'unknown'; readonly nearest: Where | undefined };

/** Below so many words nothing can be said of a quotation that is not in the cited text. */
const leastWords = 4;
/** From this share of weighed words on, a quotation counts as altered and not as unknown. */
const alteredFrom = 0.5;
/** From this share on the nearest text is named where a quotation is unknown. */
const namedFrom = 0.2;

/** A heading must be so much like the quotation, and have more words than this, to be what it altered. */
const headingFrom = 0.7;
const headingWords = 6;

/**
 * Judges a quotation.
 *
 * @param text what the offsets of `quoted` count in
 * @param quoted the quoted words as a reader sees them, without their marks and without citations
 * @param ids what the quotation's citation names; empty for a quotation without one
 */
export function judge(index: SourceIndex, text: string, quoted: Visible, ids: readonly string[]): Verdict {
  const steps = judging(index, text, quoted, ids);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** A quotation of more tokens is laid over one text of the source in each step. */
const manyTokens = 40;

/**
 * The same in steps, where the quotation is long.
 * @param list the quotation's tokens, where they are known
 */
export function* judging(
  index: SourceIndex,
  text: string,
  quoted: Visible,
  ids: readonly string[],
  list: readonly Token[] = tokens(quoted),
): Generator<void, Verdict> {
  let quote = list;
  const words = countWords(quote);
  const cited = [...new Set(ids.map(id => index.of(id)).filter(source => source !== undefined))];
  let found = yield* bestAlignment(quote, cited);
  if (!found && wrapped(quote)) {
    quote = quote.slice(1, -1);
    found = yield* bestAlignment(quote, cited);
  }
  if (found) return { kind: 'exact', ...exact(text, quote, found) };
  if (words < leastWords) return { kind: 'tooShort', words };

  const candidates = likely(index, quote).filter(source => !cited.includes(source));
  // A heading or title of the cited document, quoted whole, is nobody's conclusion.
  const headings = candidates.filter(source => !source.entry);
  const whole = yield* bestAlignment(
    quote,
    headings.filter(source => Math.abs(source.tokens.length - quote.length) <= 1),
  );
  if (whole) return { kind: 'exact', ...exact(text, quote, whole) };
  const elsewhere =
    (yield* bestAlignment(
      quote,
      candidates.filter(source => source.entry),
    )) ?? (yield* bestAlignment(quote, headings));
  if (elsewhere) return { kind: elsewhere.source.entry ? 'otherFinding' : 'exact', ...exact(text, quote, elsewhere) };
  const spliced = (yield* splice(index, quote)) ?? [];
  if (spliced.length > 1)
    return { kind: 'spans', where: spliced.map(source => where(source, 0, source.tokens.length)) };
  return yield* nearest(index, text, quote, cited, candidates, spliced[0]);
}

/** Whether the whole is in quotation marks once more: « “…” ». */
function wrapped(quote: readonly Token[]): boolean {
  return (
    quote[0]?.kind === 'quote' &&
    quote.findIndex((token, at) => at > 0 && token.kind === 'quote') === quote.length - 1 &&
    quote.length > 2
  );
}

function* bestAlignment(
  quote: readonly Token[],
  sources: readonly SourceText[],
): Generator<void, Alignment | undefined> {
  let best: Alignment | undefined;
  let least = Infinity;
  for (const source of sources) {
    if (quote.length > manyTokens) yield;
    const found = align(quote, source);
    if (!found) continue;
    const left = leftOut(found) + found.omissions.length + found.brackets.length;
    if (left >= least) continue;
    best = found;
    least = left;
  }
  return best;
}

/** Texts in which the quotation may stand: those with three words of it in a row, then those that share most. */
function likely(index: SourceIndex, quote: readonly Token[]): SourceText[] {
  const found = new Set<SourceText>();
  let run: number[] = [];
  let looked = 0;
  for (let at = 0; at < quote.length && looked < 12; at++) {
    const kind = quote[at]?.kind;
    if (kind === 'ellipsis' || kind === 'open' || kind === 'close') run = [];
    else if (kind === 'word') run.push(at);
    if (run.length < 3) continue;
    for (const { source } of index.places(quote, [certain(run[0]), certain(run[1]), certain(run[2])], 50))
      found.add(source);
    looked++;
    run = [];
  }
  for (const source of index.nearest(quote, 5)) found.add(source);
  return [...found];
}

/** The verdict by the text that a quotation is nearest to: altered words of that text, or unknown. */
function* nearest(
  index: SourceIndex,
  text: string,
  quote: readonly Token[],
  cited: readonly SourceText[],
  candidates: readonly SourceText[],
  shuffled: SourceText | undefined,
): Generator<void, Verdict> {
  const near = yield* nearestText(index, quote, cited, candidates);
  if (near && near.similarity >= alteredFrom) return altered(text, quote, near, cited);
  // Its pieces in another order are altered, however little is found in order.
  if (shuffled) return altered(text, quote, yield* comparing(index, quote, shuffled), cited);
  const named = near && near.similarity >= namedFrom ? where(near.source, near.from, near.to) : undefined;
  return { kind: 'unknown', nearest: named };
}

/** The text that a quotation is nearest to: what it cites, another finding, or a heading or title. */
function* nearestText(
  index: SourceIndex,
  quote: readonly Token[],
  cited: readonly SourceText[],
  candidates: readonly SourceText[],
): Generator<void, Comparison | undefined> {
  const bound = nearness(index, quote);
  const mine = yield* nearestOf(index, quote, bound, cited);
  const near = mine && mine.similarity >= alteredFrom ? mine : yield* nearerThan(mine, index, quote, bound, candidates);
  // A heading or title counts only where it is plainly meant.
  const similarity = near?.similarity ?? 0;
  const least = Math.max(headingFrom, similarity);
  const titles = candidates.filter(
    source => !source.entry && source.tokens.length > headingWords && bound(source) >= least,
  );
  const title = yield* nearestOf(index, quote, bound, titles);
  return title && title.similarity >= headingFrom && title.similarity > similarity ? title : near;
}

/** What a quotation is nearest to that is hardly altered words of what it cites: another finding, if that is plainly nearer. */
function* nearerThan(
  mine: Comparison | undefined,
  index: SourceIndex,
  quote: readonly Token[],
  bound: (source: SourceText) => number,
  candidates: readonly SourceText[],
): Generator<void, Comparison | undefined> {
  const other = yield* nearestOf(
    index,
    quote,
    bound,
    candidates.filter(source => source.entry),
  );
  return mine && mine.similarity >= (other?.similarity ?? 0) - 0.1 ? mine : other;
}

/** The verdict on altered words, with each difference from the text they are nearest to. */
function altered(text: string, quote: readonly Token[], near: Comparison, cited: readonly SourceText[]): Verdict {
  const { source, similarity } = near;
  const { from, to, hunks } = written(near, quote.length);
  return {
    kind: 'altered',
    where: where(source, from, to),
    cited: cited.includes(source) || !source.entry,
    similarity,
    differences: hunks.map(hunk => ({
      text: slice(text, quote, hunk.quoteFrom, hunk.quoteTo),
      source: slice(source.text, source.tokens, hunk.sourceFrom, hunk.sourceTo),
      ...place(quote, hunk.quoteFrom, hunk.quoteTo),
      ...(hunk.quoteFrom === hunk.quoteTo && hunk.quoteFrom > 0 ? { gap: certain(quote[hunk.quoteFrom - 1]).end } : {}),
    })),
  };
}

/**
 * The quotation laid over the text that it comes nearest to. No function within `nearestText`: an engine gives a generator
 * function made anew a shape of its own, and keeps what it refers to until its next great collection of garbage.
 * @param bound how near it can come to a text at most
 */
function* nearestOf(
  index: SourceIndex,
  quote: readonly Token[],
  bound: (source: SourceText) => number,
  sources: readonly SourceText[],
): Generator<void, Comparison | undefined> {
  let found: Comparison | undefined;
  for (const source of sources) {
    // Not laid over it where it cannot come nearer.
    if (found && bound(source) <= found.similarity) continue;
    if (quote.length > manyTokens) yield;
    const comparison = yield* comparing(index, quote, source);
    if (!found || comparison.similarity > found.similarity) found = comparison;
  }
  return found;
}

/** The comparison widened to whole written words: half of `cross-border` is a difference. */
function written(near: Comparison, length: number): Pick<Comparison, 'from' | 'to' | 'hunks'> {
  const list = near.source.tokens;
  const hunks = [...near.hunks];
  let { from, to } = near;
  while (from > 0 && list[from]?.glued) from--;
  while (list[to]?.glued) to++;
  if (from < near.from) hunks.unshift({ quoteFrom: 0, quoteTo: 1, sourceFrom: from, sourceTo: near.from + 1 });
  if (to > near.to)
    hunks.push({ quoteFrom: length - 1, quoteTo: length, sourceFrom: Math.max(near.to - 1, 0), sourceTo: to });
  return { from, to, hunks };
}

function exact(text: string, quote: readonly Token[], found: Alignment): Exact {
  const { source } = found;
  const dot = (gap: Gap): Range => place(quote, gap.at, (gap.close ?? gap.at) + 1);
  const left = (gap: Gap): string => slice(source.text, source.tokens, gap.from, gap.to);
  const omissions: Omission[] = found.omissions.map(gap => ({
    text: left(gap),
    graveness: grade(source, gap),
    ...dot(gap),
  }));
  const brackets: Bracket[] = found.brackets
    .filter(gap => !isRemark(quote, gap))
    .map(gap => {
      const { edited } = certain(quote[gap.at]);
      if (edited)
        return {
          text: slice(text, quote, gap.at, gap.at + 1),
          replaced: left(gap),
          change: negates(edited) ? 'negation' : undefined,
          ...dot(gap),
        };
      return {
        text: slice(text, quote, gap.at + 1, gap.close ?? gap.at),
        replaced: left(gap),
        change: changeOf(quote, gap, source),
        ...dot(gap),
      };
    });
  // Words a bracket replaces are left out too, when leaving them out changes what is said.
  for (const gap of found.brackets) {
    const graveness = gravest(source.tokens, gap.from, gap.to);
    // Of a word whose ending alone is the drafter's, the sense is left.
    const kept = certain(quote[gap.at]).edited && graveness !== 'negation' && graveness !== 'quantifier';
    if (graveness !== 'plain' && !kept && !keeps(quote, gap, source))
      omissions.push({ text: left(gap), graveness, ...dot(gap) });
  }
  const { limit } = found;
  const first = quote.findIndex(({ kind }) => kind === 'word');
  return {
    where: where(source, found.from, found.to),
    permitted: [...found.permitted],
    omissions,
    brackets,
    ...(limit &&
      first >= 0 && {
        limit: {
          ...place(quote, 0, first + 1),
          text: left({ at: 0, ...limit }),
          graveness: limit.governing === undefined ? 'quantifier' : 'negation',
          leading: slice(source.text, source.tokens, limit.from, limit.to + 1),
          ...(limit.governing !== undefined && {
            governing: slice(source.text, source.tokens, limit.governing, limit.from),
          }),
        },
      }),
  };
}

/**
 * The gravest class among the words left out within a sentence; `sentences` where whole ones are left out and nothing
 * graver.
 */
function grade(source: SourceText, gap: Gap): Omission['graveness'] {
  const starts = source.sentenceStarts;
  const end = limbFrom(source.tokens, gap) ?? gap.to;
  let result: Omission['graveness'] = 'plain';
  for (let index = 0; index < starts.length; index++) {
    const from = certain(starts[index]);
    const to = starts[index + 1] ?? source.tokens.length;
    if (to <= gap.from || from >= gap.to) continue;
    const last = source.tokens[to - 1]?.kind === 'word' ? to : to - 1;
    const whole = gap.from <= from && gap.to >= last;
    const own = whole ? 'sentences' : gravest(source.tokens, Math.max(from, gap.from), Math.min(to, end));
    // What limits an aside goes with it.
    const found = own === 'quantifier' && isAside(source.tokens, gap) ? 'plain' : own;
    if (rank[found] > rank[result]) result = found;
  }
  return result;
}

/** "data[, both in terms of records and estimates,] were still limited". */
function isAside(list: readonly Token[], { from, to }: Gap): boolean {
  const isComma = (at: number): boolean => list[at]?.norm === ',';
  return (isComma(from) || isComma(from - 1)) && (isComma(to - 1) || isComma(to));
}

/** So many words of what is left out are looked through for where its last limb begins. */
const longestLimb = 60;

/**
 * Where the limb begins that is left out whole, with what limits it: "will [allow for more strategies and will] unlock",
 * "[…, to enjoy rights without discrimination and] to have …"; undefined where what limits it may be of what follows.
 */
function limbFrom(list: readonly Token[], { from, to }: Gap): number | undefined {
  const word = (at: number): string => (list[at]?.kind === 'word' ? list[at].norm.toLowerCase() : '');
  const joins = (at: number): boolean => word(at) === 'and' || word(at) === 'or';
  const before = word(from - 1);
  if (before !== '' && before === word(to - 1) && joins(to - 2)) return from;
  // "[more transparent and] increased".
  if (joins(to - 1) && to - from === 3 && /^(?:more|most|less)$/.test(word(from))) return from;
  if (!joins(to - 1) || !opensLimb.test(word(to))) return undefined;
  for (let at = to - 2; at >= Math.max(from, to - longestLimb); at--)
    if (word(at) === word(to) && (at === from || list[at - 1]?.norm === ',')) return at;
  return undefined;
}
const opensLimb = /^(?:to|by|that|for|with|in|on|will|must|should|can|of)$/;

const rank: Readonly<Record<Omission['graveness'], number>> = {
  plain: 0,
  sentences: 1,
  attribution: 2,
  modal: 3,
  quantifier: 4,
  negation: 5,
};

function where(source: SourceText, from: number, to: number): Where {
  const start = source.tokens[from]?.start ?? 0;
  const end = Math.max(start, source.tokens[to - 1]?.end ?? start);
  return { id: source.entry?.id, text: source.text.slice(start, end), start, end };
}

/** The document range of tokens; of none, the words on either side of the place. */
function place(quote: readonly Token[], from: number, to: number): Range {
  if (to > from) return { start: certain(quote[from]).start, end: certain(quote[to - 1]).end };
  const before = quote[from - 1] ?? quote[from];
  const after = quote[from] ?? before;
  return { start: before?.start ?? 0, end: after?.end ?? 0 };
}

function slice(text: string, list: readonly Token[], from: number, to: number): string {
  return to > from ? text.slice(certain(list[from]).start, certain(list[to - 1]).end) : '';
}
