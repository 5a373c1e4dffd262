/** Cause and effect exchanged: "predictability boosts access" for "increasing access boosted predictability". */
import { certain } from '../../certain';
import { lazy } from '../../lazy';
import { stem as stemOf } from '../attribution/relate';
import type { Changed } from './changed';
import { before, behind, Phrases, shared, type Read, type Stretch } from './words';

/** Verbs that say what brings what about. */
const causing = lazy(
  () =>
    new Set(
      (
        'boost boosts boosted reduce reduces reduced increase increases increased enhance enhances enhanced undermine undermines undermined hamper hampers ' +
        'hampered cause causes caused drive drives drove fuel fuels fuelled feed feeds fed exacerbate exacerbates exacerbated undercut undercuts spur spurs ' +
        'spurred strengthen strengthens strengthened improve improves improved weaken weakens weakened shape shapes shaped unlock unlocks unlocked'
      )
        .split(' ')
        .map(stemOf),
    ),
);
/** Those that say that there is more of something, or that it is better. */
const raising = lazy(
  () => new Set('boost increase enhance strengthen improve spur raise foster promote'.split(' ').map(stemOf)),
);

const ending = /ing$/;

/**
 * Where a sentence of the source has the verb of a draft; "increasing access" is a noun's. One that only says the same
 * counts where it stands between its subject and what it is done to: "predictability increased access".
 */
function itsVerb(source: Read, draft: Read, at: number): number {
  const verb = certain(draft.stems[at]);
  const own = source.stems.findIndex((other, its) => other === verb && !ending.test(certain(source.lower[its])));
  if (own >= 0 || !raising().has(verb) || !isBetween(draft, at)) return own;
  return source.stems.findIndex(
    (other, its) => raising().has(other) && !ending.test(certain(source.lower[its])) && isBetween(source, its),
  );
}

const modal = /^(?:would|will|could|can|may|might)$/;

/** Whether a verb stands right behind a word that tells anything, or behind a modal, and before another. */
function isBetween({ lower, parted, tells }: Read, at: number): boolean {
  const subject = modal.test(lower[at - 1] ?? '') ? at - 2 : at - 1;
  return (
    tells[subject] === true &&
    tells[at + 1] === true &&
    !parted[at] &&
    !parted[at + 1] &&
    !ending.test(certain(lower[at]))
  );
}

/** A passive has what brings it about behind it. */
const be = new Set('is are was were be been being'.split(' '));
/** "The predictability it boosts" has before it what is brought about. */
const isActive = ({ lower }: Read, at: number): boolean =>
  !/^(?:it|they|this|these)$/.test(lower[at - 1] ?? '') &&
  !be.has(lower[at - 1] ?? '') &&
  !be.has(lower[at - 2] ?? '') &&
  lower[at + 1] !== 'by';

/** So many words that tell anything are compared on each side: of a source's sentence, its subject may stand far before. */
const ofDraft = 4;
const ofSourceBefore = 12;
const ofSourceBehind = 4;
/** So many words on both sides together must have changed places. */
const least = 3;

/** Where the verbs of a draft stand that say what brings what about. */
export const causesIn = ({ stems }: Read): readonly number[] => {
  const found: number[] = [];
  for (let at = 0; at < stems.length; at++) if (causing().has(certain(stems[at]))) found.push(at);
  return found;
};

/** Whether what such a verb says brings about what is told as a sentence of the source tells it. */
function isInOrder(draft: Read, at: number, source: Read): boolean {
  const its = itsVerb(source, draft, at);
  return (
    its >= 0 &&
    shared(before(draft, at, ofDraft), before(source, its, ofSourceBefore)) > 0 &&
    shared(behind(draft, at + 1, ofDraft), behind(source, its + 1, ofSourceBehind)) > 0
  );
}

/** Words that say nothing of what is meant: "the risk that". */
const general = lazy(
  () => new Set('risk risks effect effects level levels chance chances migrants people'.split(' ').map(stemOf)),
);
const isMeant = (stem: string): boolean => !general().has(stem);

/**
 * What brings about what, where a sentence of the source has it the other way round.
 *
 * @param causes where the draft's verbs stand that say so
 */
export function exchanged(draft: Read, causes: readonly number[], source: Read): Changed[] {
  const aims = aimsExchanged(draft, source) ?? causeBehind(draft, source);
  if (aims) return [aims];
  if (causes.length === 0 || causes.some(at => isInOrder(draft, at, source))) return [];
  return causes.flatMap((at): Changed[] => {
    const verb = certain(draft.stems[at]);
    if (!isActive(draft, at)) return [];
    const its = itsVerb(source, draft, at);
    if (its < 0 || !isActive(source, its)) return [];
    const [cause, effect] = [before(draft, at, ofDraft), behind(draft, at + 1, ofDraft)];
    const [itsCause, itsEffect] = [before(source, its, ofSourceBefore), behind(source, its + 1, ofSourceBehind)];
    const [turned, back] = [shared(cause, itsEffect), shared(effect, itsCause)];
    const isTurned =
      turned > 0 &&
      back > 0 &&
      turned + back >= least &&
      // "Predictability requires improved access".
      (source.stems[its] === verb || itsEffect.includes(before(draft, at, 1)[0] ?? ''));
    const kept = shared(cause.filter(isMeant), itsCause) + shared(effect.filter(isMeant), itsEffect);
    if (!isTurned || kept > 0) return [];
    const first = draft.stems.findIndex(
      (stem, where) => where < at && stem === cause.findLast(each => itsEffect.includes(each)),
    );
    return [
      {
        kind: 'contrary',
        said: { from: first < 0 ? at : first, to: at + 1 },
        instead: {
          from: its,
          to: source.stems.indexOf(certain(itsEffect.find(each => cause.includes(each))), its) + 1,
        },
      },
    ];
  });
}

