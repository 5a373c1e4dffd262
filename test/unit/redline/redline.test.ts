// Small Word documents made by hand, and what is marked between two of them.
import assert from 'node:assert/strict';
import type { DocxParts } from '../../../src/domain/handover/docx';
import { redline } from '../../../src/domain/redline/redline';

const by = { author: 'Ana & “B”', date: '2026-05-01T00:00:00Z' };
const notesStart = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>';

function document(body: string, notes: readonly string[] = []): DocxParts {
  return new Map([
    ['word/document.xml', `<w:document><w:body>${body}<w:sectPr/></w:body></w:document>`],
    [
      'word/footnotes.xml',
      `<w:footnotes>${notesStart}${notes.map((note, at) => `<w:footnote w:id="${at + 20}"><w:p><w:r><w:t>${note}</w:t></w:r></w:p></w:footnote>`).join('')}</w:footnotes>`,
    ],
    ['word/styles.xml', '<w:styles></w:styles>'],
  ]);
}
const paragraph = (text: string, style = 'BodyText'): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text
    .split(/(\{\d+\})/u)
    .map(part =>
      part.startsWith('{')
        ? `<w:r><w:footnoteReference w:id="${part.slice(1, -1)}"/></w:r>`
        : `<w:r><w:t>${part}</w:t></w:r>`,
    )
    .join('')}</w:p>`;

function marked(old: DocxParts, made: DocxParts): { body: string; notes: string } {
  const parts = redline(old, made, by);
  assert.ok(parts);
  return { body: String(parts.get('word/document.xml')), notes: String(parts.get('word/footnotes.xml')) };
}
const texts = (xml: string, name: 'del' | 'ins'): string[] =>
  [...xml.matchAll(new RegExp(`<w:${name} [^>]*[^/]>(.*?)</w:${name}>`, 'gu'))].map(([, inner = '']) =>
    inner.replace(/<[^>]*>/gu, ''),
  );

describe('tracked changes between two Word documents', () => {
  it('are none where nothing differs', () => {
    assert.equal(redline(document(paragraph('One two.')), document(paragraph('One two.')), by), undefined);
  });

  it('are exactly one deletion and one insertion for each word that changed', () => {
    const { body } = marked(
      document(paragraph('States should urge all of them to act now.')),
      document(paragraph('Countries should ask all of us to act soon.')),
    );
    assert.deepEqual(texts(body, 'del'), ['States', 'urge', 'them', 'now']);
    assert.deepEqual(texts(body, 'ins'), ['Countries', 'ask', 'us', 'soon']);
    assert.ok(body.includes('w:author="Ana &amp; “B”" w:date="2026-05-01T00:00:00Z"'));
    assert.equal(/<w:del [^>]*><w:r><w:t/u.test(body), false);
  });

  it('join the words of a phrase, and keep the blanks at its ends', () => {
    const { body } = marked(
      document(paragraph('We noted the first point here.')),
      document(paragraph('We noted a second point here.')),
    );
    assert.deepEqual([texts(body, 'del'), texts(body, 'ins')], [['the first'], ['a second']]);
  });

  it('mark the end of a paragraph that is new, and of one that is gone', () => {
    const [one, two, three] = ['One is here.', 'Two was quite other.', 'Three ends it.'].map(text => paragraph(text));
    const inserted = marked(document(`${one}${three}`), document(`${one}${two}${three}`)).body;
    assert.match(
      inserted,
      /<w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr><w:ins [^>]*><w:r><w:t [^>]*>Two was quite other\.</u,
    );
    assert.match(
      marked(document(`${one}${two}${three}`), document(`${one}${three}`)).body,
      /<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr><w:del [^>]*><w:r><w:delText [^>]*>Two was quite other\.</u,
    );
  });

  it('never mark the end of the last paragraph, which Word cannot take out', () => {
    const { body } = marked(
      document(paragraph('One is here.')),
      document(`${paragraph('One is here.')}${paragraph('Last words, and new.', 'Quote')}`),
    );
    assert.match(body, /<w:pStyle w:val="BodyText"\/><w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr><w:r>/u);
    assert.match(
      body,
      /<w:pStyle w:val="Quote"\/><w:pPrChange [^>]*><w:pPr><w:pStyle w:val="BodyText"\/><\/w:pPr><\/w:pPrChange><\/w:pPr><w:ins/u,
    );
  });

  it('track a paragraph that became a heading', () => {
    const { body } = marked(document(paragraph('Scope')), document(paragraph('Scope', 'Heading1')));
    assert.match(body, /<w:pStyle w:val="Heading1"\/><w:pPrChange /u);
    assert.deepEqual([texts(body, 'del'), texts(body, 'ins')], [[], []]);
  });

  it('delete and insert a note that changed, each with its own words', () => {
    const { body, notes } = marked(
      document(paragraph('Said.{20}'), ['IOM, conclusion 4.']),
      document(paragraph('Said.{20}'), ['IOM, conclusion 5.']),
    );
    const [deleted = '', inserted = ''] = [
      ...body.matchAll(/<w:(?:del|ins) [^>]*><w:r><w:footnoteReference w:id="(\d+)"\/>/gu),
    ].map(([, id]) => id);
    assert.equal(inserted, '20');
    assert.notEqual(deleted, '20');
    assert.match(
      notes,
      new RegExp(`<w:footnote w:id="${deleted}"><w:p><w:del [^>]*><w:r><w:delText [^>]*>IOM, conclusion 4\\.<`, 'u'),
    );
    assert.match(notes, /<w:footnote w:id="20"><w:p><w:ins [^>]*><w:r><w:t [^>]*>IOM, conclusion 5\.</u);
  });

  it('leave alone a note that pandoc only numbered otherwise', () => {
    const { body } = marked(
      document(paragraph('One.{20}'), ['Same.']),
      document(paragraph('One.{21} Two.{20}'), ['New.', 'Same.']),
    );
    assert.match(body, /<w:r><w:t [^>]*>One\.<\/w:t><w:footnoteReference w:id="21"\/><\/w:r><w:ins /u);
  });

  it('mark rows, and words in cells', () => {
    const row = (...cells: string[]): string =>
      `<w:tr>${cells.map(cell => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const table = (...rows: string[]): string =>
      `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>${paragraph('After.')}`;
    const { body } = marked(
      document(table(row('a b c', 'old'), row('x', 'y'))),
      document(table(row('a b c', 'new'), row('fresh', 'row'), row('x', 'y'))),
    );
    assert.deepEqual(texts(body, 'del'), ['old']);
    assert.deepEqual(texts(body, 'ins'), ['new', 'fresh', 'row']);
    assert.equal([...body.matchAll(/<w:trPr><w:ins /gu)].length, 1);
  });

  it('have each a number of its own', () => {
    const { body, notes } = marked(
      document(paragraph('A b c{20} d.'), ['One.']),
      document(`${paragraph('A x c{20} y.')}${paragraph('More.')}`, ['Two.']),
    );
    const ids = [...`${body}${notes}`.matchAll(/<w:(?:ins|del|pPrChange) w:id="(\d+)"/gu)].map(([, id]) => id);
    assert.ok(ids.length >= 6);
    assert.equal(new Set(ids).size, ids.length);
  });
});
