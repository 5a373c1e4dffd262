// The list of everyday words: as people write it, and as it ships.
import { tellingStem } from './stem';

/** Of a subject that is not ours (banana), or of every subject (yesterday, avoid). */
export type Everyday = 'other subjects' | 'every subject';

/** The parts of a list and the words in each. `[of every subject]` begins a part, `#` a comment line; words are parted by blanks. */
export function partsOf(list: string): [kind: Everyday, words: string[]][] {
  return list.split('\n[of ').slice(1).map(part => {
    const [heading = '', ...lines] = part.split('\n');
    return [
      heading.startsWith('every') ? 'every subject' : 'other subjects',
      lines.filter(line => !line.startsWith('#')).join(' ').split(' ').filter(Boolean),
    ];
  });
}

/** A folded word as the list that ships has it: its stem, or where that tells nothing, itself. */
export const shippedAs = (word: string): string => tellingStem(word) ?? word;

/**
 * Makes of the list as people write it what ships: the stems in each part, one a line. What is in both, as the stem of
 * "refer" and "referee", is of other subjects only.
 */
export function compileEveryday(source: string): string {
  const seen = new Set<string>();
  return partsOf(source).map(([kind, words]) => {
    const stems = [...new Set(words.map(shippedAs))].filter(each => !seen.has(each)).sort();
    for (const each of stems) seen.add(each);
    return `\n[of ${kind}]\n${stems.join('\n')}`;
  }).join('');
}
