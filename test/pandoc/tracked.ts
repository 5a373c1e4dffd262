// What Word makes of a document when all its tracked changes are accepted or rejected, and what such a document says.
// It is written after the Office Open XML standard (ECMA-376, part 1, 17.13.5), apart from the code that it judges.

/** An element; its attributes stand as they are written. */
export interface Tree {
  name: string;
  attributes: string;
  children: (Tree | string)[];
}
export type Parts = ReadonlyMap<string, string | Uint8Array>;

export function parse(xml: string): Tree {
  const stack: Tree[] = [{ name: '', attributes: '', children: [] }];
  for (const [, close, name = '', attributes = '', empty, text] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>|<[?!][^>]*>|([^<]+)/gu,
  )) {
    const top = stack.at(-1)!;
    if (text !== undefined) top.children.push(text);
    else if (close === '/') stack.pop();
    else if (name !== '') {
      const made: Tree = { name, attributes: attributes.trim(), children: [] };
      top.children.push(made);
      if (empty !== '/') stack.push(made);
    }
  }
  return stack[0]!.children.find((each): each is Tree => typeof each !== 'string')!;
}

export const kids = (tree: Tree | undefined, name?: string): Tree[] =>
  (tree?.children ?? []).filter(
    (each): each is Tree => typeof each !== 'string' && (name === undefined || each.name === name),
  );
export const value = (tree: Tree | undefined, name = 'w:val'): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(tree?.attributes ?? '')?.[1];

/** All changes accepted, or rejected. */
function settled(tree: Tree, accept: boolean): Tree {
  const settling = new Settling(accept);
  for (const each of tree.children) settling.add(each);
  return { ...tree, children: settling.done() };
}

const isNamed = (each: Tree | string, name: string): boolean => typeof each !== 'string' && each.name === name;

/** What stays of an element's children, one after the other. */
class Settling {
  readonly #gone: string;
  readonly #stays: string;
  readonly #children: (Tree | string)[] = [];
  /** A paragraph whose end is gone: what is in it stands in the next one. */
  #open: Tree | undefined;

