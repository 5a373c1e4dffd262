// The one way into VS Code's notifications and lists.
import vscode = require('vscode');
import { iconless, plain, unlinked } from './plain';

/**
 * The only way of our words, and of the text in them that is not ours, into VS Code's notifications
 * and lists: what a draft, a setting, a file's name or another program says is shown, and never a link, a command or an
 * icon.
 */

/** Shows an error. @returns the action chosen, if any */
export function showError(message: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(unlinked(message), ...actions);
}

/** Shows a warning. @returns the action chosen, if any */
export function showWarning(message: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(unlinked(message), ...actions);
}

/** Shows a piece of information. @returns the action chosen, if any */
export function showInformation(message: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(unlinked(message), ...actions);
}

/** Says something in the status bar, for some milliseconds or until it is disposed of. */
export function showStatus(message: string, milliseconds: number): vscode.Disposable {
  return vscode.window.setStatusBarMessage(iconless(plain(message)), milliseconds);
}

/** Asks before something is done, in a dialog. @returns the action chosen; undefined when it was closed */
export function askWarning(message: string, detail: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(unlinked(message), { modal: true, detail: unlinked(detail) }, ...actions);
}

/** What a task under way can tell: how much more of it is done, in percent, and a few words. */
export type Told = (increment: number, message?: string) => void;

/** Shows a task's progress in a notification that can cancel it, until it ends. */
export function showProgress<T>(
  title: string,
  task: (tell: Told, token: vscode.CancellationToken) => Thenable<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: unlinked(title), cancellable: true };
  return vscode.window.withProgress(options, (progress, token) =>
    task(
      (increment, message) =>
        progress.report({ increment, ...(message === undefined ? {} : { message: unlinked(message) }) }),
      token,
    ),
  );
}

/** Lets one of several items be chosen; none has an icon in its words. */
export function pickOne<T extends vscode.QuickPickItem>(items: readonly T[], title: string): Thenable<T | undefined> {
  const shown = items.map(item => ({ ...item, ...plainItem(item), item }));
  return vscode.window.showQuickPick(shown, { title }).then(chosen => chosen?.item);
}

/**
 * Asks for one line of text. @param fault what is wrong with an answer, if anything. @returns undefined when it was
 * closed
 */
export function askText(
  title: string,
  prompt: string,
  value: string,
  fault: (value: string) => string | undefined,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({ title, prompt: unlinked(prompt), value, validateInput: fault });
}

/** The words of a list's item without icons. */
export function plainItem({
  label,
  description,
  detail,
}: vscode.QuickPickItem): Pick<vscode.QuickPickItem, 'label' | 'description' | 'detail'> {
  return {
    label: iconless(label),
    ...(description === undefined ? {} : { description: iconless(description) }),
    ...(detail === undefined ? {} : { detail: iconless(detail) }),
  };
}

/** Registers a command. VS Code shows the message of its errors as a notification: they hold no links either. */
export function registerCommand<Given extends unknown[]>(
  command: string,
  run: (...given: Given) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...given: Given) => {
    try {
      return await run(...given);
    } catch (error) {
      if (!(error instanceof Error)) throw new Error(unlinked(String(error)), { cause: error });
      error.message = unlinked(error.message);
      throw error;
    }
  });
}
