// Which notes of a draft say just what they cite, so that they can be restyled.
import { readLabel } from '../citation/labels';
import { recognizeNote } from '../citation/recognize';
import type { Library } from '../corpus/library';
import type { Citation } from '../draft/citation';
import type { Draft, FootnoteDefinition } from '../draft/draft';
import { citedIds, onlyDocument, placeObstacle } from './citedIds';
import { ownWords } from './ownWords';
import type { Obstacle } from './unit';

/** The notes of a draft, as far as its citations are restyled. */
export class Notes {
  /** The first definition of each label. */
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** What the notes cite that have labels of the drafter's own and can be restyled, by label. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly #repeated = new Set<string>();
  /** What is known of each label: a note is read once, however many marks it has. */
  readonly #obstacles = new Map<string, Obstacle | undefined>();

  /** @param byHand whether notes in the drafter's own words are restyled that say nothing besides what they cite */
  constructor(
    readonly draft: Draft,
    readonly library: Library,
    readonly byHand: boolean,
  ) {
    const definitions = new Map<string, FootnoteDefinition>();
    for (const definition of draft.footnoteDefinitions) {
      if (definitions.has(definition.label)) this.#repeated.add(definition.label);
      else definitions.set(definition.label, definition);
    }
    this.definitions = definitions;
    this.named = this.#namedByDrafter();
  }

  #namedByDrafter(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, readonly string[]>();
    for (const citation of this.draft.citations()) {
      const { form, label } = citation;
      if (form !== 'footnote' || label === undefined || readLabel(label, this.library) !== undefined) continue;
      if (!found.has(label) && this.obstacle(citation) === undefined) found.set(label, this.#citedBy(citation));
    }
    return found;
  }

  /** Why a note cannot be restyled that a mark cites by; what it cites is any of its marks'. */
  obstacle(mark: Citation): Obstacle | undefined {
    const { label = '' } = mark;
    if (!this.#obstacles.has(label)) this.#obstacles.set(label, this.#read(mark));
    return this.#obstacles.get(label);
  }

  #read(mark: Citation): Obstacle | undefined {
    const { label = '', unknown } = mark;
    if (unknown.length > 0) return { reason: 'unknown' };
    const definition = this.definitions.get(label);
    const ours = readLabel(label, this.library)?.ids;
    if (ours === undefined) return this.#namedObstacle(mark, definition);
    const cites = [...new Set(mark.ids.length === 0 ? ours : citedIds(mark, this.library))].join();
    if (ours.join() !== cites) return { reason: 'editedNote' };
    if (definition === undefined || isUnedited(definition, this.library, ours)) return undefined;
    return this.#handObstacle(definition, this.#saidIn(definition), cites);
  }

  /** The same for a note under a label of the drafter's own. */
  #namedObstacle(mark: Citation, definition: FootnoteDefinition | undefined): Obstacle | undefined {
    if (definition === undefined || this.#repeated.has(definition.label)) return { reason: 'editedNote' };
    const ids = this.#citedBy(mark);
    if (isUnedited(definition, this.library, ids)) return undefined;
    return this.#handObstacle(definition, mark, ids.join());
  }

  /** Why a note in words of no style is left: they say more than it cites, or restyling back would not give them again. */
  #handObstacle(definition: FootnoteDefinition, said: Citation | undefined, cites: string): Obstacle | undefined {
    const { text } = definition;
    if (
      said === undefined ||
      said.unknown.length > 0 ||
      this.#citedBy(said).join() !== cites ||
      placeObstacle(said, this.library) !== undefined ||
      !onlyDocument(said, this.library)
    )
      return { reason: 'editedNote', words: text };
    const more = ownWords(this.library, text, [{ ...said, key: undefined }]);
    if (more !== undefined) return { reason: 'editedNote', words: more };
    return this.byHand ? undefined : { reason: 'byHand', words: text };
  }

  /** What the words of a note with a label of ours cite, where that is one citation. */
  #saidIn({ start }: FootnoteDefinition): Citation | undefined {
    const block = this.draft.blockAt(start);
    const said = block === undefined ? [] : this.draft.recognizer.inOwnNote(block);
    return said.length === 1 ? said[0] : undefined;
  }

  #citedBy(citation: Citation): readonly string[] {
    return [...new Set(citedIds(citation, this.library))];
  }
}

/**
 * Whether a definition's words are ours: looked at once, however many marks it has. The ids are those of its label; of an
 * "ibid" under a label of the drafter's own, those that the note before tells.
 */
const unedited = new WeakMap<FootnoteDefinition, { readonly of: string; readonly isOurs: boolean }>();

export function isUnedited(definition: FootnoteDefinition, library: Library, ids: readonly string[]): boolean {
  const of = ids.join('+');
  const known = unedited.get(definition);
  if (known?.of === of) return known.isOurs;
  const isOurs = recognizeNote(library, ids, definition.text).length > 0;
  unedited.set(definition, { of, isOurs });
  return isOurs;
}
