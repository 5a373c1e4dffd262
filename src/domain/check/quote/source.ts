/**
 * The source prepared for exact look-up: the words of every entry, an index from three words in a
 * row to their places, and how rare each word is. Made once a library, in steps.
 */
import type { Finding, Passage } from '../../corpus/types';
import type { Library } from '../../corpus/library';
import { rarity } from '../../text/rarity';
import { tokens, type Token } from './tokens';
import { visible } from './visible';
import { certain } from '../../certain';
import { WorkInSteps } from '../../workInSteps';

/** A listed typographical error: its tokens may be replaced by the evident reading. */
export interface Correction {
  readonly from: number;
  readonly to: number;
  readonly reading: readonly Token[];
}

/** The words of a stretch of the source: an entry, or a heading or title, which is quotable too. */
export interface SourceText {
  /** The entry's id; for headings and titles, undefined. */
  readonly entry: Finding | Passage | undefined;
  readonly corpus: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly corrections: readonly Correction[];
  /** The token at which each sentence starts, ascending. */
  readonly sentenceStarts: readonly number[];
}

interface Place {
  readonly source: SourceText;
  readonly token: number;
}

/** The words of plain text. */
export function plainTokens(text: string): Token[] {
  return tokens(visible(text, 0, text.length, [], 'plain'));
}

/** A place is kept as one number: of its text, and of its token. */
const tokensOfText = 2 ** 16;
/** A text that has no vote, not even one that weighs nothing. */
const none = -1;
/** A run of words is looked up as one number: of what comes before, and of the last word. */
const mostWords = 2 ** 26;

/**
 * It is kept in numbers, and the words of a text are read again when they are asked for: with the words of a great
 * library as objects, each great collection of garbage would hold up the host for half a second.
 */
export class SourceIndex {
  readonly texts: readonly SourceText[];
  readonly #byId = new Map<string, SourceText>();
  /** Each word by number, each two in a row, and where each three in a row are: one place, or several in order. */
  readonly #words = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly #places = new Map<number, number | number[]>();
  /** The numbers of the texts that hold each word, by its number, in order. */
  readonly #holders: number[][] = [];
  /** How much each word tells, by its number, and one that no text holds. */
  #weights = new Float64Array();
  #unknown = 0;
  /** What the words of a quotation give each text; none but while `nearest` runs. */
  readonly #votes: Float64Array;
  readonly #work = new WorkInSteps(this.#read());

  constructor(readonly library: Library) {
    const texts: SourceText[] = [];
    for (const corpus of library.corpora) {
      for (const entry of [...corpus.findings, ...corpus.passages]) {
        const prepared = new Prepared(
          corpus.id,
          entry.text,
          entry,
          corpus.defects.filter(
            defect => defect.correction !== undefined && defect.start >= entry.start && defect.end <= entry.end,
          ) as readonly Required<{ text: string; correction: string }>[],
        );
        this.#byId.set(entry.id, prepared);
        texts.push(prepared);
      }
      const titles = corpus.document.titles.en;
      const headings = [
        ...corpus.days.flatMap(day => [day.text, day.title]),
        ...corpus.panels.flatMap(panel => [panel.text, panel.title]),
        ...corpus.themes.map(theme => theme.heading),
        `${titles.series}: ${titles.session} – ${titles.document}`,
        titles.session,
      ];
      for (const heading of headings) texts.push(new Prepared(corpus.id, heading, undefined, []));
    }
    this.texts = texts;
    this.#votes = new Float64Array(texts.length).fill(none);
  }

  /** Reads the texts, one a step: whoever asks before that waits for all of them. */
  reading(): Generator<void, void> {
    return this.#work.steps();
  }

