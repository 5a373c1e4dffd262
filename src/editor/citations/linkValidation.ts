// What to do where VS Code's link validation takes citations for links.
import vscode = require('vscode');
import type { Drafts } from '../drafts';
import { commands } from '../commands';
import { registerCommand, showInformation } from '../notify';

/** How VS Code's own Markdown support says that a reference leads nowhere: it names no source in some versions. */
const source = 'markdown';
const code = 'link.no-such-reference';
const setting = { section: 'markdown.validate.referenceLinks', key: 'enabled' } as const;

/**
 * VS Code's Markdown link validation, where it is on, takes every citation for a link without a
 * definition, even a footnote that has one. Another extension's diagnostics cannot be taken back, so the
 * drafter is told why, and offered to turn that check off.
 */
export function registerLinkValidationFix(selector: vscode.DocumentSelector, drafts: Drafts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      selector,
      { provideCodeActions: (document, _range, context) => actions(drafts, document, context) },
      {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      },
    ),
    registerCommand(commands.explainLinkValidation, explain),
  );
}

function actions(
  drafts: Drafts,
  document: vscode.TextDocument,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const ours = diagnostics.filter(
    diagnostic => isLinkDiagnostic(diagnostic) && isOnCitation(drafts, document, diagnostic.range),
  );
  if (ours.length === 0) return [];
  const title = vscode.l10n.t('This is a citation, not a link: turn off VS Code’s check of reference links…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = ours;
  action.command = { command: commands.explainLinkValidation, title };
  return [action];
}

function isLinkDiagnostic({ source: from, code: own }: vscode.Diagnostic): boolean {
  return (from === undefined || from === source) && (typeof own === 'object' ? own.value : own) === code;
}

function isOnCitation(drafts: Drafts, document: vscode.TextDocument, range: vscode.Range): boolean {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return drafts
    .of(document)
    .citationsIn(start, end)
    .some(citation => citation.start < end && start < citation.end);
}

/** Says what the check does and changes the setting only when told to. */
async function explain(): Promise<void> {
  const workspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  const ignore = workspace ? vscode.l10n.t('Ignore in This Workspace') : vscode.l10n.t('Ignore in My Settings');
  const message = vscode.l10n.t(
    'VS Code’s link validation mistakes citations such as [^…] and [@…] for links without a definition. It cannot tell them apart, so it can only be turned off for all reference links ({0}: ignore). It will still report broken links to files and headings.',
    `${setting.section}.${setting.key}`,
  );
  const choice = await showInformation(message, ignore);
  if (choice !== ignore) return;
  const target = workspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(setting.section).update(setting.key, 'ignore', target);
}
