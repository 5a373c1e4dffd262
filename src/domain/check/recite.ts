/** Another finding in place of the one that a citation names, in the form, style and wording that stand there. */
import { definitionText } from '../citation/cite';
import { labelOf, readLabel } from '../citation/labels';
import { formatPlaces, parseLocator, placeOf } from '../citation/locator';
import { laterNotesDiffer, wishesIn, type Position, type Style, type Wishes } from '../citation/options';
import { nearestNote, recognizeNote } from '../citation/recognize';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Citation, Draft, FootnoteDefinition } from '../draft/draft';
import { noteOrder } from '../draft/noteOrder';
import { joined, type Edit } from '../text/edits';
import { addedDefinitions } from '../markdown/footnotes';
import { removed } from '../markdown/removeDefinitions';
import type { Range } from '../text/ranges';

/** How a note is worded where the one it replaces does not say. */
export interface ReciteOptions extends Wishes {
  readonly style: Style;
  readonly language: Language;
}

/**
 * The edits that make the citation at a place of the draft cite another finding: of a bracket or
 * parentheses only the place changes, of a footnote the mark and what hangs on it.
 *
 * @returns undefined where the citation names more than one place, or nothing that can be changed alone
 */
export function recite(
  draft: Draft,
  library: Library,
  { start, end }: Range,
  id: string,
  options: ReciteOptions,
): readonly Edit[] | undefined {
  const citation = draft.citationsIn(start, end).find(each => each.start === start && each.end === end);
  if (citation === undefined || citation.ids.length !== 1 || notesOf(draft, library).refersBack) return undefined;
  if (citation.form === 'footnote') return new Note(draft, library, citation, id, options).edits();
  const edit = placeInText(draft, library, citation, id, options.language);
  return edit && [edit];
}

/** What is looked up in the whole of a draft, once for all its fixes. */
interface Notes {
  /** How often each label stands in brackets, whatever it is there. */
  readonly marks: ReadonlyMap<string, number>;
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Whether a note or parenthesis by hand says "ibid.": it would point to the other finding, too, and nobody would see it. */
  readonly refersBack: boolean;
}

const notesKept = Symbol('the notes of a draft');

