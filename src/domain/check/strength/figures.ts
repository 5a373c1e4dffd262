/** Figures: how many of what a draft says, and how many the source. */
import { certain } from '../../certain';
import { runBefore } from '../../backwards';
import { cardinals } from '../../text/cardinals';
import { stopWords } from '../../text/commonWords';
import type { Changed } from './changed';
import { before, behind, Phrases, shared, type Read, type Stretch } from './words';

/** A number with the words for what is counted. */
export interface Figure extends Stretch {
  readonly value: number;
  /** Whether it is said to be more, about or less than that. */
  readonly near: Near | undefined;
  /** Where the words for that begin, or the number. */
  readonly nearFrom: number;
  /** The words behind it that may be what is counted. */
  readonly noun: Stretch;
  /** Whether it is so many of a hundred. */
  readonly percent: boolean;
  /** Those words are the cell before, in a table. */
  readonly inTable?: boolean;
}

type Near = 'least' | 'about' | 'most';

const scales = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const glued = /^(\d+)(bn|m)$/;
/** So many words behind a number may be what is counted. */
const mostNouns = 4;
/** A number that is rounded may be so far from the source's. */
const rounding = 0.05;

/** What stands before a number, by its last word first. */
const nearness = new Phrases<Near>([
  [
    'least',
    'well over, well above, more than, over, above, at least, exceeding, beyond, upwards of, no fewer than, no less than',
  ],
  ['about', 'about, around, some, nearly, almost, approximately, roughly, circa, close to, approaching'],
  ['most', 'fewer than, less than, under, below, up to, at most, no more than, not even'],
]);

const cardinalValues = new Map(cardinals.map((word, at) => [word, at + 1]));

/** Most words do not, and are no numbers in digits. */
const beginsWithDigit = (word: string): boolean => word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39;
const isDigits = (word: string): boolean => /^\d+$/.test(word);

/** The number that begins at a word, with how many words it has. */
export function numberAt(words: Read, at: number): { value: number; length: number } | undefined {
  const { lower } = words;
  const first = certain(lower[at]);
  const isInDigits = beginsWithDigit(first);
  const whole = isInDigits && glued.exec(first);
  if (whole) return { value: Number(whole[1]) * (whole[2] === 'm' ? 1e6 : 1e9), length: 1 };
  const written =
    isInDigits && isDigits(first) ? digitsAt(words, at) : { value: inWords(first, lower[at + 1]), length: 1 };
  let { value, length } = written;
  if (value === 0) return undefined;
  for (let scale = scaleAt(words, at + length); scale !== undefined; scale = scaleAt(words, at + length)) {
    value *= scale;
    length++;
  }
  return { value, length };
}

const scaleAt = ({ lower }: Read, at: number): number | undefined => scales.get(lower[at] ?? '');

/** "two", and "a" before "billion"; 0 where no number stands. */
function inWords(word: string, next = ''): number {
  return word === 'a' && scales.has(next) ? 1 : (cardinalValues.get(word) ?? 0);
}

/** "1,000", "1 000" and "1.5" are several words. */
function digitsAt({ lower, before: between }: Read, at: number): { value: number; length: number } {
  let digits = certain(lower[at]);
  let length = 1;
  const goesOn = (mark: RegExp, part: RegExp): boolean =>
    mark.test(between[at + length] ?? '') && part.test(lower[at + length] ?? '') && digits.length < longestNumber;
  while (goesOn(/^[, \u00A0\u202F]$/, /^\d{3}$/)) digits += certain(lower[at + length++]);
  if (goesOn(/^\.$/, /^\d+$/)) digits += `.${certain(lower[at + length++])}`;
  return { value: Number(digits), length };
}
const longestNumber = 13;

/** The figures among some words. A number of several words, such as "one hundred and four", is none. */
export function figuresIn(words: Read): Figure[] {
  const found: Figure[] = [];
  const { lower } = words;
  for (let at = 0; at < lower.length; at++) {
    const number = numberAt(words, at);
    if (!number) continue;
    const from = at;
    const to = at + number.length;
    at = to - 1;
    if (countsNothing(words, from, to)) continue;
    const counts = behindUnit(words, to);
    const end = nounEnd(words, counts);
    const cell = end === counts && number.value > mostOwn ? cellBefore(words, from) : undefined;
    const near = nearAt(words, from);
    if (end === counts && !cell) continue;
    found.push({
      from,
      to,
      value: number.value,
      near: near?.means,
      nearFrom: near?.from ?? from,
      noun: cell ?? { from: counts, to: end },
      percent: counts > to,
      ...(cell && { inTable: true }),
    });
  }
  return found;
}

