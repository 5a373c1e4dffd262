// All fixes that cannot be wrong, made together.
import { Draft } from '../draft/draft';
import { firstChange } from '../draft/firstChange';
import { applied, inOrder, Rounds, type Edit } from '../text/edits';
import { firstFrom } from '../text/sorted';
import type { Fix, Problem } from './problem';

/** What a round of fixes leaves to do is done in the next, so many times at most. */
const mostRounds = 6;
/** So many fixes of one round are tried out and left; after that none of the round is made. */
const mostLeft = 40;

/**
 * The edits of the fixes that cannot be wrong, such that once they are made none is left, but for comments whose
 * problem went with them: the draft is read and checked again as it would be until it has no more to fix. A fix that
 * would change how something else is read is left to the drafter. Where there is no end to it, nothing is done.
 *
 * @param problems those of the draft as it is
 * @param again checks a draft as the first was checked, in steps
 * @returns edits of the draft in order, none touching another
 */
export function* fixAll(
  draft: Draft,
  problems: readonly Problem[],
  again: (draft: Draft) => Generator<void, readonly Problem[]>,
): Generator<void, Edit[]> {
  const rounds = new Rounds(draft.length);
  let now = draft;
  let found = problems;
  for (let round = 0; round < mostRounds; round++) {
    const made = yield* oneRound(now, found);
    if (made === undefined) return rounds.edits;
    rounds.add(made.edits);
    now = made.draft;
    found = yield* again(now);
  }
  return (yield* oneRound(now, found)) === undefined ? rounds.edits : [];
}

/** One round of fixes, and the draft after it; undefined where none is to be made. */
function* oneRound(
  draft: Draft,
  problems: readonly Problem[],
): Generator<void, { readonly edits: readonly Edit[]; readonly draft: Draft } | undefined> {
  const { library } = draft.recognizer.names;
  let fixes = yield* safeFixes(problems);
  for (let left = 0; fixes.length > 0 && left <= mostLeft; left++) {
    const edits = inOrder(fixes.flatMap(fix => fix.edits));
    const after = yield* Draft.reading(applied(draft.text, edits), library);
    const change = firstChange(draft, after, library);
    if (change === undefined) return { edits, draft: after };
    const culprit = nearest(fixes, change);
    fixes = fixes.filter(fix => fix !== culprit);
  }
  return undefined;
}

/** The fix with the edit that is nearest to a place. */
function nearest(fixes: readonly Fix[], at: number): Fix | undefined {
  let best: { readonly fix: Fix; readonly distance: number } | undefined;
  for (const fix of fixes) {
    for (const { start, end } of fix.edits) {
      const distance = Math.max(0, start - at, at - end);
      if (best === undefined || distance < best.distance) best = { fix, distance };
    }
  }
  return best?.fix;
}

/**
 * The fixes of one round: of two that would overlap, the first. One finding's definition is added once, however often
 * it is cited. The fixes of a problem are made when they are first asked for: a step is those of one.
 */
function* safeFixes(problems: readonly Problem[]): Generator<void, Fix[]> {
  const taken = new Taken();
  const found: Fix[] = [];
  for (const { fixes } of problems) {
    yield;
    const fix = fixes.find(({ safe }) => safe);
    if (!fix || !fix.edits.every(edit => taken.isFree(edit)) || fix.edits.every(edit => taken.has(edit))) continue;
    fix.edits.forEach(edit => taken.add(edit));
    found.push(fix);
  }
  return found;
}

/** Edits that do not overlap. An insertion between two characters overlaps only what replaces both. */
class Taken {
  /** The replacements, and the places of insertions, each in order of the text. */
  readonly #replaced: Edit[] = [];
  readonly #places: number[] = [];
  readonly #known = new Set<string>();

  isFree({ start, end }: Edit): boolean {
    // Whatever begins before the end of this: the last of them reaches furthest.
    const before = this.#replaced[firstFrom(this.#replaced, end, edit => edit.start) - 1];
    if (before && before.end > start) return false;
    return !((this.#places[firstFrom(this.#places, start + 1, place => place)] ?? Infinity) < end);
  }

  /** Whether it was added. */
  has({ start, end, text }: Edit): boolean {
    return this.#known.has(`${start} ${end} ${text}`);
  }

  add(edit: Edit): void {
    this.#known.add(`${edit.start} ${edit.end} ${edit.text}`);
    if (edit.start < edit.end)
      this.#replaced.splice(
        firstFrom(this.#replaced, edit.start, ({ start }) => start),
        0,
        edit,
      );
    else {
      const at = firstFrom(this.#places, edit.start, place => place);
      if (this.#places[at] !== edit.start) this.#places.splice(at, 0, edit.start);
    }
  }
}
