// The shape of a document as pandoc reads it.
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** An element of pandoc's reading: its type, and what it holds. */
export interface Node {
  readonly t: string;
  readonly c?: Json;
}

/** A document as pandoc read it (`-t json`). */
export interface PandocDocument {
  readonly meta: { readonly [key: string]: Json };
  readonly blocks: readonly Json[];
}

/** @throws when the text is no pandoc document */
export function readDocument(text: string): PandocDocument {
  const document = JSON.parse(text) as Partial<PandocDocument> | null;
  if (!document || typeof document.meta !== 'object' || !Array.isArray(document.blocks))
    throw new Error('Not a pandoc document');
  return document as PandocDocument;
}

/** No document is nested so deeply; what goes through one calls itself for each level, and would run out of stack. */
const deepest = 1500;

/** Whether JSON is nested too deeply to be gone through. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (quoted && sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '[' || sign === '{') && ++depth > deepest) return true;
    else if (!quoted && (sign === ']' || sign === '}')) depth--;
  }
  return false;
}

export function isNode(value: Json): value is Json & Node {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    typeof (value as { t?: Json }).t === 'string'
  );
}

/** What a list of pandoc's holds; nothing if it is none. */
export function contents(value: Json | undefined): readonly Json[] {
  return value !== undefined && isNode(value) && Array.isArray(value.c) ? (value.c as readonly Json[]) : [];
}

/** JSON as pandoc's metadata. */
export function asMeta(value: Json): Json {
  if (Array.isArray(value)) return { t: 'MetaList', c: value.map(asMeta) };
  if (value !== null && typeof value === 'object') {
    return {
      t: 'MetaMap',
      c: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asMeta(item as Json)])),
    };
  }
  return { t: 'MetaString', c: String(value) };
}

/** Each value of a metadata field as one string: `MetaInlines` are the words of one, lists have several. */
export function strings(meta: Json): string[] {
  if (!isNode(meta)) return [];
  if (meta.t === 'MetaList') return contents(meta).flatMap(strings);
  return [meta.t === 'MetaString' ? String(meta.c) : words(meta.c ?? null)];
}

/** Whether an element is anywhere in what pandoc read. */
export function hasNode(value: Json, is: (node: Node) => boolean): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return (value as readonly Json[]).some(item => hasNode(item, is));
  return (isNode(value) && is(value)) || Object.values(value).some(item => hasNode(item as Json, is));
}

/** The words of inlines: a link's are those that show, code and raw text come after their attributes. */
export function words(value: Json): string {
  if (Array.isArray(value)) return value.map(words).join('');
  if (!isNode(value)) return '';
  if (value.t === 'Space' || value.t === 'SoftBreak') return ' ';
  const parts = value.c ?? null;
  if (typeof parts === 'string') return parts;
  const last = Array.isArray(parts) ? (parts as readonly Json[]).at(-1) : undefined;
  return typeof last === 'string' ? last : words(parts);
}
