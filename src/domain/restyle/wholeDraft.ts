// Restyles a draft with all that says its style: the citations, the list of sources, the front matter.
import { checkOptions, wishesIn } from '../citation/options';
import type { Library } from '../corpus/library';
import { Draft } from '../draft/draft';
import { draftRules, type RuleSettings } from '../rules/draftRules';
import { followRules, ownRecord, recordStyle, showsStyle } from '../rules/follow';
import { applied, joined, type Edit } from '../text/edits';
import { listInStyle, withList } from './list';
import { planRestyle, type RestyleOptions, type RestylePlan } from './restyle';
import type { Skipped } from './unit';

/** A restyling of a draft, with what settings say where the draft says nothing. */
interface DraftRestyleOptions extends RestyleOptions {
  /** When given, the front matter of a draft that would not show its style names it. */
  readonly settings?: RuleSettings;
  /**
   * What restylings of this draft have written into its front matter: taken out again where the draft shows its style
   * without.
   */
  readonly written?: ReadonlySet<string>;
}

/** What a restyling of a draft does. */
export interface DraftRestylePlan extends RestylePlan {
  /** The front matter names the style from now on, or cannot: nothing else in the draft shows it. */
  readonly style?: 'recorded' | 'refused';
  /** What this restyling writes into the front matter. */
  readonly written?: string;
}

/**
 * The edits that rewrite the citations of a draft. Where all of it is restyled, its list of sources takes the style,
 * too, and front matter that names a form or style names the new one; where a part is, neither changes.
 */
export function planDraftRestyle(draft: Draft, library: Library, options: DraftRestyleOptions): DraftRestylePlan {
  const { form, style, settings, eol = draft.eol } = options;
  const plan = planRestyle(draft, library, options);
  if (options.range) return plan;
  const language = options.language ?? draftRules(draft, { form, style, language: 'auto' }).language;
  const list = listInStyle(draft, library, { ...wishesIn(options), style, language, eol });
  const withRules = (rules: readonly Edit[]): readonly Edit[] => withList([...rules, ...plan.edits], list);
  const edits = withRules(followRules(draft, { form, style }, eol));
  // Where all were left alone, nothing has the style; where some were, the others could seem to be the ones that differ.
  const isFollowed =
    settings === undefined ||
    draft.citations().length === 0 ||
    (form !== 'pandoc' && plan.skipped.length > 0 && plan.edits.length === 0);
  if (isFollowed) return { ...plan, edits };
  const own = ownRecord(draft, options.written ?? new Set(), eol);
  if (own) {
    const without = withRules([own.removal, ...followRules(draft, { form }, eol)]);
    return showsStyle(draft, style, without, settings)
      ? { ...plan, edits: without }
      : { ...plan, edits, written: own.saying(style) };
  }
  const named = recordStyle(draft, style, { rewritten: edits, settings, eol });
  if (named === 'refused') return { ...plan, edits, style: named };
  return named === undefined
    ? { ...plan, edits }
    : { ...plan, edits: joined([named, ...edits]), style: 'recorded', written: named.text };
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
