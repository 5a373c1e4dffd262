// The list of everyday words: as people write it, and as it ships.
import { tellingStem } from '../text/stem';
import { certain } from '../certain';

/** Of a subject that is not ours (banana), of every subject (yesterday, avoid), or a name (Lisbon, Anna). */
export type Everyday = (typeof kinds)[number];

const kinds = ['other subjects', 'every subject', 'names'] as const;

/**
 * The parts of a list and the words in each. `[every subject]` begins a part, `#` a comment line; words are parted by
 * blanks.
 */
export function partsOf(list: string): [kind: Everyday, words: string[]][] {
  return list
    .split('\n[')
    .slice(1)
    .map(part => {
      const [heading = '', ...lines] = part.split('\n');
      return [
        certain(kinds.find(kind => `${kind}]` === heading)),
        lines
          .filter(line => !line.startsWith('#'))
          .join(' ')
          .split(' ')
          .filter(Boolean),
      ];
    });
}

/** A folded word as the list that ships has it: its stem, or where that tells nothing, itself. */
export const shippedAs = (word: string): string => tellingStem(word) ?? word;

/**
 * Makes of the list as people write it what ships: the stems in each part, one a line. What is in several, as the stem
 * of "refer" and "referee", is in the first only.
 */
export function compileEveryday(source: string): string {
  const seen = new Set<string>();
  return partsOf(source)
    .map(([kind, words]) => {
      const stems = [...new Set(words.map(shippedAs))].filter(each => !seen.has(each)).sort();
      for (const each of stems) seen.add(each);
      return `\n[${kind}]\n${stems.join('\n')}`;
    })
    .join('');
}
