import * as vscode from 'vscode';
import type { IdmFindingsApi } from '../../src/api';
import type { Skipped } from '../../src/domain/restyle/unit';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft, sleep } from './run/draft';

const run = <T>(command: string, argument?: unknown): Thenable<T> =>
  vscode.commands.executeCommand<T>(`idmFindings.${command}`, argument);

describe('Handing a draft over', () => {
  let note: string;

  before(async () => {
    const api = await extension<IdmFindingsApi>();
    const [definition] = api.cite(['idm2022-1-d2c4']).definitions;
    note = `[^${definition!.label}]: ${definition!.text}`;
  });
  afterEach(closeAll);

  it('restyles a draft as one undo step, and lists what it leaves alone', async () => {
    const { document } = await openDraft(
      'A [@idm2022-1, day 2, conclusion 4]. B [see @idm2022-1, day 2, conclusion 6].\n',
    );
    const before = document.getText();
    const { applied, skipped } = await run<{ applied: boolean; skipped: Skipped[] }>('restyleDraft', {
      form: 'footnote',
      style: 'un',
    });
    assert.equal(applied, true);
    assert.deepEqual(
      skipped.map(({ text, reason }) => [text, reason]),
      [['[see @idm2022-1, day 2, conclusion 6]', 'prefix']],
    );
    assert.equal(document.getText(), `A.[^idm2022-1-d2c4] B [see @idm2022-1, day 2, conclusion 6].\n\n${note}\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('lists what restyling left at any time, and restyles what is worded by hand from there', async () => {
    const text = 'A (IOM 2022, day 2, conclusion 4). B [see @idm2022-1, day 2, conclusion 6].\n';
    const { document } = await openDraft(text);
    const { applied, skipped } = await run<{ applied: boolean; skipped: Skipped[] }>('restyleDraft', {
      form: 'footnote',
      style: 'un',
    });
    assert.equal(applied, false);
    assert.deepEqual(
      skipped.map(({ reason, words }) => [reason, words]),
      [
        ['byHand', undefined],
        ['prefix', 'see'],
      ],
    );
    assert.equal(document.getText(), text);
    // Its first row restyles those worded by hand.
    const listed = run('showNotRestyled');
    await eventually('the list to take Enter', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await sleep(150);
      return document.getText() !== text;
    });
    await listed;
    assert.equal(document.getText(), `A.[^idm2022-1-d2c4] B [see @idm2022-1, day 2, conclusion 6].\n\n${note}\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('restyles a draft that names its style, which then names the other', async () => {
    const { document } = await openDraft(
      `---\nidm-findings: { style: un, form: footnote }\n---\n\nA|.[^idm2022-1-d2c4]\n\n${note}\n`,
    );
    await run('restyleDraft', { form: 'footnote', style: 'apa' });
    assert.match(
      document.getText(),
      /^---\nidm-findings: \{ style: apa, form: footnote \}\n---\n\nA\.\[\^idm2022-1-d2c4\]\n\n\[\^idm2022-1-d2c4\]: International Organization for Migration, 2022, Day 2, Conclusion 4\.\n$/u,
    );
    await run('insertCitation', { ids: ['idm2022-1-d2c6'] });
    assert.match(
      document.getText(),
      /\[\^idm2022-1-d2c6\]: International Organization for Migration, 2022, Day 2, Conclusion 6\.\n$/u,
    );
  });

  it('records the style of pandoc citations, which do not show it, in the front matter', async () => {
    // OSCOLA would ask for the date of access.
    const { document } = await openDraft('A [@idm2022-1, day 2, conclusion 4].\n');
    const before = document.getText();
    const { applied } = await run<{ applied: boolean }>('restyleDraft', { form: 'pandoc', style: 'aglc4' });
    assert.equal(applied, true);
    assert.equal(document.getText(), `---\nidm-findings:\n  style: aglc4\n---\n\n${before}`);
    await run('insertCitation', { ids: ['idm2022-1-d2c6'], form: 'footnote' });
    assert.match(document.getText(), /: International Organization for Migration, \*/u);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('takes its record of the style out again on the way back', async () => {
    const { document } = await openDraft('A [@idm2022-1, day 2, conclusion 4].\n');
    const before = document.getText();
    await run('restyleDraft', { form: 'pandoc', style: 'aglc4' });
    await run('restyleDraft', { form: 'pandoc', style: 'chicago-notes' });
    assert.equal(document.getText(), `---\nidm-findings:\n  style: chicago-notes\n---\n\n${before}`);
    await run('restyleDraft', { form: 'pandoc', style: 'un' });
    assert.equal(document.getText(), before);
  });

  it('restyles the list of sources with the citations, as one undo step', async () => {
    const { document } = await openDraft(`A|.[^idm2022-1-d2c4]\n\n${note}\n`);
    await run('insertBibliography');
    const before = document.getText();
    await run('restyleDraft', { form: 'footnote', style: 'oscola' });
    assert.match(document.getText(), /^- .* \(International Organization for Migration 2022\) .*<https?:[^>]+>/mu);
    assert.equal(/^- .*\(IOM\)/mu.test(document.getText()), false);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('offers the rules for citations in the front matter', async () => {
    const { document } = await openDraft('---\ntitle: T\nidm-findings:\n  style:\n---\n\nA.\n');
    const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(3, 8),
      ':',
    );
    assert.deepEqual(offered.items.map(({ label }) => (typeof label === 'string' ? label : label.label)).slice(0, 3), [
      'un',
      'iom',
      'chicago-notes',
    ]);
  });

  it('asks for the rules and their values one after the other', async () => {
    const { document } = await openDraft('---\ntitle: T\nidm\n---\n\nA.\n');
    const {
      items: [field],
    } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(2, 3),
    );
    assert.equal((field?.insertText as vscode.SnippetString | undefined)?.value, 'idm-findings:\n  $0');
    assert.equal(field?.command?.command, 'editor.action.triggerSuggest');
  });

  it('offers our field as soon as a letter of it is typed', async () => {
    const { document } = await openDraft('---\ntitle: T\n|\n---\n\nA.\n');
    await vscode.commands.executeCommand('type', { text: 'i' });
    await eventually('the row taken', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().includes('\nidm-findings:\n  ');
    });
  });

  it('restyles what is selected only', async () => {
    const editor = await openDraft('A [@idm2022-1, day 2, conclusion 4].\n\nB [@idm2022-1, day 2, conclusion 4].\n');
    editor.selection = new vscode.Selection(2, 0, 3, 0);
    await run('restyleDraft', { form: 'inText', style: 'un' });
    assert.equal(
      editor.document.getText(),
      'A [@idm2022-1, day 2, conclusion 4].\n\nB (IOM, 2022, day 2, fourth conclusion).\n',
    );
  });

  it('restyles the list of sources with all that is selected', async () => {
    const editor = await openDraft(`A|.[^idm2022-1-d2c4]\n\n${note}\n`);
    await run('insertBibliography');
    const whole = (await extension<IdmFindingsApi>()).restyle(editor.document.getText(), {
      form: 'footnote',
      style: 'oscola',
    });
    await vscode.commands.executeCommand('editor.action.selectAll');
    await eventually('all is selected', () => !editor.selection.isEmpty);
    await run('restyleDraft', { form: 'footnote', style: 'oscola' });
    assert.equal(editor.document.getText(), whole.text);
  });

  it('refuses a style there is not', async () => {
    await openDraft('A.\n');
    await assert.rejects(run('restyleDraft', { form: 'footnote', style: 'mla' }), /mla/u);
  });

  it('offers the same restyling to other extensions', async () => {
    const api = await extension<IdmFindingsApi>();
    assert.deepEqual(api.restyle(`A.[^idm2022-1-d2c4]\n\n${note}\n`, { form: 'pandoc', style: 'un' }), {
      text: 'A [@idm2022-1, day 2, conclusion 4].\n',
      skipped: [],
    });
    const { document } = await openDraft(`A|.[^idm2022-1-d2c4]\n\n${note}\n`);
    await run('insertBibliography');
    const { text } = api.restyle(document.getText(), { form: 'footnote', style: 'oscola' });
    await run('restyleDraft', { form: 'footnote', style: 'oscola' });
    assert.equal(document.getText(), text, 'with the list of sources');
  });

  it('writes the list of sources, and brings it up to date', async () => {
    const { document } = await openDraft('A| [@idm2022-1, day 2, conclusion 4].[^1]\n\n[^1]: Theirs.\n');
    assert.equal(await run('insertBibliography'), true);
    assert.match(
      document.getText(),
      /conclusion 4\]\.\[\^1\]\n\n## Sources\n\n<!-- idm-findings-sources -->\n- International Organization for Migration \(IOM\) \(2022\)\. \*.*\*\. Geneva\.\n<!-- \/idm-findings-sources -->\n\n\[\^1\]: Theirs\.\n$/u,
    );
    assert.equal(await run('insertBibliography'), false);
  });

  it('exports the sources in each format', async () => {
    await openDraft('A [@idm2022-1, day 2, conclusion 4].\n');
    assert.match(await run<string>('exportSources', { format: 'biblatex', scope: 'draft' }), /^@report\{idm2022-1,/u);
    assert.equal(
      (JSON.parse(await run<string>('exportSources', { format: 'csl-json', scope: 'all' })) as { id: string }[])[0]?.id,
      'idm2022-1',
    );
    assert.match(await run<string>('exportSources', { format: 'ris', scope: 'all' }), /^TY {2}- RPRT\r?\n/u);
    await openDraft('Nothing cited.\n');
    assert.equal(await run<string>('exportSources', { format: 'csl-json', scope: 'draft' }), '[]\n');
  });

  it('writes the bibliography file that the front matter names', async () => {
    const { document } = await openDraft('A [@idm2022-1, day 2, conclusion 4].\n');
    const file = await run<vscode.Uri>('writeSourcesFile');
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.equal((JSON.parse(content) as { id: string }[])[0]?.id, 'idm2022-1');
    assert.equal(
      document.getText(),
      '---\nbibliography: idm-findings.json\n---\n\nA [@idm2022-1, day 2, conclusion 4].\n',
    );
    await run('writeSourcesFile');
    assert.equal(document.getText().match(/idm-findings\.json/gu)?.length, 1);
    await vscode.workspace.fs.delete(file);
  });

  it('exports the date of access that the drafter said, and none else', async () => {
    const settings = vscode.workspace.getConfiguration('idmFindings');
    const exported = async (): Promise<string> => run<string>('exportSources', { format: 'biblatex', scope: 'draft' });
    await openDraft('A [@idm2022-1, day 2, conclusion 4].\n');
    assert.equal((await exported()).includes('urldate'), false);
    await settings.update('citation.dateOfAccess', '2026-04-30', vscode.ConfigurationTarget.Global);
    try {
      await openDraft('A [@idm2022-1, day 2, conclusion 4].\n');
      assert.match(await exported(), /urldate {5}= \{2026-04-30\}/u);
      await openDraft('---\nidm-findings: { accessed: 2026-05-01 }\n---\n\nA [@idm2022-1, day 2, conclusion 4].\n');
      assert.match(await exported(), /urldate {5}= \{2026-05-01\}/u);
    } finally {
      await settings.update('citation.dateOfAccess', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('cites with the place in braces where the draft’s own style cites in notes', async () => {
    const { document } = await openDraft('---\ncsl: house.csl\n---\n\nA|.\n');
    const file = vscode.Uri.joinPath(document.uri, '..', 'house.csl');
    const style = (kind: string): Uint8Array =>
      new TextEncoder().encode(
        `<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0"><citation><layout/></citation></style>\n`,
      );
    await vscode.workspace.fs.writeFile(file, style('note'));
    try {
      await run('insertCitation', { ids: ['idm2022-1-d2c4'], form: 'pandoc' });
      assert.match(document.getText(), /^A \[@idm2022-1, \{day 2, conclusion 4\}\]\.$/mu);
      await vscode.workspace.fs.writeFile(file, style('in-text'));
      await run('insertCitation', { ids: ['idm2022-1-d2c6'], form: 'pandoc' });
      assert.match(document.getText(), /\[@idm2022-1, day 2, conclusion 6\]/u);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('copies findings and drafts', async () => {
    await openDraft('A [@idm2022-1, day 2, conclusion 4].\n');
    assert.equal(await run('copyAs', { format: 'text' }), 'A (IOM, 2022, day 2, fourth conclusion).\n');
    assert.equal(
      await run('copyAs', { format: 'markdown', ids: ['idm2022-1-d2c4'] }),
      await vscode.env.clipboard.readText(),
    );
    await assert.rejects(run('copyAs', { format: 'text', ids: ['idm2022-9-d9c9'] }), /idm2022-9-d9c9/u);
  });

  if ('process' in globalThis) {
    it('exports to Word through pandoc', async () => {
      const { document } = await openDraft(`A.[^idm2022-1-d2c4]\n\n${note}\n`);
      const output = vscode.Uri.joinPath(document.uri, '..', 'exported.docx');
      assert.equal(await run('exportWord', { output }), true);
      const bytes = await vscode.workspace.fs.readFile(output);
      assert.equal(new TextDecoder().decode(bytes.slice(0, 2)), 'PK');
      await vscode.workspace.fs.delete(output);
    });

    it('exports to Word where the draft names a style file that is none', async () => {
      const { document } = await openDraft('---\ncsl: none.csl\n---\n\nA [@idm2022-1, day 2, conclusion 4].\n');
      const [file, output] = ['none.csl', 'none.docx'].map(name => vscode.Uri.joinPath(document.uri, '..', name)) as [
        vscode.Uri,
        vscode.Uri,
      ];
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('<style class="numeric"></style>\n'));
      try {
        assert.equal(await run('exportWord', { output }), true);
        await vscode.workspace.fs.delete(output);
      } finally {
        await vscode.workspace.fs.delete(file);
      }
    });

    it('copies a draft as HTML', async () => {
      await openDraft('A [@idm2022-1, day 2, conclusion 4].\n');
      const html = await run<string>('copyAs', { format: 'htmlSource' });
      assert.match(html, /^<p>A <span><a href="#idm-source-idm2022-1"/u);
      assert.equal(/idm-findings-|data-href| title=/u.test(html), false, html);
      assert.equal(await vscode.env.clipboard.readText(), html);
      assert.equal(await run<string>('copyAs', { format: 'html' }), html);
      // What takes no formatted text gets the plain text; where the browser lets no page write to the clipboard, there
      // is the source.
      const copied = await vscode.env.clipboard.readText();
      assert.ok(['A (IOM, 2022, day 2, fourth conclusion).\n', html].includes(copied), copied);
      await eventually(
        'the draft to be back',
        () =>
          vscode.window.activeTextEditor !== undefined &&
          vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length === 1,
      );
    });
  } else {
    it('refuses Word export where no program can be run', async () => {
      const { document } = await openDraft('A.\n');
      const output = vscode.Uri.joinPath(document.uri, '..', 'exported.docx');
      assert.equal(await run('exportWord', { output }), false);
      await eventually('no file', async () =>
        vscode.workspace.fs.stat(output).then(
          () => false,
          () => true,
        ),
      );
    });
  }
});
