import { verbatim } from './sentences';
import type { Corpus, Finding, Passage, Span } from './types';

/**
 * A corpus as the package holds it made whole: with the words of every span, read from its source at the span's
 * offsets, and with what else the build left out since it says it twice (esbuild.js). The package carries the source
 * once, and a corpus without words: what is shown is then the source itself.
 */
export function withWords(corpus: Corpus, source: string): Corpus {
  const worded = <T extends Span>(span: T): T => ({ ...span, text: verbatim(source, span.start, span.end) });
  const entry = <T extends Finding | Passage>(one: T): T => ({
    ...worded(one), corpus: corpus.id,
    sentences: one.sentences.map((sentence, at) => ({ ...worded(sentence), id: `${one.id}s${at + 1}` })),
  });
  const themes = corpus.themes.map(theme => ({ ...theme, heading: verbatim(source, theme.start, theme.end) })).map(worded);
  const headings = new Map(themes.map(({ day, ordinal, heading }) => [`${day}.${ordinal}`, heading]));
  return {
    ...corpus,
    days: corpus.days.map(worded),
    panels: corpus.panels.map(worded),
    themes,
    findings: corpus.findings.map(one => ({ ...entry(one), theme: { ...one.theme, heading: headings.get(`${one.day}.${one.theme.ordinal}`) ?? '' } })),
    passages: corpus.passages.map(entry),
    defects: corpus.defects.map(worded),
  };
}
