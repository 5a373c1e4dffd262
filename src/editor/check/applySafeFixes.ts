/**
 * Making every fix that cannot be wrong, and saying what is left to decide: VS Code's own command says only that there
 * is no such fix.
 */
import vscode = require('vscode');
import { Checker } from '../../domain/check/checker';
import { fixAll } from '../../domain/check/fixAll';
import { isRemark, type Code, type Problem } from '../../domain/check/problem';
import type { Edit } from '../../domain/text/edits';
import { commands } from '../commands';
import { applied, hindrance, workspaceEdit } from '../draftEdit';
import { withAnd, withCommas } from '../lists';
import { registerCommand, showInformation, showWarning } from '../notify';
import { plural } from '../plural';
import { inSlices } from '../slices';
import { checkSettings } from './checkSettings';
import type { DraftChecks } from './draftChecks';
import { ruleCounts } from './ruleNames';

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
  const fixed = some ? gone(checked.problems, problems) : [];
  void say(
    document.uri,
    doneWords(fixed, problems, ({ start }) => document.positionAt(start).line + 1),
    problems.length > 0,
  );
  return problems.length;
}

/** Those of some problems of which a later check has fewer: of each rule as many as there are fewer. */
function gone(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const left = new Map<Code, number>();
  for (const { code } of after) left.set(code, (left.get(code) ?? 0) + 1);
  return before.filter(({ code }) => {
    const still = left.get(code) ?? 0;
    left.set(code, still - 1);
    return still <= 0;
  });
}

/** What was fixed, what problems are left, as the status bar counts them, and where; remarks apart. */
export function doneWords(
  fixed: readonly Problem[],
  left: readonly Problem[],
  lineOf: (problem: Problem) => number,
): string {
  if (fixed.length === 0 && left.length === 0) return vscode.l10n.t('There is nothing to fix: no problem was found.');
  const problems = left.filter(problem => !isRemark(problem));
  const remarks = left.length - problems.length;
  const done =
    fixed.length === 0
      ? vscode.l10n.t('There is no safe fix here.')
      : plural(
          fixed.length,
          { one: '{0} problem was fixed: {1}.', other: '{0} problems were fixed: {1}.' },
          ruleCounts(fixed),
        );
  const open =
    problems.length === 0
      ? vscode.l10n.t('No problem is left.')
      : plural(
          problems.length,
          {
            one: '{0} problem needs your decision (line {1}).',
            other: '{0} problems need your decision (lines: {1}).',
          },
          linesOf(problems.map(lineOf)),
        );
  const remarked =
    remarks === 0
      ? []
      : [plural(remarks, { one: 'The report also has {0} remark.', other: 'The report also has {0} remarks.' })];
  return [done, open, ...whyLeft(problems), ...remarked].join(' ');
}

/** Why the fixes of some problems are not among the safe ones: several may be right, and they change what a draft says. */
function whyLeft(problems: readonly Problem[]): string[] {
  const fixes = problems.flatMap(problem => problem.fixes);
  if (fixes.length === 0) return [];
  return fixes.some(({ kind }) => kind === 'restore')
    ? [
        vscode.l10n.t(
          'A quotation that differs is left to you: put in the source’s words, or take the quotation marks away.',
        ),
      ]
    : [vscode.l10n.t('Fixes that change what the draft says are left to you.')];
}

function linesOf(all: readonly number[]): string {
  const lines = [...new Set(all)].map(String);
  return lines.length > mostLines ? withCommas([...lines.slice(0, mostLines), '…']) : withAnd(lines);
}

/** Says what was done, and shows the rest in the report if the drafter wants to see it. */
async function say(uri: vscode.Uri, words: string, more: boolean): Promise<void> {
  if (!more) {
    void showInformation(words);
    return;
  }
  const show = vscode.l10n.t('Show in the Report');
  if ((await showInformation(words, show)) === show) await vscode.commands.executeCommand(commands.checkDraft, uri);
}

export function registerApplySafeFixes(checks: DraftChecks): vscode.Disposable {
  return registerCommand(commands.applySafeFixes, () => applySafeFixes(checks));
}
