// The sidebar, registered with VS Code.
import vscode = require('vscode');
import type { Finder } from './finder';
import type { Inserter } from './insert';
import { DraggedRows, registerDrop } from './tree/drag';
import { registerRowCommands } from './tree/rowCommands';
import { FindingsTree, registerTreeCommands } from './tree/view';

/**
 * The sidebar. Other features reach its tree through what is returned: they add groupings and
 * decorate rows there.
 * @param state where the chosen grouping is remembered
 */
export function registerSidebar(
  inserter: Inserter,
  finder: Finder,
  state: vscode.Memento,
): { tree: FindingsTree; disposable: vscode.Disposable } {
  const { library } = inserter;
  const citation = (id: string): string => require('./citationText').citationText(inserter, id);
  const tree = new FindingsTree(
    { library, state, citation, find: query => finder.find(query) },
    new DraggedRows(citation),
  );
  tree.alone(inserter.drafts.lastTarget() !== undefined);
  const disposable = vscode.Disposable.from(
    tree,
    inserter.drafts.onDidComeOrGo(there => tree.alone(there)),
    registerTreeCommands(tree),
    registerRowCommands(tree, {
      library,
      citation,
      insert: async (ids, kind) => {
        await inserter.insertInLast({ ids, kind });
      },
    }),
    registerDrop(inserter),
  );
  return { tree, disposable };
}
