import * as vscode from 'vscode';
import type { IdmFindingsApi } from '../../src/api';
import expected from '../../data/idm2022-1/source.txt';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';

const uri = vscode.Uri.parse('idm-findings:/idm2022-1/Summary of conclusions.txt');
const published = vscode.Uri.parse('idm-findings:/idm2022-1/as published/Summary of conclusions.txt');
const open = (id: unknown) => vscode.commands.executeCommand('idmFindings.openSourceText', { id });

/** The source's editor, with the passage of `id` selected in it. */
async function opened(id: string): Promise<vscode.TextEditor> {
  await open(id);
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document.uri.toString(), uri.toString());
  return editor!;
}

const oneSpace = (text: string) => text.replace(/\s+/gu, ' ');

describe('The source', () => {
  let api: IdmFindingsApi;

  before(async () => {
    api = await extension<IdmFindingsApi>();
  });
  afterEach(closeAll);

  it('has a line for each paragraph, wrapped by the editor, and every character at its offset', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.languageId, 'idm-findings-source');
    assert.equal(document.getText().replace(/\s/gu, ' '), expected.replace(/\s/gu, ' '));
    for (const { start, end } of [...api.findings(), ...api.passages()])
      assert.equal(document.positionAt(start).line, document.positionAt(end).line);
  });

  it('is also there byte for byte, for other extensions, too', async () => {
    assert.equal((await vscode.workspace.openTextDocument(published)).getText(), expected);
    assert.equal(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(published)),
      expected,
    );
    assert.deepEqual(await vscode.workspace.fs.readDirectory(vscode.Uri.parse('idm-findings:/')), [
      ['idm2022-1', vscode.FileType.Directory],
    ]);
  });

  it('cannot be written', async () => {
    assert.equal(vscode.workspace.fs.isWritableFileSystem('idm-findings'), false);
    await assert.rejects(vscode.workspace.fs.writeFile(uri, new Uint8Array()), /./u);
    await assert.rejects(vscode.workspace.fs.delete(uri), /./u);
    await assert.rejects(
      Promise.resolve(vscode.workspace.fs.stat(vscode.Uri.parse('idm-findings:/idm2022-1/other.txt'))),
      /./u,
    );
  });

  it('opens in a preview tab with the passage selected: of every finding and passage, and of a sentence', async () => {
    for (const entry of [...api.findings(), ...api.passages()]) {
      const { document, selection } = await opened(entry.id);
      assert.equal(oneSpace(document.getText(selection)), entry.text, entry.id);
      assert.equal(document.offsetAt(selection.start), entry.start, entry.id);
    }
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview, true);
    const { document, selection, visibleRanges } = await opened('idm2022-1-d1c1s2');
    assert.equal(
      oneSpace(document.getText(selection)),
      'Some speakers called for the establishment of a high-level panel on deaths in transit to bring continued attention to the issue.',
    );
    await eventually(
      'the passage in view',
      () =>
        vscode.window.activeTextEditor!.visibleRanges.some(range => range.contains(selection)) ||
        visibleRanges.some(range => range.contains(selection)),
    );
  });

  it('is refused for an id that nothing has, naming it', async () => {
    await assert.rejects(open('idm2022-1-d9c9'), /idm2022-1-d9c9/u);
  });

  it('is no draft: what is under its cursors is cited in the draft last active', async () => {
    const draft = await openDraft('One|.\n\nTwo.\n');
    await opened('idm2022-1-d2c11');
    const source = vscode.window.activeTextEditor!;
    source.selection = new vscode.Selection(source.selection.start, source.selection.start);
    await vscode.commands.executeCommand('idmFindings.citePassageHere');
    const [definition] = api.cite(['idm2022-1-d2c11']).definitions;
    assert.equal(
      draft.document.getText(),
      `One.[^idm2022-1-d2c11]\n\nTwo.\n\n[^idm2022-1-d2c11]: ${definition!.text}\n`,
    );
    assert.equal((await vscode.workspace.openTextDocument(published)).getText(), expected);
  });

  it('gives the sentence for words selected within one', async () => {
    const draft = await openDraft('Noting|\n');
    await opened('idm2022-1-d1c1s2');
    await vscode.commands.executeCommand('idmFindings.quotePassageHere');
    assert.ok(
      draft.document.getText().startsWith('Noting “some speakers called for the establishment of a high-level panel'),
      draft.document.getText(),
    );
    assert.ok(!draft.document.getText().includes('Participants mentioned'));
  });

  it('quotes words selected in it as they are', async () => {
    const draft = await openDraft('Noting|\n');
    await opened('idm2022-1-d1c1');
    const source = vscode.window.activeTextEditor!;
    const at = source.document.getText().indexOf('a high-level');
    source.selection = new vscode.Selection(
      source.document.positionAt(at),
      source.document.positionAt(at + 'a high-level  panel on deaths'.length),
    );
    await vscode.commands.executeCommand('idmFindings.quotePassageHere');
    assert.ok(
      draft.document.getText().startsWith('Noting “a high-level panel on deaths”[^idm2022-1-d1c1]'),
      draft.document.getText(),
    );
  });

  it('beside the draft cites one after the other, each time with the focus in the draft, and into a closed draft nothing', async () => {
    const draft = await openDraft('One|.\n\nTwo.\n');
    const document = await vscode.workspace.openTextDocument(uri);
    const { viewColumn } = await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    for (const id of ['idm2022-1-d1c2', 'idm2022-1-d1c3']) {
      const source = await vscode.window.showTextDocument(document, viewColumn);
      const at = document.positionAt(api.finding(id)!.start);
      source.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('idmFindings.citePassageHere');
      await eventually(
        'the cursor behind what was inserted',
        () => draft.selection.active.character >= `One.[^${id}]`.length,
      );
      await eventually('one types on', () => vscode.window.activeTextEditor?.document === draft.document);
    }
    assert.ok(
      draft.document.getText().startsWith('One.[^idm2022-1-d1c2][^idm2022-1-d1c3]\n'),
      draft.document.getText(),
    );
    await draft.document.save();
    const tab = vscode.window.tabGroups.all
      .flatMap(group => group.tabs)
      .find(({ label }) => label.startsWith('test-draft'));
    await vscode.window.tabGroups.close(tab!);
    assert.equal(
      await vscode.commands.executeCommand('idmFindings.insertCitation', { ids: ['idm2022-1-d1c4'] }),
      false,
    );
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
