// What kind of image the bytes of a file are.
import { withCharacters, withoutSeams } from './xmlText';

/** The kinds of image that pandoc puts into Word, by how their bytes begin. */
const beginnings: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1A\n'],
  ['image/jpeg', 0, '\xFF\xD8\xFF'],
  ['image/gif', 0, 'GIF8'],
  ['image/bmp', 0, 'BM'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['image/x-emf', 40, ' EMF'],
  ['image/webp', 8, 'WEBP'],
];

/**
 * The media type of an image, told by its bytes: a name says nothing about what a file holds.
 * @returns `outward` for an SVG image that refers to something outside itself; undefined for what is no image
 */
export function imageKind(bytes: Uint8Array): string | 'outward' | undefined {
  const at = (start: number, length: number): string => String.fromCharCode(...bytes.subarray(start, start + length));
  const found = beginnings.find(([, start, mark]) => at(start, mark.length) === mark);
  if (found) return found[0];
  if (!/^(?:\u00EF\u00BB\u00BF)?\s*<(?:svg|\?xml|!--|!DOCTYPE svg)/iu.test(at(0, 100))) return undefined;
  const text = new TextDecoder().decode(bytes);
  if (!/<(?:\w+:)?svg[\s>]/iu.test(text)) return undefined;
  return refersOutward(text) || refersOutward(withCharacters(withoutSeams(text))) ? 'outward' : 'image/svg+xml';
}

/**
 * Whether an SVG image names files or addresses, or could come to: through style sheets, entities, scripts, other
 * documents.
 */
function refersOutward(svg: string): boolean {
  // A backslash may write any letter in a style sheet.
  if (/<!ENTITY|<\?xml-stylesheet|@import|\\|<(?:\w+:)?(?:script|foreignObject)\b/iu.test(svg)) return true;
  for (const { 0: mark, index } of svg.matchAll(/\b(?:href|src)(?![\w-])|url\(/giu)) {
    const rest = svg.slice(index + mark.length).trimStart();
    // The word alone is text; in quotation marks it may name what is animated.
    if (mark !== 'url(' && !/^["'=]/u.test(rest)) continue;
    const value = rest.slice(0, 200).replace(/^[\s"'=]+/u, '');
    if (!/^(?:#|data:image\/(?:png|jpe?g|gif)[;,]|&quot;#)/iu.test(value)) return true;
  }
  return false;
}
