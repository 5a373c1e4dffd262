// Activation: the whole product as a list of registrations.
import vscode = require('vscode');
import { createApi, type IdmFindingsApi } from './api';
import { library } from './domain/corpus/bundled';
import { lazy } from './domain/lazy';
import { registerAfterMark } from './editor/afterMark';
import { AccessDate } from './editor/askAccessed';
import { ActiveMentions } from './editor/citations/activeMentions';
import { registerCitations } from './editor/citations/register';
import { registerTreeMarks } from './editor/citations/treeMarks';
import { commandsOfDraftWork, panels } from './editor/commands';
import { Drafts } from './editor/drafts';
import { Finder } from './editor/finder';
import { registerFirstSteps } from './editor/firstSteps/register';
import { Inserter, registerInsertCommands } from './editor/insert';
import { registerLater } from './editor/later';
import { registerPickCitation } from './editor/pickCitation';
import { extendMarkdownIt, registerPreviewRefresh } from './editor/preview';
import { registerReading } from './editor/reading/register';
import { Recent } from './editor/recent';
import { searchIndex } from './editor/searchIndex';
import { registerCompletion } from './editor/registerCompletion';
import { registerSidebar } from './editor/sidebar';
import { registerSource } from './editor/source';
import { registerSourceCommands } from './editor/sourceCommands';

/** The API, and what VS Code's Markdown preview looks for in it. */
type Exports = IdmFindingsApi & { readonly extendMarkdownIt: ReturnType<typeof extendMarkdownIt> };

export function activate(context: vscode.ExtensionContext): Exports {
  const drafts = new Drafts(library);
  const index = lazy(() => searchIndex(library));
  const recent = new Recent(context.globalState);
  const inserter = new Inserter(library, drafts, recent, new AccessDate(context.globalState));
  const finder = new Finder(library, index, recent);
  const sidebar = registerSidebar(inserter, finder, context.workspaceState);
  const mentions = new ActiveMentions(library, drafts);
  const work = registerLater(commandsOfDraftWork, () => {
    const { registerDraftWork } = require('./editor/draftWork');
    return () => registerDraftWork(library, drafts, inserter, finder, index, context.extensionUri);
  });

  context.subscriptions.push(
    drafts,
    registerSource(library),
    registerSourceCommands(inserter),
    sidebar.disposable,
    mentions,
    registerTreeMarks(library, drafts, sidebar.tree, mentions),
    registerReading(inserter, finder, mentions, context.extensionUri),
    registerPickCitation(inserter, finder),
    registerInsertCommands(inserter),
    registerCompletion(
      drafts,
      () => new (require('./editor/completion').FindingCompletionProvider)(library, index, drafts, inserter),
    ),
    registerAfterMark(inserter),
    registerCitations(inserter),
    registerFirstSteps(library, context.globalState),
    work,
    vscode.window.registerWebviewPanelSerializer(panels.report, {
      deserializeWebviewPanel: (panel, state) => Promise.resolve(work.now().restoreReport(panel, state)),
    }),
    registerPreviewRefresh(),
  );
  const { version } = context.extension.packageJSON as { version: string };
  const check: IdmFindingsApi['check'] = (text, options) => work.now().check(text, options);
  return { ...createApi(version, library, index, check), extendMarkdownIt: extendMarkdownIt(library, drafts) };
}
