// Words that a message sets in quotation marks: the marks in them become single ones.

/** Words for a message to put between “ and ”: what stands in double marks of its own, or has one of them, is readable. */
export function nestedMarks(words: string): string {
  return words.replace(/(?<![\p{L}\p{N}.,;:!?…)\]*_])"(?=\S)|[“„]/gu, '‘').replace(/["”]/gu, '’');
}
