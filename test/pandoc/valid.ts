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
  const found: string[] = [];
  const trees = new Map(
    [...parts]
      .filter((each): each is [string, string] => typeof each[1] === 'string' && /\.(?:xml|rels)$/u.test(each[0]))
      .map(([name, xml]) => [name, parse(xml)]),
  );
  const fault = (words: string): void => void found.push(words);
  const unique = (what: string, ids: readonly (string | undefined)[]): void => {
    if (new Set(ids).size !== ids.length || ids.includes(undefined)) fault(`${what}: a number twice, or none`);
  };
  const all = (tree: Tree | undefined, is: (tree: Tree) => boolean): Tree[] =>
    kids(tree).flatMap(each => [...(is(each) ? [each] : []), ...all(each, is)]);
  const named = (tree: Tree | undefined, ...names: string[]): Tree[] => all(tree, ({ name }) => names.includes(name));

  const texts = [...trees].filter(([name]) =>
    /^word\/(?:document|footnotes|header\d*|footer\d*|comments)\.xml$/u.test(name),
  );
  unique(
    'changes',
    texts.flatMap(([, tree]) => all(tree, ({ name }) => changes.has(name)).map(each => value(each, 'w:id'))),
  );
  unique(
    'images',
    texts.flatMap(([, tree]) => named(tree, 'wp:docPr').map(each => value(each, 'id'))),
  );
  const styles = new Set(named(trees.get('word/styles.xml'), 'w:style').map(each => value(each, 'w:styleId')));
  const numbering = trees.get('word/numbering.xml');
  const lists = kids(numbering, 'w:num').map(each => value(each, 'w:numId'));
  const kinds = kids(numbering, 'w:abstractNum').map(each => value(each, 'w:abstractNumId'));
  unique('lists', lists);
  unique('kinds of lists', kinds);
  if (kids(numbering, 'w:num').some(each => !kinds.includes(value(kids(each, 'w:abstractNumId')[0]))))
    fault('a list of no kind');
  const order = kids(numbering)
    .map(({ name }) => name)
    .filter(name => name === 'w:num' || name === 'w:abstractNum');
  if (order.lastIndexOf('w:abstractNum') > order.indexOf('w:num') && order.includes('w:num'))
    fault('a kind of list after a list');

  const notes = kids(trees.get('word/footnotes.xml'), 'w:footnote');
  const own = notes.filter(each => value(each, 'w:type') === undefined).map(each => value(each, 'w:id'));
  const referred = texts.flatMap(([, tree]) => named(tree, 'w:footnoteReference').map(each => value(each, 'w:id')));
  unique(
    'notes',
    notes.map(each => value(each, 'w:id')),
  );
  unique('references to notes', referred);
  for (const id of referred) if (!own.includes(id)) fault('a reference to no note');
  for (const id of own) if (!referred.includes(id)) fault('a note that nothing refers to');
  for (const [name, tree] of texts)
    if (name !== 'word/document.xml' && named(tree, 'w:footnoteReference').length > 0)
      fault(`${name}: a reference to a note`);

  for (const [name, tree] of texts) {
    within(tree, [], fault);
    const relations = new Map(
      kids(trees.get(name.replace('word/', 'word/_rels/').concat('.rels'))).map(each => [value(each, 'Id'), each]),
    );
    unique(
      `relations of ${name}`,
      kids(trees.get(name.replace('word/', 'word/_rels/').concat('.rels'))).map(each => value(each, 'Id')),
    );
    for (const each of all(tree, () => true)) {
      for (const [, attribute, id] of each.attributes.matchAll(/\b(r:(?:id|embed|link|pict))="([^"]*)"/gu))
        if (!relations.has(id)) fault(`${each.name} ${attribute}: to nothing`);
      if (/^w:[pr]Style$/u.test(each.name) && !styles.has(value(each))) fault(`no style ${value(each)}`);
      if (each.name === 'w:numId' && value(each) !== '0' && !lists.includes(value(each))) fault('no such list');
    }
    const marks = named(tree, 'w:bookmarkStart').map(each => value(each, 'w:id'));
    unique(`places in ${name}`, marks);
    const ends = named(tree, 'w:bookmarkEnd').map(each => value(each, 'w:id'));
    if (marks.length !== ends.length || ends.some(id => !marks.includes(id)))
      fault('a mark of a place that does not end');
  }

  const types = kids(trees.get('[Content_Types].xml'));
  const extensions = new Set(types.map(each => value(each, 'Extension')?.toLowerCase()));
  const overrides = types.map(each => value(each, 'PartName')).filter(name => name !== undefined);
  unique('content types', overrides);
  for (const name of parts.keys())
    if (
      name !== '[Content_Types].xml' &&
      !extensions.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) &&
      !overrides.includes(`/${name}`)
    )
      fault('a part of no type');
  for (const name of overrides) if (!parts.has(name.slice(1))) fault(`the type of no part: ${name}`);
  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue;
    for (const each of kids(tree)) {
      const target = value(each, 'Target') ?? '';
      if (
        value(each, 'TargetMode') !== 'External' &&
        !parts.has(target.startsWith('/') ? target.slice(1) : name.replace(/_rels\/[^/]*$/u, '') + target)
      )
        fault(`${name}: to no part`);
    }
  }
  return found;
}

/** What may not stand where it stands. */
function within(tree: Tree, above: readonly string[], fault: (words: string) => void): void {
  for (const each of kids(tree)) {
    const deleted = above.includes('w:del');
    if (each.name === 'w:delText' && !deleted) fault('deleted text that is not deleted');
    if (each.name === 'w:t' && deleted) fault('text in what is deleted');
    if (each.name === 'w:instrText' && deleted) fault('an instruction in what is deleted');
    if ((each.name === 'w:ins' || each.name === 'w:del') && above.some(name => name === 'w:ins' || name === 'w:del'))
      fault('a change in a change');
    if (each.name === 'w:p' && above.some(name => changes.has(name) || name === 'w:p'))
      fault('a paragraph in a change, or in a paragraph');
    if (changes.has(each.name)) {
      const [author, date] = [value(each, 'w:author'), value(each, 'w:date')];
      if (author === undefined || author.trim() === '') fault('a change of nobody');
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(date ?? '')) fault('a change at no time');
    }
    const names = kids(each).map(({ name }) => name);
    if (each.name === 'w:pPr') {
      const late = names.filter(name => ['w:rPr', 'w:sectPr', 'w:pPrChange'].includes(name));
      if (
        late.join() !== ['w:rPr', 'w:sectPr', 'w:pPrChange'].filter(name => late.includes(name)).join() ||
        (names.slice(-late.length).join() !== late.join() && late.length > 0)
      )
        fault('properties of a paragraph out of order');
      if (names.includes('w:pStyle') && names[0] !== 'w:pStyle') fault('a style that does not come first');
    }
    if (names.lastIndexOf('w:pPr') > 0 || (each.name === 'w:r' && names.lastIndexOf('w:rPr') > 0))
      fault('properties that do not come first');
    if (
      each.name === 'w:trPr' &&
      names.findIndex(name => name === 'w:ins' || name === 'w:del') >= 0 &&
      !/^w:(?:ins|del)$/u.test(names.at(-1)!)
    )
      fault('properties of a row out of order');
    if (each.name === 'w:tc' && names.at(-1) !== 'w:p') fault('a cell that does not end in a paragraph');
    if (each.name === 'w:footnote' && !names.includes('w:p')) fault('a note without a paragraph');
    within(each, [...above, each.name], fault);
  }
}
