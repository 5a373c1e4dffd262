// What SECURITY.md promises: each sentence with the tests that fail if it is broken, and what the sources alone can show.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';

/** Each sentence of the promises, or where it begins, with files of tests and words of a title in them. */
const shown: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  'The extension opens no connection and sends no telemetry.': [
    ['test/unit/project/promises.test.ts', 'opens no connection and sends no telemetry'],
  ],
  'Images and other files that a draft names by an address are not fetched.': [
    ['test/pandoc/word.test.ts', 'is refused when it refers to what pandoc would fetch'],
    ['test/pandoc/word.test.ts', 'fetches nothing that a file of the draft refers to in turn'],
    ['test/unit/editor/page.test.ts', 'the page of a view'],
  ],
  'Text from drafts, settings, file names, documents and other programs is shown as text': [
    ['test/unit/project/notify.test.ts', 'gets into notifications, lists and logs through one module only'],
    ['test/unit/project/notify.test.ts', 'is in no Markdown that may run commands'],
    ['test/unit/project/layers.test.ts', 'put no text in as HTML'],
    ['test/browser/hostile.run.mjs', 'is only text in a notification about a setting'],
    ['test/browser/hostile.run.mjs', 'is only text in the Problems panel and in hovers'],
    ['test/browser/hostile.run.mjs', 'is only text in the sidebar'],
    ['test/browser/hostile.run.mjs', 'is only text in the report'],
    ['test/browser/hostile.run.mjs', 'is only text in what Word export says, and in what it asks'],
  ],
  'One program is run, and only when you ask for it': [
    ['test/unit/project/promises.test.ts', 'runs pandoc alone, and only for an export'],
    ['test/pandoc/word.test.ts', 'never reaches a shell, nor is an option'],
  ],
  'A setting of the machine says which program that is': [
    ['test/unit/project/promises.test.ts', 'lets no workspace say which program it runs'],
    ['test/browser/restricted.run.mjs', 'hears none of the folder’s settings that are restricted'],
  ],
  'In a workspace you do not trust, and in the browser, these commands are not there.': [
    ['test/unit/project/promises.test.ts', 'has no export to Word in a workspace that is not trusted'],
  ],
  'pandoc gets only what we read of the draft’s files': [
    ['test/pandoc/taken.test.ts', 'is no file from elsewhere unless it is said so, whatever leads there'],
    ['test/pandoc/taken.test.ts', 'is no raw Word code, wherever it stands, and says so'],
    ['test/pandoc/taken.test.ts', 'is nothing that a bibliography smuggles in'],
  ],
  'From a Word template it gets styles, page, header and footer.': [
    ['test/unit/handover/template.test.ts', 'gives its styles, page, header and footer, and nothing else'],
  ],
  'A template whose header or footer could fetch or run something is refused.': [
    ['test/unit/handover/template.test.ts', 'is refused where its header could fetch or run something'],
  ],
  'If a draft changes while a dialog is open, or cannot be edited, nothing is inserted and the text is on the clipboard.':
    [
      [
        'test/editor/quickPick.test.ts',
        'inserts nothing in a draft that changed meanwhile, and leaves the text on the clipboard',
      ],
      ['test/editor/nothingLost.test.ts', 'where a draft is read-only: no edit is made, and none reported as done'],
      ['test/unit/insert/concurrent.test.ts', 'nothing is lost of a draft that is edited beside insertions'],
      ['test/editor/nothingLost.test.ts', 'where others edit beside a hundred insertions'],
    ],
  'Undo takes back every change in one step.': [
    ['test/editor/insert.test.ts', 'insert a footnote at every cursor as one undo step'],
    ['test/editor/handover.test.ts', 'restyles a draft as one undo step, and lists what it leaves alone'],
  ],
  'Work per keystroke does not grow with the number of paragraphs': [
    ['test/unit/hostile/growth.test.ts', 'work grows no faster than the text'],
    ['test/unit/hostile/steps.test.ts', 'no step with a draft does much'],
    ['test/unit/project/expressions.test.ts', 'regular expressions of the extension'],
  ],
};

const sources = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => [name.replaceAll('\\', '/'), readFileSync(join('src', name), 'utf8')]),
);
/** The files that hold an expression. */
const holding = (expression: RegExp): string[] =>
  [...sources].filter(([, text]) => expression.test(text)).map(([name]) => name);

/** Modules of Node by which something could be sent, named without `node:`. */
const connecting: ReadonlySet<string> = new Set(['net', 'http', 'https', 'http2', 'tls', 'dgram', 'dns', 'undici']);

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll("'", '’').trim();

