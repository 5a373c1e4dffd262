// The citations in any Markdown text, for the API.
import type { Library } from '../corpus/library';
import type { Citation } from './citation';
import { Draft } from './draft';

/** How a text is to be read. Markdown, Quarto and R Markdown are read alike, and any other text as Markdown too. */
export interface CitationsOptions {
  readonly languageId?: string;
}

/**
 * The citations of a library's findings in a text, in order (see `Citation`): footnote markers and
 * definitions, pandoc citations, narrative keys, and in-text citations; also those that evidently
 * mean ours but name what does not exist. Nothing is found in code, comments, HTML, front matter,
 * addresses or mathematics. Any text is accepted.
 */
export function citations(library: Library, text: string, _options: CitationsOptions = {}): readonly Citation[] {
  return Draft.of(text, library)
    .citations()
    .map(citation => ({ ...citation, ...(citation.group && { group: { ...citation.group } }) }));
}
