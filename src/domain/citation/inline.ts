/** A piece of a formatted citation: plain words, an italic title, or an address. */
export interface Run {
  readonly text: string;
  readonly as?: 'italic' | 'address';
}

export type Piece = string | Run;

export function italic(text: string): Run {
  return { text, as: 'italic' };
}

/** A web address; anything else than http(s) is shown as plain words. */
export function address(url: string): Run {
  return /^https?:\/\/[^\s<>"'`\\]+$/u.test(url) ? { text: url, as: 'address' } : { text: url };
}

/** The pieces as runs. */
export function runs(...pieces: readonly Piece[]): Run[] {
  return pieces.map(piece => (typeof piece === 'string' ? { text: piece } : piece)).filter(({ text }) => text !== '');
}

/**
 * As Markdown on one line: what Markdown or pandoc would read as markup is escaped. An address in
 * angle brackets is marked as one, or else it would take the closing bracket's backslash with it.
 */
export function toMarkdown(pieces: readonly Run[]): string {
  return pieces
    .map((run, at) => {
      if (run.as === 'address') return pieces[at - 1]?.text.endsWith('<') === true ? `<${run.text}>` : run.text;
      const escaped = escapeMarkdown(run.text);
      return run.as === 'italic' ? `*${escaped}*` : escaped;
    })
    .join('');
}

/** Blanks that are not one alone. */
const blanks = /[^\S\u00a0\u202f]{2}|[^\S \u00a0\u202f]/u;

function escapeMarkdown(text: string): string {
  const line = blanks.test(text) ? text.replace(/[^\S\u00a0\u202f]+/gu, ' ') : text;
  return line.replace(/[\\`*_[\]<>$~^@#|]|&(?=#?\w+;)/gu, '\\$&');
}

/** As plain text. */
export function toText(pieces: readonly Run[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** As HTML; addresses become links. */
export function toHtml(pieces: readonly Run[]): string {
  return pieces
    .map(({ text, as }) => {
      const escaped = escapeHtml(text);
      if (as === 'italic') return `<em>${escaped}</em>`;
      return as === 'address' ? `<a href="${escaped}">${escaped}</a>` : escaped;
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe inside HTML elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, character => entities[character] ?? character);
}
