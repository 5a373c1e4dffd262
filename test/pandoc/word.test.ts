// Drafts in every form go through the pandoc that is installed, and what Word gets is read.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { bibliography, entryText } from '../../src/domain/citation/bibliography';
import { cite, definitionText, locatorText } from '../../src/domain/citation/cite';
import { exportSources } from '../../src/domain/citation/exports';
import { toMarkdown } from '../../src/domain/citation/inline';
import { forms, isAuthorDate, languages, styles, type Style } from '../../src/domain/citation/options';
import { library } from '../../src/domain/corpus/bundled';
import type { Language } from '../../src/domain/corpus/types';
import { Draft } from '../../src/domain/draft/draft';
import { listCloses, listOpens } from '../../src/domain/handover/listMarks';
import { inWord } from '../../src/domain/handover/writtenOut';
import { restyle } from '../../src/domain/restyle/restyle';
import { nodeFiles } from '../../src/editor/word/files';
import { exportToWord, type Missed, type Refusal, type WordExport } from '../../src/editor/word/pandoc';
import { nodeProcesses, NotFoundError, type Cancellation } from '../../src/editor/word/processes';
import { docxParts, footnotes, paragraphs } from './docx';

const never: Cancellation = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};
const processes = nodeProcesses();
const files = nodeFiles();
assert.ok(processes && files);
const sources = exportSources(library.corpora, 'csl-json');
const organization = 'International Organization for Migration';

/** The words of HTML. */
const plain = (html: string): string => html.replace(/<[^>]*>/gu, '').replace(/\s+/gu, ' ');

