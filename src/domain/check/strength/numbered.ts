/** Names with a number: of which conference, year or goal a draft speaks, "COP26" for "COP27". */
import { certain } from '../../certain';
import type { Changed } from './changed';
import type { Read } from './words';

/** "cop27", "sdg-8". */
const numberedName = /^(\p{L}{2,8}-?)(\d{1,3})$/u;
const year = /^(?:19|20)\d\d$/;

/** A name of one word with its number, or a year right behind the word that it belongs to. */
function nameAt(
  { lower, stems, parted }: Read,
  at: number,
): { readonly name: string; readonly number: string } | undefined {
  const word = certain(lower[at]);
  const numbered = numberedName.exec(word);
  if (numbered) return { name: certain(numbered[1]), number: certain(numbered[2]) };
  const before = stems[at - 1];
  return year.test(word) && before !== undefined && !parted[at] ? { name: `${before} `, number: word } : undefined;
}

/** Words behind which a year tells when, and is no part of a name. */
const notNamed = new Set(
  'in of since by until from to and or early late mid during before after the end year'.split(' '),
);

/** The names of a draft that have another number in a sentence of the source, where it tells what that sentence does. */
export function otherNumbers(draft: Read, source: Read): Changed[] {
  return draft.lower.flatMap((_, at) => {
    const mine = nameAt(draft, at);
    if (!mine || notNamed.has(mine.name.trim())) return [];
    const its = source.lower.findIndex((__, where) => {
      const other = nameAt(source, where);
      return other?.name === mine.name && other.number !== mine.number;
    });
    if (its < 0 || draft.lower.includes(certain(source.lower[its])) || source.lower.includes(certain(draft.lower[at])))
      return [];
    return [{ kind: 'number' as const, said: { from: at, to: at + 1 }, instead: { from: its, to: its + 1 } }];
  });
}
