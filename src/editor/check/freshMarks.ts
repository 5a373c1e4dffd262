// Marks of the drafter's own notes that are just being written: told once the cursor has left their line.
import vscode = require('vscode');
import type { Problem } from '../../domain/check/problem';
import type { Checked } from './draftChecks';

/**
 * Who types `[^own]` writes its note next: that it has none yet is told once the cursor is on another line. What a draft
 * had when it was first checked, and what was told before, is told at once.
 */
export class FreshMarks implements vscode.Disposable {
  /** The labels of marks without a note that are told, of each draft. */
  readonly #told = new WeakMap<vscode.TextDocument, ReadonlySet<string>>();
  #waiting: { readonly checked: Checked; readonly line: number } | undefined;
  readonly #listeners: vscode.Disposable;

  /** @param tell tells the problems of a check again, once none waits any more */
  constructor(tell: (checked: Checked) => void) {
    const look = (): void => {
      const { checked, line } = this.#waiting ?? {};
      if (checked === undefined || cursorLine(checked.document) === line) return;
      this.#waiting = undefined;
      // What was changed since is checked, and told, anew.
      if (!checked.document.isClosed && checked.document.version === checked.version) tell(checked);
    };
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(look),
      vscode.window.onDidChangeActiveTextEditor(look),
    );
  }

  /** The problems of a check that are told now. */
  told(checked: Checked): readonly Problem[] {
    const { document, problems } = checked;
    const known = this.#told.get(document);
    const line = cursorLine(document);
    const waits = (problem: Problem): boolean =>
      known !== undefined &&
      isOwnMark(problem) &&
      !known.has(problem.data.reference ?? '') &&
      document.positionAt(problem.end).line === line;
    const now = problems.filter(problem => !waits(problem));
    this.#told.set(document, new Set(now.filter(isOwnMark).map(({ data }) => data.reference ?? '')));
    if (line !== undefined && now.length < problems.length) this.#waiting = { checked, line };
    else if (this.#waiting?.checked.document === document) this.#waiting = undefined;
    return now;
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

/** Whether a problem is a mark without a note, whose label says nothing of our documents. */
function isOwnMark({ code, data }: Problem): boolean {
  return code === 'note-undefined' && data.cited === undefined;
}

/** The line of the cursor, where a document is in the active editor. */
function cursorLine(document: vscode.TextDocument): number | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? editor.selection.active.line : undefined;
}
