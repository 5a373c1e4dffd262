// Tells a click with Ctrl from F12: with one click VS Code follows a link, and goes to the definition of what is under it.
import vscode = require('vscode');

/** How long after a link was followed the same click may still ask for the definition. */
const afterLink = 1000;
/** How long after the mouse set the cursor; hands need longer from the mouse to F12. */
const afterCursor = 300;
/** How long a question waits to hear whether a link was followed: VS Code sends both at once. */
const patience = 100;

/**
 * Knows whether a question for a definition comes of a click. Its answer would open over the draft, where the link
 * opens beside it; and for a moment after a citation was written there is no link yet.
 */
export class Clicks implements vscode.Disposable {
  #followed = Number.NEGATIVE_INFINITY;
  #cursorSet = Number.NEGATIVE_INFINITY;
  readonly #cursor = vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
    if (kind === vscode.TextEditorSelectionChangeKind.Mouse) this.#cursorSet = Date.now();
  });

  /** Takes note that a link of ours is followed now. */
  follow(): void {
    this.#followed = Date.now();
  }

  /** Whether a question that comes now comes of a click. */
  async asked(): Promise<boolean> {
    if (Date.now() - this.#cursorSet < afterCursor || this.#isFollowed()) return true;
    // A click where the cursor is already sets no cursor.
    await new Promise<void>(resolve => {
      setTimeout(resolve, patience);
    });
    return this.#isFollowed();
  }

  dispose(): void {
    this.#cursor.dispose();
  }

  #isFollowed(): boolean {
    return Date.now() - this.#followed < afterLink;
  }
}
