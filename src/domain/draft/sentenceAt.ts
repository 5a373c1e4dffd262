// The sentence of a draft that a cursor is in.
import { runBefore } from '../backwards';
import { sentenceEnds } from '../text/sentences';
import type { Range } from '../text/ranges';
import type { Block, BlockKind, Draft } from './draft';

/** What a sentence may be told of in, word by word; the cells of a table, code and headings hold none. */
const ofSentences: ReadonlySet<BlockKind> = new Set(['paragraph', 'listItem', 'footnoteDefinition']);

/** A sentence without the marks of its notes, and where what answers for all of it goes: before its stop. */
interface SentenceAt {
  readonly text: string;
  readonly end: number;
}

/** The sentence at an offset; undefined where there are no sentences. */
export function sentenceAt(draft: Draft, offset: number): SentenceAt | undefined {
  const block = draft.blockAt(offset);
  if (!block || !ofSentences.has(block.kind)) return undefined;
  const marks = notesIn(draft, block);
  const words = blanked(block.text, marks);
  // A note's mark right behind a stop is of the sentence that the stop ends.
  const ends = sentenceEnds(words).map(end => marks.reduce((at, mark) => (mark.start === at ? mark.end : at), end));
  const at = ends.findIndex(end => offset - block.start <= end);
  if (at < 0) return undefined;
  const from = ends[at - 1] ?? 0;
  const text = block.text.slice(from, ends[at]);
  const end = runBefore(text, text.length, /[\s.!?;:…]/u);
  return end === 0 ? undefined : { text: words.slice(from, ends[at]), end: block.start + from + end };
}

/** The marks of notes in a block, in order; offsets count from its beginning. */
function notesIn(draft: Draft, block: Block): Range[] {
  const { citations, markers } = draft.recognizer.in(block);
  return [
    ...markers,
    ...citations
      .filter(({ form }) => form === 'footnote')
      .map(({ start, end }) => ({ start: start - block.start, end: end - block.start })),
  ].sort((a, b) => a.start - b.start);
}

function blanked(text: string, ranges: readonly Range[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of ranges) {
    result += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
