import { cite, definitionText, entriesOf, labelsFor, sourcesOf, type Definition } from '../citation/cite';
import { readLabel } from '../citation/labels';
import { laterNotesDiffer, markAfterPunctuation, type Form, type Style } from '../citation/options';
import { noteContent } from '../citation/positions';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { blockPlace } from './block';
import { isTableRow, markerPlace, parenthesisPlace, quotationPlace, textPlace, type Place } from './surroundings';
import type { Kind } from './trigger';
import { Draft } from '../draft/draft';
import { joined, type Edit } from '../edits';
import { addedDefinitions } from '../markdown/footnotes';

/** What to insert. */
export interface Request {
  /** Findings, passages or sentences of them. */
  readonly ids: readonly string[];
  readonly kind: Kind;
  readonly form: Form;
  readonly style: Style;
  readonly language: Language;
  /** How lines are to end; when not given, as the draft's first one does. */
  readonly eol?: '\n' | '\r\n';
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
export function planInsertion(draft: Draft, library: Library, targets: readonly Target[], request: Request): Plan {
  const notes = new Notes(draft, library, request);
  const eol = request.eol ?? draft.eol;
  const places: Place[] = [];
  for (const target of targets.toSorted((a, b) => a.start - b.start)) {
    const place = placeFor(draft, library, target, request, notes);
    if (place.start >= (places.at(-1)?.end ?? 0)) places.push(place);
  }
  const written: Edit[] = places.map(({ start, end, before, after }) => ({ start, end, text: before + after }));
  const definitions = addedDefinitions(draft, notes.added, { eol, beside: written });
  let shift = 0;
  const carets = places.map(({ start, end, before, after }) => {
    const above = definitions.reduce((sum, edit) => sum + (edit.start < start ? edit.text.length : 0), 0);
    const caret = start + shift + above + before.length;
    shift += before.length + after.length - (end - start);
    return caret;
  });
  return { edits: joined([...written, ...definitions]), carets };
}

/** What an insertion would write, alone: for the clipboard, where there is no draft to write it to. */
export function insertedText(library: Library, request: Request): string {
  return planInsertion(Draft.of('', library), library, [{ start: 0, end: 0 }], request).edits.map(edit => edit.text).join('');
}

/** The words a quotation of an id quotes: the source's, verbatim. */
export function quotedText(library: Library, id: string): string {
  const resolved = library.resolve(id)!;
  return (resolved.sentence ?? resolved.entry).text;
}

/** A place with all that is written there: `before` up to the cursor's new place, `after` behind it. */
function placeFor(draft: Draft, library: Library, target: Target, request: Request, notes: Notes): Place {
  const { start, end } = target;
  const afterPunctuation = markAfterPunctuation(request.language);
  entriesOf(library, request.ids);
  if (target.bundled) return { start, end, before: cite(library, request.ids, { ...request, form: 'pandoc' }).text.slice(1, -1), after: '' };

  const inNote = draft.footnoteDefinitions.some(note => note.start <= start && end <= note.end);
  const marker = (ids: readonly string[]) =>
    inNote && request.form === 'footnote' ? cite(library, ids, { ...request, form: 'inText' }).text : notes.citation(ids);
  const asMarker = request.form === 'footnote' && !inNote;

  const line = draft.lineAt(start);
  if (request.kind === 'blockQuotation' && !isTableRow(line.text)) {
    return blockPlace(draft, request.eol ?? draft.eol, start, end, request.ids.map(id => quotedText(library, id) + (asMarker ? '' : ' ') + marker([id])));
  }
  if (request.kind !== 'citation') {
    const around = quotationPlace(draft, start, end);
    const rest = line.text.slice(around.end - line.start);
    const jumped = asMarker ? markerPlace(draft, around.end, around.end, afterPunctuation) : undefined;
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
    const place = markerPlace(draft, start, end, afterPunctuation);
    return { ...place, before: place.before + withoutRepeat(draft, place, notes.citation(request.ids)) + (place.punctuation ?? '') };
  }
  const place = request.form === 'inText' ? parenthesisPlace(draft, start, end) : textPlace(draft, start, end);
  const text = inNote && request.form === 'footnote'
    ? definitionText(library, request.ids, request).replace(/\.$/u, '')
    : notes.citation(request.ids);
  return { ...place, before: place.before + text };
}

/** A mark that stands right there already is not written a second time. */
function withoutRepeat(draft: Draft, { start, end }: Place, mark: string): string {
  const around = [draft.slice(Math.max(0, start - mark.length), start), draft.slice(end, Math.min(draft.length, end + mark.length))];
  return around.includes(mark) ? '' : mark;
}

/** The footnotes of the draft as they grow during one insertion: a finding that has its definition gets only a marker. */
class Notes {
  readonly added: Definition[] = [];
  readonly #labels: Set<string>;

  constructor(draft: Draft, readonly library: Library, readonly request: Request) {
    this.#labels = new Set(draft.footnoteDefinitions.map(definition => definition.label));
  }

  citation(ids: readonly string[]): string {
    const { library, request } = this;
    if (request.form !== 'footnote') return cite(library, ids, request).text;
    const sources = sourcesOf(library, ids).map(({ corpus }) => corpus.id);
    const [corpus] = sources;
    const earlier = laterNotesDiffer(request.style) && sources.length === 1 && corpus !== undefined ? this.#firstNoteOf(corpus) : undefined;
    let mention = 1;
    if (laterNotesDiffer(request.style)) while (labelsFor(library, ids, mention).some(label => this.#labels.has(label))) mention += 1;
    const { text, definitions } = cite(library, ids, {
      ...request, mention, ...(earlier === undefined ? {} : { position: 'subsequent', firstNote: earlier }),
    });
    for (const definition of definitions) {
      if (this.#labels.has(definition.label)) continue;
      this.#labels.add(definition.label);
      this.added.push(definition);
    }
    return text;
  }

  /** The number of the note that cites a document first, taking the definitions to be in the notes' order. */
  #firstNoteOf(corpus: string): number | undefined {
    const index = [...this.#labels].findIndex(label => noteContent(this.library, readLabel(label, this.library)?.ids ?? []).corpora.includes(corpus));
    return index < 0 ? undefined : index + 1;
  }
}
