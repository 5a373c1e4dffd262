/** The pages that explain the rules; they ship with the extension, and are shown rendered. */
import vscode = require('vscode');
import { codes, type Code } from '../../domain/check/problem';
import { besideDraft } from '../besideDraft';
import { commands } from '../commands';
import type { Drafts } from '../drafts';
import { registerCommand } from '../notify';

/**
 * The page of a rule. A problem's code links to it: VS Code follows such a link to no command, and opens the page where
 * the draft is.
 */
export function ruleUri(extension: vscode.Uri, code: Code): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'docs', 'rules', `${code}.md`);
}

/** The command that opens the page of a rule beside the draft. */
export function registerRulePages(drafts: Drafts, extension: vscode.Uri): vscode.Disposable {
  return registerCommand(commands.openRule, async (given: unknown) => {
    const code = codes.find(known => known === given);
    if (code === undefined) throw new Error(vscode.l10n.t('There is no rule “{0}”.', String(given)));
    await showRendered(ruleUri(extension, code), besideDraft(drafts.lastTarget()?.viewColumn).column);
  });
}

/** As VS Code's own Markdown preview; where somebody has turned that off, as text. */
async function showRendered(page: vscode.Uri, column: vscode.ViewColumn): Promise<void> {
  try {
    await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', column);
  } catch {
    await vscode.commands.executeCommand('vscode.open', page, column);
  }
}