  *#read(): Generator<void, void> {
    for (const [number, text] of this.texts.entries()) {
      this.#add(text, number);
      yield;
    }
    const weight = (holders: number): number => rarity(this.texts.length, 1 + holders);
    this.#weights = Float64Array.from(this.#holders, holders => weight(holders.length));
    this.#unknown = weight(0);
  }

  #add(source: SourceText, number: number): void {
    const words: number[] = [];
    const places: number[] = [];
    plainTokens(source.text).forEach((token, index) => {
      if (token.kind !== 'word') return;
      const word = this.#numbered(token.norm.toLowerCase());
      words.push(word);
      places.push(number * tokensOfText + index);
      const holders = certain(this.#holders[word]);
      if (holders.at(-1) !== number) holders.push(number);
    });
    for (let index = 0; index + 2 < words.length; index++) {
      const pair = certain(words[index]) * mostWords + certain(words[index + 1]);
      let first = this.#pairs.get(pair);
      if (first === undefined) this.#pairs.set(pair, (first = this.#pairs.size));
      const run = first * mostWords + certain(words[index + 2]);
      const known = this.#places.get(run);
      if (known === undefined) this.#places.set(run, certain(places[index]));
      else if (typeof known === 'number') this.#places.set(run, [known, certain(places[index])]);
      else known.push(certain(places[index]));
    }
  }

  #numbered(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, this.#holders.length);
    return this.#holders.push([]) - 1;
  }

  /** The number of a word in whatever case: most have no capital, and are found as they are. */
  #numberOf(word: string): number | undefined {
    return this.#words.get(word) ?? this.#words.get(word.toLowerCase());
  }

  /** The text of the entry with this id (a sentence's id gives its entry). */
  of(id: string): SourceText | undefined {
    return this.#byId.get(this.library.resolve(id)?.entry.id ?? id);
  }

  /** Where three words in a row occur, whatever marks stand between them: the first so many places. */
  places(list: readonly Token[], [first, second, third]: readonly [number, number, number], limit: number): Place[] {
    this.#work.finish();
    const word = (at: number): number => this.#numberOf(list[at]?.norm ?? '') ?? Number.NaN;
    const run = (this.#pairs.get(word(first) * mostWords + word(second)) ?? Number.NaN) * mostWords + word(third);
    const known = this.#places.get(run) ?? [];
    const places = typeof known === 'number' ? [known] : known.slice(0, limit);
    return places.map(place => ({
      source: certain(this.texts[Math.floor(place / tokensOfText)]),
      token: place % tokensOfText,
    }));
  }

  /** How much a shared word tells: 0 for one in every text, more for rare ones. */
  weight(word: string): number {
    this.#work.finish();
    return this.#weights[this.#numberOf(word) ?? -1] ?? this.#unknown;
  }

  /** The texts that share most with these words, weighed by rarity; at most `limit`, best first. */
  nearest(list: readonly Token[], limit: number): SourceText[] {
    this.#work.finish();
    const common = Math.max(60, this.texts.length / 10);
    const seen = new Set<number>();
    const voted: number[] = [];
    const votes = this.#votes;
    for (const { kind, norm } of list) {
      const word = kind === 'word' ? this.#numberOf(norm) : undefined;
      if (word === undefined || seen.has(word)) continue;
      seen.add(word);
      const holders = certain(this.#holders[word]);
      if (holders.length > common) continue;
      const weight = certain(this.#weights[word]);
      for (const text of holders) {
        const before = certain(votes[text]);
        if (before < 0) voted.push(text);
        votes[text] = Math.max(0, before) + weight;
      }
    }
    const best = voted.sort((one, other) => certain(votes[other]) - certain(votes[one])).slice(0, limit);
    const texts = best.map(text => certain(this.texts[text]));
    for (const text of voted) votes[text] = none;
    return texts;
  }
}

interface Defect {
  readonly text: string;
  readonly correction: string;
}

/** A text whose words are read when they are first asked for. */
class Prepared implements SourceText {
  #tokens: readonly Token[] | undefined;
  #corrections: readonly Correction[] | undefined;
  #sentenceStarts: readonly number[] | undefined;

  constructor(
    readonly corpus: string,
    readonly text: string,
    readonly entry: Finding | Passage | undefined,
    private readonly defects: readonly Defect[],
  ) {}

  get tokens(): readonly Token[] {
    return (this.#tokens ??= plainTokens(this.text));
  }

  get corrections(): readonly Correction[] {
    return (this.#corrections ??= this.defects.flatMap(defect => correction(this.text, this.tokens, defect)));
  }

  get sentenceStarts(): readonly number[] {
    return (this.#sentenceStarts ??= sentenceStarts(this.text, this.tokens, this.entry));
  }
}

function sentenceStarts(text: string, list: readonly Token[], entry: Finding | Passage | undefined): number[] {
  const starts: number[] = [];
  let from = 0;
  for (const sentence of entry?.sentences ?? []) {
    const at = Math.max(from, text.indexOf(sentence.text, from));
    const token = list.findIndex(each => each.start >= at);
    if (token >= 0) starts.push(token);
    from = at + sentence.text.length;
  }
  return starts.length === 0 ? [0] : starts;
}

/** The tokens a listed error replaces, without the words around it that are right. */
function correction(text: string, list: readonly Token[], defect: Defect): Correction[] {
  const at = text.indexOf(defect.text);
  if (at < 0) return [];
  let from = list.findIndex(token => token.start >= at);
  let to = list.findIndex(token => token.start >= at + defect.text.length);
  if (to < 0) to = list.length;
  const reading = plainTokens(defect.correction);
  while (from < to && reading.length > 0 && list[from]?.norm === reading[0]?.norm) {
    from++;
    reading.shift();
  }
  while (from < to && reading.length > 0 && list[to - 1]?.norm === reading.at(-1)?.norm) {
    to--;
    reading.pop();
  }
  return [{ from, to, reading }];
}