describe('a draft exported to Word by pandoc', () => {
  let folder: string;
  let output: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'idm word '));
    output = join(folder, 'draft; $(echo x) “é”.docx');
    writeFileSync(join(folder, 'sources.json'), sources);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const convert = (text: string, settings: Partial<WordExport> = {}): Promise<Refusal | undefined> =>
    exportToWord(processes, files, {
      pandoc: 'pandoc',
      token: never,
      text,
      folder,
      roots: [],
      output,
      sources,
      ...settings,
    });

  async function word(
    text: string,
    settings: Partial<WordExport> = {},
  ): Promise<{ body: string[]; notes: Map<string, string>; parts: Map<string, string> }> {
    assert.equal(await convert(text, settings), undefined);
    const parts = docxParts(output);
    return { body: paragraphs(parts.get('word/document.xml') ?? ''), notes: footnotes(parts), parts };
  }

  /** As the command exports a draft: its citations written out by its rules. */
  const exported = (
    text: string,
    rules: { readonly style: Style; readonly language: Language },
  ): ReturnType<typeof word> => word('', inWord(Draft.of(text, library), library, rules));

  it('has the notes of marks in notes in parentheses, ours and others, and tells of nothing', async () => {
    const label = 'idm2022-1-d2c4';
    const own = definitionText(library, [label], { style: 'un', language: 'en' });
    const text = `A.[^x] B.[^y]\n\n[^x]: See theirs.[^${label}]\n\n[^y]: See\n    more.[^z]\n\n[^${label}]: ${own}\n\n[^z]: One [two](https://example.org/).\n`;
    const {
      left: _left,
      marksLeft: _marks,
      ...draft
    } = inWord(Draft.of(text, library), library, { style: 'un', language: 'en' });
    const missed: Missed[] = [];
    const { notes } = await word('', { ...draft, tell: what => void missed.push(what) });
    assert.deepEqual(
      [...notes.values()].map(words => words.trim()).filter(words => words !== ''),
      [`See theirs. (${own.replace(/\\<<(.*?)>\\>/gu, '<$1>').replace(/\*(.*?)\*/gu, '$1')})`, 'See more. (One two.)'],
    );
    assert.deepEqual(missed, []);
  });

  it('has real footnotes, a new one with identical text for each mention', async () => {
    const definition = definitionText(library, 'idm2022-1-d2c4');
    const { body, notes } = await word(
      `One.[^idm2022-1-d2c4] Two.[^1] Three.[^idm2022-1-d2c4]\n\n[^1]: Theirs.\n[^idm2022-1-d2c4]: ${definition}\n`,
    );
    assert.equal(body.length, 1);
    const ids = [...(body[0] ?? '').matchAll(/\{(\d+)\}/gu)].map(([, id = '']) => id);
    assert.equal(body[0], `One.{${ids[0]}} Two.{${ids[1]}} Three.{${ids[2]}}`);
    assert.deepEqual(
      ids.map(id => notes.get(id)),
      [definition, 'Theirs.', definition],
    );
    assert.equal(new Set(ids).size, 3);
  });

  it('has the notes of every style as they are worded, italics and brackets rendered', async () => {
    for (const style of styles) {
      const { text } = restyle(
        library,
        'A [@idm2022-1, day 2, conclusion 4]. B [@idm2022-1, day 2, conclusions 5 and 6].\n',
        { form: 'footnote', style },
      );
      const { notes } = await word(text);
      const shown = [...text.matchAll(/^\[\^[^\]]+\]: (.*)$/gmu)].map(([, note = '']) =>
        note.replace(/\\<<(.*?)>\\>/gu, '<$1>').replace(/\*(.*?)\*/gu, '$1'),
      );
      assert.equal(shown.length, 2);
      assert.deepEqual([...notes.values()], shown, style);
    }
  });

  for (const language of languages) {
    it(`has every citation of every form and style resolved, wherever it stands (${language})`, async function () {
      this.timeout(240_000);
      const cited = ['d1c1', 'd2c4', 'd2c6', 'b2', 'd3c8', 'd2c1', 'd2c3', 'd2c5', 'b7'].map(id => `idm2022-1-${id}`);
      const [a, b, c, d, e, f, g, h, i] = cited.map(id => cite(library, [id], { form: 'pandoc', language }).text);
      const draft =
        `---\ntitle: "T: one"\nlang: ${language}\noutput: word_document\nformat:\n  docx: default\n---\n\n# H ${a}\n\nA ${b}, “b” ${b}. ^[Inline.]\n\n- c ${c};\n    1. d ${d}.\n\n` +
        `> e ${e}\n>\n> > f ${f}.\n\n| x |\n|---|\n| g ${g} |\n\nTerm\n:   h ${h}. Theirs.[^1] ${i}\n\n[^1]: Theirs.\n`;
      for (const form of forms) {
        for (const style of styles) {
          const { text, skipped } = restyle(library, draft, { form, style });
          assert.deepEqual(skipped, []);
          const { body, notes } = await word(text);
          const all = [...body, ...notes.values()].join('\n');
          assert.doesNotMatch(all, /\?\?\?|@|\[\^|\*|idm2022/u, `${form} ${style}`);
          assert.equal(notes.size, form === 'footnote' ? 12 : 2, `${form} ${style}`);
          const html = spawnSync(
            'pandoc',
            ['--citeproc', '--from=markdown', '--to=html', `--bibliography=${join(folder, 'sources.json')}`],
            { input: text, encoding: 'utf8' },
          );
          assert.equal(html.stderr, '', `${form} ${style}`);
          const numbers = style === 'apa' ? 'apaNumbers' : 'numbers';
          const written = style === 'un' || style === 'iom' ? 'words' : numbers;
          const place = (id: string): string =>
            locatorText(library, id, language, form === 'pandoc' ? 'numbers' : written).toLowerCase();
          for (const id of cited)
            assert.ok(
              all.toLowerCase().includes(place(id)) && plain(html.stdout).toLowerCase().includes(place(id)),
              `${form} ${style} ${place(id)}`,
            );
        }
      }
    });
  }

  it('has every pandoc citation resolved, places right, and the list of references', async () => {
    const one = cite(library, ['idm2022-1-d2c4', 'idm2022-1-d2c6'], { form: 'pandoc' }).text;
    const two = cite(library, ['idm2022-1-d1c2', 'idm2022-1-d2c4', 'idm2022-1-b2'], { form: 'pandoc' }).text;
    const { body, notes } = await word(`A ${one}. B ${two}. @idm2022-1 [day 3, conclusion 1] says.\n`);
    assert.equal(
      body[0],
      `A (${organization} 2022, day 2, conclusions 4 and 6). ` +
        `B (${organization} 2022, introduction, paragraph 2, day 1, conclusion 2, and day 2, conclusion 4). ` +
        `${organization} (2022, day 3, conclusion 1) says.`,
    );
    assert.equal(body.length, 3);
    assert.equal(body[1], 'Sources');
    assert.match(
      body[2] ?? '',
      /^International Organization for Migration\. 2022\. “International Dialogue on Migration 2022: .*Summary of Conclusions.*https:\/\/www\.iom\.int\//u,
    );
    assert.equal(notes.size, 0);
  });

  it('resolves citations in French and Spanish drafts', async () => {
    const french = cite(library, ['idm2022-1-d2c4'], { form: 'pandoc', language: 'fr' }).text;
    const spanish = cite(library, ['idm2022-1-d2c4', 'idm2022-1-d2c6'], { form: 'pandoc', language: 'es' }).text;
    const { body } = await word(`A ${french} ${spanish}.\n`);
    assert.equal(
      body[0],
      `A (${organization} 2022, jour 2, conclusion 4) (${organization} 2022, día 2, conclusiones 4 y 6).`,
    );
  });

  it('has a heading and a quotation that follow on text without an empty line', async () => {
    const { body, notes } = await word(
      'Before\n# Heading\nText.[^1]\n> Quoted.[^1]\n\nIn the year\n2022. It was so.\n\n[^1]: Theirs.\n',
    );
    assert.deepEqual(
      body.map(words => words.replace(/\{\d+\}/gu, '')),
      ['Before', 'Heading', 'Text.', 'Quoted.', 'In the year 2022. It was so.'],
    );
    assert.equal(notes.size, 2);
  });

  it('has paths and what else looks like a command of TeX as words, the notes behind them too, and no commands that lay out a page', async () => {
    const { body, notes } = await word('Open C:\\temp\\draft[^1] and \\q[^1].\n\n\\newpage\n\nEnd.\n\n[^1]: Theirs.\n');
    assert.deepEqual(
      body.map(words => words.replace(/\{\d+\}/gu, '¹')),
      ['Open C:\\temp\\draft¹ and \\q¹.', 'End.'],
    );
    assert.equal(notes.size, 2);
  });

  it('keeps in-text citations', async () => {
    const { body } = await word('A (IOM, 2022, day 2, fourth and sixth conclusions).\n');
    assert.deepEqual(body, ['A (IOM, 2022, day 2, fourth and sixth conclusions).']);
  });

  it('uses the draft’s own bibliography beside ours, from its folder', async () => {
    writeFileSync(
      join(folder, 'refs.json'),
      JSON.stringify([
        {
          id: 'other',
          type: 'book',
          title: 'Other',
          author: [{ family: 'Smith', given: 'A.' }],
          issued: { 'date-parts': [[2020]] },
        },
      ]),
    );
    const { body } = await word(
      '---\nbibliography: refs.json\n---\n\nA [see @other, p. 3; @idm2022-1, day 2, conclusion 4].\n',
    );
    assert.equal(body[0], `A (see Smith 2020, 3; ${organization} 2022, day 2, conclusion 4).`);
  });

  describe('as the command hands it over', () => {
    const smith = {
      id: 'smith',
      type: 'book',
      title: 'Other',
      author: [{ family: 'Smith', given: 'A.' }],
      issued: { 'date-parts': [[2020]] },
    };
    const theirs = /^Smith, A\. 2020\. Other\.$/u;

    for (const language of languages) {
      it(`has pandoc citations in the style that the draft follows, and the list under its heading (${language})`, async function () {
        this.timeout(120_000);
        const [four, five, day3] = [['idm2022-1-d2c4'], ['idm2022-1-d2c5'], ['idm2022-1-d3c1']].map(
          ids => cite(library, ids, { form: 'pandoc', language }).text,
        );
        const draft = `A ${four}. B ${five}. Theirs.[^1] C ${day3}.\n\n[^1]: Theirs.\n`;
        for (const style of styles) {
          const restyled = restyle(library, draft, {
            form: isAuthorDate(style) ? 'inText' : 'footnote',
            style,
            language,
            oneWay: true,
          }).text;
          const { body, notes } = await exported(draft, { style, language });
          const direct = await word(restyled);
          assert.deepEqual([...notes.values()], [...direct.notes.values()], style);
          assert.equal(notes.size, isAuthorDate(style) ? 1 : 4, style);
          assert.equal(body[0]?.replace(/\{\d+\}/gu, '{}'), direct.body[0]?.replace(/\{\d+\}/gu, '{}'), style);
          const [entry] = bibliography(library, [{ ids: ['idm2022-1-d2c4'] }], style, language);
          assert.deepEqual(
            body.slice(1),
            [language === 'es' ? 'Fuentes' : 'Sources', entry && entryText(entry)],
            style,
          );
        }
      });
    }

    it('has other people’s works beside ours in one list, be it the draft’s own', async () => {
      writeFileSync(join(folder, 'refs.json'), JSON.stringify([smith]));
      const front = '---\nbibliography: refs.json\n---\n\n';
      const list = `\n## Works cited\n\n${listOpens}\n- ${toMarkdown(bibliography(library, [{ ids: [], corpus: 'idm2022-1' }], 'un')[0]?.runs ?? [])}\n${listCloses}\n`;
      for (const [text, heading] of [
        [`${front}A [@smith, p. 3]. B [@idm2022-1, day 2, conclusion 4].\n`, 'Sources'],
        [`${front}A [@smith, p. 3]. B [@idm2022-1, day 2, conclusion 4].\n${list}`, 'Works cited'],
        [
          `${front}A [@smith, p. 3]. B [@idm2022-1, day 2, conclusion 4]. See [@smith; @idm2022-1, day 2, conclusion 5].\n\n## Works cited\n\n::: {#refs}\n:::\n`,
          'Works cited',
        ],
        [
          `${front}A [@smith, p. 3]. B (IOM, 2022, day 2, fourth conclusion).\n${list}\n## More\n\nSee.\n`,
          'Works cited',
        ],
      ] as const) {
        const { body } = await exported(text, { style: 'un', language: 'en' });
        assert.match(body[0] ?? '', /^A \(Smith 2020, 3\)\. B/u);
        assert.deepEqual(body.slice(1, 2), [heading]);
        assert.match(body[2] ?? '', /^International Organization for Migration \(IOM\) \(2022\)\./u);
        assert.match(body[3] ?? '', theirs);
        assert.deepEqual(body.slice(4), text.includes('More') ? ['More', 'See.'] : []);
      }
    });

    it('has other people’s works in a list under its heading where ours are not cited', async () => {
      writeFileSync(join(folder, 'refs.json'), JSON.stringify([smith]));
      for (const [lang, heading] of [
        ['en', 'Sources'],
        ['es', 'Fuentes'],
      ] as const) {
        const { body } = await exported(`---\nbibliography: refs.json\n---\n\nA [@smith].\n`, {
          style: 'un',
          language: lang,
        });
        assert.equal(body[1], heading);
        assert.match(body[2] ?? '', theirs);
      }
      const { body } = await exported(`---\nbibliography: refs.json\n---\n\nA [@smith].\n\n# References\n`, {
        style: 'un',
        language: 'en',
      });
      assert.equal(body[1], 'References');
      assert.match(body[2] ?? '', theirs);
    });

    it('leaves citations to pandoc where the draft names a style of its own', async () => {
      writeFileSync(
        join(folder, 'own.csl'),
        '<?xml version="1.0" encoding="utf-8"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Own</title>' +
          '<id>own</id><updated>2020-01-01T00:00:00+00:00</updated></info><citation><layout prefix="(own " suffix=")"><text variable="title-short"/></layout></citation>' +
          '<bibliography><layout><text value="entry"/></layout></bibliography></style>',
      );
      const { body, notes } = await exported('---\ncsl: own.csl\n---\n\nA [@idm2022-1, day 2, conclusion 4].\n', {
        style: 'un',
        language: 'en',
      });
      assert.match(body[0] ?? '', /^A \(own/u);
      assert.deepEqual(body.slice(1), ['Sources', 'entry']);
      assert.equal(notes.size, 0);
    });

    it('is in the draft’s language, and quotations of the source in theirs', async () => {
      const quoted = (library.resolve('idm2022-1-d2c4')?.entry.text ?? '').split(/\s+/u).slice(0, 6).join(' ');
      const draft = (lang: string): string =>
        `---\n${lang}\n---\n\nMots « ${quoted} » et “${quoted}”.[^1]\n\n> ${quoted}.\n\n[^1]: Note « ${quoted} ».\n`;
      for (const [text, language, own] of [
        ['lang: fr', 'fr', 'fr-FR'],
        ['lang: es-MX', 'es', 'es-MX'],
        ['idm-findings: { language: fr }', 'fr', 'fr-FR'],
        ['title: T', 'en', 'en-GB'],
      ] as const) {
        const { parts, body } = await exported(draft(text), { style: 'un', language });
        const [document = '', notes = '', style = ''] = ['document', 'footnotes', 'styles'].map(name =>
          parts.get(`word/${name}.xml`),
        );
        assert.match(style, new RegExp(`<w:docDefaults>[^]*<w:lang [^>]*w:val="${own}"`, 'u'), text);
        const spoken = (xml: string): string =>
          [...xml.matchAll(/<w:lang w:val="en-GB" \/><\/w:rPr><w:t[^>]*>([^<]*)/gu)].map(([, said]) => said).join('|');
        assert.equal(spoken(document).split(quoted.split(' ')[0] ?? '').length, language === 'en' ? 1 : 4, text);
        assert.equal(spoken(notes) !== '', language !== 'en', text);
        assert.doesNotMatch(document + notes + style, /language-/u);
        assert.ok(body.some(said => said === `${quoted}.`));
      }
    });

    it('has words around a citation of ours around what is written for it', async () => {
      const text = 'A [see @idm2022-1, day 2, conclusion 4, *emphasis* added]. B [@idm2022-1, day 2, conclusion 4].\n';
      const un = await exported(text, { style: 'un', language: 'en' });
      const note = definitionText(library, 'idm2022-1-d2c4', { style: 'un' }).replace(/\.$/u, '');
      assert.equal(un.body[0]?.replace(/\{\d+\}/gu, ''), 'A. B.');
      assert.deepEqual(
        [...un.notes.values()].map(words => words.trim()),
        [`See ${note}, emphasis added.`, `${note}.`],
      );
      const { body, notes } = await exported(text, { style: 'iom', language: 'en' });
      assert.equal(
        body[0],
        'A (see IOM, 2022, day 2, fourth conclusion, emphasis added). B (IOM, 2022, day 2, fourth conclusion).',
      );
      assert.equal(notes.size, 0);
    });

    it('has citations that only pandoc can write by pandoc, and our entry once', async () => {
      writeFileSync(join(folder, 'refs.json'), JSON.stringify([smith]));
      const { body, notes } = await exported(
        '---\nbibliography: refs.json\n---\n\nA [@smith; @idm2022-1, day 2, conclusion 4].\n',
        { style: 'un', language: 'en' },
      );
      assert.match(
        body[0] ?? '',
        /^A \(Smith 2020; International Organization for Migration 2022, day 2, conclusion 4\)\.$/u,
      );
      assert.equal(body.length, 4);
      assert.match(body[2] ?? '', /^International Organization for Migration \(IOM\) \(2022\)\./u);
      assert.equal(notes.size, 0);
    });
  });

  it('is refused when it refers to what pandoc would fetch', async () => {
    const text =
      '---\nbibliography: [here.json, "https://example.org/refs.json"]\ncsl: //example.org/x.csl\n---\n\n' +
      '![a](http://example.org/a.png) ![b][r] ![c](local.png) ![d](data:image/png;base64,AA==) [link](https://example.org)\n\n[r]: ftp://example.org/b.png\n';
    assert.deepEqual(await convert(text), {
      why: 'remote',
      addresses: [
        'https://example.org/refs.json',
        '//example.org/x.csl',
        'http://example.org/a.png',
        'ftp://example.org/b.png',
      ],
    });
    assert.ok(!existsSync(output));
  });

  it('fetches nothing that a file of the draft refers to in turn', async () => {
    let fetched = 0;
    const server = createServer((_request, response) => void (fetched++, response.end()));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const parent = `http://127.0.0.1:${(server.address() as AddressInfo).port}/parent`;
    writeFileSync(
      join(folder, 'dependent.csl'),
      '<?xml version="1.0" encoding="utf-8"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>T</title>' +
        `<id>x</id><link href="${parent}" rel="independent-parent"/><updated>2020-01-01T00:00:00+00:00</updated></info></style>`,
    );
    const refusal = await convert('---\ncsl: dependent.csl\n---\n\nA [@idm2022-1, day 2, conclusion 4].\n');
    server.close();
    assert.deepEqual(refusal, { why: 'remote', addresses: [parent] });
    assert.equal(fetched, 0);
  });

  it('never reaches a shell, nor is an option', async () => {
    output = join(folder, '--help');
    mkdirSync(join(folder, 'x'), { recursive: true });
    assert.equal(await convert('`touch pwned` $(touch pwned) --help\n'), undefined);
    assert.ok(existsSync(output) && !existsSync('pwned') && !existsSync(join(folder, 'pwned')));
  });

  it('says when there is no pandoc, when it is none, and what it complains of', async () => {
    await assert.rejects(convert('A', { pandoc: join(folder, 'nowhere') }), NotFoundError);
    assert.equal((await convert('A', { pandoc: 'false' }))?.why, 'failed');
    output = join(folder, 'no', 'folder', 'x.docx');
    const refusal = await convert('A');
    assert.ok(refusal?.why === 'failed' && /no\/folder/u.test(refusal.message));
    writeFileSync(join(folder, 'broken.json'), 'not json');
    output = join(folder, 'x.docx');
    const broken = await convert('---\nbibliography: broken.json\n---\n\n[@x]');
    assert.ok(broken?.why === 'failed' && broken.message !== '');
  });

  it('says what it could not find although it wrote the document', async () => {
    const told: Missed[] = [];
    const tell = (missed: Missed): void => void told.push(missed);
    assert.equal(
      await convert('A [@other, p. 3] ![x](missing.png) [@idm2022-1, day 2, conclusion 4].\n', { tell }),
      undefined,
    );
    assert.deepEqual(told, [
      { warnings: ['Citeproc: citation other not found'], leftOut: [{ name: 'missing.png', why: 'missing' }], raw: 0 },
    ]);
    assert.equal(await convert('A [@idm2022-1, day 2, conclusion 4].\n', { tell }), undefined);
    assert.equal(told.length, 1);
  });

  it('stops when it is cancelled', async () => {
    let cancel = (): void => undefined;
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: () => void): { dispose(): unknown } => (
        (cancel = listener),
        { dispose: () => undefined }
      ),
    };
    const running = convert('A\n'.repeat(200_000), { token });
    token.isCancellationRequested = true;
    cancel();
    assert.deepEqual(await running, { why: 'cancelled' });
  });
});
