/**
 * Names with a number, and dates: of which conference, year or goal a draft speaks ("COP26" for "COP27"), of which
 * resolution, and when something was.
 */
import { certain } from '../../certain';
import { stem } from '../attribution/relate';
import type { Changed } from './changed';
import { before, behind, type Read, type Stretch } from './words';

/** "cop27", "sdg-8". */
const numberedName = /^(\p{L}{2,8}-?)(\d{1,3})$/u;
const year = /^(?:19|20)\d\d$/;

/** Whether some words have a digit: without one they have neither dates nor numbered names, and most have none. */
export const hasDigits = ({ lower }: Read): boolean => lower.some(word => /\d/.test(word));

const endsInDigit = (word: string): boolean => {
  const last = word.charCodeAt(word.length - 1);
  return last >= 0x30 && last <= 0x39;
};

/** A name of one word with its number, or a year right behind the word that it belongs to. */
function nameAt(
  { lower, stems, parted }: Read,
  at: number,
): { readonly name: string; readonly number: string } | undefined {
  const word = certain(lower[at]);
  if (!endsInDigit(word)) return undefined;
  const numbered = numberedName.exec(word);
  if (numbered) return { name: certain(numbered[1]), number: certain(numbered[2]) };
  const owner = stems[at - 1];
  return year.test(word) && owner !== undefined && !parted[at] ? { name: `${owner} `, number: word } : undefined;
}

/** Words behind which a year tells when, and is no part of a name. */
const notNamed = new Set(
  'in of since by until from to and or early late mid during before after the end year'.split(' '),
);

/** The names of a draft that have another number in a sentence of the source, where it tells what that sentence does. */
export function otherNumbers(draft: Read, source: Read): Changed[] {
  const found: Changed[] = [];
  for (let at = 0; at < draft.lower.length; at++) {
    const mine = nameAt(draft, at);
    if (!mine || notNamed.has(mine.name.trim())) continue;
    const its = source.lower.findIndex((__, where) => {
      const other = nameAt(source, where);
      return other?.name === mine.name && other.number !== mine.number;
    });
    if (its < 0 || draft.lower.includes(certain(source.lower[its])) || source.lower.includes(certain(draft.lower[at])))
      continue;
    found.push({ kind: 'number', said: { from: at, to: at + 1 }, instead: { from: its, to: its + 1 } });
  }
  return found;
}

/** What an event or a document is known by: a date, a year, the number of a resolution. */
interface Mark extends Stretch {
  readonly value: string;
}

const changedMark = (said: Mark, instead: Mark): Changed => ({
  kind: 'date',
  said: { from: said.from, to: said.to },
  instead: { from: instead.from, to: instead.to },
});

/** The dates, years and numbers of resolutions of a draft that a sentence of the source has otherwise, of the same thing. */
export function otherDates(draft: Read, source: Read): Changed[] {
  return [...otherDays(draft, source), ...otherYears(draft, source), ...otherResolutions(draft, source)];
}

// Not "may", which is more often a verb.
const month = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/;
const dayOfMonth = /^(?:[1-9]|[12]\d|3[01])$/;

/** "12 March", "March 12". */
function daysIn({ lower, parted }: Read): Mark[] {
  return lower.flatMap((word, at) => {
    if (!dayOfMonth.test(word)) return [];
    if (month.test(lower[at + 1] ?? '') && !parted[at + 1])
      return [{ from: at, to: at + 2, value: `${word} ${certain(lower[at + 1])}` }];
    return month.test(lower[at - 1] ?? '') && !parted[at]
      ? [{ from: at - 1, to: at + 1, value: `${word} ${certain(lower[at - 1])}` }]
      : [];
  });
}

/** What else has dates, and may share one with the dialogue. */
const otherEvents =
  /^(?:meetings?|events?|consultations?|registration|exhibitions?|workshops?|conferences?|seminars?|webinars?|roundtables?|briefings?|trainings?|courses?|surveys?|campaigns?|forums?|summits?)$/;
const ofTheDialogue = /^(?:dialogue|idm|session)$/;

/** Of two dates, from when to when, one is the source's: the other is not. A date alone may be a day of those between. */
function otherDays(draft: Read, source: Read): Changed[] {
  const own = daysIn(draft);
  if (own.length !== 2) return [];
  const led = draft.lower.slice(0, certain(own[0]).from);
  if (!led.some(word => ofTheDialogue.test(word)) || led.some(word => otherEvents.test(word))) return [];
  const its = daysIn(source);
  const isIn = (days: readonly Mark[], { value }: Mark): boolean => days.some(each => each.value === value);
  const wrong = own.filter(each => !isIn(its, each));
  const right = its.find(each => !isIn(own, each));
  return wrong.length === 1 && right ? [changedMark(certain(wrong[0]), right)] : [];
}

/** So near before a year stands what it is the year of. */
const nearYear = 4;
const datesYear = /^(?:in|since)$/;
/** The year of the dialogue is that of much else. */
const ofDialogue = '2022';

/** "the adoption of the Compact in 2015": years, each with what is told before it. */
function yearsIn(words: Read): (Mark & { readonly told: readonly string[] })[] {
  return words.lower.flatMap((word, at) =>
    year.test(word) && word !== ofDialogue && datesYear.test(words.lower[at - 1] ?? '')
      ? [{ from: at, to: at + 1, value: word, told: before(words, at, nearYear) }]
      : [],
  );
}

function otherYears(draft: Read, source: Read): Changed[] {
  return yearsIn(draft).flatMap(mine => {
    const its = yearsIn(source).find(
      ({ told: [event, object] }) =>
        event !== undefined && object !== undefined && mine.told.includes(event) && mine.told.includes(object),
    );
    const isOther = its && !draft.lower.includes(its.value) && !source.lower.includes(mine.value);
    return isOther ? [changedMark(mine, its)] : [];
  });
}

/** "resolution 73/195". */
function resolutionsIn({ lower, stems, before: marks }: Read): Mark[] {
  return lower.flatMap((word, at) =>
    stems[at - 1] === resolution && /^\d+$/.test(word) && marks[at + 1] === '/'
      ? [{ from: at, to: at + 2, value: `${word}/${certain(lower[at + 1])}` }]
      : [],
  );
}
const resolution = stem('resolution');

/** Whether two numbers differ by one digit, or by two that changed places. */
function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const apart = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  return apart.length === 1 || (apart.length === 2 && one[first] === other[second] && one[second] === other[first]);
}

/**
 * A slip of a digit, where what the resolution is said to be about is in the sentence: any other number is another
 * resolution's.
 */
function otherResolutions(draft: Read, source: Read): Changed[] {
  const own = resolutionsIn(draft);
  const its = resolutionsIn(source);
  return own.flatMap(mine => {
    const [about] = behind(draft, mine.to, 1);
    if (about === undefined || !source.stems.includes(about)) return [];
    const meant = its.find(({ value }) => isSlip(value, mine.value));
    const isThere = (one: readonly Mark[], { value }: Mark): boolean => one.some(each => each.value === value);
    return meant && !isThere(its, mine) && !isThere(own, meant) ? [changedMark(mine, meant)] : [];
  });
}
