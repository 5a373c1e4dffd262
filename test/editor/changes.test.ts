import * as vscode from 'vscode';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';
import { node, withCommitted } from './run/git';

const id = 'idm2022-1-d1c1';
const earlier = `Some speakers called for a high-level panel on deaths in transit.[^${id}]\n\nOur own words.\n\n[^${id}]: By hand.\n`;
const now = earlier
  .replace('Some speakers', 'States')
  .replace('Our own words.', 'Our own words [@idm2022-1, day 2, conclusion 4].');
const told = { attributions: ['strengthened'], citations: ['added'], quotations: [] };

interface Kind {
  readonly kind: string;
}
interface Found {
  readonly attributions: readonly Kind[];
  readonly citations: readonly Kind[];
  readonly quotations: readonly Kind[];
}

/** Runs the command; the kinds of what it found. */
async function changes(since: unknown): Promise<Record<keyof Found, string[]> | undefined> {
  const found = await vscode.commands.executeCommand<Found | undefined>('idmFindings.showChanges', { since });
  const kinds = (list: readonly Kind[]): string[] => list.map(({ kind }) => kind);
  return (
    found && {
      attributions: kinds(found.attributions),
      citations: kinds(found.citations),
      quotations: kinds(found.quotations),
    }
  );
}

/** The report that shows some words. */
const report = (words: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(
    document =>
      !document.isClosed &&
      document.uri.scheme === 'idm-findings-report' &&
      document.uri.path.startsWith('/Changes in') &&
      document.getText().includes(words),
  );
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function replaceAll({ document }: vscode.TextEditor, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('What changed in the citations', () => {
  const files = vscode.workspace.getConfiguration('files');

  before(async () => {
    await extension();
    // Saved by itself, a draft would have no saved version that differs.
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  });
  afterEach(closeAll);
  after(() => files.update('autoSave', undefined, vscode.ConfigurationTarget.Global));

  it('tells it since the saved version, beside the draft, with links to its lines and nothing else live', async () => {
    const editor = await openDraft(earlier);
    const { document } = editor;
    await replaceAll(
      editor,
      now.replace('Our own words', '\nOur own [words](command:workbench.action.quit) <https://example.org>'),
    );
    assert.deepEqual(await changes('saved'), told);
    const shown = await eventually('the report', () => report('Compared with the saved version.'));
    const text = shown.getText();
    assert.match(
      text,
      /^- Line 1: the attribution is \*\*stronger\*\* \(speaker\)\n  - Before: “Some speakers called for” \(says no more than the source\)\n  - Now: “States called for” \(not the speaker in the source\)\n  - The source: /m,
    );
    assert.match(text, /^- Line 4: day 2, fourth conclusion is cited now$/m);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', shown.uri);
    const own = document.uri.with({ fragment: '' }).toString();
    assert.deepEqual(
      links.map(({ target }) => target?.with({ fragment: '' }).toString() ?? '').filter(target => target !== own),
      [],
    );
    assert.deepEqual(
      links.map(({ target }) => target?.fragment),
      ['L1', 'L4'],
    );
    assert.deepEqual(vscode.languages.getDiagnostics(shown.uri), []);
    await eventually('the draft with the focus', () => vscode.window.activeTextEditor?.document === document);
  });

  it('tells it since another file, and says so where nothing changed', async () => {
    const { document } = await openDraft(now);
    const other = vscode.Uri.joinPath(document.uri, '..', 'earlier.md');
    try {
      await vscode.workspace.fs.writeFile(other, bytes(`\uFEFF${earlier}`));
      assert.deepEqual(await changes(other), told);
      await eventually('the report', () => report('Compared with earlier.md'));
      await vscode.workspace.fs.writeFile(other, bytes(now));
      assert.deepEqual(await changes(other), { attributions: [], citations: [], quotations: [] });
      await eventually('the report on nothing', () => report('Nothing changed in the citations.'));
    } finally {
      await vscode.workspace.fs.delete(other);
    }
  });

  it('says plainly why an earlier version cannot be read', async () => {
    const { document } = await openDraft(now);
    const other = vscode.Uri.joinPath(document.uri, '..', 'earlier.md');
    const why = async (since: unknown): Promise<string> =>
      changes(since).then(
        () => '',
        (error: Error) => error.message,
      );
    assert.match(await why(other), /could not be opened/);
    try {
      await vscode.workspace.fs.writeFile(other, new Uint8Array([0, 159, 146, 150, 0, 0, 1, 2]));
      assert.match(await why(other), /is not text/);
      await vscode.workspace.fs.writeFile(other, new Uint8Array(4 * 1024 * 1024 + 1).fill(97));
      assert.match(await why(other), /is too large/);
    } finally {
      await vscode.workspace.fs.delete(other);
    }
    // Git is off in these editors, and the draft is saved.
    assert.match(await why('commit'), /No commit: /);
    assert.match(await why('saved'), /no earlier version called/);
    assert.equal(document.getText(), now);
  });

  if (node) {
    it('tells it since the last commit', () =>
      withCommitted(earlier, now, 'A', async () => {
        assert.deepEqual(await changes('commit'), told);
        await eventually('the report', () => report('Compared with the last commit.'));
      }));
  }
});
