// The claims of a draft's words, for finding what supports them.
import { wordsOf, type QueryWord } from './query';
import { sentenceEnds } from '../text/sentences';

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

function sentencesIn(paragraph: string): string[] {
  const ends = sentenceEnds(paragraph, { breaks: true });
  return ends.map((end, at) => paragraph.slice(ends[at - 1] ?? 0, end));
}
