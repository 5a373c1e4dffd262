// One list of sources in a Word document: our entries, and those that pandoc writes of other people's works.
import type { Language } from '../corpus/types';
import { listHeading } from './listPlace';
import { listOpens } from './listMarks';
import { contents, hasNode, isNode, readDocument, words, type Json, type PandocDocument } from './pandocJson';
import { append } from '../longLists';

/** What a list is made with. */
export interface ListOptions {
  readonly language: Language;
  /** Whether the draft names a style of its own for pandoc (`csl`): then its entries are all in that style. */
  readonly ownStyle: boolean;
  /** The keys of our documents. */
  readonly keys: readonly string[];
}

/**
 * A document with a place for the entries that pandoc writes: after our list where there is one, so that they come
 * together, else where the draft has a place (`#refs`), else at its end, under a heading in the draft's language,
 * unless the draft ends with one.
 */
export function withPlaceForEntries(
  document: PandocDocument,
  { language }: Pick<ListOptions, 'language'>,
): PandocDocument {
  const { meta, blocks } = document;
  if (!hasNode(blocks, node => node.t === 'Cite')) return document;
  const there = hasNode(blocks, isPlace);
  let ours = false;
  const placed = inBlocks(blocks, list =>
    list.flatMap((block, at) => {
      if (!isOurList(list, at)) return [block];
      ours = true;
      return there ? [block] : [block, div([])];
    }),
  );
  if (ours) {
    const { 'reference-section-title': _title, ...rest } = meta;
    return { ...document, meta: rest, blocks: placed };
  }
  const last = blocks.at(-1) ?? null;
  if (there || meta['reference-section-title'] !== undefined || (isNode(last) && last.t === 'Header')) return document;
  return { ...document, meta: { ...meta, 'reference-section-title': { t: 'MetaString', c: listHeading(language) } } };
}

/**
 * A document after pandoc wrote its entries: our list and the entries beside it are one list, in the order of its
 * words, in the place of ours. Where the draft names a style of its own, pandoc's list stands for ours, if it has other
 * works too.
 * @throws when the text is no pandoc document
 */
export function withOneList(json: string, { language, ownStyle, keys }: ListOptions): string {
  const document = readDocument(json);
  let whole = false;
  const theirs: Json[] = [];
  inBlocks(document.blocks, list => {
    list.forEach((block, at) => {
      if (isOurList(list, at)) whole = true;
      if (isNode(block) && isPlace(block)) append(theirs, entriesOf(block));
    });
    return list;
  });
  if (!whole) return json;
  const others = theirs.filter(entry => !keys.some(key => identifierOf(entry) === `ref-${key}`));
  const blocks = inBlocks(document.blocks, list =>
    list.flatMap((block, at): readonly Json[] => {
      if (isNode(block) && isPlace(block)) return [];
      if (!isOurList(list, at)) return [block];
      if (ownStyle && others.length > 0) return [div(theirs)];
      const ours = contents(block).map((item): Json => ({
        t: 'Div',
        c: [['', ['csl-entry'], []], (item as readonly Json[]).map(asParagraph)],
      }));
      return [
        div(
          [...ours, ...others]
            .map(entry => ({ entry, said: words(contents(entry)[1] ?? null) }))
            .sort((one, other) => one.said.localeCompare(other.said, language))
            .map(({ entry }) => entry),
        ),
      ];
    }),
  );
  return JSON.stringify({ ...document, blocks });
}

/** The keys of CSL-JSON. */
export function idsOf(sources: string): string[] {
  return (JSON.parse(sources) as readonly { readonly id: string }[]).map(({ id }) => id);
}

/** Whether a bullet list comes after the comment that opens a list of ours. */
function isOurList(blocks: readonly Json[], at: number): boolean {
  const [before = null, block = null] = [blocks[at - 1], blocks[at]];
  return (
    isNode(block) &&
    block.t === 'BulletList' &&
    isNode(before) &&
    before.t === 'RawBlock' &&
    String(contents(before)[1]).trim() === listOpens
  );
}

/** The place for references that pandoc knows. */
function isPlace(node: { readonly t: string; readonly c?: Json }): boolean {
  return node.t === 'Div' && identifierOf(node as Json) === 'refs';
}

function identifierOf(block: Json): string {
  const [attributes = null] = contents(block);
  return Array.isArray(attributes) ? String((attributes as readonly Json[])[0]) : '';
}

function entriesOf(place: Json): readonly Json[] {
  const inside = contents(place)[1];
  return Array.isArray(inside) ? (inside as readonly Json[]) : [];
}

function div(entries: readonly Json[]): Json {
  return { t: 'Div', c: [['refs', ['references', 'csl-bib-body', 'hanging-indent'], []], entries] };
}

/** An item's words as a paragraph, without the comment that may end them. */
function asParagraph(block: Json): Json {
  if (!isNode(block) || (block.t !== 'Plain' && block.t !== 'Para')) return block;
  const inlines = [...contents(block)];
  const ends = (inline: Json | undefined): boolean =>
    inline !== undefined && isNode(inline) && ['RawInline', 'SoftBreak', 'Space'].includes(inline.t);
  while (ends(inlines.at(-1))) inlines.pop();
  return { t: 'Para', c: inlines };
}

/**
 * Each list of blocks changed, the innermost first: a document's own, and those in quotations, items, divisions and
 * notes.
 */
function inBlocks(blocks: readonly Json[], change: (blocks: readonly Json[]) => readonly Json[]): readonly Json[] {
  const within = (value: Json): Json => {
    if (Array.isArray(value)) {
      const inner = (value as readonly Json[]).map(within);
      return inner.some(item => isNode(item) && (item.t === 'BulletList' || item.t === 'Div')) ? change(inner) : inner;
    }
    return isNode(value) && value.c !== undefined ? { t: value.t, c: within(value.c) } : value;
  };
  return within(blocks) as readonly Json[];
}
