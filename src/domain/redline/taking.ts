// What a redline has of the old document: deleted elements with the images, links, lists and notes they refer to, under
// new numbers.
import type { DocxParts } from '../handover/docx';
import { numbering, relating, relationshipsOf, unseen, within, type Side } from './side';
import { child, element, elements, writtenPart, type XmlElement, type XmlNode } from './xml';
import { greatest } from '../longLists';

export class Taking {
  /** Notes of the old document that are taken over, by their new numbers. */
  readonly notes = new Map<string, XmlElement>();
  /** Lists of the old document that go on as one of the new, and the other way round. */
  readonly #lists = new Map<string, string>();
  readonly #listsBack = new Map<string, string>();
  readonly #numberings: XmlElement[] = [];
  readonly #relationships = new Map<string, Map<string, XmlElement>>();
  readonly #parts = new Map<string, string | Uint8Array>();
  #nextNote: number;
  #nextList: number;
  #nextKind: number;
  #nextPicture = 500_000;

  constructor(
    readonly old: Side,
    readonly made: Side,
  ) {
    const highest = (values: readonly (string | undefined)[]): number => Math.max(0, greatest(values.map(Number))) + 1;
    // pandoc refers to notes in notes without writing them: those numbers stay free, too.
    this.#nextNote = highest([...made.notes().keys()]) + 100_000;
    this.#nextList = highest(
      elements(made.root(numbering), 'w:num').map(({ attributes }) => attributes.get('w:numId')),
    );
    this.#nextKind = highest(
      elements(made.root(numbering), 'w:abstractNum').map(({ attributes }) => attributes.get('w:abstractNumId')),
    );
  }

  /**
   * Whether an old list goes on as a new one that is numbered alike: from the first time that this is asked, each as
   * one only.
   */
  sameList(old: string | undefined, made: string | undefined): boolean {
    if (old === undefined || made === undefined) return old === made;
    if (!this.#lists.has(old) && !this.#listsBack.has(made) && this.old.numbering(old) === this.made.numbering(made)) {
      this.#lists.set(old, made);
      this.#listsBack.set(made, old);
    }
    return this.#lists.get(old) === made && this.#listsBack.get(made) === old;
  }

  /** An element of the old document as it may stand in the new one. */
  taken(node: XmlNode, part: string): XmlNode {
    if (typeof node === 'string') return node;
    const attributes = new Map(node.attributes);
    for (const [name, value] of attributes) if (relating.has(name)) attributes.set(name, this.#related(value, part));
    if (node.name === 'w:footnoteReference') attributes.set('w:id', this.#note(attributes.get('w:id') ?? ''));
    if (node.name === 'w:numId') attributes.set('w:val', this.#list(attributes.get('w:val') ?? ''));
    if (node.name === 'wp:docPr' || node.name === 'pic:cNvPr') attributes.set('id', String(this.#nextPicture++));
    return {
      name: node.name,
      attributes,
      children: node.children
        .filter(each => typeof each === 'string' || !unseen.has(each.name))
        .map(each => this.taken(each, part)),
    };
  }

  #note(id: string): string {
    const note = this.old.notes().get(id);
    const number = String(this.#nextNote++);
    // Under its old number a mark without a note would get one of the new document.
    if (note) this.notes.set(number, note);
    return number;
  }

  #list(id: string): string {
    const known = this.#lists.get(id);
    if (known !== undefined) return known;
    const root = this.old.root(numbering);
    const list = elements(root, 'w:num').find(({ attributes }) => attributes.get('w:numId') === id);
    const kind = child(list, 'w:abstractNumId')?.attributes.get('w:val');
    const definition = elements(root, 'w:abstractNum').find(
      ({ attributes }) => attributes.get('w:abstractNumId') === kind,
    );
    if (!list || !definition) return id;
    const [number, kindNumber] = [String(this.#nextList++), String(this.#nextKind++)];
    this.#numberings.push(
      {
        ...definition,
        attributes: new Map([...definition.attributes, ['w:abstractNumId', kindNumber]]),
        children: elements(definition).filter(({ name }) => name !== 'w:nsid'),
      },
      {
        ...list,
        attributes: new Map([...list.attributes, ['w:numId', number]]),
        children: [element('w:abstractNumId', { 'w:val': kindNumber }), ...elements(list, 'w:lvlOverride')],
      },
    );
    this.#lists.set(id, number);
    return number;
  }

  #related(id: string, part: string): string {
    const relationship = this.old.relationships(part).get(id);
    if (!relationship) return id;
    const taken = this.#relationships.get(part) ?? new Map<string, XmlElement>();
    this.#relationships.set(part, taken);
    const number = `rIdOld${id}`;
    if (taken.has(number)) return number;
    let { target } = relationship;
    const bytes = relationship.external ? undefined : this.old.parts.get(within(target));
    if (bytes !== undefined) {
      target = `media/old-${target.slice(target.lastIndexOf('/') + 1)}`;
      this.#parts.set(within(target), bytes);
    }
    taken.set(
      number,
      element('Relationship', {
        Type: relationship.type,
        Id: number,
        Target: target,
        ...(relationship.external && { TargetMode: 'External' }),
      }),
    );
    return number;
  }

  /** The new document's parts with all that was taken over, styles of the old one alone included. */
  partsWith(parts: DocxParts): DocxParts {
    const all = new Map([...parts, ...this.#parts]);
    const extend = (name: string, change: (root: XmlElement) => XmlElement): void => {
      const root = this.made.root(name);
      if (root) all.set(name, writtenPart(change(root)));
    };
    const more = (root: XmlElement, added: readonly XmlElement[]): XmlElement => ({
      ...root,
      children: [...root.children, ...added],
    });
    for (const [part, taken] of this.#relationships)
      extend(relationshipsOf(part), root => more(root, [...taken.values()]));
    // Kinds of lists come before lists.
    if (this.#numberings.length > 0)
      extend(numbering, root => ({
        ...root,
        children: ['w:abstractNum', 'w:num'].flatMap(name => [
          ...elements(root, name),
          ...this.#numberings.filter(each => each.name === name),
        ]),
      }));
    extend('word/styles.xml', root => {
      const known = new Set(elements(root, 'w:style').map(({ attributes }) => attributes.get('w:styleId')));
      return more(
        root,
        elements(this.old.root('word/styles.xml'), 'w:style').filter(
          ({ attributes }) => !known.has(attributes.get('w:styleId')),
        ),
      );
    });
    if (this.#parts.size > 0)
      extend('[Content_Types].xml', root =>
        more(
          root,
          [...this.#parts.keys()].flatMap(name => {
            const as = name.replace('media/old-', 'media/');
            const type = elements(this.old.root('[Content_Types].xml'), 'Override')
              .find(({ attributes }) => attributes.get('PartName') === `/${as}`)
              ?.attributes.get('ContentType');
            return type === undefined ? [] : [element('Override', { PartName: `/${name}`, ContentType: type })];
          }),
        ),
      );
    return all;
  }
}
