// Messages on what does not agree with a draft's rules.
import vscode = require('vscode');
import type { ProblemData } from '../../domain/check/problem';
import { withCommas } from '../lists';
import { styleName } from '../styleNames';

/** What does not agree with the draft's own rules for citations. */

/** A note in another style or language than the draft's. @param wanted what it would say, shortened */
export function otherStyle({ worded, rules }: ProblemData, wanted: string): string {
  return worded !== undefined && rules !== undefined && worded.style !== rules.style
    ? vscode.l10n.t(
        'The note is in the style {0}.\nIn the draft’s style, {1}, it would be: “{2}”',
        styleName(worded.style),
        styleName(rules.style),
        wanted,
      )
    : vscode.l10n.t(
        'The note is not in the language of the draft’s citations.\nIn that language it would be: “{0}”',
        wanted,
      );
}

/** A rule in the front matter that there is not. @param text as it stands, shortened */
export function unknownRule({ rule, suggestion }: ProblemData, text: string): string {
  const choices = withCommas(rule?.expected ?? []);
  const asking = (words: string): string =>
    suggestion === undefined ? words : vscode.l10n.t('{0}\nDid you mean {1}?', words, suggestion);
  switch (rule?.rule ?? rule?.kind) {
    case 'style':
      return asking(vscode.l10n.t('“{0}” is not a citation style.\nUse one of these: {1}.', text, choices));
    case 'form':
      return asking(vscode.l10n.t('“{0}” is not a citation form.\nUse one of these: {1}.', text, choices));
    case 'language':
      return asking(vscode.l10n.t('“{0}” is not a language of citations.\nUse one of these: {1}.', text, choices));
    case 'accessed':
      return vscode.l10n.t('“{0}” is not a date.\nWrite year, month and day, such as 2026-05-01.', text);
    case 'authors':
      return vscode.l10n.t(
        '“{0}” is not a name.\nSay for whom the draft speaks, such as the Ministers, or give a list of names in brackets.',
        text,
      );
    case 'name':
      return asking(vscode.l10n.t('“{0}” means nothing under idm-findings.\nUse one of these: {1}.', text, choices));
    default:
      return vscode.l10n.t(
        '“{0}” cannot be read.\nUnder idm-findings, give each of these a line of its own: {1}.',
        text,
        choices,
      );
  }
}