  constructor(readonly accept: boolean) {
    [this.#gone, this.#stays] = accept ? ['w:del', 'w:ins'] : ['w:ins', 'w:del'];
  }

  add(each: Tree | string): void {
    if (typeof each === 'string') this.#children.push(each);
    else if (this.#isGone(each)) return;
    else if (each.name === this.#stays) this.#children.push(...settled(each, this.accept).children);
    else if (each.name === 'w:pPr') this.#children.push(this.#properties(each));
    else if (each.name === 'w:p') this.#paragraph(each);
    else this.#other(each);
  }

  done(): (Tree | string)[] {
    const open = this.#open;
    if (open && kids(open).some(child => child.name !== 'w:pPr' && !child.name.startsWith('w:bookmark')))
      this.#children.push(open);
    return this.#children;
  }

  /** What is deleted, or a row that is. */
  #isGone(each: Tree): boolean {
    return each.name === this.#gone || (each.name === 'w:tr' && kids(kids(each, 'w:trPr')[0], this.#gone).length > 0);
  }

  /** A paragraph's properties as they are, or as they were. */
  #properties(each: Tree): Tree {
    const [was] = kids(each, 'w:pPrChange');
    const own = each.children.filter(child => child !== was);
    const base = this.accept || !was ? own : [...kids(kids(was, 'w:pPr')[0]), ...kids(each, 'w:rPr')];
    return {
      ...each,
      children: base
        .map(child => (typeof child === 'string' ? child : settled(child, this.accept)))
        .filter(child => typeof child === 'string' || child.name !== 'w:rPr' || child.children.length > 0),
    };
  }

  #paragraph(each: Tree): void {
    const inner = settled(each, this.accept);
    if (this.#open)
      inner.children = [
        ...kids(inner, 'w:pPr'),
        ...this.#open.children.filter(child => !isNamed(child, 'w:pPr')),
        ...inner.children.filter(child => !isNamed(child, 'w:pPr')),
      ];
    const endIsGone = kids(kids(kids(each, 'w:pPr')[0], 'w:rPr')[0], this.#gone).length > 0;
    this.#open = endIsGone ? inner : undefined;
    if (!endIsGone) this.#children.push(inner);
  }

  #other(each: Tree): void {
    if (each.name === 'w:tbl' && this.#open) {
      if (kids(this.#open).some(child => child.name === 'w:r')) this.#children.push(this.#open);
      this.#open = undefined;
    }
    const inner = settled(each, this.accept);
    if (inner.name === 'w:tbl' && kids(inner, 'w:tr').length === 0) return;
    // A link around nothing is nowhere.
    if (inner.name === 'w:hyperlink' && kids(inner).length === 0) return;
    this.#children.push(inner.name === 'w:delText' ? { ...inner, name: 'w:t' } : inner);
  }
}

/**
 * What a document says, line by line: paragraphs with their properties and runs, cells, notes; all numbers of pandoc's
 * resolved.
 * @param shown the part: the text itself, or a header or footer
 */
export function said(parts: Parts, settle?: 'accepted' | 'rejected', shown = 'document.xml'): string[] {
  const root = (name: string): Tree | undefined => {
    const part = parts.get(name);
    if (typeof part !== 'string') return undefined;
    const tree = parse(part);
    return settle ? settled(tree, settle === 'accepted') : tree;
  };
  const numbering = root('word/numbering.xml');
  const lists = new Map<string, string>();
  const list = (id = ''): string => {
    const num = kids(numbering, 'w:num').find(each => value(each, 'w:numId') === id);
    const kind = value(kids(num, 'w:abstractNumId')[0]);
    const definition = kids(numbering, 'w:abstractNum').find(each => value(each, 'w:abstractNumId') === kind);
    const known =
      lists.get(id) ??
      `list ${lists.size} ${[definition, num]
        .flatMap(each => kids(each))
        .filter(({ name }) => name !== 'w:nsid' && name !== 'w:abstractNumId')
        .map(plain)
        .join('')}`;
    lists.set(id, known);
    return known;
  };
  const notes = new Map(kids(root('word/footnotes.xml'), 'w:footnote').map(each => [value(each, 'w:id'), each]));
  const relations = (part: string): Map<string | undefined, Tree> =>
    new Map(kids(root(`word/_rels/${part}.rels`)).map(each => [value(each, 'Id'), each]));
  const target = (part: string, id: string): string => {
    const to = value(relations(part).get(id), 'Target') ?? 'NOTHING';
    const bytes = parts.get(`word/${to}`);
    return typeof bytes === 'object' ? `bytes ${Buffer.from(bytes).toString('base64')}` : to;
  };
  const plain = (tree: Tree | string): string =>
    typeof tree === 'string' ? tree.trim() : `<${tree.name} ${tree.attributes}>${tree.children.map(plain).join('')}`;
  const blocks = (tree: Tree | undefined, part: string): string[] =>
    kids(tree).flatMap(each => {
      if (each.name === 'w:p') return [paragraph(each, part)];
      if (each.name === 'w:tbl')
        return [
          `TABLE ${kids(each)
            .filter(({ name }) => name !== 'w:tr')
            .map(plain)
            .join('')}`,
          ...kids(each, 'w:tr').flatMap(row => [
            'ROW',
            ...kids(row)
              .filter(({ name }) => name !== 'w:tc')
              .map(plain)
              .filter(text => text !== '<w:trPr >'),
            ...kids(row, 'w:tc').flatMap(cell => ['CELL', ...blocks(cell, part)]),
          ]),
          'END',
        ];
      return each.name.startsWith('w:bookmark') || each.name === 'w:tcPr' ? [] : [plain(each)];
    });
  const paragraph = (tree: Tree, part: string): string => {
    const properties = kids(kids(tree, 'w:pPr')[0])
      .map(each =>
        each.name === 'w:numPr'
          ? `${value(kids(each, 'w:ilvl')[0])} ${list(value(kids(each, 'w:numId')[0]))}`
          : plain(each),
      )
      .join('');
    const runs: [string, string][] = [];
    const walk = (parent: Tree, link: string): void => {
      for (const each of kids(parent)) {
        if (each.name === 'w:hyperlink') {
          const id = value(each, 'r:id');
          walk(each, id === undefined ? each.attributes : target(part, id));
        } else if (each.name === 'w:r') {
          const look = `${link}|${kids(each, 'w:rPr').map(plain).join('')}`;
          const text = each.children
            .map(inner => {
              if (typeof inner === 'string' || inner.name === 'w:rPr') return '';
              if (inner.name === 'w:t') return inner.children.join('');
              if (inner.name === 'w:footnoteReference')
                return `{${blocks(notes.get(value(inner, 'w:id')), 'footnotes.xml').join(' / ')}}`;
              return plain(inner)
                .replace(/r:embed="([^"]*)"/gu, (_all, id: string) => target(part, id))
                .replace(/(<(?:wp:docPr|pic:cNvPr) [^>]*?)\bid="\d+"/gu, '$1');
            })
            .join('');
          if (runs.at(-1)?.[0] === look) runs.at(-1)![1] += text;
          else if (text !== '') runs.push([look, text]);
        } else if (each.name.startsWith('m:')) runs.push(['', plain(each)]);
      }
    };
    walk(tree, '');
    return `${properties} :: ${runs.map(run => run.join(' ')).join(' + ')}`;
  };
  const text = root(`word/${shown}`);
  return blocks(shown === 'document.xml' ? kids(text, 'w:body')[0] : text, shown).filter(
    line => !line.startsWith('<w:sectPr'),
  );
}
