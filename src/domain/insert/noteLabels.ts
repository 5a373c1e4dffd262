import { cite, labelsFor, sourcesOf, type Definition } from '../citation/cite';
import { readLabel } from '../citation/labels';
import { laterNotesDiffer, type NotePlace } from '../citation/options';
import { noteContent, referenceTo, type NoteContent } from '../citation/positions';
import type { Library } from '../corpus/library';
import type { Block, Draft } from '../draft/draft';
import type { Request } from './request';

/** The footnotes of the draft as they grow during one insertion: a finding that has its definition gets only a marker. */
export class NoteLabels {
  readonly added: Definition[] = [];
  readonly #labels: Set<string>;
  /** What the notes written so far cite, in order. */
  readonly #written: NoteContent[] = [];
  #offset = 0;

  constructor(readonly draft: Draft, readonly library: Library, readonly request: Request) {
    this.#labels = new Set(draft.footnoteDefinitions.map(definition => definition.label));
  }

  /** What is cited next is cited at an offset of the draft as it was, behind what was cited before. */
  goTo(offset: number): void {
    this.#offset = offset;
  }

  /** Takes back the definitions behind the first so many: what they were for is not written. */
  takeBack(count: number): void {
    for (const { label } of this.added.splice(count)) this.#labels.delete(label);
  }

  citation(ids: readonly string[]): string {
    const { library, request } = this;
    if (request.form !== 'footnote') return cite(library, ids, request).text;
    const sources = sourcesOf(library, ids).map(({ corpus }) => corpus.id);
    const earlier = laterNotesDiffer(request.style) ? this.#earlier(sources) : {};
    let mention = 1;
    if (laterNotesDiffer(request.style)) while (labelsFor(library, ids, mention).some(label => this.#labels.has(label))) mention += 1;
    const { text, definitions } = cite(library, ids, { ...request, mention, ...earlier });
    this.#written.push(noteContent(library, ids));
    for (const definition of definitions) {
      if (this.#labels.has(definition.label)) continue;
      this.#labels.add(definition.label);
      this.added.push(definition);
    }
    return text;
  }

  /** Where a note of these documents stands at the offset: never right after another, since one may be put between later. */
  #earlier(sources: readonly string[]): Partial<NotePlace> {
    const notes = [...notesBefore(this.draft, this.library, this.#offset), ...this.#written];
    const found = sources.flatMap(corpus => {
      const index = notes.findIndex(({ corpora }) => corpora.includes(corpus));
      const note = notes[index];
      return note === undefined ? [] : [{ corpus, ...referenceTo(note, corpus, index + 1) }];
    });
    const [first] = found;
    if (first === undefined) return {};
    const byTitle = found.filter(each => each.byTitle).map(({ corpus }) => corpus);
    return {
      position: 'subsequent', ...(byTitle.length === 0 ? {} : { byTitle }),
      ...(sources.length === 1 ? { firstNote: first.firstNote } : { firstNotes: Object.fromEntries(found.map(({ corpus, firstNote }) => [corpus, firstNote])) }),
    };
  }
}

const marked = new WeakMap<Block, readonly { readonly start: number; readonly content: NoteContent }[]>();

/** What each footnote mark before an offset cites; nothing for other people's. Each block is read once and kept. */
function notesBefore(draft: Draft, library: Library, offset: number): NoteContent[] {
  const found: NoteContent[] = [];
  for (const block of draft.blocks) {
    if (block.start >= offset) break;
    let marks = marked.get(block);
    if (!marks) {
      const { citations, markers } = draft.recognizer.in(block);
      const own = citations.filter(({ form }) => form === 'footnote').map(({ start, label = '' }) =>
        ({ start: start - block.start, content: noteContent(library, readLabel(label, library)?.ids ?? []) }));
      marks = [...own, ...markers.map(({ start }) => ({ start, content: { corpora: [] } }))].sort((a, b) => a.start - b.start);
      marked.set(block, marks);
    }
    for (const { start, content } of marks) if (block.start + start < offset) found.push(content);
  }
  return found;
}
