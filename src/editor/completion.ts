import vscode = require('vscode');
import { isFinding, type Library } from '../domain/corpus/library';
import type { Form } from '../domain/citation/options';
import { namesOf } from '../domain/citation/titles';
import { declared } from '../domain/rules/declared';
import type { Corpus, Finding, Sentence } from '../domain/corpus/types';
import type { Request, Target } from '../domain/insert/plan';
import { triggerAt, wordsBefore, type Kind, type Trigger } from '../domain/insert/trigger';
import type { Draft } from '../domain/draft/draft';
import type { Hit, SearchIndex } from '../domain/search';
import { documentsFound } from '../domain/search/documents';
import { draftSelector, isDraft, type Drafts } from './drafts';
import type { Inserter } from './insert';
import { findingMarkdown } from './findingMarkdown';
import { registerCommand } from './notify';
import { insertions } from './planInsertion';
import { ruleSettings } from './settings';
import { whoBriefly } from './words';

/** As many as a list shows without scrolling twice: before anything is typed, and where a finding comes with its sentences. */
const limit = 20;
/** As many as a list shows at once: who does not see it there types on, and each row has its way through the editor. */
const found = 12;

/**
 * A blank, hyphen, apostrophe, colon or mark would close the list, so each must ask again: VS Code
 * keeps it open across letters only.
 */
const triggerCharacters = ['@', '"', '>', ' ', '-', '–', "'", '’', ':', ...'0123456789'];

/** One row of the list: a finding, a sentence of it, or a document to be cited as a whole. */
type Choice = FindingChoice | { readonly document: Corpus };

interface FindingChoice {
  readonly finding: Finding;
  readonly sentence?: Sentence;
}

class FindingItem extends vscode.CompletionItem {
  constructor(readonly choice: Choice, label: vscode.CompletionItemLabel) {
    super(label, vscode.CompletionItemKind.Reference);
  }
}

/** What the list was last asked for, to open it again where VS Code closes it. */
interface Session {
  readonly uri: string;
  readonly empty: boolean;
}

/** Offers findings after `@`, and on request for the words before the cursor. */
export class FindingCompletionProvider implements vscode.CompletionItemProvider<FindingItem> {
  #session: Session | undefined;

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
    const trigger = this.triggerIn(document, line, position.character);
    if (!trigger) {
      this.#session = undefined;
      return context.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter ? undefined : this.#inProse(document, position, line);
    }
    const lineStart = document.offsetAt(position) - position.character;
    if (!this.#writable(document, lineStart + trigger.start)) return undefined;
    const choices = this.#choices(trigger.query, trigger.kind);
    this.#session = { uri: document.uri.toString(), empty: choices.length === 0 };
    // A list asked for by hand, as one that was opened again is, would stay to say so and take the next Enter.
    if (choices.length === 0 && context.triggerKind !== vscode.CompletionTriggerKind.Invoke) void vscode.commands.executeCommand('hideSuggestWidget');
    const target = { start: lineStart + trigger.start, end: lineStart + trigger.end, bundled: trigger.bundled };
    const form = this.library.corpus(trigger.query) ? this.#form(document) : undefined;
    return this.#list(document, position, choices, trigger.kind, target, form);
  }

  resolveCompletionItem(item: FindingItem): FindingItem {
    const { choice } = item;
    item.documentation = 'finding' in choice ? findingMarkdown(choice.finding, choice.sentence) : namesOf(choice.document.document, 'en').full;
    return item;
  }

