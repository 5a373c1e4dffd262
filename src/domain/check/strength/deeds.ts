/** What is told as done, where the draft may well know that it was only asked for, or tell its own doings. */
import type { Read, Stretch } from './words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Behind what is done these hold it against what was asked for, or say how far it is done: "in line with the summary",
 * "which answers the need", "too rarely".
 */
const measures = set(
  'need needed call calls called asked recommended urged requested wished wanted hoped critical required rarely seldom unevenly degrees extent ' +
    'spirit line lines keeping accordance response answers answering unmet yet though although but however ground theme',
);

/** Whether what is done is held against what was asked for. */
export const isMeasured = ({ lower }: Read, { to }: Stretch): boolean =>
  lower.slice(to).some(word => measures.has(word));

/** When it was done, if not at the dialogue. */
const ofTime = set('following decade previous previously former formerly meanwhile later recently');
/** Of whom it is told, if not of all. */
const ofSome = set('some several many few one two three four five six half most certain various');
/** What acts, behind an article: "the programme", "under the grant". */
const acting = set(
  'programme program project grant pilot plan scheme initiative ministry agency network coalition campaign administration strategy facility unit office ' +
    'department municipality association alliance union consortium directorate',
);
const articles = set('the this that our its a an their');
/** What says that it follows the source. */
const follows = set('heeding acting building drawing inspired suggestion suggestions prompted');
const year = /^(?:19|20)\d\d$/;
/** A label before, "Milestone:", or a citation in brackets with words, "(derived from …)". */
const apart = /[:(]/;

/** So many words before what is done may tell of whom it is told. */
const subject = 5;

/** Whether a draft may tell its own doings, aims or findings. */
export function mayBeOwn({ lower, before }: Read, { from }: Stretch): boolean {
  if (before.slice(1).some(mark => apart.test(mark))) return true;
  if (lower.slice(Math.max(0, from - subject), from).some(word => ofSome.has(word))) return true;
  return lower.some(
    (word, at) =>
      ofTime.has(word) ||
      // "Integrated years ago" is told of the source, too.
      (/^years?$/.test(word) && lower[at + 1] !== 'ago') ||
      follows.has(word) ||
      (word === 'taking' && lower[at + 1] === 'up') ||
      (word === 'since' && /^(?:then$|\d)/.test(lower[at + 1] ?? '')) ||
      (year.test(word) && word !== '2022') ||
      (acting.has(word) && at > 0 && lower.slice(Math.max(0, at - 2), at).some(each => articles.has(each))),
  );
}
