// Asks whether a draft with problems is to be handed over.
import vscode = require('vscode');
import type { DraftChecks } from '../check/draftChecks';
import { askWarning } from '../notify';
import { plural } from '../plural';
import { checksDrafts } from '../check/checkSettings';
import { rangeIn } from '../ranges';

/**
 * Says how many errors and warnings a draft has that is to be handed over, and lets one look at them first.
 *
 * @returns whether to go on: true where there are none, and where the drafter has turned checks off
 */
export async function mayGoOn(checks: DraftChecks, document: vscode.TextDocument): Promise<boolean> {
  if (!checksDrafts(document)) return true;
  const checked = await checks.whenChecked(document);
  const grave = (checked?.problems ?? []).filter(({ severity }) => severity === 'error' || severity === 'warning');
  const [first] = [...grave.filter(({ severity }) => severity === 'error'), ...grave];
  if (!first) return true;
  const look = vscode.l10n.t('Look First');
  const goOn = vscode.l10n.t('Export Anyway');
  const chosen = await askWarning(
    plural(grave.length, {
      one: 'The check found a problem in the draft.',
      other: 'The check found {0} problems in the draft.',
    }),
    vscode.l10n.t('The Word document would have the same problems.'),
    // Who asked for the document gets it by Enter, and can make it anew once the problems are gone.
    goOn,
    look,
  );
  if (chosen === look) {
    await vscode.window.showTextDocument(document, { selection: rangeIn(document, first) });
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  return chosen === goOn;
}
