// Several things in one sentence.
import vscode = require('vscode');
import { languageOfTexts } from './plural';

/** Several things in one sentence or row, as the reader's language lists them. */

/** "a, b and c" */
export const withAnd = (items: readonly string[]): string => listed(items, 'conjunction');

/** "a, b or c" */
export const withOr = (items: readonly string[]): string => listed(items, 'disjunction');

/** "a, b, c" */
export function withCommas(items: readonly string[]): string {
  return chained(items, (list, next) => vscode.l10n.t('{0}, {1}', list, next));
}

/** "“a” and “b”", of words that are not ours */
export function withQuotationMarks(words: readonly string[]): string {
  return withAnd(words.map(word => vscode.l10n.t('“{0}”', word)));
}

/** "a; b; c", of things that have commas of their own */
export function withSemicolons(items: readonly string[]): string {
  return chained(items, (list, next) => vscode.l10n.t('{0}; {1}', list, next));
}

function chained(items: readonly string[], add: (list: string, next: string) => string): string {
  const [first = '', ...others] = items;
  return others.reduce(add, first);
}

function listed(items: readonly string[], type: Intl.ListFormatType): string {
  const language = languageOfTexts();
  // British English sets no comma before "and", as the United Nations do not.
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type }).format(items);
}
