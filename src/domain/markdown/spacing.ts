// What stands beside a citation, and whether a blank must keep them apart: for insertions and restyling alike.

/** Signs that words follow closely: opening brackets and quotation marks, dashes, slashes. */
const openers = String.raw`([{“‘«„–—/\-`;

const opens = new RegExp(String.raw`[\s${openers}]$`, 'u');
const closes = /^[\s.,;:!?…)\]}”’"'»]/u;
const keepsBlank = new RegExp(String.raw`[${openers}|\\^]$|(?:^|[\s${openers}])[*_~=^+]+$`, 'u');
/** A footnote's mark, or an inline note, at the end of words. */
const endsInNote = /(?:\[\^[^\s[\]]{1,200}|\^\[[^[\]]{1,1000})\]$/u;

/** Whether words may follow a text without a blank: it ends with one, or with a sign that opens something. */
export function isOpen(before: string): boolean {
  return opens.test(before);
}

/** Whether a text may follow words without a blank: it begins with one, or with a sign that closes something. */
export function isClosing(after: string): boolean {
  return closes.test(after);
}

/**
 * Whether a footnote's mark does not follow a text closely: it ends with an opening bracket or mark, a dash, a cell's
 * edge, a backslash, a caret, or what opens emphasis.
 */
export function keepsMarkApart(before: string): boolean {
  return keepsBlank.test(before);
}

/** Whether a text ends with brackets that the next ones would make a link of, or take for their label; no note does. */
export function endsInBrackets(before: string): boolean {
  return before.endsWith(']') && !endsInNote.test(before);
}

/** Whether a text begins with brackets that would make a link of those before them. */
export function takesBrackets(after: string): boolean {
  return /^[[(]/u.test(after);
}

/**
 * Whether a text begins with what would be the link or the attributes of a mark before it; a mark may follow a mark, but
 * what only looks like one, for the blank in its label, is a link.
 */
export function takesMark(after: string): boolean {
  return /^(?:[({]|\[(?!\^)|\[\^[^\s[\]]{0,200}\s)/u.test(after);
}
