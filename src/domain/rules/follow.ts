// Front matter that follows a restyling, or says the style where nothing else in the draft does.
import type { Form, Style } from '../citation/options';
import { Draft } from '../draft/draft';
import { applied, type Edit } from '../text/edits';
import { setField } from '../markdown/frontMatterEdit';
import { declared, ruleField } from './declared';
import { draftRules, type RuleSettings } from './draftRules';

/** The edits by which a draft's front matter says the form and style its citations are given, as far as it says any. */
export function followRules(draft: Draft, wanted: { readonly form: Form; readonly style: Style }, eol: string): Edit[] {
  const { rules } = declared(draft);
  return (['form', 'style'] as const).flatMap(name => {
    if (rules[name] === undefined || rules[name] === wanted[name]) return [];
    const result = setField(draft.text, [ruleField, name], wanted[name], eol);
    return 'refused' in result || result.edit === undefined ? [] : [result.edit];
  });
}

/**
 * The edit by which a draft's front matter names a style, where the draft does not show it once its citations are
 * rewritten: pandoc citations have none, and some styles cite in the text alike.
 *
 * @param rewritten what rewrites the citations, and nothing in front matter that has no style
 * @param settings what holds where a draft says nothing
 * @returns undefined where the draft follows the style without; `refused` where its front matter cannot be edited
 */
export function recordStyle(
  draft: Draft,
  style: Style,
  {
    rewritten,
    settings,
    eol,
  }: { readonly rewritten: readonly Edit[]; readonly settings: RuleSettings; readonly eol: string },
): Edit | 'refused' | undefined {
  const after = Draft.of(applied(draft.text, rewritten), draft.recognizer.names.library);
  if (draftRules(after, settings).style === style) return undefined;
  const result = setField(draft.text, [ruleField, 'style'], style, eol);
  return 'refused' in result ? 'refused' : result.edit;
}
