// One part of a Word file, changed.
import type { DocxParts } from './docx';

/** Parts with one changed, where it is there and is text. */
export function withPart(parts: DocxParts, name: string, change: (xml: string) => string): DocxParts {
  const part = parts.get(name);
  return typeof part === 'string' ? new Map(parts).set(name, change(part)) : parts;
}
