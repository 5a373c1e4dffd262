// The corpora together, where every id is looked up.
import { lazy } from '../lazy';
import type { Corpus, Finding, Passage, Sentence } from './types';

/** What an id names: a finding or passage, and the sentence of it where the id is a sentence's. */
interface Resolved {
  readonly corpus: Corpus;
  readonly entry: Finding | Passage;
  readonly sentence?: Sentence;
}

/** All corpora together: where every id is looked up. */
export class Library {
  readonly #held: () => Held;

  /** @param corpora the corpora, or how to read them: that is done when the library is first asked for something */
  constructor(corpora: readonly Corpus[] | (() => readonly Corpus[])) {
    this.#held = lazy(() => held(typeof corpora === 'function' ? corpora() : corpora));
  }

  get corpora(): readonly Corpus[] {
    return this.#held().corpora;
  }

  /** The conclusions of all corpora, in their order. */
  get findings(): readonly Finding[] {
    return this.#held().findings;
  }

  /** The passages around the conclusions, of all corpora, in their order. */
  get passages(): readonly Passage[] {
    return this.#held().passages;
  }

  /** The finding, passage or sentence an id names, or undefined. */
  resolve(id: string): Resolved | undefined {
    return this.#held().byId.get(id);
  }

  corpus(id: string): Corpus | undefined {
    return this.#held().byCorpus.get(id);
  }
}

/** A library without documents: for reading Markdown where nothing that is cited matters. */
export const noLibrary = new Library([]);

/** What a library holds, and where it looks ids up. */
interface Held {
  readonly corpora: readonly Corpus[];
  readonly findings: readonly Finding[];
  readonly passages: readonly Passage[];
  readonly byId: ReadonlyMap<string, Resolved>;
  readonly byCorpus: ReadonlyMap<string, Corpus>;
}

function held(corpora: readonly Corpus[]): Held {
  const byId = new Map<string, Resolved>();
  for (const corpus of corpora) {
    for (const entry of [...corpus.findings, ...corpus.passages]) {
      byId.set(entry.id, { corpus, entry });
      for (const sentence of entry.sentences) byId.set(sentence.id, { corpus, entry, sentence });
    }
  }
  return {
    corpora,
    findings: Object.freeze(corpora.flatMap(corpus => corpus.findings)),
    passages: Object.freeze(corpora.flatMap(corpus => corpus.passages)),
    byId,
    byCorpus: new Map(corpora.map(corpus => [corpus.id, corpus])),
  };
}

/** Whether an entry is one of the conclusions, and not background. */
export function isFinding(entry: Finding | Passage): entry is Finding {
  return 'theme' in entry;
}

/** Whether an id names what can be cited: a finding, passage, sentence, or a document as a whole. */
export function isCitable(library: Library, id: string): boolean {
  return library.resolve(id) !== undefined || library.corpus(id) !== undefined;
}

/** Thrown when ids are asked for that the library does not hold; names them all. */
export class UnknownIdsError extends Error {
  override readonly name = 'UnknownIdsError';

  constructor(readonly ids: readonly string[]) {
    super(`Unknown: ${ids.join(', ')}`);
  }
}
