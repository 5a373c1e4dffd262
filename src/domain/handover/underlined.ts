// Words between <u> and </u> as underlined words: pandoc reads the tags as raw HTML, which does not go to Word.
import { isNode, type Json, type PandocDocument } from './pandocJson';

/**
 * A document in which inlines between `<u>` and `</u>`, in one run of inlines, are underlined: once, also where tags
 * stand in one another. A tag without its partner stays as it is.
 */
export function withUnderlines(document: PandocDocument): PandocDocument {
  return { ...document, blocks: underlined(document.blocks) as readonly Json[] };
}

function underlined(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return paired((value as readonly Json[]).map(underlined));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, underlined(item as Json)]));
}

function paired(inlines: readonly Json[]): readonly Json[] {
  const tags = inlines.map(tagOf);
  if (!tags.includes('open')) return inlines;
  const open: number[] = [];
  const closedAt = new Map<number, number>();
  tags.forEach((tag, at) => {
    const from = tag === 'close' ? open.pop() : undefined;
    if (tag === 'open') open.push(at);
    else if (from !== undefined) closedAt.set(from, at);
  });
  const made: Json[] = [];
  for (let at = 0; at < inlines.length; at += 1) {
    const close = closedAt.get(at);
    if (close === undefined) made.push(inlines[at] ?? null);
    else {
      const inner = inlines.slice(at + 1, close).filter((_, offset) => tags[at + 1 + offset] === undefined);
      if (inner.length > 0) made.push({ t: 'Underline', c: inner });
      at = close;
    }
  }
  return made;
}

function tagOf(inline: Json): 'open' | 'close' | undefined {
  if (!isNode(inline) || inline.t !== 'RawInline' || !Array.isArray(inline.c)) return undefined;
  const [format, text] = inline.c as readonly Json[];
  if (format !== 'html' || typeof text !== 'string') return undefined;
  if (/^<u(?:\s|>)/iu.test(text)) return 'open';
  return /^<\/u\s*>$/iu.test(text) ? 'close' : undefined;
}
