// The background's paragraphs, found by where they stand.
import type { Library } from '../corpus/library';
import type { Passage } from '../corpus/types';

const parts = {
  introduction: ['introduction'],
  closing: ['closing'],
  background: ['introduction', 'closing'],
} as const;
const asked = /^\s*([a-z]{4,12})(?:,?\s+(?:para(?:graph|\.)?\s+)?(\d{1,3}))?\s*$/iu;

/** The paragraphs that a query names by where they stand, in their order: "introduction", "intro", "closing 2". */
export function backgroundNamed(library: Library, query: string): readonly Passage[] {
  const [, word = '', number] = asked.exec(query) ?? [];
  if (word === '') return [];
  const named = Object.entries(parts).find(([name]) => name.startsWith(word.toLowerCase()))?.[1];
  return library.passages.filter(
    ({ part, paragraph }) =>
      named?.some(each => each === part) === true && (number === undefined || paragraph === Number(number)),
  );
}
