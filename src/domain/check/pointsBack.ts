/**
 * Sentences that do nothing but say where the words before them are from: "Thus the third conclusion of the second day.[^1]",
 * "So the summary (IOM, 2022, …).", "That is conclusion 2.5 of the IDM 2022."
 */
import { certain } from '../certain';

/** What such a sentence begins with, before its own words. */
const opens = /^[\s“"(]{0,3}(?:thus|so|(?:that|this|such) (?:is|was)|th[eo]se are)\s/i;
/** Its other words: places of the document, and what the document is called. */
const word =
  /^(?:an?|the|its|of|on|in|and|at|by|for|says?|said|reads?|runs?|has|it|what|words?|wording|text|verbatim|literally|conclusions?|days?|summary|document|speakers?|participants?|panell?ists?|international|dialogue|migration|idm|iom|session|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|no|\d{1,4}(?:[.-]\d{1,2})?)$/i;
/** A sentence with more words says something. */
const mostWords = 16;

/** Whether some words begin as such a sentence does. */
export const mayPointBack = (words: string): boolean => opens.test(words);

/** Whether some words, up to a citation or a stop, only say where what stands before them is from. */
export function pointsBack(words: string): boolean {
  if (!opens.test(words)) return false;
  const list = words.match(/[\p{L}\p{N}]+(?:[.’'-][\p{L}\p{N}]+)*/gu) ?? [];
  if (list.length < 3 || list.length > mostWords) return false;
  const rest = list.slice(/^(?:thus|so)$/i.test(certain(list[0])) ? 1 : 2);
  return rest.length > 0 && rest.every(each => word.test(each)) && rest.some(each => names.test(each));
}
/** What names the document, or a place of it. */
const names = /^(?:conclusions?|summary|document|speakers?|participants?|panell?ists?|dialogue|idm|iom|session)$/i;

/** The ends of sentences, without those that part words from where they are said to be from. */
export function withPointing(chars: string, ends: readonly number[]): readonly number[] {
  const parting = ends.filter((end, at) => {
    const next = ends[at + 1];
    return next === undefined || next - end > longest || !pointsBack(chars.slice(end, next));
  });
  return parting.length === ends.length ? ends : parting;
}
/** In characters. */
const longest = 160;
