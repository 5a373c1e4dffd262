/** A quotation pieced together from several entries, each piece exact. */
import { sameButInitial, type Token } from './tokens';
import type { SourceIndex, SourceText } from './source';
import { certain } from '../../certain';

interface Run {
  readonly source: SourceText;
  readonly from: number;
  readonly to: number;
  readonly words: number;
  /** Every text that has it. */
  readonly all: ReadonlySet<SourceText>;
}

const leastWords = 4;
const mostWords = 2_000;
/** From so many words a run is looked for in one step. */
const triedAtOnce = 100;

/**
 * The texts a quotation runs across, in its order; one alone where it has every piece, in another
 * order; undefined if the quotation is not made of exact pieces. In steps, where it is long.
 */
export function* splice(index: SourceIndex, quote: readonly Token[]): Generator<void, SourceText[] | undefined> {
  const words: number[] = [];
  quote.forEach((token, at) => {
    if (token.kind === 'word') words.push(at);
  });
  // Nobody quotes so much as one piece by mistake.
  if (words.length > mostWords) return undefined;
  const runs: Run[] = [];
  let word = 0;
  let tried = 0;
  while (word + 2 < words.length) {
    if (++tried % triedAtOnce === 0) yield;
    const run = longest(index, quote, words, word, runs.at(-1)?.source);
    if (!run || run.words < leastWords) {
      word++;
      continue;
    }
    runs.push(run);
    while (word < words.length && certain(words[word]) < run.to) word++;
  }
  const covered = runs.reduce((sum, run) => sum + run.words, 0);
  const sources = [...new Set(runs.map(run => run.source))];
  if (covered < 0.85 * words.length) return undefined;
  const one = [...(runs[0]?.all ?? [])].find(source => runs.every(run => run.all.has(source)));
  if (one) return [one];
  return sources.length > 1 ? sources : undefined;
}

/** The longest exact run from this word of the quotation on; on a tie the text of the run before. */
function longest(
  index: SourceIndex,
  quote: readonly Token[],
  words: readonly number[],
  word: number,
  before: SourceText | undefined,
): Run | undefined {
  const from = certain(words[word]);
  let best: Run | undefined;
  let all = new Set<SourceText>();
  const three = [from, certain(words[word + 1]), certain(words[word + 2])] as const;
  for (const { source, token } of index.places(quote, three, 200)) {
    if (!source.entry || source.tokens[token]?.glued) continue;
    const run = runFrom(quote, from, source, token);
    if (!best || run.words > best.words) {
      all = new Set([source]);
      best = { source, from, ...run, all };
    } else if (run.words === best.words) {
      all.add(source);
      if (source === before) best = { source, from, ...run, all };
    }
  }
  return best;
}

/** How far a quotation and a text go on alike from a token of each; the first may differ in its first letter's case. */
function runFrom(
  quote: readonly Token[],
  from: number,
  { tokens }: SourceText,
  token: number,
): Pick<Run, 'to' | 'words'> {
  let words = 0;
  let to = from;
  for (let over = token; to < quote.length && over < tokens.length; to++, over++) {
    const [mine, theirs] = [certain(quote[to]), certain(tokens[over])];
    if (mine.norm !== theirs.norm && !(to === from && sameButInitial(mine.norm, theirs.norm))) break;
    if (mine.kind === 'word') words++;
  }
  return { to, words };
}
