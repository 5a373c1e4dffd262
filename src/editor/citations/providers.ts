// What answers VS Code about the citations of a draft, loaded with its first question.
import { referenceText } from '../citationText';
import type { Inserter } from '../insert';
import type { Clicks } from './clicks';
import { CitationHover } from './hover';
import { CitationDefinition, CitationHighlights, CitationLinks, NoteDeclaration } from './navigation';
import { CitationReferences } from './references';
import { WorkspaceCitations } from './workspaceCitations';

/** One provider of each kind. */
interface CitationProviders {
  readonly hover: CitationHover;
  readonly definition: CitationDefinition;
  readonly declaration: NoteDeclaration;
  readonly references: CitationReferences;
  readonly links: CitationLinks;
  readonly highlights: CitationHighlights;
}

/**
 * Makes the providers, which all read the drafts that the inserter writes to.
 * @param clicks what tells a click from the command to go to a definition
 */
export function citationProviders(inserter: Inserter, clicks: Clicks): CitationProviders {
  const { library, drafts } = inserter;
  return {
    hover: new CitationHover(library, drafts, id => referenceText(inserter, id)),
    definition: new CitationDefinition(library, drafts, clicks),
    declaration: new NoteDeclaration(drafts),
    references: new CitationReferences(library, drafts, new WorkspaceCitations(library, drafts)),
    links: new CitationLinks(library, drafts),
    highlights: new CitationHighlights(library, drafts),
  };
}
