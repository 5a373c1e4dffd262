import assert from 'node:assert/strict';
import type { Language } from '../../../src/domain/corpus/types';
import type { Json, PandocDocument } from '../../../src/domain/handover/pandocJson';
import { isNode, words } from '../../../src/domain/handover/pandocJson';
import { ownTemplate } from '../../../src/domain/handover/template/ownTemplate';
import { withUnLayout } from '../../../src/domain/handover/template/unLayout';
import { withDateInHeader, withResolutionStyles } from '../../../src/domain/handover/template/unParagraphs';
import { mastheadOf, unTemplate } from '../../../src/domain/handover/template/unTemplate';

const text = (said: string): Json[] =>
  said.split(' ').flatMap((word, at) => [...(at === 0 ? [] : [{ t: 'Space' }]), { t: 'Str', c: word }]);
/** `*Recalling* the rest`: what stands between the first asterisks is in italics. */
const para = (said: string): Json => {
  const [, opening, rest = ''] = /^\*([^*]*)\*(.*)$/u.exec(said) ?? [];
  return {
    t: 'Para',
    c: opening === undefined ? text(said) : [{ t: 'Emph', c: text(opening) }, ...(rest === '' ? [] : text(rest))],
  };
};
const list = (style: string, ...items: Json[][]): Json => ({
  t: 'OrderedList',
  c: [[1, { t: style }, { t: 'Period' }], items],
});

/** Each paragraph that got a style: which, and its words. */
function styles(...blocks: Json[]): string[] {
  const found: string[] = [];
  const go = (value: Json): void => {
    if (value === null || typeof value !== 'object') return;
    if (isNode(value) && value.t === 'Div') {
      const [[, , [[, style]]], inner] = value.c as unknown as [[string, string[], [[string, string]]], Json[]];
      found.push(`${style}: ${words(inner)}`);
    } else for (const item of Object.values(value)) go(item as Json);
  };
  go(withResolutionStyles({ meta: {}, blocks }, 'en').blocks as Json);
  return found;
}

describe('the styles of a resolution in Word', () => {
  it('tell preambular paragraphs from the name of the body that adopts', () => {
    assert.deepEqual(
      styles(
        para('*The General Conference,*'),
        para('*Recalling* its resolution,'),
        para('*Deeply concerned* by this,'),
      ),
      [
        'Adopting Body: The General Conference,',
        'Preambular Paragraph: Recalling its resolution,',
        'Preambular Paragraph: Deeply concerned by this,',
      ],
    );
    assert.deepEqual(styles(para('THE GENERAL ASSEMBLY,'), para('*Recalling* it,')), [
      'Adopting Body: THE GENERAL ASSEMBLY,',
      'Preambular Paragraph: Recalling it,',
    ]);
  });

  it('see the comma before a note', () => {
    const note: Json = { t: 'Note', c: [para('Elsewhere.')] };
    const opening = para('*Recalling* it,') as { t: string; c: Json[] };
    assert.equal(styles({ t: 'Para', c: [...opening.c, note, note] }).length, 1);
  });

  it('follow the levels of operative paragraphs', () => {
    assert.deepEqual(
      styles(
        list(
          'Decimal',
          [para('*Calls upon* States:'), list('LowerAlpha', [para('To go on:'), list('LowerRoman', [para('Here;')])])],
          [para('Decides no more.')],
        ),
      ),
      [
        'Operative Paragraph: Calls upon States:',
        'Subparagraph (a): To go on:',
        'Subparagraph (i): Here;',
        'Operative Paragraph: Decides no more.',
      ],
    );
    assert.deepEqual(
      styles(para('*Noting* it,'), list('Decimal', [para('Calls upon all.')]), para('*Decides* to go on.')).slice(1),
      ['Operative Paragraph: Calls upon all.', 'Operative Paragraph: Decides to go on.'],
    );
  });

  it('have a. and i. below them as (a) and (i), as a) and i) in French and Spanish, and other marks as they are written', () => {
    const marks = (language: Language, mark: string, ...levels: string[]): string[] => {
      const below = (at: number): Json[] =>
        levels[at] === undefined
          ? []
          : [{ t: 'OrderedList', c: [[1, { t: levels[at] }, { t: mark }], [[para('It is:'), ...below(at + 1)]]] }];
      const { blocks } = withResolutionStyles(
        {
          meta: {},
          blocks: [
            {
              t: 'OrderedList',
              c: [[1, { t: 'Decimal' }, { t: 'Period' }], [[para('*Calls upon* all:'), ...below(0)]]],
            },
          ],
        },
        language,
      );
      return [...JSON.stringify(blocks).matchAll(/"(Period|OneParen|TwoParens)"/gu)].map(([, found = '']) => found);
    };
    const levels = ['LowerAlpha', 'LowerRoman', 'LowerAlpha', 'LowerRoman'];
    assert.deepEqual(marks('en', 'Period', ...levels), ['Period', 'TwoParens', 'TwoParens', 'Period', 'Period']);
    assert.deepEqual(marks('fr', 'Period', ...levels), ['Period', 'OneParen', 'OneParen', 'Period', 'Period']);
    assert.deepEqual(marks('en', 'OneParen', 'LowerAlpha'), ['Period', 'OneParen']);
    assert.deepEqual(marks('en', 'Period', 'Decimal'), ['Period', 'Period']);
  });

  it('leave other drafts as they are', () => {
    const blocks = [
      para('*Migration* is old.'),
      para('*All in italics,*'),
      para('A clause,'),
      para('*Decides* to go on.'),
      list('Decimal', [para('First.')]),
      list('LowerAlpha', [para('*First* of letters.')]),
      para('*So many words in italics that this is emphasis* and nothing else,'),
      { t: 'BlockQuote', c: [para('*Recalling* it,')] },
    ];
    assert.deepEqual(withResolutionStyles({ meta: {}, blocks }, 'en').blocks, blocks);
  });
});