  /**
   * Whether the list must be asked for again after a change: where it had nothing to show and now
   * has, and where Backspace took it back over a blank, VS Code has closed it.
   */
  reopens(document: vscode.TextDocument, position: vscode.Position, deleted: boolean): boolean {
    if (this.#session?.uri !== document.uri.toString() || !(this.#session.empty || deleted)) return false;
    const trigger = this.triggerIn(document, document.lineAt(position.line).text, position.character);
    if (!trigger) return false;
    return this.#choices(trigger.query, trigger.kind).length > 0;
  }

  private triggerIn(document: vscode.TextDocument, line: string, character: number): Trigger | undefined {
    const trigger = triggerAt(line, character, key => this.library.corpus(key) !== undefined);
    if (trigger) return trigger;
    // The key of a document alone: in a draft that cites otherwise it asks for the document, in pandoc's form it cites it.
    const key = triggerAt(line, character, () => false);
    // In a bracket it is a citation that the drafter writes out.
    const asks = key?.kind === 'citation' && !key.bundled && line[key.start] === '@' && this.library.corpus(key.query) !== undefined;
    return asks && this.#form(document) !== 'pandoc' ? key : undefined;
  }

  /** The form that a draft is cited in, but for keys of whole documents: such a key may be just what is being typed. */
  #form(document: vscode.TextDocument): Form {
    const draft = this.drafts.of(document);
    const cites = draft.citations().some(({ form, mentions }) => form !== 'footnoteDefinition' && (form !== 'narrative' || mentions.length > 0));
    if (cites) return this.inserter.requestFor(document, { ids: [], kind: 'citation' }).form;
    return declared(draft).rules.form ?? ruleSettings(document).form;
  }

  /** Where a person asks in prose: findings for the words before the cursor, inserted after them. */
  #inProse(document: vscode.TextDocument, position: vscode.Position, line: string): vscode.CompletionList<FindingItem> | undefined {
    if (quickSuggestionsInProse(document)) return undefined;
    const offset = document.offsetAt(position);
    if (!this.#writable(document, offset)) return undefined;
    const query = wordsBefore(line, position.character);
    if (query.length < 3) return undefined;
    const choices = this.index().support(query, { limit }).map(hit => ({ finding: hit.finding }));
    return this.#list(document, position, choices, 'citation', { start: offset, end: offset });
  }

  /** Not in code, front matter, link targets, HTML, comments. */
  #writable(document: vscode.TextDocument, offset: number): boolean {
    const zone = this.drafts.of(document).zoneAt(offset);
    return zone === 'prose' || zone === 'citationKey';
  }

  #choices(query: string, kind: Kind): Choice[] {
    if (query.trim() === '') return this.#first().flatMap(finding => sentencesToo({ finding }, kind)).slice(0, limit);
    const documents = kind === 'citation' ? documentsFound(this.library, query) : [];
    const named = (early: boolean): Choice[] => documents.flatMap(({ corpus, first }) => (first === early ? [{ document: corpus }] : []));
    const hits: Hit[] = this.index().search(query, { limit: found });
    return [...named(true), ...hits.flatMap(hit => sentencesToo(hit, kind)).slice(0, limit), ...named(false)];
  }

  /** Before anything is typed: the findings used last, then the others in the source's order. */
  #first(): Finding[] {
    const recent = this.inserter.recent.ids.flatMap(id => this.library.resolve(id)?.entry ?? []).filter(isFinding);
    return [...new Set([...recent, ...this.library.findings.slice(0, limit)])];
  }

  #list(document: vscode.TextDocument, position: vscode.Position, choices: readonly Choice[], kind: Kind, target: Target, form?: Form): vscode.CompletionList<FindingItem> {
    if (choices.length === 0) return new vscode.CompletionList([], false);
    const offset = document.offsetAt(position);
    const draft = this.drafts.of(document);
    const several = severalCursors(document);
    const base = this.inserter.requestFor(document, { ids: [], kind, ...(form === undefined ? {} : { form }) });
    const place = places(document, position);
    const ids = choices.slice(0, 1).map(idOf);
    if (!several && insertions().planInsertion(draft, this.library, [target], { ...base, ids }).refused.length > 0) return new vscode.CompletionList([], false);
    const items = choices.map((choice, rank) => {
      // Kept short: the list cuts this side first. The panel beside it says it in full.
      const item = new FindingItem(choice, labelOf(choice, kind));
      if ('sentence' in choice && choice.sentence) item.kind = vscode.CompletionItemKind.Text;
      if ('document' in choice) item.kind = vscode.CompletionItemKind.File;
      const request: Request = { ...base, ids: [idOf(choice)] };
      if (several) this.#asCommand(item, document, target, offset, request);
      else if (!this.#asEdits(item, target, offset, request, draft, place)) this.#asCommand(item, document, target, offset, request);
      // The typed text itself, so that VS Code neither hides a row nor ranks it anew: the order is ours.
      item.filterText = place.typed(item.range as vscode.Range);
      item.sortText = String(rank).padStart(4, '0');
      item.preselect = rank === 0;
      return item;
    });
    return new vscode.CompletionList(items, true);
  }

  #asEdits(item: FindingItem, target: Target, offset: number, request: Request, draft: Draft, { range }: Places): boolean {
    const { edits, carets } = insertions().planInsertion(draft, this.library, [target], request);
    // Where all of it belongs elsewhere, nothing is written at the cursor itself.
    const main = edits.find(edit => edit.start <= offset && offset <= edit.end) ?? { start: offset, end: offset, text: '' };
    const others = edits.filter(edit => edit !== main);
    const shift = others.filter(edit => edit.start < main.start).reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
    const caret = Math.min(Math.max((carets[0] ?? 0) - shift - main.start, 0), main.text.length);
    // A row may replace no more than a part of one line.
    if (!range(main).isSingleLine) return false;
    item.range = range(main);
    // A snippet says where the cursor goes; the white space is the plan's, not to be indented again.
    item.insertText = new vscode.SnippetString().appendText(main.text.slice(0, caret)).appendTabstop(0).appendText(main.text.slice(caret));
    item.keepWhitespace = true;
    item.additionalTextEdits = others.map(edit => new vscode.TextEdit(range(edit), edit.text));
    return true;
  }

  /** With several cursors VS Code would insert one cursor's text at all: each needs its own. */
  #asCommand(item: FindingItem, document: vscode.TextDocument, target: Target, offset: number, request: Request): void {
    item.range = rangeOf(document, { start: target.start, end: offset });
    item.insertText = document.getText(item.range);
    item.command = { command: acceptCommand, title: '', arguments: [request] };
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