/** What a cause stands behind. */
const because = new Phrases<'cause'>([
  ['cause', 'because of, because, owing to, due to, as a result of, as a consequence of, on account of, thanks to'],
]);
const failing = /^(?:ineffective|ineffectual|ineffectiveness|little|poor|weak|fail\w*|unsuccessful|futile)$/;
const pronoun = /^(?:it|they|this|these|that|of)$/;
const remains = /^(?:is|are|was|were|be|been|remain|remains|remained|stay|stays|stayed)$/;
/** So many words that tell anything tell a cause, and what comes of it. */
const ofCause = 5;
const ofEffect = 7;
/** So many words of each must have changed places. */
const fewest = 2;
/** "Ineffective responses": of their effect. */
const whole = (stem: string): string => stem.replace(/^in(?=effect)/, '');

/** What a draft tells of failure as the cause of something: the words of both, and those that say so. */
interface Blamed extends Stretch {
  readonly cause: readonly string[];
  readonly effect: readonly string[];
}

function blamed(draft: Read): Blamed | undefined {
  const from = draft.lower.findIndex((_, here) => because.at(draft, here) !== undefined);
  if (from < 0) return undefined;
  const to = from + certain(because.at(draft, from)).length;
  // "Because responses depend on data" turns nothing.
  if (pronoun.test(draft.lower[to] ?? '') || !draft.lower.slice(to).some(word => failing.test(word))) return undefined;
  const end = draft.parted.findIndex((parted, here) => parted && here > to);
  const isFirst = end >= 0 && (from === 0 || draft.parted[from] === true || before(draft, from, 1).length === 0);
  // "Participants emphasized the limited data because …" tells why they did.
  const main = isFirst ? draft.lower.slice(end) : draft.lower.slice(0, from);
  if (!main.some(word => remains.test(word))) return undefined;
  const effect = isFirst ? behind(draft, end, ofEffect) : before(draft, from, ofEffect);
  return { from, to, cause: behind(draft, to, ofCause).map(whole), effect: effect.map(whole) };
}

/** "Data are limited because responses were ineffective" for "limited data reduced the effectiveness of responses". */
function causeBehind(draft: Read, source: Read): Changed | undefined {
  const mine = blamed(draft);
  const its = mine
    ? source.stems.findIndex(
        (stem, here) => causing().has(stem) && !ending.test(certain(source.lower[here])) && isActive(source, here),
      )
    : -1;
  if (!mine || its < 0) return undefined;
  const [itsCause, itsEffect] = [before(source, its, ofSourceBefore), behind(source, its + 1, ofSourceBehind)];
  const isTurned = (words: readonly string[], other: readonly string[], own: readonly string[]): boolean =>
    shared(words, other) >= fewest && shared(words, other) > shared(words, own);
  if (!isTurned(mine.cause, itsEffect, itsCause) || !isTurned(mine.effect, itsCause, itsEffect)) return undefined;
  return {
    kind: 'contrary',
    said: { from: mine.from, to: Math.min(mine.to + 2, draft.lower.length) },
    instead: { from: its, to: Math.min(its + 3, source.lower.length) },
  };
}

/** So many words that tell anything say what is to be left behind, and what aimed at. */
const ofAim = 2;

/** What is left behind and what is aimed at: "beyond recognizing vulnerabilities to maximize their role". */
function aimsOf(words: Read): { readonly at: number; readonly beyond: string[]; readonly aim: string[] } | undefined {
  const at = words.lower.indexOf('beyond');
  const to = at < 0 ? -1 : words.lower.indexOf('to', at);
  return to < 0 ? undefined : { at, beyond: behind(words, at + 1, ofAim), aim: behind(words, to + 1, ofAim) };
}

/** "Beyond maximizing their role to recognize vulnerabilities" for the contrary. */
function aimsExchanged(draft: Read, source: Read): Changed | undefined {
  const [mine, its] = [aimsOf(draft), aimsOf(source)];
  if (!mine || !its) return undefined;
  const isTurned = shared(mine.beyond, its.aim) > 0 && shared(mine.aim, its.beyond) > 0;
  if (!isTurned || shared(mine.beyond, its.beyond) + shared(mine.aim, its.aim) > 0) return undefined;
  const said = { from: mine.at, to: Math.min(mine.at + 2, draft.lower.length) };
  return { kind: 'contrary', said, instead: { from: its.at, to: Math.min(its.at + 3, source.lower.length) } };
}
