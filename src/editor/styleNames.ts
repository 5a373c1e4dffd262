// The names of forms, languages and styles.
import vscode = require('vscode');
import type { Form, Style } from '../domain/citation/options';
import type { Language } from '../domain/corpus/types';
import { withCommas } from './lists';

export function formName(form: Form): string {
  switch (form) {
    case 'footnote':
      return vscode.l10n.t('Footnotes');
    case 'pandoc':
      return vscode.l10n.t('Pandoc citations');
    case 'inText':
      return vscode.l10n.t('Citations in the text');
  }
}

/**
 * How citations are written, in form and style.
 * @param styled whether the style is named where pandoc citations do not show it
 */
export function wayName({ form, style }: { readonly form: Form; readonly style: Style }, styled: boolean): string {
  return form === 'pandoc' && !styled ? formName(form) : withCommas([styleName(style), formName(form)]);
}

export function languageName(language: Language): string {
  switch (language) {
    case 'en':
      return vscode.l10n.t('English');
    case 'fr':
      return vscode.l10n.t('French');
    case 'es':
      return vscode.l10n.t('Spanish');
  }
}

/** Names of style guides are not translated. */
export function styleName(style: Style): string {
  switch (style) {
    case 'un':
      return 'UN Editorial Manual';
    case 'iom':
      return vscode.l10n.t('IOM (author-date)');
    case 'chicago-notes':
      return vscode.l10n.t('Chicago, notes');
    case 'chicago-author-date':
      return vscode.l10n.t('Chicago, author-date');
    case 'apa':
      return 'APA';
    case 'oscola':
      return 'OSCOLA';
    case 'bluebook':
      return 'Bluebook';
    case 'iso690':
      return vscode.l10n.t('ISO 690 (author-date)');
    case 'aglc4':
      return 'AGLC4';
  }
}
