// The properties of paragraphs in the order that Word asks for.
import type { DocxParts } from './docx';
import { withPart } from './docxPart';

/**
 * The parts of a document in which each paragraph's style comes before its other properties (ECMA-376, part 1,
 * 17.3.1.26, CT_PPr is a sequence). pandoc writes the list that a paragraph belongs to before it: Word puts up with
 * that, stricter readers do not.
 */
export function withStyleFirst(parts: DocxParts): DocxParts {
  return ['word/document.xml', 'word/footnotes.xml'].reduce((made, name) => withPart(made, name, ordered), parts);
}

function ordered(xml: string): string {
  return xml
    .split('<w:pPr>')
    .map((piece, at) => {
      const style = piece.indexOf('<w:pStyle ');
      if (at === 0 || style <= 0 || style > piece.indexOf('</w:pPr>')) return piece;
      const end = piece.indexOf('>', style) + 1;
      return piece.slice(style, end) + piece.slice(0, style) + piece.slice(end);
    })
    .join('<w:pPr>');
}
