/**
 * Where an altered quotation differs from the words it was taken from, word by word. Used to show a
 * difference and to find the nearest text; never to let a quotation pass.
 */
import { sameButInitial, type Token } from './tokens';
import type { SourceIndex, SourceText } from './source';
import { certain } from '../../certain';

/** Tokens of the quotation and the source's in their place; either stretch may be empty. */
interface Hunk {
  readonly quoteFrom: number;
  readonly quoteTo: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
}

/** How near a quotation comes to a text: 0 to 1, the weight of its words found in order. */
export interface Comparison {
  readonly source: SourceText;
  readonly similarity: number;
  readonly from: number;
  readonly to: number;
  readonly hunks: readonly Hunk[];
}

const enum Move {
  both,
  quote,
  source,
}
/** So many cells of the table at most; a longer quotation is compared no further than exactness. */
const mostCells = 2_000_000;

/** So many cells are filled in one step. */
const cellsAtOnce = 16_000;

let moveCells = new Uint8Array(0);
let lineCells: readonly [Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0)];

/**
 * A table of zeros: one for all comparisons of one step, since a long draft has thousands and each is over before the
 * next.
 */
function table(cells: number): Uint8Array {
  if (cells > cellsAtOnce) return new Uint8Array(cells);
  if (moveCells.length < cells) moveCells = new Uint8Array(Math.max(cells, 2 * moveCells.length));
  else moveCells.fill(0, 0, cells);
  return moveCells;
}

/**
 * Two lines of a table, the first of zeros.
 * @param own whether they are for this comparison alone
 */
function lines(cells: number, own: boolean): [Float64Array, Float64Array] {
  if (own) return [new Float64Array(cells), new Float64Array(cells)];
  const [first, second] =
    lineCells[0].length < cells ? (lineCells = [new Float64Array(2 * cells), new Float64Array(2 * cells)]) : lineCells;
  first.fill(0, 0, cells);
  return [first, second];
}

/** How near a quotation can come to a text at most: the weight of the words that both have, in whatever order. */
export function nearness(index: SourceIndex, quote: readonly Token[]): (source: SourceText) => number {
  /** The quotation's words by number, and how often and how much each counts. */
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const weights: number[] = [];
  let all = 0;
  for (const token of quote) {
    if (token.kind !== 'word') continue;
    let number = numbers.get(token.norm);
    if (number === undefined) {
      number = counts.push(0) - 1;
      numbers.set(token.norm, number);
      weights.push(weigh(index, token));
    }
    counts[number] = certain(counts[number]) + 1;
    all += certain(weights[number]);
  }
  const first = quote[0];
  return source => {
    const left = counts.slice();
    // The first word may differ in the case of its initial; and sums of fractions differ by a little.
    let shared = 1e-9 + (first?.kind === 'word' ? weigh(index, first) : 0);
    for (const { norm } of source.tokens) {
      const number = numbers.get(norm);
      if (number === undefined || left[number] === 0) continue;
      left[number] = certain(left[number]) - 1;
      shared += certain(weights[number]);
    }
    return all > 0 ? shared / all : 0;
  };
}

/**
 * Numbers for the words of a quotation, one for all others: the table has thousands of cells, in which numbers are
 * sooner compared.
 */
function numberedBy(quote: readonly Token[]): (norm: string) => number {
  const numbers = new Map<string, number>();
  for (const { norm } of quote) if (!numbers.has(norm)) numbers.set(norm, numbers.size);
  return norm => numbers.get(norm) ?? -1;
}

/** The quotation laid over the stretch of `source` that it resembles most; in steps, where it is long. */
export function* comparing(
  index: SourceIndex,
  quote: readonly Token[],
  source: SourceText,
): Generator<void, Comparison> {
  const last = quote.at(-1)?.norm;
  const mine = last === '.' || last === ',' ? quote.slice(0, -1) : quote;
  const theirs = source.tokens;
  const none = { source, similarity: 0, from: 0, to: 0, hunks: [] };
  const rows = mine.length;
  const columns = theirs.length;
  if (rows === 0 || columns === 0 || rows * columns > mostCells) return none;
  const same = (row: number, column: number): boolean => {
    const a = mine[row];
    const b = theirs[column];
    if (!a || !b) return false;
    return a.norm === b.norm || (row === 0 && a.kind === 'word' && sameButInitial(a.norm, b.norm));
  };
  const numbered = numberedBy(mine);
  const texts = theirs.map(({ norm }) => numbered(norm));
  const width = columns + 1;
  const cells = (rows + 1) * width;
  const moves = table(cells);
  // Two lines in turn: each is written whole before it is read.
  let [above, line] = lines(width, cells > cellsAtOnce);
  let filled = 0;
  for (let row = 1; row <= rows; row++) {
    filled += width;
    if (filled > cellsAtOnce) {
      filled = 0;
      yield;
    }
    const token = certain(mine[row - 1]);
    const number = numbered(token.norm);
    // The first word may differ in the case of its initial.
    const words = row === 1 ? texts.map((each, at) => (same(0, at) ? number : each)) : texts;
    fill({ above, line, moves, from: row * width, words }, token, number);
    [above, line] = [line, above];
  }
  let column = 0;
  for (let each = 1; each <= columns; each++) if ((above[each] ?? 0) > (above[column] ?? 0)) column = each;
  return trace(index, mine, source, moves, column, same);
}

