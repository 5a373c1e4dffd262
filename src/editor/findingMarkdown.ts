// A finding as Markdown, to be read beside a list.
import vscode = require('vscode');
import type { Finding, Passage, Sentence } from '../domain/corpus/types';
import { escapeMarkdown } from './markdown';
import { placeOf, whoSaid } from './inWords';

/**
 * A finding to read beside a list: its place and who said it, then the words of the source, escaped.
 * @param sentence the sentence to set off from the others
 */
export function findingMarkdown(entry: Finding | Passage, sentence?: Sentence): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown(
    `**${escapeMarkdown(placeOf(entry, sentence))}** · ${escapeMarkdown(whoSaid(sentence ?? entry))}\n\n`,
  );
  const sentences = entry.sentences.map(one =>
    one === sentence ? `**${escapeMarkdown(one.text)}**` : escapeMarkdown(one.text),
  );
  return markdown.appendMarkdown(`${sentences.join(' ')}\n`);
}
