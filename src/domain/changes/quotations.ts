/** Which quotations have other words than before, and whether each version has the source's. */
import { lazy } from '../lazy';
import type { Range } from '../text/ranges';
import { joinedWord } from '../text/words';
import { likeness, type Pair } from './pairs';
import type { Quotation, Sentence } from './reading';
import { certain } from '../certain';

export interface QuotationSide extends Range, Pick<Quotation, 'text' | 'verdict' | 'claimed'> {}

export type QuotationChange =
  | { readonly kind: 'altered'; readonly before: QuotationSide; readonly after: QuotationSide }
  /** A sentence that stayed quotes what it did not quote before, or no longer does. */
  | { readonly kind: 'added'; readonly after: QuotationSide }
  | { readonly kind: 'removed'; readonly before: QuotationSide };

/** From this likeness on a quotation in another sentence is the same, altered. */
const alikeFrom = 0.6;

const word = lazy(() => new RegExp(String.raw`${joinedWord}|…|\[|\]|\.\.\.`, 'gu'));
const wordsOf = (text: string): string[] => text.match(word()) ?? [];

/** The words of a quotation as they count: how its marks are drawn, its blanks and its first letter's case do not. */
function keyOf({ text }: Quotation): string {
  const words = wordsOf(text.replaceAll('’', "'")).join(' ');
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const judged = ({ verdict }: Quotation): boolean => verdict.kind !== 'notJudged';
const side = ({ start, end, text, verdict, claimed }: Quotation): QuotationSide => ({
  start,
  end,
  text,
  verdict,
  claimed,
});

/**
 * The changes of quotations. One is told of where the check judges it in one of the versions at least: others are not
 * ours.
 */
export function quotationChanges(
  before: readonly Sentence[],
  after: readonly Sentence[],
  pairs: readonly Pair[],
): QuotationChange[] {
  const found: QuotationChange[] = [];
  const taken = new Set<Quotation>();
  const altered = (one: Quotation, other: Quotation): void => {
    taken.add(one).add(other);
    if (judged(one) || judged(other)) found.push({ kind: 'altered', before: side(one), after: side(other) });
  };
  const waiting = new Map<string, Quotation[]>();
  for (const quotation of after.flatMap(each => each.quotations))
    waiting.set(keyOf(quotation), [...(waiting.get(keyOf(quotation)) ?? []), quotation]);
  for (const quotation of before.flatMap(each => each.quotations)) {
    const other = waiting.get(keyOf(quotation))?.shift();
    if (other) taken.add(quotation).add(other);
  }
  const left = (sentence: Sentence): Quotation[] => sentence.quotations.filter(each => !taken.has(each));
  for (const pair of pairs) {
    const old = left(pair.before);
    const now = left(pair.after);
    if (old.length === now.length) old.forEach((each, at) => altered(each, certain(now[at])));
    else closest(old, now, 0.3, altered);
  }
  closest(before.flatMap(left), after.flatMap(left), alikeFrom, altered);
  for (const pair of pairs) {
    for (const each of left(pair.before)) if (judged(each)) found.push({ kind: 'removed', before: side(each) });
    for (const each of left(pair.after)) if (judged(each)) found.push({ kind: 'added', after: side(each) });
  }
  return found;
}

/** So many quotations of a version are compared with those of the other. */
const most = 300;

/** Pairs those most alike, from a likeness on. */
function closest(
  old: readonly Quotation[],
  now: readonly Quotation[],
  from: number,
  pair: (one: Quotation, other: Quotation) => void,
): void {
  if (old.length > most || now.length > most) return;
  const words = new Map([...old, ...now].map(each => [each, wordsOf(each.text).map(one => one.toLowerCase())]));
  const candidates = old
    .flatMap((one, at) =>
      now.map((other, to) => ({
        one,
        other,
        at,
        to,
        alike: likeness(certain(words.get(one)), certain(words.get(other))),
      })),
    )
    .filter(({ alike }) => alike >= from)
    .sort((a, b) => b.alike - a.alike || a.at + a.to - b.at - b.to || Math.min(a.at, a.to) - Math.min(b.at, b.to));
  const used = new Set<Quotation>();
  for (const { one, other } of candidates) {
    if (used.has(one) || used.has(other)) continue;
    used.add(one).add(other);
    pair(one, other);
  }
}
