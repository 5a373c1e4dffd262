// The grammar of ids, written down once:
//   idm2022-1          a document
//   idm2022-1-d2c4     the fourth conclusion of day 2 in it
//   idm2022-1-b1       the first paragraph of its background
//   idm2022-1-d2c4s3   the third sentence of an entry, a conclusion or a paragraph

/** As sources of patterns, for those that read ids in longer texts. Longer numbers are none of ours. */
export const idPatterns = {
  conclusion: String.raw`d\d{1,6}c\d{1,6}`,
  passage: String.raw`b\d{1,6}`,
  sentence: String.raw`s\d{1,6}`,
} as const;

const { conclusion, passage, sentence } = idPatterns;
const placeAtEnd = new RegExp(`-(?:${conclusion}|${passage})(?:${sentence})?$`, 'u');
const sentenceAtEnd = new RegExp(`(?<=[cb]\\d{1,6})${sentence}$`, 'u');

/** The place of a conclusion: what its id has behind that of the document. */
export function conclusionPlace(day: number, ordinal: number): string {
  return `d${day}c${ordinal}`;
}

/** The place of a paragraph of the background. */
export function passagePlace(ordinal: number): string {
  return `b${ordinal}`;
}

/** The id of what stands at a place of a document. */
export function idAt(corpus: string, place: string): string {
  return `${corpus}-${place}`;
}

/** The id of the nth sentence, from 1, of an entry. */
export function sentenceId(entry: string, ordinal: number): string {
  return `${entry}s${ordinal}`;
}

/**
 * The id of the entry that an id names a sentence of; the id itself where it names no sentence. Reads places without a
 * document, too.
 */
export function entryIdOf(id: string): string {
  return id.replace(sentenceAtEnd, '');
}

/** Whether an id, or a place without a document, names a sentence. */
export function namesSentence(id: string): boolean {
  return sentenceAtEnd.test(id);
}

/** The id of the document that an id names a place of; the id itself where it names no place. */
export function corpusIdOf(id: string): string {
  return id.replace(placeAtEnd, '');
}
