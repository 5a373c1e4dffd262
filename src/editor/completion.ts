// The list of findings after `@`.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import type { Form } from '../domain/citation/options';
import { declared } from '../domain/rules/declared';
import { offered, unasked, untyped } from '../domain/browse/offered';
import type { Finding, Passage } from '../domain/corpus/types';
import type { Plan, Request, Target } from '../domain/insert/plan';
import { namesAccount } from '../domain/insert/handle';
import { triggerAt, usualSign, wordsBefore, type Kind, type Trigger } from '../domain/insert/trigger';
import type { SearchIndex } from '../domain/search';
import { backgroundNamed } from '../domain/search/background';
import { documentsFound } from '../domain/search/documents';
import { filterBegun, onlyFilters } from '../domain/search/filters';
import { commands } from './commands';
import { isDraft, type Drafts } from './drafts';
import type { Inserter } from './insert';
import { rowDetails, rowKind, rowLabel, type Choice, type FilterChoice } from './completionRows';
import { NothingFound } from './nothingFound';
import { insertions } from './planInsertion';
import { rangeIn } from './ranges';
import { backgroundIndex } from './searchIndex';
import { offersFindings, ruleSettings } from './settings';
import { certain } from '../domain/certain';

/**
 * As many as a list shows without scrolling twice: before anything is typed, and where a finding comes with its
 * sentences.
 */
const limit = 20;
/**
 * Who does not see it among so many types on: nearly all that is searched for is among the first five, and each row
 * costs its way through the editor.
 */
const found = 5;
/** After the conclusions so many paragraphs of the background are enough: where a list is full of them, none. */
const foundBehind = 2;
/** Who chose a filter's value was told how many findings there are: all are listed, but of a library far larger than ours. */
const filtered = 200;

class FindingItem extends vscode.CompletionItem {
  constructor(
    readonly choice: Choice,
    typed: string,
  ) {
    super(rowLabel(choice, typed), rowKind(choice));
  }
}

/** What the list was last asked for, to open it again where VS Code closes it. */
interface Session {
  readonly uri: string;
  /** Where the trigger begins in the draft. */
  readonly start: number;
  /** What stood from there up to the cursor. */
  readonly typed: string;
  readonly empty: boolean;
}

/** Offers findings after `@`, and on request for the words before the cursor. */
export class FindingCompletionProvider implements vscode.CompletionItemProvider<FindingItem> {
  /** What begins a trigger. */
  sign = usualSign;
  #session: Session | undefined;
  readonly #nothing = new NothingFound();

