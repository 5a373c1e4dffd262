/** Where new words go, and no more than that. */
import type { Stated } from './stated';

/** A replacement of a stretch of the text the mention was found in. */
export interface Rewording {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /**
   * Speaker, verb and what leads on from it as they will stand there, for a reader: more of it than what is replaced.
   */
  readonly words: string;
  /** Where in the new text the speaker's name ends: a citation that stood after the speaker stands there. */
  readonly speakerEnd: number;
}

/**
 * No more is replaced than differs: emphasis on the words that stay is not lost.
 *
 * @param begins where the words stand that have a capital if they begin a sentence
 */
export function placed(
  { text, mention }: Stated,
  start: number,
  end: number,
  words: string,
  speakerEnd = words.length,
  begins = mention.start,
): Rewording {
  const before = text.slice(start, end).split(/(?<=\s)/);
  const now = cased(text, begins, words).split(/(?<=\s)/);
  let first = 0;
  while (first < Math.min(before.length, now.length) - 1 && before[first] === now[first]) first++;
  let last = 0;
  while (last < Math.min(before.length, now.length) - 1 - first && before.at(-1 - last) === now.at(-1 - last)) last++;
  const length = (parts: readonly string[]): number => parts.join('').length;
  const skipped = length(before.slice(0, first));
  const left = length(before.slice(before.length - last));
  const put = now.slice(first, now.length - last).join('');
  // The blanks before what stays stay too.
  const replaced = before.slice(0, before.length - last).join('');
  const blanks = last > 0 ? replaced.length - replaced.trimEnd().length : 0;
  const shorter = last > 0 ? put.trimEnd() : put;
  return {
    start: start + skipped,
    end: end - left - blanks,
    text: shorter,
    words: now.join(''),
    speakerEnd: Math.min(shorter.length, Math.max(0, speakerEnd - skipped)),
  };
}

/** A capital where a sentence starts, and only there: "States" has one anywhere. */
function cased(text: string, at: number, words: string): string {
  const starts =
    /(?:^|[.!?|][”"’»)\]]{0,4}\s|\n)(?:\s{0,60}\[!\w+\])?[\s#>*_-]{0,60}(?:\(?[\p{L}\d]{1,4}[.)]\s{1,60}|\[[ xX]\]\s{1,60})?$/u.test(
      text.slice(Math.max(0, at - 60), at),
    ) && /^\p{Lu}/u.test(text.slice(at, at + 2));
  return starts ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
