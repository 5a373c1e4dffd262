import list from '../../../data/everyday.json';
import { stem, tellingStem } from './stem';

/** Of a subject that is not ours (banana), or of every subject (rather, avoid). */
export type Everyday = 'other subjects' | 'every subject';

/** The everyday words made ready: the stems of each kind, as data/everyday.json has them. */
export type EverydayStems = Readonly<Record<Everyday, readonly string[]>>;

let known: readonly (readonly [Everyday, ReadonlySet<string>])[] | undefined;

/** What a folded word is that is rightly spelt, though the library need not know it; undefined if it is on neither list. */
export function everyday(word: string): Everyday | undefined {
  // Read only when a word is first met that the library does not know.
  known ??= (['other subjects', 'every subject'] as const).map(kind => [kind, new Set(list[kind])] as const);
  const name = tellingStem(word);
  return name === undefined ? undefined : known.find(([, stems]) => stems.has(name))?.[0];
}

/**
 * Reads the list as people write it, folded words parted by blanks: `#` begins a comment line, `[of other subjects]` and
 * `[of every subject]` a part. Stems that are in both parts, as of "refer" and "referee", are of other subjects only.
 */
export function compileEveryday(source: string): EverydayStems {
  const words: Record<Everyday, string[]> = { 'other subjects': [], 'every subject': [] };
  let part: Everyday = 'other subjects';
  for (const line of source.split('\n')) {
    if (line.startsWith('[')) part = line.includes('every') ? 'every subject' : 'other subjects';
    else if (!line.startsWith('#')) words[part].push(...line.split(' ').filter(Boolean));
  }
  const others = new Set(words['other subjects'].map(stem));
  const every = new Set(words['every subject'].map(stem).filter(each => !others.has(each)));
  return { 'other subjects': [...others].sort(), 'every subject': [...every].sort() };
}