const month = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const isDate = ({ lower }: Read, from: number, to: number): boolean =>
  month.test(lower[from - 1] ?? '') || month.test(lower[to] ?? '');

/** A date, a total, or a part of a number of several words. */
const countsNothing = (words: Read, from: number, to: number): boolean =>
  isDate(words, from, to) ||
  (!scales.has(words.lower[to - 1] ?? '') && isTotal(words, from)) ||
  words.lower[to] === 'hundred' ||
  words.lower.slice(Math.max(0, from - 2), from).includes('hundred');

/** Where what is counted begins behind a number: "70 per cent represented governments" counts governments. */
function behindUnit({ lower }: Read, to: number): number {
  if (lower[to] === 'per' && lower[to + 1] === 'cent') return to + 2;
  return lower[to] === 'percent' ? to + 1 : to;
}

/** Where the words end behind a number that may be what is counted. */
function nounEnd(words: Read, from: number): number {
  const { lower, parted } = words;
  let end = from;
  while (
    end < lower.length &&
    end - from < mostNouns &&
    !parted[end] &&
    !stopWords.has(certain(lower[end])) &&
    !numberAt(words, end)
  )
    end++;
  return end;
}

/** What a number alone in a cell of a table counts: the words of the cell before, "| Countries reached | more than 184 |". */
function cellBefore({ lower, before: marks }: Read, number: number): Stretch | undefined {
  if (lower[number - 1] === 'no') return undefined;
  let from = number;
  while (from > 0 && number - from < mostNouns && !certain(marks[from]).includes('|')) from--;
  if (!certain(marks[from] ?? '').includes('|')) return undefined;
  let first = from;
  while (first > 0 && from - first < longestHead && (first === from || !certain(marks[first]).includes('|'))) first--;
  return first < from ? { from: first, to: from } : undefined;
}
/** A small number alone in a cell may be a day's or a rank. */
const mostOwn = 12;

/** So many words of a cell are read. */
const longestHead = 8;

/** "The 195 countries of the world", "144 of 195 countries": of how many, and not how many. */
function isTotal({ lower, possessive }: Read, at: number): boolean {
  const previous = lower[at - 1] ?? '';
  if (possessive[at - 1] === true || /^(?:the|these|those|its|their|all|other|another|every|each)$/.test(previous))
    return true;
  return (
    previous === 'of' &&
    /^(?:\d+|out|most|many|some|all|any|none|half|thirds?|quarters?|part|share|one|two|three)$/.test(
      lower[at - 2] ?? '',
    )
  );
}

/** The numbers among some words, whatever they count. */
function numbersIn(words: Read): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < words.lower.length; at++) {
    const number = numberAt(words, at);
    if (!number) continue;
    found.add(number.value);
    at += number.length - 1;
  }
  return found;
}

export function nearAt(words: Read, at: number): { readonly means: Near; readonly from: number } | undefined {
  for (const length of [3, 2, 1]) {
    const found = at >= length ? nearness.at(words, at - length) : undefined;
    if (found?.length === length) return { means: found.means, from: at - length };
  }
  return undefined;
}

/** How many digits of a number tell anything: one of 900, two of 140. */
function digitsOf(value: number): number {
  const digits = String(value).replace('.', '');
  return runBefore(digits, digits.length, /0/);
}

/** "More than 140" and "more than 100" for 144, and not "more than 44". */
const isRounder = (value: number, source: number): boolean =>
  digitsOf(value) < Math.max(2, digitsOf(source)) && (digitsOf(value) === 1 || value * 2 > source);

/** Whether a figure of the draft is true if the source's is. */
function follows({ value, near }: Figure, source: Figure): boolean {
  // "Fewer than 144" is against "more than 144", and so is "fewer than 100".
  if (near === 'most') return source.near !== 'least' || value > source.value;
  if (value === source.value) return true;
  // "More than 140" for 144 is rounded; "more than 114" is another number.
  if (near === 'least') return value < source.value && isRounder(value, source.value);
  return near === 'about' && Math.abs(value - source.value) <= rounding * source.value;
}

/** The word that both count, in the draft. */
function counted(draft: Read, figure: Figure, source: Read, other: Figure): number | undefined {
  for (let its = other.noun.from; its < other.noun.to; its++)
    for (let mine = figure.noun.from; mine < figure.noun.to; mine++)
      if (draft.stems[mine] === source.stems[its]) return mine;
  return undefined;
}

/**
 * The figures of the source that count the same, each with the word for it in the draft: first what a cell begins with,
 * "| Countries reached by doses | 144 |".
 */
