/**
 * Text as Markdown that renders as just that text: every ASCII punctuation mark gets a backslash
 * (CommonMark allows it before each of them), so that no emphasis, link, HTML or bare address arises.
 * `MarkdownString.appendText` would do, but makes blanks non-breaking, so that hovers do not wrap.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
}
