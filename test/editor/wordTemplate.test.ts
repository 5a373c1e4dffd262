// The look of a draft in Word: a template that the setting or the draft's front matter names. In the Node host, where
// pandoc can be run.
import * as vscode from 'vscode';
import { readDocx, writeDocx } from '../../src/editor/word/zip';
import * as assert from './run/assert';
import { closeAll, extension, openDraft } from './run/draft';
import { node } from './run/git';

const run = (output: vscode.Uri): Thenable<boolean> =>
  vscode.commands.executeCommand<boolean>('idmFindings.exportWord', { output });

if (node) {
  describe('A Word template', () => {
    let template: vscode.Uri;
    let output: vscode.Uri;
    const set = (value: string | undefined): Thenable<void> =>
      vscode.workspace
        .getConfiguration('idmFindings')
        .update('word.template', value, vscode.ConfigurationTarget.Global);
    const words = 'It was said [@idm2022-1, day 2, conclusion 4].\n';

    before(async () => {
      await extension();
      const { uri } = vscode.workspace.workspaceFolders![0]!;
      [template, output] = ['house style.docx', 'templated.docx'].map(name => vscode.Uri.joinPath(uri, name)) as [
        vscode.Uri,
        vscode.Uri,
      ];
      // A document of somebody's is what pandoc makes, with a style of its own.
      await set('none');
      await openDraft(words);
      assert.equal(await run(output), true);
      const parts = new Map(readDocx(await vscode.workspace.fs.readFile(output)));
      const styles = String(parts.get('word/styles.xml')).replace(
        /<w:docDefaults>/u,
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="HouseStyle"><w:name w:val="House Style"/></w:style>$&',
      );
      await vscode.workspace.fs.writeFile(template, writeDocx(parts.set('word/styles.xml', styles)));
    });
    beforeEach(() => vscode.workspace.fs.delete(output).then(undefined, () => undefined));
    afterEach(async () => {
      await closeAll();
      await set(undefined);
    });
    after(async () => {
      await vscode.workspace.fs.delete(template);
      await vscode.workspace.fs.delete(output).then(undefined, () => undefined);
    });

    const styles = async (): Promise<string> =>
      String(readDocx(await vscode.workspace.fs.readFile(output)).get('word/styles.xml'));

    it('that the setting names gives the document its styles', async () => {
      await set('house style.docx');
      await openDraft(words);
      assert.equal(await run(output), true);
      assert.match(await styles(), /w:val="House Style"/u);
    });

    it('that the front matter names does, whatever the setting says', async () => {
      await openDraft(`---\nreference-doc: house style.docx\n---\n\n${words}`);
      assert.equal(await run(output), true);
      assert.match(await styles(), /w:val="House Style"/u);
    });

    it('is ours where nobody names one', async () => {
      await openDraft(words);
      assert.equal(await run(output), true);
      assert.match(await styles(), /w:val="Operative Paragraph"/u);
      assert.ok(!(await styles()).includes('House Style'));
    });

    it('that is not there stops the export, and so does one that is no Word document', async () => {
      await set('gone.docx');
      await openDraft(words);
      assert.equal(await run(output), false);
      await set(undefined);
      for (const named of ['gone.docx', 'note.md']) {
        const { document } = await openDraft(`---\nreference-doc: ${named}\n---\n\n${words}`);
        const note = vscode.Uri.joinPath(document.uri, '..', 'note.md');
        await vscode.workspace.fs.writeFile(note, new TextEncoder().encode('A note.\n'));
        assert.equal(await run(output), false, named);
        await vscode.workspace.fs.delete(note);
      }
      await assert.rejects(vscode.workspace.fs.stat(output), /./u);
      await vscode.commands.executeCommand('notifications.clearAll');
    });
  });
}
