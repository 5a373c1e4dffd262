// A draft as pandoc read it, made ready for Word.
import { asMeta, contents, isNode, readDocument, strings, type Json, type PandocDocument } from './pandocJson';
import { withPlaceForEntries, type ListOptions } from './referenceList';
import { withoutLayoutCommands } from './layoutCommands';
import { withUnderlines } from './underlined';

/** What citeproc reads files from. */
const fileFields = ['bibliography', 'csl', 'citation-abbreviations', 'citation-style'] as const;
/** Those of them that name a style. */
const styleFields = ['csl', 'citation-style'] as const;

/** What a draft takes in besides its own text, as it names it. */
interface TakenIn {
  /** Bibliographies and styles, each once. */
  readonly files: readonly string[];
  /** Those of them that it names as the style for pandoc to write citations in. */
  readonly styles: readonly string[];
  /** Images, each once, wherever they stand. */
  readonly images: readonly string[];
}

/** What of a document goes to Word, and what not. */
interface WordDocument {
  readonly json: string;
  /** How many pieces of raw Word there were: fields and whatever else Word would run or fetch. */
  readonly raw: number;
}

/**
 * What a draft names. It is taken from pandoc's reading, not from the Markdown, so that nothing escapes the search.
 * @throws when the text is no pandoc document
 */
export function takenIn(json: string): TakenIn {
  const { meta, blocks } = readDocument(json);
  const images = new Set<string>();
  collectImages(meta, images);
  collectImages(blocks, images);
  const namedIn = (fields: readonly string[]): string[] => [
    ...new Set(fields.flatMap(field => strings(meta[field] ?? null))),
  ];
  return {
    files: namedIn(fileFields),
    styles: namedIn(styleFields),
    images: [...images],
  };
}

/**
 * What pandoc read of a draft, with a style for pandoc to write citations in; as it is where the draft names one
 * itself.
 */
export function withStyle(json: string, path: string): string {
  const document = readDocument(json);
  if (takenIn(json).styles.length > 0) return json;
  return JSON.stringify({ ...document, meta: { ...document.meta, csl: { t: 'MetaString', c: path } } });
}

/** What pandoc read of a draft, without the style that the draft names (`csl`): for a file that is no style. */
export function withoutStyle(json: string): string {
  const document = readDocument(json);
  const { csl: _csl, ...meta } = document.meta;
  return JSON.stringify({ ...document, meta });
}

/**
 * Adds bibliographic items to what pandoc read of a draft.
 * @param files where each file that the draft names is to be read from instead; those without one are left out
 * @param csl the sources as CSL-JSON, for the citations whose keys the draft's own bibliography lacks
 */
export function withSources(
  json: string,
  files: ReadonlyMap<string, string>,
  csl: string,
  list: Pick<ListOptions, 'language'>,
): string {
  const document = readDocument(json);
  const meta: Record<string, Json> = { ...document.meta };
  for (const field of fileFields) {
    const named = strings(meta[field] ?? null);
    const from = named.flatMap(name => files.get(name) ?? []).map(path => ({ t: 'MetaString', c: path }));
    delete meta[field];
    if (from[0]) meta[field] = field === 'bibliography' ? { t: 'MetaList', c: from } : from[0];
  }
  meta['references'] = {
    t: 'MetaList',
    c: [...contents(meta['references']), ...contents(asMeta(JSON.parse(csl) as Json))],
  };
  // Dates and "and" of other people's entries are in the draft's language, too; in English pandoc's own stays.
  if (list.language !== 'en') meta['lang'] ??= { t: 'MetaString', c: list.language };
  return JSON.stringify(withPlaceForEntries({ ...document, meta }, list));
}

/**
 * A document that refers to no file at all: its images are the bytes given, or their descriptions, and nothing in it is
 * raw, since Word would run fields (`DDEAUTO`) and read files through them. Words between `<u>` and `</u>` stay
 * underlined.
 * @param images the images' bytes as `data:` addresses, by the names they have in the document
 */
export function selfContained(json: string, images: ReadonlyMap<string, string>): WordDocument {
  const document = withUnderlines(withoutLayoutCommands(readDocument(json)));
  let raw = 0;
  const whole = (value: Json): Json => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return (value as readonly Json[]).filter(kept).map(whole);
    if (isNode(value) && value.t === 'Image' && Array.isArray(value.c)) return image(value.c as readonly Json[]);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, whole(item as Json)]));
  };
  const kept = (value: Json): boolean => {
    if (!isNode(value) || (value.t !== 'RawInline' && value.t !== 'RawBlock')) return true;
    const [format] = Array.isArray(value.c) ? (value.c as readonly Json[]) : [];
    if (/openxml/iu.test(String(format))) raw++;
    return false;
  };
  const image = ([attributes = null, description = null, target = null]: readonly Json[]): Json => {
    const [address = '', title = ''] = Array.isArray(target) ? (target as readonly Json[]) : [];
    const data = images.get(String(address));
    return data === undefined
      ? { t: 'Span', c: [['', ['image'], []], whole(description)] }
      : { t: 'Image', c: [attributes, whole(description), [data, title]] };
  };
  return { json: JSON.stringify(whole(document as unknown as Json)), raw };
}

/**
 * Whether an address would be fetched from elsewhere, also where characters are written as `%2F`: pandoc resolves that.
 */
export function isRemote(address: string): boolean {
  const written = address.replace(/%[0-9a-f]{2}/giu, code => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  return elsewhere.test(address) || elsewhere.test(written);
}

/**
 * A scheme other than `file` and `data`, two slashes, or a `file` address of another machine; drive letters are local.
 */
const elsewhere =
  /^\s*(?:[\\/]{2}|file:(?:[\\/]{2}(?!localhost[\\/])[^\\/]|[\\/]{4})|(?!file:|data:)[a-z][a-z0-9+.-]+:)/iu;

/** The targets of all images, wherever they stand. */
function collectImages(value: Json | PandocDocument['meta'], images: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) collectImages(item, images);
    return;
  }
  if (isNode(value as Json)) {
    const { t, c } = value as { t: string; c?: Json };
    const target = t === 'Image' && Array.isArray(c) ? (c as readonly Json[])[2] : undefined;
    if (Array.isArray(target)) images.add(String((target as readonly Json[])[0]));
  }
  for (const item of Object.values(value)) collectImages(item as Json, images);
}
