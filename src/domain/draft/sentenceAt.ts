// The sentence of a draft that a cursor is in.
import { runBefore } from '../backwards';
import { sentenceEnds } from '../text/sentences';
import type { BlockKind, Draft } from './draft';

/** What a sentence may be told of in, word by word; the cells of a table, code and headings hold none. */
const ofSentences: ReadonlySet<BlockKind> = new Set(['paragraph', 'listItem', 'footnoteDefinition']);

/** A sentence, and where what answers for all of it goes: before its stop. */
interface SentenceAt {
  readonly text: string;
  readonly end: number;
}

/** The sentence at an offset; undefined where there are no sentences. */
export function sentenceAt(draft: Draft, offset: number): SentenceAt | undefined {
  const block = draft.blockAt(offset);
  if (!block || !ofSentences.has(block.kind)) return undefined;
  const ends = sentenceEnds(block.text);
  const at = ends.findIndex(end => offset - block.start <= end);
  if (at < 0) return undefined;
  const text = block.text.slice(ends[at - 1] ?? 0, ends[at]);
  const end = runBefore(text, text.length, /[\s.!?;:…]/u);
  return end === 0 ? undefined : { text, end: block.start + (ends[at - 1] ?? 0) + end };
}
