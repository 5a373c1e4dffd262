// Front matter that follows a restyling.
import type { Form, Style } from '../citation/options';
import type { Draft } from '../draft/draft';
import type { Edit } from '../text/edits';
import { setField } from '../markdown/frontMatterEdit';
import { declared, ruleField } from './declared';

/** The edits by which a draft's front matter says the form and style its citations are given, as far as it says any. */
export function followRules(draft: Draft, wanted: { readonly form: Form; readonly style: Style }, eol: string): Edit[] {
  const { rules } = declared(draft);
  return (['form', 'style'] as const).flatMap(name => {
    if (rules[name] === undefined || rules[name] === wanted[name]) return [];
    const result = setField(draft.text, [ruleField, name], wanted[name], eol);
    return 'refused' in result || result.edit === undefined ? [] : [result.edit];
  });
}
