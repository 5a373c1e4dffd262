// The claims of a draft's words, for finding what supports them.
import { wordsOf, type QueryWord } from './query';
import { tokenize } from '../text/folded';
import type { Range } from '../text/ranges';
import { sentenceEnds } from '../text/sentences';
import { stem } from '../text/stem';

/** Characters of a draft's text that are looked at; some pages. */
const longest = 12_000;
const mostSentences = 40;

/** What is in a draft but is not its words: citations, footnote marks, addresses, Markdown's signs. */
const markup =
  /\[[\^@][^\]\n]{0,400}\]:?|\]\([^)\n]{0,400}\)|<[^>\n]{0,400}>|https?:\/\/\S+|^[ \t]*(?:[#>*+-]|\d+[.)])+[ \t]/gmu;

/**
 * The claims of a stretch of a draft: the words of each sentence, and, of several, the words of all
 * together, since a paragraph may make its point in two sentences.
 */
export function claimsOf(text: string): QueryWord[][] {
  const plain = text.slice(0, longest).replace(markup, ' ');
  const sentences = plain.split(/\n\s*\n/u).flatMap(sentencesIn);
  const worded = sentences.filter(sentence => /\p{L}/u.test(sentence));
  const claims = worded.slice(0, mostSentences).map(sentence => wordsOf(sentence, false));
  return claims.filter(words => words.length > 0);
}

/**
 * The one word of a finding, as it writes it, that some words of a draft have in common with it; undefined where there
 * are several, and where the draft's words say no more than that.
 */
export function onlyWord(
  { finding, ranges }: { readonly finding: { readonly text: string }; readonly ranges: readonly Range[] },
  text: string,
): string | undefined {
  if (!claimsOf(text).some(words => words.filter(({ weak }) => !weak).length > 1)) return undefined;
  const matched = ranges.map(({ start, end }) => finding.text.slice(start, end));
  const stems = new Set(matched.flatMap(words => tokenize(words).map(({ word }) => stem(word))));
  return stems.size === 1 ? matched[0] : undefined;
}

function sentencesIn(paragraph: string): string[] {
  const ends = sentenceEnds(paragraph, { breaks: true });
  return ends.map((end, at) => paragraph.slice(ends[at - 1] ?? 0, end));
}
