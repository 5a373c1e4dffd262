/** The fix that says in a draft's front matter whom the draft speaks for, where a speaker may be one of its own. */
import type { Draft } from '../draft/draft';
import { addToInner, setField } from '../markdown/frontMatterEdit';
import { ruleField } from '../rules/declared';
import type { Fix, Problem } from './problem';

/**
 * The fix that names the speaker of a problem among the draft's authors; undefined where it is nobody who may be one,
 * and where the front matter cannot be edited.
 */
export function nameAuthor(draft: Draft, { data: { mayBeAuthor } }: Problem): Fix | undefined {
  if (mayBeAuthor === undefined) return undefined;
  const value = draft.frontMatter?.field(ruleField)?.value;
  const hasAuthors = value?.kind === 'fields' && value.fields.some(({ name }) => name === 'authors');
  const result = (hasAuthors ? addToInner : setField)(draft.text, [ruleField, 'authors'], mayBeAuthor, draft.eol);
  return 'refused' in result || result.edit === undefined
    ? undefined
    : { kind: 'nameAuthor', to: mayBeAuthor, safe: false, edits: [result.edit] };
}
