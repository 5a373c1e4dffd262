import * as vscode from 'vscode';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';

interface SupportHit {
  readonly finding: { readonly id: string };
}
const claim = 'We are convinced that cities and local authorities must work with private partners.';

describe('What supports this?', () => {
  before(() => extension());
  afterEach(closeAll);

  it('returns the findings that bear on a text, best first', async () => {
    const hits = await vscode.commands.executeCommand<SupportHit[]>('idmFindings.findSupport', { text: claim });
    assert.equal(hits[0]?.finding.id, 'idm2022-1-d3c3');
    assert.deepEqual(
      await vscode.commands.executeCommand('idmFindings.findSupport', { text: 'The football season was long.' }),
      [],
    );
  });

  it('is offered on a selection, and one pick cites after it', async () => {
    const editor = await openDraft(`${claim}\n`);
    editor.selection = new vscode.Selection(0, 0, 0, claim.length - 1);
    await eventually('the action on the selection', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
      );
      return actions.some(({ command }) => command?.command === 'idmFindings.findSupport');
    });
    const done = vscode.commands.executeCommand<boolean>('idmFindings.findSupport');
    await eventually('the citation', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return editor.document.getText().includes('[^idm2022-1-d3c3]');
    });
    assert.equal(await done, true);
    assert.equal(editor.document.getText().split('\n')[0], `${claim}[^idm2022-1-d3c3]`);
  });

  it('offers a search by other words where nothing bears on those of the draft, and cites behind them', async () => {
    const editor = await openDraft('Rich people must stop hoarding| books.\n');
    const done = vscode.commands.executeCommand<boolean>('idmFindings.findSupport');
    await eventually('the list', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return editor.document.getText().includes('[^idm2022-1');
    });
    assert.equal(await done, true);
    assert.match(editor.document.lineAt(0).text, /^Rich people must stop hoarding books\.\[\^idm2022-1[^\]]*\]$/);
  });

  it('cites at the end of the sentence that the cursor is in', async () => {
    const editor = await openDraft(
      `Before. We are convinced that cities and| local authorities must work with private partners. After.\n`,
    );
    const before = editor.document.getText();
    const done = vscode.commands.executeCommand<boolean>('idmFindings.findSupport');
    await eventually('the citation', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return editor.document.getText().includes('[^idm2022-1-d3c3]');
    });
    assert.equal(await done, true);
    assert.equal(
      editor.document.getText().split('\n')[0],
      before.trimEnd().replace('partners.', 'partners.[^idm2022-1-d3c3]'),
    );
  });
});
