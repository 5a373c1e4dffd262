// The way back from a restyling.
import type { Form, Style } from '../citation/options';
import { readLabel } from '../citation/labels';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { Draft, type FootnoteDefinition } from '../draft/draft';
import { applied, type Edit } from '../text/edits';
import { evidenceIn, mostUsedIn } from '../rules/evidence';

/** A form, style and language to restyle to. */
interface Wanted {
  readonly form: Form;
  readonly style: Style;
  readonly language: Language;
}

/** What a restyling of a draft does to bring it back from another. */
type Restyling = (draft: Draft, wanted: Wanted) => readonly Edit[];

/**
 * The way back from a restyling, to the form and style the draft's citations have. Where they have several there is
 * none: a draft made one in style is not to become many again.
 */
export class WayBack {
  readonly #own: Wanted | undefined;

  constructor(
    readonly draft: Draft,
    readonly library: Library,
    to: Wanted,
    readonly restyled: Restyling,
  ) {
    const evidence = evidenceIn(draft);
    const { form = to.form, style = to.style } = mostUsedIn(evidence, to);
    // What nobody can rewrite may use others.
    const used = [...new Set([style, ...evidence.styles.keys()])];
    this.#own = used
      .map(each => ({ form, style: each, language: to.language }))
      .find(own => restyled(draft, own).length === 0);
  }

  /**
   * The notes that are gone after some edits, and those of them that come back in another place; none with a label of the
   * drafter's own, which does not come back.
   */
  lost(edits: readonly Edit[]): { readonly gone: readonly string[]; readonly moved: readonly string[] } {
    const own = this.#own;
    if (own === undefined) return { gone: [], moved: [] };
    const there = Draft.of(applied(this.draft.text, edits), this.library);
    const left = new Set(there.footnoteDefinitions.map(({ label }) => label));
    const gone = this.draft.footnoteDefinitions
      .map(({ label }) => label)
      .filter(label => !left.has(label) && readLabel(label, this.library) !== undefined);
    if (gone.length === 0) return { gone, moved: [] };
    const restored = Draft.of(applied(there.text, this.restyled(there, own)), this.library);
    // Notes with labels of the drafter's own come back with labels of ours: they are nobody's neighbours.
    const both = commonLabels(this.draft, restored);
    const came = placesIn(restored, both);
    const wanted = placesIn(this.draft, both);
    return { gone, moved: gone.filter(label => wanted.get(label) !== came.get(label)) };
  }
}

function commonLabels(one: Draft, other: Draft): ReadonlySet<string> {
  const labels = new Set(one.footnoteDefinitions.map(({ label }) => label));
  return new Set(other.footnoteDefinitions.flatMap(({ label }) => (labels.has(label) ? [label] : [])));
}

/**
 * What stands right before each definition of some labels, by label: of another such definition its label, since its
 * words are shorter in one style than in another. Other definitions are passed over, with the ends of their lines.
 */
function placesIn({ text, footnoteDefinitions }: Draft, labels: ReadonlySet<string>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let before: FootnoteDefinition | undefined;
  let from = 0;
  for (const each of footnoteDefinitions) {
    if (labels.has(each.label)) {
      const between = text.slice(Math.max(from, each.start - 60), each.start);
      places.set(each.label, before !== undefined && between.trim() === '' ? `[^${before.label}]${between}` : between);
      before = each;
      from = each.end;
    } else if (text.slice(Math.max(from, each.start - 60), each.start).trim() === '') from = each.end;
  }
  return places;
}
