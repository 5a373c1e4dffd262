/** Those whom the source takes in, left out by a draft: "people on the move, excluding irregular migrants". */
import { certain } from '../../certain';
import type { Changed } from './changed';
import { isToldPlainly } from './toldPlainly';
import { before, Phrases, type Read, type Stretch } from './words';

const leaving = new Phrases<true>([
  [
    true,
    'excluding, excepting, barring, except, except for, save for, but not, though not, if not, and not, not, not including, other than, rather than, instead of, in place of, ' +
      'apart from, aside from, without, leaving out, leaving aside, exclusive of, with the exception of, to the exclusion of',
  ],
]);

/** What may stand between words that leave out and those left out: "not in those of origin", "except for the". */
const between = new Set('in of for on at to from by with those that the any all both countries country'.split(' '));

const alone = /^(?:only|alone|solely|exclusively)$/;

/** So many words of the source that tell anything are what "including" and "both" take in. */
const longest = 4;

/** What a sentence of the source takes in expressly. */
export type TakenIn = {
  /** "Including irregular migrants", "both … and destination". */
  readonly at: Stretch;
} & (
  | {
      /** One who may be left out right behind others, by their stems: "people on the move, excluding irregular migrants". */
      readonly kind: 'pair';
      readonly out: readonly string[];
      readonly of: readonly string[];
    }
  | {
      /** All kinds of one are meant, by its stem: "migrants of different categories". */
      readonly kind: 'kinds';
      readonly of: string;
    }
);

export const takenInBy = (source: Read): TakenIn[] =>
  source.lower.flatMap((word, at) => {
    if (word === 'including') return included(source, at);
    if (word === 'well' && source.lower[at - 1] === 'as') return asWell(source, at);
    if (manifold.test(word)) return ofAllKinds(source, at);
    return word === 'both' ? bothOf(source, at) : [];
  });

/** "Migrants of different categories". */
const manifold = /^(?:different|diverse|various)$/;
const isEnd = (word: string): boolean => endsMember.test(word);
const endsMember = /^(?:to|and|as|for|in|with|by|or|through|that|between)$/;

function included(source: Read, at: number): TakenIn[] {
  // "Including those in need".
  const from = source.lower[at + 1] === 'those' ? at + 3 : at + 1;
  const { stems, to } = tellingUpTo(source, from, isEnd);
  const of = before(source, at, 1);
  return stems.length === 0 || of.length === 0 ? [] : [{ kind: 'pair', at: { from: at, to }, out: stems, of }];
}

/** Each of two may be left out behind the other. */
function bothOf(source: Read, at: number): TakenIn[] {
  const one = tellingUpTo(source, at + 1, word => word === 'and');
  if (source.lower[one.to] !== 'and') return [];
  const other = tellingUpTo(source, one.to + 1, isEnd);
  // "Both countries of origin and destination": what is said once, is said of both.
  const first = one.stems.filter(stem => !other.stems.includes(stem)).slice(-Math.min(2, other.stems.length));
  const second = other.stems.filter(stem => !one.stems.includes(stem));
  return eitherOf({ from: at, to: other.to }, first, second);
}

/** "With local partners as well as with national governments". */
function asWell(source: Read, at: number): TakenIn[] {
  let from = at + 1;
  while (/^(?:as|with|in|by|for)$/.test(source.lower[from] ?? '')) from++;
  const other = tellingUpTo(source, from, isEnd);
  return eitherOf({ from: at - 1, to: other.to }, before(source, at - 1, 2), other.stems);
}

const eitherOf = (at: Stretch, one: readonly string[], other: readonly string[]): TakenIn[] =>
  one.length === 0 || other.length === 0
    ? []
    : [
        { kind: 'pair', at, out: one, of: other },
        { kind: 'pair', at, out: other, of: one },
      ];

function ofAllKinds(source: Read, at: number): TakenIn[] {
  const noun = at - 2;
  return source.lower[at - 1] === 'of' && source.tells[noun]
    ? [
        {
          kind: 'kinds',
          at: { from: noun, to: Math.min(at + 2, source.lower.length) },
          of: certain(source.stems[noun]),
        },
      ]
    : [];
}

/** The stems that tell anything from a word on, up to a mark or to a word that ends them. */
function tellingUpTo(
  { lower, stems, tells, parted }: Read,
  from: number,
  ends: (word: string) => boolean,
): { readonly stems: string[]; readonly to: number } {
  const found: string[] = [];
  let to = from;
  for (; to < lower.length && !parted[to] && !ends(certain(lower[to])) && found.length < longest; to++)
    if (tells[to]) found.push(certain(stems[to]));
  return { stems: found, to };
}

/** Where a draft leaves out what a sentence of the source takes in; undefined where it does not. */
export function leftOut(draft: Read, source: Read, taken: readonly TakenIn[]): Changed | undefined {
  for (const each of taken)
    for (let at = 0; at < draft.lower.length; at++) {
      const said =
        each.kind === 'kinds'
          ? onlyKind(draft, at, each.of)
          : (outBehind(draft, at, each.out, each.of) ?? outAhead(draft, at, each.out, each.of));
      if (said && isToldPlainly(draft, source, said)) return { kind: 'contrary', said, instead: each.at };
    }
  return undefined;
}

/** "With the exception of irregular migrants", "in countries of destination, though not in those of origin". */
function outBehind(draft: Read, at: number, out: readonly string[], of: readonly string[]): Stretch | undefined {
  const phrase = leaving.at(draft, at);
  if (!phrase || !of.includes(before(draft, at, 1)[0] ?? '')) return undefined;
  let from = at + phrase.length;
  while (between.has(draft.lower[from] ?? '') && !draft.parted[from]) from++;
  if (!out.includes(draft.stems[from] ?? '')) return undefined;
  let to = from + 1;
  while (to < draft.stems.length && !draft.parted[to] && out.includes(certain(draft.stems[to]))) to++;
  // "And not irregular migrants alone" takes in others.
  return alone.test(draft.lower[to] ?? '') ? undefined : { from: at, to };
}

/** "Irregular migrants excepted". */
function outAhead(draft: Read, at: number, out: readonly string[], of: readonly string[]): Stretch | undefined {
  if (!/^(?:excepted|excluded|aside|apart)$/.test(certain(draft.lower[at])) || draft.lower[at + 1] === 'from')
    return undefined;
  let from = at;
  while (from > 0 && out.includes(certain(draft.stems[from - 1]))) from--;
  return from < at && of.includes(before(draft, from, 1)[0] ?? '') ? { from, to: at + 1 } : undefined;
}

/** "Of highly skilled migrants only", of those of whom all kinds are meant; not "migrants only through a skills lens". */
function onlyKind(draft: Read, at: number, noun: string): Stretch | undefined {
  const isLast = at + 1 === draft.lower.length || draft.parted[at + 1] === true;
  return alone.test(certain(draft.lower[at])) && isLast && draft.stems[at - 1] === noun
    ? { from: Math.max(0, at - 2), to: at + 1 }
    : undefined;
}
