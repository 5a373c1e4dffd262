// A Word template in the manner of UN documents: page, header and footer. It has no emblem and claims nothing: it only
// looks as such documents do.
import { escapeHtml as escapeXml } from '../../citation/inline';
import type { Language } from '../../corpus/types';
import type { DocxParts } from '../docx';
import { strings, type PandocDocument } from '../pandocJson';
import { unStyles } from './unStyles';

/** What the header of a document says, each where the draft's front matter says it. */
interface Masthead {
  readonly symbol?: string;
  readonly date?: string;
  /** The document's language, in that language. */
  readonly language?: string;
  readonly paper: 'a4' | 'letter';
}

/** Each language as a masthead names it. */
const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', es: 'Español' };

/**
 * What the front matter says for the header: `symbol`, `date`, `lang`, and `papersize` (A4 where it is not `letter`).
 */
export function mastheadOf({ meta }: PandocDocument): Masthead {
  const said = (field: string): string =>
    strings(meta[field] ?? null)
      .join(', ')
      .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\s]+/gu, ' ')
      .trim()
      .slice(0, 200);
  const [symbol, date] = [said('symbol'), said('date')];
  const language = (Object.keys(languageNames) as Language[]).find(
    code => said('lang').toLowerCase().split(/[-_]/u)[0] === code,
  );
  return {
    ...(symbol === '' ? {} : { symbol }),
    ...(date === '' ? {} : { date }),
    ...(language === undefined ? {} : { language: languageNames[language] }),
    paper: /letter$/iu.test(said('papersize')) ? 'letter' : 'a4',
  };
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces = `xmlns:w="${words}" xmlns:r="${relationships}"`;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Width and height in twentieths of a point. */
const papers = { a4: [11906, 16838], letter: [12240, 15840] } as const;
/** The margin beside the text; the header and the footer reach into it. */
const side = 2268;

/** The parts of a document whose styles, page, header and footer pandoc takes over. */
export function unTemplate(masthead: Masthead): DocxParts {
  const headers = {
    'header1.xml': header(first(masthead)),
    'header2.xml': header(later(masthead)),
    'footer1.xml': footer(pageNumber()),
  };
  return new Map<string, string>([
    ['[Content_Types].xml', contentTypes(Object.keys(headers))],
    ['_rels/.rels', rels([['officeDocument', 'word/document.xml']])],
    [
      'word/document.xml',
      `${declaration}<w:document ${namespaces}><w:body><w:p/>${section(masthead.paper)}</w:body></w:document>`,
    ],
    [
      'word/_rels/document.xml.rels',
      rels([
        ['styles', 'styles.xml'],
        ['header', 'header1.xml'],
        ['header', 'header2.xml'],
        ['footer', 'footer1.xml'],
      ]),
    ],
    ['word/styles.xml', `${declaration}<w:styles ${namespaces}>${unStyles}</w:styles>`],
    ...Object.entries(headers).map(([name, xml]) => [`word/${name}`, xml] as const),
  ]);
}

function rels(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(headers: readonly string[]): string {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const part = (name: string, type: string): string =>
    `<Override PartName="/word/${name}" ContentType="${main}.${type}+xml"/>`;
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    part('document.xml', 'document.main') +
    part('styles.xml', 'styles') +
    headers.map(name => part(name, name.startsWith('header') ? 'header' : 'footer')).join('') +
    '</Types>'
  );
}

function section(paper: Masthead['paper']): string {
  const [width, height] = papers[paper];
  return (
    '<w:sectPr>' +
    '<w:headerReference w:type="first" r:id="rId2"/><w:headerReference w:type="default" r:id="rId3"/>' +
    '<w:footerReference w:type="first" r:id="rId4"/><w:footerReference w:type="default" r:id="rId4"/>' +
    `<w:pgSz w:w="${width}" w:h="${height}"/>` +
    `<w:pgMar w:top="1701" w:right="${side}" w:bottom="1417" w:left="${side}" w:header="720" w:footer="720" w:gutter="0"/><w:titlePg/></w:sectPr>`
  );
}

function header(paragraphs: string): string {
  return `${declaration}<w:hdr ${namespaces}>${paragraphs}</w:hdr>`;
}

function footer(paragraphs: string): string {
  return `${declaration}<w:ftr ${namespaces}>${paragraphs}</w:ftr>`;
}

function paragraph(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** The first page: the symbol over a line, below it date and language. */
function first({ symbol = '', date, language }: Masthead): string {
  const facts = [date, language].filter(fact => fact !== undefined);
  if (symbol === '' && facts.length === 0) return paragraph('Header', '');
  return (
    paragraph('DocumentSymbol', symbol === '' ? '' : run(symbol)) +
    facts.map(fact => paragraph('DocumentFacts', run(fact))).join('')
  );
}

/** Further pages: the symbol over a line. */
function later({ symbol = '' }: Masthead): string {
  return symbol === '' ? paragraph('Header', '') : paragraph('PageSymbol', run(symbol));
}

/** "2/5". */
function pageNumber(): string {
  const field = (name: string): string => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return paragraph('Footer', `${field('PAGE')}${run('/')}${field('NUMPAGES')}`);
}
