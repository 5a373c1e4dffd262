/**
 * One quotation laid over one text of the source: exact, but for the changes that the UN Editorial
 * Manual permits in a quotation (https://www.un.org/dgacm/en/node/4440), marked omissions, and the
 * drafter's own words in square brackets.
 */
import { sameButInitial, type Token } from './tokens';
import type { Correction, SourceText } from './source';
import { limitBefore, type Limit } from './limit';
import { certain } from '../../certain';

/** A change the Editorial Manual permits, found in a quotation. */
export type Permitted = 'initialCase' | 'finalPunctuation' | 'correction';

/** Source tokens left out where the quotation has an ellipsis: from `from` up to, not including, `to`. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** The quotation's token that stands for what is left out: the ellipsis, or the bracket's `[`. */
  readonly at: number;
  /** The bracket's `]`, where a bracket replaces the words. */
  readonly close?: number;
}

/** Where and how a quotation agrees with a text. Token indexes of the source text; `to` is exclusive. */
export interface Alignment {
  readonly source: SourceText;
  readonly from: number;
  readonly to: number;
  readonly permitted: ReadonlySet<Permitted>;
  readonly omissions: readonly Gap[];
  /** The drafter's bracketed words; `from === to` where they are added and replace nothing. */
  readonly brackets: readonly Gap[];
  /** The word of quantity that the quotation cuts off at its beginning. */
  readonly limit: Limit | undefined;
}

/**
 * How much an alignment leaves out. A word of quantity right before it counts less than any word within, but more than
 * one that a bracket at the beginning stands for.
 */
export function leftOut(found: Alignment): number {
  const gaps = [...found.omissions, ...found.brackets].reduce((sum, gap) => sum + gap.to - gap.from, 0);
  if (!found.limit) return gaps;
  return gaps + (found.brackets[0]?.at === 0 ? 1.5 : 0.5);
}

interface Trail {
  readonly to: number;
  readonly permitted: readonly Permitted[];
  readonly omissions: readonly Gap[];
  readonly brackets: readonly Gap[];
}

/** So many source words may stand where a bracket stands. */
const replaceable = 12;

/** A quotation with more ellipses and brackets than this is laid over nothing: it cannot be honest. */
const mostBreaks = 100;

/** The best alignment of the quotation with `source`: the one that leaves out least. */
export function align(quote: readonly Token[], source: SourceText, starts?: readonly number[]): Alignment | undefined {
  if (breaksIn(quote) > mostBreaks) return undefined;
  const aligner = new Aligner(quote, source);
  let best: Alignment | undefined;
  let least = Infinity;
  const count = starts?.length ?? source.tokens.length;
  // By number: an iterator makes an object of each, and there are thousands for each quotation.
  for (let at = 0; at < count; at++) {
    const from = starts?.[at] ?? at;
    const trail = aligner.from(from);
    if (!trail) continue;
    const { to, permitted, omissions, brackets: bracketed } = trail;
    const found = {
      source,
      from,
      to,
      permitted: new Set(permitted),
      omissions,
      brackets: bracketed,
      limit: limitBefore(source, from, to),
    };
    const left = leftOut(found);
    if (left >= least) continue;
    least = left;
    best = found;
    if (left === 0) break;
  }
  return best;
}

/** Counted without a list of them: a quotation is laid over many texts. */
function breaksIn(quote: readonly Token[]): number {
  let breaks = 0;
  for (const { kind } of quote) if (kind === 'ellipsis' || kind === 'open') breaks++;
  return breaks;
}

class Aligner {
  readonly #quote: readonly Token[];
  readonly #source: readonly Token[];
  readonly #corrections: readonly Correction[];
  // Of the texts that a quotation is laid over most are refused at their first words: they need neither.
  #failed: Set<number> | undefined;
  #closers: ReadonlyMap<number, number> | undefined;

  constructor(quote: readonly Token[], source: SourceText) {
    // An ellipsis at either end only says that the sentence goes on.
    let first = 0;
    let last = quote.length;
    while (first < last && quote[first]?.kind === 'ellipsis' && source.tokens[0]?.kind !== 'ellipsis') first++;
    while (last > first && quote[last - 1]?.kind === 'ellipsis') last--;
    this.#first = first;
    this.#last = last;
    this.#quote = quote;
    this.#source = source.tokens;
    this.#corrections = source.corrections;
  }

  readonly #first: number;
  readonly #last: number;

