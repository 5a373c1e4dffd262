// Text that is not ours as Markdown that shows just that text.
import { plain } from './plain';

/**
 * Text as Markdown that renders as just that text: every ASCII punctuation mark gets a backslash
 * (CommonMark allows it before each of them), so that no emphasis, link, HTML or bare address arises.
 * `MarkdownString.appendText` would do, but makes blanks non-breaking, so that hovers do not wrap.
 */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

/** A link of a hover that runs a command of ours: only where the hover's `enabledCommands` name it. */
export function commandLink(command: string, argument: unknown, title: string): string {
  return `[${escapeMarkdown(title)}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

/**
 * Text for a table's cell or a heading of Markdown that is read as it stands: only what would be markup there, or would
 * make an address of it, gets a backslash. Editors and previews make links of bare addresses: so none keeps its colon
 * or its two slashes.
 */
export function tableCell(text: string): string {
  return plain(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&$@^]|(?<=[a-z]):(?=\S)|\/(?=\/)|(?<=\/)\/|(?<=www)\./giu, '\\$&');
}

/**
 * Text for a paragraph of Markdown that is read as it stands, too: a screen reader speaks the Markdown of a list's row,
 * and a backslash before each comma with it. So only what would be markup gets one.
 */
export function paragraph(text: string): string {
  return tableCell(text.trim())
    .replace(/^[-+=]/u, '\\$&')
    .replace(/^(\d+)(?=[.)])/u, '$1\\');
}

/** A heading of Markdown; its words are Markdown already. */
export function heading(level: 1 | 2 | 3, words: string): string {
  return `${'#'.repeat(level)} ${words}`;
}
