import vscode = require('vscode');
import type { ProblemData } from '../../domain/check/problem';
import { withCommas } from '../lists';
import { styleName } from '../styleNames';

/** What does not agree with the draft's own rules for citations. */

/** A note in another style or language than the draft's. @param wanted what it would say, shortened */
export function otherStyle({ worded, rules }: ProblemData, wanted: string): string {
  return worded !== undefined && rules !== undefined && worded.style !== rules.style
    ? vscode.l10n.t('The note is in the style {0}, and the draft’s style is {1}: “{2}”', styleName(worded.style), styleName(rules.style), wanted)
    : vscode.l10n.t('The note is in another language than the draft’s citations: “{0}”', wanted);
}

/** A rule in the front matter that there is not. @param text as it stands, shortened */
export function unknownRule({ rule, suggestion }: ProblemData, text: string): string {
  const choices = withCommas(rule?.expected ?? []);
  const asking = (words: string): string => (suggestion === undefined ? words : vscode.l10n.t('{0} Did you mean {1}?', words, suggestion));
  switch (rule?.rule ?? rule?.kind) {
    case 'style': return asking(vscode.l10n.t('“{0}” is not a citation style. There are: {1}.', text, choices));
    case 'form': return asking(vscode.l10n.t('“{0}” is not a citation form. There are: {1}.', text, choices));
    case 'language': return asking(vscode.l10n.t('“{0}” is not a language that citations can have. There are: {1}.', text, choices));
    case 'accessed': return vscode.l10n.t('“{0}” is not a date: write year, month and day, such as 2026-05-01.', text);
    case 'authors': return vscode.l10n.t('“{0}” names nobody: write whom the draft speaks for, such as the Ministers, or a list of them in brackets.', text);
    case 'name': return asking(vscode.l10n.t('“{0}” is not a rule for citations. There are: {1}.', text, choices));
    default: return vscode.l10n.t('“{0}” is not a rule for citations. Name the rules one a line: {1}.', text, choices);
  }
}
