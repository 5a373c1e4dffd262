// The dictionary of English words: of a spelling list for Hunspell, what ships.

/** So short a word is never taken for a misspelling. */
const shortest = 4;

/** Rightly spelt, but people write them for a word of the field: "human capitol". */
const meantOtherwise: ReadonlySet<string> = new Set(['capitol']);

/**
 * Makes of a Hunspell dictionary what ships: its words in their base forms, one a line, in order. Names and
 * abbreviations, which have a capital, are left out.
 * @param dic lines of a word and, behind a slash, the classes of its forms; the first says how many there are
 */
export function compileDictionary(dic: string): string {
  const words = dic
    .split(/\r?\n/u)
    .slice(1)
    .map(line => line.split('/')[0] ?? '')
    .filter(word => word.length >= shortest && /^[a-z]+$/u.test(word) && !meantOtherwise.has(word));
  return [...new Set(words)].sort().join('\n');
}
