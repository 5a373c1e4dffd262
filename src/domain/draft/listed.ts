// The citations of a draft as a list of references shows them, each place once.
import type { Library } from '../corpus/library';
import type { Range } from '../text/ranges';
import type { Citation } from './citation';
import type { Draft } from './draft';
import { citedEntries } from './mentions';

/** A place of a list of citations: what cites there, and the entries it cites. */
interface Listed extends Range {
  readonly entries: readonly string[];
}

/** So far from a citation its brackets are looked for. */
const farthest = 1_000;

/**
 * The places of a draft's citations as a list of references shows them, each once. A note is listed where it is marked,
 * its definition only where nothing marks it. Of what stands in square brackets the place is what is in them: editors
 * take that for a link and list it, too, and show two places as one only where both are the same.
 */
export function listed(draft: Draft, library: Library): Listed[] {
  const citations = draft.citations();
  const marked = new Set(citations.flatMap(({ form, label }) => (form === 'footnote' ? [label] : [])));
  const places = new Map<string, Listed>();
  for (const citation of citations) {
    if (citation.form === 'footnoteDefinition' && marked.has(citation.label)) continue;
    const { start, end } = citation.form === 'footnoteDefinition' ? citation : inBrackets(draft, citation);
    const key = `${start} ${end}`;
    const entries = [...(places.get(key)?.entries ?? []), ...citedEntries(citation, library)];
    places.set(key, { start, end, entries });
  }
  return [...places.values()];
}

/**
 * What stands in the brackets that a citation is or has, else in those that it stands in; without any, the citation.
 */
function inBrackets(draft: Draft, citation: Citation): Range {
  const block = draft.blockAt(citation.start);
  if (block === undefined) return citation;
  const from = Math.max(0, citation.start - block.start - farthest);
  const text = block.text.slice(from, citation.end - block.start + farthest);
  const base = block.start + from;
  const own = text.slice(citation.start - base, citation.end - base);
  const at = citation.start - base;
  const open = own.endsWith(']') ? at + (own.startsWith('[') ? 0 : own.lastIndexOf('[')) : openedBefore(text, at);
  const close = open === undefined ? undefined : closing(text, open);
  return open === undefined || close === undefined || close < citation.end - base - 1
    ? citation
    : { start: base + open + 1, end: base + close };
}

/** Where the bracket opens that is still open at a place. */
function openedBefore(text: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    if (text[index] === ']') depth++;
    else if (text[index] === '[' && depth-- === 0) return index;
  }
  return undefined;
}

function closing(text: string, open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    if (text[index] === '[') depth++;
    else if (text[index] === ']' && --depth === 0) return index;
  }
  return undefined;
}