interface Row {
  /** The best sums up to each word of the source, for the tokens before and with this one. */
  readonly above: Float64Array;
  readonly line: Float64Array;
  /** How each sum came about, of this one from `from` on. */
  readonly moves: Uint8Array;
  readonly from: number;
  /** The source's tokens, by number. */
  readonly words: readonly number[];
}

/** Fills in the row of one token of the quotation, which has a number. */
function fill({ above, line, moves, from, words }: Row, token: Token, number: number): void {
  const loss = lossOf(token);
  const gain = token.kind === 'word' ? 2 : 0.5;
  // What follows an ellipsis may stand anywhere further on.
  const skip = token.kind === 'ellipsis' ? 0 : 0.6;
  let corner = above[0] ?? 0;
  let left = corner - loss;
  line[0] = left;
  moves[from] = Move.quote;
  for (let column = 1; column <= words.length; column++) {
    const over = above[column] ?? 0;
    const diagonal = corner + (words[column - 1] === number ? gain : -0.9);
    const sourceOnly = left - skip;
    const best = Math.max(diagonal, over - loss, sourceOnly);
    line[column] = best;
    if (best === diagonal) moves[from + column] = Move.both;
    else moves[from + column] = best === sourceOnly ? Move.source : Move.quote;
    corner = over;
    left = best;
  }
}

/** What it costs that the source lacks a token of the quotation. */
function lossOf({ kind }: Token): number {
  if (kind === 'ellipsis') return 0;
  return kind === 'word' ? 1 : 0.3;
}

function trace(
  index: SourceIndex,
  mine: readonly Token[],
  source: SourceText,
  moves: Uint8Array,
  end: number,
  same: (row: number, column: number) => boolean,
): Comparison {
  const width = source.tokens.length + 1;
  const hunks: Hunk[] = [];
  let open: { quoteTo: number; sourceTo: number } | undefined;
  let row = mine.length;
  let column = end;
  let first = end;
  let found = 0;
  const close = (): void => {
    if (open) hunks.push({ quoteFrom: row, sourceFrom: column, ...open });
    open = undefined;
  };
  while (row > 0) {
    const move = moves[row * width + column] as Move;
    if (move === Move.both && same(row - 1, column - 1)) {
      close();
      row--;
      column--;
      first = column;
      const token = certain(mine[row]);
      if (token.kind === 'word') found += weigh(index, token);
      continue;
    }
    const ellipsis = mine[row - 1]?.kind === 'ellipsis';
    if (ellipsis && move !== Move.both) close();
    else open ??= { quoteTo: row, sourceTo: column };
    if (move !== Move.source) row--;
    if (move !== Move.quote) column--;
  }
  close();
  let all = 0;
  for (const token of mine) if (token.kind === 'word') all += weigh(index, token);
  const laid = { from: Math.min(first, column), to: end, hunks: hunks.toReversed() };
  return { source, similarity: all > 0 ? found / all : 0, ...withinSentences(mine, source, laid) };
}

type Laid = Pick<Comparison, 'from' | 'to' | 'hunks'>;

/**
 * Without the words of a sentence before or behind that stand against words of the drafter's own: "… could not work on
 * their own" ends where "could not work alone." does, not with the "It" of the next sentence.
 */
function withinSentences(mine: readonly Token[], source: SourceText, { from, to, hunks }: Laid): Laid {
  const end = endWithin(mine, source, hunks.at(-1), to);
  const ended = end === to ? hunks : hunks.with(hunks.length - 1, { ...certain(hunks.at(-1)), sourceTo: end });
  const begin = beginWithin(mine, source, ended[0], from);
  return {
    from: begin,
    to: end,
    hunks: begin === from ? ended : ended.with(0, { ...certain(ended[0]), sourceFrom: begin }),
  };
}

/** Whether the words of the quotation in a difference are of one sentence. */
const isOne = (mine: readonly Token[], { quoteFrom, quoteTo }: Hunk): boolean =>
  quoteTo > quoteFrom && mine.slice(quoteFrom, quoteTo).every(({ norm }) => norm !== '.');

function endWithin(mine: readonly Token[], source: SourceText, last: Hunk | undefined, end: number): number {
  if (last?.quoteTo !== mine.length || last.sourceTo !== end || !isOne(mine, last)) return end;
  const next = source.sentenceStarts.find(start => start > last.sourceFrom && start < end);
  if (next === undefined) return end;
  return source.tokens[next - 1]?.norm === '.' && next - 1 > last.sourceFrom ? next - 1 : next;
}

function beginWithin(mine: readonly Token[], source: SourceText, first: Hunk | undefined, begin: number): number {
  if (first?.quoteFrom !== 0 || first.sourceFrom !== begin || !isOne(mine, first)) return begin;
  return source.sentenceStarts.findLast(start => start > begin && start <= first.sourceTo) ?? begin;
}

function weigh(index: SourceIndex, token: Token): number {
  return Math.max(0.3, index.weight(token.norm));
}
