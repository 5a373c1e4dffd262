import { cite, definitionText, entriesOf, type Definition } from '../citation/cite';
import { labelOf, readLabel } from '../citation/labels';
import { laterNotesDiffer, markAfterPunctuation, type Form, type Style } from '../citation/options';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { blockPlace } from './block';
import { isTableRow, markerPlace, parenthesisPlace, quotationPlace, textPlace, type Place } from './surroundings';
import type { Kind } from './trigger';
import type { DraftView, Edit } from './view';

/** What to insert. */
export interface Request {
  /** Findings, passages or sentences of them. */
  readonly ids: readonly string[];
  readonly kind: Kind;
  readonly form: Form;
  readonly style: Style;
  readonly language: Language;
}

/** Where to insert: a cursor (`start` = `end`), or a trigger that is replaced. */
export interface Target {
  readonly start: number;
  readonly end: number;
  /** Inside a bracket that already holds citations: only the key goes in. */
  readonly bundled?: boolean;
}

/** What an insertion does to a draft: edits that do not overlap, in order, and where the cursors are afterwards. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly carets: readonly number[];
}

/**
 * Plans the insertion of a citation or quotation at one or more places of a draft, each by its own
 * surroundings, with the footnote definitions the draft still lacks.
 *
 * @throws UnknownIdsError naming every id the library does not hold
 */
export function planInsertion(view: DraftView, library: Library, targets: readonly Target[], request: Request): Plan {
  const notes = new Notes(view, library, request);
  const places: Place[] = [];
  for (const target of targets.toSorted((a, b) => a.start - b.start)) {
    const place = placeFor(view, library, target, request, notes);
    if (place.start >= (places.at(-1)?.end ?? 0)) places.push(place);
  }
  const edits: Edit[] = places.map(({ start, end, before, after }) => ({ start, end, text: before + after }));
  addDefinitions(view, notes.added, edits);

  let shift = 0;
  const carets: number[] = [];
  for (const edit of edits) {
    const place = places.find(({ start, end }) => start === edit.start && end === edit.end);
    if (place) carets.push(edit.start + shift + place.before.length);
    shift += edit.text.length - (edit.end - edit.start);
  }
  return { edits, carets };
}

/** What an insertion would write, alone: for the clipboard, where there is no draft to write it to. */
export function insertedText(library: Library, request: Request, eol = '\n'): string {
  const empty: DraftView = {
    length: 0, eol, slice: () => '', lineAt: () => ({ start: 0, text: '' }), definitions: [],
  } as DraftView;
  return planInsertion(empty, library, [{ start: 0, end: 0 }], request).edits.map(edit => edit.text).join('');
}

/** The words a quotation of an id quotes: the source's, verbatim. */
export function quotedText(library: Library, id: string): string {
  const resolved = library.resolve(id)!;
  return (resolved.sentence ?? resolved.entry).text;
}

/** A place with all that is written there: `before` up to the cursor's new place, `after` behind it. */
function placeFor(view: DraftView, library: Library, target: Target, request: Request, notes: Notes): Place {
  const { start, end } = target;
  const afterPunctuation = markAfterPunctuation(request.language);
  entriesOf(library, request.ids);
  if (target.bundled) return { start, end, before: cite(library, request.ids, { ...request, form: 'pandoc' }).text.slice(1, -1), after: '' };

  const inNote = view.definitions.some(note => note.start <= start && end <= note.end);
  const marker = (ids: readonly string[]) =>
    inNote && request.form === 'footnote' ? cite(library, ids, { ...request, form: 'inText' }).text : notes.citation(ids);
  const asMarker = request.form === 'footnote' && !inNote;

  const line = view.lineAt(start);
  if (request.kind === 'blockQuotation' && !isTableRow(line.text)) {
    return blockPlace(view, start, end, request.ids.map(id => quotedText(library, id) + (asMarker ? '' : ' ') + marker([id])));
  }
  if (request.kind !== 'citation') {
    const around = quotationPlace(view, start, end);
    const rest = line.text.slice(around.end - line.start);
    const jumped = asMarker ? markerPlace(view, around.end, around.end, afterPunctuation) : undefined;
    const punctuation = jumped && jumped.end > around.end ? jumped.before : '';
    const goesOn = /^[.,;:!?)]|^\s*\p{Ll}/u.test(rest);
    const text = request.ids.map((id, index) => {
      const last = index === request.ids.length - 1;
      const words = last && goesOn ? quotedText(library, id).replace(/\.$/u, '') : quotedText(library, id);
      return `“${words}”${last ? punctuation : ''}${asMarker ? '' : ' '}${marker([id])}`;
    }).join(' ');
    return { start: around.start, end: around.end + punctuation.length, before: around.before + text, after: around.after };
  }
  if (asMarker) {
    const place = markerPlace(view, start, end, afterPunctuation);
    return { ...place, before: place.before + withoutRepeat(view, place, notes.citation(request.ids)) + (place.punctuation ?? '') };
  }
  const place = request.form === 'inText' ? parenthesisPlace(view, start, end) : textPlace(view, start, end);
  const text = inNote && request.form === 'footnote'
    ? request.ids.map(id => definitionText(library, id, request).replace(/\.$/u, '')).join('; ')
    : notes.citation(request.ids);
  return { ...place, before: place.before + text };
}

