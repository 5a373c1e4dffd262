/** How the blocks of Markdown begin and end, each test on one line's content (CommonMark 0.31, section 4). */

import type { Opaque } from './state';

const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
const rawTag = /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i;
const blockTag = new RegExp(`^</?(?:${blockTags})(?=[\\s>]|/>|$)`, 'i');
const attribute = String.raw`\s+[A-Za-z_:][\w.:-]{0,100}(?:\s*=\s*(?:[^\s"'=<>\x60]{1,1000}|'[^']{0,1000}'|"[^"]{0,1000}"))?`;
const loneTag = new RegExp(
  `^(?:<[A-Za-z][A-Za-z0-9-]{0,100}(?:${attribute}){0,50}\\s*/?>|</[A-Za-z][A-Za-z0-9-]{0,100}\\s*>)\\s*$`,
);

/** What kind of HTML block a line's content begins, if any. */
type HtmlStart =
  | { readonly opaque: Opaque; readonly interrupts: true }
  | { readonly toBlank: true; readonly interrupts: boolean };

export function htmlStart(rest: string): HtmlStart | undefined {
  if (!rest.startsWith('<')) return undefined;
  if (rest.startsWith('<!--')) return { opaque: { type: 'comment' }, interrupts: true };
  if (rawTag.test(rest)) return { opaque: { type: 'html', until: 'raw' }, interrupts: true };
  if (rest.startsWith('<?')) return { opaque: { type: 'html', until: '?>' }, interrupts: true };
  if (rest.startsWith('<![CDATA[')) return { opaque: { type: 'html', until: ']]>' }, interrupts: true };
  if (/^<![A-Za-z]/.test(rest)) return { opaque: { type: 'html', until: '>' }, interrupts: true };
  if (blockTag.test(rest)) return { toBlank: true, interrupts: true };
  return loneTag.test(rest) ? { toBlank: true, interrupts: false } : undefined;
}

/** Whether what is open ends on the line with this content. `opening` is the line that opened it. */
export function closes(opaque: Opaque, rest: string, indent: number, opening: boolean): boolean {
  switch (opaque.type) {
    case 'fence': {
      if (opening || indent > 3) return false;
      const run = opaque.char === '`' ? /^`{3,}[ \t]*$/ : /^~{3,}[ \t]*$/;
      return run.test(rest) && rest.trimEnd().length >= opaque.length;
    }
    case 'comment':
      return rest.includes('-->', opening ? 2 : 0);
    case 'html':
      return opaque.until === 'raw' ? /<\/(?:script|pre|style|textarea)>/i.test(rest) : rest.includes(opaque.until);
  }
}

export function fenceStart(rest: string): Opaque | undefined {
  const run = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(rest)?.[0];
  return run ? { type: 'fence', char: run.charAt(0), length: run.length } : undefined;
}

export const isHeading = (rest: string): boolean => /^#{1,6}(?:[ \t]|$)/.test(rest);
export const isSetextUnderline = (rest: string): boolean => /^(?:=+|-+)[ \t]*$/.test(rest);
/** Nobody rules a line with more signs, and a megabyte of them need not be read. */
const longestRule = 10_000;
export const isThematicBreak = (rest: string): boolean =>
  rest.length <= longestRule && /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(rest);
export const isMathStart = (rest: string): boolean => rest.startsWith('$$');
/** Whether a block of display mathematics that begins so also ends on its first line. */
export const isMathLine = (rest: string): boolean => /^\$\$.+\$\$\s*$/.test(rest);
export const isLinkDefinition = (rest: string): boolean => /^\[(?!\^)(?:\\.|[^\\[\]]){1,999}\]:[ \t]*\S/.test(rest);
export const isTableDelimiter = (rest: string): boolean =>
  rest.includes('|') && /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/.test(rest);

/** The label and the width of a footnote definition's opening, `[^label]:`. */
export function footnoteStart(rest: string): { readonly label: string; readonly width: number } | undefined {
  const match = /^\[\^([^\s[\]]{1,200})\]:/.exec(rest);
  return match?.[1] === undefined ? undefined : { label: match[1], width: match[0].length };
}

/** The width of a list marker, and whether it may interrupt a paragraph. */
export function listMarker(rest: string): { readonly width: number; readonly interrupts: boolean } | undefined {
  const match = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(rest);
  if (!match) return undefined;
  const width = match[0].length;
  const empty = rest.slice(width).trim() === '';
  return { width, interrupts: !empty && (match[1] === undefined || match[1] === '1') };
}

/**
 * Whether a line begins the definition of a term for pandoc, given that a term or a definition stands before it (its
 * manual, "Definition lists"): a colon or a tilde at most two columns in, and a blank.
 */
export const isDefinition = (rest: string, indent: number): boolean => indent < 3 && /^[:~][ \t]/.test(rest);

/**
 * What counts the items of pandoc's lists: letters, Roman numbers, digits, `#` for the next number, `@` for the next
 * example. An example in parentheses may have a label, which `(@label)` refers to (its manual, "Numbered example
 * lists").
 */
const letters = '[a-z]|[A-Z]|[ivxlcdm]{2,12}|[IVXLCDM]{2,12}|#|@';
const lettered = new RegExp(
  `^(?:\\((?:${letters}|\\d{1,9}|@[\\w-]{1,40})\\)(?=[ \\t]|$)|(?:${letters})[.)](?=[ \\t]+\\S))`,
  'u',
);
const roman = /^m{0,12}(?:cm)?d?(?:cd)?c{0,12}(?:xc)?l?(?:xl)?x{0,12}(?:ix)?v?(?:iv)?i{0,12}$/iu;

/** Whether a marker counts examples. */
export const isExample = (marker: string): boolean => /^\(?@/.test(marker);

/**
 * The width of a marker that begins a list item for pandoc and not in CommonMark: `(a)`, `a.`, `iv)`, `#.` (pandoc's
 * manual, "Extension: fancy_lists"). A capital letter and a full stop may be a first name: two blanks must follow.
 * Alone on its line, only a marker in parentheses is one.
 */
export function letteredMarker(rest: string): number | undefined {
  const marker = lettered.exec(rest)?.[0];
  if (marker === undefined) return undefined;
  const counted = marker.replace(/[().]/gu, '');
  if (/^[A-Za-z]{2}/u.test(counted) && !roman.test(counted)) return undefined;
  // "p. 12" is a page.
  return /^[A-Z]\. (?! )|^p\. \d/u.test(rest) ? undefined : marker.length;
}
