/**
 * The source to read: its commands, and the page that VS Code kept while its window was loaded again. The view is read
 * when it is first asked for.
 */
import vscode = require('vscode');
import { lazy } from '../../domain/lazy';
import type { ActiveMentions } from '../citations/activeMentions';
import { citationAtCursor } from '../citations/located';
import { commands, panels } from '../commands';
import type { Finder } from '../finder';
import type { Inserter } from '../insert';
import { registerCommand } from '../notify';
import type { ReadingView } from './readingView';

/** What the command may be given: what to go to, and whether the keyboard stays where it is. */
interface Arguments {
  readonly id?: unknown;
  readonly preserveFocus?: unknown;
}

export function registerReading(
  inserter: Inserter,
  finder: Finder,
  mentions: ActiveMentions,
  extension: vscode.Uri,
): vscode.Disposable {
  let made: ReadingView | undefined;
  const view = lazy(
    () => (made = new (require('./readingView').ReadingView)({ inserter, finder, mentions, extension })),
  );
  return vscode.Disposable.from(
    registerCommand(commands.openSource, (given?: Arguments) => {
      const id = given?.id === undefined || given.id === null ? atCursor(inserter) : String(given.id);
      view().open(id, given?.preserveFocus !== true);
    }),
    vscode.window.registerWebviewPanelSerializer(panels.source, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        view().restore(panel, typeof state === 'object' && state !== null ? state : undefined);
      },
    }),
    { dispose: () => made?.dispose() },
  );
}

/** Without an id: what the citation under the cursor cites, else the document. */
function atCursor({ library, drafts }: Inserter): string {
  const target = drafts.lastTarget();
  const cursor = target?.selections[0]?.active;
  const citation = target && cursor && citationAtCursor(drafts.of(target.document), target.document, cursor);
  return citation?.ids[0] ?? citation?.corpus ?? library.corpora[0]?.id ?? '';
}
