// The first minute: a new draft, a sample, the tour, and what shows a drafter how far they are.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import { commands, contextKeys, views } from '../commands';
import { registerCommand } from '../notify';
import { firstUse } from './firstUse';
import { newDraft, openSample } from './documents';
import { EmptyDraftHint } from './hint';

/** The walkthrough in package.json, as VS Code names it. */
const tour = 'idm-findings.idm-findings#firstSteps';

/**
 * The commands, the view that offers them while no draft is open, and the hint in an empty draft.
 * @param state where is remembered what the drafter has done
 */
export function registerFirstSteps(library: Library, state: vscode.Memento): vscode.Disposable {
  const { executeCommand } = vscode.commands;
  const hint = new EmptyDraftHint(state);
  /** The keys of the steps that the drafter has done. */
  const done = new Set<string>();
  const tick = (key: string): void => {
    done.add(key);
    void executeCommand('setContext', key, true);
  };
  // VS Code opens the walkthrough of an extension just installed, unless a condition of it is not met yet: ours opens
  // when it is asked for.
  void executeCommand('setContext', contextKeys.tour, true);
  return vscode.Disposable.from(
    hint,
    firstUse(library, ({ quoted }) => {
      hint.done();
      tick(contextKeys.hasCited);
      if (quoted) tick(contextKeys.hasQuoted);
    }),
    // Its rows are none: VS Code shows the welcome text of package.json then.
    vscode.window.createTreeView(views.start, {
      treeDataProvider: { getChildren: () => [], getTreeItem: () => new vscode.TreeItem('') },
    }),
    registerCommand(commands.newDraft, newDraft),
    registerCommand(commands.openSample, openSample),
    registerCommand(commands.fixed, () => tick(contextKeys.hasFixed)),
    registerCommand(commands.takeTour, async () => {
      // VS Code knows the tour once that has been opened, and ticks a step only when its key becomes true after that.
      for (const key of done) await executeCommand('setContext', key, false);
      await executeCommand('workbench.action.openWalkthrough', tour, false);
      for (const key of done) await executeCommand('setContext', key, true);
    }),
  );
}
