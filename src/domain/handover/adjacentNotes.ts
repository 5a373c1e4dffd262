// Notes that stand side by side, on their way to Word: "1, 2" and not "12".
import { isNode, type Json, type PandocDocument } from './pandocJson';

/** A superscript comma and a blank that no line ends at. */
const between: Json = { t: 'Superscript', c: [{ t: 'Str', c: ',\u00a0' }] };

/**
 * A document in which a superscript comma stands between notes that follow each other directly. Notes that the draft
 * separates itself are left as they are, so that a second round changes nothing. (UN documents separate marks so.)
 */
export function withNotesApart(document: PandocDocument): PandocDocument {
  return { ...document, blocks: apart(document.blocks) as readonly Json[] };
}

function apart(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, apart(item as Json)]));
  const items = value as readonly Json[];
  return items.flatMap((item, at) => {
    const made = apart(item);
    return isNote(item) && isNote(items[at - 1]) ? [between, made] : [made];
  });
}

function isNote(value: Json | undefined): boolean {
  return value !== undefined && isNode(value) && value.t === 'Note';
}
