// The list of our rules in front matter.
import vscode = require('vscode');
import { ruleField, type RuleName } from '../domain/rules/declared';
import { ruleChoices } from '../domain/rules/complete';
import type { Form, Style } from '../domain/citation/options';
import type { Language } from '../domain/corpus/types';
import { isDraft, type Drafts } from './drafts';
import { rangeIn } from './ranges';
import { formName, languageName, styleName } from './styleNames';

/** What may stand at a place of YAML front matter: the rules for the draft's citations, or values of one; else undefined. */
export function ruleItems(
  drafts: Drafts,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionItem[] | undefined {
  if (!isDraft(document)) return undefined;
  const found = ruleChoices(drafts.of(document), document.offsetAt(position));
  if (!found) return undefined;
  const range = rangeIn(document, found);
  // Right behind the colon a blank is wanted.
  const blank =
    found.kind === 'value' && document.lineAt(position.line).text[range.start.character - 1] === ':' ? ' ' : '';
  return found.choices.map((choice, at) => {
    const item = new vscode.CompletionItem(
      { label: choice, description: describe(found.rule, choice) },
      found.kind === 'value' ? vscode.CompletionItemKind.EnumMember : vscode.CompletionItemKind.Property,
    );
    item.range = range;
    const words = found.kind === 'rule' ? `${choice}: ` : blank + choice;
    item.insertText = found.kind === 'field' ? new vscode.SnippetString(`${ruleField}:\n  $0`) : words;
    item.sortText = String(at).padStart(2, '0');
    // What comes next is offered at once: the rules, then their values.
    if (found.kind !== 'value') item.command = { command: 'editor.action.triggerSuggest', title: '' };
    return item;
  });
}

function describe(rule: RuleName | undefined, choice: string): string {
  switch (rule) {
    case 'style':
      return styleName(choice as Style);
    case 'form':
      return formName(choice as Form);
    case 'language':
      return languageName(choice as Language);
    default:
      return vscode.l10n.t('the draft’s citations');
  }
}
