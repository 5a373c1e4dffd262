// What Word would take a document for damaged for: judged after the Office Open XML standard (ECMA-376, parts 1 and 2),
// apart from the code that makes documents.
import { kids, parse, value, type Parts, type Tree } from './tracked';

/** Elements that say who changed what, and when. */
const changes: ReadonlySet<string> = new Set([
  'w:ins',
  'w:del',
  'w:pPrChange',
  'w:rPrChange',
  'w:moveFrom',
  'w:moveTo',
]);

/**
 * Everything that is wrong with a document, one line for each thing; numbers, which pandoc gives anew each time, are
 * left out.
 */
export function faults(parts: Parts): string[] {
  const examined = new Examined(parts);
  examined.lists();
  examined.notes();
  for (const [name, tree] of examined.texts) {
    within(tree, [], words => void examined.found.push(words));
    examined.references(name, tree);
    examined.places(name, tree);
  }
  examined.types();
  examined.relations();
  return examined.found;
}

const all = (tree: Tree | undefined, is: (tree: Tree) => boolean): Tree[] =>
  kids(tree).flatMap(each => [...(is(each) ? [each] : []), ...all(each, is)]);
const named = (tree: Tree | undefined, ...names: string[]): Tree[] => all(tree, ({ name }) => names.includes(name));

/** A document that is looked through, and what is wrong with it. */
class Examined {
  readonly found: string[] = [];
  readonly #trees: ReadonlyMap<string, Tree>;
  /** The parts with text. */
  readonly texts: readonly (readonly [name: string, tree: Tree])[];
  #lists: readonly (string | undefined)[] = [];

  constructor(readonly parts: Parts) {
    this.#trees = new Map(
      [...parts]
        .filter((each): each is [string, string] => typeof each[1] === 'string' && /\.(?:xml|rels)$/u.test(each[0]))
        .map(([name, xml]) => [name, parse(xml)]),
    );
    this.texts = [...this.#trees].filter(([name]) =>
      /^word\/(?:document|footnotes|header\d*|footer\d*|comments)\.xml$/u.test(name),
    );
    this.#unique(
      'changes',
      this.texts.flatMap(([, tree]) => all(tree, ({ name }) => changes.has(name)).map(each => value(each, 'w:id'))),
    );
    this.#unique(
      'images',
      this.texts.flatMap(([, tree]) => named(tree, 'wp:docPr').map(each => value(each, 'id'))),
    );
  }

  /** Lists are each of one kind, which stands before them. */
  lists(): void {
    const numbering = this.#trees.get('word/numbering.xml');
    this.#lists = kids(numbering, 'w:num').map(each => value(each, 'w:numId'));
    const kinds = kids(numbering, 'w:abstractNum').map(each => value(each, 'w:abstractNumId'));
    this.#unique('lists', this.#lists);
    this.#unique('kinds of lists', kinds);
    if (kids(numbering, 'w:num').some(each => !kinds.includes(value(kids(each, 'w:abstractNumId')[0]))))
      this.#fault('a list of no kind');
    const order = kids(numbering)
      .map(({ name }) => name)
      .filter(name => name === 'w:num' || name === 'w:abstractNum');
    if (order.lastIndexOf('w:abstractNum') > order.indexOf('w:num') && order.includes('w:num'))
      this.#fault('a kind of list after a list');
  }

  /** Each note is referred to once, from the text itself. */
  notes(): void {
    const notes = kids(this.#trees.get('word/footnotes.xml'), 'w:footnote');
    const own = notes.filter(each => value(each, 'w:type') === undefined).map(each => value(each, 'w:id'));
    const referred = this.texts.flatMap(([, tree]) =>
      named(tree, 'w:footnoteReference').map(each => value(each, 'w:id')),
    );
    this.#unique(
      'notes',
      notes.map(each => value(each, 'w:id')),
    );
    this.#unique('references to notes', referred);
    for (const id of referred) if (!own.includes(id)) this.#fault('a reference to no note');
    for (const id of own) if (!referred.includes(id)) this.#fault('a note that nothing refers to');
    for (const [name, tree] of this.texts)
      if (name !== 'word/document.xml' && named(tree, 'w:footnoteReference').length > 0)
        this.#fault(`${name}: a reference to a note`);
  }

  /** The relations, styles and lists that a text names are there. */
  references(name: string, text: Tree): void {
    const relations = kids(this.#trees.get(name.replace('word/', 'word/_rels/').concat('.rels'))).map(each =>
      value(each, 'Id'),
    );
    this.#unique(`relations of ${name}`, relations);
    const styles = new Set(named(this.#trees.get('word/styles.xml'), 'w:style').map(each => value(each, 'w:styleId')));
    for (const each of all(text, () => true)) {
      for (const [, attribute, id] of each.attributes.matchAll(/\b(r:(?:id|embed|link|pict))="([^"]*)"/gu))
        if (!relations.includes(id)) this.#fault(`${each.name} ${attribute}: to nothing`);
      if (/^w:[pr]Style$/u.test(each.name) && !styles.has(value(each))) this.#fault(`no style ${value(each)}`);
      if (each.name === 'w:numId' && value(each) !== '0' && !this.#lists.includes(value(each)))
        this.#fault('no such list');
    }
  }

  /** Places that are marked end. */
  places(name: string, text: Tree): void {
    const marks = named(text, 'w:bookmarkStart').map(each => value(each, 'w:id'));
    this.#unique(`places in ${name}`, marks);
    const ends = named(text, 'w:bookmarkEnd').map(each => value(each, 'w:id'));
    if (marks.length !== ends.length || ends.some(id => !marks.includes(id)))
      this.#fault('a mark of a place that does not end');
  }

  /** Every part has a type, and every type a part. */
  types(): void {
    const types = kids(this.#trees.get('[Content_Types].xml'));
    const extensions = new Set(types.map(each => value(each, 'Extension')?.toLowerCase()));
    const overrides = types.map(each => value(each, 'PartName')).filter(name => name !== undefined);
    this.#unique('content types', overrides);
    for (const name of this.parts.keys())
      if (
        name !== '[Content_Types].xml' &&
        !extensions.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) &&
        !overrides.includes(`/${name}`)
      )
        this.#fault('a part of no type');
    for (const name of overrides) if (!this.parts.has(name.slice(1))) this.#fault(`the type of no part: ${name}`);
  }

  /** Relations within the document lead to a part. */
  relations(): void {
    for (const [name, tree] of this.#trees) {
      if (!name.endsWith('.rels')) continue;
      for (const each of kids(tree)) {
        const target = value(each, 'Target') ?? '';
        const part = target.startsWith('/') ? target.slice(1) : name.replace(/_rels\/[^/]*$/u, '') + target;
        if (value(each, 'TargetMode') !== 'External' && !this.parts.has(part)) this.#fault(`${name}: to no part`);
      }
    }
  }

  #fault(words: string): void {
    this.found.push(words);
  }

  #unique(what: string, ids: readonly (string | undefined)[]): void {
    if (new Set(ids).size !== ids.length || ids.includes(undefined)) this.#fault(`${what}: a number twice, or none`);
  }
}

