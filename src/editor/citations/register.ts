// What a citation in a draft can do, registered with VS Code.
import vscode = require('vscode');
import { lazy } from '../../domain/lazy';
import { commands } from '../commands';
import { draftSelector } from '../drafts';
import type { Inserter } from '../insert';
import { registerCommand } from '../notify';
import { scheme } from '../scheme';
import { openSource } from '../source';
import { Clicks } from './clicks';
import { registerDecorations } from './decorations';
import { registerLinkValidationFix } from './linkValidation';
import { registerRename } from './rename';

/** What a citation in a draft can do: be read, followed, found again, and seen. */
export function registerCitations(inserter: Inserter): vscode.Disposable {
  const { library, drafts } = inserter;
  const { languages } = vscode;
  const clicks = new Clicks();
  const providers = lazy(() => require('./providers').citationProviders(inserter, clicks));
  return vscode.Disposable.from(
    clicks,
    languages.registerHoverProvider(draftSelector, {
      provideHover: (document, position) => providers().hover.provideHover(document, position),
    }),
    languages.registerDefinitionProvider(draftSelector, {
      provideDefinition: (document, position) => providers().definition.provideDefinition(document, position),
    }),
    languages.registerDeclarationProvider(draftSelector, {
      provideDeclaration: (document, position) => providers().declaration.provideDeclaration(document, position),
    }),
    languages.registerReferenceProvider([...draftSelector, { scheme }], {
      provideReferences: (...asked) => providers().references.provideReferences(...asked),
    }),
    registerRename(library, drafts),
    languages.registerDocumentLinkProvider(draftSelector, {
      provideDocumentLinks: document => providers().links.provideDocumentLinks(document),
    }),
    languages.registerDocumentHighlightProvider(draftSelector, {
      provideDocumentHighlights: (document, position) =>
        providers().highlights.provideDocumentHighlights(document, position),
    }),
    registerCommand(commands.followCitation, (id: unknown) => {
      clicks.follow();
      return openSource(library, String(id), { preserveFocus: true });
    }),
    registerDecorations(drafts),
    registerLinkValidationFix(draftSelector, drafts),
  );
}
