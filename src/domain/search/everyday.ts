import packed from '../../../data/everyday.json';
import { stem } from './stem';

/** Of a subject that is not ours (banana), or of every subject (rather, avoid). */
export type Everyday = 'other subjects' | 'every subject';

/** The everyday words made ready to ship: of each stem only a number it hashes to, and of that what it adds to the one before. */
export interface PackedWords {
  readonly other: string;
  readonly every: string;
}

/** Some thousands of words among so many numbers: of some hundred unknown words one passes for one of them. */
const hashBits = 20;
/** A step is two digits of this many, from the first character on, without the backslash; two of the last go on. */
const digits = 88;
const first = 36;
const farthest = digits * digits - 1;

let known: readonly (readonly [Everyday, ReadonlySet<number>])[] | undefined;

/** What a folded word is that is rightly spelt, though the library need not know it; undefined if it is on neither list. */
export function everyday(word: string): Everyday | undefined {
  // Read only when a word is first met that the library does not know.
  known ??= [['other subjects', unpackWords(packed.other)], ['every subject', unpackWords(packed.every)]];
  const hash = hashOf(stem(word));
  return known.find(([, words]) => words.has(hash))?.[0];
}

/** The folded words of the list as people write it, part by part: `#` begins a comment line, `[` a part. */
export function readEveryday(source: string): Record<keyof PackedWords, string[]> {
  const words = { other: [] as string[], every: [] as string[] };
  let part: keyof PackedWords = 'other';
  for (const line of source.split('\n')) {
    if (line.startsWith('[')) part = line.includes('every') ? 'every' : 'other';
    else if (!line.startsWith('#')) words[part].push(...line.split(' ').filter(Boolean));
  }
  return words;
}

/** Packs folded words as `everyday` reads them. */
export function packWords(words: readonly string[]): string {
  let at = 0;
  let text = '';
  for (const hash of [...new Set(words.map(word => hashOf(stem(word))))].sort((a, b) => a - b)) {
    for (; hash - at >= farthest; at += farthest) text += pair(farthest);
    text += pair(hash - at);
    at = hash;
  }
  return text;
}

function unpackWords(text: string): Set<number> {
  const hashes = new Set<number>();
  let hash = 0;
  for (let at = 0; at < text.length; at += 2) {
    const step = digitOf(text, at) * digits + digitOf(text, at + 1);
    hash += step;
    if (step < farthest) hashes.add(hash);
  }
  return hashes;
}

function pair(number: number): string {
  return [Math.floor(number / digits), number % digits].map(digit => String.fromCharCode(first + digit + (digit < 56 ? 0 : 1))).join('');
}

function digitOf(text: string, at: number): number {
  const code = text.charCodeAt(at) - first;
  return code < 56 ? code : code - 1;
}

function hashOf(word: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16_777_619);
  return hash >>> (32 - hashBits);
}
