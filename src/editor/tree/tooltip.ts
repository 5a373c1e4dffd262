// What a row says when the mouse rests on it, or when its hover is opened by a key.
import vscode = require('vscode');
import { saidBy } from '../../domain/browse/attribution';
import { isFinding } from '../../domain/corpus/library';
import type { Finding, Passage, Sentence, Who } from '../../domain/corpus/types';
import { withCommas } from '../lists';
import { escapeMarkdown } from '../markdown';
import { placeOf, sentenceCase, whoName } from '../inWords';
import { numbered } from './numbered';

/**
 * The whole label (ours), the place, the words of the source with who said them, sentence by sentence, and the citation.
 * Sentences side by side that the same speakers said share one heading.
 */
export function tooltipOf(entry: Finding | Passage, citation: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  const place = isFinding(entry) ? `${placeOf(entry)} · ${entry.theme.heading}` : placeOf(entry);
  markdown.appendMarkdown(`**${escapeMarkdown(numbered(entry))}** · ${escapeMarkdown(vscode.l10n.t('label and count are ours'))}\n\n${escapeMarkdown(place)}\n\n`);
  for (const { who, sentences } of turns(entry.sentences)) {
    const name = sentenceCase(withCommas(who.map(whoName)));
    markdown.appendMarkdown(`*${escapeMarkdown(name)}:* ${escapeMarkdown(sentences.map(({ text }) => text).join(' '))}\n\n`);
  }
  return markdown.appendMarkdown(`---\n\n${escapeMarkdown(citation)}\n`);
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