describe('the header of a Word document in the manner of UN documents', () => {
  const meta = (fields: Record<string, string>): PandocDocument => ({
    meta: Object.fromEntries(Object.entries(fields).map(([key, said]) => [key, { t: 'MetaInlines', c: text(said) }])),
    blocks: [],
  });

  it('says what the front matter says, and nothing else', () => {
    assert.deepEqual(mastheadOf(meta({ symbol: 'A/1', date: '2 March 2022', lang: 'fr-CH', papersize: 'letter' })), {
      symbol: 'A/1',
      date: '2 March 2022',
      language: 'Français',
      paper: 'letter',
    });
    assert.deepEqual(mastheadOf(meta({ lang: 'de' })), { paper: 'a4' });
  });

  it('has the words of the draft as words only', () => {
    const header = unTemplate(mastheadOf(meta({ symbol: '<w:fldSimple w:instr="DDEAUTO"/>' }))).get('word/header1.xml');
    assert.ok(typeof header === 'string' && !header.includes('<w:fldSimple'));
  });

  it('has the date instead of the text', () => {
    assert.deepEqual(withDateInHeader(meta({ date: 'today', title: 'T' })).meta, meta({ title: 'T' }).meta);
  });
});

describe('the layout of a Word document in the manner of UN documents', () => {
  it('indents each level of a list, with its number or without', () => {
    const level = (at: number, format: string): string =>
      `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}" /><w:pPr><w:ind w:left="1" /></w:pPr></w:lvl>`;
    const made = withUnLayout(
      new Map([
        [
          'word/numbering.xml',
          `<w:numbering>${level(0, 'decimal')}${level(0, 'bullet')}${level(1, 'lowerLetter')}</w:numbering>`,
        ],
      ]),
    ).get('word/numbering.xml');
    assert.deepEqual(
      [...String(made).matchAll(/<w:ind ([^/]*)\/>/gu)].map(([, said]) => said),
      ['w:left="0" w:firstLine="475"', 'w:left="950" w:hanging="475"', 'w:left="1425" w:hanging="475"'],
    );
  });

  it('makes tables as wide as the text where the draft says no width', () => {
    const made = withUnLayout(
      new Map([['word/document.xml', '<w:tblW w:type="auto" w:w="0" /><w:tblW w:type="pct" w:w="2500" />']]),
    );
    assert.equal(made.get('word/document.xml'), '<w:tblW w:type="pct" w:w="5000"/><w:tblW w:type="pct" w:w="2500" />');
  });
});

