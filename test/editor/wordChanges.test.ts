// A draft exported to Word with the changes since an earlier version: what is in the file, and that nothing is lost.
import * as vscode from 'vscode';
import { readDocx } from '../../src/editor/word/zip';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';
import { node, withCommitted } from './run/git';

const earlier =
  'States weighed the costs of rescue [@idm2022-1, day 2, conclusion 4].\n\nNothing else changed.[^own]\n\n[^own]: A note.\n';
const now = earlier.replace('weighed', 'shared').replace('conclusion 4', 'conclusion 6');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const run = (given: object): Thenable<boolean> =>
  vscode.commands.executeCommand<boolean>('idmFindings.exportWordChanges', given);

describe('Word with tracked changes', () => {
  let other: vscode.Uri;
  let output: vscode.Uri;
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('idmFindings');

  before(async () => {
    await extension();
    const [folder] = vscode.workspace.workspaceFolders!;
    other = vscode.Uri.joinPath(folder!.uri, 'earlier.md');
    output = vscode.Uri.joinPath(folder!.uri, 'changes.docx');
    await vscode.workspace.fs.writeFile(other, bytes(earlier));
  });
  afterEach(async () => {
    await closeAll();
    await settings().update('word.author', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(output).then(undefined, () => undefined);
  });
  after(() => vscode.workspace.fs.delete(other));

  const part = async (name: string): Promise<string> =>
    String(readDocx(await vscode.workspace.fs.readFile(output)).get(name));

  if (node) {
    it('marks a changed word, and a changed citation with both its notes', async () => {
      await settings().update('word.author', 'A. & B. <Drafters>', vscode.ConfigurationTarget.Global);
      const { document } = await openDraft(now);
      assert.equal(await run({ since: other, output }), true);
      const text = await part('word/document.xml');
      const changed = (name: string): string[] =>
        [
          ...text.matchAll(
            new RegExp(
              `<w:${name} w:id="\\d+" w:author="A\\. &amp; B\\. &lt;Drafters>" w:date="\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ">([\\s\\S]*?)</w:${name}>`,
              'gu',
            ),
          ),
        ].map(([, inner = '']) => inner.replace(/<w:footnoteReference[^>]*>/gu, '{note}').replace(/<[^>]*>/gu, ''));
      assert.deepEqual(
        [changed('del'), changed('ins')],
        [
          ['weighed', '{note}'],
          ['shared', '{note}'],
        ],
      );
      const notes = await part('word/footnotes.xml');
      assert.match(notes, /<w:del [^>]*>(?:(?!<\/w:del>)[\s\S])*<w:delText[^>]*>[^<]*day 2, fourth conclusion/u);
      assert.match(notes, /<w:ins [^>]*>(?:(?!<\/w:ins>)[\s\S])*<w:t[ >][^<]*day 2, sixth conclusion/u);
      assert.match(notes, /A note\./u);
      assert.equal(document.getText(), now);
    });

    it('names somebody as the author where nobody is set', async () => {
      await openDraft(now);
      assert.equal(await run({ since: other, output }), true);
      // Git is off in these editors.
      assert.match(await part('word/document.xml'), /w:author="Author"/u);
    });

    it('names whom Git names, for what changed since the last commit', () =>
      withCommitted(earlier, now, 'B. Drafter', async () => {
        assert.equal(await run({ since: 'commit', output }), true);
        assert.match(await part('word/document.xml'), /<w:ins w:id="\d+" w:author="B\. Drafter"/u);
      }));

    it('writes nothing where nothing changed', async () => {
      await openDraft(earlier);
      assert.equal(await run({ since: other, output }), false);
      await assert.rejects(vscode.workspace.fs.stat(output), /./u);
    });

    it('replaces a file only where it may', async () => {
      await openDraft(now);
      await vscode.workspace.fs.writeFile(output, bytes('kept'));
      assert.equal(await run({ since: other, output, overwrite: false }), false);
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(output)), 'kept');
      assert.equal(await run({ since: other, output, overwrite: true }), true);
      assert.match(await part('word/document.xml'), /<w:ins /u);
    });

    it('says plainly that there is no such earlier version, and writes nothing', async () => {
      await openDraft(now);
      await assert.rejects(run({ since: vscode.Uri.joinPath(other, '..', 'gone.md'), output }), /could not be opened/u);
      await assert.rejects(run({ since: 'saved', output }), /no earlier version called/u);
      await assert.rejects(vscode.workspace.fs.stat(output), /./u);
    });
  } else {
    it('refuses where no program can be run', async () => {
      await openDraft(now);
      assert.equal(await run({ since: other, output }), false);
      await eventually('no file', async () =>
        vscode.workspace.fs.stat(output).then(
          () => false,
          () => true,
        ),
      );
    });
  }
});
