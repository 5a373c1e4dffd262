// A drafter's own style file (Citation Style Language): as much of it is read as decides where the place goes in a pandoc citation.

/** A style as its file says it is. */
export interface CslStyle {
  /** Whether citations are notes or stand in the text. */
  readonly kind: 'note' | 'in-text';
  /** Its name, where the file gives one. */
  readonly title?: string;
}

/** Why a file is no style that pandoc could use, and on which line, from 1. */
export interface CslFault {
  /** No XML; a doctype, which could name other files; another root than `style`; a class that there is not; a style that only names another; cut short. */
  readonly fault: 'tooLarge' | 'noXml' | 'doctype' | 'noStyle' | 'noClass' | 'dependent' | 'noCitation' | 'cutShort';
  readonly line: number;
}

/** No style file is longer, in UTF-16 units: the longest of the public ones have some 150,000. */
const longest = 1_000_000;

/**
 * Reads the text of a `.csl` file: its class says whether it cites in notes. This is no validation against CSL's schema: pandoc reports the rest.
 * The class is read from the root element, as the CSL specification has it (1.0.2, "cs:style").
 */
export function readCsl(text: string): CslStyle | CslFault {
  if (text.length > longest) return { fault: 'tooLarge', line: 1 };
  const at = rootOf(text);
  const failed = (fault: CslFault['fault'], where: number): CslFault => ({ fault, line: text.slice(0, where).split('\n').length });
  if (text[at] !== '<') return failed('noXml', at);
  if (text.startsWith('<!', at)) return failed('doctype', at);
  const root = text.slice(at, text.indexOf('>', at) + 1);
  if (!/^<(?:\w{1,20}:)?style[\s>]/u.test(root)) return failed('noStyle', at);
  const kind = /\sclass\s?=\s?["'](note|in-text)["']/u.exec(root)?.[1];
  if (kind !== 'note' && kind !== 'in-text') return failed('noClass', at);
  if (!/<\/(?:\w{1,20}:)?style\s{0,9}>\s*$/u.test(text.slice(-200))) return failed('cutShort', text.length);
  const citation = /<(?:\w{1,20}:)?citation[\s/>]/u.test(text);
  if (!citation) return failed(text.includes('independent-parent') ? 'dependent' : 'noCitation', at);
  const title = /<(?:\w{1,20}:)?title[^<>]{0,50}>([^<]{1,200})</u.exec(text)?.[1]?.trim();
  return { kind, ...(title === undefined || title === '' ? {} : { title }) };
}

/** Where the root element begins: behind blanks, comments and the XML declaration. */
function rootOf(text: string): number {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    while (at < text.length && text.charAt(at).trim() === '') at++;
    const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    const end = closing === undefined ? -1 : text.indexOf(closing, at);
    if (closing === undefined || end < 0) return at;
    at = end + closing.length;
  }
}
