// What is recognized in a block: citations, and marks that may be some.
import type { Library } from '../corpus/library';
import { merging } from '../merging';
import type { Range } from '../text/ranges';
import type { Block } from './block';
import type { Citation } from './citation';
import { keyed } from './citeText';
import { inTextCitations } from './inText';
import { Names } from './corpusNames';
import { pandocCitations } from './pandoc';
import { placed } from './placed';
import { certain } from '../certain';

/** A marker whose label is not ours: it cites if its definition does. */
interface ForeignMarker extends Range {
  readonly label: string;
}

/** What was recognized in one block, in order: citations in the draft's offsets, markers in the block's. */
export interface Recognized {
  readonly citations: readonly Citation[];
  readonly markers: readonly ForeignMarker[];
  /** The labels of the markers, each once. */
  readonly labels: readonly string[];
}

const nothing: Recognized = { citations: [], markers: [], labels: [] };
const silent = new Set(['frontMatter', 'code', 'html', 'math', 'blank', 'thematicBreak', 'linkDefinition']);

/** So many marks or citations are looked at in one step. */
const atOnce = 256;

const inOrder = (one: Range, other: Range): number => one.start - other.start || other.end - one.end;

const made = new WeakMap<Library, Recognizer>();

/** The recognizer of a library; made once. */
export function recognizerOf(library: Library): Recognizer {
  const recognizer = made.get(library) ?? new Recognizer(library);
  made.set(library, recognizer);
  return recognizer;
}

/** Recognizes the citations of a library, once for each block. */
export class Recognizer {
  readonly names: Names;
  /** What is kept with each of the many blocks that cite nothing: they are looked through once, not with each edit. */
  readonly #none = { by: this, found: nothing };

  constructor(library: Library) {
    this.names = new Names(library);
  }

  /**
   * What was recognized in a block, or that it can cite nothing, which is kept with it; undefined where it is still to be
   * recognized.
   */
  known(block: Block): Recognized | undefined {
    if (block.recognized?.by === this) return block.recognized.found;
    if (!silent.has(block.kind) && this.names.mayCite.test(block.text)) return undefined;
    block.recognized = this.#none;
    return nothing;
  }

  in(block: Block): Recognized {
    const known = this.known(block);
    if (known) return known;
    const steps = this.#recognize(block);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /**
   * The citations in the words of a note of ours, in the draft's offsets: `in` takes all of such a note for one
   * citation.
   */
  inOwnNote(block: Block): readonly Citation[] {
    if (block.label === undefined || !this.names.label(block.label)) return [];
    const steps = inTextCitations(block, this.names);
    for (let step = steps.next(); ; step = steps.next())
      if (step.done) return step.value.map(citation => placed(citation, block));
  }

  /** Recognizes in steps what is in a block that is long: what is found is kept, so that `in` has it at once. */
  *steps(block: Block): Generator<void, void> {
    if (this.known(block)) return;
    yield* block.findingProse();
    yield* this.#recognize(block);
  }

  *#recognize(block: Block): Generator<void, Recognized> {
    const found = yield* this.#find(block);
    block.recognized = { by: this, found };
    return found;
  }

  *#find(block: Block): Generator<void, Recognized> {
    const marks: Citation[] = [];
    const markers: ForeignMarker[] = [];
    let seen = 0;
    for (const { kind, start, end, open } of block.zones) {
      if (++seen % atOnce === 0) yield;
      if (kind !== 'citationKey' || open || block.text[start] !== '[') continue;
      const label = block.text.slice(start + 2, end - 1);
      const key = this.names.label(label);
      if (key) marks.push(keyed(this.names, key, { start, end, form: 'footnote', label }));
      else markers.push({ label, start, end });
    }
    const known = yield* merging(marks, (yield* pandocCitations(block, this.names)).sort(inOrder), inOrder);
    const named = yield* this.#named(block);
    const citations = yield* merging(known, named.sort(inOrder), inOrder);
    if (citations.length === 0 && markers.length === 0) return nothing;
    for (let at = 0; at < citations.length; at++) {
      if ((at + 1) % atOnce === 0) yield;
      citations[at] = placed(certain(citations[at]), block);
    }
    return { citations, markers, labels: [...new Set(markers.map(({ label }) => label))] };
  }

  /** What a note of ours cites, or what is cited in words. */
  *#named(block: Block): Generator<void, Citation[]> {
    const { label } = block;
    const key = label === undefined ? undefined : this.names.label(label);
    // The words of a note of ours are the note, not another citation.
    if (key && label !== undefined)
      return [keyed(this.names, key, { form: 'footnoteDefinition', label, ...definition(block) })];
    const cited = yield* inTextCitations(block, this.names);
    return label === undefined ? cited : cited.map(citation => asDefinition(block, label, citation));
  }
}

/** A definition's extent in its first block: from the label to its last character. */
function definition(block: Block): Range {
  return { start: Math.max(block.text.indexOf('[^'), 0), end: block.text.trimEnd().length };
}

const clauseEnd = /[.;]\s/u;
/** "Cf.", "see, e.g.,": such a stop ends nothing. */
const abbreviated = /\b(?:cf|e\.g|inter al)\./giu;
/** The styles put the document's address behind the place. */
const webAddress = /https?:\/\/[^\s<>]{1,2000}/gu;
const stopsAndBlanks = /[.\s]/gu;

/** So many characters beside its citation, as "See", leave a note a citation and no more. */
const fewBeside = 40;

/** Whether a note is nothing but a citation: little stands before its citation and behind, and no sentence before. */
export function isBareNote(before: string, after: string): boolean {
  return (
    !clauseEnd.test(before.replace(abbreviated, '')) &&
    before.length <= fewBeside &&
    after.replace(webAddress, '').replace(stopsAndBlanks, '').length <= fewBeside
  );
}

/**
 * A note with a label of the drafter's own that consists of a reference to us is a definition too; one to a place that
 * does not exist stays a citation, and is reported as it would be in the text.
 */
function asDefinition(block: Block, label: string, citation: Citation): Citation {
  if (citation.unknown.length > 0) return citation;
  const { start, end } = definition(block);
  const before = block.text.slice(start + label.length + 4, citation.start);
  const after = block.text.slice(citation.end, end);
  if (citation.group || !isBareNote(before, after)) return citation;
  const prefix = before.trim();
  return { ...citation, start, end, form: 'footnoteDefinition', label, ...(prefix ? { prefix } : {}) };
}
