// What a draft may bring into a Word document, and what not: hostile drafts go through the pandoc that is installed.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { deflateSync, crc32 as zlibCrc } from 'node:zlib';
import { nodeFiles } from '../../src/editor/word/files';
import { exportToWord, type Missed, type Refusal, type WordExport } from '../../src/editor/word/pandoc';
import { nodeProcesses } from '../../src/editor/word/processes';
import { docxParts } from './docx';

const processes = nodeProcesses();
const files = nodeFiles();
assert.ok(processes && files);

/** A PNG image of one colour, whose bytes are its own for each. */
function png(grey: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(zlibCrc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, grey]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('what a draft brings into Word', () => {
  let base: string;
  let folder: string;
  let output: string;

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'idm-taken-'));
    folder = join(base, 'workspace', 'drafts');
    output = join(base, 'draft.docx');
    mkdirSync(join(folder, 'sub'), { recursive: true });
    for (const [at, name] of [
      'secret.png',
      'workspace/beside.png',
      'workspace/drafts/own.png',
      'workspace/drafts/a b.png',
      'workspace/drafts/sub/100%.png',
    ].entries())
      writeFileSync(join(base, name), png(at));
    writeFileSync(join(base, 'secret.txt'), 'the secret words\n');
  });
  afterEach(() => rmSync(base, { recursive: true }));

  async function word(
    text: string,
    settings: Partial<WordExport> = {},
  ): Promise<{ refusal: Refusal | undefined; missed: Missed; media: number; all: string; asked: string[] }> {
    let missed: Missed = { warnings: [], leftOut: [], raw: 0 };
    const asked: string[] = [];
    const refusal = await exportToWord(processes!, files!, {
      pandoc: 'pandoc',
      text,
      folder,
      roots: [join(base, 'workspace')],
      output,
      sources: '[]',
      token: { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) },
      askOutside: async paths => (asked.push(...paths), false),
      tell: told => {
        missed = told;
      },
      ...settings,
    });
    const parts = existsSync(output) ? docxParts(output) : new Map<string, string>();
    return {
      refusal,
      missed,
      asked,
      media: [...parts.keys()].filter(name => name.startsWith('word/media/')).length,
      all: [...parts.values()].join('\n'),
    };
  }

  it('are the images below its folder and the workspace, however their names are written', async () => {
    const { refusal, missed, media, asked } = await word(
      '![](own.png) ![](./sub/../own.png) ![](a%20b.png) ![](<a b.png>) ![](sub/100%.png) ![](../beside.png) ![](own.png?x#y) ' +
        `![](file://${encodeURI(join(folder, 'a b.png'))}) ![](data:image/png;base64,${png(9).toString('base64')}){width=1cm}\n`,
    );
    assert.deepEqual([refusal, missed, asked], [undefined, { warnings: [], leftOut: [], raw: 0 }, []]);
    assert.ok(media >= 5, String(media));
  });

  it('is no file from elsewhere unless it is said so, whatever leads there', async () => {
    symlinkSync(join(base, 'secret.png'), join(folder, 'link.png'));
    symlinkSync(base, join(folder, 'up'));
    const names = [
      '../../secret.png',
      join(base, 'secret.png'),
      `file://${join(base, 'secret.png')}`,
      `file:${join(base, 'secret.png')}`,
      '..%2F..%2Fsecret.png',
      '%2e%2e/%2e%2e/secret.png',
      'link.png',
      'up/secret.png',
      'sub/../../../secret.png',
    ];
    const text = `${names.map(name => `![x](<${name}>)`).join(' ')}\n\n<img src="${join(base, 'secret.png')}">\n\n[i]: ../../secret.png\n\n![x][i]\n`;
    const left = await word(text);
    assert.deepEqual(
      [left.media, left.asked, left.missed.leftOut.filter(each => each.why !== 'outside')],
      [0, [join(base, 'secret.png')], []],
    );
    assert.equal(left.missed.leftOut.length, names.length);
    rmSync(output);
    assert.deepEqual((await word(text, { askOutside: async () => undefined })).refusal, { why: 'cancelled' });
    assert.ok(!existsSync(output));
    assert.ok((await word(text, { askOutside: async () => true })).media >= 1);
  });

  it('is no file that a style names in turn', async () => {
    const style = (inner: string, before = ''): string =>
      `<?xml version="1.0" encoding="utf-8"?>${before}<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">` +
      `<info><title>T</title><id>x</id>${inner}<updated>2020-01-01T00:00:00+00:00</updated></info>` +
      '<citation><layout><text variable="title"/></layout></citation></style>';
    const secret = join(base, 'secret.txt');
    const parents = [
      `file://${secret}`,
      secret,
      '../../secret.txt',
      '//example.org/x',
      'file:////example.org/share/x',
      String.raw`\\example.org\share\x`,
    ];
    const styles: (string | Buffer)[] = [
      ...parents.map(parent => style(`<link href="${parent}" rel="independent-parent"/>`)),
      style(`<link href="file&#58;//${secret}" rel="independent&#x2d;parent"/>`),
      style('&l;', `<!DOCTYPE style [<!ENTITY l '<link href="${secret}" rel="independent-parent"/>'>]>`),
      Buffer.from(`\ufeff${style(`<link href="${secret}" rel="independent-parent"/>`)}`, 'utf16le'),
    ];
    for (const [at, bytes] of styles.entries()) {
      writeFileSync(join(folder, `s${at}.csl`), bytes);
      for (const field of ['csl', 'citation-style']) {
        const { refusal, missed } = await word(`---\n${field}: s${at}.csl\n---\n\nA [@x].\n`);
        assert.equal(refusal, undefined, `${field} ${at}: ${JSON.stringify(refusal)}`);
        assert.deepEqual(missed.leftOut, [{ name: `s${at}.csl`, why: 'outwardStyle' }]);
      }
    }
    writeFileSync(join(folder, 'own.csl'), style('<link href="http://www.zotero.org/styles/x" rel="self"/>'));
    assert.deepEqual((await word('---\ncsl: own.csl\n---\n\nA [@x].\n')).missed.leftOut, []);
  });

  it('goes through no link that stands beside the document', async () => {
    writeFileSync(join(base, 'precious'), 'mine');
    for (const name of [`${output}.idm-findings.part`, `${output}.part`]) symlinkSync(join(base, 'precious'), name);
    assert.equal((await word('A\n')).refusal, undefined);
    assert.equal(readFileSync(join(base, 'precious'), 'utf8'), 'mine');
    assert.deepEqual(
      readdirSync(base).filter(name => name.startsWith('draft.docx')),
      ['draft.docx', 'draft.docx.idm-findings.part', 'draft.docx.part'],
    );
  });

  it('is never what is no image, nor an SVG image that refers further, nor what never ends', async () => {
    const svg = (inner: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`;
    writeFileSync(
      join(folder, 'good.svg'),
      svg('<defs><g id="a"/></defs><use href="#a"/><rect width="9" height="9" fill="url(#a)"/>'),
    );
    const outward = [
      '<image href="file:///etc/passwd"/>',
      `<image xlink:href = '../secret.png'/>`,
      '<style>@import "x"</style>',
      '<style>a{fill:url( //x )}</style>',
      '<style>a{fill:u\\72l(x)}</style>',
      '<script>1</script>',
      `<use href${' '.repeat(300)}="http://x"/>`,
      '<image href="&#102;ile:x"/>',
    ];
    outward.forEach((inner, at) => writeFileSync(join(folder, `bad${at}.svg`), svg(inner)));
    writeFileSync(
      join(folder, 'entity.svg'),
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('&x;')}`,
    );
    writeFileSync(join(folder, 'words.png'), 'not an image\n');
    spawnSync('mkfifo', [join(folder, 'pipe.png')]);
    const bad = [...outward.map((_, at) => `bad${at}.svg`), 'entity.svg'];
    const { missed, media, all } = await word(
      `![](/etc/passwd) ![](words.png) ![](pipe.png) ![](/dev/zero) ![](/proc/self/environ) ![](sub) ![](../../secret.txt) ![](good.svg) ${bad.map(name => `![](${name})`).join(' ')} ![](data:text/plain,x)\n`,
    );
    const why = (reason: string): string[] =>
      missed.leftOut.filter(each => each.why === reason).map(({ name }) => name);
    assert.deepEqual(why('outward'), bad);
    assert.deepEqual(why('missing').toSorted(), ['/dev/zero', '/proc/self/environ', 'pipe.png', 'sub']);
    assert.deepEqual(why('noImage'), ['words.png', 'data:text/plain,x']);
    assert.deepEqual(why('outside'), ['/etc/passwd', '../../secret.txt']);
    assert.doesNotMatch(all, /secret words|root:/u);
    assert.ok(media <= 2, 'the good one, as it is and perhaps as a picture of it');
    assert.doesNotMatch((await word('![](/etc/passwd)\n', { askOutside: async () => true })).all, /root:/u);
  });

  it('is no raw Word code, wherever it stands, and says so', async () => {
    const field = (words: string): string => `<w:r><w:instrText>${words}</w:instrText></w:r>`;
    const inline = (words: string): string => `\`${field(words)}\`{=openxml}`;
    const { missed, all } = await word(
      `---\ntitle: 'T ${inline('DDEAUTO t')}'\nabstract: |\n  \`\`\`{=OpenXML}\n  <w:p>${field('DDEAUTO a')}</w:p>\n  \`\`\`\nreferences:\n- id: x\n  type: book\n  title: 'B ${inline('DDEAUTO r')}'\n---\n\n` +
        `A ${inline('DDEAUTO p')} [@x].[^n] **b \`<w:r/>\`{=openxml}** <b>html</b> \\LaTeX\n\n\`\`\`{=openxml}\n<w:p>${field('INCLUDEPICTURE b')}</w:p>\n\`\`\`\n\n> | a |\n> |---|\n> | ${inline('DDE c')} |\n\n[^n]: N ${inline('DDEAUTO n')}\n`,
    );
    assert.doesNotMatch(all, /DDE|INCLUDEPICTURE|instrText/u);
    assert.ok(missed.raw >= 7, String(missed.raw));
  });

  it('is nothing that a bibliography smuggles in', async () => {
    writeFileSync(
      join(folder, 'refs.yaml'),
      `---\nreferences:\n- id: x\n  type: book\n  title: 'T ![p](${join(base, 'secret.png')}) ![q](http://127.0.0.1:9/x.png) \`<w:instrText>DDEAUTO y</w:instrText>\`{=openxml}'\n---\n`,
    );
    writeFileSync(
      join(folder, 'refs.bib'),
      `@book{y, title={S \\includegraphics{${join(base, 'secret.png')}} \\input{${join(base, 'secret.txt')}}}, year=2000}\n`,
    );
    const { refusal, missed, media, all } = await word(
      '---\nbibliography: [refs.yaml, refs.bib]\n---\n\nA [@x; @y].\n',
      { askOutside: async () => true },
    );
    assert.equal(refusal, undefined);
    assert.equal(media, 0);
    assert.doesNotMatch(all, /DDEAUTO|secret words/u);
    assert.ok(
      missed.leftOut.some(each => each.why === 'outside'),
      JSON.stringify(missed),
    );
  });

  it('is no bibliography or style from elsewhere, nor one under a name that pandoc reads otherwise', async () => {
    const item = [{ id: 'z', type: 'book', title: 'Secret title' }];
    writeFileSync(join(base, 'secret.json'), JSON.stringify(item));
    writeFileSync(
      join(folder, '..%2F..%2Fsecret.json'),
      JSON.stringify([{ id: 'z', type: 'book', title: 'Innocent' }]),
    );
    symlinkSync(join(base, 'secret.json'), join(folder, 'linked.json'));
    for (const name of ['../../secret.json', join(base, 'secret.json'), 'linked.json', '..%2F..%2Fsecret.json']) {
      const { all, asked } = await word(`---\nbibliography: "${name}"\n---\n\nA [@z].\n`);
      assert.doesNotMatch(all, /secret title/iu, name);
      assert.equal(asked.length, name.startsWith('..%2F') ? 0 : 1, name);
    }
    assert.match(
      (await word('---\nbibliography: ../../secret.json\n---\n\nA [@z].\n', { askOutside: async () => true })).all,
      /secret title/iu,
    );
  });

  it('leaves no copies behind', async () => {
    const copies = (): string[] => readdirSync(tmpdir()).filter(name => name.startsWith('idm-findings-word-'));
    const before = copies().length;
    writeFileSync(join(folder, 'refs.json'), 'broken');
    const { refusal } = await word('---\nbibliography: refs.json\n---\n\nA [@z].\n');
    assert.ok(
      refusal?.why === 'failed' && /refs\.json/u.test(refusal.message) && !/idm-findings-word-/u.test(refusal.message),
      JSON.stringify(refusal),
    );
    await word('A ![](own.png)\n');
    assert.equal(copies().length, before);
  });
});