function countingTheSame(
  draft: Read,
  figure: Figure,
  source: Read,
  its: readonly Figure[],
): { readonly other: Figure; readonly at: number }[] {
  const found = its.flatMap(other => {
    const at = counted(draft, figure, source, other);
    return at === undefined ? [] : [{ other, at }];
  });
  return figure.inTable ? found.sort((one, next) => one.at - next.at) : found;
}

/** Whether all that the cell before "more than 184" tells, and no single word, the source does: "| Countries reached |". */
function isHeadOf({ stems, tells }: Read, { inTable, near, noun }: Figure, source: Read): boolean {
  if (!inTable || !near) return false;
  const told = stems.slice(noun.from, noun.to).filter((_, index) => tells[noun.from + index]);
  return told.length > 1 && told.every(each => source.stems.includes(each));
}

/** Whether two words of what is counted are the same: "900 registered participants". */
function areAlike(draft: Read, { noun }: Figure, source: Read, { noun: its }: Figure): boolean {
  return shared(draft.stems.slice(noun.from, noun.to), source.stems.slice(its.from, its.to)) > 1;
}

/** So many words that tell anything stand around a figure and tell of the same. */
const window = 6;

/** The figures of a draft that are not those of one sentence of the source, of the same things. */
export function changedFigures(
  draft: Read,
  figures: readonly Figure[],
  source: Read,
  its: readonly Figure[],
): Changed[] {
  if (figures.length === 0 || its.length === 0) return [];
  const numbers = numbersIn(draft);
  return figures.flatMap(figure => {
    const same = countingTheSame(draft, figure, source, its);
    // "| Countries that received doses | 144 |": what it counts is the countries.
    for (const { other, at } of figure.inTable ? same.slice(0, 1) : same) {
      // A draft that has the source's figure, too, compares the two.
      if (figure.percent !== other.percent) continue;
      if (figure.value !== other.value && numbers.has(other.value)) continue;
      const left = subjects(source, other);
      const right = behind(draft, figure.to, window);
      const isOf =
        shared(before(draft, figure.from, window), left) > 0 ||
        byWhom(draft, at, left) ||
        areAlike(draft, figure, source, other);
      const around = [...before(draft, figure.from, window), ...right].filter(each => each !== draft.stems[at]);
      const isTold =
        shared(around, source.stems) >= 2 || (figure.near === other.near && isHeadOf(draft, figure, source));
      if (!isOf || !isTold || follows(figure, other)) continue;
      return [changed(figure, other, at)];
    }
    return [];
  });
}

/** Words for the meeting; of several sessions the document does not tell. */
const meeting = /^(?:dialogue|session|idm)$/;

/** How many took part in the meeting, where a sentence of the source counts others: "9,000 participants" for "900 registered participants". */
export function otherAttendance(
  draft: Read,
  figures: readonly Figure[],
  source: Read,
  its: readonly Figure[],
): Changed[] {
  if (!draft.lower.some(word => meeting.test(word)) || draft.lower.includes('sessions')) return [];
  const other = its.find(each => !each.percent && participantsOf(source, each) !== undefined);
  if (!other || numbersIn(draft).has(other.value)) return [];
  return figures.flatMap(figure => {
    const at = figure.percent || figure.near === 'most' ? undefined : participantsOf(draft, figure);
    return at === undefined || follows(figure, other) ? [] : [changed(figure, other, at)];
  });
}

/** Where a figure counts participants. */
function participantsOf({ lower }: Read, { noun: { from, to } }: Figure): number | undefined {
  const at = lower.slice(from, to).indexOf('participants');
  return at < 0 ? undefined : from + at;
}

/** @param at the word that both count, in the draft */
function changed(figure: Figure, other: Figure, at: number): Changed {
  // "Fewer than 144" for "more than 144": the figure itself is right.
  const nearOnly = figure.value === other.value;
  const from = nearOnly ? figure.nearFrom : figure.from;
  const its = nearOnly ? other.nearFrom : other.from;
  return {
    kind: 'figure',
    said: { from, to: figure.inTable ? figure.to : at + 1 },
    instead: { from: its, to: other.noun.to },
    fix: {
      draft: { from, to: nearOnly ? figure.from : figure.to },
      source: { from: its, to: nearOnly ? other.from : other.to },
    },
  };
}

/** The words before a figure, but for the verb right before it: others may do the same. */
function subjects(source: Read, { from }: Figure): string[] {
  const left = before(source, from, Infinity);
  return left.length > 1 ? left.slice(1) : left;
}

const farthestBy = 10;

/** "2 billion doses donated by COVAX". */
function byWhom({ lower, stems }: Read, at: number, left: readonly string[]): boolean {
  const by = lower.indexOf('by', at);
  return by > at && by < at + farthestBy && stems.slice(by + 1, by + 4).some(each => left.includes(each));
}
