// The sentences of the source.
import type { Span } from './types';
import { sentenceEnds } from '../text/sentences';

/**
 * The source's words between two offsets: each run of line breaks and blanks made one space,
 * nothing else changed.
 */
export function verbatim(source: string, start: number, end: number): string {
  return source.slice(start, end).replace(/\s+/gu, ' ').trim();
}

/** Splits a stretch of the source into its sentences, each with its offsets in the source. */
export function splitSentences(source: string, start: number, end: number): Span[] {
  const slice = source.slice(start, end);
  const sentences: Span[] = [];
  let from = 0;
  for (const to of sentenceEnds(slice)) {
    const lead = slice.slice(from, to).search(/\S/u);
    if (lead >= 0) {
      const first = start + from + lead;
      const last = start + from + slice.slice(from, to).trimEnd().length;
      sentences.push({ text: verbatim(source, first, last), start: first, end: last });
    }
    from = to;
  }
  return sentences;
}
