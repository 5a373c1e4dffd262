/** The speakers above the items of a list, whose verbs stand in the items: "Member States:" and what each called for. */
import type { Block } from '../draft/draft';
import type { UnitFacts } from './facts';
import { isToBeDone, type Stem } from './told';
import type { Unit } from './units';

/** A unit with what was found in it. */
interface Passed {
  readonly unit: Unit;
  readonly facts: UnitFacts;
}

/** Says for one unit of a draft after the other which speaker it goes on with. */
export class SpeakersAbove {
  /** The speaker that stands above the list. */
  #stem: Stem | undefined;
  /** The speaker that an item ends with, and how deep it stands: the items within it go on with that. */
  #inner: { readonly stem: Stem; readonly item: Block; readonly depth: number } | undefined;
  /** Whether a problem of the speaker above the list has been told of. */
  #told = false;
  /** Whether the heading above says that what follows is to be done. */
  #asked = false;

  /** The speaker that a unit goes on with; its place counts from the unit's beginning. */
  above(first: Block, { quoted }: Unit, before: Passed | undefined): Stem | undefined {
    const isItem = first.kind === 'listItem';
    if (this.#inner && (!isItem || depthOf(first) <= this.#inner.depth)) this.#inner = undefined;
    const stem = this.#inner?.stem ?? (isItem || (quoted && this.#stem?.told) ? this.#stem : undefined);
    if (!stem) return undefined;
    const shown = this.#told ? undefined : shownBelow(before, this.#inner?.item);
    return { ...stemFrom(stem, first.start), shown };
  }

  /** Passes a unit that begins with a block, with what was found in it and the speaker it went on with. */
  pass(first: Block, { unit, facts }: Passed, stem: Stem | undefined): void {
    if (stem && facts.problems.some(({ start }) => start < 0)) this.#told = true;
    const own = unit.quoted ? undefined : stemBelow(facts.stem, first, this.#asked);
    // The items of one list go on with what stands before the first.
    if (first.kind === 'listItem') {
      if (own) {
        this.#told = false;
        this.#inner = { stem: own, item: first, depth: depthOf(first) };
      }
    } else if (!first.continues) {
      this.#told = false;
      this.#stem = own;
    }
    if (first.kind === 'heading') this.#asked = isToBeDone(first.text);
  }
}

/** A speaker's place, counted from another beginning. */
const stemFrom = (stem: Stem, start: number): Stem => ({ ...stem, start: stem.start - start, end: stem.end - start });

/**
 * The speaker that a unit ends with, with its place in the draft. Where the heading says what is to be done, what stands
 * below in the present tells what somebody is to do.
 */
function stemBelow(stem: Stem | undefined, { start }: Block, asked: boolean): Stem | undefined {
  if (!stem || (asked && stem.told && stem.present)) return undefined;
  return { ...stemFrom(stem, -start), present: stem.present === true && !asked };
}

/** In how many items a block stands. */
const depthOf = ({ exit }: Block): number => exit.containers.filter(({ type }) => type === 'item').length;

/** How far a speaker above a list is shown, by what stands before the item: another item, or the speaker. */
function shownBelow(before: Passed | undefined, above: Block | undefined): Stem['shown'] {
  const last = before?.unit.blocks[0];
  return last?.kind === 'listItem' && last !== above ? 'alone' : 'upToVerb';
}
