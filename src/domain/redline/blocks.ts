// Paragraphs and tables of two versions of a text as one, with what was deleted and inserted marked.
import { paired, type Comparison } from './comparison';
import { differences } from '../differences';
import { contentOf, tokensOf, type Status, type Token } from './paragraph';
import { readably } from './shreds';
import { mergedTable, wholeTable } from './table';
import { child, element, elements, type XmlElement } from './xml';
import { certain } from '../certain';
import { append } from '../longLists';

/** The end of a paragraph, and its properties in each document that has it. */
interface End {
  status: Status;
  old?: XmlElement | undefined;
  made?: XmlElement | undefined;
  /** It is of one document only, and not marked so. */
  stays?: boolean;
  readonly before: readonly XmlElement[];
}
type Piece = { readonly token: readonly [Status, Token] } | { readonly end: End } | { readonly block: XmlElement };

/** The blocks of both, merged. */
export function mergedBlocks(
  old: readonly XmlElement[],
  made: readonly XmlElement[],
  comparison: Comparison,
): XmlElement[] {
  const visible = old.filter(block => !isPlaceMark(block));
  const pieces: Piece[] = [];
  // Marks of places stand between the new document's blocks: they are put in before the block that they stood before.
  const places = new Map<number, XmlElement[]>();
  const blocks: XmlElement[] = [];
  for (const each of made) {
    if (isPlaceMark(each)) places.set(blocks.length, [...(places.get(blocks.length) ?? []), each]);
    else blocks.push(each);
  }
  const marksAt = (place: number): Piece[] => (places.get(place) ?? []).map(block => ({ block }));
  for (const step of paired(visible, blocks, comparison)) {
    const before = step.old === undefined ? undefined : visible[step.old];
    const after = step.made === undefined ? undefined : blocks[step.made];
    if (step.made !== undefined) append(pieces, marksAt(step.made));
    if (before && after) append(pieces, merged(before, after, comparison));
    else if (before) append(pieces, whole(before, 'deleted', comparison));
    else if (after) append(pieces, whole(after, 'inserted', comparison));
  }
  append(pieces, marksAt(blocks.length));
  endAtLast(pieces);
  // Which lists go on is known before what was deleted is taken over.
  for (const piece of pieces)
    if ('end' in piece && piece.end.status === 'kept')
      comparison.taking.sameList(listOf(piece.end.old), listOf(piece.end.made));
  return asXml(pieces, comparison);
}

/** Blocks of one document only. @param last the last paragraph's end stays, since a text cannot be without one */
export function wholeBlocks(
  blocks: readonly XmlElement[],
  status: Status,
  comparison: Comparison,
  last = false,
): XmlElement[] {
  const pieces = blocks.flatMap(each => whole(each, status, comparison));
  const end = last ? pieces.findLast(piece => 'end' in piece) : undefined;
  if (end && 'end' in end) end.end.stays = true;
  return asXml(pieces, comparison);
}

function isPlaceMark({ name }: XmlElement): boolean {
  return name === 'w:bookmarkStart' || name === 'w:bookmarkEnd';
}

/** Two blocks that stand for each other as one. */
function merged(before: XmlElement, after: XmlElement, comparison: Comparison): Piece[] {
  if (after.name === 'w:p') return both(before, after, comparison);
  return [
    { block: after.name === 'w:tbl' ? mergedTable(before, after, comparison, mergedBlocks, wholeBlocks) : after },
  ];
}

function both(before: XmlElement, after: XmlElement, comparison: Comparison): Piece[] {
  const { old, made, part } = comparison;
  const was = tokensOf(before, old, part).tokens;
  const is = tokensOf(after, made, part);
  return [
    ...readably(
      differences(
        was.map(({ key }) => key),
        is.tokens.map(({ key }) => key),
      ),
      was,
      is.tokens,
    ).map(step => ({
      token:
        step.made === undefined
          ? deleted(certain(was[certain(step.old)]), comparison)
          : ([step.old === undefined ? 'inserted' : 'kept', certain(is.tokens[step.made])] as const),
    })),
    {
      end: { status: 'kept', old: child(before, 'w:pPr'), made: child(after, 'w:pPr'), before: is.after } satisfies End,
    },
  ].map(piece => told(piece, comparison));
}

