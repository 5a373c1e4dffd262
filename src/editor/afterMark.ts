// Punctuation typed right after a new citation: it goes before a mark, and is not doubled.
import vscode = require('vscode');
import { readLabel } from '../domain/citation/labels';
import { markAfterPunctuation } from '../domain/citation/options';
import {
  citedIn,
  followed,
  freshMarks,
  marksAt,
  movesOf,
  type Cited,
  type FreshMark,
  type Moves,
} from '../domain/insert/afterMark';
import type { Edit } from '../domain/text/edits';
import { isDraft, isNotebookCell } from './drafts';
import type { Inserter } from './insert';
import { editsOf, rangeIn } from './ranges';
import { movesPunctuation } from './settings';

/** Whoever types faster than edits travel is followed so many times before what they typed stays where it is. */
const mostTries = 100;

/**
 * Puts punctuation that is typed right after a mark just inserted before it, and leaves out a second full stop after a
 * mark or any other citation. The typing itself is left alone: the move is an edit of its own that VS Code refuses when
 * the draft has changed meanwhile; then it is planned anew.
 */
class AfterMark implements vscode.Disposable {
  readonly #disposables: vscode.Disposable;
  #document: vscode.TextDocument | undefined;
  #marks: readonly FreshMark[] = [];
  /** The move under way, to know its change by when it comes. */
  #expected: Moves | undefined;
  #moving = false;

  constructor(readonly inserter: Inserter) {
    this.#disposables = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(event => this.#follow(event)),
      // What replaces words comes as changes of some of its letters only.
      inserter.onDidInsert(({ document, carets }) => {
        const known = document === this.#document ? this.#marks : [];
        const marks = marksAt(
          carets,
          end => document.getText(before(document.positionAt(end))),
          label => this.#isOurs(label),
          this.#citedIn(document),
        );
        this.#document = document;
        this.#marks = [...known, ...marks.filter(({ end }) => !known.some(each => each.end === end))];
      }),
      vscode.workspace.onDidCloseTextDocument(document => {
        if (document === this.#document) this.#forget();
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !(isDraft(document) || isNotebookCell(document))) return;
    const changes = editsOf(contentChanges);
    if (document === this.#document && this.#expected !== undefined && sameEdits(changes, this.#expected.edits)) {
      this.#marks = this.#expected.marks;
      this.#expected = undefined;
      return;
    }
    const fresh =
      reason === undefined ? freshMarks(changes, label => this.#isOurs(label), this.#citedIn(document)) : [];
    if (fresh.length > 0) {
      this.#document = document;
      this.#marks = fresh;
    } else if (document === this.#document) {
      // Undone or redone, it is as the drafter wants it.
      this.#marks = reason === undefined ? followed(this.#marks, changes) : [];
    }
    if (this.#marks.some(({ typed }) => typed > 0) && !this.#moving) void this.#move();
  }

  async #move(): Promise<void> {
    this.#moving = true;
    try {
      for (let tries = 0; tries < mostTries && this.#marks.some(({ typed }) => typed > 0); tries++) {
        const editor = this.#editor();
        const moves = editor && this.#planned(editor.document);
        if (!editor || !moves || moves.edits.length === 0) return this.#forget();
        this.#expected = moves;
        // A move is one undo step with the typing before it; a stop left out is its own, or undo would show nothing.
        await editor.edit(
          builder => {
            for (const edit of moves.edits) builder.replace(rangeIn(editor.document, edit), edit.text);
          },
          { undoStopBefore: moves.leavesOut, undoStopAfter: true },
        );
        this.#expected = undefined;
      }
    } finally {
      this.#moving = false;
    }
  }

  #planned(document: vscode.TextDocument): Moves | undefined {
    if (!movesPunctuation(document)) return undefined;
    const { language } = this.inserter.requestFor(document, { ids: [], kind: 'citation' });
    const draft = this.inserter.drafts.of(document);
    return movesOf(
      this.#marks,
      (offset, after) => {
        const block = draft.blockAt(offset - 1);
        return block === undefined
          ? ['', '']
          : [
              block.text.slice(0, offset - block.start),
              block.text.slice(offset - block.start, offset - block.start + after),
            ];
      },
      markAfterPunctuation(language),
    );
  }

  #citedIn(document: vscode.TextDocument): Cited {
    return end => citedIn(this.inserter.drafts.of(document))(end);
  }

  #isOurs(label: string): boolean {
    return readLabel(label, this.inserter.library) !== undefined;
  }

  #editor(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    return [activeTextEditor, ...visibleTextEditors].find(
      editor => editor !== undefined && editor.document === this.#document,
    );
  }

  #forget(): void {
    this.#document = undefined;
    this.#marks = [];
  }
}

/** A line up to a place in it. */
function before(position: vscode.Position): vscode.Range {
  return new vscode.Range(position.with({ character: 0 }), position);
}

function sameEdits(one: readonly Edit[], other: readonly Edit[]): boolean {
  const key = (edits: readonly Edit[]): string =>
    edits
      .map(({ start, end, text }) => `${start}-${end}:${text}`)
      .sort()
      .join('\n');
  return one.length === other.length && key(one) === key(other);
}

/**
 * Punctuation typed right after a footnote mark of ours goes before it, in English drafts; a second full stop is left
 * out in all.
 */
export function registerAfterMark(inserter: Inserter): vscode.Disposable {
  return new AfterMark(inserter);
}
