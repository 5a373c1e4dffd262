import { cite, labelsFor, sourcesOf, type Definition } from '../citation/cite';
import { readLabel } from '../citation/labels';
import { laterNotesDiffer } from '../citation/options';
import { noteContent } from '../citation/positions';
import type { Library } from '../corpus/library';
import type { Draft } from '../draft/draft';
import type { Request } from './request';

/** The footnotes of the draft as they grow during one insertion: a finding that has its definition gets only a marker. */
export class NoteLabels {
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