  constructor(
    private readonly library: Library,
    private readonly index: () => SearchIndex,
    private readonly drafts: Drafts,
    private readonly inserter: Inserter,
  ) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): vscode.CompletionList<FindingItem> | undefined {
    const line = document.lineAt(position.line).text;
    const asked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
    const trigger = this.triggerIn(document, line, position.character);
    if (!trigger) {
      this.#session = undefined;
      this.#nothing.over();
      return context.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter
        ? undefined
        : this.#inProse(document, position, line);
    }
    if (!offersFindings(document)) return undefined;
    const lineStart = document.offsetAt(position) - position.character;
    if (!this.#writable(document, lineStart + trigger.start)) return undefined;
    const account = this.#account(trigger);
    const choices = account && !asked ? [] : this.#choices(trigger);
    const empty = choices.length === 0;
    if (empty && !account) this.#nothing.soon(document, position);
    else this.#nothing.over();
    const typed = line.slice(trigger.start, position.character);
    this.#session = { uri: document.uri.toString(), start: lineStart + trigger.start, typed, empty };
    // A list asked for by hand, as one that was opened again is, would stay to say so and take the next Enter.
    if (empty && !asked) void vscode.commands.executeCommand('hideSuggestWidget');
    const target = { start: lineStart + trigger.start, end: lineStart + trigger.end, bundled: trigger.bundled };
    const form = this.library.corpus(trigger.query) ? this.#form(document) : undefined;
    return this.#list(document, position, choices, trigger.kind, target, form);
  }

  resolveCompletionItem(item: FindingItem): FindingItem {
    item.documentation = rowDetails(item.choice);
    return item;
  }

  /**
   * Whether the list must be asked for again after a change: where it had nothing to show and now
   * has, and where Backspace took it back over a blank, VS Code has closed it. Where Backspace leaves some of a word, it
   * has not: a list that is not there then was dismissed by the drafter.
   */
  reopens(document: vscode.TextDocument, position: vscode.Position, deleted: boolean): boolean {
    if (this.#session?.uri !== document.uri.toString() || !(this.#session.empty || deleted)) return false;
    const line = document.lineAt(position.line).text;
    const trigger = this.triggerIn(document, line, position.character);
    if (!trigger || this.#account(trigger)) {
      this.#nothing.over();
      return false;
    }
    // The sign of a new trigger opens its own list; one opened by command has the words of the draft in it, too, and
    // may take the next Enter.
    if (document.offsetAt(position) - position.character + trigger.start !== this.#session.start) return false;
    const typed = line.slice(trigger.start, position.character);
    if (!this.#session.empty && !wordGone(this.#session.typed, typed)) return false;
    const some = this.#choices(trigger).length > 0;
    if (some) this.#nothing.over();
    else this.#nothing.soon(document, position);
    return some;
  }

  /** Whether an account is being named, and nobody asks for findings. */
  #account({ kind, query }: Trigger): boolean {
    if (kind !== 'citation' || this.library.corpora.some(({ id }) => id.startsWith(query.toLowerCase()))) return false;
    return namesAccount(query, word => this.index().knows(word));
  }

  private triggerIn(document: vscode.TextDocument, line: string, character: number): Trigger | undefined {
    const trigger = triggerAt(line, character, key => this.library.corpus(key) !== undefined, this.sign);
    if (trigger || this.sign !== usualSign) return trigger;
    // The key of a document alone: in a draft that cites otherwise it asks for the document, in pandoc's form it cites
    // it.
    const key = triggerAt(line, character, () => false);
    // In a bracket it is a citation that the drafter writes out.
    const asks =
      key?.kind === 'citation' &&
      !key.bundled &&
      line[key.start] === '@' &&
      this.library.corpus(key.query) !== undefined;
    return asks && this.#form(document) !== 'pandoc' ? key : undefined;
  }

  /** The form that a draft is cited in, but for keys of whole documents: such a key may be just what is being typed. */
  #form(document: vscode.TextDocument): Form {
    const draft = this.drafts.of(document);
    const cites = draft
      .citations()
      .some(({ form, mentions }) => form !== 'footnoteDefinition' && (form !== 'narrative' || mentions.length > 0));
    if (cites) return this.inserter.requestFor(document, { ids: [], kind: 'citation' }).form;
    return declared(draft).rules.form ?? ruleSettings(document).form;
  }

  /** Where a person asks in prose: findings for the words before the cursor, inserted after them. */
  #inProse(
    document: vscode.TextDocument,
    position: vscode.Position,
    line: string,
  ): vscode.CompletionList<FindingItem> | undefined {
    if (!offersFindings(document) || quickSuggestionsInProse(document)) return undefined;
    const offset = document.offsetAt(position);
    if (!this.#writable(document, offset)) return undefined;
    const query = wordsBefore(line, position.character);
    if (query.length < 3) return undefined;
    const choices = offered(this.index().support(query, { limit }), 'citation', limit);
    return this.#list(document, position, choices, 'citation', { start: offset, end: offset });
  }

  /** Not in code, front matter, link targets, HTML, comments. */
  #writable(document: vscode.TextDocument, offset: number): boolean {
    const zone = this.drafts.of(document).zoneAt(offset);
    return zone === 'prose' || zone === 'citationKey';
  }

  #choices({ query, kind }: Trigger): Choice[] {
    if (query.trim() === '') return untyped(this.#recent(), this.library.findings, kind, limit);
    const begun = filterBegun(this.library, query);
    if (begun) return begun.values.map(filter => ({ filter, before: query.length - begun.start }));
    const documents = kind === 'citation' ? documentsFound(this.library, query) : [];
    const named = (early: boolean): Choice[] =>
      documents.flatMap(({ corpus, first }) => (first === early ? [{ document: corpus }] : []));
    const all = onlyFilters(query);
    const hits = this.index().search(query, { limit: all ? filtered : found, typing: true });
    const rows = offered(hits, kind, all ? Infinity : limit, query);
    const enough = all || (hits.length >= found && hits[0]?.without === undefined);
    return [...named(true), ...rows, ...this.#background(query, kind, enough), ...named(false)];
  }

  /** Paragraphs of the introduction and the closing, which come after the conclusions; with enough of those only named ones. */
  #background(query: string, kind: Kind, enough: boolean): Choice[] {
    const named = backgroundNamed(this.library, query);
    if (named.length > 0) return unasked(named, kind, limit);
    if (enough) return [];
    const hits = backgroundIndex(this.library).search(query, { limit: foundBehind, typing: true });
    return offered(hits, kind, 2 * foundBehind, query);
  }

  /** The findings used last, newest first. */
  #recent(): (Finding | Passage)[] {
    return this.inserter.recent.ids.flatMap(id => this.library.resolve(id)?.entry ?? []);
  }

  #list(
    document: vscode.TextDocument,
    position: vscode.Position,
    choices: readonly Choice[],
    kind: Kind,
    target: Target,
    form?: Form,
  ): vscode.CompletionList<FindingItem> {
    if (choices.length === 0) return new vscode.CompletionList([], false);
    const offset = document.offsetAt(position);
    const draft = this.drafts.of(document);
    const several = severalCursors(document);
    const base = this.inserter.requestFor(document, { ids: [], kind, ...(form === undefined ? {} : { form }) });
    const place = places(document, position);
    const typed = document.getText(rangeIn(document, { start: target.start, end: offset }));
    const planned = new Map<string, Plan>();
    const planner = new (insertions().Planner)(draft, this.library, [target], base);
    const planOf = (id: string): Plan => {
      const plan = planned.get(id) ?? planner.plan([id]);
      planned.set(id, plan);
      return plan;
    };
    const first =
      choices.flatMap(choice => ('filter' in choice ? [] : [idOf(choice)]))[0] ?? certain(this.library.findings[0]).id;
    if (!several && planOf(first).refused.length > 0) return new vscode.CompletionList([], false);
    const items = choices.map((choice, rank) => {
      const item = new FindingItem(choice, typed);
      if ('filter' in choice) this.#asWords(item, choice, offset, place);
      else {
        const id = idOf(choice);
        if (several || !this.#asEdits(item, id, planOf(id), offset, place))
          this.#asCommand(item, document, target, offset, { ...base, ids: [id] });
      }
      // The typed text itself, so that VS Code neither hides a row nor ranks it anew: the order is ours.
      item.filterText = place.typed(item.range as vscode.Range);
      item.sortText = String(rank).padStart(4, '0');
      item.preselect = rank === 0;
      return item;
    });
    return new vscode.CompletionList(items, true);
  }

  /**
   * The edits are planned with the list. Planned when a row is resolved, they would be lost for whoever accepts before
   * that: VS Code leaves out late edits below the place where it has just written, and there stands the note.
   */
  #asEdits(item: FindingItem, id: string, { edits, carets }: Plan, offset: number, { range }: Places): boolean {
    // Where all of it belongs elsewhere, nothing is written at the cursor itself.
    const main = edits.find(edit => edit.start <= offset && offset <= edit.end) ?? {
      start: offset,
      end: offset,
      text: '',
    };
    const others = edits.filter(edit => edit !== main);
    const shift = others
      .filter(edit => edit.start < main.start)
      .reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
    const caret = Math.min(Math.max((carets[0] ?? 0) - shift - main.start, 0), main.text.length);
    // A row may replace no more than a part of one line.
    if (!range(main).isSingleLine) return false;
    item.range = range(main);
    // A snippet says where the cursor goes; the white space is the plan's, not to be indented again.
    item.insertText = new vscode.SnippetString()
      .appendText(main.text.slice(0, caret))
      .appendTabstop(0)
      .appendText(main.text.slice(caret));
    item.keepWhitespace = true;
    item.command = { command: commands.acceptedCompletion, title: '', arguments: [id] };
    item.additionalTextEdits = others.map(edit => new vscode.TextEdit(range(edit), edit.text));
    return true;
  }

  /** A value of a filter goes on with the search: it is typed out, and what it leaves is offered at once. */
  #asWords(item: FindingItem, { filter, before }: FilterChoice, offset: number, { range }: Places): void {
    item.range = range({ start: offset - before, end: offset });
    item.insertText = `${filter.typed} `;
    item.command = { command: commands.continueCompletion, title: '' };
  }

  /** With several cursors VS Code would insert one cursor's text at all: each needs its own. */
  #asCommand(item: FindingItem, document: vscode.TextDocument, target: Target, offset: number, request: Request): void {
    item.range = rangeIn(document, { start: target.start, end: offset });
    item.insertText = document.getText(item.range);
    item.command = { command: commands.acceptCompletion, title: '', arguments: [request] };
  }

  /** A row was accepted, and VS Code has inserted it: so it was used last. */
  accepted(id: string): void {
    this.inserter.recent.use([id]);
  }

  /** Replaces the trigger before each cursor of the active draft, and inserts where a cursor has none. */
  async accept(request: Request): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isDraft(editor.document)) return;
    const { document } = editor;
    const targets = editor.selections.map(({ end }) => {
      const trigger = this.triggerIn(document, document.lineAt(end.line).text, end.character);
      const offset = document.offsetAt(end);
      const lineStart = offset - end.character;
      return trigger
        ? { start: lineStart + trigger.start, end: lineStart + trigger.end, bundled: trigger.bundled }
        : { start: offset, end: offset };
    });
    await this.inserter.insertAt(document, targets, request);
  }
}

