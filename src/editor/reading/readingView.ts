/**
 * The source beside the draft, as one would print it: read, searched, cited and quoted from, with marks on what the
 * draft cites.
 */
import vscode = require('vscode');
import { isFinding } from '../../domain/corpus/library';
import type { Corpus } from '../../domain/corpus/types';
import { blocksOf, inSource, selectedIn, type Block, type Selected } from '../../domain/reading/sourceBlocks';
import { verbatim } from '../../domain/corpus/sentences';
import type { Range } from '../../domain/text/ranges';
import type { Chosen, FromReading, Place, ReadingState, ShownCited, ToReading } from '../../webview/readingMessages';
import type { ActiveMentions } from '../citations/activeMentions';
import { quotationMarksOfLast, referenceText } from '../citationText';
import { besideDraft } from '../besideDraft';
import { panels } from '../commands';
import type { Finder } from '../finder';
import type { Inserter } from '../insert';
import { showWarning } from '../notify';
import { plural } from '../plural';
import { rangeIn } from '../ranges';
import { sourceText } from '../source';
import { Panel, type PanelOptions } from '../webview/panel';
import { foundRow, shownReading, titleOf } from './shown';

/** What the view asks of the rest of the extension. */
interface ReadingServices {
  readonly inserter: Inserter;
  readonly finder: Finder;
  readonly mentions: ActiveMentions;
  /** The extension's folder. */
  readonly extension: vscode.Uri;
}

/** What of a panel the view needs: tests give one of their own. */
export type ReadingPanel = Pick<
  Panel<ToReading, FromReading>,
  'open' | 'visible' | 'show' | 'adopt' | 'say' | 'noticed' | 'dispose'
>;

/** Longer texts are no query a person would type. */
const longestQuery = 500;
/** A list longer than this nobody reads to its end. */
const mostRows = 50;

interface Read {
  readonly corpus: Corpus;
  readonly source: string;
  readonly blocks: readonly Block[];
}

export class ReadingView implements vscode.Disposable {
  readonly #panel: ReadingPanel;
  readonly #mentions: vscode.Disposable;
  #read: Read | undefined;
  /** Where the page is to go: until it says that it is there. */
  #goes: { readonly turn: number; readonly id?: string; readonly focus: boolean } | undefined;
  #turn = 0;

