// A draft's HTML as it is copied: what the preview renders, without what only the preview needs.
import { escapeHtml } from '../citation/inline';

/**
 * HTML of the preview made to stand elsewhere: front matter, line numbers for scrolling, settings of the preview's plugins, the
 * arrows back from notes, and our classes with the findings' words on hover go; marks are superscripts of their own
 * (`<sup>`), and link to their notes.
 * @param title the draft's, from its front matter: it comes first, where the draft has no heading of the first level
 */
export function copiedHtml(html: string, title?: string): string {
  const bare = withoutFrontMatter(html)
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

/** HTML without what the preview shows of front matter, which comes first and is none of the text. */
function withoutFrontMatter(html: string): string {
  const tag = /^\s*<(table|pre|div) class="frontmatter/u.exec(html)?.[1];
  const close = `</${tag}>`;
  const end = tag === undefined ? -1 : html.indexOf(close);
  return end < 0 ? html : html.slice(end + close.length).trimStart();
}

/**
 * HTML without the links that lead to places in it, their words kept: a browser that puts it on the clipboard makes
 * them addresses of the page they are copied from.
 */
export function withoutInnerLinks(html: string): string {
  return html
    .split('<a ')
    .map((piece, at) => {
      const opened = piece.indexOf('>');
      const closed = piece.indexOf('</a>');
      if (at === 0) return piece;
      return closed > opened && /(?:^| )href="#/u.test(piece.slice(0, Math.max(0, opened)))
        ? piece.slice(opened + 1, closed) + piece.slice(closed + '</a>'.length)
        : `<a ${piece}`;
    })
    .join('');
}
