// A drafter at the keys: cursors in a text, insertions of ours, and what typing after them sets off.
import { readLabel } from '../../../src/domain/citation/labels';
import { markAfterPunctuation } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import type { Edit } from '../../../src/domain/text/edits';
import { citedIn, followed, freshMarks, movesOf, type FreshMark } from '../../../src/domain/insert/afterMark';
import { planInsertion, type Request, type Target } from '../../../src/domain/insert/plan';

export class Typist {
  #marks: FreshMark[] = [];
  readonly draft: Draft;

  constructor(
    text: string,
    public carets: number[],
  ) {
    this.draft = Draft.of(text, library);
  }

  get text(): string {
    return this.draft.text;
  }

  /** The text with its cursors. */
  get shown(): string {
    return this.carets
      .toSorted((a, b) => b - a)
      .reduce((text, at) => `${text.slice(0, at)}‸${text.slice(at)}`, this.text);
  }

  insert(request: Request, targets: readonly Target[] = this.carets.map(at => ({ start: at, end: at }))): this {
    const { edits, carets } = planInsertion(this.draft, library, targets, request);
    this.#apply(edits);
    this.carets = [...carets];
    this.#marks = freshMarks(edits, label => readLabel(label, library) !== undefined, citedIn(this.draft));
    return this;
  }

  /** Types characters one by one; `late` of them before a move of the first can be made. */
  type(words: string, { language = 'en' as Request['language'], late = 0 } = {}): this {
    let waiting = late;
    for (const sign of words) {
      this.press(sign);
      if (waiting-- > 0) continue;
      this.settle(language);
    }
    this.settle(language);
    return this;
  }

  /** One key, at every cursor; a key may write more than one character, as where the editor closes a quotation mark. */
  press(text: string): void {
    const edits = this.carets.map(at => ({ start: at, end: at, text }));
    this.#marks = followed(this.#marks, edits);
    this.#apply(edits);
  }

  /** What is waiting to be moved is. */
  settle(language: Request['language'] = 'en'): void {
    const { edits, marks } = movesOf(
      this.#marks,
      (offset, after) => {
        const block = this.draft.blockAt(offset - 1)!;
        return [block.text.slice(0, offset - block.start), this.text.slice(offset, offset + after)];
      },
      markAfterPunctuation(language),
    );
    this.#marks = [...marks];
    this.#apply(edits);
  }

  #apply(edits: readonly Edit[]): void {
    this.carets = this.carets.map(caret =>
      edits.reduce((at, { start, end, text }) => (end <= caret ? at + text.length - (end - start) : at), caret),
    );
    this.draft.apply(edits.toSorted((a, b) => b.start - a.start || b.end - a.end));
  }
}
