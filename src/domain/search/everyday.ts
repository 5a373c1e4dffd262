import list from '../../../data/everyday.txt';

/** Of a subject that is not ours (banana), or of every subject (rather, avoid). */
export type Everyday = 'other subjects' | 'every subject';

let known: ReadonlyMap<string, Everyday> | undefined;

/** What a folded word is that is rightly spelt, though the library need not know it; undefined if it is on neither list. */
export function everyday(word: string): Everyday | undefined {
  // Read only when a word is first met that the library does not know.
  known ??= read();
  const direct = known.get(word);
  if (direct) return direct;
  for (const base of basesOf(word)) {
    const found = known.get(base);
    if (found) return found;
  }
  return undefined;
}

const endings = ['ies', 'ied', 'es', 's', 'ed', 'ing', 'er', 'ers', 'ly'];

/** The words of which one may be a plain form: cooks, cooked, cooking, quickly. Stems would make strangers one. */
function basesOf(word: string): string[] {
  const bases: string[] = [];
  for (const ending of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const rest = word.slice(0, -ending.length);
    if (ending.startsWith('ie')) bases.push(`${rest}y`);
    else bases.push(rest, `${rest}e`);
    if (rest.at(-1) === rest.at(-2)) bases.push(rest.slice(0, -1));
  }
  return bases;
}

function read(): Map<string, Everyday> {
  const words = new Map<string, Everyday>();
  let part: Everyday = 'other subjects';
  for (const line of list.split('\n')) {
    if (line.startsWith('[')) part = line.includes('every') ? 'every subject' : 'other subjects';
    else if (!line.startsWith('#')) for (const word of line.split(' ')) words.set(word, part);
  }
  words.delete('');
  return words;
}
