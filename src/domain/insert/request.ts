// What is asked of an insertion.
import type { Form, Style, Wishes } from '../citation/options';
import type { Language } from '../corpus/types';
import type { Kind } from './trigger';

/** What to insert. */
export interface Request extends Wishes {
  /** Findings, passages or sentences of them, or whole documents. */
  readonly ids: readonly string[];
  readonly kind: Kind;
  /** Which of their words a quotation quotes, verbatim, in the order of the ids: where there are none, all of them. */
  readonly words?: readonly (string | undefined)[];
  readonly form: Form;
  readonly style: Style;
  readonly language: Language;
  /** Whether the place of a pandoc citation goes into braces, as note styles want it. */
  readonly placeInBraces?: boolean;
  /** How lines are to end; when not given, as the draft's first one does. */
  readonly eol?: '\n' | '\r\n';
}

/** Where to insert: a cursor (`start` = `end`), or a trigger that is replaced. */
export interface Target {
  readonly start: number;
  readonly end: number;
  /** Inside a bracket that already holds citations: only the key goes in. */
  readonly bundled?: boolean;
}
