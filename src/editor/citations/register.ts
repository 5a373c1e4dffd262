import vscode = require('vscode');
import { referenceText } from '../citationText';
import { draftSelector } from '../drafts';
import type { Inserter } from '../insert';
import { scheme } from '../scheme';
import { registerDecorations } from './decorations';
import { CitationHover } from './hover';
import { registerLinkValidationFix } from './linkValidation';
import { CitationDefinition, CitationHighlights, CitationLinks } from './navigation';
import { CitationReferences } from './references';
import { registerRename } from './rename';
import { WorkspaceCitations } from './workspaceCitations';

/** What a citation in a draft can do: be read, followed, found again, and seen. */
export function registerCitations(inserter: Inserter): vscode.Disposable {
  const { library, drafts } = inserter;
  const { languages } = vscode;
  const workspace = new WorkspaceCitations(library, drafts);
  return vscode.Disposable.from(
    languages.registerHoverProvider(draftSelector, new CitationHover(library, drafts, id => referenceText(inserter, id))),
    languages.registerDefinitionProvider(draftSelector, new CitationDefinition(library, drafts)),
    languages.registerReferenceProvider([...draftSelector, { scheme }], new CitationReferences(library, drafts, workspace)),
    registerRename(library, drafts),
    languages.registerDocumentLinkProvider(draftSelector, new CitationLinks(library, drafts)),
    languages.registerDocumentHighlightProvider(draftSelector, new CitationHighlights(library, drafts)),
    registerDecorations(drafts),
    registerLinkValidationFix(draftSelector, drafts),
  );
}
