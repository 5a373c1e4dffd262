// The plan of an insertion: all its edits, and where the cursors are afterwards.
import { entriesOf } from '../citation/cite';
import type { Library } from '../corpus/library';
import { Draft } from '../draft/draft';
import { joined, type Edit } from '../text/edits';
import { addedDefinitions } from '../markdown/footnotes';
import { NoteLabels } from './noteLabels';
import type { Refusal } from './refusal';
import type { Request, Target } from './request';
import { siteOf, written, type Site, type Written } from './written';

export type { Refusal } from './refusal';
export type { Request, Target } from './request';
export { quotedText } from './written';

/** What an insertion does to a draft: edits that do not overlap, in order, and where the cursors are afterwards. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly carets: readonly number[];
  /** Why nothing is written at some of the places. */
  readonly refused: readonly Refusal[];
}

/**
 * Plans the insertion of a citation or quotation at one or more places of a draft, each by its own
 * surroundings, with the footnote definitions the draft still lacks. Nothing else of the draft
 * changes its meaning: where a place cannot take a citation, the nearest one that can is used, and
 * where there is none, nothing is written there.
 *
 * @throws UnknownIdsError naming every id the library does not hold
 */
export function planInsertion(draft: Draft, library: Library, targets: readonly Target[], request: Request): Plan {
  return new Planner(draft, library, targets, request).plan(request.ids);
}

/**
 * Plans one insertion or another at the same places of a draft as it is, as the rows of a list need: what is known of
 * the places whatever is inserted is looked up once.
 */
export class Planner {
  readonly #request: Omit<Request, 'ids'> & { readonly eol: '\n' | '\r\n' };
  readonly #targets: readonly Target[];
  readonly #sites = new Map<Target, Site | Refusal>();

  constructor(
    readonly draft: Draft,
    readonly library: Library,
    targets: readonly Target[],
    request: Omit<Request, 'ids'>,
  ) {
    this.#request = { ...request, eol: request.eol ?? draft.eol };
    this.#targets = targets.toSorted((a, b) => a.start - b.start);
  }

  /** @throws UnknownIdsError naming every id the library does not hold */
  plan(ids: readonly string[]): Plan {
    const { draft, library } = this;
    entriesOf(library, ids);
    const request = { ...this.#request, ids };
    const notes = new NoteLabels(draft, library, request);
    const made: Written[] = [];
    const refused: Refusal[] = [];
    const besideWords = new BesideWords(draft, library);
    let last: Target | undefined;
    for (const target of this.#targets) {
      notes.goTo(target.start);
      const known = notes.added.length;
      const planned = (of: Draft, at: Target, site: Site | Refusal): Written | Refusal => {
        const found = typeof site === 'string' ? site : written(of, library, site, request, notes);
        return typeof found === 'string' ? found : behindBlank(of, at, found);
      };
      const one =
        last !== undefined && besideWords.has(last, target)
          ? besideWords.below(last, target, (of, at) => planned(of, at, siteOf(of, at, request)))
          : planned(draft, target, this.#siteOf(target));
      last = typeof one === 'string' ? undefined : target;
      if (typeof one === 'string') refused.push(one);
      else if (!made.some(other => overlap(one, other))) {
        made.push(one);
        continue;
      }
      notes.takeBack(known);
    }
    const edits = made.flatMap(one => one.edits);
    const definitions = addedDefinitions(draft, notes.added, { eol: request.eol, beside: edits });
    const all = [...edits, ...definitions];
    return { edits: joined(all), carets: made.map(one => caretIn(one, all)), refused };
  }

  #siteOf(target: Target): Site | Refusal {
    const site = this.#sites.get(target) ?? siteOf(this.draft, target, this.#request);
    this.#sites.set(target, site);
    return site;
  }
}

/**
 * What is written on an empty line has words above it where something was just written on the empty line above, which
 * the draft does not know of yet: without an empty line between, two block quotations would become one.
 */
class BesideWords {
  #with: Draft | undefined;

  constructor(
    readonly draft: Draft,
    readonly library: Library,
  ) {}

  /** Whether two cursors stand on empty lines, the one right below the other. */
  has(above: Target, below: Target): boolean {
    const { draft } = this;
    if (above.start !== above.end || below.start !== below.end) return false;
    const [upper, lower] = [draft.lineAt(above.start), draft.lineAt(below.start)];
    const between = draft.slice(upper.start + upper.text.length, lower.start);
    return /^(?:\r\n|\r|\n)$/u.test(between) && [upper, lower].every(({ text }) => /^[ \t>]{0,200}$/u.test(text));
  }

  /** Plans the lower one as if a word stood at the upper one: of that, nothing is changed. */
  below<R>(above: Target, { start, end }: Target, plan: (draft: Draft, target: Target) => Written | R): Written | R {
    const draft = (this.#with ??= Draft.of(this.draft.text, this.library));
    draft.apply([{ start: above.start, end: above.start, text: 'x' }]);
    const one = plan(draft, { start: start + 1, end: end + 1 });
    draft.apply([{ start: above.start, end: above.start + 1, text: '' }]);
    return isWritten(one) ? { ...one, edits: one.edits.map(moved) } : one;
  }
}

const isWritten = (one: unknown): one is Written => typeof one === 'object';

const moved = (edit: Edit): Edit => ({ ...edit, start: edit.start - 1, end: edit.end - 1 });

/**
 * What is written with a blank before the one that a drafter left at the end of a line goes behind that: they type on
 * where it ends, and no blank is left there.
 */
function behindBlank({ text }: Draft, { start, end }: Target, one: Written): Written {
  const [edit] = one.edits;
  if (start !== end || !edit || one.edits.length > 1 || edit.start !== start - 1 || edit.end !== edit.start) return one;
  const isOwn = /^\S [\r\n]?$/u.test(text.slice(start - 2, start + 1));
  if (!isOwn || !edit.text.startsWith(' ')) return one;
  return { ...one, edits: [{ start, end, text: edit.text.slice(1) }], caret: one.caret - 1 };
}

function overlap(one: Written, other: Written): boolean {
  return other.edits.some(edit => one.edits.some(mine => mine.start < edit.end && edit.start < mine.end));
}

/** Where the cursor of what is written at one place is after all edits. */
function caretIn({ edits: [edit], caret }: Written, all: readonly Edit[]): number {
  const at = edit?.start ?? 0;
  const shift = all.reduce(
    (sum, { start, end, text }) =>
      sum + (start < at || (start === at && end < (edit?.end ?? at)) ? text.length - (end - start) : 0),
    0,
  );
  return at + shift + caret;
}

/** What an insertion would write, alone: for the clipboard, where there is no draft to write it to. */
export function insertedText(library: Library, request: Request): string {
  return planInsertion(Draft.of('', library), library, [{ start: 0, end: 0 }], request)
    .edits.map(edit => edit.text)
    .join('');
}