function notesOf(draft: Draft, library: Library): Notes {
  const held = draft.kept<{ version: number; notes: Notes | undefined }>(notesKept, () => ({
    version: -1,
    notes: undefined,
  }));
  if (held.notes && held.version === draft.version) return held.notes;
  const { text, footnoteDefinitions } = draft;
  held.notes = {
    marks: marksIn(text),
    // Of two with one label the first counts.
    definitions: new Map(footnoteDefinitions.toReversed().map(each => [each.label, each])),
    refersBack:
      /\(\s{0,9}ibid/iu.test(text) ||
      footnoteDefinitions.some(
        ({ label, text: words }) => readLabel(label, library) === undefined && /^\s{0,9}(?:see )?ibid/iu.test(words),
      ),
  };
  held.version = draft.version;
  return held.notes;
}

/** No label is longer. */
const longestLabel = 1000;

function marksIn(text: string): Map<string, number> {
  const marks = new Map<string, number>();
  let close = -1;
  for (let at = text.indexOf('[^'); at >= 0; at = text.indexOf('[^', at + 2)) {
    if (close < at) close = text.indexOf(']', at);
    if (close < 0) break;
    if (close - at > longestLabel) continue;
    const label = text.slice(at + 2, close);
    marks.set(label, (marks.get(label) ?? 0) + 1);
  }
  return marks;
}

/** The words for a finding's place, in the language and wording of another place's. */
export function placeLike(library: Library, ids: readonly string[], like: string, language: Language): string {
  const read = parseLocator(like) ?? ({ language, wording: /\d$/u.test(like) ? 'numbers' : 'words' } as const);
  const places = ids.flatMap(each => library.resolve(each)?.entry ?? []).map(placeOf);
  return formatPlaces(places, read.language, read.wording);
}

function placeInText(
  draft: Draft,
  library: Library,
  { start, end, locator, key, corpus }: Citation,
  id: string,
  language: Language,
): Edit | undefined {
  if (library.resolve(id)?.corpus.id !== corpus) return undefined;
  const text = draft.slice(start, end);
  const at = locator === undefined ? undefined : rangeOf(text, locator);
  if (at && locator !== undefined)
    return { start: start + at.start, end: start + at.end, text: placeLike(library, [id], locator, language) };
  // The key names the place: `@idm2022-1-d2c4`.
  const keyAt = key === undefined || key === corpus || locator !== undefined ? -1 : text.indexOf(`@${key}`);
  return keyAt < 0 || key === undefined
    ? undefined
    : { start: start + keyAt + 1, end: start + keyAt + 1 + key.length, text: id };
}

/** Where words stand in a text, however they are broken over lines. */
function rangeOf(text: string, words: string): Range | undefined {
  const pattern = words.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&').replace(/\s+/gu, '[>\\s]+');
  const found = new RegExp(pattern, 'u').exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** A footnote that cites one finding and is to cite another. */
class Note {
  readonly #label: string;
  readonly #notes: Notes;
  readonly #definition: FootnoteDefinition | undefined;

  constructor(
    readonly draft: Draft,
    readonly library: Library,
    readonly citation: Citation,
    readonly id: string,
    readonly options: ReciteOptions,
  ) {
    this.#label = citation.label ?? '';
    this.#notes = notesOf(draft, library);
    this.#definition = this.#notes.definitions.get(this.#label);
  }

  edits(): readonly Edit[] | undefined {
    const { draft, citation } = this;
    const definition = this.#definition;
    // Whatever it stands in: what looks like another mark of the note may be one.
    const alone = (this.#notes.marks.get(this.#label) ?? 0) <= (definition ? 2 : 1);
    const ours = readLabel(this.#label, this.library);
    if (!ours && alone) return this.#ownNote();
    const label = this.#newLabel();
    const mark = { start: citation.start, end: citation.end, text: `[^${label}]` };
    const old =
      definition && ours
        ? nearestNote(recognizeNote(this.library, ours.ids, definition.text), this.options)
        : undefined;
    const isThere = this.#notes.definitions.has(label);
    if (!definition || !alone || !old)
      return isThere ? [mark] : this.#withDefinition(mark, label, this.options, 'first');
    if (isThere) return joined([mark, ...removed(draft.text, [definition])]);
    const abbreviated = old.position === 'ibid' ? this.options.bluebookAbbreviations : old.abbreviated;
    const text = this.#words(
      { ...old, ...wishesIn({ bluebookAbbreviations: abbreviated }) },
      old.style === 'un' || !this.#isCounted ? 'first' : old.position,
    );
    return joined([mark, { start: definition.start, end: definition.end, text: `[^${label}]: ${text}` }]);
  }

  /** Whether it is known how the note is counted: else its words do not depend on it. */
  get #isCounted(): boolean {
    return this.citation.start < noteOrder(this.draft).uncertainFrom;
  }

  /** The finding's own label; in a style that words later notes differently, one that no other note has. */
  #newLabel(): string {
    const taken = this.#notes.definitions;
    let mention = 1;
    if (laterNotesDiffer(this.options.style)) while (taken.has(labelOf(this.id, mention))) mention += 1;
    return labelOf(this.id, mention);
  }

  #withDefinition(mark: Edit, label: string, how: ReciteOptions, position: Position): readonly Edit[] {
    const { draft } = this;
    const later = laterNotesDiffer(how.style) && this.#definition && this.#isCounted ? 'subsequent' : position;
    return joined([
      mark,
      ...addedDefinitions(draft, [{ label, text: this.#words(how, later) }], { eol: draft.eol, beside: [mark] }),
    ]);
  }

  #words({ style, language, bluebookAbbreviations }: ReciteOptions, position: Position): string {
    // The number of the note that it refers back to stays.
    const firstNote = Number(
      /\(n (\d{1,6})\)| note (\d{1,6})/u
        .exec(this.#definition?.text ?? '')
        ?.slice(1)
        .find(Boolean) ?? 1,
    );
    return definitionText(this.library, this.id, {
      style,
      language,
      position,
      firstNote,
      ...wishesIn({ bluebookAbbreviations }),
    });
  }

  /** A note of the drafter's own that refers to us: its words stay, but for the place. */
  #ownNote(): readonly Edit[] | undefined {
    const cited = this.draft
      .citations()
      .find(({ form, label }) => form === 'footnoteDefinition' && label === this.#label);
    const edit = cited && placeInText(this.draft, this.library, cited, this.id, this.options.language);
    return edit && [edit];
  }
}
