// The labels of footnotes of ours, which say what a note cites.
import { entryIdOf, idAt, idPatterns } from '../corpus/ids';

/** A footnote label of ours: the ids of what its note cites, and which of the notes on that it is. */
interface Label {
  /** Findings, passages and whole documents, in the order of the label. */
  readonly ids: readonly string[];
  /** From 1: `idm2022-1-d2c4` is the first, `idm2022-1-d2c4-2` the second. */
  readonly mention: number;
}

/** Where a label's documents are looked up: a library is one. */
interface Documents {
  corpus(id: string): unknown;
}

/** Readers of Markdown give up on longer labels. */
export const longestLabel = 200;

const { conclusion, passage, sentence } = idPatterns;
const onePlace = new RegExp(`^(?:${conclusion}(?:${sentence})?|${passage})$`, 'u');
/** The day once for conclusions in a row. */
const severalPlaces = /^(?:d\d{1,6}(?:c\d{1,6})+|b\d{1,6})+$/u;
const corpusId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const mentionEnd = /-([1-9]\d{0,5})$/u;

/**
 * The label of the nth note that cites these findings, passages and whole documents:
 * `idm2022-1-d1c2c3d2c4` names the second and third conclusions of day 1 and the fourth of day 2,
 * `idm2022-1` the document as a whole; another document goes after a plus sign.
 */
export function labelOf(ids: string | readonly string[], mention = 1): string {
  let label = '';
  let corpus = '';
  let day = '';
  for (const id of typeof ids === 'string' ? [ids] : ids) {
    const [of, place] = placeIn(id);
    const own = /^d\d+/u.exec(place)?.[0] ?? '';
    if (of !== corpus || place === '') label += `${label === '' ? '' : '+'}${id}`;
    else label += own !== '' && own === day ? place.slice(own.length) : place;
    corpus = place === '' ? '' : of;
    day = own;
  }
  return mention > 1 ? `${label}-${mention}` : label;
}

/** A document's id and the place in it that an id names; no place where it names the document as a whole. */
function placeIn(id: string): readonly [corpus: string, place: string] {
  const cut = id.lastIndexOf('-');
  return cut > 0 && onePlace.test(id.slice(cut + 1)) ? [id.slice(0, cut), id.slice(cut + 1)] : [id, ''];
}

/** What a label of ours names, or undefined for anyone else's label. A sentence counts as its finding. */
export function readLabel(label: string, documents: Documents): Label | undefined {
  if (label.length > longestLabel) return undefined;
  const cut = label.lastIndexOf('+');
  const last = label.slice(cut + 1);
  // The number at the end may belong to the document's id.
  const whole = idsIn(last, documents);
  const ending = whole ?? idsIn(last.replace(mentionEnd, ''), documents);
  if (!ending) return undefined;
  const mention = whole ? 1 : Number(mentionEnd.exec(last)?.[1] ?? 1);
  if (cut < 0) return { ids: ending, mention };
  const before = label.slice(0, cut).split('+');
  const ids = before.map(part => idsIn(part, documents));
  return ids.includes(undefined) ? undefined : { ids: [...ids.flatMap(part => part ?? []), ...ending], mention };
}

/** The ids in the part of a label that names one document. */
function idsIn(part: string, documents: Documents): string[] | undefined {
  if (documents.corpus(part) !== undefined) return [part];
  const cut = part.lastIndexOf('-');
  const corpus = part.slice(0, cut);
  const places = part.slice(cut + 1);
  if (cut < 1 || !corpusId.test(corpus)) return undefined;
  if (onePlace.test(places)) return [idAt(corpus, entryIdOf(places))];
  if (!severalPlaces.test(places)) return undefined;
  let day = '';
  return (places.match(/[dcb]\d+/gu) ?? []).flatMap(token => {
    if (token.startsWith('d')) {
      day = token;
      return [];
    }
    return [idAt(corpus, token.startsWith('c') ? day + token : token)];
  });
}
