import { Draft } from '../draft/draft';
import { applied, inOrder, Rounds } from '../edits';
import { firstFrom } from '../sorted';
import type { Edit, Problem } from './problem';

/** What a round of fixes leaves to do is done in the next, so many times at most. */
const mostRounds = 6;

/**
 * The edits of the fixes that cannot be wrong, such that once they are made none is left, but for comments whose problem
 * went with them: the draft is checked again as it would be until it has no more to fix. Where that never comes, nothing is done.
 *
 * @param problems those of the draft as it is
 * @param again checks a draft as the first was checked, in steps
 * @returns edits of the draft in order, none touching another
 */
export function* fixAll(draft: Draft, problems: readonly Problem[], again: (draft: Draft) => Generator<void, readonly Problem[]>): Generator<void, Edit[]> {
  const rounds = new Rounds(draft.length);
  let { text } = draft;
  let edits = safeEdits(problems);
  for (let round = 0; round < mostRounds; round++) {
    if (edits.length === 0) return rounds.edits;
    rounds.add(edits);
    text = applied(text, edits);
    edits = safeEdits(yield* again(yield* Draft.reading(text, draft.recognizer.names.library)));
  }
  return edits.length === 0 ? rounds.edits : [];
}

/** The edits of one round, in order: of two fixes that would overlap, the first. Several insertions at one place go in order. */
function safeEdits(problems: readonly Problem[]): Edit[] {
  const taken = new Taken();
  for (const problem of problems) {
    // How a claim is worded is for its author to judge: none of its fixes is safe, and they take time to find.
    if (problem.code.startsWith('attribution-')) continue;
    const fix = problem.fixes.find(({ safe }) => safe);
    if (fix && fix.edits.every(edit => taken.isFree(edit)) && !fix.edits.every(edit => taken.has(edit))) fix.edits.forEach(edit => taken.add(edit));
  }
  return inOrder(taken.edits);
}

/** Edits that do not overlap. An insertion between two characters overlaps only what replaces both. */
class Taken {
  readonly edits: Edit[] = [];
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

  /** Whether it was added: one finding's definition is, once, however often it is cited. */
  has({ start, end, text }: Edit): boolean {
    return this.#known.has(`${start} ${end} ${text}`);
  }

  add(edit: Edit): void {
    this.edits.push(edit);
    this.#known.add(`${edit.start} ${edit.end} ${edit.text}`);
    if (edit.start < edit.end) this.#replaced.splice(firstFrom(this.#replaced, edit.start, ({ start }) => start), 0, edit);
    else {
      const at = firstFrom(this.#places, edit.start, place => place);
      if (this.#places[at] !== edit.start) this.#places.splice(at, 0, edit.start);
    }
  }
}
