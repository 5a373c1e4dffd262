// The labels of the notes that an insertion adds or uses again.
import { cite, labelsFor, sourcesOf, type Definition } from '../citation/cite';
import { readLabel } from '../citation/labels';
import { laterNotesDiffer, type NotePlace } from '../citation/options';
import { noteContent, referenceTo, type NoteContent } from '../citation/positions';
import type { Library } from '../corpus/library';
import type { Draft } from '../draft/draft';
import { noteOrder } from '../draft/noteOrder';
import type { Request } from './request';

/** What a note cites, and where its mark stands in the draft as it was. */
interface Written {
  readonly start: number;
  readonly content: NoteContent;
}

/**
 * The footnotes of the draft as they grow during one insertion: a finding that has its definition gets only a marker.
 */
export class NoteLabels {
  readonly added: Definition[] = [];
  readonly #labels: Set<string>;
  /** What the notes written so far cite, in order. */
  readonly #written: Written[] = [];
  #offset = 0;

  constructor(
    readonly draft: Draft,
    readonly library: Library,
    readonly request: Request,
  ) {
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
    if (laterNotesDiffer(request.style))
      while (labelsFor(library, ids, mention).some(label => this.#labels.has(label))) mention += 1;
    const { text, definitions } = cite(library, ids, { ...request, mention, ...earlier });
    this.#written.push({ start: this.#offset, content: noteContent(library, ids) });
    for (const definition of definitions) {
      if (this.#labels.has(definition.label)) continue;
      this.#labels.add(definition.label);
      this.added.push(definition);
    }
    return text;
  }

  /**
   * Where a note of these documents stands at the offset: never right after another, since one may be put between
   * later. Nothing where it is not known how the notes before are counted.
   */
  #earlier(sources: readonly string[]): Partial<NotePlace> {
    const { uncertainFrom } = noteOrder(this.draft);
    const notes = [
      ...notesBefore(this.draft, this.library, this.#offset),
      ...this.#written.filter(({ start }) => start <= uncertainFrom),
    ].sort((a, b) => a.start - b.start);
    const found = sources.flatMap(corpus => {
      const index = notes.findIndex(({ content: { corpora } }) => corpora.includes(corpus));
      const note = notes[index]?.content;
      return note === undefined ? [] : [{ corpus, ...referenceTo(note, corpus, index + 1) }];
    });
    const [first] = found;
    if (first === undefined) return {};
    const byTitle = found.filter(each => each.byTitle).map(({ corpus }) => corpus);
    return {
      position: 'subsequent',
      ...(byTitle.length === 0 ? {} : { byTitle }),
      ...(sources.length === 1
        ? { firstNote: first.firstNote }
        : { firstNotes: Object.fromEntries(found.map(({ corpus, firstNote }) => [corpus, firstNote])) }),
    };
  }
}

/** What each note before an offset cites, as far as notes are counted for certain; nothing for other people's. */
function notesBefore(draft: Draft, library: Library, offset: number): Written[] {
  const { marks, uncertainFrom } = noteOrder(draft);
  const before = Math.min(offset, uncertainFrom);
  return marks
    .filter(({ start }) => start < before)
    .map(({ start, label }) => ({
      start,
      content: noteContent(library, (label === undefined ? undefined : readLabel(label, library)?.ids) ?? []),
    }));
}
