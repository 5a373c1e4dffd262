// The XML of a Word document as a tree, and back: what pandoc and we write, with no declarations inside and no CDATA.
import { certain } from '../certain';

/** An element; attributes and texts stand as they are written, escapes included. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children };
}

/** The elements among an element's children, those of one name only where one is given. */
export function elements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (each): each is XmlElement => typeof each !== 'string' && (name === undefined || each.name === name),
  );
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elements(parent, name)[0];
}

/** All text in an element that a reader sees. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  if (node.name === 'w:p') return `${node.children.map(textOf).join('')} `;
  return node.children.map(textOf).join('');
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlNode[];
}

/** Where a tag or a comment that begins at a place ends. */
function tagEnd(xml: string, at: number): number {
  const end = xml.startsWith('<!--', at) ? xml.indexOf('-->', at) + 2 : xml.indexOf('>', at);
  if (end < at) throw new Error('Not well-formed XML');
  return end;
}

function elementOf(tag: string): OpenElement {
  return { name: /^[^\s/]*/u.exec(tag)?.[0] ?? '', attributes: attributesOf(tag), children: [] };
}

/**
 * The root of a part. White space between elements is dropped, in texts it is kept.
 * @throws when an element is not closed
 */
export function parseXml(xml: string): XmlElement {
  const open: OpenElement[] = [{ name: '', attributes: new Map(), children: [] }];
  for (let at = 0; at < xml.length;) {
    const top = certain(open.at(-1));
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      const text = xml.slice(at, end < 0 ? xml.length : end);
      if (/:(?:t|delText|instrText)$/u.test(top.name) || text.trim() !== '') top.children.push(text);
      at += text.length;
      continue;
    }
    const end = tagEnd(xml, at);
    const tag = xml.slice(at + 1, end);
    at = end + 1;
    // Comments begin with `!`, too.
    if (tag.startsWith('?') || tag.startsWith('!')) continue;
    if (tag.startsWith('/')) {
      open.pop();
      open.at(-1)?.children.push(top);
    } else if (tag.endsWith('/')) top.children.push(elementOf(tag));
    else open.push(elementOf(tag));
  }
  const root = elements(open[0])[0];
  if (open.length !== 1 || !root) throw new Error('Not well-formed XML');
  return root;
}

function attributesOf(tag: string): Map<string, string> {
  return new Map(
    [...tag.matchAll(/\s([\w.:-]+)=(?:"([^"]*)"|'([^']*)')/gu)].map(([, name = '', double, single = '']) => [
      name,
      double ?? single.replaceAll('"', '&quot;'),
    ]),
  );
}

/** An element as XML, always in the same way. */
export function written(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  return node.children.length === 0
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${node.children.map(written).join('')}</${node.name}>`;
}

/** A part of a document. */
export function writtenPart(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}`;
}