function idOf(choice: Exclude<Choice, FilterChoice>): string {
  return 'document' in choice ? choice.document.id : (choice.sentence ?? choice.finding).id;
}

/** Whether Backspace took away the last letter of a word, or a sign between words: then VS Code closes a list. */
function wordGone(before: string, now: string): boolean {
  const deleted = before.startsWith(now) ? (before[now.length] ?? '') : '';
  return deleted !== '' && !/^[\p{L}\p{M}]{2}$/u.test((now.at(-1) ?? '') + deleted);
}

function severalCursors(document: vscode.TextDocument): boolean {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document && editor.selections.length > 1;
}

/** Where offsets of a draft stand, and what was typed from a range's start up to the cursor. */
interface Places {
  range(span: { start: number; end: number }): vscode.Range;
  typed(range: vscode.Range): string;
}

/** The rows of a list replace and add at the same few places: each is looked up once. */
function places(document: vscode.TextDocument, cursor: vscode.Position): Places {
  const ranges = new Map<string, vscode.Range>();
  const words = new Map<vscode.Range, string>();
  return {
    range(span) {
      const key = `${span.start}-${span.end}`;
      const known = ranges.get(key) ?? rangeIn(document, span);
      ranges.set(key, known);
      return known;
    },
    typed(range) {
      const known = words.get(range) ?? document.getText(new vscode.Range(range.start, cursor));
      words.set(range, known);
      return known;
    },
  };
}

/** Whether VS Code suggests by itself in this document's prose: then findings are offered after `@` only. */
function quickSuggestionsInProse(document: vscode.TextDocument): boolean {
  const setting = vscode.workspace
    .getConfiguration('editor', document)
    .get<boolean | { other?: string | boolean }>('quickSuggestions');
  const other = typeof setting === 'object' ? setting.other : setting;
  return other === true || other === 'on' || other === 'inline';
}
