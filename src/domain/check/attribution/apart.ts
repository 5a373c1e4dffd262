/**
 * Whether the words between two mentions part them, so that the second is no part of what the first is said to have
 * said.
 */
import { certain } from '../../certain';
import { runBefore } from '../../backwards';
import { drafter } from './lexicon/functionWords';

/** Words that lead from a comma to the next speaker: "…, and that the", "…, while". */
const leading = new Set([
  'and',
  'that',
  'while',
  'whereas',
  'but',
  'as',
  'with',
  'where',
  'although',
  'yet',
  'which',
  'according',
  'the',
  'a',
  'an',
]);
/** "…, in which", "…, at which", "…, according to which". */
const beforeWhich = new Set(['in', 'at', 'to']);
const joining = /\s(?:and|while|whereas|but|as)\s+(?:the\s+|a\s+)?$/i;

/** @param between what stands between the end of a mention and the start of the next */
export function parted(between: string): boolean {
  return opensClause(between) || joining.test(between) || drafterSpeaks(between);
}

/** Whether it ends in a mark and nothing but leading words: read backwards, each character once. */
function opensClause(between: string): boolean {
  let end = between.length;
  for (;;) {
    end = runBefore(between, end, /\s/);
    const from = runBefore(between, end, /[a-z]/i);
    if (from === end) return end > 0 && ',;:.(–—'.includes(certain(between[end - 1]));
    const word = between.slice(from, end).toLowerCase();
    if (!leading.has(word)) return false;
    end = from;
    if (word !== 'which') continue;
    const before = runBefore(between, from, /\s/);
    end = runBefore(between, before, /[a-z]/i);
    if (!beforeWhich.has(between.slice(end, before).toLowerCase())) return false;
  }
}

/** Whether the drafter speaks again in the last sentence: "…, and noting that …", "we note that …". */
function drafterSpeaks(between: string): boolean {
  return drafter.test(between.slice(Math.max(between.lastIndexOf('.'), between.lastIndexOf(';')) + 1));
}
