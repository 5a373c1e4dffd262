import * as vscode from 'vscode';
import type { IdmFindingsApi } from '../../src/api';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';

const c4 = 'idm2022-1-d2c4';
const ask = <T>(command: string, ...args: unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(`vscode.execute${command}`, ...args);
const at = (editor: vscode.TextEditor): [vscode.Uri, vscode.Position] => [editor.document.uri, editor.selection.active];
const words = (hovers: readonly vscode.Hover[]): string =>
  hovers.flatMap(({ contents }) => contents).map(content => (typeof content === 'string' ? content : content.value)).join('\n');
/** Text without the backslashes that keep Markdown from reading it as markup. */
const unescaped = (text: string): string => text.replace(/\\(.)/gu, '$1');
const ours = (hovers: readonly vscode.Hover[]): vscode.Hover[] => hovers.filter(hover => words([hover]).includes('idmFindings.'));

describe('A citation in a draft', () => {
  let text: string;

  before(async () => {
    text = (await extension<IdmFindingsApi>()).finding(c4)!.text;
  });
  afterEach(closeAll);

  it('shows the finding on hover: its words, who, where, the citation, and only our links', async () => {
    const editor = await openDraft('As was said [@idm2022-1, day 2, concl|usion 4], so.\n');
    const [hover, ...others] = ours(await ask<vscode.Hover[]>('HoverProvider', ...at(editor)));
    assert.equal(others.length, 0);
    const shown = unescaped(words([hover!]));
    assert.ok(shown.includes(text), 'the words of the source');
    assert.ok(shown.includes('Day 2, fourth conclusion') && shown.includes('The need for human rights-based predictability'), shown);
    assert.ok(shown.includes('Summary of conclusions”, online, 28 February–2 March 2022, day 2, fourth conclusion'), shown);
    assert.deepEqual([...words([hover!]).matchAll(/\(command:([^?)]+)/gu)].map(match => match[1]), ['idmFindings.openSource', 'idmFindings.insertQuotation']);
    assert.deepEqual([hover!.range!.start.character, hover!.range!.end.character], [12, 45]);
    const [content] = hover!.contents as vscode.MarkdownString[];
    assert.deepEqual(content!.isTrusted as unknown, { enabledCommands: ['idmFindings.openSource', 'idmFindings.insertQuotation'] });
    assert.ok(!content!.supportHtml, 'no HTML');
  });

  it('shows nothing beside the citation, and what is wrong with one of nothing', async () => {
    const beside = await openDraft('As was sa|id [@idm2022-1, day 2, conclusion 4], so.\n');
    assert.equal(ours(await ask<vscode.Hover[]>('HoverProvider', ...at(beside))).length, 0);
    const behind = await openDraft('As was said [@idm2022-1, day 2, conclusion 4]|, so.\n');
    assert.equal(ours(await ask<vscode.Hover[]>('HoverProvider', ...at(behind))).length, 0);
    const unknown = await openDraft('As was said [@idm2022-1, day 9, concl|usion 4], so.\n');
    assert.match(unescaped(words(await ask<vscode.Hover[]>('HoverProvider', ...at(unknown)))), /no such place: Day 9, fourth conclusion/u);
  });

  it('leads to the passage in the source, and from a marker also to its definition', async () => {
    const editor = await openDraft(`Words.[^idm20|22-1-d2c4]\n\n[^${c4}]: Note.\n`);
    const found = await ask<(vscode.LocationLink | vscode.Location)[]>('DefinitionProvider', ...at(editor));
    const links = found.flatMap(link => 'targetUri' in link ? [link] : []);
    const source = links.find(({ targetUri }) => targetUri.scheme === 'idm-findings')!;
    const document = await vscode.workspace.openTextDocument(source.targetUri);
    assert.equal(document.getText(source.targetSelectionRange!).replace(/\s+/gu, ' '), text);
    assert.ok(links.some(({ targetUri, targetRange }) => targetUri.toString() === editor.document.uri.toString() && targetRange.start.line === 2));
  });

  it('is a link to the source, and the others of its finding are highlighted', async () => {
    const editor = await openDraft(`A.[^idm20|22-1-d2c4] B [@idm2022-1, day 2, conclusions 4 and 6] C (IOM, 2022, day 1, first conclusion).\n\n[^${c4}]: Note.\n`);
    const links = await ask<vscode.DocumentLink[]>('LinkProvider', editor.document.uri, 10);
    const own = links.filter(({ target }) => target?.scheme === 'command');
    assert.deepEqual(own.map(({ range }) => editor.document.getText(range)), [`[^${c4}]`, '[@idm2022-1, day 2, conclusions 4 and 6]', '(IOM, 2022, day 1, first conclusion)']);
    assert.equal(own[0]!.target!.path, 'idmFindings.openSource');
    assert.deepEqual(JSON.parse(own[0]!.target!.query), [{ id: c4, preserveFocus: true }]);
    const highlights = await ask<vscode.DocumentHighlight[]>('DocumentHighlights', ...at(editor));
    assert.deepEqual(highlights.map(({ range }) => editor.document.getText(range)), [`[^${c4}]`, '[@idm2022-1, day 2, conclusions 4 and 6]', `[^${c4}]`]);
  });

  it('is found again from the source across the drafts of the workspace', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const closed = vscode.Uri.joinPath(folder, 'references', 'closed.qmd');
    const write = (content: string) => vscode.workspace.fs.writeFile(closed, new TextEncoder().encode(content));
    try {
      await write('One\r\ntwo @idm2022-1 [day 2, conclusion 4].\r\n');
      const editor = await openDraft('Open (IOM, 2022, day 2, fourth conclusion) and [@idm2022-1, day 1, concl|usion 1].\n');
      const [link] = await ask<vscode.LocationLink[]>('DefinitionProvider', editor.document.uri, new vscode.Position(0, 10));
      const places = async (): Promise<string[]> => {
        const found = await ask<vscode.Location[]>('ReferenceProvider', link!.targetUri, link!.targetRange.start);
        return found.map(({ uri, range }) => `${uri.path.split('/').at(-1)} ${range.start.line}:${range.start.character}-${range.end.character}`).sort();
      };
      const draft = editor.document.uri.path.split('/').at(-1)!;
      await eventually('both drafts to be found', async () => (await places()).length === 2);
      assert.deepEqual(await places(), ['closed.qmd 1:4-36', `${draft} 0:5-42`]);
      await write('One\r\n');
      assert.deepEqual(await places(), [`${draft} 0:5-42`]);
      const others = await ask<vscode.Location[]>('ReferenceProvider', ...at(editor));
      // VS Code's own Markdown support adds what stands in the brackets, which it takes for a link.
      assert.ok(others.some(({ range }) => range.start.character === 47 && range.end.character === 80), JSON.stringify(others));
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'references'), { recursive: true });
    }
  });

  it('is given to other extensions with its range and what it cites', async () => {
    const api = await extension<IdmFindingsApi>();
    const found = api.citations('x [see @idm2022-1, day 2, conclusions 4 and 6; @other] y', { languageId: 'markdown' });
    assert.deepEqual(found.map(({ start, end, form, ids, corpus, locator, prefix }) => ({ start, end, form, ids, corpus, locator, prefix })), [
      { start: 3, end: 45, form: 'pandoc', ids: [c4, 'idm2022-1-d2c6'], corpus: 'idm2022-1', locator: 'day 2, conclusions 4 and 6', prefix: 'see' },
    ]);
  });
});
