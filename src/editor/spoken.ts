import vscode = require('vscode');
import { saidBy } from '../domain/browse/attribution';
import type { Finding, Passage, Sentence, Who } from '../domain/corpus/types';
import { withCommas } from './lists';
import { paragraph } from './markdown';
import { placeOf, sentenceCase, whoName, whoSaid } from './inWords';

/** Who said what, as Markdown: sentences side by side that the same speakers said share one heading. */
export function spoken(entry: Finding | Passage): string {
  return turns(entry.sentences).map(({ who, sentences }) => `*${nameOf(who)}:* ${textOf(sentences)}\n\n`).join('');
}

/** What stands beside a list for a finding: its place, and who said what. Where the same speakers said all of it, they stand behind the place. */
export function besideFinding(finding: Finding): vscode.MarkdownString {
  const place = paragraph(placeOf(finding));
  const several = turns(finding.sentences).length > 1;
  return new vscode.MarkdownString(several
    ? `**${place}**\n\n${spoken(finding)}`
    : `**${place}** · ${paragraph(whoSaid(finding))}\n\n${textOf(finding.sentences)}\n\n`);
}

/** The same for one sentence, which comes first: the box may be too small for more. */
export function besideSentence(finding: Finding, sentence: Sentence): vscode.MarkdownString {
  const at = finding.sentences.indexOf(sentence);
  const [before, after] = [finding.sentences.slice(0, at), finding.sentences.slice(at + 1)];
  const parts = [
    `**${paragraph(placeOf(finding, sentence))}** · ${paragraph(whoSaid(sentence))}`,
    textOf([sentence]),
    ...(before.length > 0 ? [`*${vscode.l10n.t('Before it:')}* ${textOf(before)}`] : []),
    ...(after.length > 0 ? [`*${vscode.l10n.t('After it:')}* ${textOf(after)}`] : []),
  ];
  return new vscode.MarkdownString(parts.map(part => `${part}\n\n`).join(''));
}

function textOf(sentences: readonly Sentence[]): string {
  return paragraph(sentences.map(({ text }) => text).join(' '));
}

function nameOf(who: readonly Who[]): string {
  return paragraph(sentenceCase(withCommas(who.map(whoName))));
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
