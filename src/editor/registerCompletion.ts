// Makes completion known to VS Code; what offers findings is loaded with the first request.
import vscode = require('vscode');
import type { Request } from '../domain/insert/plan';
import { commands } from './commands';
import type { FindingCompletionProvider } from './completion';
import { draftSelector } from './drafts';
import { registerCommand, showError } from './notify';
import { askingAgain, openList } from './openList';
import { completionSign, section, signFault } from './settings';

/** @param make makes the provider, and is called at most once */
export function registerCompletion(make: () => FindingCompletionProvider): vscode.Disposable {
  let provider: FindingCompletionProvider | undefined;
  const now = (): FindingCompletionProvider => {
    if (!provider) {
      provider = make();
      provider.sign = completionSign();
    }
    return provider;
  };
  /** Known to VS Code by the characters of the trigger that is set. */
  const registered = (): vscode.Disposable => {
    const fault = signFault();
    if (fault !== undefined) void showError(fault);
    const sign = completionSign();
    if (provider) provider.sign = sign;
    return vscode.languages.registerCompletionItemProvider(
      draftSelector,
      {
        provideCompletionItems: (...asked) => now().provideCompletionItems(...asked),
        resolveCompletionItem: item =>
          now().resolveCompletionItem(item as Parameters<FindingCompletionProvider['resolveCompletionItem']>[0]),
      },
      ...new Set([...sign, ...askingAgain]),
    );
  };
  let known = registered();
  return vscode.Disposable.from(
    { dispose: () => known.dispose() },
    vscode.workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration(`${section}.completion.trigger`)) return;
      known.dispose();
      known = registered();
    }),
    registerCommand(commands.acceptCompletion, (request: Request) => now().accept(request)),
    registerCommand(commands.acceptedCompletion, (id: string) => now().accepted(id)),
    registerCommand(commands.continueCompletion, async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor) await openList(editor.document, editor.selection.active);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      // Only a list that was asked for is opened again.
      if (!provider) return;
      const change = contentChanges[0];
      if (
        !change ||
        contentChanges.length > 1 ||
        reason !== undefined ||
        change.text.length > 1 ||
        change.rangeLength > 1
      )
        return;
      const editor = vscode.window.activeTextEditor;
      if (editor?.document !== document) return;
      const position = document.positionAt(change.rangeOffset + change.text.length);
      const deleted = change.text === '';
      if (!provider.reopens(document, position, deleted)) return;
      // A sign that is typed asks by itself, and that answer may come later than this one: only a command is sure then.
      void (deleted ? openList(document, position) : vscode.commands.executeCommand('editor.action.triggerSuggest'));
    }),
  );
}
