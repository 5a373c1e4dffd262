import * as vscode from 'vscode';
import type { IdmFindingsApi } from '../../src/api';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft, sleep } from './run/draft';

const pick = (argument?: unknown) => vscode.commands.executeCommand<boolean>('idmFindings.pickCitation', argument);
/** Enter in the open list. The list has no event to wait for: it takes keys once it is there. */
async function accept(result: PromiseLike<unknown>): Promise<unknown> {
  const answers: unknown[] = [];
  void Promise.resolve(result).finally(() => answers.push('done'));
  await eventually('the list to take Enter', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await sleep(150);
    return answers.length > 0;
  });
  return result;
}

describe('The quick pick', () => {
  let api: IdmFindingsApi;
  const definition = (id: string) => `[^${id}]: ${api.cite([id]).definitions[0]!.text}`;

  before(async () => {
    api = await extension<IdmFindingsApi>();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('takes the best for the words, misspelt, when nothing is checked, in one undo step', async () => {
    const query = 'climat negotations';
    const best = api.search(query)[0]!.finding.id;
    const { document } = await openDraft('One|.\n');
    assert.equal(await accept(pick({ query })), true);
    assert.equal(document.getText(), `One.[^${best}]\n\n${definition(best)}\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'One.\n');
  });

  it('searches for the selected words first, and inserts after them', async () => {
    const editor = await openDraft('Proof of vaccination matters.\n');
    editor.selection = new vscode.Selection(0, 0, 0, 'Proof of vaccination'.length);
    const best = api.search('Proof of vaccination')[0]!.finding.id;
    await accept(pick());
    assert.ok(
      editor.document.getText().startsWith(`Proof of vaccination[^${best}] matters.`),
      editor.document.getText(),
    );
  });

  it('inserts where it was opened though another document was shown meanwhile', async () => {
    const { document } = await openDraft('One|.\n');
    const query = 'missing migrants';
    const best = api.search(query)[0]!.finding.id;
    const result = pick({ query });
    await sleep(300);
    const other = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'Other.\n' });
    await vscode.window.showTextDocument(other, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    await accept(result);
    assert.equal(other.getText(), 'Other.\n');
    assert.equal(document.getText(), `One.[^${best}]\n\n${definition(best)}\n`);
  });

  it('inserts nothing in a draft that changed meanwhile, and leaves the text on the clipboard', async () => {
    const { document } = await openDraft('One|.\n');
    const query = 'missing migrants';
    const best = api.search(query)[0]!.finding.id;
    await vscode.env.clipboard.writeText('before');
    const result = pick({ query });
    await sleep(300);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'More. ');
    await vscode.workspace.applyEdit(edit);
    // The message that says so stays until it is read: only what the command gives is awaited.
    assert.equal(await accept(result), false);
    assert.equal(document.getText(), 'More. One.\n');
    const clipboard = await eventually('the clipboard', async () => {
      const text = await vscode.env.clipboard.readText();
      return text === 'before' ? undefined : text;
    });
    assert.ok(clipboard.includes(`[^${best}]`), clipboard);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('cites the document as a whole by its name', async () => {
    const { document } = await openDraft('One|.\n');
    await accept(pick({ query: 'international dialogue on migration' }));
    assert.equal(document.getText(), `One.[^idm2022-1]\n\n${definition('idm2022-1')}\n`);
  });

  it('inserts quotations where it is asked to', async () => {
    const { document } = await openDraft('Recalling|\n');
    const query = 'missing migrants high-level panel';
    const { text } = api.search(query)[0]!.finding;
    await accept(pick({ query, kind: 'quotation' }));
    const part = text.charAt(0).toLowerCase() + text.slice(1, -1);
    assert.ok(document.getText().startsWith(`Recalling “${part}”.`), document.getText());
  });

  it('shows the recently used first when nothing is typed', async () => {
    const first = await openDraft('One|.\n');
    await vscode.commands.executeCommand('idmFindings.insertCitation', { ids: ['idm2022-1-d3c7'] });
    assert.ok(first.document.getText().includes('d3c7'));
    const { document } = await openDraft('Two|.\n');
    await accept(pick({ query: '' }));
    assert.equal(document.getText(), `Two.[^idm2022-1-d3c7]\n\n${definition('idm2022-1-d3c7')}\n`);
  });
});
