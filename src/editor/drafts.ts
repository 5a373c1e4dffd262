// Which documents are drafts, and the model of each.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import type { Draft } from '../domain/draft/draft';
import { contextKeys } from './commands';
import { draftModel } from './draftModel';
import { previewInFront } from './previewInFront';
import { editsOf } from './ranges';
import { scheme } from './scheme';

/**
 * What counts as a Markdown draft: by language id, or by file ending where no extension knows
 * Quarto or R Markdown. Any scheme will do: untitled documents and those of virtual workspaces are drafts too.
 */
export const draftSelector: readonly vscode.DocumentFilter[] = [
  { language: 'markdown' },
  { language: 'quarto' },
  { language: 'rmd' },
  { pattern: '**/*.{qmd,rmd,Rmd}' },
];

export function isDraft(document: vscode.TextDocument): boolean {
  const { uri } = document;
  // What no file system holds is only shown, as the preview of a refactoring is: no place to write to, nor to check
  // again.
  const kept = uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
  return kept && !uri.scheme.startsWith(scheme) && vscode.languages.match(draftSelector, document) > 0;
}

/** Whether a document is a Markdown cell of a notebook: no file of its own, but written in as a draft is. */
export function isNotebookCell(document: vscode.TextDocument): boolean {
  return document.uri.scheme === 'vscode-notebook-cell' && vscode.languages.match(draftSelector, document) > 0;
}

/** Whether a document is in a tab or in view: VS Code keeps documents for a while after their last tab was closed. */
function isOpen(document: vscode.TextDocument): boolean {
  if (document.isClosed) return false;
  if (vscode.window.visibleTextEditors.some(editor => editor.document === document)) return true;
  const uri = document.uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof vscode.TabInputText && input.uri.toString() === uri) ||
        (input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri),
    ),
  );
}

/** A draft and the cursors an insertion goes to, as they were at one moment. */
export interface InsertTarget {
  readonly document: vscode.TextDocument;
  readonly version: number;
  /** None where the draft is only seen in a preview, and was in no editor yet. */
  readonly selections: readonly vscode.Selection[];
  readonly viewColumn?: vscode.ViewColumn;
}

/** The draft of an editor with its cursors as they are now. */
export function targetOf(editor: vscode.TextEditor): InsertTarget {
  const { document, selections, viewColumn } = editor;
  return { document, version: document.version, selections, ...(viewColumn === undefined ? {} : { viewColumn }) };
}

/**
 * The drafts that are open: which was active last, and one incremental model of each, made when it
 * is first asked for and then kept up with every change.
 */
