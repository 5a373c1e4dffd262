import { verbatim } from './sentences';
import type { Corpus, Span } from './types';

/**
 * A corpus with the words of every span, read from its source at the span's offsets. The package carries the source
 * once, and a corpus without words: what is shown is then the source itself.
 */
export function withWords(corpus: Corpus, source: string): Corpus {
  const worded = <T extends Span>(span: T): T => ({ ...span, text: verbatim(source, span.start, span.end) });
  const entry = <T extends Span & { readonly sentences: readonly S[] }, S extends Span>(one: T): T =>
    ({ ...worded(one), sentences: one.sentences.map(worded) });
  return {
    ...corpus,
    days: corpus.days.map(worded),
    panels: corpus.panels.map(worded),
    themes: corpus.themes.map(worded),
    findings: corpus.findings.map(entry),
    passages: corpus.passages.map(entry),
    defects: corpus.defects.map(worded),
  };
}
