// Registers a feature when it is needed: its code is neither read nor run at activation.
import vscode = require('vscode');
import { isDraft } from './drafts';
import { registerCommand } from './notify';

/** A feature that is registered when it is needed. */
interface Later<T> extends vscode.Disposable {
  /** The feature, registered now if it was not. */
  now(): T;
}

/**
 * A feature that works on open drafts: registered once activation is over if a draft is open, else with the first that
 * is opened, or as soon as one of its commands is run.
 *
 * @param names the commands that the feature registers: until then each is there, too, and waits for nothing but that
 * @param load reads the feature's code; what it gives registers the feature, and is called at most once
 */
export function registerLater<T extends vscode.Disposable>(names: readonly string[], load: () => () => T): Later<T> {
  let feature: T | undefined;
  let over = false;
  const now = (): T => {
    if (feature === undefined) {
      // What cannot be read leaves the stand-ins where they are, to be tried again.
      const registerNow = load();
      standIns.dispose();
      feature = registerNow();
    }
    return feature;
  };
  const withDraft = (): void => {
    if (!over && feature === undefined && vscode.workspace.textDocuments.some(isDraft)) now();
  };
  const standIns = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(withDraft),
    ...names.map(name =>
      registerCommand(name, (...given: unknown[]) => {
        now();
        return vscode.commands.executeCommand(name, ...given);
      }),
    ),
  );
  setTimeout(withDraft, 0);
  return {
    now,
    dispose: () => {
      over = true;
      (feature ?? standIns).dispose();
    },
  };
}
