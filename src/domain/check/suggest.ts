/** What a reference that names nothing was probably meant to name. */
import { isFinding, type Library } from '../corpus/library';
import { readLocator } from '../draft/locator';

/** The id of the nearest finding or passage that exists; undefined if none is near. */
export function suggestId(library: Library, reference: string): string | undefined {
  const key = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u.exec(reference)?.[0] ?? '';
  const named = /^(.*)-d(\d+)c(\d+)/u.exec(key);
  const place = named
    ? { day: Number(named[2]), conclusion: Number(named[3]) }
    : readLocator(reference.replace(/^.*?(?=\b(?:day|jour|día|conclusion|first|second|third|introduction)\b)/isu, ''))?.mentions.find(each => each.conclusion !== undefined);
  const corpus = library.corpora.find(({ id }) => key === id || key.startsWith(`${id}-`))
    ?? library.corpora.find(({ id }) => distance(id, (named?.[1] ?? key).toLowerCase()) <= 2)
    ?? (library.corpora.length === 1 ? library.corpora[0] : undefined);
  if (!corpus) return undefined;
  if (place?.conclusion === undefined) {
    let best: string | undefined;
    let least = 3;
    for (const { id } of [...corpus.findings, ...corpus.passages]) {
      const off = distance(id, key);
      if (off < least) [best, least] = [id, off];
    }
    return best;
  }
  const { day = 1, conclusion } = place;
  const off = (one: { readonly day: number; readonly ordinal: number }): number => Math.abs(one.day - day) * 100 + Math.abs(one.ordinal - conclusion);
  return corpus.findings.filter(isFinding).toSorted((a, b) => off(a) - off(b))[0]?.id;
}

/** How many characters must change (Levenshtein); 9 for strings of very different length. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return 9;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + Number(one[i - 1] !== other[j - 1])));
    }
    row = next;
  }
  return row[other.length] ?? 9;
}
