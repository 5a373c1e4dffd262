import * as vscode from 'vscode';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';

const run = <T>(command: string, argument?: unknown): Thenable<T> =>
  vscode.commands.executeCommand<T>(`idmFindings.${command}`, argument);

describe('What the draft cites, in the sidebar', () => {
  before(() => extension());
  afterEach(async () => {
    await run('groupByTheme');
    await closeAll();
  });

  it('has the row of the citation under the cursor revealed, also behind a filter', async () => {
    await openDraft('Access.[^idm2022-1-d2c|4]\n');
    assert.equal(await run('revealInTree'), true);
    await run('filterFindings', { query: 'missing migrants deaths' });
    assert.equal(await run('revealInTree'), true);
  });

  it('is a grouping whose places a click leads to', async () => {
    const editor = await openDraft(
      '|One [@idm2022-1, day 2, conclusion 4].\n\nTwo (IOM, 2022, day 2, fourth conclusion).\n',
    );
    await run('groupByCited');
    const cited = 'idm2022-1-d2c4';
    await run('row.goToMention', { subject: { kind: 'mention', cited, number: 2, of: 2, before: 'Two' } });
    assert.equal(editor.document.getText(editor.selection), '(IOM, 2022, day 2, fourth conclusion)');
    // The row was made before an edit: the place is where it stands now.
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'New.\n\n'));
    await run('row.goToMention', { subject: { kind: 'mention', cited, number: 1, of: 2, before: 'One' } });
    assert.equal(editor.document.getText(editor.selection), '[@idm2022-1, day 2, conclusion 4]');
  });
});

describe('VS Code’s own link validation', () => {
  const collection = vscode.languages.createDiagnosticCollection('test-markdown');
  const setting = () => vscode.workspace.getConfiguration('markdown.validate.referenceLinks');

  before(() => extension());
  afterEach(async () => {
    collection.clear();
    await setting().update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });
  after(() => collection.dispose());

  /** The quick fixes of ours on a diagnostic like that of VS Code's validation. */
  async function fixes(text: string, code = 'link.no-such-reference'): Promise<vscode.CodeAction[]> {
    const { document } = await openDraft(text);
    const start = text.indexOf('[');
    const range = new vscode.Range(document.positionAt(start + 1), document.positionAt(text.indexOf(']')));
    const diagnostic = new vscode.Diagnostic(range, 'No link definition found', vscode.DiagnosticSeverity.Warning);
    diagnostic.source = 'markdown';
    diagnostic.code = code;
    collection.set(document.uri, [diagnostic]);
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    return found.filter(({ command }) => command?.command === 'idmFindings.explainLinkValidation');
  }

  it('is explained on a citation of ours, and on nothing else', async () => {
    assert.equal((await fixes('Access.[^idm2022-1-d2c4]\n')).length, 1);
    assert.equal((await fixes('Access [@idm2022-1, day 2, conclusion 4].\n')).length, 1);
    assert.equal((await fixes('Access [text][nowhere].\n')).length, 0);
    assert.equal((await fixes('Access.[^idm2022-1-d2c4]\n', 'link.no-such-file')).length, 0);
  });

  it('is explained where VS Code itself says so', async () => {
    const validate = () => vscode.workspace.getConfiguration('markdown.validate');
    await validate().update('enabled', true, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await openDraft(
        'Access.[^idm2022-1-d2c4] Cities [@idm2022-1, day 3, conclusion 3].\n\n[^idm2022-1-d2c4]: By hand.\n',
      );
      const links = () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .filter(({ message }) => message.startsWith('No link definition found'));
      await eventually('VS Code’s own diagnostics', () => links().length === 2);
      for (const { range } of links()) {
        const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
        );
        assert.equal(
          found.filter(({ command }) => command?.command === 'idmFindings.explainLinkValidation').length,
          1,
          document.getText(range),
        );
      }
    } finally {
      await validate().update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('is turned off for the workspace only when the drafter says so', async () => {
    const [fix] = await fixes('Access.[^idm2022-1-d2c4]\n');
    void vscode.commands.executeCommand(fix!.command!.command);
    await new Promise(resolve => {
      setTimeout(resolve, 500);
    });
    assert.equal(setting().inspect('enabled')?.workspaceValue, undefined);
    await eventually('the setting', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return setting().inspect('enabled')?.workspaceValue === 'ignore';
    });
  });
});
