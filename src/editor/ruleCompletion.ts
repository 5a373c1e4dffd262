// The list of our rules in front matter.
import vscode = require('vscode');
import { ruleField, ruleValues, type RuleName } from '../domain/rules/declared';
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
      {
        label: choice,
        description: found.kind === 'rule' ? meaningOf(choice as RuleName) : describe(found.rule, choice),
      },
      found.kind === 'value' ? vscode.CompletionItemKind.EnumMember : vscode.CompletionItemKind.Property,
    );
    item.range = range;
    const words = found.kind === 'rule' ? `${choice}: ` : blank + choice;
    item.insertText = found.kind === 'field' ? new vscode.SnippetString(`${ruleField}:\n  $0`) : words;
    item.sortText = String(at).padStart(2, '0');
    // What comes next is offered at once: the rules, then their values. Where a rule has none of ours, the list would hold
    // words of the draft.
    if (found.kind === 'field' || (found.kind === 'rule' && ruleValues[choice as RuleName].length > 0))
      item.command = { command: 'editor.action.triggerSuggest', title: '' };
    return item;
  });
}

/** Front matter of more lines offers no rules while they are typed. */
const mostLines = 200;

/** Whether a line may stand in front matter, without a look at the rest of the draft: this is asked at each letter typed. */
function mayBeFrontMatter(document: vscode.TextDocument, line: number): boolean {
  if (line === 0 || line > mostLines || document.lineAt(0).text.trimEnd() !== '---') return false;
  for (let above = 1; above < line; above++) if (/^(?:---|\.\.\.)\s*$/.test(document.lineAt(above).text)) return false;
  return true;
}

/** Whether a word that may be one of our rules, or a value, was begun by the letter typed before a place. */
export function beginsRule(drafts: Drafts, document: vscode.TextDocument, position: vscode.Position): boolean {
  if (!isDraft(document) || !mayBeFrontMatter(document, position.line)) return false;
  const offset = document.offsetAt(position);
  const found = ruleChoices(drafts.of(document), offset);
  return found !== undefined && found.choices.length > 0 && found.start === offset - 1;
}

/** What a rule says. */
function meaningOf(rule: RuleName): string {
  switch (rule) {
    case 'style':
      return vscode.l10n.t('how citations are worded');
    case 'form':
      return vscode.l10n.t('footnotes, pandoc citations or in the text');
    case 'language':
      return vscode.l10n.t('the language of citations');
    case 'accessed':
      return vscode.l10n.t('the day you looked at the document’s page');
    case 'authors':
      return vscode.l10n.t('whom the draft speaks for');
  }
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
