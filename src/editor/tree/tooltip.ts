// What a row says when the mouse rests on it, or when its hover is opened by a key.
import vscode = require('vscode');
import { isFinding } from '../../domain/corpus/library';
import type { Finding, Passage } from '../../domain/corpus/types';
import { escapeMarkdown } from '../markdown';
import { spoken } from '../spoken';
import { placeOf } from '../inWords';
import { numbered } from './numbered';

/**
 * The whole label (ours), the place, what is noted of it, the words of the source with who said them, sentence by
 * sentence, and the citation.
 */
export function tooltipOf(entry: Finding | Passage, citation: string, notes: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  // A heading that says what is needed reads as a conclusion unless it is called a theme.
  const theme = isFinding(entry) ? [vscode.l10n.t('Theme: “{0}”', entry.theme.heading)] : [];
  const facts = [placeOf(entry), ...notes, ...theme];
  markdown.appendMarkdown(
    `**${escapeMarkdown(numbered(entry))}** · ${escapeMarkdown(vscode.l10n.t('label and count are ours'))}\n\n${facts.map(escapeMarkdown).join(' · ')}\n\n`,
  );
  return markdown.appendMarkdown(spoken(entry)).appendMarkdown(`---\n\n${escapeMarkdown(citation)}\n`);
}
