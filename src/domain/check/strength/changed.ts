/** What a paraphrase says otherwise than the source: the draft's words and the source's, as stretches of words. */
import type { Read, Stretch } from './words';

export interface Changed {
  readonly kind: 'figure' | 'quantity' | 'modal';
  /** What is shown of the draft, and what of the source. */
  readonly said: Stretch;
  readonly instead: Stretch;
  /** The draft's words that give way to the source's, if that leaves the sentence whole; an empty stretch takes them in. */
  readonly fix?: { readonly draft: Stretch; readonly source: Stretch } | undefined;
  /** The words around it leave no doubt which words of the source are told, whoever is said to have spoken. */
  readonly active?: true;
}

/** A sentence of what is cited, read once. */
export interface SourceWords {
  readonly words: Read;
}
