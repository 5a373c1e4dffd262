/**
 * A text in lower case, each character where it was: one whose lower case is longer, such as "İ", stays as it is, so
 * that offsets found in the result are offsets of the text.
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[\p{Lu}\p{Lt}]/gu, letter => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}
