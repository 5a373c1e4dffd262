import type { Form, Style } from '../citation/options';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { Draft } from '../draft/draft';
import { applied, type Edit } from '../edits';
import { evidenceIn, mostUsedIn } from '../rules/evidence';

/** A form, style and language to restyle to. */
export interface Wanted {
  readonly form: Form;
  readonly style: Style;
  readonly language: Language;
}

/** What a restyling of a draft does to bring it back from another. */
type Restyling = (draft: Draft, wanted: Wanted) => readonly Edit[];

/**
 * The way back from a restyling, to the form and style the draft's citations have. Where they have several there is none: a draft
 * made one in style is not to become many again.
 */
export class WayBack {
  readonly #own: Wanted;
  readonly #isOne: boolean;

  constructor(readonly draft: Draft, readonly library: Library, to: Wanted, readonly restyled: Restyling) {
    const { form, style } = mostUsedIn(evidenceIn(draft), to);
    this.#own = { form: form ?? to.form, style: style ?? to.style, language: to.language };
    this.#isOne = restyled(draft, this.#own).length === 0;
  }

  /** The notes that are gone after some edits, and those of them that come back in another place. */
  lost(edits: readonly Edit[]): { readonly gone: readonly string[]; readonly moved: readonly string[] } {
    if (!this.#isOne) return { gone: [], moved: [] };
    const there = Draft.of(applied(this.draft.text, edits), this.library);
    const left = new Set(there.footnoteDefinitions.map(({ label }) => label));
    const gone = this.draft.footnoteDefinitions.filter(({ label }) => !left.has(label)).map(({ label }) => label);
    if (gone.length === 0) return { gone, moved: [] };
    const came = placesIn(applied(there.text, this.restyled(there, this.#own)), this.library);
    const wanted = placesIn(this.draft.text, this.library);
    return { gone, moved: gone.filter(label => wanted.get(label) !== came.get(label)) };
  }
}

/** What stands right before each definition, by label. */
function placesIn(text: string, library: Library): ReadonlyMap<string, string> {
  return new Map(Draft.of(text, library).footnoteDefinitions.map(({ label, start }) => [label, text.slice(Math.max(0, start - 60), start)]));
}
