// Says at the cursor that no finding matches.
import vscode = require('vscode');
import { sayAtCursor, type Said } from './atCursor';

/** After how many milliseconds without a key it is said: an account, say, is not typed to its end yet. */
const pause = 500;

/**
 * Says once for each search that no finding matches, as soon as the drafter pauses. It stays to be read while nothing
 * matches still, whatever is typed meanwhile.
 */
export class NothingFound {
  #said: Said | undefined;
  #wait: ReturnType<typeof setTimeout> | undefined;

  /** Nothing matches what stands before a place, where the cursor is. */
  soon(document: vscode.TextDocument, place: vscode.Position): void {
    clearTimeout(this.#wait);
    if (this.#said) {
      this.#said.goOn(place);
      return;
    }
    const { version } = document;
    this.#wait = setTimeout(() => {
      if (document.version === version) this.#say(document, place);
    }, pause);
  }

  /** Something matches again, or nobody asks any more: the next time is said anew. */
  over(): void {
    clearTimeout(this.#wait);
    this.#said?.dispose();
    this.#said = undefined;
  }

  #say(document: vscode.TextDocument, place: vscode.Position): void {
    const editor = vscode.window.activeTextEditor;
    // Elsewhere, where the drafter may have gone meanwhile, nothing was searched for.
    if (editor?.document !== document || !editor.selection.active.isEqual(place)) return;
    this.#said = sayAtCursor(editor, vscode.l10n.t('No finding matches'));
  }
}
