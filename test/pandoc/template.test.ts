// A resolution goes through the pandoc that is installed with the template in the manner of UN documents, and the
// styles in the file are read.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { inWord } from '../../src/domain/handover/writtenOut';
import { unTemplate } from '../../src/domain/handover/template/unTemplate';
import { nodeFiles } from '../../src/editor/word/files';
import { exportToWord } from '../../src/editor/word/pandoc';
import { nodeProcesses, type Cancellation } from '../../src/editor/word/processes';
import { readTemplate } from '../../src/editor/word/template';
import { writeDocx } from '../../src/editor/word/zip';
import { docxParts, paragraphs } from './docx';

const never: Cancellation = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** Each paragraph of a part: the name of its style, and its words. */
function styled(parts: ReadonlyMap<string, string>, part: string): string[] {
  const names = new Map(
    [...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"/gu)].map(
      ([, id = '', name = '']) => [id, name],
    ),
  );
  return [...(parts.get(part) ?? '').matchAll(/<w:p(?: [^>]*)?>[\s\S]*?<\/w:p>/gu)].map(([xml]) => {
    const id = /<w:pStyle w:val="([^"]+)"/u.exec(xml)?.[1] ?? '';
    return `${names.get(id) ?? `(no style ${id})`}: ${paragraphs(xml).join('').slice(0, 40)}`;
  });
}

describe('a resolution exported in the manner of UN documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idm template '));
  after(() => rmSync(folder, { recursive: true }));

  async function exported(text: string): Promise<Map<string, string>> {
    const [processes, files] = [nodeProcesses(), nodeFiles()];
    assert.ok(processes && files);
    const output = join(folder, 'draft.docx');
    const refusal = await exportToWord(processes, files, {
      pandoc: 'pandoc',
      token: never,
      folder,
      roots: [],
      output,
      un: true,
      ...inWord(Draft.of(text, library), library, { style: 'un', language: 'en' }),
    });
    assert.equal(refusal, undefined);
    return docxParts(output);
  }

  it('needs no style set by hand', async () => {
    const parts = await exported(readFileSync('test/fixtures/word/resolution.md', 'utf8'));
    assert.deepEqual(styled(parts, 'word/document.xml'), [
      'Title: Migrants in vulnerable situations',
      'Adopting Body: The General Conference,',
      'Preambular Paragraph: Recalling its resolution 73/195 of 19 De',
      'Preambular Paragraph: Taking note of the summary of conclusion',
      'Operative Paragraph: Calls upon Member States:',
      'Subparagraph (a): To review laws that punish rescue at sea',
      'Subparagraph (a): To fund search and rescue, and to that e',
      'Subparagraph (i): To open ports of safety to every ship th',
      'Subparagraph (i): To share the costs;',
      'Operative Paragraph: Requests the Director General to report ',
      'Operative Paragraph: Decides to remain seized of the matter.',
      'heading 2: Annex',
      'First Paragraph: Other matters were considered:',
      'Block Text: The session heard a statement on behalf ',
      ...[
        'Measure',
        'Lead',
        'Ports of safety',
        'Coastal States',
        'Costs',
        'All States',
        'first point',
        'second point',
      ].map(words => `Compact: ${words}`),
    ]);
    assert.deepEqual(
      styled(parts, 'word/footnotes.xml')
        .filter(said => said.includes(': ') && !said.endsWith(': '))
        .map(said => said.split(':')[0]),
      Array.from({ length: 3 }, () => 'footnote text'),
    );
    assert.deepEqual(styled(parts, 'word/header1.xml'), [
      'Document Symbol: IDM/2022/L.3',
      'Document Facts: 2 March 2022',
      'Document Facts: English',
    ]);
    assert.deepEqual(styled(parts, 'word/header2.xml'), ['Page Symbol: IDM/2022/L.3']);
    assert.match(parts.get('word/footer1.xml') ?? '', / PAGE .* NUMPAGES /u);
    const document = parts.get('word/document.xml') ?? '';
    assert.match(document, /<w:titlePg/u);
    assert.equal(document.match(/w:type="auto"/gu), null);
    assert.match(document, /<w:vertAlign w:val="superscript" ?\/>.{0,60},\u00a0/u);
  });

  it('has no other files, emblem or relation to elsewhere', async () => {
    const parts = await exported('*A*, b.\n');
    assert.deepEqual(
      [...parts.keys()].filter(name => /media|embed/u.test(name)),
      [],
    );
    assert.ok(![...parts.values()].some(xml => xml.includes('TargetMode="External"')));
  });

  it('looks as the drafter’s own template does, and takes nothing else of it', async () => {
    const [processes, files] = [nodeProcesses(), nodeFiles()];
    assert.ok(processes && files);
    const own = new Map(unTemplate({ paper: 'letter', symbol: 'OURS' }))
      .set('word/settings.xml', '<w:settings/>')
      .set('word/vbaProject.bin', 'x');
    writeFileSync(join(folder, 'own.docx'), writeDocx(own));
    const reference = await readTemplate(files, 'own.docx', folder, [], false);
    assert.ok(typeof reference !== 'string');
    const output = join(folder, 'draft.docx');
    assert.equal(
      await exportToWord(processes, files, {
        pandoc: 'pandoc',
        token: never,
        folder,
        roots: [],
        output,
        reference,
        text: '*Recalling* it,\n',
        sources: '[]',
      }),
      undefined,
    );
    const parts = docxParts(output);
    assert.deepEqual(styled(parts, 'word/header2.xml'), ['Page Symbol: OURS']);
    assert.match(parts.get('word/document.xml') ?? '', /w:w="12240"/u);
    assert.deepEqual(styled(parts, 'word/document.xml'), ['First Paragraph: Recalling it,']);
    assert.ok(!parts.has('word/vbaProject.bin'));
    assert.equal(await readTemplate(files, 'none.docx', folder, [], false), 'missing');
    mkdirSync(join(folder, 'below'));
    assert.equal(await readTemplate(files, '../own.docx', join(folder, 'below'), [], false), 'outside');
    assert.ok(typeof (await readTemplate(files, '../own.docx', join(folder, 'below'), [], true)) !== 'string');
    writeFileSync(join(folder, 'no.docx'), 'PK');
    assert.equal(await readTemplate(files, 'no.docx', folder, [], false), 'noDocx');
  });
});
