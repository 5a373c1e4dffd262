// A drafter's own style file (Citation Style Language): as much of it is read as decides where the place goes in a
// pandoc citation.

/** A style as its file says it is. */
export interface CslStyle {
  /** Whether citations are notes or stand in the text. */
  readonly kind: 'note' | 'in-text';
  /** Its name, where the file gives one. */
  readonly title?: string;
}

/** Why a file is no style that pandoc could use, and on which line, from 1. */
export interface CslFault {
  /**
   * No XML; a doctype, which could name other files; another root than `style`; a class that there is not; a style that
   * only names another; cut short.
   */
  readonly fault: 'tooLarge' | 'noXml' | 'doctype' | 'noStyle' | 'noClass' | 'dependent' | 'noCitation' | 'cutShort';
  readonly line: number;
}

/** No style file is longer, in UTF-16 units: the longest of the public ones have some 150,000. */
const longest = 1_000_000;

/**
 * Reads the text of a `.csl` file: its class says whether it cites in notes. This is no validation against CSL's
 * schema: pandoc reports the rest. The class is read from the root element, as the CSL specification has it (1.0.2,
 * "cs:style").
 */
export function readCsl(text: string): CslStyle | CslFault {
  if (text.length > longest) return { fault: 'tooLarge', line: 1 };
  const at = rootOf(text);
  const failed = (fault: CslFault['fault'], where: number): CslFault => ({
    fault,
    line: text.slice(0, where).split('\n').length,
  });
  if (text[at] !== '<') return failed('noXml', at);
  if (text.startsWith('<!', at)) return failed('doctype', at);
  if (!/^<(?:\w{1,20}:)?style(?:[\s>]|$)/u.test(text.slice(at, at + 40))) return failed('noStyle', at);
  const kind = attributeOf(text, at, 'class');
  if (kind !== 'note' && kind !== 'in-text') return failed('noClass', at);
  if (!/<\/(?:\w{1,20}:)?style\s{0,9}>\s*$/u.test(text.slice(-200))) return failed('cutShort', text.length);
  const citation = /<(?:\w{1,20}:)?citation[\s/>]/u.test(text);
  if (!citation) return failed(text.includes('independent-parent') ? 'dependent' : 'noCitation', at);
  const title = /<(?:\w{1,20}:)?title[^<>]{0,50}>([^<]{1,200})</u.exec(text)?.[1]?.trim();
  return { kind, ...(title === undefined || title === '' ? {} : { title }) };
}

/**
 * The value of an attribute of the element that begins at `at`: in whatever order, over however many lines, in either
 * quotation marks (XML 1.0, 3.1).
 */
function attributeOf(text: string, at: number, wanted: string): string | undefined {
  let from = at + (/^<[\w:]{1,50}/u.exec(text.slice(at, at + 60))?.[0].length ?? 1);
  for (;;) {
    from += blanksAt(text, from);
    const name = /^[^\s=<>"'/]{1,100}/u.exec(text.slice(from, from + 100))?.[0];
    if (name === undefined) return undefined;
    from += name.length;
    from += blanksAt(text, from);
    if (text[from] !== '=') return undefined;
    from += 1 + blanksAt(text, from + 1);
    const quote = text.charAt(from);
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, from + 1) : -1;
    if (end < 0) return undefined;
    if (name === wanted) return text.slice(from + 1, end).trim();
    from = end + 1;
  }
}

/** How many blanks stand at a place. */
function blanksAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charAt(end).trim() === '') end++;
  return end - at;
}

/** Where the root element begins: behind blanks, comments and the XML declaration. */
function rootOf(text: string): number {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    at += blanksAt(text, at);
    const closing = closingOf(text, at);
    const end = closing === undefined ? -1 : text.indexOf(closing, at);
    if (closing === undefined || end < 0) return at;
    at = end + closing.length;
  }
}

/** What closes a declaration or a comment that begins at a place. */
function closingOf(text: string, at: number): string | undefined {
  if (text.startsWith('<?', at)) return '?>';
  return text.startsWith('<!--', at) ? '-->' : undefined;
}
