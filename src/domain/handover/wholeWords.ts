/**
 * A file's name that ends at a word: VS Code names a new draft by the beginning of its first line, cut off wherever 40
 * characters end.
 * @param name without its ending
 * @param firstLine the draft's
 */
export function inWholeWords(name: string, firstLine: string): string {
  const line = firstLine.trim().replace(/\s+/gu, ' ');
  const isCut = [line, line.replace(/^#+ /u, '')].some(
    words => words.startsWith(name) && /^[\p{L}\p{M}\p{N}]/u.test(words.slice(name.length)),
  );
  const end = name.lastIndexOf(' ');
  return isCut && end > 0 ? name.slice(0, end).trimEnd() : name;
}
