// Front matter that follows a restyling, or says the style where nothing else in the draft does.
import type { Form, Style } from '../citation/options';
import { Draft } from '../draft/draft';
import { applied, type Edit } from '../text/edits';
import { setField, takenBack } from '../markdown/frontMatterEdit';
import { declared, ruleField } from './declared';
import { draftRules, type RuleSettings } from './draftRules';

/** The edits by which a draft's front matter says the form and style its citations are given, as far as it says any. */
export function followRules(
  draft: Draft,
  wanted: { readonly form: Form; readonly style?: Style },
  eol: string,
): Edit[] {
  const { rules } = declared(draft);
  return (['form', 'style'] as const).flatMap(name => {
    const value = wanted[name];
    if (value === undefined || rules[name] === undefined || rules[name] === value) return [];
    const result = setField(draft.text, [ruleField, name], value, eol);
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
  if (showsStyle(draft, style, rewritten, settings)) return undefined;
  const result = setField(draft.text, [ruleField, 'style'], style, eol);
  return 'refused' in result ? 'refused' : result.edit;
}

/** Whether a draft follows a style by what it says itself, and the settings, once it is rewritten. */
export function showsStyle(draft: Draft, style: Style, rewritten: readonly Edit[], settings: RuleSettings): boolean {
  const after = Draft.of(applied(draft.text, rewritten), draft.recognizer.names.library);
  return draftRules(after, settings).style === style;
}

/** What an earlier restyling wrote into front matter, and stands there still as it was written. */
interface OwnRecord {
  /** Takes it out. */
  readonly removal: Edit;
  /** What it says when it follows another style. */
  readonly saying: (style: Style) => string;
}

/**
 * The record of a style that is ours to take out; undefined where a field is the drafter's.
 *
 * @param written what restylings of this draft have put into its front matter
 */
export function ownRecord(draft: Draft, written: ReadonlySet<string>, eol: string): OwnRecord | undefined {
  const value = written.size === 0 ? undefined : draft.frontMatter?.field(ruleField)?.value;
  const field = value?.kind === 'fields' ? value.fields.find(({ name }) => name === 'style')?.value : undefined;
  if (field?.kind !== 'text') return undefined;
  const { text: now, start: at } = field;
  for (const words of written) {
    const removal = takenBack(draft.text, [ruleField, 'style'], { value: now, written: words, at }, eol);
    if (!removal) continue;
    const before = words.slice(0, at - removal.start);
    return { removal, saying: style => before + style + words.slice(before.length + now.length) };
  }
  return undefined;
}
