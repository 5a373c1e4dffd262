// What the preview makes of a draft, pandoc's lists among it, as a string to compare: tags, words without white space,
// notes by label. What an insertion adds can be taken out of it again.
import MarkdownIt from 'markdown-it-15';
import footnotes from 'markdown-it-footnote';
import { definitionLists } from '../../src/domain/preview/definitions';
import { letteredLists } from '../../src/domain/preview/lists';

const md = new MarkdownIt({ html: true, linkify: true });
type Token = ReturnType<typeof md.parse>[number];
md.use(footnotes as never)
  .use(definitionLists as never)
  .use(letteredLists as never);

/** Stands for a note's mark, between signs that no draft has. */
export const mark = (label: string): string => `\u2045^${label}\u2046`;

interface Rendered {
  /** The body, its white space taken out of the words. */
  readonly body: string;
  /** What each note says that is reached, by label; in order of their first marks. */
  readonly notes: readonly (readonly [label: string, says: string])[];
}

/** @param loose whether lists with and without paragraphs in their items count for the same */
export function rendered(text: string, loose = false): Rendered {
  const notes: [string, string][] = [];
  let body = '';
  let note: [string, string] | undefined;
  const write = (part: string): void => {
    if (note) note[1] += part;
    else body += part;
  };
  for (const token of md.parse(text, {})) {
    if (token.type === 'footnote_open') notes.push((note = [labelOf(token), '']));
    else if (token.type === 'footnote_close') note = undefined;
    else if (!token.type.startsWith('footnote_')) write(block(token, loose));
  }
  return { body: tidy(body), notes: notes.map(([label, says]) => [label, tidy(says)]) };
}

/**
 * Paragraphs and items without words do not show; nor does it whether terms stand in one list or in two, as a quotation
 * between them makes it.
 */
export const tidy = (html: string): string => html.replace(/<p><\/p>/gu, '').replaceAll('</dl><dl>', '');

const labelOf = (token: Token): string => (token.meta as { label?: string; id: number }).label ?? `inline`;

function block(token: Token, loose: boolean): string {
  if (token.type === 'inline') return (token.children ?? []).map(inline).join('');
  if (token.type.startsWith('paragraph_') && token.hidden && !loose) return '';
  // Line breaks that HTML ends with do not show: a draft's end, or empty lines before what ends an item that leaves a
  // comment open.
  if (token.type === 'html_block') return `<html_block>${token.content.replace(/\n+$/u, '')}</>`;
  if (token.content !== '' || token.type === 'fence') return `<${token.type} ${token.info}>${token.content}</>`;
  return tag(token);
}

function inline(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return token.content.replace(/\s+/gu, '');
    case 'softbreak':
      return '';
    case 'footnote_ref':
      return mark(labelOf(token));
    case 'image':
      return `<img ${attributes(token)}>${(token.children ?? []).map(inline).join('')}</img>`;
    default:
      return token.content === '' ? tag(token) : `<${token.type}>${token.content}</>`;
  }
}

function tag(token: Token): string {
  if (token.nesting < 0) return `</${token.tag}>`;
  const attrs = attributes(token);
  return `<${token.tag}${attrs === '' ? '' : ` ${attrs}`}>`;
}

const attributes = (token: Token): string => (token.attrs ?? []).map(pair => pair.join('=')).join(' ');