const acceptCommand = 'idmFindings.completion.accept';

function idOf(choice: Choice): string {
  return 'document' in choice ? choice.document.id : (choice.sentence ?? choice.finding).id;
}

function labelOf(choice: Choice, kind: Kind): vscode.CompletionItemLabel {
  if ('document' in choice) return { label: vscode.l10n.t('The document as a whole'), description: namesOf(choice.document.document, 'en').label };
  const { finding, sentence } = choice;
  return {
    label: sentence ? `“${shorten(sentence.text)}”` : finding.label,
    ...(kind !== 'citation' && !sentence ? { detail: `  ${vscode.l10n.t('(whole conclusion)')}` } : {}),
    description: vscode.l10n.t('D{0} · {1}', finding.day, whoBriefly(sentence ?? finding)),
  };
}

function sentencesToo(choice: FindingChoice, kind: Kind): FindingChoice[] {
  const { finding, sentence } = choice;
  if (kind === 'citation') return [{ finding }];
  const sentences = finding.sentences.length > 1 ? finding.sentences.map(one => ({ finding, sentence: one })) : [];
  const matched = sentences.filter(one => one.sentence === sentence);
  return [...matched, { finding }, ...sentences.filter(one => one.sentence !== sentence)];
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}

function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
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
      const known = ranges.get(key) ?? rangeOf(document, span);
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
  const setting = vscode.workspace.getConfiguration('editor', document).get<boolean | { other?: string | boolean }>('quickSuggestions');
  const other = typeof setting === 'object' ? setting.other : setting;
  return other === true || other === 'on' || other === 'inline';
}

export function registerCompletion(provider: FindingCompletionProvider): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(draftSelector, provider, ...triggerCharacters),
    registerCommand(acceptCommand, (request: Request) => provider.accept(request)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const change = contentChanges[0];
      if (!change || contentChanges.length > 1 || reason !== undefined || change.text.length > 1 || change.rangeLength > 1) return;
      const editor = vscode.window.activeTextEditor;
      if (editor?.document !== document) return;
      const position = document.positionAt(change.rangeOffset + change.text.length);
      if (provider.reopens(document, position, change.text === '')) void vscode.commands.executeCommand('editor.action.triggerSuggest');
    }),
  );
}
