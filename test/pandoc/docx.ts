// Reads the parts of a DOCX: a ZIP whose members are stored or deflated.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** The text of each part of a DOCX file, by its name. */
export function docxParts(file: string): Map<string, string> {
  const bytes = readFileSync(file);
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    parts.set(name, (method === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** The paragraphs of a part as plain text; a reference to footnote 3 is `{3}`. */
export function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>/gu)].map(([, inner = '']) =>
    [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:footnoteReference [^>]*w:id="(\d+)"/gu)]
      .map(([, text, note]) => (note === undefined ? text : `{${note}}`))
      .join('')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/&quot;/gu, '"')
      .replace(/&amp;/gu, '&'),
  );
}

/** Word's own footnotes: their text by their number. */
export function footnotes(parts: ReadonlyMap<string, string>): Map<string, string> {
  const xml = parts.get('word/footnotes.xml') ?? '';
  return new Map(
    [...xml.matchAll(/<w:footnote (?![^>]*w:type=)[^>]*w:id="(\d+)"[^>]*>([\s\S]*?)<\/w:footnote>/gu)].map(
      ([, id = '', inner = '']) => [id, paragraphs(inner).join(' ').trim()],
    ),
  );
}
