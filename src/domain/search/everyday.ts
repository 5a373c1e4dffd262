import list from '../../../data/everyday.txt';
import { fold } from './normal';
import { stem } from './stem';

/** Of a subject that is not ours (banana), or of every subject (rather, avoid). */
export type Everyday = 'other subjects' | 'every subject';

let known: ReadonlyMap<string, Everyday> | undefined;

/** What a folded word is that is rightly spelt, though the library need not know it; undefined if it is on neither list. */
export function everyday(word: string): Everyday | undefined {
  // Read only when a word is first met that the library does not know.
  known ??= read();
  return known.get(word) ?? (/(?:s|ed|ing|er|ly)$/u.test(word) ? known.get(stem(word)) : undefined);
}

function read(): Map<string, Everyday> {
  const words = new Map<string, Everyday>();
  let part: Everyday = 'other subjects';
  for (const line of list.split('\n')) {
    if (line.startsWith('[')) part = line.includes('every') ? 'every subject' : 'other subjects';
    else if (!line.startsWith('#')) for (const word of line.split(' ').filter(Boolean).map(fold)) words.set(word, part).set(stem(word), part);
  }
  return words;
}
