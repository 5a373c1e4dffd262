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
  /** The labels that the draft has, and those of the definitions added. */
  readonly #held: ReadonlySet<string>;
  readonly #new = new Set<string>();
  /** What the notes written so far cite, in order. */
  readonly #written: Written[] = [];
  #offset = 0;

  constructor(
    readonly draft: Draft,
    readonly library: Library,
    readonly request: Request,
  ) {
    this.#held = labelsIn(draft);
  }

  /** What is cited next is cited at an offset of the draft as it was, behind what was cited before. */
  goTo(offset: number): void {
    this.#offset = offset;
  }

  /** Takes back the definitions behind the first so many: what they were for is not written. */
  takeBack(count: number): void {
    for (const { label } of this.added.splice(count)) this.#new.delete(label);
  }

  citation(ids: readonly string[]): string {
    const { library, request } = this;
    if (request.form !== 'footnote') return cite(library, ids, request).text;
    const differs = laterNotesDiffer(request.style);
    const { text, definitions } = cite(library, ids, differs ? { ...request, ...this.#later(ids) } : request);
    if (differs) this.#written.push({ start: this.#offset, content: noteContent(library, ids) });
    for (const definition of definitions) {
      if (this.#has(definition.label)) continue;
      this.#new.add(definition.label);
      this.added.push(definition);
    }
    return text;
  }

  #has(label: string): boolean {
    return this.#held.has(label) || this.#new.has(label);
  }

  /** How a note differs from the first on what it cites: in a style whose later notes do. */
  #later(ids: readonly string[]): Partial<NotePlace> & { readonly mention: number } {
    let mention = 1;
    while (labelsFor(this.library, ids, mention).some(label => this.#has(label))) mention += 1;
    return { mention, ...this.#earlier(sourcesOf(this.library, ids).map(({ corpus }) => corpus.id)) };
  }

  /**
   * Where a note of these documents stands at the offset: never right after another, since one may be put between
   * later. Nothing where it is not known how the notes before are counted.
   */
  #earlier(sources: readonly string[]): Partial<NotePlace> {
    const { uncertainFrom } = noteOrder(this.draft);
    const before = notesBefore(this.draft, this.library, this.#offset);
    const written = this.#written.filter(({ start }) => start <= uncertainFrom);
    const notes = written.length === 0 ? before : [...before, ...written].sort((a, b) => a.start - b.start);
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

/** What was found in a draft as it was, for who asks again: each row of a list does. */
interface Found {
  version: number;
  labels: ReadonlySet<string>;
  /** The notes before an offset. */
  before: { readonly library: Library; readonly offset: number; readonly notes: readonly Written[] } | undefined;
}

const found = Symbol('labels and notes for an insertion');

function foundIn(draft: Draft): Found {
  const known = draft.kept<Found>(found, () => ({ version: -1, labels: new Set(), before: undefined }));
  if (known.version === draft.version) return known;
  known.version = draft.version;
  known.labels = new Set(draft.footnoteDefinitions.map(({ label }) => label));
  known.before = undefined;
  return known;
}

function labelsIn(draft: Draft): ReadonlySet<string> {
  return foundIn(draft).labels;
}

/** What each note before an offset cites, as far as notes are counted for certain; nothing for other people's. */
function notesBefore(draft: Draft, library: Library, offset: number): readonly Written[] {
  const known = foundIn(draft);
  if (known.before?.offset === offset && known.before.library === library) return known.before.notes;
  const { marks, uncertainFrom } = noteOrder(draft);
  const before = Math.min(offset, uncertainFrom);
  const notes = marks
    .filter(({ start }) => start < before)
    .map(({ start, label }) => ({
      start,
      content: noteContent(library, (label === undefined ? undefined : readLabel(label, library)?.ids) ?? []),
    }));
  known.before = { library, offset, notes };
  return notes;
}
