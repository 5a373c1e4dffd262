/** A draft as pandoc's own reading of it (`-t json`), ready to be written as Word. */
export interface PreparedDocument {
  readonly json: string;
  /** Addresses that pandoc would fetch: images, bibliographies, styles. */
  readonly remote: readonly string[];
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What citeproc reads files from. */
const fileFields = ['bibliography', 'csl', 'citation-abbreviations', 'citation-style'];

/**
 * Adds bibliographic items to what pandoc read of a draft, and finds the addresses it would fetch.
 * They are taken from pandoc's reading, not from the Markdown, so that nothing escapes the search.
 *
 * @param csl the sources as CSL-JSON, for the citations whose keys the draft's own bibliography lacks
 * @param suppress leave out the list of references, since the draft has one of its own
 * @throws when the text is no pandoc document
 */
export function prepareDocument(text: string, csl: string, suppress: boolean): PreparedDocument {
  const document = JSON.parse(text) as { meta?: Record<string, Json>; blocks?: Json };
  if (document.meta === undefined || !Array.isArray(document.blocks)) throw new Error('Not a pandoc document');
  const remote = new Set<string>();
  for (const field of fileFields) for (const file of strings(document.meta[field] ?? null)) collectRemote(file, remote);
  collectImages(document.meta, remote);
  collectImages(document.blocks, remote);
  const own = contents(document.meta['references']);
  const meta = {
    ...document.meta,
    references: { t: 'MetaList', c: [...own, ...contents(asMeta(JSON.parse(csl) as Json))] },
    ...(suppress && document.meta['suppress-bibliography'] === undefined ? { 'suppress-bibliography': { t: 'MetaBool', c: true } } : {}),
  };
  return { json: JSON.stringify({ ...document, meta }), remote: [...remote] };
}

function contents(meta: Json | undefined): readonly Json[] {
  const list = meta !== null && typeof meta === 'object' && 'c' in meta ? meta['c'] : undefined;
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

/** JSON as pandoc's metadata. */
function asMeta(value: Json): Json {
  if (Array.isArray(value)) return { t: 'MetaList', c: value.map(asMeta) };
  if (value !== null && typeof value === 'object') {
    return { t: 'MetaMap', c: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asMeta(item as Json)])) };
  }
  return { t: 'MetaString', c: String(value) };
}

/** Each value of a metadata field as one string: `MetaInlines` are the words of one, lists have several. */
function strings(meta: Json): string[] {
  if (meta === null || typeof meta !== 'object' || !('t' in meta)) return [];
  if (meta['t'] === 'MetaList') return contents(meta).flatMap(strings);
  if (meta['t'] === 'MetaString') return [String(meta['c'])];
  return [words(meta['c'] ?? null)];
}

/** The words of inlines: a link's are those that show, code and raw text come after their attributes. */
function words(value: Json): string {
  if (Array.isArray(value)) return value.map(words).join('');
  if (value === null || typeof value !== 'object' || !('t' in value)) return '';
  const parts = value['c'] ?? null;
  if (value['t'] === 'Space' || value['t'] === 'SoftBreak') return ' ';
  if (typeof parts === 'string') return parts;
  const last = Array.isArray(parts) ? (parts as readonly Json[]).at(-1) : undefined;
  return typeof last === 'string' ? last : words(parts);
}

/** The targets of all images, wherever they stand. */
function collectImages(value: Json, remote: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) collectImages(item, remote);
    return;
  }
  const node = value as { readonly [key: string]: Json };
  const parts = node['c'];
  if (node['t'] === 'Image' && Array.isArray(parts)) {
    const target = (parts as readonly Json[])[2];
    if (Array.isArray(target)) collectRemote(String((target as readonly Json[])[0]), remote);
  }
  for (const item of Object.values(node)) collectImages(item, remote);
}

/** A scheme other than `file` and `data`, two slashes, or a `file` address of another machine; drive letters are local. */
const elsewhere = /^\s*(?:[\\/]{2}|file:(?:[\\/]{2}(?!localhost[\\/])[^\\/]|[\\/]{4})|(?!file:|data:)[a-z][a-z0-9+.-]+:)/iu;

/** Also where characters are written as %2F: pandoc resolves that. */
function collectRemote(address: string, remote: Set<string>): void {
  const written = address.replace(/%[0-9a-f]{2}/giu, code => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  if (elsewhere.test(address) || elsewhere.test(written)) remote.add(address.trim());
}
