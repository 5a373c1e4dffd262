// The styles of the template in the manner of UN documents: those that pandoc names, and those of resolutions. Lengths
// are in twentieths of a point.

/** The styles of a resolution's paragraphs, by their names in Word. */
export const unNames = {
  body: 'Adopting Body',
  preambular: 'Preambular Paragraph',
  operative: 'Operative Paragraph',
  /** (a), and (i) below it. */
  below: ['Subparagraph (a)', 'Subparagraph (i)'],
} as const;

/** What pandoc finds a style by: its name without what is no letter. */
function styleId(name: string): string {
  return name.replace(/[^A-Za-z0-9]/gu, '');
}

interface ParagraphStyle {
  readonly on?: string;
  readonly next?: string;
  /** What the paragraph is like, in the order that Word asks for. */
  readonly p?: string;
  readonly r?: string;
}

function paragraphStyle(
  name: string,
  { on = 'Normal', next, p = '', r = '' }: ParagraphStyle = {},
  id = styleId(name),
): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${on}"/>` +
    (next === undefined ? '' : `<w:next w:val="${next}"/>`) +
    '<w:qFormat/>' +
    (p === '' ? '' : `<w:pPr>${p}</w:pPr>`) +
    (r === '' ? '' : `<w:rPr>${r}</w:rPr>`) +
    '</w:style>'
  );
}

function characterStyle(name: string, r: string): string {
  return `<w:style w:type="character" w:styleId="${styleId(name)}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr>${r}</w:rPr></w:style>`;
}

const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const spacing = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const bold = '<w:b/><w:bCs/>';
const italic = '<w:i/><w:iCs/>';
const left = '<w:jc w:val="left"/>';
/** Resolutions only: elsewhere, lines that the draft breaks itself would be drawn apart. */
const justified = '<w:jc w:val="both"/>';
const right = '<w:jc w:val="right"/>';
const together = '<w:keepNext/><w:keepLines/>';
const line = (edge: string, width: number, space = 1): string =>
  `<w:${edge} w:val="single" w:sz="${width}" w:space="${space}" w:color="000000"/>`;
/** Into the margins, where header and footer reach. */
const outdented = '<w:ind w:left="-1134" w:right="-1134"/>';

/** The size and the weight of each level of headings. */
const headings = [
  [size(28), bold],
  [size(24), bold],
  [size(20), bold],
  [size(20), bold + italic],
  ...Array.from({ length: 5 }, () => [size(20), italic] as const),
]
  .map(([points, weight], at) =>
    paragraphStyle(
      `heading ${at + 1}`,
      {
        next: 'BodyText',
        p: `${together}${spacing(at === 0 ? 360 : 240, 120)}${left}<w:outlineLvl w:val="${at}"/>`,
        r: `${weight}${points}`,
      },
      `Heading${at + 1}`,
    ),
  )
  .join('');

export const unStyles =
  '<w:docDefaults><w:rPrDefault><w:rPr>' +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>' +
  `<w:color w:val="000000"/>${size(20)}<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>` +
  '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="240" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  paragraphStyle('Body Text') +
  paragraphStyle('First Paragraph', { on: 'BodyText', next: 'BodyText' }) +
  paragraphStyle('Compact', { on: 'BodyText', p: `${spacing(40, 40)}${left}` }) +
  paragraphStyle(unNames.body, {
    on: 'BodyText',
    next: styleId(unNames.preambular),
    p: '<w:keepNext/><w:ind w:firstLine="475"/>',
    r: italic,
  }) +
  paragraphStyle(unNames.preambular, { on: 'BodyText', p: `<w:ind w:firstLine="475"/>${justified}` }) +
  paragraphStyle(unNames.operative, { on: 'BodyText', p: `<w:ind w:firstLine="475"/>${justified}` }) +
  unNames.below
    .map((name, at) => paragraphStyle(name, { on: 'BodyText', p: `<w:ind w:left="${950 + 475 * at}"/>${justified}` }))
    .join('') +
  paragraphStyle('Title', { next: 'BodyText', p: `${together}${spacing(360, 240)}${left}`, r: `${bold}${size(34)}` }) +
  paragraphStyle('Subtitle', { next: 'BodyText', p: `${together}${spacing(0, 240)}${left}`, r: `${bold}${size(28)}` }) +
  paragraphStyle('Author', { next: 'BodyText', p: `${together}${left}`, r: bold }) +
  paragraphStyle('Date', { next: 'BodyText', p: `${together}${left}` }) +
  paragraphStyle('Abstract', { on: 'BodyText', p: '<w:ind w:left="475" w:right="475"/>' }) +
  paragraphStyle('Bibliography', { on: 'BodyText', p: `<w:ind w:left="475" w:hanging="475"/>${left}` }) +
  headings +
  paragraphStyle('TOC Heading', { on: 'Heading1', next: 'BodyText', p: '<w:outlineLvl w:val="9"/>' }) +
  paragraphStyle('Block Text', { on: 'BodyText', next: 'BodyText', p: '<w:ind w:left="950" w:right="950"/>' }) +
  paragraphStyle(
    'footnote text',
    { p: `<w:spacing w:before="0" w:after="40" w:line="220" w:lineRule="atLeast"/>${left}`, r: size(17) },
    'FootnoteText',
  ) +
  paragraphStyle('Footnote Block Text', { on: 'FootnoteText', p: '<w:ind w:left="475" w:right="475"/>' }) +
  paragraphStyle('Definition Term', { next: 'Definition', p: `${together}${spacing(0, 0)}`, r: bold }) +
  paragraphStyle('Definition', { on: 'BodyText', p: '<w:ind w:left="475"/>' }) +
  paragraphStyle('caption', { p: `${spacing(120, 120)}${left}`, r: bold }, 'Caption') +
  paragraphStyle('Table Caption', { on: 'Caption', p: '<w:keepNext/>' }) +
  paragraphStyle('Image Caption', { on: 'Caption' }) +
  paragraphStyle('Figure', {}) +
  paragraphStyle('Captioned Figure', { on: 'Figure', p: '<w:keepNext/>' }) +
  paragraphStyle('header', { p: `${spacing(0, 0)}${outdented}`, r: size(18) }, 'Header') +
  paragraphStyle('Document Symbol', {
    on: 'Header',
    p: `<w:pBdr>${line('bottom', 8, 4)}</w:pBdr>${spacing(0, 80)}${right}`,
    r: `${bold}${size(28)}`,
  }) +
  paragraphStyle('Document Facts', { on: 'Header', p: right }) +
  paragraphStyle('Page Symbol', { on: 'Header', p: `<w:pBdr>${line('bottom', 4, 4)}</w:pBdr>${left}`, r: bold }) +
  paragraphStyle('footer', { p: `${spacing(0, 0)}${outdented}${right}`, r: `${bold}${size(18)}` }, 'Footer') +
  characterStyle('Verbatim Char', '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>') +
  characterStyle('Section Number', '') +
  '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
  characterStyle('Hyperlink', '<w:color w:val="000000"/>') +
  '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>' +
  `<w:tblPr><w:tblBorders>${line('top', 4, 0)}${line('bottom', 12, 0)}</w:tblBorders></w:tblPr>` +
  `<w:tblStylePr w:type="firstRow"><w:pPr><w:keepNext/></w:pPr><w:rPr>${italic}</w:rPr><w:tcPr><w:tcBorders>${line('bottom', 12, 0)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>`;
