// The settings, read at the moment of use.
import vscode = require('vscode');
import { accessDate } from '../domain/citation/accessed';
import { forms, languages, spanishQuotationMarks, styles, wishesIn } from '../domain/citation/options';
import { noLibrary } from '../domain/corpus/library';
import type { Draft } from '../domain/draft/draft';
import { readSign, signCharacters, usualSign } from '../domain/insert/trigger';
import type { DraftRules, RuleSettings } from '../domain/rules/draftRules';
import { draftModel, rulesOfDrafts } from './draftModel';

/** The section every setting of ours begins with. */
export const section = 'idmFindings';

/** How citations are written where a draft does not say it: read at the moment of use, never kept. */
export function ruleSettings(document?: vscode.ConfigurationScope): RuleSettings {
  // Asked for once: completion needs these on every key, and VS Code gathers them anew each time.
  const settings = vscode.workspace.getConfiguration(section, document);
  return {
    form: oneOf(forms, settings.get('citation.form'), 'footnote'),
    style: oneOf(styles, settings.get('citation.style'), 'un'),
    language: oneOf(['auto', ...languages], settings.get('draft.language'), 'auto'),
    ...wishesIn({
      accessed: accessDate(settings.get('citation.dateOfAccess')),
      bluebookAbbreviations: settings.get('citation.bluebookAbbreviations') === true ? true : undefined,
      spanishMarks: spanishQuotationMarks.find(marks => marks === settings.get('quotation.spanishMarks')),
    }),
  };
}

/** Whether punctuation typed right after a new footnote mark is moved before it. */
export function movesPunctuation(document: vscode.ConfigurationScope | undefined): boolean {
  return read(document, 'citation.movePunctuationBeforeMark') !== false;
}

/** Whether findings are offered while one types. */
export function offersFindings(document: vscode.ConfigurationScope | undefined): boolean {
  return read(document, 'completion.enabled') !== false;
}

/** What one types to be offered findings: one for the whole window, since VS Code has to know its characters before. */
export function completionSign(): string {
  return readSign(read(undefined, 'completion.trigger')) ?? usualSign;
}

/** What is wrong with the setting of it, in words; undefined where nothing is. */
export function signFault(): string | undefined {
  const set = read(undefined, 'completion.trigger');
  if (set === undefined || readSign(set) !== undefined) return undefined;
  return vscode.l10n.t(
    'The setting idmFindings.completion.trigger must be one to three of the characters {0}. Until it is, type {1} to find findings.',
    [...signCharacters].join(' '),
    usualSign,
  );
}

/** Whether an empty draft may say that `@` offers findings. */
export function showsHint(document: vscode.ConfigurationScope | undefined): boolean {
  return read(document, 'hint.inEmptyDrafts') !== false;
}

/** How the citations of a draft are written; as the settings say where there is none. */
export function rulesOf(document: vscode.ConfigurationScope | undefined, draft: Draft | undefined): DraftRules {
  return rulesOfDrafts().draftRules(draft ?? draftModel().Draft.of('', noLibrary), ruleSettings(document));
}

/** The drafter's own style file, as the setting names it. */
export function ownStylePath(document: vscode.ConfigurationScope | undefined): string | undefined {
  const path = read(document, 'citation.styleFile');
  return typeof path === 'string' && path.trim() !== '' ? path.trim() : undefined;
}

/** The pandoc to run: a setting of the machine, which no workspace can change. */
export function pandocPath(): string {
  const path = vscode.workspace.getConfiguration(section).get('pandoc.path');
  return typeof path === 'string' && path.trim() !== '' ? path.trim() : 'pandoc';
}

/** How drafts look in Word: in the manner of UN documents (`un`), as pandoc has it (`none`), or as a file. */
export function wordTemplate(document: vscode.ConfigurationScope): string {
  const set = read(document, 'word.template');
  return typeof set === 'string' && set.trim() !== '' ? set.trim() : 'un';
}

/** Who is named as the author of tracked changes in Word, where it is set. */
export function wordAuthor(document: vscode.ConfigurationScope): string | undefined {
  const author = read(document, 'word.author');
  return typeof author === 'string' && author.trim() !== '' ? author.trim() : undefined;
}

/** A setting of ours as it is now, whatever a person typed. */
export function read(document: vscode.ConfigurationScope | undefined, key: string): unknown {
  return vscode.workspace.getConfiguration(section, document).get(key);
}

/** A setting may hold anything a person typed: what is not one of the choices counts as not set. */
function oneOf<T extends string>(choices: readonly T[], value: unknown, otherwise: T): T {
  return choices.find(choice => choice === value) ?? otherwise;
}
