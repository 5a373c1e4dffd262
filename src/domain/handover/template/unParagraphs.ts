// Which paragraphs of a draft are a resolution's preambular and operative ones, told by how resolutions are written;
// each gets its named style.
import type { Language } from '../../corpus/types';
import { contents, isNode, words, type Json, type Node, type PandocDocument } from '../pandocJson';
import { unNames } from './unStyles';

/**
 * Gives the paragraphs of a resolution their styles in Word.
 *
 * - preambular: opens with a few words in italics or underlined, and ends with a comma (`*Recalling* its resolution
 *   73/195,`)
 * - the name of the body that adopts: a paragraph before one of those, all in italics or capitals, that ends with a
 *   comma (`*The General Conference,*`)
 * - operative: in a numbered list whose first item opens in italics or underlined (`1. *Calls upon* Member States
 *   to:`), or that follows the preamble; and a paragraph after the preamble that opens so and ends with a full stop.
 * Their lists of letters and below are subparagraphs, and `a.` and `i.` among them (a) and (i), in French and Spanish
 * a) and i): UN Editorial Manual Online, paragraphs and subparagraphs. What is in parentheses already stays as it is,
 * and so do `a.` and `i.` on the third and fourth level, where the manual has them.
 *
 * A draft that has none of these stays as it is, and so do paragraphs in quotations and tables. (How resolutions are
 * written: UN Editorial Manual, resolutions.)
 */
export function withResolutionStyles(document: PandocDocument, language: Language): PandocDocument {
  const { blocks } = document;
  let preamble = false;
  const styled = blocks.map((block, at) => {
    if (isPreambular(block)) {
      preamble = true;
      return inStyle(unNames.preambular, block);
    }
    const next = blocks[at + 1];
    if (next !== undefined && isPreambular(next) && isBody(block)) return inStyle(unNames.body, block);
    if (isOperativeList(block, preamble)) return operativeList(block, language);
    if (preamble && opensMarked(block) && said(block).endsWith('.')) return inStyle(unNames.operative, block);
    return block;
  });
  return { ...document, blocks: styled };
}

function isParagraph(block: Json): block is Json & Node {
  return isNode(block) && (block.t === 'Para' || block.t === 'Plain');
}

/** What a paragraph says, without its notes. */
function said(block: Json): string {
  return words(
    contents(block).filter(inline => !isNode(inline) || (inline.t !== 'Note' && inline.t !== 'Superscript')),
  ).trim();
}

/** Whether a paragraph opens with a few words in italics or underlined, and goes on. */
function opensMarked(block: Json): boolean {
  if (!isParagraph(block)) return false;
  const [first, ...rest] = contents(block);
  if (first === undefined || !isNode(first) || (first.t !== 'Emph' && first.t !== 'Underline')) return false;
  const opening = words(first).trim();
  return opening !== '' && opening.split(' ').length <= 6 && words(rest).trim() !== '';
}

function isPreambular(block: Json): boolean {
  return opensMarked(block) && said(block).endsWith(',');
}

function isBody(block: Json): boolean {
  if (!isParagraph(block)) return false;
  const text = said(block);
  if (!text.endsWith(',') || text.length > 200) return false;
  const [first, second] = contents(block);
  const marked =
    first !== undefined &&
    isNode(first) &&
    (first.t === 'Emph' || first.t === 'Underline') &&
    (second === undefined || words(second) === ',');
  return marked || (text === text.toUpperCase() && /\p{Lu}/u.test(text));
}

/** The items of a numbered list, each a list of blocks. */
function itemsOf(block: Json): readonly (readonly Json[])[] {
  if (!isNode(block) || block.t !== 'OrderedList') return [];
  return (contents(block)[1] ?? []) as readonly (readonly Json[])[];
}

function isOperativeList(block: Json, preamble: boolean): boolean {
  const [first] = itemsOf(block);
  if (first === undefined) return false;
  const [attributes] = contents(block);
  const style = Array.isArray(attributes) ? (attributes as readonly Json[])[1] : undefined;
  if (style === undefined || !isNode(style) || (style.t !== 'Decimal' && style.t !== 'DefaultStyle')) return false;
  return preamble || (first[0] !== undefined && opensMarked(first[0]));
}

/** A list with the style of its level on each paragraph. */
function operativeList(block: Json, language: Language, level = 0): Json {
  const style = level === 0 ? unNames.operative : unNames.below[level - 1];
  const [attributes = null] = contents(block);
  if (style === undefined || itemsOf(block).length === 0) return block;
  const items = itemsOf(block).map(item =>
    item.map(inner => (isParagraph(inner) ? inStyle(style, inner) : operativeList(inner, language, level + 1))),
  );
  return { t: 'OrderedList', c: [level === 0 ? attributes : levelMark(attributes, level, language), items] };
}

/** How a list below an operative paragraph is marked: `a.` as (a), and `i.` below it as (i). */
function levelMark(attributes: Json, level: number, language: Language): Json {
  if (!Array.isArray(attributes)) return attributes;
  const [start = 1, style = null, mark = null] = attributes as readonly Json[];
  const isOfLevel = style !== null && isNode(style) && style.t === (level === 1 ? 'LowerAlpha' : 'LowerRoman');
  if (!isOfLevel || mark === null || !isNode(mark) || mark.t !== 'Period') return attributes;
  return [start, style, { t: language === 'en' ? 'TwoParens' : 'OneParen' }];
}

/** As pandoc takes the name of a style. */
function inStyle(style: string, block: Json): Json {
  return { t: 'Div', c: [['', [], [['custom-style', style]]], [{ t: 'Para', c: contents(block) }]] };
}

/** A document whose date is in the header, and so not below its title as well. */
export function withDateInHeader({ meta, ...document }: PandocDocument): PandocDocument {
  const { date: _inHeader, ...rest } = meta;
  return { ...document, meta: rest };
}
