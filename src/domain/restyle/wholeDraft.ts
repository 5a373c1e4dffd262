// Restyles a draft with all that says its style: the citations, the list of sources, the front matter.
import { checkOptions, wishesIn } from '../citation/options';
import type { Library } from '../corpus/library';
import { Draft } from '../draft/draft';
import { draftRules } from '../rules/draftRules';
import { followRules } from '../rules/follow';
import { applied } from '../text/edits';
import { listInStyle, withList } from './list';
import { planRestyle, type RestyleOptions, type RestylePlan } from './restyle';
import type { Skipped } from './unit';

/**
 * The edits that rewrite the citations of a draft. Where all of it is restyled, its list of sources takes the style,
 * too, and front matter that names a form or style names the new one; where a part is, neither changes.
 */
export function planDraftRestyle(draft: Draft, library: Library, options: RestyleOptions): RestylePlan {
  const { form, style, eol = draft.eol } = options;
  const plan = planRestyle(draft, library, options);
  if (options.range) return plan;
  const language = options.language ?? draftRules(draft, { form, style, language: 'auto' }).language;
  const list = listInStyle(draft, library, { ...wishesIn(options), style, language, eol });
  return { ...plan, edits: withList([...followRules(draft, { form, style }, eol), ...plan.edits], list) };
}

/**
 * The same for a text.
 *
 * @returns the text restyled, and what was left as it is, since rewriting it would lose something
 * @throws {RangeError} for a form, style or language there is not
 */
export function restyleDraft(
  library: Library,
  text: string,
  options: RestyleOptions,
): { readonly text: string; readonly skipped: readonly Skipped[] } {
  checkOptions(options);
  const { edits, skipped } = planDraftRestyle(Draft.of(text, library), library, options);
  return { text: applied(text, edits), skipped };
}