function whole(block: XmlElement, status: Status, comparison: Comparison): Piece[] {
  if (block.name === 'w:tbl') return [{ block: wholeTable(block, status, comparison, wholeBlocks) }];
  if (block.name !== 'w:p') return status === 'deleted' ? [] : [{ block }];
  const { tokens, after } = tokensOf(block, status === 'deleted' ? comparison.old : comparison.made, comparison.part);
  return [
    ...tokens.map(token => ({ token: status === 'deleted' ? deleted(token, comparison) : ([status, token] as const) })),
    {
      end: {
        status,
        [status === 'deleted' ? 'old' : 'made']: child(block, 'w:pPr'),
        before: status === 'deleted' ? [] : after,
      },
    },
  ].map(piece => told(piece, comparison));
}

function deleted(token: Token, { taking, part }: Comparison): readonly [Status, Token] {
  const take = <T extends XmlElement | string | undefined>(node: T): T =>
    node === undefined ? node : (taking.taken(node, part) as T);
  return [
    'deleted',
    { ...token, content: take(token.content), properties: take(token.properties), link: take(token.link) },
  ];
}

function told(piece: Piece, { noted }: Comparison): Piece {
  if (
    'token' in piece &&
    piece.token[0] === 'inserted' &&
    typeof piece.token[1].content !== 'string' &&
    piece.token[1].content.name === 'w:footnoteReference'
  ) {
    noted(piece.token[1].content.attributes.get('w:id') ?? '');
  }
  return piece;
}

function listOf(properties: XmlElement | undefined): string | undefined {
  return child(child(properties, 'w:numPr'), 'w:numId')?.attributes.get('w:val');
}

/**
 * A text's last paragraph can be neither inserted nor deleted: Word would leave an empty one. What was inserted or
 * deleted is the end before it instead, and the last one has its properties, or had them.
 */
function endAtLast(pieces: Piece[]): void {
  const ends = [...pieces.entries()].filter(
    ([, piece]) => !('token' in piece) && !('block' in piece && piece.block.name.startsWith('w:bookmark')),
  );
  const [, last] = ends.at(-1) ?? [];
  if (!last || !('end' in last) || last.end.status === 'kept') return;
  const { status } = last.end;
  for (let at = ends.length - 2; at >= 0; at--) {
    const [index, piece] = certain(ends[at]);
    if (!('end' in piece)) return;
    const { end } = piece;
    if (end.status === status) continue;
    if (status === 'inserted') last.end.old = end.old;
    else last.end.made = end.made;
    last.end.status = 'kept';
    if (end.status === 'kept') end.status = status;
    else pieces.splice(index, 1);
    return;
  }
}

function asXml(pieces: readonly Piece[], comparison: Comparison): XmlElement[] {
  const blocks: XmlElement[] = [];
  let tokens: (readonly [Status, Token])[] = [];
  for (const piece of pieces) {
    if ('token' in piece) tokens.push(piece.token);
    else if ('block' in piece) blocks.push(piece.block);
    else {
      blocks.push(
        element('w:p', {}, [
          ...propertiesOf(piece.end, comparison),
          ...contentOf(tokens, comparison.marks),
          ...piece.end.before,
        ]),
      );
      tokens = [];
    }
  }
  return blocks;
}

/**
 * In the order that Word has them in: the mark's own properties, with what became of it, and what they were come last.
 */
function propertiesOf(
  { status, old, made, stays }: End,
  { marks, taking, part, old: before, made: after }: Comparison,
): XmlElement[] {
  const was = old && (taking.taken(old, part) as XmlElement);
  const own = status === 'deleted' ? was : made;
  const base = (all: XmlElement | undefined): XmlElement[] =>
    elements(all).filter(({ name }) => name !== 'w:rPr' && name !== 'w:sectPr');
  const end = status === 'kept' || stays ? [] : [marks.element(status === 'deleted' ? 'w:del' : 'w:ins')];
  const ofEnd = [...end, ...elements(child(own, 'w:rPr'))];
  const same =
    status !== 'kept' ||
    ((old ? before.key(old, part) : '') === (made ? after.key(made, part) : '') &&
      taking.sameList(listOf(old), listOf(made)));
  const children = [
    ...base(own),
    ...(ofEnd.length > 0 ? [element('w:rPr', {}, ofEnd)] : []),
    ...elements(own, 'w:sectPr'),
    ...(same ? [] : [marks.element('w:pPrChange', [element('w:pPr', {}, base(was))])]),
  ];
  return children.length > 0 ? [element('w:pPr', {}, children)] : [];
}
