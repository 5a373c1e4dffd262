// One of the two documents that are compared: its parts, and what its elements say whatever numbers pandoc gave them.
import type { DocxParts } from '../handover/docx';
import { child, elements, parseXml, written, type XmlElement, type XmlNode } from './xml';

/** What a part refers to by a number of its own. */
interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** Attributes that hold such a number. */
export const relating: ReadonlySet<string> = new Set(['r:id', 'r:embed', 'r:link', 'r:pict']);
/**
 * Elements that are not compared, nor taken over from the old document: only marks of places, and what Word itself
 * guesses.
 */
export const unseen: ReadonlySet<string> = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:lastRenderedPageBreak',
]);

export class Side {
  readonly #roots = new Map<string, XmlElement>();
  readonly #relationships = new Map<string, ReadonlyMap<string, Relationship>>();
  readonly #numberings = new Map<string, string>();
  readonly #noteKeys = new Map<string, string>();
  #notes: ReadonlyMap<string, XmlElement> | undefined;

  /** @param media numbers images, the same bytes alike on both sides */
  constructor(
    readonly parts: DocxParts,
    readonly media: (bytes: string | Uint8Array) => number,
  ) {}

  root(name: string): XmlElement | undefined {
    const part = this.parts.get(name);
    if (typeof part !== 'string') return undefined;
    const known = this.#roots.get(name) ?? parseXml(part);
    this.#roots.set(name, known);
    return known;
  }

  relationships(part: string): ReadonlyMap<string, Relationship> {
    const known = this.#relationships.get(part);
    if (known) return known;
    const all = new Map(
      elements(this.root(relationshipsOf(part))).map(({ attributes }) => [
        attributes.get('Id') ?? '',
        {
          type: attributes.get('Type') ?? '',
          target: attributes.get('Target') ?? '',
          external: attributes.get('TargetMode') === 'External',
        },
      ]),
    );
    this.#relationships.set(part, all);
    return all;
  }

  /** The document's own footnotes by their numbers, not the lines that separate them. */
  notes(): ReadonlyMap<string, XmlElement> {
    return (this.#notes ??= new Map(
      elements(this.root(footnotes), 'w:footnote')
        .filter(({ attributes }) => !attributes.has('w:type'))
        .map(note => [note.attributes.get('w:id') ?? '', note]),
    ));
  }

  /** How a list is numbered: its definition, without the numbers that definitions have. */
  numbering(id: string): string {
    const known = this.#numberings.get(id);
    if (known !== undefined) return known;
    const root = this.root(numbering);
    const list = elements(root, 'w:num').find(({ attributes }) => attributes.get('w:numId') === id);
    const kind = child(list, 'w:abstractNumId')?.attributes.get('w:val');
    const definition = elements(root, 'w:abstractNum').find(
      ({ attributes }) => attributes.get('w:abstractNumId') === kind,
    );
    const said = [definition, list]
      .flatMap(each => elements(each))
      .filter(({ name }) => name !== 'w:nsid' && name !== 'w:abstractNumId')
      .map(written)
      .join('');
    this.#numberings.set(id, said);
    return said;
  }

  /** What an element says: equal for two that a reader could not tell apart. */
  key(node: XmlNode, part: string): string {
    if (typeof node === 'string') return node;
    const { name, attributes, children } = node;
    if (unseen.has(name)) return '';
    if (name === 'w:footnoteReference') return `<note>${this.#noteKey(attributes.get('w:id') ?? '')}</note>`;
    if (name === 'w:numId') return `<list>${this.numbering(attributes.get('w:val') ?? '')}</list>`;
    const picture = name === 'wp:docPr' || name === 'pic:cNvPr';
    const said = [...attributes]
      .filter(([each]) => !(picture && each === 'id') && !each.startsWith('w:rsid'))
      .map(([each, value]) => ` ${each}="${relating.has(each) ? this.#target(part, value) : value}"`)
      .join('');
    return `<${name}${said}>${children.map(each => this.key(each, part)).join('')}</${name}>`;
  }

  #noteKey(id: string): string {
    const known =
      this.#noteKeys.get(id) ??
      elements(this.notes().get(id))
        .map(each => this.key(each, footnotes))
        .join('');
    this.#noteKeys.set(id, known);
    return known;
  }

  #target(part: string, id: string): string {
    const relationship = this.relationships(part).get(id);
    if (!relationship) return id;
    const bytes = relationship.external ? undefined : this.parts.get(within(relationship.target));
    return bytes === undefined
      ? `${relationship.type} ${relationship.target}`
      : `${relationship.type} ${this.media(bytes)}`;
  }
}

export const footnotes = 'word/footnotes.xml';
export const numbering = 'word/numbering.xml';

/** The part that says what another refers to: both are in the folder word. */
export function relationshipsOf(part: string): string {
  return `word/_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;
}

/** The name of a part that one in the folder word refers to. */
export function within(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `word/${target}`;
}

/** Numbers bytes, the same ones alike. */
export function numbered(): (bytes: string | Uint8Array) => number {
  const seen: (string | Uint8Array)[] = [];
  const same = (one: string | Uint8Array, other: string | Uint8Array): boolean =>
    one === other ||
    (typeof one !== 'string' &&
      typeof other !== 'string' &&
      one.length === other.length &&
      one.every((byte, at) => byte === other[at]));
  return bytes => {
    const at = seen.findIndex(each => same(each, bytes));
    return at >= 0 ? at : seen.push(bytes) - 1;
  };
}