describe('a drafter’s own Word template', () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (type: string, target: string, more = ''): string =>
    `<Relationships><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"${more}/></Relationships>`;
  const parts = (more: Record<string, string> = {}): Map<string, string> =>
    new Map(
      Object.entries({
        'word/document.xml': '<w:document/>',
        'word/styles.xml': '<w:styles/>',
        'word/_rels/document.xml.rels': relation('header', 'header1.xml'),
        'word/header1.xml': '<w:hdr/>',
        ...more,
      }),
    );
  const field = (...pieces: string[]): Record<string, string> => ({
    'word/header1.xml': `<w:hdr><w:fldChar w:fldCharType="begin"/>${pieces.map(piece => `<w:instrText xml:space="preserve">${piece}</w:instrText>`).join('</w:r><w:r>')}<w:fldChar w:fldCharType="end"/></w:hdr>`,
  });

  it('gives its styles, page, header and footer, and nothing else', () => {
    const taken = ownTemplate(
      parts({
        'word/settings.xml': '',
        'word/_rels/settings.xml.rels': '',
        'word/vbaProject.bin': '',
        'word/embeddings/a.bin': '',
        'customXml/item1.xml': '',
        'word/media/image1.png': '',
      }),
    );
    assert.ok(typeof taken !== 'string');
    assert.deepEqual([...taken.keys()], [...parts().keys(), 'word/media/image1.png']);
    assert.equal(ownTemplate(new Map([['mimetype', 'text']])), 'noDocx');
  });

  it('may number its pages, show its own images, and link to the web', () => {
    for (const more of [
      field(' PAGE '),
      field(' NUM', 'PAGES \\* MERGEFORMAT '),
      { 'word/footer1.xml': '<w:ftr><w:fldSimple w:instr=" PAGE "><w:r/></w:fldSimple></w:ftr>' },
      { 'word/_rels/header1.xml.rels': relation('image', 'media/image1.png') },
      { 'word/_rels/header1.xml.rels': relation('hyperlink', 'https://www.iom.int', ' TargetMode="External"') },
      { 'word/_rels/document.xml.rels': relation('attachedTemplate', 'file://x/y', ' TargetMode="External"') },
    ])
      assert.notEqual(typeof ownTemplate(parts(more)), 'string', JSON.stringify(more));
  });

  it('is refused where its header could fetch or run something', () => {
    for (const more of [
      field(' DDEAUTO c:\\\\x '),
      field(' DDE', 'AUTO c:\\\\x '),
      field(' INCLUDEPICTURE "http://x"'),
      field(' &#68;DEAUTO x'),
      field(' IF ', ' 1 = 1 '),
      // Two instructions of one field, a field in an instruction, an instruction that stays open, and one without
      // letters.
      { 'word/footer1.xml': '<w:ftr><w:fldSimple a:instr="PAGE" w:instr="INCLUDEPICTURE x"/></w:ftr>' },
      {
        'word/header1.xml':
          '<w:hdr><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="begin"/><w:instrText>TITLE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:hdr>',
      },
      { 'word/header1.xml': '<w:hdr><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:hdr>' },
      {
        'word/header1.xml':
          '<w:hdr><w:fldChar w:fldCharType="begin"/><w:t>DDE x</w:t><w:fldChar w:fldCharType="end"/></w:hdr>',
      },
      { 'word/header1.xml': '<?xml version="1.0" encoding="utf-7"?><w:hdr/>' },
      { 'word/header1.xml': '<w:hdr><a:blip r1:link="rId1"/></w:hdr>' },
      { 'word/footer1.xml': '<w:ftr><w:fldSimple w:instr=" INCLUDETEXT x "/></w:ftr>' },
      { 'word/footer1.xml': "<w:ftr><x:fldSimple x:instr=' DDE x '/></w:ftr>" },
      { 'word/_rels/header1.xml.rels': relation('image', 'http://x/y.png', ' TargetMode="External"') },
      { 'word/_rels/header1.xml.rels': relation('image', 'http://x/y.png', " TargetMode = '&#69;xternal'") },
      { 'word/_rels/header1.xml.rels': relation('oleObject', 'embeddings/a.bin') },
      { 'word/_rels/header1.xml.rels': relation('hyperlink', 'file://x/y', ' TargetMode="External"') },
      { 'word/_rels/document.xml.rels': relation('header', 'http://x', ' TargetMode="External"') },
      { 'word/_rels/document.xml.rels': relation('header', '../../x.xml') },
      { 'word/header1.xml': '<w:hdr><v:imagedata src="http://x"/></w:hdr>' },
      { 'word/header1.xml': '<w:hdr><a:blip r:link="rId1"/></w:hdr>' },
      { 'word/header1.xml': '<w:hdr><w:altChunk r:id="rId1"/></w:hdr>' },
      { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY e "x">]><w:styles/>' },
      { 'word/header1.xml': '\ufffd\0<\0w' },
      { 'word/header1.xml': '<w:hdr><w:instrText><![CDATA[DDE]]></w:instrText></w:hdr>' },
    ])
      assert.equal(ownTemplate(parts(more)), 'outward', JSON.stringify(more));
  });
});
