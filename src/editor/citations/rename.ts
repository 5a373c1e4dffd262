/**
 * Renaming (F2) a note's label of ours. VS Code's own Markdown support would rename the marks and leave the definition
 * behind.
 */
import vscode = require('vscode');
import { readLabel } from '../../domain/citation/labels';
import type { Library } from '../../domain/corpus/library';
import type { Citation } from '../../domain/draft/draft';
import type { RelabelFault } from '../../domain/restyle/relabel';
import { hindrance, workspaceEdit } from '../draftEdit';
import { draftSelector, isDraft, type Drafts } from '../drafts';
import { showWarning } from '../notify';
import { rulesOf } from '../settings';
import { citationAtCursor, labelSpan } from './located';

/**
 * Offers renaming of labels of ours: what else can be renamed is left to others. Of several extensions VS Code asks the
 * one that came last, so ours comes anew each time that the cursor comes to a label, and goes with it: where nobody
 * else renames, VS Code would ask for a name at any word.
 */
export function registerRename(library: Library, drafts: Drafts): vscode.Disposable {
  const provider = new LabelRename(library, drafts);
  // F2 may be faster than word of where the cursor is. In Markdown there is always somebody else, VS Code itself, which
  // it asks after all extensions; it would rename half of what there is.
  const always = vscode.languages.registerRenameProvider({ language: 'markdown' }, provider);
  let offered: vscode.Disposable | undefined;
  const follow = (editor: vscode.TextEditor | undefined): void => {
    const cursor = editor?.selection.active;
    const on =
      editor !== undefined &&
      cursor !== undefined &&
      isDraft(editor.document) &&
      provider.labelAt(editor.document, cursor) !== undefined;
    if (on === (offered !== undefined)) return;
    offered?.dispose();
    offered = on ? vscode.languages.registerRenameProvider([...draftSelector], provider) : undefined;
  };
  const first = setTimeout(() => follow(vscode.window.activeTextEditor), 0);
  return vscode.Disposable.from(
    always,
    {
      dispose: () => {
        clearTimeout(first);
        offered?.dispose();
      },
    },
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) follow(textEditor);
    }),
  );
}

class LabelRename implements vscode.RenameProvider {
  constructor(
    private readonly library: Library,
    private readonly drafts: Drafts,
  ) {}

  /** Where no other label can be given, the drafter is told why before VS Code asks for one. */
  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    const found = this.labelAt(document, position);
    if (!found) return undefined;
    const start = document.positionAt(labelSpan(found).start + 2);
    const range = new vscode.Range(start, start.translate(0, found.label.length));
    const editor = vscode.window.activeTextEditor;
    if (editor?.document === document && editor.selection.active.isEqual(position)) {
      const why = await this.#kept(document, found.label);
      if (why !== undefined) {
        await givenUp(editor, range, token);
        sayWhy(why);
      }
    }
    return { range, placeholder: found.label };
  }

  /** Why a label cannot be another one, whichever that is. */
  async #kept(document: vscode.TextDocument, label: string): Promise<string | undefined> {
    const { keptLabel } = require('../../domain/restyle/relabel');
    const draft = this.drafts.of(document);
    const fault = keptLabel(draft, this.library, label, rulesOf(document, draft));
    return fault === undefined ? hindrance(document, document.version) : reason(fault, '');
  }

  /**
   * Where the label stays, the drafter is told why, and VS Code gets an edit without edits: nothing would make it ask
   * others.
   */
  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    typed: string,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const found = this.labelAt(document, position);
    if (!found) return undefined;
    const { relabelled } = require('../../domain/restyle/relabel');
    const draft = this.drafts.of(document);
    const name = typed.trim();
    const edits = relabelled(draft, this.library, found.label, name, rulesOf(document, draft));
    const why = typeof edits === 'string' ? reason(edits, name) : await hindrance(document, document.version);
    if (typeof edits !== 'string' && why === undefined) return workspaceEdit(document, edits);
    sayWhy(why ?? '');
    return new vscode.WorkspaceEdit();
  }

  /** The citation whose label of ours a position is on. */
  labelAt(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): (Citation & { readonly label: string }) | undefined {
    const citation = citationAtCursor(this.drafts.of(document), document, position);
    if (citation?.label === undefined || readLabel(citation.label, this.library) === undefined) return undefined;
    const { start, end } = labelSpan(citation);
    const offset = document.offsetAt(position);
    return start <= offset && offset <= end ? { ...citation, label: citation.label } : undefined;
  }
}

/**
 * So many milliseconds VS Code gets to give a renaming up; after that it asks for a name, and says why not afterwards.
 */
const patience = 1000;

/**
 * Has VS Code give up a renaming, as it does when the cursor moves: to the beginning of the label, or from there to its
 * end. If we refused instead, it would ask its own Markdown support, which renames the marks and leaves the definition
 * behind.
 */
function givenUp(
  editor: vscode.TextEditor,
  { start, end }: vscode.Range,
  token: vscode.CancellationToken,
): Promise<void> {
  const place = editor.selection.active.isEqual(start) ? end : start;
  return new Promise(resolve => {
    const timer = setTimeout(resolve, patience);
    const listening = token.onCancellationRequested(() => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    });
    editor.selection = new vscode.Selection(place, place);
  });
}

/** Why nothing was renamed: in a notification, which screen readers read, and not within the mark as well. */
function sayWhy(why: string): void {
  void showWarning(vscode.l10n.t('{0} Nothing was renamed.', why));
}

/** Short, since a notification without a button shows one line. */
function reason(fault: RelabelFault, name: string): string {
  switch (fault) {
    case 'namesNothing':
      return vscode.l10n.t('“{0}” does not name a conclusion; “{1}”, for example, does.', name, 'idm2022-1-d2c4');
    case 'taken':
      return vscode.l10n.t('The draft has a note “{0}” already.', name);
    case 'edited':
      return vscode.l10n.t('This note was edited by hand.');
    case 'referred':
      return vscode.l10n.t('Other notes may refer back to this one.');
  }
}
