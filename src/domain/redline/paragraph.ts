// A paragraph as words, and a paragraph of words that are kept, deleted and inserted.
import type { Side } from './side';
import { element, elements, written, type XmlElement, type XmlNode } from './xml';
import { certain } from '../certain';
import { append } from '../longLists';

/**
 * The smallest thing that is kept, deleted or inserted: a word, white space, a sign, a reference to a note, an image, a
 * formula.
 */
export interface Token {
  /** Equal for tokens that a reader could not tell apart. */
  readonly key: string;
  /** A word's text, as it is written; otherwise the element. */
  readonly content: string | XmlElement;
  /** The run's properties; none where the element stands in no run. */
  readonly properties: XmlElement | undefined;
  readonly inRun: boolean;
  /** The link it stands in. */
  readonly link: XmlElement | undefined;
  readonly linkKey: string;
  /** Marks of places before it. */
  readonly before: readonly XmlElement[];
}

interface Tokens {
  readonly tokens: readonly Token[];
  /** Marks of places after the last. */
  readonly after: readonly XmlElement[];
}

const pieces = /&[#\w]+;|[\p{L}\p{M}\p{N}'’-]+|\s+|[^]/gu;

/** What a paragraph says, in order. */
export function tokensOf(paragraph: XmlElement, side: Side, part: string): Tokens {
  const tokens: Token[] = [];
  let before: XmlElement[] = [];
  const add = (
    content: string | XmlElement,
    run: XmlElement | undefined,
    link: XmlElement | undefined,
    linkKey: string,
  ): void => {
    const properties = elements(run, 'w:rPr')[0];
    const key = `${linkKey}|${properties ? side.key(properties, part) : ''}|${side.key(content, part)}`;
    tokens.push({ key, content, properties, inRun: run !== undefined, link, linkKey, before });
    before = [];
  };
  const walk = (parent: XmlElement, link: XmlElement | undefined, linkKey: string): void => {
    for (const each of elements(parent)) {
      if (each.name === 'w:pPr') continue;
      if (each.name === 'w:bookmarkStart' || each.name === 'w:bookmarkEnd') before.push(each);
      else if (each.name === 'w:hyperlink') walk(each, each, side.key({ ...each, children: [] }, part));
      else if (each.name === 'w:r') {
        for (const inner of elements(each)) {
          if (inner.name === 'w:rPr') continue;
          if (inner.name !== 'w:t') add(inner, each, link, linkKey);
          else
            for (const [text] of inner.children.map(String).join('').matchAll(pieces)) add(text, each, link, linkKey);
        }
      } else add(each, undefined, link, linkKey);
    }
  };
  walk(paragraph, undefined, '');
  return { tokens, after: before };
}

export type Status = 'kept' | 'deleted' | 'inserted';

/** Who changed what, and when; each mark of a change has a number of its own. */
export class Marks {
  #next = 1_000_000;
  constructor(
    readonly author: string,
    readonly date: string,
  ) {}

  /** How many there are. */
  get count(): number {
    return this.#next - 1_000_000;
  }

  element(name: string, children: readonly XmlNode[] = []): XmlElement {
    return element(name, { 'w:id': String(this.#next++), 'w:author': this.author, 'w:date': this.date }, children);
  }
}

/** What stands in a paragraph, as XML. A deleted token is one that was taken over already. */
export function contentOf(tokens: readonly (readonly [Status, Token])[], marks: Marks): XmlElement[] {
  const content: XmlElement[] = [];
  for (let at = 0; at < tokens.length;) {
    const [, { linkKey, link }] = certain(tokens[at]);
    let end = at + 1;
    while (end < tokens.length && certain(tokens[end])[1].linkKey === linkKey) end++;
    const inner = marked(tokens.slice(at, end), marks);
    append(content, link ? [{ ...link, children: inner }] : inner);
    at = end;
  }
  return content;
}

function marked(tokens: readonly (readonly [Status, Token])[], marks: Marks): XmlElement[] {
  const content: XmlElement[] = [];
  for (let at = 0; at < tokens.length;) {
    const [status, first] = certain(tokens[at]);
    let end = at + 1;
    const joins = ([other, { before }]: readonly [Status, Token]): boolean =>
      other === status && (status === 'deleted' || before.length === 0);
    while (end < tokens.length && joins(certain(tokens[end]))) end++;
    const inner = runs(
      tokens.slice(at, end).map(([, token]) => token),
      status === 'deleted',
    );
    if (status !== 'deleted') append(content, first.before);
    append(content, status === 'kept' ? inner : [marks.element(status === 'deleted' ? 'w:del' : 'w:ins', inner)]);
    at = end;
  }
  return content;
}

function runs(tokens: readonly Token[], deleted: boolean): XmlElement[] {
  const made: { properties: string; run: XmlElement; inner: XmlNode[] }[] = [];
  const content: XmlElement[] = [];
  for (const { content: each, properties, inRun } of tokens) {
    if (!inRun) {
      made.length = 0;
      content.push(deleted ? asDeleted(each as XmlElement) : (each as XmlElement));
      continue;
    }
    const said = properties ? written(properties) : '';
    let last = made.at(-1);
    if (last?.properties !== said) {
      const inner: XmlNode[] = properties ? [properties] : [];
      last = { properties: said, run: { name: 'w:r', attributes: new Map(), children: inner }, inner };
      made.push(last);
      content.push(last.run);
    }
    const text = last.inner.at(-1);
    if (typeof each !== 'string') last.inner.push(deleted ? asDeleted(each) : each);
    else if (text && typeof text !== 'string' && (text.name === 'w:t' || text.name === 'w:delText'))
      last.inner[last.inner.length - 1] = { ...text, children: [`${text.children.map(String).join('')}${each}`] };
    else last.inner.push(element(deleted ? 'w:delText' : 'w:t', { 'xml:space': 'preserve' }, [each]));
  }
  return content;
}

const deletedNames: Readonly<Record<string, string>> = { 'w:t': 'w:delText', 'w:instrText': 'w:delInstrText' };

/** Text that is deleted has an element of its own. */
function asDeleted(node: XmlElement): XmlElement {
  const name = deletedNames[node.name] ?? node.name;
  return { ...node, name, children: node.children.map(each => (typeof each === 'string' ? each : asDeleted(each))) };
}
