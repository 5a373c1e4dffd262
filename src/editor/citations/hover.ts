// What a citation shows when the mouse rests on it.
import vscode = require('vscode');
import { isFinding, type Library } from '../../domain/corpus/library';
import type { Citation, PlaceReference } from '../../domain/draft/draft';
import { commands } from '../commands';
import type { Drafts } from '../drafts';
import { withCommas, withSemicolons } from '../lists';
import { commandLink, escapeMarkdown } from '../markdown';
import { rangeIn } from '../ranges';
import { dayName, ordinalWord } from '../inWords';
import { citedFinding } from '../spoken';
import { citationAt } from './located';
import { append } from '../../domain/longLists';

/** So many findings are shown whole; a citation of more names the others only. */
const shownWhole = 4;

/** What the links of a hover may run: nothing but these. */
const enabledCommands = [commands.openSource, commands.insertQuotation] as const;

/** On a citation, and only on it: the words of what it cites, who said them, and where. */
export class CitationHover implements vscode.HoverProvider {
  constructor(
    private readonly library: Library,
    private readonly drafts: Drafts,
    private readonly citation: (id: string) => string,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const citation = citationAt(this.drafts.of(document), document, position);
    if (!citation) return undefined;
    const contents = [
      ...citation.ids.slice(0, shownWhole).map(id => this.#finding(id)),
      ...this.#others(citation),
      ...this.#unknown(citation),
    ];
    if (contents.length === 0) append(contents, this.#document(citation));
    return contents.length === 0 ? undefined : new vscode.Hover(contents, rangeIn(document, citation));
  }

  #finding(id: string): vscode.MarkdownString {
    const found = this.library.resolve(id);
    if (!found) return new vscode.MarkdownString();
    const { entry, sentence } = found;
    const open = commandLink(commands.openSource, { id, preserveFocus: true }, vscode.l10n.t('Open in the Source'));
    const quote = commandLink(commands.insertQuotation, { ids: [id] }, vscode.l10n.t('Insert Quotation'));
    const markdown = citedFinding(entry, `${open} · ${quote}`, sentence).appendMarkdown('---\n\n');
    if (isFinding(entry)) {
      const day = found.corpus.days.find(({ number }) => number === entry.day);
      markdown.appendMarkdown(
        `*${escapeMarkdown(vscode.l10n.t('{0}: {1}', dayName(entry.day), day?.title ?? ''))}*  \n*${escapeMarkdown(entry.theme.heading)}*\n\n`,
      );
    }
    markdown.appendMarkdown(`${escapeMarkdown(this.citation(id))}\n`);
    markdown.isTrusted = { enabledCommands };
    return markdown;
  }

  #others({ ids }: Citation): vscode.MarkdownString[] {
    if (ids.length <= shownWhole) return [];
    const labels = ids.slice(shownWhole).map(id => this.library.resolve(id)?.entry.label ?? id);
    return [new vscode.MarkdownString(escapeMarkdown(vscode.l10n.t('Also: {0}', withSemicolons(labels))))];
  }

  #unknown({ unknown, corpus }: Citation): vscode.MarkdownString[] {
    if (corpus !== undefined && !this.library.corpus(corpus)) {
      return [new vscode.MarkdownString(escapeMarkdown(vscode.l10n.t('There is no document “{0}”.', corpus)))];
    }
    if (unknown.length === 0) return [];
    const places = withSemicolons(unknown.map(mentionWords));
    return [new vscode.MarkdownString(escapeMarkdown(vscode.l10n.t('The document has no such place: {0}.', places)))];
  }

  /** Of a citation without a place: which document it is. */
  #document({ corpus }: Citation): vscode.MarkdownString[] {
    const document = corpus === undefined ? undefined : this.library.corpus(corpus)?.document;
    if (!document) return [];
    const { series, session, document: title } = document.titles.en;
    return [new vscode.MarkdownString(escapeMarkdown(`${series}: ${session}. ${title}`))];
  }
}

function mentionWords({ day, conclusion, part, paragraph, sentence }: PlaceReference): string {
  return withCommas(
    [
      day === undefined ? undefined : dayName(day),
      part === 'introduction' ? vscode.l10n.t('Introduction') : undefined,
      part === 'closing' ? vscode.l10n.t('Closing') : undefined,
      conclusion === undefined ? undefined : vscode.l10n.t('{0} conclusion', ordinalWord(conclusion)),
      paragraph === undefined ? undefined : vscode.l10n.t('{0} paragraph', ordinalWord(paragraph)),
      sentence === undefined ? undefined : vscode.l10n.t('{0} sentence', ordinalWord(sentence)),
    ].filter(each => each !== undefined),
  );
}
