// What pandoc lays out its own way, whatever the template: how far lists are indented, and how wide tables are.
import type { DocxParts } from '../docx';
import { withPart } from '../docxPart';

/** From one level to the next, in twentieths of a point. */
const step = 475;

/** A list's first level begins as a paragraph does and goes on at the margin (1.); those below it hang ((a), (i)). */
function indent(level: number, numbered: boolean): string {
  const at = step * (level + 2);
  return level === 0 && numbered
    ? `<w:tabs><w:tab w:val="num" w:pos="${at}"/></w:tabs><w:ind w:left="0" w:firstLine="${step}"/>`
    : `<w:tabs><w:tab w:val="num" w:pos="${at}"/></w:tabs><w:ind w:left="${at}" w:hanging="${step}"/>`;
}

/**
 * The parts of a document with its lists indented so, and its tables as wide as the text: pandoc takes another page's
 * width.
 */
export function withUnLayout(parts: DocxParts): DocxParts {
  const document = withPart(parts, 'word/document.xml', xml =>
    xml.replace(/<w:tblW [^>]{0,100}>/gu, width =>
      width.includes('w:type="auto"') ? '<w:tblW w:type="pct" w:w="5000"/>' : width,
    ),
  );
  return withPart(document, 'word/numbering.xml', xml =>
    xml
      .split('<w:lvl ')
      .map((piece, at) => (at === 0 ? piece : withIndent(piece)))
      .join('<w:lvl '),
  );
}

/** A level as it stands after `<w:lvl `, with its indent. */
function withIndent(piece: string): string {
  const [, level] = /^w:ilvl="(\d)"/u.exec(piece) ?? [];
  const end = piece.indexOf('</w:lvl>');
  if (level === undefined || end < 0) return piece;
  const [from, to] = [piece.indexOf('<w:pPr>'), piece.indexOf('</w:pPr>')];
  const has = from >= 0 && from < to && to < end;
  const made = `<w:pPr>${indent(Number(level), !piece.includes('w:val="bullet"'))}</w:pPr>`;
  return has
    ? piece.slice(0, from) + made + piece.slice(to + '</w:pPr>'.length)
    : piece.slice(0, end) + made + piece.slice(end);
}
