// Who said what in a finding, as Markdown beside lists and rows.
import vscode = require('vscode');
import { saidBy } from '../domain/browse/attribution';
import { isFinding } from '../domain/corpus/library';
import type { Finding, Passage, Sentence, Who } from '../domain/corpus/types';
import { withCommas } from './lists';
import { paragraph } from './markdown';
import { placeOf, sentenceCase, whoName, whoSaid } from './inWords';

/** What the same speakers said in sentences side by side. */
interface Turn {
  /** Who spoke, in words. */
  readonly who: string;
  readonly sentences: readonly Sentence[];
}

/** Who said what in an entry, in the order of the text. */
export function turnsOf(entry: Finding | Passage): readonly Turn[] {
  return turns(entry.sentences).map(({ who, sentences }) => ({
    who: sentenceCase(withCommas(who.map(whoName))),
    sentences,
  }));
}

/**
 * The same as Markdown: each turn with its speakers before it.
 * @param chosen the sentence to set off from the others
 */
export function spoken(entry: Finding | Passage, chosen?: Sentence): string {
  return turnsOf(entry)
    .map(({ who, sentences }) => titled(who, sentences, chosen))
    .join('');
}

/**
 * A finding to be read where a citation stands: its place, what one can do, and the words of the source with who said
 * them. Where the same speakers said all of it, they stand behind the place.
 * @param actions links, as Markdown: above the words, behind which one would have to scroll to them
 * @param chosen the sentence to set off from the others
 */
export function citedFinding(entry: Finding | Passage, actions: string, chosen?: Sentence): vscode.MarkdownString {
  const place = placeOf(entry, chosen);
  return new vscode.MarkdownString().appendMarkdown(
    turns(entry.sentences).length > 1
      ? `**${paragraph(place)}**\n\n${actions}\n\n${spoken(entry, chosen)}`
      : `${heading(place, whoSaid(entry))}${actions}\n\n${textOf(entry.sentences, chosen)}\n\n`,
  );
}

/**
 * What stands beside a list for a finding: its place, who spoke, why it is listed, and who said what. Where the same
 * speakers said all of it, they are not named again.
 * @param why why it is listed, in words; may be empty
 */
export function besideFinding(finding: Finding | Passage, why: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  const before = `${heading(placeOf(finding), whoSaid(finding))}${reason(why)}${reason(skipped(finding))}`;
  return markdown.appendMarkdown(
    turns(finding.sentences).length > 1 ? `${before}${spoken(finding)}` : `${before}${textOf(finding.sentences)}\n\n`,
  );
}

/** The same for one sentence, which comes first: the box may be too small for more. */
export function besideSentence(finding: Finding | Passage, sentence: Sentence, why: string): vscode.MarkdownString {
  const at = finding.sentences.indexOf(sentence);
  return new vscode.MarkdownString()
    .appendMarkdown(`${heading(placeOf(finding, sentence), whoSaid(sentence))}${reason(why)}${textOf([sentence])}\n\n`)
    .appendMarkdown(titled(vscode.l10n.t('Before it'), finding.sentences.slice(0, at)))
    .appendMarkdown(titled(vscode.l10n.t('After it'), finding.sentences.slice(at + 1)));
}

/** Why a number before that of a paragraph is in no list, where one is: whoever counts the rows would miss it. */
function skipped(entry: Finding | Passage): string {
  return !isFinding(entry) && entry.part === 'introduction' && entry.paragraph > entry.ordinal
    ? vscode.l10n.t('A paragraph before this one only leads in to a list: it is counted, but is no finding.')
    : '';
}

function reason(why: string): string {
  return why === '' ? '' : `${paragraph(sentenceCase(why))}\n\n`;
}

function heading(place: string, who: string): string {
  return `**${paragraph(place)}** · ${paragraph(who)}\n\n`;
}

function titled(title: string, sentences: readonly Sentence[], chosen?: Sentence): string {
  return sentences.length === 0 ? '' : `*${paragraph(title)}:* ${textOf(sentences, chosen)}\n\n`;
}

function textOf(sentences: readonly Sentence[], chosen?: Sentence): string {
  return sentences.map(one => (one === chosen ? `**${paragraph(one.text)}**` : paragraph(one.text))).join(' ');
}

/** Sentences side by side with the same speakers. */
function turns(sentences: readonly Sentence[]): { readonly who: readonly Who[]; readonly sentences: Sentence[] }[] {
  const found: { who: readonly Who[]; sentences: Sentence[] }[] = [];
  for (const sentence of sentences) {
    // That “it was noted” names nobody: it is no turn beside that of a sentence without a speaker.
    const named = saidBy(sentence).named.filter(who => who !== 'passive');
    const who: readonly Who[] = named.length > 0 ? named : ['unnamed'];
    const last = found.at(-1);
    if (last && last.who.join() === who.join()) last.sentences.push(sentence);
    else found.push({ who, sentences: [sentence] });
  }
  return found;
}
