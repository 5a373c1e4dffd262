// Makes completion known to VS Code; what offers findings is loaded with the first request.
import vscode = require('vscode');
import type { Request } from '../domain/insert/plan';
import { commands } from './commands';
import type { FindingCompletionProvider } from './completion';
import { draftSelector, type Drafts } from './drafts';
import { registerCommand, showError } from './notify';
import { askingAgain, openList } from './openList';
import { beginsRule, ruleItems } from './ruleCompletion';
import { completionSign, section, signFault } from './settings';
import { holdBack } from './slices';

type Asked = Parameters<FindingCompletionProvider['provideCompletionItems']>;
type FindingItem = Parameters<FindingCompletionProvider['resolveCompletionItem']>[0];

/**
 * Findings in the text, and our rules in front matter: one provider offers both, since each that VS Code knows of costs
 * every list its way there and back.
 * @param make makes the provider of findings, and is called at most once
 */
export function registerCompletion(drafts: Drafts, make: () => FindingCompletionProvider): vscode.Disposable {
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
        provideCompletionItems: (...asked) => {
          holdBack();
          return rules(drafts, asked) ?? now().provideCompletionItems(...asked);
        },
        resolveCompletionItem: item => (isFindingItem(item) ? now().resolveCompletionItem(item) : item),
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
      // VS Code asks for nothing while letters are typed in Markdown.
      if (/^[a-z]$/iu.test(change.text) && beginsRule(drafts, document, change.range.start.translate(0, 1)))
        return void vscode.commands.executeCommand('editor.action.triggerSuggest');
      // Only a list that was asked for is opened again.
      if (!provider) return;
      const deleted = change.text === '';
      if (!provider.reopens(document, position, deleted)) return;
      // A sign that is typed asks by itself, and that answer may come later than this one: only a command is sure then.
      void (deleted ? openList(document, position) : vscode.commands.executeCommand('editor.action.triggerSuggest'));
    }),
  );
}

function isFindingItem(item: vscode.CompletionItem): item is FindingItem {
  return 'choice' in item;
}

/** Of the signs that ask for a list, a colon asks for rules, and the hyphen in our field’s name; a blank indents a line. */
function rules(drafts: Drafts, [document, position, , context]: Asked): vscode.CompletionItem[] | undefined {
  const byOtherSign =
    context.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter &&
    !/^[:-]$/u.test(context.triggerCharacter ?? '');
  return byOtherSign ? undefined : ruleItems(drafts, document, position);
}
