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
  const facts = [placeOf(entry), ...notes, ...(isFinding(entry) ? [entry.theme.heading] : [])];
  markdown.appendMarkdown(
    `**${escapeMarkdown(numbered(entry))}** · ${escapeMarkdown(vscode.l10n.t('label and count are ours'))}\n\n${facts.map(escapeMarkdown).join(' · ')}\n\n`,
  );
  return markdown.appendMarkdown(spoken(entry)).appendMarkdown(`---\n\n${escapeMarkdown(citation)}\n`);
}
