/** What the page that fills the clipboard and the extension say to each other. */

export type ToClipboard =
  /** Put this on the clipboard, as HTML and, for what takes none, as text. */
  { readonly kind: 'copy'; readonly html: string; readonly text: string; readonly words: ClipboardWords };

export type FromClipboard =
  | { readonly kind: 'copied' }
  /** The browser wants a click first, for which there is a button now. */
  | { readonly kind: 'asks' }
  /** Nor may it with a click. */
  | { readonly kind: 'refused' };

/** The page's own words, in the reader's language. */
interface ClipboardWords {
  readonly copying: string;
  readonly asks: string;
  readonly copy: string;
}
