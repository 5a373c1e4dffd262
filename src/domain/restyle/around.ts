// What stands around a citation that another form would change.
import { readLabel } from '../citation/labels';
import type { Form } from '../citation/options';
import type { Library } from '../corpus/library';
import { Brackets } from '../draft/brackets';
import type { Block, Draft } from '../draft/draft';
import { linkLabel, linkLabels } from '../draft/linkLabels';
import { firstFrom } from '../text/sorted';
import type { Range } from '../text/ranges';
import type { SkipReason, Unit } from './unit';

/** A link's text, or an inline note, holds no more than so many characters before a citation in it. */
const furthest = 2000;

/** Finds what a citation stands in that would make something else of it in another form. */
export class Around {
  readonly #brackets = new WeakMap<Block, Brackets>();
  /** Whether a block may hold inline notes. */
  readonly #noted = new WeakMap<Block, boolean>();
  /** Where each note of ours begins and ends, in order. */
  readonly #notes: readonly Range[];

  /** Where units begin: what one is rewritten to keeps apart from the unit before it. */
  readonly #units: ReadonlySet<number>;

  constructor(
    readonly draft: Draft,
    library: Library,
    units: readonly Unit[],
  ) {
    this.#units = new Set(units.map(({ start }) => start));
    this.#notes = draft.footnoteDefinitions.filter(({ label }) => readLabel(label, library) !== undefined);
  }

  obstacle(unit: Unit, target: Form): SkipReason | undefined {
    const { draft } = this;
    // The words of a note of ours are the note: they cite nothing else.
    const note = this.#notes[firstFrom(this.#notes, unit.start + 1, ({ start }) => start) - 1];
    if (note && unit.end <= note.end) return 'editedNote';
    const block = draft.blockAt(unit.start);
    if (block === undefined) return undefined;
    if (
      this.#isBound(unit, block) ||
      this.#endsLink(unit, block, target) ||
      (target === 'pandoc' && unit.form !== 'pandoc' && isBehindKey(unit, block))
    )
      return 'beside';
    for (
      let at = unit.start - block.start, pair = this.#of(block).around(at, furthest);
      pair !== undefined;
      at = pair.open, pair = this.#of(block).around(at, furthest)
    ) {
      if (block.prose[pair.open - 1] === '^' && target === 'footnote' && unit.form === 'footnote') return 'inNote';
      if (
        block.prose[pair.open - 1] === '!' ||
        /^(?:\(|\[(?!\^))/u.test(block.text.slice(pair.close + 1, pair.close + 3))
      )
        return 'beside';
    }
    return undefined;
  }

  /**
   * Whether what stands beside a citation makes one with it: braces right behind brackets are their attributes, other
   * brackets their link's, and a caret before makes a note of them.
   */
  #isBound({ form, start, end }: Unit, { text, start: offset }: Block): boolean {
    const behind = text.slice(end - offset, end - offset + 2);
    if (behind.startsWith('{')) return true;
    if (form === 'inText') return false;
    return (!this.#units.has(end) && /^(?:\(|\[(?![@^]))/u.test(behind)) || text[start - offset - 1] === '^';
  }

  /** Whether a mark keeps brackets right before it from being a link, `[label]`, which they are in front of a blank. */
  #endsLink({ form, start }: Unit, block: Block, target: Form): boolean {
    const at = start - block.start;
    if (form !== 'footnote' || target === 'footnote' || block.text[at - 1] !== ']') return false;
    const label = /\[([^[\]]{1,200})\]$/u.exec(block.text.slice(Math.max(0, at - 202), at))?.[1];
    return label !== undefined && linkLabels(this.draft).has(linkLabel(label));
  }

  /** Whether a citation stands in an inline note: `^[…]`. */
  isNoted({ start }: Unit): boolean {
    const block = this.draft.blockAt(start);
    if (block === undefined || !this.#mayHoldNotes(block)) return false;
    for (
      let pair = this.#of(block).around(start - block.start, furthest);
      pair !== undefined;
      pair = this.#of(block).around(pair.open, furthest)
    ) {
      if (block.prose[pair.open - 1] === '^') return true;
    }
    return false;
  }

  #mayHoldNotes(block: Block): boolean {
    let may = this.#noted.get(block);
    if (may === undefined) this.#noted.set(block, (may = block.text.includes('^[')));
    return may;
  }

  #of(block: Block): Brackets {
    let brackets = this.#brackets.get(block);
    if (brackets === undefined) {
      const marks = block.zones.filter(({ kind, start }) => kind === 'citationKey' && block.text[start] === '[');
      brackets = Brackets.of(block.prose, '[', ']', marks);
      this.#brackets.set(block, brackets);
    }
    return brackets;
  }
}

/** Pandoc takes a bracket behind a key in the text for where in its source that is. */
function isBehindKey({ start }: Unit, block: Block): boolean {
  const before = block.text.slice(0, start - block.start).slice(-220);
  return /(?<![\p{L}\p{N}])@[^\s@[\]]{1,200}$/u.test(before.trimEnd());
}
