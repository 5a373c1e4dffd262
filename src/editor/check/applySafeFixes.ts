/**
 * Making every fix that cannot be wrong, and saying what is left to decide: VS Code's own command says only that there
 * is no such fix.
 */
import vscode = require('vscode');
import { Checker } from '../../domain/check/checker';
import { fixAll } from '../../domain/check/fixAll';
import type { Problem } from '../../domain/check/problem';
import type { Edit } from '../../domain/text/edits';
import { commands } from '../commands';
import { applied, hindrance, workspaceEdit } from '../draftEdit';
import { withAnd, withCommas } from '../lists';
import { registerCommand, showInformation, showWarning } from '../notify';
import { plural } from '../plural';
import { inSlices } from '../slices';
import { checkSettings } from './checkSettings';
import type { DraftChecks } from './draftChecks';

/** So many lines are named. */
const mostLines = 5;

/**
 * The edits of all safe fixes, found in slices, since the draft is checked again as it would be; undefined if it was
 * given up.
 */
export function safeEdits(
  checks: DraftChecks,
  document: vscode.TextDocument,
  problems: readonly Problem[],
  isCancelled = (): boolean => false,
): Promise<readonly Edit[] | undefined> {
  const { version } = document;
  return inSlices(
    fixAll(checks.drafts.of(document), problems, draft =>
      new Checker(draft, checks.tools).steps(checkSettings(document, draft)),
    ),
    () => isCancelled() || document.isClosed || document.version !== version,
  );
}

/** @returns how many problems are left; undefined where no draft was checked or the edit could not be made */
async function applySafeFixes(checks: DraftChecks): Promise<number | undefined> {
  const document = checks.drafts.lastTarget()?.document;
  if (!document) {
    void showInformation(vscode.l10n.t('Open a Markdown draft to fix it.'));
    return undefined;
  }
  const checked = await checks.whenChecked(document);
  if (!checked) return undefined;
  const edits = await safeEdits(checks, document, checked.problems);
  const some = edits !== undefined && edits.length > 0;
  let why = some ? await hindrance(document, checked.version) : undefined;
  if (edits === undefined) why = vscode.l10n.t('The draft changed in the meantime.');
  if (why !== undefined || (some && !(await applied(document, workspaceEdit(document, edits))))) {
    void showWarning(vscode.l10n.t('{0} Nothing was fixed.', why ?? vscode.l10n.t('The draft cannot be edited.')));
    return undefined;
  }
  const { problems } = some ? ((await checks.whenChecked(document)) ?? checked) : checked;
  void say(document, problems, some);
  return problems.length;
}

/** Says what is left, where, and how to see it. */
async function say(document: vscode.TextDocument, problems: readonly Problem[], some: boolean): Promise<void> {
  const lines = [...new Set(problems.map(({ start }) => document.positionAt(start).line + 1))];
  const named =
    lines.length > mostLines ? withCommas([...lines.slice(0, mostLines).map(String), '…']) : withAnd(lines.map(String));
  if (problems.length === 0) {
    void showInformation(
      some
        ? vscode.l10n.t('All safe fixes were applied. No problem is left.')
        : vscode.l10n.t('There is nothing to fix: no problem was found.'),
    );
    return;
  }
  const words = some
    ? plural(
        problems.length,
        {
          one: 'All safe fixes were applied. {0} problem needs your decision, on line {1}.',
          other: 'All safe fixes were applied. {0} problems need your decision, on lines {1}.',
        },
        named,
      )
    : plural(
        problems.length,
        {
          one: 'There is no safe fix here. {0} problem needs your decision, on line {1}.',
          other: 'There is no safe fix here. {0} problems need your decision, on lines {1}.',
        },
        named,
      );
  const show = vscode.l10n.t('Show in the Report');
  if ((await showInformation(words, show)) === show)
    await vscode.commands.executeCommand(commands.checkDraft, document.uri);
}

export function registerApplySafeFixes(checks: DraftChecks): vscode.Disposable {
  return registerCommand(commands.applySafeFixes, () => applySafeFixes(checks));
}
