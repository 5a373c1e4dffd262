// What pandoc writes into Word files that stricter readers, or Word itself, take for damage.
import assert from 'node:assert/strict';
import { withNotesImages } from '../../../src/domain/handover/notesImages';
import { withStyleFirst } from '../../../src/domain/handover/styleFirst';

const rels = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="x">${inner}</Relationships>`;
const image = '<Relationship Type="image" Id="rId21" Target="media/rId21.png" />';
const link = '<Relationship Type="hyperlink" Id="rId24" Target="https://a.org" TargetMode="External" />';

describe('a Word file, mended', () => {
  it('says for its notes, too, where their images are', () => {
    const open = '<Relationships xmlns="x"';
    for (const [known, made] of [
      [rels(link), rels(link + image)],
      [`${open} />`, `${open}>${image}${link}</Relationships>`],
    ] as const) {
      const parts = new Map([
        ['word/footnotes.xml', '<w:footnote><a:blip r:embed="rId21" /><w:hyperlink r:id="rId24"/></w:footnote>'],
        ['word/_rels/footnotes.xml.rels', known],
        ['word/_rels/document.xml.rels', rels(image + link)],
      ]);
      assert.equal(withNotesImages(parts).get('word/_rels/footnotes.xml.rels'), made);
    }
  });

  it('is the same parts where its notes have no images', () => {
    const parts = new Map([
      ['word/footnotes.xml', '<w:footnote/>'],
      ['word/_rels/footnotes.xml.rels', rels('')],
      ['word/_rels/document.xml.rels', rels(image)],
    ]);
    assert.equal(withNotesImages(parts), parts);
  });

  it('has each paragraph’s style before its list, and nothing else moved', () => {
    const xml =
      '<w:p><w:pPr><w:numPr><w:numId w:val="1" /></w:numPr><w:pStyle w:val="Compact" /></w:pPr></w:p><w:p><w:pPr><w:bidi /></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="A" /></w:pPr></w:p>';
    assert.equal(
      withStyleFirst(new Map([['word/document.xml', xml]])).get('word/document.xml'),
      '<w:p><w:pPr><w:pStyle w:val="Compact" /><w:numPr><w:numId w:val="1" /></w:numPr></w:pPr></w:p><w:p><w:pPr><w:bidi /></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="A" /></w:pPr></w:p>',
    );
  });
});
