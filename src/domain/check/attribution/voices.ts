/** Speakers looked up: whose name stands at a word, and the quantity before it. */
import { certain } from '../../certain';
import { cardinals } from '../../text/cardinals';
import {
  anywhere,
  many,
  modifiers,
  scant,
  speakers,
  strong,
  weak,
  type Quantity,
  type Voice,
} from './lexicon/speakers';

export type { Quantity, Voice };

interface Phrase {
  readonly words: readonly string[];
  readonly voice: Voice;
  /** Whether it may be anybody, anywhere. */
  readonly anywhere: boolean;
}

const elsewhereToo = new Set(anywhere);
const byFirst = new Map<string, Phrase[]>();
for (const [voice, list] of Object.entries(speakers) as [Voice, readonly string[]][]) {
  for (const phrase of list) {
    const words = phrase
      .replaceAll('’', "'")
      .split(' ')
      .map(word => word.replace(/'s?$/, ''));
    const known = byFirst.get(certain(words[0])) ?? [];
    known.push({ words, voice, anywhere: elsewhereToo.has(phrase) });
    byFirst.set(certain(words[0]), known);
  }
}
for (const known of byFirst.values()) known.sort((a, b) => b.words.length - a.words.length);

/** The words that a speaker's name may begin with. */
export const namesBeginWith: readonly string[] = [...byFirst.keys()];

/** A speaker's name as it stands in a text: whose, and of how many words. */
export interface SpeakerName {
  readonly voice: Voice;
  readonly length: number;
  /** Whether it may be anybody, anywhere. */
  readonly anywhere?: boolean;
}

/** The voice named at word `at` (lower case): how many words name it. */
export function voiceAt(words: readonly string[], at: number): SpeakerName | undefined {
  // "The United States" is one of them.
  if (words[at] === 'states' && words[at - 1] === 'united') return undefined;
  const found = byFirst
    .get(words[at] ?? '')
    ?.find(phrase => phrase.words.every((word, offset) => words[at + offset] === word));
  return found && { voice: found.voice, length: found.words.length, anywhere: found.anywhere };
}

/** "In March 2022 States agreed": the year is the date's. */
function dated(words: readonly string[], at: number): boolean {
  return (
    /^20\d\d$/.test(words[at] ?? '') &&
    /^(?:in|since|of|by|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
      words[at - 1] ?? '',
    )
  );
}

/** The quantity of some words with one more before them; none where that is no word of quantity. */
function withWord(word: string, quantity: Quantity): Quantity | undefined {
  if (strong.has(word)) return 'strong';
  if (many.has(word) && quantity !== 'strong') return 'many';
  if (scant.has(word)) return quantity === 'plain' || quantity === 'weak' ? 'scant' : quantity;
  if (weak.has(word)) return quantity === 'plain' ? 'weak' : quantity;
  return modifiers.has(word) || /^(?:\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\p{L}+)$/u.test(word)
    ? quantity
    : undefined;
}

/** "Every single speaker", "every last delegation". */
const isStressed = (words: readonly string[], at: number): boolean =>
  (words[at] === 'last' || words[at] === 'single') && words[at - 1] === 'every';

/** "Not a single one" says that nobody did. */
const isNone = (words: readonly string[], at: number): boolean =>
  words[at] === 'single' && words[at - 1] === 'a' && words[at - 2] === 'not';

/** "Day one speakers", "panel two speakers": of which they are, and not how many. */
const isOrdinal = (words: readonly string[], at: number): boolean =>
  /^(?:day|panel|session|theme|group|part)$/.test(words[at - 1] ?? '') && cardinals.includes(words[at] ?? '');

/** The quantity of some words with the word before them; undefined where that is none of theirs. */
function withWordAt(words: readonly string[], at: number, quantity: Quantity): Quantity | undefined {
  if (isNone(words, at) || isOrdinal(words, at)) return undefined;
  return isStressed(words, at) ? quantity : withWord(words[at] ?? '', quantity);
}

/** The quantity that stands before the word at `at`, and the word where the whole phrase begins. */
export function quantityBefore(
  words: readonly string[],
  at: number,
  lowest: number,
): { readonly quantity: Quantity; readonly from: number } {
  let from = at;
  let quantity: Quantity = /^every(?:one|body)$|^all$/.test(words[at] ?? '') ? 'strong' : 'plain';
  while (from > lowest && at - from < 6) {
    const more: Quantity | undefined = withWordAt(words, from - 1, quantity);
    if (!more) break;
    quantity = more;
    from--;
  }
  // A preposition or demonstrative that only led to the phrase is not part of it.
  while (from < at && (words[from] === 'of' || words[from] === 'that' || dated(words, from))) from++;
  return { quantity, from };
}
