// A draft's HTML as it is copied: what the preview renders, without what only the preview needs.
import { escapeHtml } from '../citation/inline';

/**
 * HTML of the preview made to stand elsewhere: line numbers for scrolling, settings of the preview's plugins, the
 * arrows back from notes, and our classes with the findings' words on hover go; marks are superscripts of their own
 * (`<sup>`), and link to their notes.
 * @param title the draft's, from its front matter: it comes first, where the draft has no heading of the first level
 */
export function copiedHtml(html: string, title?: string): string {
  const bare = html
    .replace(/<span id="markdown-mermaid"[^<>]*><\/span>\s*/u, '')
    .replace(/ data-line="\d+"| dir="auto"/gu, '')
    .replace(/ class="code-line"/gu, '')
    .replace(/ class="code-line /gu, ' class="');
  const text = bare
    .split('<a ')
    .map((piece, at) => (at === 0 ? piece : withoutArrow(piece)))
    .join('')
    .replace(/ data-href="[^"<>]*"/gu, '')
    .replace(/ class="([^"<>]*)"(?: title="[^"<>]*")?/gu, withoutOurs);
  return title === undefined || title.trim() === '' || /<h1[ >]/u.test(text)
    ? text
    : `<h1>${escapeHtml(title.trim())}</h1>\n${text}`;
}

/** A link as it stands after `<a `, or what follows it, where it only leads back from a note. */
function withoutArrow(piece: string): string {
  const tag = piece.slice(0, Math.max(0, piece.indexOf('>')));
  const end = piece.indexOf('</a>');
  return end >= 0 && /class="(?:idm-findings-back|footnote-backref)"/u.test(tag)
    ? piece.slice(end + '</a>'.length)
    : `<a ${piece}`;
}

/** A tag's classes without ours. What shows on hover goes with them: it is ours, too. */
function withoutOurs(attributes: string, names: string): string {
  const all = names.split(' ');
  const others = all.filter(name => !name.startsWith('idm-findings-'));
  if (others.length === all.length) return attributes;
  return others.length === 0 ? '' : ` class="${others.join(' ')}"`;
}
