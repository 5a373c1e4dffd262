// A citation that a fix makes, in the form in which the draft cites the same finding elsewhere.
import type { Form } from '../citation/options';
import type { Citation } from '../draft/citation';
import { Draft } from '../draft/draft';
import { planInsertion } from '../insert/plan';
import { planRestyle } from '../restyle/restyle';
import { applied, inOrder, Rounds, type Edit } from '../text/edits';
import type { ReciteOptions } from './recite';

/**
 * Edits that make a citation name a finding, and give it the form of the finding's first other citation, so that the
 * draft does not cite it in two forms. Where the citation cannot change its form, or need not, the edits as they are.
 *
 * @param draft the draft before the edits
 * @param start where the citation begins in it
 * @param id the finding, or a sentence of it
 */
export function inUsedForm(
  draft: Draft,
  edits: readonly Edit[],
  start: number,
  id: string,
  options: ReciteOptions,
): readonly Edit[] {
  const { library } = draft.recognizer.names;
  const ordered = inOrder(edits);
  const after = Draft.of(applied(draft.text, ordered), library);
  const place = ordered
    .filter(edit => edit.end <= start)
    .reduce((at, edit) => at + edit.text.length - (edit.end - edit.start), start);
  const finding = library.resolve(id)?.entry;
  const names = ({ ids }: Citation): boolean => ids.some(each => library.resolve(each)?.entry === finding);
  const all = after
    .citations()
    .filter(each => each.form !== 'footnoteDefinition' && after.blockAt(each.start)?.inNote !== true && names(each));
  const own = all.find(each => each.start <= place && place < each.end) ?? all.find(each => each.start >= place);
  const form = formOf(all.find(each => each !== own));
  if (!own || form === undefined || form === formOf(own)) return edits;
  const range = own.group ?? own;
  // An insertion reuses a note that is there, and words anew what a restyling would leave as it was written by hand.
  const alone = own.group?.count === 1 && !own.prefix && !own.suffix && own.ids.length === 1;
  const { edits: formed } = alone
    ? planInsertion(after, library, [range], { ...options, ids: own.ids, kind: 'citation', form })
    : planRestyle(after, library, { ...options, form, eol: draft.eol === '\r\n' ? '\r\n' : '\n', range });
  const rounds = new Rounds(draft.length);
  rounds.add(ordered);
  rounds.add(inOrder(formed));
  return rounds.edits;
}

/** A form in which citations stand in prose; a narrative one is pandoc's. */
function formOf(citation: Citation | undefined): Form | undefined {
  if (citation === undefined || citation.form === 'footnoteDefinition') return undefined;
  return citation.form === 'narrative' ? 'pandoc' : citation.form;
}