/** A mark that stands right there already is not written a second time. */
function withoutRepeat(view: DraftView, { start, end }: Place, mark: string): string {
  const around = [view.slice(Math.max(0, start - mark.length), start), view.slice(end, Math.min(view.length, end + mark.length))];
  return around.includes(mark) ? '' : mark;
}

/** The footnotes of the draft as they grow during one insertion: a finding that has its definition gets only a marker. */
class Notes {
  readonly added: Definition[] = [];
  readonly #labels: Set<string>;

  constructor(view: DraftView, readonly library: Library, readonly request: Request) {
    this.#labels = new Set(view.definitions.map(definition => definition.label));
  }

  citation(ids: readonly string[]): string {
    const { library, request } = this;
    if (request.form !== 'footnote') return cite(library, ids, request).text;
    return entriesOf(library, ids).map(entry => {
      const earlier = laterNotesDiffer(request.style) ? this.#firstNoteOf(entry.corpus) : undefined;
      let mention = 1;
      if (laterNotesDiffer(request.style)) while (this.#labels.has(labelOf(entry.id, mention))) mention += 1;
      const { text, definitions } = cite(library, [entry.id], {
        ...request, mention, ...(earlier === undefined ? {} : { position: 'subsequent', firstNote: earlier }),
      });
      for (const definition of definitions) {
        if (this.#labels.has(definition.label)) continue;
        this.#labels.add(definition.label);
        this.added.push(definition);
      }
      return text;
    }).join('');
  }

  /** The number of the note that cites a document first, taking the definitions to be in the notes' order. */
  #firstNoteOf(corpus: string): number | undefined {
    const index = [...this.#labels].findIndex(label => {
      const id = readLabel(label)?.id;
      return id !== undefined && this.library.resolve(id)?.entry.corpus === corpus;
    });
    return index < 0 ? undefined : index + 1;
  }
}

/**
 * Adds the definitions after the draft's last one, else at its end with a blank line between. Where
 * that is where a citation is inserted too, both are one edit: editors apply two at one place in an
 * order of their own.
 */
function addDefinitions(view: DraftView, definitions: readonly Definition[], edits: Edit[]): void {
  if (definitions.length === 0) return;
  const { eol } = view;
  const lines = definitions.map(({ label, text }) => `[^${label}]: ${text}`).join(eol);
  const last = view.definitions.reduce<number>((end, definition) => Math.max(end, definition.end), -1);
  const at = last >= 0 ? last : view.length;
  const sharing = edits.findIndex(edit => edit.start <= at && at <= edit.end);
  if (sharing >= 0) {
    const edit = edits[sharing]!;
    edits[sharing] = { ...edit, text: `${edit.text}${eol}${eol}${lines}` };
    return;
  }
  const tail = view.slice(Math.max(0, at - 2 * eol.length), at);
  const lead = last >= 0 ? eol : at === 0 || tail === eol + eol ? '' : tail.endsWith('\n') ? eol : eol + eol;
  edits.push({ start: at, end: at, text: lead + lines + (last < 0 && tail.endsWith('\n') ? eol : '') });
  edits.sort((a, b) => a.start - b.start);
}
