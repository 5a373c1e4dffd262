import type { Corpus, Finding, Passage, Sentence } from './types';

/** What an id names: a finding or passage, and the sentence of it where the id is a sentence's. */
export interface Resolved {
  readonly corpus: Corpus;
  readonly entry: Finding | Passage;
  readonly sentence?: Sentence;
}

/** All corpora together: where every id is looked up. */
export class Library {
  readonly findings: readonly Finding[];
  readonly passages: readonly Passage[];
  readonly #byId = new Map<string, Resolved>();
  readonly #corpora = new Map<string, Corpus>();

  constructor(readonly corpora: readonly Corpus[]) {
    this.findings = Object.freeze(corpora.flatMap(corpus => corpus.findings));
    this.passages = Object.freeze(corpora.flatMap(corpus => corpus.passages));
    for (const corpus of corpora) {
      this.#corpora.set(corpus.id, corpus);
      for (const entry of [...corpus.findings, ...corpus.passages]) {
        this.#byId.set(entry.id, { corpus, entry });
        for (const sentence of entry.sentences) this.#byId.set(sentence.id, { corpus, entry, sentence });
      }
    }
  }

  /** The finding, passage or sentence an id names, or undefined. */
  resolve(id: string): Resolved | undefined {
    return this.#byId.get(id);
  }

  corpus(id: string): Corpus | undefined {
    return this.#corpora.get(id);
  }
}

/** Whether an entry is one of the conclusions, and not background. */
export function isFinding(entry: Finding | Passage): entry is Finding {
  return 'theme' in entry;
}
