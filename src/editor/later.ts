// Registers a feature when it is needed: its code is neither read nor run at activation.
import vscode = require('vscode');
import { isDraft } from './drafts';
import { registerCommand } from './notify';

/** A feature that is registered when it is needed. */
export interface Later<T> extends vscode.Disposable {
  /** The feature, registered now if it was not. */
  now(): T;
}

/**
 * A feature that works on open drafts: registered once activation is over if a draft is open, else with the first that is
 * opened, or as soon as one of its commands is run.
 *
 * @param names the commands that `register` registers: until then each is there, too, and waits for nothing but that
 * @param register registers the feature; called at most once
 */
export function registerLater<T extends vscode.Disposable>(names: readonly string[], register: () => T): Later<T> {
  let feature: T | undefined;
  let over = false;
  const now = (): T => {
    if (feature === undefined) {
      standIns.dispose();
      feature = register();
    }
    return feature;
  };
  const withDraft = (): void => {
    if (!over && feature === undefined && vscode.workspace.textDocuments.some(isDraft)) now();
  };
  const standIns = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(withDraft),
    ...names.map(name => registerCommand(name, (...given: unknown[]) => {
      now();
      return vscode.commands.executeCommand(name, ...given);
    })),
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