  from(start: number): Trail | undefined {
    if (this.#first >= this.#last || !this.#boundary(start)) return undefined;
    // Cheap refusal before any trail is laid.
    const head = certain(this.#quote[this.#first]);
    const source = certain(this.#source[start]);
    if (head.kind === 'word' && !head.edited && !sameButInitial(head.norm, source.norm) && !this.#correction(start))
      return undefined;
    return this.#step(this.#first, start, true);
  }

  /** The source's own mistake at a token, with its correction. */
  #correction(start: number): Correction | undefined {
    return this.#corrections.length === 0 ? undefined : this.#corrections.find(({ from }) => from === start);
  }

  /** Whether a written word may be cut before this token: no, inside `cross-border`. */
  #boundary(at: number): boolean {
    return !this.#source[at]?.glued;
  }

  #step(quoteAt: number, sourceAt: number, opening: boolean): Trail | undefined {
    const key = (quoteAt * (this.#source.length + 1) + sourceAt) * 2 + Number(opening);
    if (this.#failed?.has(key) === true) return undefined;
    const trail = this.#try(quoteAt, sourceAt, opening);
    if (!trail) (this.#failed ??= new Set()).add(key);
    return trail;
  }

  #try(quoteAt: number, sourceAt: number, opening: boolean): Trail | undefined {
    const permitted: Permitted[] = [];
    let at = quoteAt;
    let over = sourceAt;
    let start = opening;
    for (;;) {
      if (at >= this.#last) return this.#boundary(over) ? this.#ended(over, permitted) : undefined;
      const corrected = this.#corrected(at, over, start);
      if (corrected) return behind({ permitted }, corrected);
      const mine = certain(this.#quote[at]);
      if (mine.kind === 'ellipsis') return behind({ permitted }, this.#ellipsis(at, over));
      const close = (this.#closers ??= brackets(this.#quote)).get(at);
      if (close !== undefined) return behind({ permitted }, this.#bracketed(at, close, over, start));
      const theirs = this.#source[over];
      if (mine.edited) return behind({ permitted }, this.#edited(at, over, start));
      const agreement = theirs && agreementOf(mine, theirs, start);
      if (!agreement) return this.#closingMarks(at, over, permitted);
      if (agreement === 'initialCase') permitted.push(agreement);
      if (mine.kind === 'word') start = false;
      at++;
      over++;
    }
  }

  /** The trail over a mistake of the source's own that the quotation has as it is meant. */
  #corrected(at: number, over: number, start: boolean): Trail | undefined {
    const correction = this.#correction(over);
    if (!correction || !this.#reads(at, correction)) return undefined;
    const { reading, to } = correction;
    const rest = this.#step(at + reading.length, to, start && reading.length === 0);
    return behind({ permitted: ['correction'] }, rest);
  }

  /** The trail from an ellipsis on: the source's own, or the drafter's for words that are left out. */
  #ellipsis(at: number, over: number): Trail | undefined {
    const literal = this.#source[over]?.kind === 'ellipsis' ? this.#step(at + 1, over + 1, false) : undefined;
    return literal ?? this.#gap(at, over);
  }

  /** The trail from a bracket on: the source's own, one that shows a changed case, or the drafter's for other words. */
  #bracketed(at: number, close: number, over: number, start: boolean): Trail | undefined {
    const theirs = this.#source[over];
    const literal = theirs?.kind === 'open' ? this.#step(at + 1, over + 1, false) : undefined;
    // "[A] cautious approach": a whole word in brackets whose case alone is changed.
    const inner = close === at + 2 ? certain(this.#quote[at + 1]) : undefined;
    if (theirs && inner && isInOtherCase(inner, theirs)) {
      const rest = this.#step(close + 1, over + 1, false);
      if (rest) return behind({ permitted: ['initialCase'] }, rest);
    }
    return literal ?? this.#bracket(at, close, over, start);
  }

  /** The trail from a word on that has letters of the drafter's in brackets. */
  #edited(at: number, over: number, start: boolean): Trail | undefined {
    const edited = this.#quote[at]?.edited;
    const theirs = this.#source[over];
    if (!edited || !theirs || !completes(edited, theirs, start)) return undefined;
    const rest = this.#step(at + 1, over + 1, false);
    return behind({ brackets: [{ from: over, to: over + 1, at, close: at }] }, rest);
  }

  #reads(at: number, { reading }: Correction): boolean {
    return (
      at + reading.length <= this.#last && reading.every((token, index) => token.norm === this.#quote[at + index]?.norm)
    );
  }

  #ended(to: number, permitted: readonly Permitted[]): Trail {
    const dropped =
      /^[.!?]$/.test(this.#source[to]?.norm ?? '') && !/^[.!?]$/.test(this.#quote[this.#last - 1]?.norm ?? '');
    return { to, permitted: dropped ? [...permitted, 'finalPunctuation'] : permitted, omissions: [], brackets: [] };
  }

  /** A stop or comma of the drafter's own, and the closing of an inner quotation that is cut short. */
  #closingMarks(at: number, over: number, permitted: readonly Permitted[]): Trail | undefined {
    if (!this.#boundary(over)) return undefined;
    const own = this.#quote[at]?.norm;
    const afterStop = isStop(own) ? at + 1 : at;
    const rest = this.#afterInner(afterStop, over, afterStop === at);
    if (rest === undefined || rest === at) return undefined;
    if (rest >= this.#last)
      return { to: over, permitted: [...permitted, 'finalPunctuation'], omissions: [], brackets: [] };
    // "….": the stop closes the part before an omission.
    if (this.#quote[rest]?.kind !== 'ellipsis' || rest > afterStop || own === ',') return undefined;
    const trail = this.#step(rest, over, false);
    return behind({ permitted: [...permitted, 'finalPunctuation'] }, trail);
  }

  /**
   * Behind the mark at a place that closes an inner quotation, with a stop there; the place itself where no mark stands.
   * Undefined where the mark answers none that the quotation opened.
   */
  #afterInner(at: number, over: number, mayStop: boolean): number | undefined {
    if (this.#quote[at]?.kind !== 'quote') return at;
    let open = 0;
    for (let index = this.#first; index < at; index++) if (this.#quote[index]?.kind === 'quote') open++;
    if (open % 2 === 0 && this.#source[over]?.kind !== 'quote') return undefined;
    return mayStop && isStop(this.#quote[at + 1]?.norm) ? at + 2 : at + 1;
  }

  #gap(at: number, over: number): Trail | undefined {
    if (!this.#boundary(over)) return undefined;
    for (let next = over; next < this.#source.length; next++) {
      if (!this.#boundary(next)) continue;
      const rest = this.#step(at + 1, next, true);
      if (rest) return behind({ omissions: next > over ? [{ from: over, to: next, at }] : [] }, rest);
    }
    return undefined;
  }

  #bracket(at: number, close: number, over: number, start: boolean): Trail | undefined {
    if (!this.#boundary(over)) return undefined;
    for (let words = 0; words <= replaceable && over + words <= this.#source.length; words++) {
      const next = over + words;
      if (!this.#boundary(next)) continue;
      const rest = this.#step(close + 1, next, start);
      if (rest) return behind({ brackets: [{ from: over, to: next, at, close }] }, rest);
    }
    return undefined;
  }
}

/** A trail with what was changed, left out or bracketed before it. */
function behind(before: Partial<Trail>, rest: Trail | undefined): Trail | undefined {
  const { permitted = [], omissions = [], brackets: bracketed = [] } = before;
  return (
    rest && {
      to: rest.to,
      permitted: [...permitted, ...rest.permitted],
      omissions: [...omissions, ...rest.omissions],
      brackets: [...bracketed, ...rest.brackets],
    }
  );
}

/** How a token of the quotation agrees with the source's: but for its first letter's case where it begins. */
function agreementOf(mine: Token, theirs: Token, start: boolean): 'same' | 'initialCase' | undefined {
  if (mine.norm === theirs.norm) return mine.bracketed ? 'initialCase' : 'same';
  return (start || mine.bracketed) && isInOtherCase(mine, theirs) ? 'initialCase' : undefined;
}

/** Whether a word is the source's but for the case of its first letter. */
function isInOtherCase(mine: Token, theirs: Token): boolean {
  return mine.kind === 'word' && mine.norm !== theirs.norm && sameButInitial(mine.norm, theirs.norm);
}

const isStop = (norm: string | undefined): boolean => norm === '.' || norm === ',';

/** Whether a source word is the edited one but for the letters in brackets: `called` or `call` for `call[ed]`. */
function completes({ before, after }: NonNullable<Token['edited']>, { kind, norm }: Token, start: boolean): boolean {
  if (kind !== 'word' || norm.length < before.length + after.length || !norm.endsWith(after)) return false;
  const beginning = norm.slice(0, before.length);
  return beginning === before || (start && sameButInitial(beginning, before));
}

/** The `]` of every `[` of the quotation. */
function brackets(quote: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  quote.forEach((token, index) => {
    if (token.kind === 'open') open.push(index);
    else if (token.kind === 'close') {
      const from = open.pop();
      if (from !== undefined) pairs.set(from, index);
    }
  });
  return pairs;
}
