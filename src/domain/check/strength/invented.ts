/** Figures, shares and years that a draft lets the dialogue say, and that nothing it cites has. */
import { certain } from '../../certain';
import { lazy } from '../../lazy';
import type { Changed } from './changed';
import { nearAt, numberAt } from './figures';
import { shared, type Read, type Stretch } from './words';
import { greatest } from '../../longLists';

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);
/** The year of the dialogue. */
const ofDialogue = '2022';
/** Behind these a year is one that somebody sets or counts from. */
const sets = new Set('by until till since before'.split(' '));

const months = 'january february march april may june july august september october november december';

/** Behind these a number is a name's, or of a place in a text. */
const named = lazy(
  () =>
    new Set(
      (
        'day days conclusion conclusions session panel panels paragraph paragraphs article articles objective objectives goal goals target targets sdg sdgs cop ' +
        'resolution chapter section page pages p pp no number annex table note covid iso ilo c convention agenda version item clause ' +
        months
      ).split(' '),
    ),
);
/** Before these, too: "the 2030 Agenda", "3 March". */
const names = lazy(
  () => new Set(`agenda dialogue session sustainable speakers participants am pm st nd rd th ${months}`.split(' ')),
);
/** What makes a word or a small number a figure: "two million", "3 per cent". */
const units = new Set('per percent cent million billion thousand'.split(' '));

/** Marks within which, or behind which, the draft may say something of its own. */
const opensAside = /[(;:–—/|[]|\s-\s/;

/** Whether a number stands as a figure of what is told, and is no name's and no date's. */
function isFigure(words: Read, at: number, length: number): boolean {
  const { lower, before } = words;
  const word = certain(lower[at]);
  const next = lower[at + length] ?? '';
  const marks = [before[at] ?? '', before[at + length] ?? ''];
  if (isNamed(words, at, next) || marks.some(mark => mark.includes('/'))) return false;
  // "Six of which are listed" counts what the draft does, "four years ago" from its own day.
  if (/^(?:which|whom|ago)$/.test(lower[at + length + 1] ?? '')) return false;
  return isYear(word)
    ? word !== ofDialogue && sets.has(lower[at - 1] ?? '')
    : isCounted(word, next, marks[1] === '%', length);
}

/** Whether a number counts anything: a small number need not, which a draft may count itself. */
function isCounted(word: string, next: string, percent: boolean, length: number): boolean {
  if (units.has(next) || length > 1 || percent) return true;
  return /^\d/.test(word) && Number(word) > mostOwn;
}

const isNamed = ({ lower }: Read, at: number, next: string): boolean =>
  named().has(lower[at - 1] ?? '') || names().has(next) || named().has(next);

/** Numbers in words that count: "one of", "the two" need not. */
const small = new Set('two three four five six seven eight nine ten eleven twelve'.split(' '));
/** A draft may count so many groups, points or years itself. */
const mostOwn = 12;

/** Shares and multiples, which are no numbers of their own. */
const share =
  /^(?:half|quarters|thirds|fifths|tenths|twofold|threefold|fourfold|fivefold|tenfold|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|halved)$/;
const multiple = /fold$|^(?:doubl|tripl|quadrupl|halv)/;

/** A share or multiple at a word, with the number before it: "two thirds". */
function shareAt({ lower }: Read, at: number): { readonly from: number; readonly to: number } | undefined {
  if (!share.test(certain(lower[at]))) return undefined;
  // "Half a sentence" is no share.
  if (!multiple.test(certain(lower[at])) && lower[at + 1] !== 'of') return undefined;
  return { from: small.has(lower[at - 1] ?? '') ? at - 1 : at, to: at + 1 };
}

/** So near a number of the source is the same, rounded. */
const rounding = 0.05;
function isRounded(value: number, near: 'least' | 'about' | 'most' | undefined, source: number): boolean {
  if (near === 'least' || near === 'most') return near === 'least' ? value <= source : value >= source;
  return Math.abs(source - value) <= rounding * source;
}

/**
 * The figures of a draft that none of some sentences has, of whatever they count.
 *
 * @param sources all that is cited
 * @returns the first of them, since one in a sentence is enough to be looked at, and which source tells most of what the
 *   draft does
 */
export function inventedFigure(
  draft: Read,
  sources: readonly Read[],
): { readonly changed: Changed; readonly of: number } | undefined {
  const said = firstFigure(draft, sources);
  if (!said || hasAside(draft, said.from)) return undefined;
  const told = draft.stems.filter((_, at) => draft.tells[at]);
  const near = sources.map(source => shared(told, source.stems));
  return { changed: { kind: 'invented', said, loose: true }, of: near.indexOf(greatest(near)) };
}

function firstFigure(draft: Read, sources: readonly Read[]): Stretch | undefined {
  const known = lazy(() =>
    sources.flatMap(source => source.lower.flatMap((_, at) => numberAt(source, at)?.value ?? [])),
  );
  for (let at = 0; at < draft.lower.length; at++) {
    const part = shareAt(draft, at);
    if (part && !sources.some(source => source.lower.includes(certain(draft.lower[at])))) return part;
    const number = numberAt(draft, at);
    if (!number) continue;
    const { value, length } = number;
    const near = nearAt(draft, at)?.means;
    if (isFigure(draft, at, length) && !known().some(each => isRounded(value, near, each)))
      return { from: at, to: withUnit(draft, at + length) };
    at += length - 1;
  }
  return undefined;
}

/** Where a number ends with its unit: "3 per cent". */
function withUnit({ lower }: Read, to: number): number {
  if (lower[to] === 'per') return Math.min(to + 2, lower.length);
  return units.has(lower[to] ?? '') ? to + 1 : to;
}

/** Whether a mark before a word opens what the draft may say itself. */
const hasAside = ({ before }: Read, upTo: number): boolean =>
  before.slice(1, upTo + 1).some(mark => opensAside.test(mark));
