import * as vscode from 'vscode';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';

// The Markdown preview of the VS Code that tests run in has no bundle for the web worker host; there
// the plugin's own tests, which need no editor, stand for it.
if ('process' in globalThis) {
  describe('The Markdown preview', () => {
    afterEach(closeAll);

    async function rendered(text: string): Promise<string> {
      await extension();
      const html = await vscode.commands.executeCommand<string>('markdown.api.render', text);
      return html.replace(/ (?:data-line|dir|class="code-line)[^>]*?(?=>)/gu, '');
    }

    it('renders footnotes with links back and the finding on hover', async () => {
      const html = await rendered('Access matters.[^idm2022-1-d2c4]\n\n[^idm2022-1-d2c4]: IOM, day 2.\n');
      assert.match(
        html,
        /Access matters\.<sup class="idm-findings-note" title="The COVID-19 pandemic has illustrated [^"]+"><a href="#idm-note-1" id="idm-mark-1" role="doc-noteref">1<\/a><\/sup>/u,
      );
      assert.match(
        html,
        /<section class="idm-findings-notes"[\s\S]*IOM, day 2\. <a href="#idm-mark-1" class="idm-findings-back"/u,
      );
    });

    it('renders pandoc citations and the list of references, and marks what does not exist', async () => {
      const html = await rendered(
        'Access [@idm2022-1, day 2, conclusions 4 and 6] [@idm2022-1, day 7, conclusion 1].\n',
      );
      assert.match(html, />\(IOM, 2022, day 2, fourth and sixth conclusions\)<\/a><\/span>/u);
      assert.match(
        html,
        /<span class="idm-findings-unknown" title="No such finding">\[@idm2022-1, day 7, conclusion 1\]<\/span>/u,
      );
      assert.match(
        html,
        /<li id="idm-source-idm2022-1">International Organization for Migration \(IOM\) \(2022\)\. <em>/u,
      );
    });

    it('shows the draft itself in a preview', async () => {
      await openDraft('Access [@idm2022-1, day 2, conclusion 4].\n');
      await vscode.commands.executeCommand('markdown.showPreview');
      await eventually('the preview', () =>
        vscode.window.tabGroups.all.some(group =>
          group.tabs.some(
            ({ input }) =>
              (input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) &&
              /markdown\.preview/u.test(input.viewType),
          ),
        ),
      );
    });
  });
}
