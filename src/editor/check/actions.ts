import vscode = require('vscode');
import { silencing } from '../../domain/check/disable';
import { Checker } from '../../domain/check/checker';
import { fixAll as fixAllSteps } from '../../domain/check/fixAll';
import type { Edit, Fix, Problem } from '../../domain/check/problem';
import type { Library } from '../../domain/corpus/library';
import { rangeIn } from '../citations/located';
import { commands } from '../commands';
import { draftSelector } from '../drafts';
import { diagnosticSource } from './diagnostics';
import { inSlices } from '../slices';
import { checksDrafts, checkSettings } from '../settings';
import type { DraftChecks } from './draftChecks';
import { titleOf } from './messages';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('idmFindings');

/** The fixes of problems as quick fixes, and those that cannot be wrong as one action for the whole draft. */
export class CheckActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix, fixAll];

  constructor(readonly library: Library, readonly checks: DraftChecks) {}

  provideCodeActions(
    document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext, token: vscode.CancellationToken,
  ): vscode.CodeAction[] | Promise<vscode.CodeAction[]> {
    if (!checksDrafts(document)) return [];
    const { problems } = this.checks.last(document) ?? this.checks.now(document);
    if (context.only && fixAll.intersects(context.only) && !context.only.contains(vscode.CodeActionKind.QuickFix)) return this.#all(document, problems, token);
    const start = document.offsetAt(range.start);
    const end = document.offsetAt(range.end);
    return problems.filter(problem => problem.start <= end && problem.end >= start).flatMap(problem => {
      const shown = context.diagnostics.filter(diagnostic => diagnostic.source === diagnosticSource && codeOf(diagnostic) === problem.code && diagnostic.range.isEqual(rangeIn(document, problem)));
      return [...problem.fixes.map((fix, at) => this.#fix(document, fix, shown, at === 0)), ...showing(problem, shown), ...this.#ignore(document, problem, shown)];
    });
  }

  #fix(document: vscode.TextDocument, fix: Fix, shown: vscode.Diagnostic[], first: boolean): vscode.CodeAction {
    const action = new vscode.CodeAction(titleOf(this.library, fix), vscode.CodeActionKind.QuickFix);
    action.diagnostics = shown;
    action.edit = editOf(document, fix.edits);
    action.isPreferred = first && (fix.safe || fix.sure === true);
    return action;
  }

  /** A comment before the block that says the problem is meant. */
  #ignore(document: vscode.TextDocument, problem: Problem, shown: vscode.Diagnostic[]): vscode.CodeAction[] {
    // A comment before front matter would make it none.
    if (problem.code === 'disable-unused' || problem.code === 'front-matter-unknown') return [];
    const action = new vscode.CodeAction(vscode.l10n.t('Ignore this problem here ({0})', problem.code), vscode.CodeActionKind.QuickFix);
    action.diagnostics = shown;
    action.edit = editOf(document, [silencing(this.checks.drafts.of(document), problem)]);
    return [action];
  }

  /** In slices, since the draft is checked again as it would be; nothing where it changed meanwhile. */
  async #all(document: vscode.TextDocument, problems: readonly Problem[], token: vscode.CancellationToken): Promise<vscode.CodeAction[]> {
    const { version } = document;
    const edits = await inSlices(
      fixAllSteps(this.checks.drafts.of(document), problems, draft => new Checker(draft, this.checks.tools).steps(checkSettings(document, draft))),
      () => token.isCancellationRequested || document.isClosed || document.version !== version,
    );
    if (!edits || edits.length === 0) return [];
    const action = new vscode.CodeAction(vscode.l10n.t('Fix all safe problems (IDM Findings)'), fixAll);
    action.edit = editOf(document, edits);
    return [action];
  }
}

/** The sentence that the draft's words were held against, opened in the source. */
function showing({ code, data }: Problem, shown: vscode.Diagnostic[]): vscode.CodeAction[] {
  if (data.sentence === undefined || !code.startsWith('attribution-')) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Show the source’s sentence'), vscode.CodeActionKind.QuickFix);
  action.diagnostics = shown;
  action.command = { command: commands.openSource, title: action.title, arguments: [{ id: data.sentence.id }] };
  return [action];
}

export function editOf(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const each of edits) edit.replace(document.uri, rangeIn(document, each), each.text);
  return edit;
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

export function registerCheckActions(library: Library, checks: DraftChecks): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(draftSelector, new CheckActions(library, checks), { providedCodeActionKinds: CheckActions.kinds });
}
