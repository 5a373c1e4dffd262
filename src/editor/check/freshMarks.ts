// Marks of the drafter's own notes that are just being written: told once the cursor has left their line.
import vscode = require('vscode');
import type { Problem } from '../../domain/check/problem';
import type { Checked, DraftChecks } from './draftChecks';

/**
 * Who types `[^own]` writes its note next: that it has none yet is told once the cursor is on another line. What a draft
 * that nobody has changed had when it was first checked, and what was told before, is told at once.
 */
export class FreshMarks implements vscode.Disposable {
  /** What is told of each draft. */
  readonly #told = new WeakMap<vscode.TextDocument, Checked>();
  #waiting: { readonly checked: Checked; readonly line: number } | undefined;
  readonly #tells = new vscode.EventEmitter<Checked>();
  readonly #listeners: vscode.Disposable;

  /** When a draft was checked, with the problems that are told of it now. */
  readonly onDidTell = this.#tells.event;

  constructor(checks: DraftChecks) {
    const look = (): void => {
      const { checked, line } = this.#waiting ?? {};
      if (checked === undefined || cursorLine(checked.document) === line) return;
      this.#waiting = undefined;
      // What was changed since is checked, and told, anew.
      if (checks.last(checked.document) === checked) this.#tell(checked);
    };
    this.#listeners = vscode.Disposable.from(
      this.#tells,
      checks.onDidCheck(checked => this.#tell(checked)),
      vscode.window.onDidChangeTextEditorSelection(look),
      vscode.window.onDidChangeActiveTextEditor(look),
    );
  }

  /** What is told of a document, if it was checked as it is now. */
  last(document: vscode.TextDocument): Checked | undefined {
    const told = this.#told.get(document);
    return told?.version === document.version ? told : undefined;
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #tell(checked: Checked): void {
    const { document, problems } = checked;
    const before = this.#told.get(document)?.problems;
    const known = new Set(before?.filter(isOwnMark).map(labelOf));
    const line = cursorLine(document);
    const told = problems.filter(
      problem =>
        (before === undefined && !document.isDirty) ||
        !isOwnMark(problem) ||
        known.has(labelOf(problem)) ||
        document.positionAt(problem.end).line !== line,
    );
    if (line !== undefined && told.length < problems.length) this.#waiting = { checked, line };
    else if (this.#waiting?.checked.document === document) this.#waiting = undefined;
    const now = { ...checked, problems: told };
    this.#told.set(document, now);
    this.#tells.fire(now);
  }
}

/** Whether a problem is a mark without a note, whose label says nothing of our documents. */
function isOwnMark({ code, data }: Problem): boolean {
  return code === 'note-undefined' && data.cited === undefined;
}

function labelOf({ data }: Problem): string {
  return data.reference ?? '';
}

/** The line of the cursor, where a document is in the active editor. */
function cursorLine(document: vscode.TextDocument): number | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? editor.selection.active.line : undefined;
}
