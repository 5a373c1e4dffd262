/** Cause and effect exchanged: "predictability boosts access" for "increasing access boosted predictability". */
import { certain } from '../../certain';
import { lazy } from '../../lazy';
import { stem as stemOf } from '../attribution/relate';
import type { Changed } from './changed';
import { before, behind, shared, type Read } from './words';

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
/** A passive has what brings it about behind it. */
const be = new Set('is are was were be been being'.split(' '));
const isActive = ({ lower }: Read, at: number): boolean =>
  !be.has(lower[at - 1] ?? '') && !be.has(lower[at - 2] ?? '') && lower[at + 1] !== 'by';

/** So many words that tell anything are compared on each side: of a source's sentence, its subject may stand far before. */
const ofDraft = 4;
const ofSourceBefore = 12;
const ofSourceBehind = 4;
/** So many words on both sides together must have changed places. */
const least = 3;

/** Whether what brings about what is told as a sentence of the source tells it. */
function isInOrder(draft: Read, at: number, source: Read): boolean {
  const verb = certain(draft.stems[at]);
  const its = causing().has(verb) ? source.stems.indexOf(verb) : -1;
  return (
    its >= 0 &&
    shared(before(draft, at, ofDraft), before(source, its, ofSourceBefore)) > 0 &&
    shared(behind(draft, at + 1, ofDraft), behind(source, its + 1, ofSourceBehind)) > 0
  );
}

/** What brings about what, where a sentence of the source has it the other way round. */
export function exchanged(draft: Read, source: Read): Changed[] {
  if (draft.stems.some((_, at) => isInOrder(draft, at, source))) return [];
  return draft.stems.flatMap((verb, at): Changed[] => {
    if (!causing().has(verb) || !isActive(draft, at)) return [];
    const its = source.stems.indexOf(verb);
    if (its < 0 || !isActive(source, its)) return [];
    const [cause, effect] = [before(draft, at, ofDraft), behind(draft, at + 1, ofDraft)];
    const [itsCause, itsEffect] = [before(source, its, ofSourceBefore), behind(source, its + 1, ofSourceBehind)];
    const [turned, back] = [shared(cause, itsEffect), shared(effect, itsCause)];
    const isTurned = turned > 0 && back > 0 && turned + back >= least;
    if (!isTurned || shared(cause, itsCause) + shared(effect, itsEffect) > 0) return [];
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
