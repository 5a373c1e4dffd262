// The state of the active draft in the status bar.
import vscode = require('vscode');
import { commands } from '../commands';
import { isDraft } from '../drafts';
import { checksDrafts } from './checkSettings';
import type { CheckOptions } from '../../domain/check/checker';
import { codes } from '../../domain/check/problem';
import { withCommas } from '../lists';
import type { DraftChecks } from './draftChecks';

/** The state of the active draft in the status bar; a click opens the report. */
export function registerStatus(checks: DraftChecks): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('idmFindings.check', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('IDM Findings: Problems in the Draft');
  item.command = commands.checkDraft;
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isDraft(document) || !checksDrafts(document)) {
      item.hide();
      return;
    }
    const checked = checks.last(document);
    // A draft being checked keeps what it showed, so that the bar does not flicker with every letter.
    if (!checked) return;
    const of = (...wanted: readonly string[]): number =>
      checked.problems.filter(({ severity }) => wanted.includes(severity)).length;
    const grave = of('error', 'warning');
    const other = of('information');
    const hints = of('hint');
    const cites = checks.drafts.of(document).citations().length > 0;
    item.text = statusText(grave, other, hints, cites);
    item.tooltip = statusWords(
      { grave, other, hints, ignored: checks.checkerOf(document).ignored.length, cites },
      checks.options(document),
    );
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    checks.onDidCheck(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
    checks.onDidClose(update),
    vscode.window.onDidChangeActiveTextEditor(() => {
      item.hide();
      update();
    }),
  );
}

/** No tick where there was nothing to check; no number of hints, which the Problems panel does not show either. */
function statusText(grave: number, other: number, hints: number, cites: boolean): string {
  if (grave > 0) return `$(warning) IDM Findings: ${grave}`;
  if (other > 0) return `$(info) IDM Findings: ${other}`;
  if (hints > 0) return '$(info) IDM Findings';
  return cites ? '$(check) IDM Findings' : 'IDM Findings';
}

/** What the item says to who points at it. */
export function statusWords(
  {
    grave,
    other,
    hints,
    ignored,
    cites,
  }: Readonly<Record<'grave' | 'other' | 'hints' | 'ignored', number>> & { readonly cites: boolean },
  options: CheckOptions,
): string {
  return [
    grave + other + hints > 0
      ? vscode.l10n.t(
          'IDM Findings: errors and warnings in this draft: {0}; information: {1}; hints: {2}.',
          grave,
          other,
          hints,
        )
      : noProblem(cites, options),
    ...(ignored > 0 ? [vscode.l10n.t('Problems that comments in the draft ignore: {0}.', ignored)] : []),
    vscode.l10n.t('Click for the report.'),
  ].join(' ');
}

/** No more is said than was checked: who is said to have spoken is, in English drafts only. */
function noProblem(cites: boolean, { language, severities = {} }: CheckOptions): string {
  if (!cites) return vscode.l10n.t('IDM Findings: this draft cites no conclusion.');
  const off = codes.filter(code => severities[code] === 'off');
  return [
    language === 'en'
      ? vscode.l10n.t('IDM Findings found no problem in the quotations, attributions and citations of this draft.')
      : vscode.l10n.t(
          'IDM Findings found no problem in the quotations and citations of this draft. The draft is not in English, so attributions were not checked.',
        ),
    ...(off.length > 0 ? [vscode.l10n.t('The settings turn these rules off: {0}.', withCommas(off))] : []),
  ].join(' ');
}
