// A drafter's own Word template: what of it pandoc gets, and what it may not hold, since who made it may not be who
// exports.
import type { DocxParts } from '../docx';
import { imageKind } from '../imageKind';

/**
 * Styles, page, headers and footers with their images. Not what fetches or runs something: settings, macros, embedded
 * files and fonts.
 */
const taken =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|theme\/theme1|(?:header|footer)\d*)\.xml|word\/_rels\/(?:document|(?:header|footer)\d*)\.xml\.rels|word\/media\/[\w.-]{1,100})$/u;
const onPages = /^word\/(?:header|footer)\d*\.xml$/u;

/** The fields that a header may have: they say something of the document itself. */
const fields = new Set([
  'PAGE',
  'NUMPAGES',
  'SECTION',
  'SECTIONPAGES',
  'DATE',
  'TIME',
  'CREATEDATE',
  'SAVEDATE',
  'TITLE',
  'SUBJECT',
  'AUTHOR',
  'KEYWORDS',
  'STYLEREF',
]);

/**
 * The parts of a Word document that pandoc may take styles and pages from.
 *
 * @returns `noDocx` where it has no styles or no text; `outward` where a header or a footer has a field that may read
 *   or run something, or refers to anything but its own images and addresses of the web to click on
 */
export function ownTemplate(parts: DocxParts): DocxParts | 'noDocx' | 'outward' {
  const kept = new Map([...parts].filter(([name]) => taken.test(name)));
  if (typeof kept.get('word/styles.xml') !== 'string' || typeof kept.get('word/document.xml') !== 'string')
    return 'noDocx';
  for (const [name, part] of kept) {
    if (typeof part !== 'string') {
      if (imageKind(part) === 'outward') return 'outward';
      continue;
    }
    if (!isPlain(part) || !isInward(name, part)) return 'outward';
    if (onPages.test(name) && !isStill(part)) return 'outward';
    // A picture of the theme stands in a file that is not taken.
    if (name.startsWith('word/theme/') && /[ \n]r:(?:embed|link)/u.test(part)) kept.delete(name);
  }
  return kept;
}

/**
 * Whether relations lead to headers, footers and images of the file itself, or to pages of the web by a link. Of the
 * text's only headers and footers count.
 */
function relatesInward(xml: string, ofText: boolean): boolean {
  return tagsOf(xml)
    .filter(({ name }) => name === 'Relationship')
    .every(({ attributes }) => {
      if (attributes === undefined) return false;
      const [type = '', target = '', mode = 'Internal'] = ['Type', 'Target', 'TargetMode'].map(name =>
        attributes.get(name),
      );
      if (ofText && !/(?:header|footer)$/u.test(type)) return true;
      if (type.endsWith('/hyperlink')) return /^(?:https?:|mailto:)/iu.test(target);
      return (
        mode === 'Internal' &&
        (ofText ? /^(?:\/word\/)?(?:header|footer)\d*\.xml$/u : /^(?:\/word\/)?media\/[\w.-]{1,100}$/u).test(target)
      );
    });
}

/** Whether a part has no comments, no entities of its own, and no letters that we would read otherwise than Word does. */
function isPlain(xml: string): boolean {
  if (['<!', '\0', '\ufffd'].some(sign => xml.includes(sign))) return false;
  return !/^.{0,5}<\?xml[^>]{0,200}encoding\s{0,20}=\s{0,20}["'](?!utf-8["'])/iu.test(xml);
}

/** Whether a part that says what others refer to names nothing outside of the file. */
function isInward(name: string, xml: string): boolean {
  const relates = name.startsWith('word/') && name.endsWith('.rels');
  return !relates || relatesInward(xml, name === 'word/_rels/document.xml.rels');
}

const embedding = new Set(['altChunk', 'object', 'OLEObject', 'control', 'subDoc']);

/**
 * Whether a header or a footer has no field but those that say something of the document, and takes in nothing by an
 * address.
 */
function isStill(xml: string): boolean {
  /** Of the field that has begun last, as long as its result has not. */
  let instruction: string | undefined;
  for (const { name, attributes, text } of tagsOf(xml)) {
    if (attributes === undefined || embedding.has(name)) return false;
    if ([...attributes.keys()].some(key => /^(?:href|link|src|pict)$/iu.test(localName(key)))) return false;
    if (name === 'fldChar') {
      const begins = valueOf(attributes, 'fldCharType') === 'begin';
      // A field within an instruction is worked out first: nobody can tell what the instruction becomes.
      if (!mayGoOn(instruction, begins)) return false;
      instruction = begins ? '' : undefined;
    } else if (name === 'fldSimple') {
      if (instruction !== undefined || !saysOfItself(valueOf(attributes, 'instr'))) return false;
    } else if (name === 'instrText') {
      if (instruction === undefined) return false;
      // Word joins the pieces of an instruction.
      instruction += text;
    } else if (instruction !== undefined && text.trim() !== '') return false;
  }
  return instruction === undefined;
}

/** Whether a field may begin, or its instruction end, behind what is written of an instruction. */
function mayGoOn(instruction: string | undefined, begins: boolean): boolean {
  return instruction === undefined || (!begins && saysOfItself(instruction));
}

/** Whether a field's instruction is one of those that say something of the document. */
function saysOfItself(instruction: string | undefined): boolean {
  return (
    instruction !== undefined &&
    !instruction.includes('&') &&
    fields.has(instruction.trim().split(/\s/u)[0]?.toUpperCase() ?? '')
  );
}

/**
 * The value of the one attribute of this name, whatever its prefix; undefined where there is none, or more than one.
 */
function valueOf(attributes: ReadonlyMap<string, string>, name: string): string | undefined {
  const found = [...attributes].filter(([key]) => localName(key).toLowerCase() === name.toLowerCase());
  return found.length === 1 ? found[0]?.[1] : undefined;
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

interface Tag {
  /** Without its prefix. */
  readonly name: string;
  /** Undefined where they are not well made. */
  readonly attributes: ReadonlyMap<string, string> | undefined;
  /** What stands after it, up to the next tag. */
  readonly text: string;
}

/** The tags of XML that has neither comments nor other declarations, those that close elements left out. */
function tagsOf(xml: string): Tag[] {
  return xml
    .split('<')
    .slice(1)
    .filter(piece => !piece.startsWith('/') && !piece.startsWith('?'))
    .map(piece => {
      const end = piece.indexOf('>');
      const tag = end < 0 ? piece : piece.slice(0, end);
      const blank = tag.search(/[\s/]/u);
      const name = blank < 0 ? tag : tag.slice(0, blank);
      return {
        name: name.slice(name.indexOf(':') + 1),
        attributes: end < 0 ? undefined : attributesOf(blank < 0 ? '' : tag.slice(blank)),
        text: piece.slice(end + 1),
      };
    });
}

function attributesOf(words: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let at = 0;
  for (let equals = words.indexOf('='); equals >= 0; equals = words.indexOf('=', at)) {
    const name = words.slice(at, equals).trim();
    let open = equals + 1;
    while (words[open] === ' ' || words[open] === '\n' || words[open] === '\r' || words[open] === '\t') open++;
    const quote = words[open];
    const close = quote === '"' || quote === "'" ? words.indexOf(quote, open + 1) : -1;
    if (close < 0) return undefined;
    found.set(name, words.slice(open + 1, close));
    at = close + 1;
  }
  return found;
}
