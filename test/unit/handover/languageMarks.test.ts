// The languages of a Word document's words: marked in what pandoc read, and said in what it wrote.
import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { verbatimIn, withLanguageMarks, withRunLanguages } from '../../../src/domain/handover/languageMarks';
import { isNode, type Json, type PandocDocument } from '../../../src/domain/handover/pandocJson';

const verbatim = verbatimIn(library);
const source = library.resolve('idm2022-1-d2c4')?.entry.text ?? '';
const words = source.split(/\s+/u);

/** Words as pandoc reads them. */
const inlines = (text: string): Json[] =>
  text
    .split(/( )/u)
    .filter(part => part !== '')
    .map((part): Json => (part === ' ' ? { t: 'Space' } : { t: 'Str', c: part }));
const para = (...c: Json[]): Json => ({ t: 'Para', c });

/** What is marked in a document, as its words. */
function marks(blocks: readonly Json[], meta: PandocDocument['meta'] = {}, language: 'en' | 'fr' = 'fr'): string[] {
  const found: string[] = [];
  const said = (value: Json): string => {
    if (Array.isArray(value)) return value.map(said).join('');
    if (!isNode(value) || value.t === 'Note') return '';
    if (value.t === 'Space') return ' ';
    return value.t === 'Str' ? String(value.c) : said(value.c ?? null);
  };
  JSON.stringify(
    withLanguageMarks({ meta, blocks }, language, verbatim).blocks,
    (_key, value: { t?: string; c?: [[string, string[], string[][]], Json] }) => {
      const style = value?.t === 'Span' ? value.c?.[0]?.[2]?.find(([name]) => name === 'custom-style') : undefined;
      if (style !== undefined) found.push(`${style[1]}: ${said(value.c?.[1] ?? null)}`);
      return value;
    },
  );
  return found;
}

describe('the languages of a Word document', () => {
  const part = words.slice(2, 8).join(' ');

  it('are marked on quotations of the sources, in French quotation marks, others, and blocks', () => {
    assert.deepEqual(marks([para(...inlines(`Il dit «\u00a0${part}\u00a0». Et « ${part} », puis “${part}”.`))]), [
      `language-en-GB: «\u00a0${part}\u00a0»`,
      `language-en-GB: « ${part} »`,
      `language-en-GB: “${part}”`,
    ]);
    assert.deepEqual(marks([para({ t: 'Quoted', c: [{ t: 'DoubleQuote' }, inlines(part)] })]), [
      `language-en-GB: ${part}`,
    ]);
    assert.deepEqual(
      marks([{ t: 'BlockQuote', c: [para(...inlines(source.replace(/\s+/gu, ' '))), para(...inlines('Source'))] }]),
      [`language-en-GB: ${source.replace(/\s+/gu, ' ')}`],
    );
    assert.deepEqual(
      marks([para(...inlines(`« ${words.slice(0, 3).join(' ')} […] ${words.slice(6, 9).join(' ')} »`))]).length,
      1,
    );
  });

  it('cost no more to find in quotations within quotations', () => {
    const read = (depth: number): number => {
      let [asked, block] = [0, para(...inlines('mot '.repeat(2_000)))];
      for (let level = 0; level < depth; level++) block = { t: 'BlockQuote', c: [block] };
      withLanguageMarks({ meta: {}, blocks: [block] }, 'fr', { ...verbatim, said: said => (asked += said.length) < 0 });
      return asked;
    };
    assert.ok(verbatim.longest > source.length);
    assert.ok('mot '.repeat(2_000).length > verbatim.longest);
    assert.equal(read(50), 0);
    assert.deepEqual(marks([{ t: 'BlockQuote', c: [{ t: 'BlockQuote', c: [para(...inlines(part))] }] }]), [
      `language-en-GB: ${part}`,
    ]);
  });

  it('are not marked on words of the draft’s own, on one word, or in an English draft', () => {
    assert.deepEqual(marks([para(...inlines(`« Ce sont d’autres mots » et « ${words[3]} ». ${part} « ${part}`))]), []);
    assert.deepEqual(marks([para(...inlines(`“${part}”`))], {}, 'en'), []);
    assert.deepEqual(
      marks([para(...inlines(`“${part}”`))], { lang: { t: 'MetaInlines', c: [{ t: 'Str', c: 'en-US' }] } }),
      [],
    );
    assert.deepEqual(marks([para(...inlines('» “ « ” x'))]), []);
  });

  it('are taken from what the draft marks itself, and from nothing that is no language', () => {
    const spanned = (tag: string): Json => para({ t: 'Span', c: [['', [], [['lang', tag]]], inlines('Wort')] });
    assert.deepEqual(
      marks([
        spanned('de'),
        spanned('en'),
        spanned('x" w:y="'),
        {
          t: 'Div',
          c: [['', [], [['lang', 'de-AT']]], [para(...inlines('Noch'), { t: 'Note', c: [para(...inlines('pas'))] })]],
        },
      ]),
      ['language-de: Wort', 'language-en-GB: Wort', 'language-de-AT: Noch'],
    );
  });

  it('are the document’s own, as the draft says or else by its rules', () => {
    const lang = (meta: PandocDocument['meta']): unknown =>
      withLanguageMarks({ meta, blocks: [] }, 'es', undefined).meta['lang'];
    assert.deepEqual(lang({}), { t: 'MetaString', c: 'es-ES' });
    assert.deepEqual(lang({ lang: { t: 'MetaString', c: 'fr-CH' } }), { t: 'MetaString', c: 'fr-CH' });
  });

  it('are said in the runs that have the marks, and the marks are gone', () => {
    const run = (style: string, more = ''): string =>
      `<w:r><w:rPr><w:rStyle w:val="${style}" />${more}</w:rPr><w:t>a</w:t></w:r>`;
    const parts = withRunLanguages(
      new Map([
        ['word/document.xml', `<w:p>${run('language-en-GB')}${run('language-de', '<w:i />')}${run('Hyperlink')}</w:p>`],
        [
          'word/styles.xml',
          '<w:styles><w:lang w:bidi="ar-SA" w:val="fr" /><w:style w:styleId="A"><w:name w:val="A" /></w:style><w:style w:type="character" w:styleId="language-de"><w:name w:val="x" /></w:style></w:styles>',
        ],
        ['media/x.png', new Uint8Array([1])],
      ] as [string, string | Uint8Array][]),
    );
    assert.equal(
      parts.get('word/document.xml'),
      '<w:p><w:r><w:rPr><w:lang w:val="en-GB" /></w:rPr><w:t>a</w:t></w:r>' +
        `<w:r><w:rPr><w:i /><w:lang w:val="de" /></w:rPr><w:t>a</w:t></w:r>${run('Hyperlink')}</w:p>`,
    );
    assert.equal(
      parts.get('word/styles.xml'),
      '<w:styles><w:lang w:bidi="ar-SA" w:val="fr-FR" /><w:style w:styleId="A"><w:name w:val="A" /></w:style></w:styles>',
    );
    assert.deepEqual(parts.get('media/x.png'), new Uint8Array([1]));
  });
});