describe('the promises of SECURITY.md', () => {
  const [, promised = ''] = /## What is promised\n([\s\S]*?)\n## /u.exec(readFileSync('SECURITY.md', 'utf8')) ?? [];

  it('are each shown by tests that there are', () => {
    // What is in bold heads the sentences behind it; the last paragraph asks for reports.
    const sentences = promised
      .trim()
      .split('\n\n')
      .slice(0, -1)
      .flatMap(paragraph =>
        plain(paragraph.replace(/^\*\*[^*]*(?:\.\*\*|\*\*)/u, bold => (bold.endsWith('.**') ? '' : bold)))
          .replaceAll('**', '')
          .split(/(?<=[.]) (?=[A-Zp])/u),
      );
    assert.ok(sentences.length > 10, 'the sentences are found at all');
    assert.deepEqual(
      sentences.filter(sentence => !Object.keys(shown).some(begins => sentence.startsWith(plain(begins)))),
      [],
    );
    for (const [sentence, tests] of Object.entries(shown)) {
      assert.ok(
        sentences.some(each => each.startsWith(plain(sentence))),
        `promised no longer: ${sentence}`,
      );
      for (const [file, title] of tests) assert.ok(readFileSync(file, 'utf8').includes(title), `${file}: ${title}`);
    }
  });

  it('opens no connection and sends no telemetry', () => {
    assert.deepEqual(
      holding(
        /\b(?:fetch|importScripts)\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bcreateTelemetryLogger\b|\basExternalUri\b/u,
      ),
      [],
    );
    const asked = [...sources].flatMap(([name, text]) =>
      [...text.matchAll(/['"`](?:node:([\w/]+)|(\w+))['"`]/gu)].flatMap(([, node, word = '']) =>
        node !== undefined || connecting.has(word) ? [`${name}: ${node ?? word}`] : [],
      ),
    );
    assert.deepEqual(asked.toSorted(), [
      'editor/word/files.ts: fs/promises',
      'editor/word/files.ts: os',
      'editor/word/files.ts: path',
      'editor/word/processes.ts: child_process',
      'editor/word/zip.ts: zlib',
    ]);
    assert.deepEqual(holding(/\bgetBuiltinModule\b/u).toSorted(), [
      'editor/word/files.ts',
      'editor/word/processes.ts',
      'editor/word/zip.ts',
    ]);
    // What is opened outside is the document just written, and the page that says how to get pandoc.
    assert.deepEqual(holding(/\bopenExternal\b/u), ['editor/word/exportWord.ts']);
  });

  it('shows pages of its own in one way only, which says what they may load', () => {
    assert.deepEqual(holding(/\bcreateWebviewPanel\b|\bwebview\.html = |\bregisterWebviewViewProvider\b/u), [
      'editor/webview/panel.ts',
    ]);
    assert.match(sources.get('editor/webview/panel.ts') ?? '', /webview\.html = pageOf\(/u);
  });

  it('runs pandoc alone, and only for an export', () => {
    assert.deepEqual(holding(/\bspawn\b|\bnode:child_process\b|\bexecFile\b/u), ['editor/word/processes.ts']);
    assert.deepEqual(holding(/\bcreateTerminal\b|\bexecuteTask\b|\bnew (?:vscode\.)?ShellExecution\b/u), []);
    // What runs it is asked for by the two exports, which are commands.
    const running = holding(/\bnodeProcesses\(/u).filter(name => name !== 'editor/word/processes.ts');
    assert.ok(running.length > 0);
    assert.deepEqual(
      running.filter(name => !name.startsWith('editor/word/export')),
      [],
    );
  });

  it('lets no workspace say which program it runs', () => {
    const settings: Record<string, { scope?: string }> = Object.assign(
      {},
      ...manifest.contributes.configuration.map(({ properties }) => properties),
    );
    assert.equal(settings['idmFindings.pandoc.path']?.scope, 'machine');
  });

  it('has no export to Word in a workspace that is not trusted, nor in the browser', () => {
    // Whoever runs a program asks both first.
    const able = sources.get('editor/word/exportWord.ts') ?? '';
    assert.match(able, /vscode\.workspace\.isTrusted/u);
    assert.match(able, /\bhasProcesses\(/u);
    const offered = manifest.contributes.menus.commandPalette.filter(({ command }) => /exportWord/u.test(command));
    assert.equal(offered.length, 2);
    for (const { when } of offered) assert.match(when, /^idmFindings\.canExportWord && /u);
  });
});
