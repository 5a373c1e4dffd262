// What can be done with a row of the sidebar.
import vscode = require('vscode');
import type { Row } from '../../domain/browse/rows';
import type { Library } from '../../domain/corpus/library';
import type { Kind } from '../../domain/insert/trigger';
import { commands } from '../commands';
import { registerCommand } from '../notify';
import { openSource } from '../source';
import type { FindingsTree } from './view';

/** What the rows' actions ask of the rest of the extension. */
interface RowServices {
  readonly library: Library;
  /** Inserts into the draft last active, at its last cursors, or says that none is open. */
  insert(ids: readonly string[], kind: Kind): Promise<void>;
  /** The citation of entries in words. */
  citation(id: string): string;
}

type Action = (ids: readonly string[]) => unknown;

/**
 * The ids of rows, each once, in the order of the source whatever the order of clicks, whole documents last; groups
 * have none.
 */
export function idsOf(rows: readonly Row[]): string[] {
  const entries = new Set(rows.flatMap(({ subject }) => (subject.kind === 'entry' ? [subject.entry] : [])));
  const documents = new Set(rows.flatMap(({ subject }) => (subject.kind === 'document' ? [subject.corpus.id] : [])));
  const inOrder = [...entries].sort((a, b) => a.corpus.localeCompare(b.corpus) || a.start - b.start);
  return [...inOrder.map(({ id }) => id), ...documents];
}

/** How long the list may take to open the focused row. */
const openingTime = 1000;

/**
 * The actions of a row. From a menu they get the row and, if it is among several selected, all of
 * them. From a key they get nothing, and VS Code tells an extension which rows are selected but not
 * which one has the focus: then the list is asked to open the focused row, and `openRow` finds the
 * action waiting there.
 */
export function registerRowCommands(tree: FindingsTree, services: RowServices): vscode.Disposable {
  const { executeCommand } = vscode.commands;
  const { library } = services;
  const texts = (ids: readonly string[]): string[] => ids.flatMap(id => library.resolve(id)?.entry.text ?? []);
  const copy = (words: readonly string[]): Thenable<void> => vscode.env.clipboard.writeText(words.join('\n\n'));
  let waiting: Action | undefined;

  const row = (command: string, action: Action): vscode.Disposable =>
    registerCommand(command, async (clicked?: Row, selected?: readonly Row[]) => {
      if (clicked) return action(idsOf(selected?.includes(clicked) ? selected : [clicked]));
      if (tree.view.selection.length > 1) return action(idsOf(tree.view.selection));
      waiting = action;
      await executeCommand('list.select');
      setTimeout(() => {
        if (waiting === action) waiting = undefined;
      }, openingTime);
    });

  return vscode.Disposable.from(
    registerCommand(commands.openRow, (opened: Row) => {
      const action = waiting;
      waiting = undefined;
      const [id] = idsOf([opened]);
      if (id === undefined) return;
      return action ? action([id]) : openSource(library, id, { preserveFocus: true });
    }),
    row(commands.insertCitationOfRow, ids => services.insert(ids, 'citation')),
    row(commands.insertQuotationOfRow, ids => services.insert(ids, 'quotation')),
    row(commands.insertBlockQuotationOfRow, ids => services.insert(ids, 'blockQuotation')),
    row(commands.copyCitationOfRow, ids => copy(ids.map(id => services.citation(id)))),
    row(commands.copyTextOfRow, ids => copy(texts(ids))),
  );
}
