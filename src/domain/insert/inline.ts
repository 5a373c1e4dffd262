// The inline structure of a paragraph: emphasis, links, breaks.
import type { MarkdownConfig } from '@lezer/markdown';
import { linkLabel } from '../draft/linkLabels';
import { lazy } from '../lazy';

/** A node of a paragraph's inline structure, in offsets of its text. */
export interface Node {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A run of blanks that no line break follows is passed over at once: the library would look ahead from each of them.
 */
export const blanks: MarkdownConfig = {
  parseInline: [
    {
      name: 'Blanks',
      before: 'HardBreak',
      parse(context, next, at) {
        if (next !== 32) return -1;
        let end = at + 1;
        while (context.char(end) === 32) end++;
        return context.char(end) === 10 ? -1 : end;
      },
    },
  ],
};

/** `[^label]` and `[@key, …]` are no links, whatever stands beside them; with blanks in it, it is no label of a note. */
export const keys: MarkdownConfig = {
  defineNodes: ['Key'],
  parseInline: [
    {
      name: 'Key',
      before: 'Link',
      parse(context, next, at) {
        if (next !== 91 || !'^@'.includes(String.fromCodePoint(Math.max(0, context.char(at + 1))))) return -1;
        const length = context.slice(at, Math.min(context.end, at + 500)).search(/[\]\n[]/u);
        const end = context.slice(at + 1, Math.min(context.end, at + 500)).search(/[\][]/u) + 1;
        if (length < 0 || end <= 0 || context.char(at + end) !== 93) return -1;
        const words = context.slice(at, at + end + 1);
        if (words.startsWith('[^') && /\s/u.test(words)) return -1;
        return context.addElement(context.elt('Key', at, at + end + 1));
      },
    },
  ],
};

/** Any text is the words of one paragraph. */
export const oneParagraph: MarkdownConfig = {
  remove: [
    'LinkReference',
    'IndentedCode',
    'FencedCode',
    'Blockquote',
    'HorizontalRule',
    'BulletList',
    'OrderedList',
    'ATXHeading',
    'HTMLBlock',
    'SetextHeading',
  ],
};

/** Reads any text as the words of one paragraph. The library is loaded when a text is first read. */
const paragraphs = lazy(() => {
  const { parser, Strikethrough } = require('@lezer/markdown');
  return parser.configure([Strikethrough, keys, blanks, oneParagraph]);
});

/** What inline structure has to stay as it is. */
const kept = new Set([
  'Emphasis',
  'StrongEmphasis',
  'Strikethrough',
  'Link',
  'Image',
  'InlineCode',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Autolink',
  'Escape',
  'Entity',
  'HardBreak',
  'Key',
  'EmphasisMark',
  'StrikethroughMark',
]);

/**
 * The inline structure of a paragraph's words, as CommonMark and GitHub read it (@lezer/markdown), but for what links a
 * draft's definitions make.
 *
 * @param labels what the draft defines links for, in lower case: any other brackets are words
 */
export function inlineNodes(text: string, labels: ReadonlySet<string>): Node[] {
  const nodes: Node[] = [];
  paragraphs()
    .parse(text)
    .iterate({
      enter: ({ name, from, to }) => {
        if (!kept.has(name)) return;
        if ((name === 'Link' || name === 'Image') && !isLink(text.slice(from, to), labels)) return;
        nodes.push({ name, from, to });
      },
    });
  return nodes;
}

/**
 * So much of a long paragraph is read on both sides of a place: reading brackets takes longer than in proportion to
 * their number.
 */
const around = 4000;

/** The part of a paragraph to read for a place in it, cut at blanks. */
export function partAround(text: string, start: number, end: number): { readonly from: number; readonly to: number } {
  const left = Math.max(0, start - around);
  const right = Math.min(text.length, end + around);
  const from = left === 0 ? 0 : left + Math.max(0, text.slice(left, left + 200).search(/\s/u));
  const to = right === text.length ? right : right - 200 + Math.max(0, text.slice(right - 200, right).lastIndexOf(' '));
  return { from, to };
}

/** `[text](target)`, or a reference to what is defined. */
function isLink(text: string, labels: ReadonlySet<string>): boolean {
  if (text.endsWith(')')) return true;
  const open = text.lastIndexOf('[');
  const last = text.slice(open + 1, -1);
  return labels.has(linkLabel(last === '' ? text.slice(text.indexOf('[') + 1, text.lastIndexOf('[') - 1) : last));
}
