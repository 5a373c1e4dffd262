/**
 * The source prepared for exact look-up: the words of every entry, an index from three words in a
 * row to their places, and how rare each word is. Built once a library.
 */
import type { Finding, Passage } from '../../corpus/types';
import type { Library } from '../../corpus/library';
import { tokens, type Token } from './tokens';
import { visible } from './visible';

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

export interface Place {
  readonly source: SourceText;
  readonly token: number;
}

/** The words of plain text. */
export function plainTokens(text: string): Token[] {
  return tokens(visible(text, 0, text.length, [], 'plain'));
}

export class SourceIndex {
  readonly texts: readonly SourceText[];
  readonly #byId = new Map<string, SourceText>();
  readonly #grams = new Map<string, Place[]>();
  readonly #postings = new Map<string, SourceText[]>();

  constructor(readonly library: Library) {
    const texts: SourceText[] = [];
    for (const corpus of library.corpora) {
      for (const entry of [...corpus.findings, ...corpus.passages]) {
        const prepared = prepare(corpus.id, entry.text, entry, corpus.defects.filter(
          defect => defect.correction !== undefined && defect.start >= entry.start && defect.end <= entry.end,
        ) as readonly Required<{ text: string; correction: string }>[]);
        this.#byId.set(entry.id, prepared);
        texts.push(prepared);
      }
      const titles = corpus.document.titles.en;
      const headings = [
        ...corpus.days.flatMap(day => [day.text, day.title]),
        ...corpus.panels.flatMap(panel => [panel.text, panel.title]),
        ...corpus.themes.map(theme => theme.heading),
        `${titles.series}: ${titles.session} – ${titles.document}`, titles.session,
      ];
      for (const heading of headings) texts.push(prepare(corpus.id, heading, undefined, []));
    }
    this.texts = texts;
    for (const text of texts) this.#add(text);
  }

  #add(source: SourceText): void {
    const words = new Set<string>();
    const places: number[] = [];
    source.tokens.forEach((token, index) => {
      if (token.kind !== 'word') return;
      words.add(token.norm.toLowerCase());
      places.push(index);
    });
    for (let index = 0; index + 2 < places.length; index++) {
      const key = gram(source.tokens, places[index]!, places[index + 1]!, places[index + 2]!);
      const list = this.#grams.get(key);
      const place = { source, token: places[index]! };
      if (list) list.push(place);
      else this.#grams.set(key, [place]);
    }
    for (const word of words) {
      const list = this.#postings.get(word);
      if (list) list.push(source);
      else this.#postings.set(word, [source]);
    }
  }

  /** The text of the entry with this id (a sentence's id gives its entry). */
  of(id: string): SourceText | undefined {
    return this.#byId.get(this.library.resolve(id)?.entry.id ?? id);
  }

  /** Where three words in a row occur, whatever marks stand between them. */
  places(list: readonly Token[], first: number, second: number, third: number): readonly Place[] {
    return this.#grams.get(gram(list, first, second, third)) ?? [];
  }

  /** How much a shared word tells: 0 for one in every text, more for rare ones. */
  weight(word: string): number {
    return Math.log((1 + this.texts.length) / (1 + (this.#postings.get(word.toLowerCase())?.length ?? 0)));
  }

  /** The texts that share most with these words, weighed by rarity; at most `limit`, best first. */
  nearest(list: readonly Token[], limit: number): SourceText[] {
    const votes = new Map<SourceText, number>();
    const common = Math.max(60, this.texts.length / 10);
    for (const word of new Set(list.filter(token => token.kind === 'word').map(token => token.norm.toLowerCase()))) {
      const posting = this.#postings.get(word);
      if (!posting || posting.length > common) continue;
      const weight = this.weight(word);
      for (const source of posting) votes.set(source, (votes.get(source) ?? 0) + weight);
    }
    return [...votes].sort((a, b) => b[1] - a[1]).slice(0, limit).map(([source]) => source);
  }
}

function gram(list: readonly Token[], first: number, second: number, third: number): string {
  return `${list[first]?.norm.toLowerCase()} ${list[second]?.norm.toLowerCase()} ${list[third]?.norm.toLowerCase()}`;
}

function prepare(
  corpus: string,
  text: string,
  entry: Finding | Passage | undefined,
  defects: readonly { readonly text: string; readonly correction: string }[],
): SourceText {
  const list = plainTokens(text);
  const sentenceStarts: number[] = [];
  let from = 0;
  for (const sentence of entry?.sentences ?? []) {
    const at = Math.max(from, text.indexOf(sentence.text, from));
    const token = list.findIndex(each => each.start >= at);
    if (token >= 0) sentenceStarts.push(token);
    from = at + sentence.text.length;
  }
  if (sentenceStarts.length === 0) sentenceStarts.push(0);
  return { corpus, text, entry, tokens: list, sentenceStarts, corrections: defects.flatMap(defect => correction(text, list, defect)) };
}

/** The tokens a listed error replaces, without the words around it that are right. */
function correction(text: string, list: readonly Token[], defect: { readonly text: string; readonly correction: string }): Correction[] {
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
