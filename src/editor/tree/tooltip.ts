// What a row says when the mouse rests on it, or when its hover is opened by a key.
import vscode = require('vscode');
import { saidBy } from '../../domain/browse/attribution';
import { isFinding } from '../../domain/corpus/library';
import type { Finding, Passage, Sentence, Who } from '../../domain/corpus/types';
import { escapeMarkdown } from '../markdown';
import { iconless } from '../plain';
import { placeOf, sentenceCase, whoName } from '../words';
import { whoIcon } from './icons';
import { numbered } from './numbered';

/**
 * The whole label (ours), the place, the words of the source with who said them, sentence by sentence, and the citation.
 * Sentences side by side that the same speakers said share one heading.
 */
export function tooltipOf(entry: Finding | Passage, citation: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  const place = isFinding(entry) ? `${placeOf(entry)} · ${entry.theme.heading}` : placeOf(entry);
  markdown.appendMarkdown(`**${words(numbered(entry))}** · ${words(vscode.l10n.t('label and count are ours'))}\n\n${words(place)}\n\n`);
  for (const { who, sentences } of turns(entry.sentences)) {
    const name = who.map(each => `$(${whoIcon(each)})`).join(' ') + ` *${words(sentenceCase(who.map(whoName).join(', ')))}:*`;
    markdown.appendMarkdown(`${name} ${words(sentences.map(({ text }) => text).join(' '))}\n\n`);
  }
  return markdown.appendMarkdown(`---\n\n${words(citation)}\n`);
}

/** Text that makes neither Markdown nor an icon. */
function words(text: string): string {
  return escapeMarkdown(iconless(text));
}

/** Sentences side by side with the same speakers. */
function turns(sentences: readonly Sentence[]): { readonly who: readonly Who[]; readonly sentences: Sentence[] }[] {
  const found: { who: readonly Who[]; sentences: Sentence[] }[] = [];
  for (const sentence of sentences) {
    const { named } = saidBy(sentence);
    const who: readonly Who[] = named.length > 0 ? named : ['unnamed'];
    const last = found.at(-1);
    if (last && last.who.join() === who.join()) last.sentences.push(sentence);
    else found.push({ who, sentences: [sentence] });
  }
  return found;
}
