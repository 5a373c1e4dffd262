import * as vscode from 'vscode';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft, sleep } from './run/draft';

const c4 = 'idm2022-1-d2c4';
const cited = 'A [@idm2022-1, day 2, conclusion 4].\n';
const run = <T>(command: string, argument?: unknown): Thenable<T> =>
  vscode.commands.executeCommand<T>(`idmFindings.${command}`, argument);

/** One draft in a file system that is read-only, or whose writes fail. */
class OneDraft implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  constructor(readonly bytes: Uint8Array) {}
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    if (uri.path !== '/draft.md') throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.bytes.length };
  }
  readDirectory(): [string, vscode.FileType][] {
    return [['draft.md', vscode.FileType.File]];
  }
  readFile(uri: vscode.Uri): Uint8Array {
    this.stat(uri);
    return this.bytes;
  }
  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

/** Does something in the draft of such a file system. */
async function withDraft(
  scheme: string,
  isReadonly: boolean,
  act: (document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  const provider = vscode.workspace.registerFileSystemProvider(scheme, new OneDraft(new TextEncoder().encode(cited)), {
    isReadonly,
  });
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: '/draft.md' }));
    await vscode.window.showTextDocument(document);
    await act(document);
  } finally {
    await closeAll();
    provider.dispose();
  }
}

describe('Nothing is lost', () => {
  before(extension);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('where a draft is read-only: no edit is made, and none reported as done', () =>
    withDraft('idm-test-readonly', true, async document => {
      assert.equal(await run('insertCitation', { ids: [c4] }), false);
      assert.equal(
        await vscode.env.clipboard.readText(),
        '[@idm2022-1, day 2, conclusion 4]',
        'in the form that the draft has',
      );
      assert.equal(await run('insertBibliography'), false);
      assert.equal(await run('restyleDraft', { form: 'inText', style: 'un' }), undefined);
      assert.equal(document.getText(), cited);
      assert.equal(document.isDirty, false);
    }));

  it('where a file cannot be written: the draft is not made to name it', () =>
    withDraft('idm-test-failing', false, async document => {
      await assert.rejects(run('writeSourcesFile'), /idm-findings\.json could not be written/u);
      assert.equal(document.getText(), cited);
    }));

  it('where a file has the name of the bibliography file: it is replaced only when allowed', async () => {
    const { document } = await openDraft(cited);
    const file = vscode.Uri.joinPath(document.uri, '..', 'idm-findings.json');
    const mine = new TextEncoder().encode('[{ "id": "mine" }]\n');
    await vscode.workspace.fs.writeFile(file, mine);
    assert.equal(await run('writeSourcesFile', { overwrite: false }), undefined);
    assert.equal(document.getText(), cited);
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), /"mine"/u);
    assert.equal((await run<vscode.Uri>('writeSourcesFile', { overwrite: true })).path, file.path);
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), /"idm2022-1"/u);
    await vscode.workspace.fs.delete(file);
  });

  it('where a list of sources lost its closing mark: what follows it stays', async () => {
    const text = `${cited}\n<!-- idm-findings-sources -->\n- Mine\n\nThe end.\n`;
    const { document } = await openDraft(text);
    assert.equal(await run('insertBibliography'), false);
    assert.equal(document.getText(), text);
  });

  it('where a document changed its language under an open list: it gets nothing', async () => {
    const { document } = await openDraft('One|.\n');
    const result = run('pickCitation', { query: 'missing migrants' });
    await sleep(300);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    const answers: unknown[] = [];
    void Promise.resolve(result).finally(() => answers.push('done'));
    await eventually('the list to close', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return answers.length > 0;
    });
    assert.equal(document.getText(), 'One.\n');
  });

  it('where a draft is in two editors: only the one inserted into moves its cursor', async () => {
    const first = await openDraft('One.\n\nTwo.\n\nThree.\n');
    const { document } = first;
    first.selection = new vscode.Selection(0, 1, 0, 2);
    const second = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    second.selection = new vscode.Selection(4, 5, 4, 5);
    await eventually(
      'the second editor to be active',
      () => vscode.window.activeTextEditor?.viewColumn === second.viewColumn,
    );
    assert.equal(await run('insertCitation', { ids: [c4], form: 'pandoc' }), true);
    assert.equal(document.lineAt(4).text, 'Three [@idm2022-1, day 2, conclusion 4].');
    const left = vscode.window.visibleTextEditors.find(
      editor => editor.document === document && editor.viewColumn === vscode.ViewColumn.One,
    );
    assert.deepEqual(
      [left?.selection.anchor.character, left?.selection.active.character, left?.selection.active.line],
      [1, 2, 0],
    );
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 4);
  });

  it('where others edit beside a hundred insertions', async function () {
    this.timeout(90_000);
    const count = 100;
    const editor = await openDraft(Array.from({ length: count }, (_each, at) => `Paragraph ${at}x.\n\n`).join(''));
    const { document } = editor;
    const mark = '[@idm2022-1, day 2, conclusion 4]';
    let inserted = 0;
    for (let at = 0; at < count; at++) {
      const place = document.positionAt(document.getText().indexOf(`Paragraph ${at}x.`) + 4);
      const edit = new vscode.WorkspaceEdit();
      // In turn before the insertion's place, where everything moves, and behind it.
      edit.insert(
        document.uri,
        at % 2 === 0 ? new vscode.Position(0, 0) : document.lineAt(document.lineCount - 1).range.end,
        `w${at}q `,
      );
      editor.selection = new vscode.Selection(place, place);
      const insert = (): Thenable<boolean> => run<boolean>('insertCitation', { ids: [c4], form: 'pandoc' });
      const type = (): Thenable<boolean> => vscode.workspace.applyEdit(edit);
      const [done, typed] =
        at % 4 < 2
          ? await Promise.all([insert(), type()])
          : await Promise.all([type(), insert()]).then(([edited, asked]) => [asked, edited] as const);
      assert.ok(typed, `edit ${at}`);
      if (done) inserted++;
      else assert.equal(await vscode.env.clipboard.readText(), mark, `what insertion ${at} left on the clipboard`);
      const text = document.getText();
      assert.equal(
        text.split(mark).length - 1,
        inserted,
        `after insertion ${at}, which ${done ? 'was' : 'was not'} made`,
      );
    }
    const left = document.getText().replaceAll(/\s*\[@[^\]]*\]\s*/gu, '');
    for (let at = 0; at < count; at++) {
      assert.equal(document.getText().split(`w${at}q`).length, 2, `the words of edit ${at}`);
      assert.ok(left.includes(`Paragraph ${at}x.`), `paragraph ${at}`);
    }
  });
});