/** An element where it stands: under which others, and with which in it. */
interface Placed {
  readonly tree: Tree;
  readonly name: string;
  readonly above: readonly string[];
  readonly names: readonly string[];
}

const isChange = (name: string | undefined): boolean => name === 'w:ins' || name === 'w:del';
const lastProperties = ['w:rPr', 'w:sectPr', 'w:pPrChange'];

/** Whether what stands last in a paragraph's properties stands there, and in its order. */
function isOrdered(names: readonly string[]): boolean {
  const late = names.filter(name => lastProperties.includes(name));
  return (
    late.join() === lastProperties.filter(name => late.includes(name)).join() &&
    (late.length === 0 || names.slice(-late.length).join() === late.join())
  );
}

/** What may not stand where it stands. */
const misplaced: readonly (readonly [words: string, is: (placed: Placed) => boolean])[] = [
  ['deleted text that is not deleted', ({ name, above }) => name === 'w:delText' && !above.includes('w:del')],
  ['text in what is deleted', ({ name, above }) => name === 'w:t' && above.includes('w:del')],
  ['an instruction in what is deleted', ({ name, above }) => name === 'w:instrText' && above.includes('w:del')],
  ['a change in a change', ({ name, above }) => isChange(name) && above.some(isChange)],
  [
    'a paragraph in a change, or in a paragraph',
    ({ name, above }) => name === 'w:p' && above.some(each => changes.has(each) || each === 'w:p'),
  ],
  ['a change of nobody', ({ name, tree }) => changes.has(name) && (value(tree, 'w:author') ?? '').trim() === ''],
  [
    'a change at no time',
    ({ name, tree }) => changes.has(name) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(value(tree, 'w:date') ?? ''),
  ],
  ['properties of a paragraph out of order', ({ name, names }) => name === 'w:pPr' && !isOrdered(names)],
  [
    'a style that does not come first',
    ({ name, names }) => name === 'w:pPr' && names.includes('w:pStyle') && names[0] !== 'w:pStyle',
  ],
  [
    'properties that do not come first',
    ({ name, names }) => names.lastIndexOf('w:pPr') > 0 || (name === 'w:r' && names.lastIndexOf('w:rPr') > 0),
  ],
  [
    'properties of a row out of order',
    ({ name, names }) => name === 'w:trPr' && names.some(isChange) && !isChange(names.at(-1)),
  ],
  ['a cell that does not end in a paragraph', ({ name, names }) => name === 'w:tc' && names.at(-1) !== 'w:p'],
  ['a note without a paragraph', ({ name, names }) => name === 'w:footnote' && !names.includes('w:p')],
];

function within(tree: Tree, above: readonly string[], fault: (words: string) => void): void {
  for (const each of kids(tree)) {
    const placed = { tree: each, name: each.name, above, names: kids(each).map(({ name }) => name) };
    for (const [words, is] of misplaced) if (is(placed)) fault(words);
    within(each, [...above, each.name], fault);
  }
}
