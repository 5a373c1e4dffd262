import * as vscode from 'vscode';
import * as assert from './run/assert';
import { closeAll, extension } from './run/draft';

const c3 = 'idm2022-1-d3c3';
const altered = `They said “local authorities could never work alone”.[^${c3}]\n\n[^${c3}]: By hand.\n`;
const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'hostile');
const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A text in UTF-16, with or without its mark. */
function utf16(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), order === 'little');
  return new Uint8Array(view.buffer);
}

/** Node's own modules, in the host that has them. */
const node = (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process?.getBuiltinModule;

/** Checks the workspace: its report, which shows what it must. */
async function check(...shows: readonly string[]): Promise<{ drafts: number; problems: number; report: string }> {
  const result = await vscode.commands.executeCommand<{ drafts: number; problems: number }>(
    'idmFindings.checkWorkspace',
  );
  const report = await vscode.commands.executeCommand<string>('idmFindings.copyReport');
  for (const words of [`Drafts checked: ${result.drafts};`, ...shows])
    assert.ok(report.includes(words), `${words} is not in: ${report.slice(0, 400)}`);
  return { ...result, report };
}

const codes = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))
    .toSorted();

describe('A check of the workspace', () => {
  before(() => extension());
  beforeEach(() => vscode.workspace.fs.createDirectory(folder));
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('names what it cannot read, and goes on with the rest', async () => {
    await vscode.workspace.fs.writeFile(file('good.md'), bytes(altered));
    await vscode.workspace.fs.writeFile(file('huge.md'), new Uint8Array(30_000_000).fill(97));
    await vscode.workspace.fs.writeFile(
      file('binary.md'),
      Uint8Array.from({ length: 5000 }, (_byte, at) => (at * 7919) % 256),
    );
    let pipe = 'Drafts';
    if (node) {
      const { spawnSync } = node('node:child_process') as { spawnSync(program: string, args: string[]): void };
      spawnSync('mkfifo', [file('pipe.md').fsPath]);
      pipe = 'they are not regular files: hostile/pipe.md';
    }
    const { drafts } = await check('they are too large: hostile/huge.md', 'they are not text: hostile/binary.md', pipe);
    assert.ok(drafts >= 1);
    assert.deepEqual(codes(file('good.md')), ['note-edited', 'quote-altered']);
  });

  it('reads every encoding that the editor reads', async () => {
    const unmarked = `${'The text before it is long enough. '.repeat(20)}\n\n${altered}`;
    await vscode.workspace.fs.writeFile(file('little.md'), utf16(altered, 'little', true));
    await vscode.workspace.fs.writeFile(file('big.md'), utf16(altered, 'big', true));
    await vscode.workspace.fs.writeFile(file('marked.md'), bytes(`\uFEFF${altered}`));
    await vscode.workspace.fs.writeFile(file('unmarked.md'), utf16(unmarked.replace(/[“”]/gu, '"'), 'little', false));
    await check();
    for (const name of ['little.md', 'big.md', 'marked.md', 'unmarked.md'])
      assert.deepEqual(codes(file(name)), ['note-edited', 'quote-altered'], name);
  });

  it('never takes a report for a draft, not even one that was saved', async () => {
    await vscode.workspace.fs.writeFile(file('good.md'), bytes(altered));
    const before = await check('## hostile/good.md');
    await vscode.workspace.fs.writeFile(file('report.md'), bytes(before.report));
    const after = await check();
    assert.equal(after.problems, before.problems);
    assert.ok(!/^## hostile\/report\.md$/mu.test(after.report), 'it has no part in the report');
    assert.deepEqual(codes(file('report.md')), []);
    const opened = await vscode.workspace.openTextDocument(file('report.md'));
    await vscode.window.showTextDocument(opened);
    assert.deepEqual(await vscode.commands.executeCommand('idmFindings.checkDraft'), []);
  });

  it('checks what was never saved, as it is in its editor', async () => {
    const { uri } = await vscode.workspace.openTextDocument({ language: 'markdown', content: altered });
    const { report } = await check(`## ${vscode.workspace.asRelativePath(uri)}`);
    assert.match(report, /could ‘never’ work alone|could never work alone/u);
  });

  it('shows the worst drafts first and says how many there are, and leaves no problem of a draft that is gone', async function () {
    this.timeout(90_000);
    for (let at = 0; at < 45; at++)
      await vscode.workspace.fs.writeFile(file(`draft-${at}.md`), bytes(altered.replace('By hand', `By hand ${at}`)));
    await vscode.workspace.fs.writeFile(
      file('z-worst.md'),
      bytes(`${altered}So it is [@idm2022-1, day 9, conclusion 1].\n`),
    );
    const { report } = await check('## hostile/z-worst.md', 'This report shows the 40 with the most serious problems.');
    assert.ok(
      report.indexOf('## hostile/z-worst.md') < report.indexOf('## hostile/draft-0.md'),
      'the one with an error is first',
    );
    const parts = [...report.matchAll(/^## (hostile\/.*)$/gmu)].map(([, name]) => name);
    assert.equal(new Set(parts).size, 40);
    await vscode.workspace.fs.delete(file('z-worst.md'));
    await check();
    assert.deepEqual(codes(file('z-worst.md')), []);
  });

  if (node) {
    it('does not follow links in circles', async () => {
      const { symlinkSync } = node('node:fs') as { symlinkSync(target: string, path: string): void };
      symlinkSync('.', file('one').fsPath);
      symlinkSync('.', file('two').fsPath);
      symlinkSync('nowhere', file('broken.md').fsPath);
      await vscode.workspace.fs.writeFile(file('good.md'), bytes(altered));
      const { report } = await check('good.md', 'they are not regular files: hostile/broken.md');
      assert.equal(report.match(/^## hostile.*good\.md$/gmu)?.length, 1);
    });

    it('names a file that is gone when it is its turn, and goes on with the rest', async () => {
      interface Files {
        writeFileSync(path: Uint8Array, text: string): void;
        unlinkSync(path: Uint8Array): void;
      }
      const { writeFileSync, unlinkSync } = node('node:fs') as Files;
      // Its name is no text: it is listed under another, under which there is no file any more.
      const path = Uint8Array.from([...bytes(`${folder.fsPath}/gone-`), 0xff, ...bytes('.md')]);
      writeFileSync(path, altered);
      try {
        await vscode.workspace.fs.writeFile(file('good.md'), bytes(altered));
        await check('## hostile/good.md', 'hostile/gone-');
        assert.deepEqual(codes(file('good.md')), ['note-edited', 'quote-altered']);
      } finally {
        unlinkSync(path);
      }
    });
  }
});
