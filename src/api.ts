// What other extensions get of this one.
import type { Citation } from './domain/citation/cite';
import type { CiteOptions } from './domain/citation/options';
import type { Library } from './domain/corpus/library';
import type { Finding, Passage } from './domain/corpus/types';
import type { Citation as FoundCitation } from './domain/draft/citation';
import type { CitationsOptions } from './domain/draft/citations';
import { lazy } from './domain/lazy';
import type { RestyleOptions } from './domain/restyle/restyle';
import type { Skipped } from './domain/restyle/unit';
import type { Hit, SearchIndex } from './domain/search';
import type { CheckedProblem, CheckTextOptions } from './editor/check/apiCheck';

/**
 * What `activate` returns: the findings, search and citations for other extensions.
 *
 * ```ts
 * const idm = await vscode.extensions.getExtension<IdmFindingsApi>('idm-findings.idm-findings')?.activate();
 * idm?.search('climate negotiations', { limit: 5 }).map(hit => hit.finding.label);
 * ```
 *
 * Ids are those of findings (`idm2022-1-d2c4`), sentences (`idm2022-1-d2c4s2`) and background
 * passages (`idm2022-1-b1`); a document's own id (`idm2022-1`) cites it as a whole. Offsets are UTF-16 units; `end` is
 * exclusive.
 */
export interface IdmFindingsApi {
  /** The extension's version. */
  readonly version: string;
  /** The conclusions, in the source's order. */
  findings(): readonly Finding[];
  /** The paragraphs around the conclusions: citable, never conclusions. */
  passages(): readonly Passage[];
  /** The finding or passage an id (also a sentence's) names, or undefined. */
  finding(id: string): Finding | Passage | undefined;
  /** The findings a query finds, best first; `ranges` are in `finding.text`. Nothing found is an empty list. */
  search(query: string, options?: { readonly limit?: number }): Hit[];
  /** What to write into a draft. @throws an error naming every unknown id */
  cite(ids: readonly string[], options?: CiteOptions): Citation;
  /** The citations of findings in a Markdown text, in order, whatever form they have; offsets are in the text. */
  citations(text: string, options?: CitationsOptions): readonly FoundCitation[];
  /**
   * A Markdown text with its citations in another form and style, and the citations that were left as
   * they are since rewriting them would lose something; their offsets are in the text given. As the command does, it
   * rewords the text's list of sources in that style, and front matter that names a form or style names the new one;
   * with a `range`, only the citations in it change.
   */
  restyle(text: string, options: RestyleOptions): { readonly text: string; readonly skipped: readonly Skipped[] };
  /**
   * What is wrong with the quotations, attributions and references of a Markdown text, in order; offsets are in the
   * text. Style, form, language and severities are those of the settings unless given. Any text is checked.
   */
  check(text: string, options?: CheckTextOptions): readonly CheckedProblem[];
}

/** The API as `activate` returns it: what answers is loaded with the first question. */
export function createApi(
  version: string,
  library: Library,
  index: () => SearchIndex,
  check: IdmFindingsApi['check'],
): IdmFindingsApi {
  const answers = lazy(() => require('./apiAnswers').createAnswers(library, index, check));
  return {
    version,
    findings: () => answers().findings(),
    passages: () => answers().passages(),
    finding: id => answers().finding(id),
    search: (query, options) => answers().search(query, options),
    cite: (ids, options) => answers().cite(ids, options),
    citations: (text, options) => answers().citations(text, options),
    restyle: (text, options) => answers().restyle(text, options),
    check: (text, options) => answers().check(text, options),
  };
}
