// Texts that count something, in the grammar of the reader's language.
import vscode = require('vscode');
import { pluralForm, type PluralTexts } from './pluralForms';

/** The language our texts are shown in: English wherever they are not translated. */
export function languageOfTexts(): string {
  return vscode.l10n.bundle ? vscode.env.language : 'en';
}

/** A text about a number of things, {0}; further arguments are {1}, {2} and so on. */
export function plural(count: number, texts: PluralTexts, ...args: (string | number)[]): string {
  const { message, comment } = pluralForm(texts, count, languageOfTexts(), vscode.l10n.bundle);
  return vscode.l10n.t({ message, args: [count, ...args], comment: [comment] });
}
