/** What planning an insertion reads of a draft: never the whole text, so that it costs the same in any draft. */
export interface DraftView {
  /** In UTF-16 units, as all offsets. */
  readonly length: number;
  readonly eol: '\n' | '\r\n';
  slice(start: number, end: number): string;
  /** The line an offset is on, without its line break. */
  lineAt(offset: number): { readonly start: number; readonly text: string };
  /** Footnote definitions, in the draft's order; `end` excludes the final line break. */
  readonly definitions: readonly { readonly label: string; readonly start: number; readonly end: number }[];
}

/** A replacement of the draft's text between two offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A view of a text at hand whole, as tests and other callers without an editor have it. */
export function viewOf(text: string): DraftView {
  const definitions = [...text.matchAll(/^\[\^([^\]\s]+)\]:.*(?:\r?\n(?: {4}|\t).*)*/gmu)].map(match => ({
    label: match[1]!,
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
  return {
    length: text.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    slice: (start, end) => text.slice(start, end),
    lineAt: offset => {
      const start = text.lastIndexOf('\n', offset - 1) + 1;
      const end = text.indexOf('\n', offset);
      return { start, text: text.slice(start, end < 0 ? undefined : end).replace(/\r$/u, '') };
    },
    definitions,
  };
}
