/**
 * What a page and the extension say to each other, whichever view it is; a view's own messages are in a file of its
 * own.
 */

/** What every page says by itself. */
export type PageSays =
  /**
   * It is drawn anew (first, after it was hidden, after the window was loaded again), and knows nothing yet; with its
   * width, which the extension cannot know.
   */
  { readonly kind: 'ready'; readonly width: number };

/** A message to be read by its kind. */
export interface Message {
  readonly kind: string;
}

/**
 * A place of a page: an element by its name, and how far below the window's top it begins, in pixels; without a name
 * the page's own top.
 */
export interface Scrolled {
  readonly name?: string;
  readonly top: number;
}