export class Drafts implements vscode.Disposable {
  readonly #models = new Map<vscode.TextDocument, Draft>();
  readonly #changed = new vscode.EventEmitter<{
    document: vscode.TextDocument;
    draft: Draft;
    changes: readonly vscode.TextDocumentContentChangeEvent[];
  }>();
  readonly #activated = new vscode.EventEmitter<vscode.TextEditor | undefined>();
  readonly #came = new vscode.EventEmitter<boolean>();
  readonly #disposables: vscode.Disposable;
  #last: Omit<InsertTarget, 'version'> | undefined;
  /** Each draft with the cursors it had last. */
  readonly #known = new WeakMap<vscode.TextDocument, Omit<InsertTarget, 'version'>>();
  /** The editor that shows it, of several of one draft the one last active. */
  #editor: vscode.TextEditor | undefined;
  #there: boolean | undefined;

  /** When there is a draft to act on, or none any more. */
  readonly onDidComeOrGo = this.#came.event;
  /** After a draft's model has followed a change. */
  readonly onDidChange = this.#changed.event;
  /** When another draft becomes the one last active. */
  readonly onDidActivate = this.#activated.event;

  /** @param library what the drafts may cite */
  constructor(private readonly library: Library) {
    this.#remember(vscode.window.activeTextEditor);
    this.#disposables = vscode.Disposable.from(
      this.#changed,
      this.#activated,
      this.#came,
      vscode.window.onDidChangeActiveTextEditor(editor => this.#remember(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        // Beside the active editor, too: inserting there from tree or source moves its cursors; but not another editor
        // of the same draft.
        if (textEditor === vscode.window.activeTextEditor || textEditor === this.#editor) this.#remember(textEditor);
      }),
      vscode.workspace.onDidChangeTextDocument(event => this.#follow(event)),
      vscode.workspace.onDidCloseTextDocument(document => this.#forget(document)),
      vscode.workspace.onDidOpenTextDocument(document => this.#welcome(document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#tell()),
      vscode.window.onDidChangeActiveNotebookEditor(() => this.#tell()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#tell()),
    );
    this.#tell();
  }

  /** The model of a draft's text as it is now. */
  of(document: vscode.TextDocument): Draft {
    let draft = this.#models.get(document);
    if (!draft) {
      draft = draftModel().Draft.of(document.getText(), this.library);
      this.#models.set(document, draft);
    }
    return draft;
  }

  /** The model of an open draft whose text is this one. VS Code keeps the text of a document put together until it changes. */
  withText(text: string): Draft | undefined {
    const document = vscode.workspace.textDocuments.find(each => isDraft(each) && each.getText() === text);
    return document && this.of(document);
  }

  /**
   * The draft last active, with its last cursors, or the one whose preview is in front; undefined when none is open.
   */
  lastTarget(): InsertTarget | undefined {
    const last = this.#lastEdited();
    const isPreviewed = last && previewInFront();
    if (!isPreviewed || isPreviewed(last.document)) return last;
    // Who looks at the preview of another draft means that one.
    const document = vscode.workspace.textDocuments.find(each => isDraft(each) && isPreviewed(each));
    if (!document) return last;
    return { selections: [], ...this.#known.get(document), document, version: document.version };
  }

  #lastEdited(): InsertTarget | undefined {
    const active = vscode.window.activeTextEditor;
    if (active && isDraft(active.document)) return targetOf(active);
    // Who works in a notebook means it, not the draft last active.
    if (vscode.window.activeNotebookEditor !== undefined) return undefined;
    // Its cursors are read off the editor: the event that tells of their moving comes later.
    if (this.#editor && vscode.window.visibleTextEditors.includes(this.#editor)) return targetOf(this.#editor);
    if (this.#last && isOpen(this.#last.document)) return { ...this.#last, version: this.#last.document.version };
    const visible = vscode.window.visibleTextEditors.find(editor => isDraft(editor.document));
    return visible && targetOf(visible);
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#models.clear();
  }

  #remember(editor: vscode.TextEditor | undefined): void {
    if (!editor || !isDraft(editor.document)) return;
    const other = this.#last?.document !== editor.document;
    this.#last = targetOf(editor);
    this.#known.set(editor.document, this.#last);
    this.#editor = editor;
    if (other) this.#activated.fire(editor);
  }

  /** A document is opened anew, too, when its language is changed: then it is in front already. */
  #welcome(document: vscode.TextDocument): void {
    const active = vscode.window.activeTextEditor;
    if (active?.document !== document) return;
    this.#remember(active);
    this.#tell();
  }

  /** Tells menus and the command palette whether there is a draft to act on. */
  #tell(): void {
    const there = this.lastTarget() !== undefined;
    if (there === this.#there) return;
    this.#there = there;
    void vscode.commands.executeCommand('setContext', contextKeys.hasDraft, there);
    void vscode.commands.executeCommand('setContext', contextKeys.noDraft, !there);
    this.#came.fire(there);
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const draft = this.#models.get(document);
    if (!draft || contentChanges.length === 0) return;
    draft.apply(editsOf(contentChanges));
    this.#changed.fire({ document, draft, changes: contentChanges });
  }

  #forget(document: vscode.TextDocument): void {
    this.#models.delete(document);
    if (this.#last?.document === document) {
      this.#last = undefined;
      this.#editor = undefined;
      this.#activated.fire(undefined);
    }
  }
}
