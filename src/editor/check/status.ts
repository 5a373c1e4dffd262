// The state of the active draft in the status bar.
import vscode = require('vscode');
import { commands } from '../commands';
import { isDraft } from '../drafts';
import { checksDrafts, rulesOff } from './checkSettings';
import type { CheckOptions } from '../../domain/check/checker';
import { withCommas } from '../lists';
import { plural } from '../plural';
import { problemCounts } from './problemCounts';
import type { DraftChecks } from './draftChecks';
import type { FreshMarks } from './freshMarks';

/** The state of the active draft in the status bar; a click opens the report. */
export function registerStatus(checks: DraftChecks, fresh: FreshMarks): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('idmFindings.check', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('IDM Findings: Problems in the Draft');
  item.command = commands.checkDraft;
  const update = (): void => {
    const document = shownDraft(checks);
    if (!document || !isDraft(document) || !checksDrafts(document)) {
      item.hide();
      return;
    }
    const checked = fresh.last(document);
    // A draft being checked keeps what it showed, so that the bar does not flicker with every letter.
    if (!checked) return;
    const of = (...wanted: readonly string[]): number =>
      checked.problems.filter(({ severity }) => wanted.includes(severity)).length;
    const grave = of('error', 'warning');
    const other = of('information');
    const hints = of('hint');
    const cites = checks.drafts.of(document).citations().length > 0;
    const options = checks.options(document);
    const found = { grave, other, hints, ignored: checks.checkerOf(document).ignored.length, cites };
    item.text = statusText(found, options);
    item.tooltip = statusWords(found, options);
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.show();
  };
  let shown: vscode.TextDocument | undefined;
  const change = (): void => {
    const document = shownDraft(checks);
    if (document === shown) return;
    shown = document;
    item.hide();
    update();
  };
  change();
  return vscode.Disposable.from(
    item,
    fresh.onDidTell(({ document }) => {
      if (document === shownDraft(checks)) update();
    }),
    checks.onDidClose(update),
    vscode.window.onDidChangeActiveTextEditor(change),
    vscode.window.tabGroups.onDidChangeTabs(change),
  );
}

/** The draft in the active editor; beside a view that has the focus, such as the report, the draft last active. */
function shownDraft({ drafts }: DraftChecks): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document ?? drafts.lastTarget()?.document;
}

/** How much of each severity a check found, what comments ignore, and whether the draft cites anything of ours. */
type Found = Readonly<Record<'grave' | 'other' | 'hints' | 'ignored', number>> & { readonly cites: boolean };

/**
 * No tick where not everything was checked or counts: nothing to check, comments that ignore problems, rules turned off,
 * a language whose attributions are not read. No number of hints, which the Problems panel does not show either.
 */
function statusText({ grave, other, hints, ignored, cites }: Found, options: CheckOptions): string {
  if (grave > 0) return `$(warning) IDM Findings: ${grave}`;
  if (other > 0) return `$(info) IDM Findings: ${other}`;
  if (hints > 0) return '$(info) IDM Findings';
  const whole = cites && ignored === 0 && options.language === 'en' && rulesOff(options).length === 0;
  return whole ? '$(check) IDM Findings' : 'IDM Findings';
}

/** What the item says to who points at it. */
export function statusWords(found: Found, options: CheckOptions): string {
  const { grave, other, hints, ignored, cites } = found;
  return [
    grave + other + hints > 0
      ? vscode.l10n.t('IDM Findings, in this draft: {0}.', problemCounts({ problems: grave, remarks: other + hints }))
      : noProblem(cites, options),
    ...(ignored > 0
      ? [
          plural(ignored, {
            one: 'A comment in the draft ignores one problem.',
            other: 'Comments in the draft ignore {0} problems.',
          }),
        ]
      : []),
    cites
      ? vscode.l10n.t('Click for the report, which also says what was not checked.')
      : vscode.l10n.t('Click for the report.'),
  ].join(' ');
}

/** No more is said than was checked: who is said to have spoken is, in English drafts only. */
function noProblem(cites: boolean, options: CheckOptions): string {
  if (!cites) return vscode.l10n.t('IDM Findings: this draft cites no conclusion.');
  const off = rulesOff(options);
  return [
    options.language === 'en'
      ? vscode.l10n.t('IDM Findings found no problem in what it could check of this draft.')
      : vscode.l10n.t(
          'IDM Findings found no problem in the quotations and citations of this draft. The draft is not in English, so attributions were not checked.',
        ),
    ...(off.length > 0 ? [vscode.l10n.t('The settings turn these rules off: {0}.', withCommas(off))] : []),
  ].join(' ');
}