  constructor(
    private readonly services: ReadingServices,
    panel = (options: PanelOptions<FromReading>): ReadingPanel => new Panel<ToReading, FromReading>(options),
  ) {
    this.#panel = panel({
      type: panels.source,
      name: 'reading',
      extension: services.extension,
      ready: () => this.#tell(),
      hear: message => this.hear(message),
      turned: visible => {
        if (visible) this.#tellCited();
      },
    });
    this.#mentions = services.mentions.onDidChange(() => {
      if (this.#panel.visible) this.#tellCited();
    });
  }

  /**
   * Shows the source beside the draft, with the passage of `id` (a finding's, passage's or sentence's) in view and
   * chosen; of a whole document, its beginning.
   * @param focus whether the keyboard goes there too
   * @throws an error naming the id, if nothing has it
   */
  open(id: string, focus: boolean): void {
    const { library } = this.services.inserter;
    const found = library.resolve(id);
    const corpus = found?.corpus ?? library.corpus(id);
    if (!corpus) throw new Error(vscode.l10n.t('There is no finding “{0}”.', id));
    this.#of(corpus);
    this.#goes = { turn: ++this.#turn, ...(found ? { id } : {}), focus };
    this.#panel.show(titleOf(corpus), focus, besideDraft(this.services.inserter.drafts.lastTarget()?.viewColumn));
  }

  /** Shows again what a page showed before the window was loaded; or what is read since. */
  restore(panel: vscode.WebviewPanel, kept: Partial<ReadingState> | undefined): void {
    const { library } = this.services.inserter;
    const corpus =
      (this.#panel.open ? this.#read?.corpus : undefined) ?? library.corpus(String(kept?.corpus)) ?? library.corpora[0];
    if (!corpus) return panel.dispose();
    this.#of(corpus);
    this.#panel.adopt(panel, titleOf(corpus));
  }

  /** Does what the page asks for. */
  async hear(message: FromReading): Promise<void> {
    try {
      await this.#does(message);
    } catch (error) {
      void showWarning(error instanceof Error ? error.message : String(error));
    }
  }

  dispose(): void {
    this.#mentions.dispose();
    this.#panel.dispose();
  }

  #of(corpus: Corpus): void {
    if (this.#read?.corpus === corpus) return;
    const source = sourceText(corpus.id);
    this.#read = { corpus, source, blocks: blocksOf(corpus, source) };
  }

  #tell(): void {
    if (!this.#read) return;
    this.#panel.say({ kind: 'document', shown: shownReading(this.#read.corpus, this.#read.blocks) });
    this.#tellCited();
    if (this.#goes) this.#panel.say({ kind: 'go', ...this.#goes });
  }

  #does(message: FromReading): unknown {
    switch (message.kind) {
      case 'there':
        if (this.#goes?.turn === message.turn) this.#goes = undefined;
        return undefined;
      case 'search':
        return this.#search(String(message.query).slice(0, longestQuery).trim());
      case 'next':
        return this.#next(message.id);
      case 'does':
        return message.what === 'copy'
          ? this.#copy(message.chosen)
          : this.#insert(message.chosen, message.what === 'quote');
    }
  }

  #search(query: string): void {
    const { corpus } = this.#read ?? {};
    if (!corpus) return;
    const rows =
      query === ''
        ? []
        : this.services.finder
            .list(query)
            .flatMap(({ candidates }) => candidates)
            .filter(candidate => 'entry' in candidate && candidate.entry.corpus === corpus.id)
            .slice(0, mostRows)
            .flatMap(foundRow);
    this.#panel.say({ kind: 'found', query, rows, summary: query === '' ? '' : foundWords(query, rows.length) });
  }

  async #insert(chosen: Chosen, quotes: boolean): Promise<void> {
    const selected = this.#selected(chosen);
    if (selected.length === 0) return this.#say(vscode.l10n.t('Headings can be copied, but not cited.'));
    const { inserter } = this.services;
    // The draft gets the focus.
    await this.#panel.noticed();
    const ids = selected.map(({ id }) => id);
    const done = await inserter.insertInLast(
      quotes ? { ids, kind: 'quotation', words: selected.map(({ words }) => words) } : { ids, kind: 'citation' },
    );
    if (!done) return;
    const name = this.#draftName();
    this.#say(quotes ? vscode.l10n.t('Quoted in {0}.', name) : vscode.l10n.t('Cited in {0}.', name));
  }

  async #copy(chosen: Chosen): Promise<void> {
    const { library } = this.services.inserter;
    const { open, close } = quotationMarksOfLast(this.services.inserter);
    const selected = this.#selected(chosen);
    const quoted = selected.map(({ id, words }) => {
      const found = library.resolve(id);
      return `${open}${words ?? (found?.sentence ?? found?.entry)?.text ?? ''}${close}\n${referenceText(this.services.inserter, id)}`;
    });
    // Headings cannot be cited; copied they can be.
    const words = 'from' in chosen ? this.#words(chosen.from, chosen.to) : '';
    const text = quoted.length > 0 ? quoted.join('\n\n') : words;
    if (text === '') return;
    await vscode.env.clipboard.writeText(text);
    this.#say(vscode.l10n.t('Copied.'));
  }

  #selected(chosen: Chosen): Selected[] {
    if (!this.#read) return [];
    if ('id' in chosen)
      return this.services.inserter.library.resolve(String(chosen.id)) ? [{ id: String(chosen.id) }] : [];
    const { corpus, source } = this.#read;
    const stretch = this.#stretch(chosen.from, chosen.to);
    return stretch ? selectedIn(corpus, source, stretch) : [];
  }

  #words(from: Place, to: Place): string {
    const stretch = this.#stretch(from, to);
    return this.#read && stretch ? verbatim(this.#read.source, stretch.start, stretch.end) : '';
  }

  /** Between two places of the flowing text; nothing where the page names none. */
  #stretch(from: Place, to: Place): Range | undefined {
    const { source, blocks } = this.#read ?? {};
    const [first, last] = [blocks?.[from.block], blocks?.[to.block]];
    if (source === undefined || !first || !last || !Number.isInteger(from.at) || !Number.isInteger(to.at))
      return undefined;
    const start = from.at >= first.text.length ? first.end : inSource(source, first, from.at, from.at + 1).start;
    const end = to.at <= 0 ? last.start : inSource(source, last, 0, to.at).end;
    return start < end ? { start, end } : undefined;
  }

  /**
   * To the next place of the draft that cites an entry, or anything, after its cursor; behind the last one, to the
   * first.
   */
  async #next(id?: string): Promise<void> {
    const { mentions, inserter } = this.services;
    await this.#panel.noticed();
    const target = inserter.drafts.lastTarget();
    if (!target || !this.#read) return;
    const ids = id === undefined ? this.#entryIds() : [id];
    const places = ids
      .flatMap(each => mentions.places(each))
      .map(({ citation }) => citation)
      .sort((one, other) => one.start - other.start);
    const cursor = target.selections[0] ? target.document.offsetAt(target.selections[0].start) : 0;
    const next = places.find(({ start }) => start > cursor) ?? places[0];
    if (!next) return;
    const selection = rangeIn(target.document, next);
    const editor = await vscode.window.showTextDocument(target.document, {
      selection,
      viewColumn: target.viewColumn ?? vscode.ViewColumn.One,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #entryIds(): string[] {
    const { findings = [], passages = [] } = this.#read?.corpus ?? {};
    return [...findings, ...passages].map(({ id }) => id);
  }

  #tellCited(): void {
    this.#panel.say({ kind: 'cited', cited: this.#cited() });
  }

  #cited(): ShownCited {
    const { mentions } = this.services;
    if (!this.#read || !mentions.document) return { entries: [] };
    const name = this.#draftName();
    const { corpus } = this.#read;
    const entries = this.#entryIds().flatMap(id => {
      const count = mentions.count(id);
      if (count === 0) return [];
      const words = plural(
        count,
        { one: 'Cited once in {1}: go there', other: 'Cited {0} times in {1}: go to the next place' },
        name,
      );
      return [{ id, sign: vscode.l10n.t('{0}×', count), words }];
    });
    const cited = corpus.findings.filter(finding => isFinding(finding) && mentions.count(finding.id) > 0).length;
    return {
      summary: plural(
        corpus.findings.length,
        { one: 'Cited in {1}: {2} of {0} conclusion', other: 'Cited in {1}: {2} of {0} conclusions' },
        name,
        cited,
      ),
      ...(entries.length > 0 ? { next: vscode.l10n.t('Next in the Draft') } : {}),
      entries,
    };
  }

  #draftName(): string {
    const path = this.services.inserter.drafts.lastTarget()?.document.uri.path ?? '';
    return path.slice(path.lastIndexOf('/') + 1);
  }

  #say(words: string): void {
    this.#panel.say({ kind: 'say', words });
  }
}

/** How many places a search found. */
function foundWords(query: string, count: number): string {
  return count === 0
    ? vscode.l10n.t('Nothing in the source matches “{0}”.', query)
    : plural(count, { one: '{0} place', other: '{0} places' });
}
