// What a style file (Citation Style Language) would have pandoc open besides itself.
import { withCharacters } from './xmlText';

/**
 * Whether a style file would have pandoc open another file: a dependent style names its parent by any address, and
 * pandoc reads `file:` addresses and paths, which on Windows may be another machine's. `http:` addresses are left to
 * pandoc, which reaches none.
 */
export function opensFiles(bytes: Uint8Array): boolean {
  // Read as UTF-16 or UTF-32, it says something else than it seems to.
  if (bytes.subarray(0, 4).some(byte => byte === 0 || byte > 0xfd)) return true;
  const text = new TextDecoder().decode(bytes);
  // A document type may define words that stand for a parent.
  if (/<!DOCTYPE/iu.test(text)) return true;
  const read = withCharacters(text);
  return read.includes('independent-parent') && read.split('href').slice(1).some(isValueFromHere);
}

/** Whether words are the value of an attribute, which is no address on the web. */
function isValueFromHere(words: string): boolean {
  const [, value] = /^=(.*)$/su.exec(words.trimStart()) ?? [];
  return value !== undefined && !/^["']?\s{0,99}https?:\/\//iu.test(value.trimStart());
}
