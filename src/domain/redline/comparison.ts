// What two versions of a text are compared with, and which of their blocks belong together.
import { differences, withPairs, type Step } from '../differences';
import type { Marks } from './paragraph';
import type { Side } from './side';
import type { Taking } from './taking';
import { elements, textOf, type XmlElement } from './xml';
import { betweenBlanks } from '../text/words';
import { certain } from '../certain';

/** What a comparison is made with. */
export interface Comparison {
  readonly old: Side;
  readonly made: Side;
  readonly taking: Taking;
  readonly marks: Marks;
  /** The part that the text is in: both documents' parts have the same name. */
  readonly part: string;
  /** Told of each note that is new. */
  readonly noted: (id: string) => void;
}

/** Blocks paired: those that are alike, and rows of a table likewise. */
export function paired(
  old: readonly XmlElement[],
  made: readonly XmlElement[],
  { old: before, made: after, part }: Comparison,
): Step[] {
  const same = differences(
    old.map(each => before.key(each, part)),
    made.map(each => after.key(each, part)),
  );
  const words = new Map<XmlElement, ReadonlyMap<string, number>>();
  const wordsOf = (each: XmlElement): ReadonlyMap<string, number> => {
    const known = words.get(each) ?? counted(betweenBlanks(textOf(each)));
    words.set(each, known);
    return known;
  };
  return withPairs(same, (i, j, alone) => {
    const [one, other] = [certain(old[i]), certain(made[j])];
    if (one.name !== other.name || frame(one, before, part) !== frame(other, after, part)) return 0;
    const alike = likeness(wordsOf(one), wordsOf(other));
    return alike >= 0.4 || (alone && one.name === 'w:p') ? Math.max(alike, 0.01) : 0;
  });
}

/** What two tables or rows must have in common to be compared by what is in them. */
function frame(block: XmlElement, side: Side, part: string): string {
  if (block.name === 'w:tbl')
    return ['w:tblPr', 'w:tblGrid']
      .map(name =>
        elements(block, name)
          .map(each => side.key(each, part))
          .join(''),
      )
      .join('');
  if (block.name === 'w:tr')
    return elements(block)
      .map(each =>
        each.name === 'w:tc'
          ? `<tc>${elements(each, 'w:tcPr')
              .map(inner => side.key(inner, part))
              .join('')}`
          : side.key(each, part),
      )
      .join('');
  return '';
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [all, common] = [0, 0];
  for (const count of [...one.values(), ...other.values()]) all += count;
  for (const [word, count] of one) common += Math.min(count, other.get(word) ?? 0);
  return all === 0 ? 0 : (2 * common) / all;
}
